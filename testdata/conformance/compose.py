#!/usr/bin/env python3
"""Compares the models that we and compose-go make of sets of Compose files.

    compose.py --oracle COMMAND --plimsoll COMMAND [--synthetic COUNT] [--seed NUMBER] [--verbose] FOLDER...

Both commands read sets on standard input, a line each, files in merge order with commas between them, and
print a JSON object a set: the oracle's has files, model, error; ours, which is the main class MergedModels
among linter-core's tests, has files, model, refusals, crash. Sets are each Compose file of the folders, each
base with the overrides that the names beside it suggest, and seeded synthetic ones.

What compose-go checks after loading (its JSON schema, references that lead nowhere) is no matter of the
loader: such sets are counted apart. Prints what differs beyond the groups of compose.tsv; exits with 1 where
more sets of a group differ than the table says, or anything crashes.
"""

import argparse
import collections
import csv
import itertools
import json
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile

from compose_sets import synthetic_sets

COMPOSE = re.compile(r'(.*[-_.])?compose([-_.].*)?\.ya?ml$')
BASE = re.compile(r'(docker-)?compose\.ya?ml$')
AFTER_LOADING = re.compile('|'.join((
    'has neither an image nor a build', 'refers to undefined', 'depends on undefined', 'depends on unknown',
    'dependency cycle', 'conflicting parameters', 'must be set$', 'mutually exclusive', 'are exclusive',
    'invalid ip address', 'not found for network_mode', "can't set (distinct|both)", 'already mounted',
    'undefined service', 'already in use', 'expected type', 'cannot unmarshal', 'decoding failed', 'unconvertible',
    'field Source must not be empty', 'invalid (hostPort|size|duration)', 'time: ', "value can't be blank",
    'project name must not be empty', 'can.t be used', 'declares mutually', 'declares unknown service', 'as it declares', 'invalid healthcheck')))
KEY_VALUES = {'environment', 'labels', 'annotations', 'args', 'sysctls', 'additional_contexts', 'extra_hosts'}
HOME = os.path.expanduser('~') + '/'
SECTIONS = {'services', 'networks', 'volumes', 'secrets', 'configs', 'jobs'}


def written(value):
    """A scalar as Go's %v prints it."""
    if value is None or isinstance(value, (dict, list)):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value == int(value) and abs(value) < 1e21:
        return str(int(value))
    return str(value)


def normal(value, path=()):
    """Names and values as a mapping of texts, in whichever form they are; numbers that are equal alike."""
    key_values = path and path[-1] in KEY_VALUES and path[0] in SECTIONS and not any(key.startswith('x-') for key in path)
    if key_values and path[-1] == 'extra_hosts':
        lines = value if isinstance(value, list) else [
            name + '=' + str(each) for name, values in (value or {}).items()
            for each in (values if isinstance(values, list) else [values])]
        return sorted(map(str, lines))
    if isinstance(value, dict):
        if key_values:
            return {name: written(each) for name, each in value.items()}
        return {name: normal(each, path + (name,)) for name, each in value.items()
                if not (name in ('volume', 'bind') and each == {})}
    if isinstance(value, list):
        if key_values and not any(isinstance(each, (dict, list)) for each in value):
            pairs = [str(written(each)).partition('=') for each in value]
            return {name: text if sign else None for name, sign, text in pairs}
        return [normal(each, path + ('[]',)) for each in value]
    if isinstance(value, str) and value.startswith(HOME):  # the oracle knows whose ~ it is
        return '~/' + value[len(HOME):]
    if isinstance(value, float) and abs(value) < 1e15 and value == int(value):
        return int(value)
    return value


def differences(theirs, ours, path=''):
    if theirs is None and isinstance(ours, str) and '.environment.' in path:
        return  # a name alone in a mapping is given its value in a later step there
    if type(theirs) is not type(ours):
        yield f'{path}: {json.dumps(theirs)[:90]} there, {json.dumps(ours)[:90]} here'
    elif isinstance(theirs, dict):
        theirs = {key: value for key, value in theirs.items() if not key.startswith('x-#')}  # a secret's value
        for key in sorted(set(theirs) | set(ours)):
            where = f'{path}.{key}'
            if key not in theirs:
                yield f'{where}: here alone: {json.dumps(ours[key])[:90]}'
            elif key not in ours:
                yield f'{where}: there alone: {json.dumps(theirs[key])[:90]}'
            else:
                yield from differences(theirs[key], ours[key], where)
    elif isinstance(theirs, list) and len(theirs) == len(ours):
        for at, (one, other) in enumerate(zip(theirs, ours)):
            yield from differences(one, other, f'{path}[{at}]')
    elif theirs != ours:
        yield f'{path}: {json.dumps(theirs)[:120]} there, {json.dumps(ours)[:120]} here'


def real_sets(folders):
    for folder in folders:
        for where, _, names in sorted(os.walk(folder)):
            names = sorted(n for n in names if COMPOSE.match(n) or '/overrides' in where and n.endswith(('.yml', '.yaml')))
            paths = [os.path.join(where, name) for name in names]
            for path in paths:
                yield (path,)
            bases = [path for path in paths if BASE.match(os.path.basename(path))]
            others = [path for path in paths if path not in bases]
            if os.path.basename(where) == 'overrides':
                parent = os.path.dirname(where)
                bases = [os.path.join(parent, n) for n in sorted(os.listdir(parent)) if BASE.match(n)]
                for pair in itertools.combinations(others, 2):
                    yield from ((base,) + pair for base in bases)
            for base in bases:
                for other in others:
                    yield base, other


def run(command, sets):
    text = ''.join(','.join(each) + '\n' for each in sets)
    done = subprocess.run(shlex.split(command), input=text, capture_output=True, text=True)
    lines = done.stdout.splitlines()
    if len(lines) != len(sets):
        sys.exit(f'{command}: {len(lines)} answers to {len(sets)} sets\n{done.stderr[-2000:]}')
    return [json.loads(line) for line in lines]


def verdict(theirs, ours):
    """A kind, and what a reader has to see of it."""
    if 'crash' in ours:
        return 'crash', ours['crash']
    error = theirs.get('error', '')
    apart = bool(AFTER_LOADING.search(error))
    if error and not apart:
        return ('both refuse', error) if ours['refusals'] else ('refused there', error)
    if ours['refusals']:
        unknown = error and not theirs.get('model')
        return ('apart', error) if unknown else ('refused here', ours['refusals'][0])
    if not theirs.get('model'):
        return 'apart', error
    left = list(differences(normal(theirs['model']), normal(ours.get('model', {}))))
    if left:
        return 'differs', left[0]
    return ('apart', error) if error else ('same', '')


def shape(detail):
    detail = re.sub(r'/\S+/', '', detail)
    detail = re.sub(r'\.(services|volumes|networks|secrets|configs)\.[^.:\[]*', r'.\1.*', detail)
    return re.sub(r'"[^"]*"|\d+', '…', detail)[:110]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folders', nargs='+')
    parser.add_argument('--oracle', required=True)
    parser.add_argument('--plimsoll', required=True)
    parser.add_argument('--synthetic', type=int, default=600)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--verbose', action='store_true')
    options = parser.parse_args()
    for needed in options.folders + [shlex.split(options.oracle)[0]]:
        if not os.path.exists(needed):
            print(f'skipped: {needed} is not here')
            return 0
    with tempfile.TemporaryDirectory() as folder:
        sets = list(real_sets(os.path.abspath(each) for each in options.folders))
        print(f'{len(sets)} real sets, {sum(len(each) > 1 for each in sets)} of several files')
        if options.synthetic:
            sets += synthetic_sets(random.Random(options.seed), folder, options.synthetic, sets)
        answers = list(zip(sets, run(options.oracle, sets), run(options.plimsoll, sets)))
        return report(answers, options.verbose)


def explained():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'compose.tsv')
    with open(path, encoding='utf-8') as table:
        rows = csv.DictReader((line for line in table if line[0] != '#'), delimiter='\t', quoting=csv.QUOTE_NONE)
        return [(row['group'], re.compile(row['pattern']), int(row['sets'])) for row in rows]


def report(answers, verbose):
    counts, groups, known = collections.Counter(), collections.defaultdict(list), collections.Counter()
    table = explained()
    for files, theirs, ours in answers:
        kind, detail = verdict(theirs, ours)
        counts[kind] += 1
        group = next((name for name, pattern, _ in table if pattern.search(f'{kind}: {detail}')), None)
        if group:
            known[group] += 1
        elif kind in ('crash', 'differs', 'refused here', 'refused there') or verbose and detail:
            groups[kind + ': ' + shape(detail)].append((kind, files, detail))
    for group, members in sorted(groups.items(), key=lambda each: -len(each[1])):
        print(f'{len(members)} {group}')
        for _, files, detail in members[:3]:
            print('    ' + ' '.join(files) + '\n        ' + detail[:240])
    for name, _, sets in table:
        print(f'{name}: {known[name]} sets, {sets} explained')
    print(', '.join(f'{kind} {count}' for kind, count in sorted(counts.items())))
    new = any(member[0] not in ('apart', 'both refuse') for members in groups.values() for member in members)
    return 1 if new or any(known[name] > sets for name, _, sets in table) else 0


if __name__ == '__main__':
    sys.exit(main())
