#!/usr/bin/env python3
"""Compares our findings with those of dclint under the aliases that our rules list.

    peers_compose.py FOLDER --plimsoll COMMAND --dclint COMMAND

Each finding of dclint under an alias of ours must be ours too: at the same line, for a single port at that
port's, for whatever else dclint says of a service at the same key of it. All others belong to a group that
dclint-compose.tsv names with its reason. Prints what is left, and how many findings each other rule of dclint
has; exits with 1 where more is left than the table explains.

dclint is given each file by name, as by itself it takes only those called compose or docker-compose. Trivy
and Checkov do not read Compose files.
"""

import argparse
import collections
import json
import os
import re
import sys
import tempfile

from peers import explanations, files, our_findings, report, run

MEMBER = re.compile(r'''(?P<quote>["']?)(?P<name>[\w.$%{}-]+)(?P=quote)\s*:(\s|$)''')
PLACE = re.compile(r'instancePath="/services/([^/"]+)(?:/([^/"]+))?(?:/(\d+))?')
KEYS = {'no-unbound-port-interfaces': 'ports', 'no-duplicate-exported-ports': 'ports', 'require-quotes-in-ports': '',
        'service-image-require-explicit-tag': 'image', 'service-container-name-regex': 'container_name',
        'no-duplicate-container-names': 'container_name'}


def members(lines, first, last):
    """The members of the block mapping whose first one stands at line first: name, first and last line, from 0."""
    depth, found = None, []
    for at in range(first, last + 1):
        text = lines[at].lstrip()
        if not text or text.startswith('#'):
            continue
        indent = len(lines[at]) - len(text)
        depth = indent if depth is None else depth
        if indent < depth:
            break
        member = MEMBER.match(text) if indent == depth else None
        if member:
            if found:
                found[-1][2] = at - 1
            found.append([member.group('name'), at, last])
    return found


def spans(lines, *path):
    """Where the member at a path of keys stands, as lines from 0, or as much of the path as there is."""
    first, last, key = 0, len(lines) - 1, None
    for name in path:
        start = first if key is None else first + 1
        for member, at, end in members(lines, start, last):
            if member == name:
                first, last, key = at, end, name
                break
        else:
            break
    return first, last


def items(lines, first, last):
    """The items of the block sequence within these lines, as lists of lines from 0."""
    found, depth = [], None
    for at in range(first + 1, last + 1):
        text = lines[at].lstrip()
        if text.startswith('- ') or text == '-':
            indent = len(lines[at]) - len(text)
            depth = indent if depth is None else depth
            if indent == depth:
                found.append([])
        if found and text and not text.startswith('#'):
            found[-1].append(at)
    return found


def bare(text):
    """A port without what its form adds: quotes, the dash before it, a comment behind it."""
    return re.sub(r'\s+#.*', '', text.strip().removeprefix('- ').strip()).strip('"\'')


def places(lines, message):
    """The lines (1-based) at which a finding of ours is the same."""
    rule, data = message['rule'], message['data']
    line = message['line']
    if rule == 'invalid-schema':
        place = PLACE.search(message['message'])
        if place:
            first, last = spans(lines, 'services', *filter(None, place.groups()[:2]))
            return range(first + 1, last + 2)
    if not KEYS.get(rule):
        return range(line, line + 1)
    first, last = spans(lines, 'services', data['serviceName'], KEYS[rule])
    if rule == 'no-unbound-port-interfaces':
        for item in items(lines, first, last):
            if len(item) == 1 and bare(lines[item[0]]) == str(data['portItem']).strip('"\''):
                return range(item[0] + 1, item[0] + 2)
    return range(first + 1, last + 2)


def dclint(command, paths):
    """Its report, by way of a file: it ends before a pipe has taken all of a long one."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, 'report.json')
        run(command, '--formatter', 'json', '--output-file', out, *paths)
        with open(out, encoding='utf-8') as file:
            return json.load(file)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('--plimsoll', required=True)
    parser.add_argument('--dclint', required=True)
    options = parser.parse_args()
    folder = os.path.abspath(options.folder)
    paths = sorted(path for path in files(folder) if path.endswith(('.yml', '.yaml')))

    owners, ours = our_findings(options.plimsoll, folder)
    seen, others, left = collections.Counter(), collections.Counter(), []
    for result in dclint(options.dclint, paths):
        path = os.path.abspath(result['filePath'])
        with open(path, encoding='utf-8', errors='replace') as file:
            lines = file.read().split('\n')
        for message in result['messages']:
            alias = 'dclint:' + message['rule']
            if alias not in owners:
                others[message['rule']] += 1
                continue
            seen[alias] += 1
            where = places(lines, message)
            if not any(rule in owners[alias] and at in where for rule, at in ours[path]):
                text = f'{lines[where[0] - 1].strip()} {message["message"]}'
                left.append((alias, os.path.relpath(path, folder), where[0], text))
    for rule, count in others.most_common():
        print(f'no alias: {rule}: {count}')
    return report(left, seen, explanations('dclint'))


if __name__ == '__main__':
    sys.exit(main())
