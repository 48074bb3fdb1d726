#!/usr/bin/env python3
"""Draws findings to be judged by a person: at most five of a rule, at least one of each that fires.

    draw.py FOLDER SOURCES --plimsoll COMMAND [--profile NAME] [--beyond NAME] [--select RULE,…]
            [--count 200] [--seed 6] [--judged FILE] > drawn.tsv

SOURCES.tsv says of each file in FOLDER, by its path below FOLDER's parent, which repository and commit it
is from. Any other SOURCES is a list of lines "owner/name commit", and FOLDER then holds whole project trees
named owner__name, each of which is checked for itself.

--profile is the profile to check with. --beyond takes only rules that report nothing in that other profile.
--select takes only rules of these ids, in which * stands for anything; @FILE reads them from a file. It
narrows what the profile reports, unlike the option of the same name of the tool.

What is drawn has an empty verdict and reason; findings that were judged before keep theirs when the judged
table is given with --judged.
"""

import argparse
import csv
import fnmatch
import json
import os
import random
import shlex
import subprocess
import sys

EACH = 5


def check(command, profile, folder):
    """The findings of a folder, each with its path below the folder that was checked."""
    run = shlex.split(command) + ['check', '--no-config', '--profile', profile, '--format', 'json', folder]
    report = json.loads(subprocess.run(run, capture_output=True, text=True).stdout)
    for finding in report['findings']:
        finding['path'] = os.path.relpath(os.path.abspath(finding['file']), folder)
        yield finding


class Files:
    """A folder of single files, with a table of where each is from."""

    def __init__(self, folder, sources):
        self.folder = folder
        with open(sources, encoding='utf-8') as table:
            self.sources = {row['local_path']: row for row in csv.DictReader(table, delimiter='\t')}

    def findings(self, command, profile):
        for finding in check(command, profile, self.folder):
            row = self.sources[os.path.join(os.path.basename(self.folder), finding['path'])]
            yield row['repo'] + '@' + row['commit'][:12], row['original_path'], finding


class Projects:
    """A folder of whole project trees, with a list of their commits."""

    def __init__(self, folder, sources):
        self.folder = folder
        self.commits = {}
        with open(sources, encoding='utf-8') as lines:
            for line in lines:
                words = line.split()
                if len(words) == 2 and not line.startswith('#'):
                    self.commits[words[0]] = words[1]

    def findings(self, command, profile):
        for tree in sorted(os.listdir(self.folder)):
            repo = tree.replace('__', '/', 1)
            if repo not in self.commits:
                continue
            for finding in check(command, profile, os.path.join(self.folder, tree)):
                yield repo + '@' + self.commits[repo][:12], finding['path'], finding


def selectors(given):
    if given.startswith('@'):
        with open(given[1:], encoding='utf-8') as lines:
            return lines.read().replace(',', ' ').split()
    return given.split(',')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('sources')
    parser.add_argument('--plimsoll', required=True)
    parser.add_argument('--profile', default='recommended')
    parser.add_argument('--beyond')
    parser.add_argument('--select', default='*')
    parser.add_argument('--count', type=int, default=200)
    parser.add_argument('--seed', type=int, default=6)
    parser.add_argument('--judged')
    options = parser.parse_args()

    kind = Files if options.sources.endswith('.tsv') else Projects
    found = kind(os.path.abspath(options.folder), options.sources)
    judged = {}
    if options.judged and os.path.exists(options.judged):
        with open(options.judged, encoding='utf-8') as table:
            for row in csv.DictReader(table, delimiter='\t'):
                judged[(row['source'], row['path'], row['line'], row['rule'])] = row

    beyond = set()
    if options.beyond:
        beyond = {finding['rule'] for _, _, finding in found.findings(options.plimsoll, options.beyond)}
    wanted = selectors(options.select)
    by_rule = {}
    for source, path, finding in found.findings(options.plimsoll, options.profile):
        rule = finding['rule']
        if rule not in beyond and any(fnmatch.fnmatchcase(rule, selector) for selector in wanted):
            by_rule.setdefault(rule, []).append((source, path, finding))

    chance = random.Random(options.seed)
    first, rest = [], []
    for rule in sorted(by_rule):
        some = chance.sample(by_rule[rule], min(EACH, len(by_rule[rule])))
        first.append(some[0])
        rest += some[1:]
    chance.shuffle(rest)
    drawn = first + rest[: max(0, options.count - len(first))]

    out = csv.writer(sys.stdout, delimiter='\t', lineterminator='\n', quoting=csv.QUOTE_NONE, escapechar='\\')
    out.writerow(['source', 'path', 'line', 'rule', 'verdict', 'reason'])
    rows = []
    for source, path, finding in drawn:
        row = [source, path, str(finding['range']['start']['line']), finding['rule']]
        before = judged.get(tuple(row), {})
        rows.append(row + [before.get('verdict', ''), before.get('reason', '')])
    for row in sorted(rows, key=lambda row: (row[3], row[0], row[1], int(row[2]))):
        out.writerow(row)


if __name__ == '__main__':
    main()
