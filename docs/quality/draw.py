#!/usr/bin/env python3
"""Draws findings to be judged by a person: at most five of a rule, at least one of each that fires.

    draw.py FOLDER SOURCES.tsv --plimsoll COMMAND [--count 200] [--seed 6] > drawn.tsv

SOURCES.tsv says of each file in FOLDER, by its path below FOLDER's parent, which repository and commit it
is from. What is drawn has an empty verdict and reason; findings that were judged before keep theirs when
the judged table is given with --judged.
"""

import argparse
import csv
import json
import os
import random
import shlex
import subprocess
import sys

EACH = 5


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('sources')
    parser.add_argument('--plimsoll', required=True)
    parser.add_argument('--count', type=int, default=200)
    parser.add_argument('--seed', type=int, default=6)
    parser.add_argument('--judged')
    options = parser.parse_args()
    folder = os.path.abspath(options.folder)

    with open(options.sources, encoding='utf-8') as table:
        sources = {row['local_path']: row for row in csv.DictReader(table, delimiter='\t')}
    judged = {}
    if options.judged and os.path.exists(options.judged):
        with open(options.judged, encoding='utf-8') as table:
            for row in csv.DictReader(table, delimiter='\t'):
                judged[(row['source'], row['path'], row['line'], row['rule'])] = row

    command = shlex.split(options.plimsoll) + ['check', '--no-config', '--format', 'json', folder]
    report = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    by_rule = {}
    for finding in report['findings']:
        by_rule.setdefault(finding['rule'], []).append(finding)

    chance = random.Random(options.seed)
    first, rest = [], []
    for rule in sorted(by_rule):
        some = chance.sample(by_rule[rule], min(EACH, len(by_rule[rule])))
        first.append(some[0])
        rest += some[1:]
    chance.shuffle(rest)
    drawn = first + rest[:max(0, options.count - len(first))]

    out = csv.writer(sys.stdout, delimiter='\t', lineterminator='\n', quoting=csv.QUOTE_NONE, escapechar='\\')
    out.writerow(['source', 'path', 'line', 'rule', 'verdict', 'reason'])
    rows = []
    for finding in drawn:
        path = os.path.relpath(os.path.abspath(finding['file']), os.path.dirname(folder))
        source = sources[path]
        row = [source['repo'] + '@' + source['commit'][:12], source['original_path'],
               str(finding['range']['start']['line']), finding['rule']]
        before = judged.get(tuple(row), {})
        rows.append(row + [before.get('verdict', ''), before.get('reason', '')])
    for row in sorted(rows, key=lambda row: (row[3], row[0], row[1], int(row[2]))):
        out.writerow(row)


if __name__ == '__main__':
    main()
