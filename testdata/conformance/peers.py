#!/usr/bin/env python3
"""Compares our findings with those of hadolint, Trivy and Checkov under the aliases that our rules list.

    peers.py FOLDER --plimsoll COMMAND [--hadolint COMMAND] [--trivy COMMAND] [--checkov COMMAND]

Each finding of a peer under an alias of ours must be ours too, at the same instruction, or belong to a group
that a table beside this script names with its reason: PEER-*.tsv, whose columns code and findings say how
many of a code are left to be explained. Prints what is left; exits with 1 where more is left than the tables
explain. Peers that are not given are skipped.
"""

import argparse
import collections
import csv
import glob
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HEREDOC = re.compile(r'<<-?\s*["\']?(\w+)["\']?')


def run(command, *arguments):
    done = subprocess.run(shlex.split(command) + list(arguments), capture_output=True, text=True)
    return done.stdout


def instructions(path):
    """First and last line (1-based) and text of each instruction."""
    with open(path, encoding='utf-8', errors='replace') as file:
        lines = file.read().split('\n')
    escape = '`' if any(re.match(r'#\s*escape\s*=\s*`', line) for line in lines[:5]) else '\\'
    found, at = [], 0
    while at < len(lines):
        if not lines[at].strip() or lines[at].lstrip().startswith('#'):
            at += 1
            continue
        start, text = at, []
        while at < len(lines):
            line = lines[at]
            text.append(line)
            at += 1
            if line.lstrip().startswith('#') or not line.strip():
                continue
            if not line.rstrip().endswith(escape):
                break
        if re.match(r'\s*(ONBUILD\s+)?(RUN|COPY|ADD)\b', text[0], re.I):
            for word in HEREDOC.findall('\n'.join(text)):
                while at < len(lines):
                    text.append(lines[at])
                    at += 1
                    if text[-1].strip() == word:
                        break
        found.append((start + 1, at, '\n'.join(text)))
    return found


def files(folder):
    for where, _, names in os.walk(folder):
        for name in sorted(names):
            yield os.path.join(where, name)


def hadolint(command, paths):
    for start in range(0, len(paths), 200):
        out = run(command, '-f', 'json', '--no-fail', '--disable-ignore-pragma', *paths[start:start + 200])
        for each in json.loads(out or '[]'):
            yield 'hadolint:' + each['code'], each['file'], each['line']


def trivy(command, paths):
    for start in range(0, len(paths), 48):
        yield from trivied(command, paths[start:start + 48])


def trivied(command, paths):
    """A check of Trivy that fails on one file says nothing about the others of its run: they are halved then."""
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(paths):
            shutil.copy(path, os.path.join(folder, f'{number}.Dockerfile'))
        done = subprocess.run(shlex.split(command) + ['config', '--skip-check-update', '--misconfig-scanners',
                                                      'dockerfile', '--format', 'json', folder],
                              capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    if 'Error occurred while applying rule' in done.stderr and len(paths) > 1:
        half = len(paths) // 2
        yield from trivied(command, paths[:half])
        yield from trivied(command, paths[half:])
        return
    for result in json.loads(done.stdout or '{}').get('Results', []):
        path = paths[int(result['Target'].split('.')[0])]
        for each in result.get('Misconfigurations', []):
            yield 'trivy:' + each['ID'], path, each.get('CauseMetadata', {}).get('StartLine', 0)


def checkov(command, folder):
    out = run(command, '-d', folder, '--framework', 'dockerfile', '-o', 'json', '--quiet', '--compact')
    reports = json.loads(out or '[]')
    for report in reports if isinstance(reports, list) else [reports]:
        for each in report.get('results', {}).get('failed_checks', []):
            path = os.path.join(folder, each['file_path'].lstrip('/'))
            yield 'checkov:' + each['check_id'], path, each['file_line_range'][0]


def our_findings(command, folder):
    """Our rules by alias, and by file what they find, as pairs of rule and line."""
    owners, ours = collections.defaultdict(set), collections.defaultdict(set)
    for rule in json.loads(run(command, 'rules', '--format', 'json')):
        for alias in rule['aliases']:
            owners[alias].add(rule['id'])
    report = json.loads(run(command, 'check', '--profile', 'all', '--no-config', '--format', 'json',
                            '--show-suppressed', folder))
    for each in report['findings']:
        ours[os.path.abspath(each['file'])].add((each['rule'], each['range']['start']['line']))
    return owners, ours


def explanations(*peers):
    """How many findings of each code the tables beside this script explain."""
    explained = collections.Counter()
    for peer in peers:
        for path in sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), peer + '-*.tsv'))):
            with open(path, encoding='utf-8') as table:
                for row in csv.DictReader((line for line in table if line[0] != '#'), delimiter='\t'):
                    explained[peer + ':' + row['code']] += int(row['findings'])
    return explained


def report(left, seen, explained):
    """Prints what is left to be explained, and tells whether it is more than the tables say."""
    for alias, path, line, text in left:
        print(f'{alias} {path}:{line} {text[:160]!r}')
    counts = collections.Counter(alias for alias, *_ in left)
    for alias in sorted(seen):
        print(f'{alias}: {seen[alias]} seen, {counts[alias]} not ours, {explained[alias]} explained')
    return 1 if any(counts[alias] > explained[alias] for alias in seen) else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('--plimsoll', required=True)
    for peer in ('hadolint', 'trivy', 'checkov'):
        parser.add_argument('--' + peer)
    options = parser.parse_args()
    folder = os.path.abspath(options.folder)
    paths = sorted(files(folder))

    owners, ours = our_findings(options.plimsoll, folder)
    explained = explanations('hadolint', 'trivy', 'checkov')
    seen, left = collections.Counter(), []

    found = []
    if options.hadolint:
        found += hadolint(options.hadolint, paths)
    if options.trivy:
        found += trivy(options.trivy, paths)
    if options.checkov:
        found += checkov(options.checkov, folder)
    split = {}
    for alias, path, line in sorted(set(found)):
        if alias not in owners or not os.path.exists(path):
            continue
        seen[alias] += 1
        if path not in split:
            split[path] = instructions(path)
        whole = (1, 10 ** 9, '')
        first, last, text = next((i for i in split[path] if i[0] <= line <= i[1]), whole)
        if any(rule in owners[alias] and first <= at <= last for rule, at in ours[path]):
            continue
        left.append((alias, os.path.relpath(path, folder), line, text))

    return report(left, seen, explained)


if __name__ == '__main__':
    sys.exit(main())
