#!/usr/bin/env python3
"""Plants faults into clean OpenAPI descriptions and asks whether each is found at its place.

    plant_openapi.py --plimsoll COMMAND [--seed 9] [--rounds 1] [--rule ID] [--keep FOLDER] [--others]

Makes descriptions of version 2.0, 3.0, 3.1 and 3.2 in YAML and in JSON, some in one file with references into it,
some spread over several files, and first asks that none of them has a finding. Then plants each fault into a fresh
one of every kind at a random fitting place, and asks that its rule reports the file and the characters of the
culprit once, and nothing else. Prints what is missed or found elsewhere; exits with 1 if anything is. --others prints
too what other rules say of a planted fault, --rule plants the faults of one rule only, --keep leaves the
descriptions in FOLDER.
"""

import argparse
import collections
import json
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile

from openapi_faults import FAULTS
from openapi_shapes import VERSIONS, Description
from openapi_writer import write

FORMATS = ['yaml', 'json']
LAYOUTS = ['one', 'many']


def found(command, folder):
    run = subprocess.run(shlex.split(command) + ['check', '--no-config', '--format', 'json', folder],
                         capture_output=True, text=True)
    try:
        findings = json.loads(run.stdout)['findings']
    except ValueError:
        sys.exit(run.stderr or run.stdout)
    result = collections.defaultdict(list)
    for each in findings:
        case, file = os.path.relpath(os.path.abspath(each['file']), folder).split(os.sep, 1)
        result[case].append((each['rule'], file.replace(os.sep, '/'), each['range']['start'], each['range']['end'],
                             each['message']))
    return result


def span(spans, place):
    """The file and the characters of a place: of a key, a value or both, or of the key of a node."""
    node, key, part = place
    if node is None:
        return spans[None, id(key)]
    file, name, value = spans[id(node), key]
    return (file, *(name if part == 'key' else value if part == 'value' else (name[0], value[1])))


def kinds(versions):
    return [(version, form, layout) for version in versions for form in FORMATS for layout in LAYOUTS]


def told(finding):
    rule, file, start, _, message = finding
    return f'{file}:{start["line"]}:{start["column"]} {rule}: {message}'


def clean(options, folder, round_of):
    for version, form, layout in kinds(VERSIONS):
        chance = random.Random(f'{options.seed} {round_of} {version} {form} {layout}')
        write(Description(version, form, layout, chance), os.path.join(folder, f'{version}-{form}-{layout}'))
    reported = found(options.plimsoll, folder)
    for case, findings in sorted(reported.items()):
        for each in findings:
            print(f'NOT CLEAN {case}/{told(each)}')
    return sum(map(len, reported.values()))


def planted(options, folder, round_of):
    cases = {}
    for index, (rule, versions, function) in enumerate(FAULTS):
        for version, form, layout in kinds(versions if options.rule in (None, rule) else []):
            chance = random.Random(f'{options.seed} {round_of} {index} {version} {form} {layout}')
            description = Description(version, form, layout, chance)
            node, key, part, *more = function(description)
            case = f'{rule.split("/")[1]}-{index}-{version}-{form}-{layout}'
            spans = write(description, os.path.join(folder, case))
            cases[case] = rule, [span(spans, place) for place in [(node, key, part), *more]]
    reported = found(options.plimsoll, folder)
    wrong = 0
    for case, (rule, spans) in cases.items():
        mine = [each for each in reported[case] if each[0] == rule]
        hits = [each for each in mine if any(each[1] == file and each[2]['offset'] < end and start < each[3]['offset']
                                             for file, start, end in spans)]
        wrong += len(hits) != 1 or len(mine) != 1
        if not hits:
            print(f'MISSED {case}: {rule} at {spans[0]}')
        if len(hits) > 1:
            print(f'TWICE {case}')
        for each in mine:
            if each not in hits:
                print(f'ELSEWHERE {case}/{told(each)}, not at {spans[0]}')
        for each in reported[case] if options.others else []:
            if each[0] != rule:
                print(f'OTHER {case}/{told(each)}')
    return len(cases), wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--plimsoll', required=True)
    parser.add_argument('--seed', type=int, default=9)
    parser.add_argument('--rounds', type=int, default=1)
    parser.add_argument('--rule')
    parser.add_argument('--keep')
    parser.add_argument('--others', action='store_true')
    options = parser.parse_args()
    work = os.path.abspath(options.keep or tempfile.mkdtemp())
    total, wrong = 0, 0
    for round_of in range(options.rounds):
        wrong += clean(options, os.path.join(work, f'clean{round_of}'), round_of)
        count, bad = planted(options, os.path.join(work, f'planted{round_of}'), round_of)
        total, wrong = total + count, wrong + bad
    if not options.keep:
        shutil.rmtree(work)
    print(f'{total} planted of {len(FAULTS)} faults of {len({rule for rule, *_ in FAULTS})} rules, {wrong} wrong')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
