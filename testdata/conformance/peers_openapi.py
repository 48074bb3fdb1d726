#!/usr/bin/env python3
"""Compares our findings with those of Spectral and Redocly under the aliases that our rules list.

    peers_openapi.py FOLDER --plimsoll COMMAND [--spectral COMMAND] [--redocly COMMAND] [--saved FOLDER]

Each finding of Spectral's ruleset "spectral:oas" and of Redocly's "recommended" under an alias of ours must be
ours too: within the lines that it marks or at most three above them, where the key stands. All others belong to a
group that spectral-openapi.tsv or redocly-openapi.tsv names with its reason. Prints what is left, and how many
findings each of their rules without an alias has; exits with 1 where more is left than the tables explain.

The documents of the folder are given to them one by one. What they say is kept in --saved, and taken from there by
the next run: Spectral needs an hour for 70 documents.
"""

import argparse
import collections
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

from peers import explanations, files, our_findings, report

ROOT = re.compile(r'^(?:["\']?(?:openapi|swagger)["\']?)\s*:\s*["\']?\d|^\s*"(?:openapi|swagger)"\s*:\s*"\d', re.M)
ABOVE = 3


def documents(folder):
    for path in files(folder):
        if path.endswith(('.yaml', '.yml', '.json')):
            with open(path, encoding='utf-8', errors='replace') as file:
                if ROOT.search(file.read()):
                    yield path


def said(saved, path, folder, peer, command):
    """What a peer says of a document: the text that it prints, now or when it was asked before."""
    name = os.path.relpath(path, folder).replace(os.sep, '_').replace(' ', '_')
    kept = os.path.join(saved, f'{name}.{peer}.json')
    if not os.path.exists(kept):
        done = subprocess.run(shlex.split(command) + [path], capture_output=True, text=True, cwd=folder)
        with open(kept, 'w', encoding='utf-8') as file:
            file.write(done.stdout)
    with open(kept, encoding='utf-8') as file:
        text = file.read()
    start = min((at for at in (text.find('{'), text.find('[')) if at >= 0), default=-1)
    return json.JSONDecoder().raw_decode(text[start:])[0] if start >= 0 else []


def spectral(command, folder, saved, paths):
    for path in paths:
        for each in said(saved, path, folder, 'spectral', command):
            first, last = each['range']['start']['line'] + 1, each['range']['end']['line'] + 1
            yield 'spectral:' + each['code'], each['source'], first, last, each['message']


def redocly(command, folder, saved, paths):
    for path in paths:
        answer = said(saved, path, folder, 'redocly', command)
        for each in answer['problems'] if answer else []:
            place = each['location'][0]
            where = os.path.join(folder, place['source']['ref'])
            first = place.get('start', {}).get('line', 1)
            last = place.get('end', {}).get('line', first)
            yield 'redocly:' + each['ruleId'], where, first, last, each['message']


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('--plimsoll', required=True)
    parser.add_argument('--spectral')
    parser.add_argument('--redocly')
    parser.add_argument('--saved')
    options = parser.parse_args()
    folder = os.path.abspath(options.folder)
    paths = sorted(documents(folder))

    owners, ours = our_findings(options.plimsoll, folder)
    with tempfile.TemporaryDirectory() as made:
        saved = options.saved or made
        found = []
        if options.spectral:
            rules = os.path.join(made, 'spectral.yaml')
            with open(rules, 'w', encoding='utf-8') as file:
                file.write('extends: ["spectral:oas"]\n')
            found += spectral(f'{options.spectral} lint -r {rules} -f json -q', folder, saved, paths)
        if options.redocly:
            rules = os.path.join(made, 'redocly.yaml')
            with open(rules, 'w', encoding='utf-8') as file:
                file.write('extends: [recommended]\n')
            found += redocly(f'{options.redocly} lint --config {rules} --format json --max-problems 100000',
                             folder, saved, paths)
    seen, others, left = collections.Counter(), collections.Counter(), []
    for alias, path, first, last, text in sorted(set(found)):
        if alias not in owners:
            others[alias] += 1
            continue
        seen[alias] += 1
        lines = ours[os.path.abspath(path)]
        if not any(rule in owners[alias] and first - ABOVE <= at <= last for rule, at in lines):
            left.append((alias, os.path.relpath(path, folder), first, text))
    for alias, count in others.most_common():
        print(f'no alias: {alias}: {count}')
    return report(left, seen, explanations('spectral', 'redocly'))


if __name__ == '__main__':
    sys.exit(main())
