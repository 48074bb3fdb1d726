#!/usr/bin/env python3
"""Compares our verdicts with those that Spectral, its OWASP ruleset and Redocly expect in their own tests.

    openapi_cases.py --plimsoll COMMAND --esbuild COMMAND [--node COMMAND] [--folder FOLDER] [--write]
                     [--spectral CHECKOUT] [--owasp CHECKOUT] [--redocly CHECKOUT]

A case of theirs is a document, a rule, and how much the rule finds in it; openapi_cases.cjs takes them from the
test files. Where Spectral's cases for examples hold parts of a document alone, these are put where the specification
has them. A case agrees if a finding of ours under the alias of that rule is there where one of theirs is, and only
there.

Prints the cases that do not agree, and those that do with another number of findings; exits with 1 if fewer cases of
a rule agree than openapi-cases.tsv says. With --write the table gets the new counts and keeps its reasons, and the
tables in docs/compatibility.md are made of it. With --folder the documents stay there to be looked at.
"""

import argparse
import collections
import csv
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

from peers import run

HERE = os.path.dirname(os.path.abspath(__file__))
TABLE = os.path.join(HERE, 'openapi-cases.tsv')
PAGE = os.path.join(HERE, '..', '..', 'docs', 'compatibility.md')
NAMES = {'spectral': 'Spectral', 'owasp': 'OWASP', 'redocly': 'Redocly'}
TESTS = {'spectral': ('packages/rulesets/src', ['oas/__tests__']),
         'owasp': ('__tests__', ['.']),
         'redocly': ('packages/core/src/rules', ['common/__tests__', 'oas2/__tests__', 'oas3/__tests__'])}
OTHERS = re.compile(r'\s*\{?\s*"?(asyncapi|openrpc|arazzo)"?\s*:')
COLUMNS = ['tool', 'rule', 'cases', 'agreeing', 'reason']


def cases(tool, checkout, options):
    """The cases in the tests of a tool, and how many of them it gives up."""
    source, folders = TESTS[tool]
    source = os.path.abspath(os.path.join(checkout, source))
    walks = [walk for folder in folders for walk in os.walk(os.path.join(source, folder))]
    tests = [os.path.join(where, name) for where, _, names in walks for name in names if name.endswith('.ts')]
    with tempfile.TemporaryDirectory() as built:
        subprocess.run(shlex.split(options.esbuild) + ['--format=cjs', '--platform=node', '--log-level=error',
                                                       '--define:import.meta.url=__url', '--outbase=' + source,
                                                       '--outdir=' + built] + sorted(tests), check=True, cwd=source)
        found = json.loads(run(options.node, os.path.join(HERE, 'openapi_cases.cjs'), tool, built, source))
    for each in found['skipped']:
        print(f'skipped: {tool}:{each["rule"]} {each["name"]!r}: {each["why"]}')
    return [case for case in found['cases'] if not any(OTHERS.match(text) for text in case['files'].values())]


def parameters(items):
    """The parameters in a list of them, or of mappings of them, by name."""
    found = {}
    for item in items:
        isolated = not all(isinstance(each, dict) for each in item.values())
        isolated = isolated or bool({'schema', 'example', 'examples'} & set(item))
        for name, each in ({f'case{len(found)}': item} if isolated else item).items():
            found[name] = {'name': name, 'in': 'query'} | each
    return found


def swagger(document):
    """Parts of a document of 2.0 where they belong."""
    if isinstance(document.get('parameters'), list):
        found = parameters(document['parameters'])
        document['parameters'] = {name: each if 'schema' in each else {'name': name, 'in': 'body', 'schema': {
            key: value for key, value in each.items() if key not in ('name', 'in')}} for name, each in found.items()}
    if isinstance(document.get('definitions'), list):
        document['definitions'] = {name: each for item in document['definitions'] for name, each in item.items()}


def openapi(document):
    """Parts of a document of 3.0 or 3.1 where they belong."""
    components = document.setdefault('components', {})
    headers = document.pop('headers', {})
    components['headers'] = headers if 'schemas' not in headers else {
        name: {'schema': each.get('schema', each)} for name, each in headers['schemas'].items()}
    components['parameters'] = components.get('parameters', {}) | parameters(document.pop('parameters', []))
    components['responses'] = {'case': {'description': 'case', 'content': {
        f'application/{name}+json': each for name, each in document.pop('content', {}).items()}}}
    for name, schema in components.get('schemas', {}).items():
        components['schemas'][name] = schema['schema'] if set(schema) == {'schema'} else schema


def placed(case):
    """Puts the parts that a case of Spectral for examples holds where the specification has them."""
    if case['tool'] != 'spectral' or not re.search(r'valid-(media|schema)-example', case['rule']):
        return
    for name, text in case['files'].items():
        document = json.loads(text)
        (swagger if 'swagger' in document else openapi)(document)
        case['files'][name] = json.dumps(document, indent=2)


def write(case, number, folder):
    """Writes the documents of a case into a folder of its own, and whatever data stands beside the test itself."""
    placed(case)
    where = os.path.join(folder, case['tool'], case['rule'], f'{number:03}')
    os.makedirs(where)
    for name, text in case['files'].items():
        beside = os.path.dirname(name) if os.path.isabs(name) else ''
        if os.path.basename(beside) in ('__tests__', 'struct'):
            shutil.copytree(beside, where, dirs_exist_ok=True, ignore=shutil.ignore_patterns('*.ts', '__tests__'))
        name = os.path.basename(name)
        name = name if re.search(r'\.(ya?ml|json)$', name) else name + '.yaml'
        for other in case['files']:
            text = re.sub(r'''(\$ref:\s*['"]?)''' + re.escape(other), r'\1' + os.path.basename(other), text)
        with open(os.path.join(where, name), 'w', encoding='utf-8') as file:
            file.write(text)
    return where


def our_aliases(command, folder):
    """The aliases that our rules list, and by folder of a case how many of our findings in it have each."""
    listed = {alias for rule in json.loads(run(command, 'rules', '--format', 'json')) for alias in rule['aliases']}
    found = collections.defaultdict(collections.Counter)
    report = json.loads(run(command, 'check', '--profile', 'all', '--no-config', '--format', 'json',
                            '--show-suppressed', folder))
    for each in report['findings']:
        path = os.path.relpath(os.path.abspath(each['file']), folder).split(os.sep)
        found[os.path.join(folder, *path[:3])].update(each['aliases'])
    return listed, found


def table():
    if not os.path.exists(TABLE):
        return {}
    with open(TABLE, encoding='utf-8') as file:
        return {(row['tool'], row['rule']): row for row in csv.DictReader(
            file, delimiter='\t', quoting=csv.QUOTE_NONE)}


def compare(found, folder, options):
    """Rows for the table, by tool and rule, of what was compared."""
    places = [write(case, number, folder) for number, case in enumerate(found)]
    listed, ours = our_aliases(options.plimsoll, folder)
    rows, without = {}, collections.Counter()
    known = table()
    for case, place in zip(found, places):
        alias = case['tool'] + ':' + case['rule']
        if alias not in listed:
            without[alias] += 1
            continue
        key = (case['tool'], case['rule'])
        row = rows.setdefault(key, {'tool': key[0], 'rule': key[1], 'cases': 0, 'agreeing': 0,
                                    'reason': known.get(key, {}).get('reason', '')})
        row['cases'] += 1
        if (ours[place][alias] > 0) == (case['expected'] > 0):
            row['agreeing'] += 1
            if ours[place][alias] != case['expected']:
                print(f'{ours[place][alias]} findings, not {case["expected"]}: {alias} '
                      f'{os.path.relpath(place, folder)}')
            continue
        print(f'{"missing" if case["expected"] else "too much"}: {alias} {os.path.relpath(place, folder)} '
              f'{case["name"]!r} {json.dumps(case["options"]) if case["options"] else ""}')
    for alias, count in sorted(without.items()):
        print(f'no alias: {alias}: {count} cases')
    return rows


def differing(row):
    return int(row['cases']) - int(row['agreeing'])


def write_table(rows):
    with open(TABLE, 'w', encoding='utf-8', newline='') as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter='\t', lineterminator='\n', quoting=csv.QUOTE_NONE,
                                quotechar=None)
        writer.writeheader()
        writer.writerows(rows[key] for key in sorted(rows))


def write_page(rows):
    """Makes the tables in the page: how many cases of each tool agree, and why the others do not."""
    counts = ['| Rules of | with an alias | their cases | that agree |', '| --- | ---: | ---: | ---: |']
    for tool, name in NAMES.items():
        mine = [row for row in rows.values() if row['tool'] == tool]
        counts.append(f'| {name} | {len(mine)} | {sum(int(row["cases"]) for row in mine)} | '
                      f'{sum(int(row["agreeing"]) for row in mine)} |')
    reasons = ['| Alias | differ | Why |', '| --- | ---: | --- |']
    for row in (rows[key] for key in sorted(rows)):
        differ = differing(row)
        why = re.sub(r'openapi/([a-z0-9-]+)', r'[\1](rules/openapi/\1.md)', row['reason'])
        if differ:
            reasons.append(f'| `{row["tool"]}:{row["rule"]}` | {differ} of {row["cases"]} | {why} |')
    with open(PAGE, encoding='utf-8') as file:
        text = file.read()
    for name, lines in (('counts', counts), ('differences', reasons)):
        text = re.sub(f'(<!-- {name} -->\n).*?(<!-- end -->)',
                      lambda found: found.group(1) + '\n'.join(lines) + '\n' + found.group(2), text, flags=re.S)
    with open(PAGE, 'w', encoding='utf-8') as file:
        file.write(text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--plimsoll', required=True)
    parser.add_argument('--esbuild', required=True)
    parser.add_argument('--node', default='node')
    parser.add_argument('--folder')
    parser.add_argument('--write', action='store_true')
    for tool in TESTS:
        parser.add_argument('--' + tool)
    options = parser.parse_args()
    tools = [tool for tool in TESTS if getattr(options, tool)]
    found = [case for tool in tools for case in cases(tool, getattr(options, tool), options)]
    with tempfile.TemporaryDirectory() as folder:
        rows = compare(found, os.path.abspath(options.folder or folder), options)
    known = table()
    for tool in tools:
        mine = [row for row in rows.values() if row['tool'] == tool]
        print(f'{tool}: {len(mine)} rules, {sum(row["cases"] for row in mine)} cases, '
              f'{sum(row["agreeing"] for row in mine)} agree')
    if options.write:
        kept = {key: row for key, row in known.items() if key[0] not in tools} | rows
        write_table(kept)
        write_page(kept)
        return 0
    worse = [key for key, row in rows.items() if differing(row) > (differing(known[key]) if key in known else 0)]
    return 1 if worse else 0


if __name__ == '__main__':
    sys.exit(main())
