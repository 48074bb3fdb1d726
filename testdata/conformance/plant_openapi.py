#!/usr/bin/env python3
"""Plants faults into clean OpenAPI descriptions and asks whether each is found at its place.

    plant_openapi.py --plimsoll COMMAND [--seed 9] [--rounds 1] [--keep FOLDER] [--others]

Makes descriptions of version 2.0, 3.0, 3.1 and 3.2 in YAML and in JSON, some in one file with references into it,
some spread over several files, and first asks that none of them has a finding. Then plants each fault into a fresh
one of every kind at a random fitting place, and asks that its rule reports the file and the characters of the
culprit, and nothing else. Prints what is missed or found elsewhere; exits with 1 if anything is. --others prints
too what other rules say of a planted fault, --keep leaves the descriptions in FOLDER.
"""

import argparse
import collections
import json
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

VERSIONS = ['2.0', '3.0', '3.1', '3.2']
FORMATS = ['yaml', 'json']
LAYOUTS = ['one', 'many']
FULL = {'2.0': '2.0', '3.0': '3.0.3', '3.1': '3.1.1', '3.2': '3.2.0'}
THINGS = ['order', 'invoice', 'shipment', 'customer', 'payment', 'voucher', 'parcel', 'meter', 'lesson', 'ticket']
DEFAULT = object()


class Ref:
    """A reference to a component, written when it is known in which file each stands."""

    def __init__(self, section, name):
        self.section, self.name = section, name


class Twin(str):
    """A key that may stand beside an equal one."""

    __hash__ = object.__hash__

    def __eq__(self, other):
        return self is other


class Raw(str):
    """Text written as it is."""


class Description:
    """A description as a tree, with lists of the places into which faults go."""

    def __init__(self, version, form, layout, chance):
        self.version, self.form, self.layout, self.chance = version, form, layout, chance
        self.old = version == '2.0'
        self.places = collections.defaultdict(list)
        self.components = collections.defaultdict(dict)
        self.root = {}
        self.files = {}
        self.built()

    def mark(self, kind, node):
        self.places[kind].append(node)
        return node

    def any(self, kind):
        return self.chance.choice(self.places[kind])

    def component(self, section, name, node):
        self.components[section][name] = node
        return Ref(section, name)

    # Parts

    def text(self, **more):
        return self.mark('string', {'type': 'string', **more})

    def whole(self, **more):
        return self.mark('integer', {'type': 'integer', 'format': 'int32', **more})

    def object(self, required, properties):
        return self.mark('object', {'type': 'object', 'required': required, 'properties': properties})

    def array(self, items):
        return self.mark('array', {'type': 'array', 'items': items})

    def body(self, schema, kind='application/json'):
        """What a response of 2.0 or of a later version says about its body."""
        if self.old:
            return {'schema': schema}
        return {'content': {kind: self.mark('media', {'schema': schema})}}

    def parameter(self, name, where, schema, **more):
        head = {'name': name, 'in': where, 'description': f'The {name} of the request', **more}
        node = head
        if self.old:
            node = schema
            rest = dict(schema)
            node.clear()
            node.update({**head, **rest})
        else:
            node['schema'] = schema
        self.mark('parameter', node)
        self.mark('parameter in ' + where, node)
        return node

    def failure(self, schema, phrase):
        return self.mark('failure', {'description': phrase, **self.body(schema, 'application/problem+json')})

    def answers(self, success, *statuses):
        responses = dict(success)
        names = {'400': 'Invalid', '401': 'Unauthorized', '404': 'Absent', '409': 'Conflict', '500': 'Failed'}
        for status in statuses:
            responses[status] = Ref('responses', names[status])
        return self.mark('responses', responses)

    def success(self, status, schema):
        return {status: self.mark('success', {'description': 'What was asked for', **self.body(schema)})}

    def operation(self, path, method, thing, verb, responses, **more):
        node = {'operationId': verb + thing.capitalize(), 'summary': f'{verb.capitalize()} {thing}', 'tags': [thing], **more,
                'responses': responses}
        self.mark('operation', node)
        self.mark(method, node)
        if '{' in path:
            self.mark('templated', node)
        return node

    def shared(self):
        problem = self.object(['type', 'title', 'status', 'code'], {
            'type': self.text(format='uri'), 'title': self.text(), 'status': self.whole(), 'detail': self.text(),
            'instance': self.text(), 'code': {'type': 'string'},
            'errors': {'type': 'array', 'items': {
                'type': 'object', 'required': ['field', 'message'],
                'properties': {'field': {'type': 'string'}, 'message': {'type': 'string'}}}}})
        schema = self.component('schemas', 'Problem', problem)
        for name, phrase in [('Invalid', 'The request is not valid'), ('Unauthorized', 'The caller is not known'),
                             ('Absent', 'There is none of that id'), ('Conflict', 'It exists already'),
                             ('Failed', 'The service failed')]:
            self.component('responses', name, self.failure(schema, phrase))
        self.component('parameters', 'limit', self.parameter('limit', 'query', self.whole(minimum=1, maximum=100, default=20)))
        self.component('parameters', 'trace', self.parameter('X-Trace', 'header', self.text(pattern='^[a-f0-9]{16}$')))

    def thing(self, name):
        title = name.capitalize()
        state = self.mark('enum', {'type': 'string', 'enum': ['open', 'closed', 'held']})
        properties = {
            'id': self.text(format='uuid'), 'state': state, 'count': self.whole(minimum=0, maximum=500),
            'name': self.text(minLength=1, maxLength=80), 'code': self.text(pattern='^[A-Z]{3}$'),
            'labels': self.array({'type': 'string'}), 'price': self.mark('number', {'type': 'number', 'minimum': 1}),
            'paid': {'type': 'boolean', 'default': False}}
        keys = list(properties)
        self.chance.shuffle(keys)
        entry = self.component('schemas', title, self.object(['id', 'name'], {key: properties[key] for key in keys}))
        special = self.component('schemas', 'Special' + title, self.mark('allOf', {'allOf': [
            entry, self.object(['reason'], {'reason': self.text(), 'rank': self.whole()})]}))
        new = self.component('schemas', 'New' + title, self.object(['name'], {
            'name': self.text(minLength=1), 'note': self.text(), 'parts': self.array(
                self.object(['size'], {'size': self.whole(), 'kind': {'type': 'string'}}))}))
        return entry, special, new

    def resource(self, name):
        entry, special, new = self.thing(name)
        many, one = f'/{name}s', f'/{name}s/{{{name}Id}}'
        identity = self.component('parameters', name + 'Id', self.parameter(
            name + 'Id', 'path', self.text(format='uuid'), required=True))
        more = {'parameters': [Ref('parameters', 'trace')]}
        if self.old:
            more['parameters'].append(self.mark('body', {
                'name': 'body', 'in': 'body', 'description': 'The new one', 'required': True, 'schema': new}))
        else:
            more['requestBody'] = self.component('requestBodies', name, self.mark('request', {
                'description': 'The new one', 'required': True, **self.body(new)}))
        listed = self.operation(many, 'get', name, 'list', self.answers(
            self.success('200', self.array(entry)), '400', '401', '500'),
            parameters=self.mark('parameters', [Ref('parameters', 'limit'), self.parameter(
                'since', 'query', self.text(format='date'))]))
        made = self.operation(many, 'post', name, 'create', self.answers(
            self.success('201', special), '400', '401', '409', '500'), **more)
        read = self.operation(one, 'get', name, 'read', self.answers(
            self.success('200', special), '400', '401', '404', '500'))
        gone = self.operation(one, 'delete', name, 'delete', self.answers(
            {'204': {'description': 'It is gone'}}, '400', '401', '404', '500'))
        return {many: {'get': listed, 'post': made},
                one: self.mark('item', {'parameters': [identity], 'get': read, 'delete': gone})}

    def deeper(self, more):
        """A new path below a resource."""
        path = self.chance.choice([path for path in self.paths if path.endswith('}')])
        name = self.chance.choice(self.names)
        item = {'parameters': self.paths[path]['parameters'], 'get': self.operation(
            path, 'get', name, 'follow', self.answers(self.success('200', Ref('schemas', name.capitalize())),
                                                      '400', '401', '404', '500'))}
        item['parameters'] = list(item['parameters'])
        self.paths[path + '/notes' + more] = item
        return item

    def built(self):
        names = self.chance.sample(THINGS, 2)
        self.names = names
        self.shared()
        self.paths = {}
        for name in names:
            self.paths.update(self.resource(name))
        root = self.root
        root['swagger' if self.old else 'openapi'] = FULL[self.version]
        root['info'] = self.mark('info', {
            'title': 'Shop', 'version': '1.0.0', 'description': 'The ' + ' and '.join(names) + ' of the shop',
            'contact': {'name': 'Shop', 'email': 'shop@shop.test'}, 'license': {'name': 'MIT', 'url': 'https://mit.test'}})
        if self.old:
            root.update({'host': 'api.shop.test', 'basePath': '/v1', 'schemes': ['https'],
                         'consumes': ['application/json'], 'produces': ['application/json', 'application/problem+json']})
        else:
            root['servers'] = [self.mark('server', {
                'url': 'https://{region}.shop.test/v1', 'description': 'Live',
                'variables': {'region': self.mark('variable', {'default': 'eu', 'enum': ['eu', 'us']})}})]
        root['tags'] = [{'name': name, 'description': f'All about the {name}'} for name in names]
        root['security'] = [{'login': ['read']}]
        root['paths'] = self.paths
        scopes = {'read': 'Read', 'write': 'Write'}
        flow = {'authorizationUrl': 'https://login.shop.test/authorize', 'tokenUrl': 'https://login.shop.test/token',
                'scopes': scopes}
        self.mark('flow', flow)
        login = {'type': 'oauth2', 'flow': 'accessCode', **flow} if self.old \
            else {'type': 'oauth2', 'flows': {'authorizationCode': flow}}
        if self.old:
            self.places['flow'] = [login]
        self.schemes = {'login': login}

    # Files

    def laid(self):
        """Spreads the components over the files, and returns each file with its tree."""
        section_names = {'schemas': 'definitions', 'securitySchemes': 'securityDefinitions'}
        root = dict(self.root)
        self.where = {}
        files = {}
        kept = root if self.old else root.setdefault('components', {})
        for section, parts in self.components.items():
            inner = section_names.get(section, section) if self.old else section
            for name, node in parts.items():
                place = self.chance.choice(['root', 'alone', 'common']) if self.layout == 'many' else 'root'
                if place == 'alone':
                    file, pointer = f'{section}/{name}.{self.form}', ''
                    files[file] = node
                elif place == 'common':
                    file, pointer = f'common/{section}.{self.form}', f'#/{name}'
                    files.setdefault(file, {})[name] = node
                else:
                    file, pointer = 'openapi.' + self.form, f'#/{inner}/{name}' if self.old else f'#/components/{inner}/{name}'
                    kept.setdefault(inner, {})[name] = node
                self.where[section, name] = file, pointer
        kept[section_names['securitySchemes'] if self.old else 'securitySchemes'] = self.schemes
        if self.layout == 'many':
            for index, path in enumerate(list(self.paths)):
                if self.chance.random() < .5 and isinstance(self.paths[path], dict):
                    file = f'paths/path{index}.{self.form}'
                    files[file] = self.paths[path]
                    self.paths[path] = {'$ref': file}
        files['openapi.' + self.form] = root
        return files

    def ref(self, file, target):
        other, pointer = self.where[target.section, target.name]
        if other == file:
            return pointer or '#'
        return os.path.relpath(other, os.path.dirname(file) or '.') + pointer


class Writer:
    """Writes a tree as YAML or JSON and notes where each key and each value stands."""

    def __init__(self, description, file, spans):
        self.description, self.file, self.spans = description, file, spans
        self.out, self.at = [], 0
        self.json = description.form == 'json'

    def put(self, text):
        self.out.append(text)
        self.at += len(text)

    def scalar(self, value):
        if isinstance(value, Raw):
            return str(value)
        if isinstance(value, str) and not self.json and re.fullmatch(r'[$A-Za-z/][\w/.-]*( [\w/.-]+)*', value) \
                and value.lower() not in ('true', 'false', 'null', 'yes', 'no', 'on', 'off'):
            return value
        return json.dumps(value)

    def key(self, node, key):
        start = self.at
        self.put(self.scalar(str(key)))
        return start, self.at

    def entry(self, node, key, value, depth, flow):
        if isinstance(value, Ref):
            value = {'$ref': self.description.ref(self.file, value)}
        span = (self.at, self.at)
        if isinstance(node, dict):
            span = self.key(node, key)
            self.put(':')
            if self.json or flow or self.inline(value):
                self.put(' ')
        start = self.at
        self.value(value, depth, flow, isinstance(node, list))
        self.spans[id(node), key] = (self.file, span, (start, self.at))

    def inline(self, value):
        return not isinstance(value, (dict, list)) or not value

    def value(self, value, depth, flow, listed=False):
        if not isinstance(value, (dict, list)):
            self.put(self.scalar(value))
        elif not value or flow:
            self.flow(value, depth)
        elif self.json:
            self.lines(value, depth)
        elif all(not isinstance(each, (dict, list, Ref)) for _, each in pairs(value)) and self.description.chance.random() < .3:
            if not listed:
                self.put(' ')
            self.flow(value, depth)
        else:
            self.block(value, depth, listed)

    def flow(self, value, depth):
        opening, closing = '{}' if isinstance(value, dict) else '[]'
        self.put(opening)
        for index, (key, each) in enumerate(pairs(value)):
            if index:
                self.put(', ')
            self.entry(value, key, each, depth, True)
        self.put(closing)

    def lines(self, value, depth):
        opening, closing = '{}' if isinstance(value, dict) else '[]'
        self.put(opening)
        for index, (key, each) in enumerate(pairs(value)):
            self.put((',' if index else '') + '\n' + '  ' * (depth + 1))
            self.entry(value, key, each, depth + 1, False)
        self.put('\n' + '  ' * depth + closing)

    def block(self, value, depth, listed):
        first = listed or self.at == 0
        for key, each in pairs(value):
            if not first:
                self.put('\n' + '  ' * depth)
            first = False
            if isinstance(value, list):
                self.put('- ')
            self.entry(value, key, each, depth + 1, False)


def pairs(value):
    return list(value.items()) if isinstance(value, dict) else list(enumerate(value))


def write(description, folder):
    """Writes the files of a description and returns the places of all keys and values."""
    spans = {}
    for file, tree in description.laid().items():
        writer = Writer(description, file, spans)
        writer.value(tree, 0, False)
        text = ''.join(writer.out) + '\n'
        path = os.path.join(folder, file)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8', newline='') as out:
            out.write(text)
    return spans


# Faults. Each changes a description and returns the node, the key, and whether the key or the value is the culprit.

FAULTS = []


def fault(rule, versions=DEFAULT):
    def noted(function):
        FAULTS.append((rule, VERSIONS if versions is DEFAULT else versions, function))
        return function
    return noted


NEW = ['3.0', '3.1', '3.2']


@fault('openapi/unknown-field')
def _(d):
    node = d.any('operation')
    node['sumary'] = 'Misspelt'
    return node, 'sumary', 'key'


@fault('openapi/wrong-type')
def _(d):
    node = d.any('operation')
    node['deprecated'] = 'yes'
    return node, 'deprecated', 'value'


@fault('openapi/invalid-value')
def _(d):
    node = d.any('parameter in query')
    node['in'] = 'querry'
    return node, 'in', 'value'


@fault('openapi/duplicate-key')
def _(d):
    node = d.any('operation')
    twin = Twin('summary')
    node[twin] = 'Said again'
    return node, twin, 'key'


@fault('openapi/ref-unresolved')
def _(d):
    node = d.any('array')
    node['items'] = {'$ref': '#/definitions/Nothing' if d.old else '#/components/schemas/Nothing'}
    return node['items'], '$ref', 'value'


@fault('openapi/operation-tag-undefined')
def _(d):
    node = d.any('operation')
    node['tags'].append('nowhere')
    return node['tags'], 1, 'value'


@fault('openapi/path-parameter-undefined')
def _(d):
    item = d.deeper('/{part}')
    return item, 'get', 'key'


@fault('openapi/operation-id-duplicate')
def _(d):
    first, second = d.chance.sample(d.places['operation'], 2)
    first['operationId'] = second['operationId']
    return first, 'operationId', 'value', (second, 'operationId', 'value')


@fault('openapi/array-without-items')
def _(d):
    node = d.any('array')
    del node['items']
    return node, 'type', 'value'


@fault('openapi/enum-duplicate')
def _(d):
    node = d.any('enum')
    node['enum'].append('open')
    return node['enum'], 3, 'value'


@fault('openapi/enum-type-mismatch')
def _(d):
    node = d.any('enum')
    node['enum'].append(7)
    return node['enum'], 3, 'value'


@fault('openapi/required-property-undefined')
def _(d):
    node = d.any('object')
    node['required'].append('absent')
    return node['required'], len(node['required']) - 1, 'value'


@fault('openapi/pattern-invalid')
def _(d):
    node = d.any('string')
    node['pattern'] = '^[a-z'
    return node, 'pattern', 'value'


@fault('openapi/default-invalid')
def _(d):
    node = d.any('integer')
    node['default'] = 'many'
    return node, 'default', 'value'


@fault('openapi/path-parameter-optional')
def _(d):
    node = d.any('parameter in path')
    node['required'] = False
    return node, 'required', 'value'


@fault('openapi/security-scheme-undefined')
def _(d):
    node = d.any('operation')
    node['security'] = [{'logon': []}]
    return node['security'][0], 'logon', 'key'


@fault('openapi/response-description-missing', ['2.0', '3.0', '3.1'])
def _(d):
    node = d.any('success')
    del node['description']
    return d.holder(node)


# Runs


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


def holder(description, node):
    """The key whose value a node is."""
    trees = [description.root, description.components]
    while trees:
        tree = trees.pop()
        for key, each in pairs(tree) if isinstance(tree, (dict, list)) else []:
            if each is node:
                return tree, key, 'key'
            trees.append(each)
    raise AssertionError('a node that is nowhere')


Description.holder = holder


def span(spans, place):
    node, key, part = place
    file, name, value = spans[id(node), key]
    return (file, *(name if part == 'key' else value))


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
        for version, form, layout in kinds(versions):
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
    print(f'{len(FAULTS)} faults, {total} planted, {wrong} wrong')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
