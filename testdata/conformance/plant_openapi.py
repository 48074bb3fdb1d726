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
        self.rooted, self.apart = set(), set()
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
        node = {'operationId': verb + thing.capitalize(), 'summary': f'{verb.capitalize()} {thing}', 'tags': [thing],
                **more, 'responses': responses}
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
        self.component('parameters', 'limit', self.parameter(
            'limit', 'query', self.whole(minimum=1, maximum=100, default=20)))
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

    def name(self):
        return self.chance.choice(self.names)

    def failing(self):
        """That in which the schema of an error response stands."""
        node = self.any('failure')
        return node if self.old else node['content']['application/problem+json']

    def problem(self, kind, properties):
        """Gives all error responses another schema."""
        node = self.components['schemas']['Problem']
        node['properties'] = properties
        del node['required']
        for each in self.places['failure']:
            if not self.old:
                each['content'] = {'application/' + kind: each['content']['application/problem+json']}
        return None, node, 'key'

    def deeper(self, more, name=None):
        """A new path below a resource."""
        name = name or self.name()
        path = f'/{name}s/{{{name}Id}}'
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
            'contact': {'name': 'Shop', 'email': 'shop@shop.test'},
            'license': {'name': 'MIT', 'url': 'https://mit.test'}})
        if self.old:
            root.update({'host': 'api.shop.example.com', 'basePath': '/v1', 'schemes': ['https'],
                         'consumes': ['application/json'],
                         'produces': ['application/json', 'application/problem+json']})
        else:
            root['servers'] = [self.mark('server', {
                'url': 'https://{region}.shop.example.com/v1', 'description': 'Live',
                'variables': {'region': self.mark('variable', {'default': 'eu', 'enum': ['eu', 'us']})}})]
        root['tags'] = [{'name': name, 'description': f'All about the {name}'} for name in names]
        root['security'] = [{'login': ['read']}]
        root['paths'] = self.paths
        scopes = {'read': 'Read', 'write': 'Write'}
        flow = {'authorizationUrl': 'https://login.example.com/authorize',
                'tokenUrl': 'https://login.example.com/token', 'scopes': scopes}
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
        root = self.root
        self.where = {}
        files = {}
        kept = root if self.old else root.setdefault('components', {})
        for section, parts in self.components.items():
            inner = section_names.get(section, section) if self.old else section
            for name, node in parts.items():
                place = self.chance.choice(['root', 'alone', 'common']) \
                    if self.layout == 'many' and (section, name) not in self.rooted else 'root'
                if place == 'alone':
                    file, pointer = f'{section}/{name}.{self.form}', ''
                    files[file] = node
                elif place == 'common':
                    file, pointer = f'common/{section}.{self.form}', f'#/{name}'
                    files.setdefault(file, {})[name] = node
                else:
                    file = 'openapi.' + self.form
                    pointer = f'#/{inner}/{name}' if self.old else f'#/components/{inner}/{name}'
                    kept.setdefault(inner, {})[name] = node
                self.where[section, name] = file, pointer
        kept[section_names['securitySchemes'] if self.old else 'securitySchemes'] = self.schemes
        if self.layout == 'many':
            for index, path in enumerate(list(self.paths)):
                if self.chance.random() < .5 and '$ref' not in self.paths[path] and path not in self.apart:
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
            reference = self.description.ref(self.file, value)
            value = reference if key == '$ref' else {'$ref': reference}
        span = (self.at, self.at)
        if isinstance(node, dict):
            span = self.key(node, key)
            self.put(':')
            if self.json or flow or self.inline(value):
                self.put(' ')
        start = self.at
        self.value(value, depth, flow, isinstance(node, list))
        self.spans[id(node), key] = (self.file, span, (start, self.at))
        self.spans[None, id(value)] = (self.file, *span) if span[0] < span[1] else (self.file, start, self.at)

    def inline(self, value):
        return not isinstance(value, (dict, list)) or not value

    def value(self, value, depth, flow, listed=False):
        if not isinstance(value, (dict, list)):
            self.put(self.scalar(value))
        elif not value or flow:
            self.flow(value, depth)
        elif self.json:
            self.lines(value, depth)
        elif not any(isinstance(each, (dict, list, Ref)) for _, each in pairs(value)) \
                and self.description.chance.random() < .3:
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
        spans[None, id(tree)] = (file, 0, text.index(':'))
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
    return None, node, 'key'


@fault('openapi/missing-field')
def _(d):
    node = d.any('parameter in query')
    del node['in']
    return node, next(iter(node)), 'entry', (None, node, 'key')


@fault('openapi/missing-field')
def _(d):
    del d.root['info']['version']
    return d.root, 'info', 'key'


@fault('openapi/unknown-field')
def _(d):
    node = d.any('parameter')
    node['requierd'] = True
    return node, 'requierd', 'key'


@fault('openapi/wrong-type')
def _(d):
    node = d.any('string')
    node['maxLength'] = 'forty'
    return node, 'maxLength', 'value'


@fault('openapi/version-unquoted', NEW)
def _(d):
    d.root['info']['version'] = Raw('1.10')
    return d.root['info'], 'version', 'value'


@fault('openapi/version-unsupported', NEW)
def _(d):
    d.root['openapi'] = '3.7.0'
    return d.root, 'openapi', 'value'


@fault('openapi/license-url-and-identifier', ['3.1', '3.2'])
def _(d):
    node = d.root['info']['license']
    node['identifier'] = 'MIT'
    return node, 'identifier', 'key', (node, 'url', 'key')


@fault('openapi/media-type-malformed', NEW)
def _(d):
    node = d.any('request')
    node['content'] = {'json': node['content']['application/json']}
    return node['content'], 'json', 'key'


@fault('openapi/media-type-malformed', ['2.0'])
def _(d):
    node = d.any('operation')
    node['produces'] = ['application/json', 'problem']
    return node['produces'], 1, 'value'


@fault('openapi/swagger-composition-unsupported', ['2.0'])
def _(d):
    node = d.any('allOf')
    node['oneOf'] = [{'type': 'object'}]
    return node, 'oneOf', 'key'


@fault('openapi/exclusive-fields', NEW)
def _(d):
    node = d.any('parameter in query')
    node['content'] = {'text/plain': {'schema': {'type': 'string'}}}
    return node, 'content', 'key'


@fault('openapi/ref-unresolved')
def _(d):
    node = d.any('responses')
    node['500'] = {'$ref': f'gone/failed.{d.form}'}
    return node['500'], '$ref', 'value'


@fault('openapi/ref-unresolved')
def _(d):
    node = d.any('parameters')
    node.append({'$ref': '#/parameters/Nothing' if d.old else '#/components/parameters/Nothing'})
    return node[-1], '$ref', 'value'


@fault('openapi/ref-wrong-kind')
def _(d):
    node = d.any('responses')
    node['500'] = Ref('schemas', 'Problem')
    d.rooted.add(('schemas', 'Problem'))
    return node, '500', 'value'


@fault('openapi/ref-siblings-ignored', ['2.0', '3.0'])
def _(d):
    node = d.any('object')
    node['properties']['twin'] = {'$ref': Ref('schemas', 'Problem'), 'description': 'Ignored'}
    return node['properties']['twin'], 'description', 'key'


@fault('openapi/ref-not-allowed')
def _(d):
    d.root['x-tag'] = {'name': d.names[0], 'description': 'One of them'}
    d.root['tags'][0] = {'$ref': '#/x-tag'}
    return d.root['tags'][0], '$ref', 'value'


@fault('openapi/ref-not-encoded')
def _(d):
    path = d.chance.choice([path for path in d.paths if '{' in path])
    d.paths['/again' + path] = {'$ref': '#/paths/' + path.replace('/', '~1')}
    d.apart.add(path)
    return d.paths['/again' + path], '$ref', 'value'


@fault('openapi/unused-component')
def _(d):
    name = d.chance.choice(['Lonely', 'Alone', 'Left'])
    node = {'type': 'string'}
    d.component('schemas', name, node)
    d.rooted.add(('schemas', name))
    return None, node, 'key'


@fault('openapi/tag-duplicate')
def _(d):
    d.root['tags'].append({'name': d.names[0], 'description': 'Again'})
    return d.root['tags'][-1], 'name', 'value'


@fault('openapi/path-parameter-not-in-path')
def _(d):
    node = d.any('get')
    node['parameters'] = [d.parameter('shelf', 'path', {'type': 'string'}, required=True)]
    return node['parameters'][0], 'name', 'value'


@fault('openapi/server-variable-undefined', NEW)
def _(d):
    node = d.any('server')
    node['url'] = 'https://{region}.shop.example.com/{stage}'
    return node, 'url', 'value'


@fault('openapi/unused-server-variable', NEW)
def _(d):
    node = d.any('server')
    node['variables']['stage'] = {'default': 'live'}
    return node['variables'], 'stage', 'key'


@fault('openapi/link-operation-undefined', NEW)
def _(d):
    node = d.any('success')
    node['links'] = {'next': {'operationId': 'readNothing'}}
    return node['links']['next'], 'operationId', 'value'


@fault('openapi/discriminator-mapping-unresolved', NEW)
def _(d):
    thing = d.name().capitalize()
    node = d.components['schemas'][thing]
    node['properties']['kind'] = {'type': 'string'}
    node['required'].append('kind')
    node['discriminator'] = {'propertyName': 'kind', 'mapping': {'special': 'Specail' + thing}}
    return node['discriminator']['mapping'], 'special', 'value'


@fault('openapi/discriminator-property-invalid')
def _(d):
    node = d.components['schemas'][d.name().capitalize()]
    node['properties']['kind'] = {'type': 'string'}
    node['discriminator'] = 'kind' if d.old else {'propertyName': 'kind'}
    return (node, 'discriminator', 'value') if d.old else (node['discriminator'], 'propertyName', 'value')


@fault('openapi/encoding-unknown-property', NEW)
def _(d):
    node = d.any('request')
    media = node['content'].pop('application/json')
    node['content']['multipart/form-data'] = {**media, 'encoding': {'pictures': {'contentType': 'image/png'}}}
    return node['content']['multipart/form-data']['encoding'], 'pictures', 'key'


@fault('openapi/composition-member-repeated', NEW)
def _(d):
    node = d.any('object')
    ref = Ref('schemas', 'Problem')
    node['properties']['either'] = {'oneOf': [ref, {'type': 'string'}, ref]}
    return node['properties']['either']['oneOf'], 2, 'value'


@fault('openapi/format-type-mismatch')
def _(d):
    node = d.any('integer')
    node['format'] = 'date-time'
    return node, 'format', 'value'


@fault('openapi/exclusive-bound-mistyped')
def _(d):
    node = d.any('number')
    node['exclusiveMinimum'] = True if d.version in ('3.1', '3.2') else 1
    return node, 'exclusiveMinimum', 'value'


@fault('openapi/schema-includes-itself')
def _(d):
    thing = 'Special' + d.name().capitalize()
    node = d.components['schemas'][thing]
    node['allOf'].append(Ref('schemas', thing))
    return node['allOf'], 2, 'value'


@fault('openapi/media-type-example-invalid', NEW)
def _(d):
    node = d.any('request')['content']['application/json']
    node['example'] = {'name': 5}
    return node['example'], 'name', 'value'


@fault('openapi/media-type-example-invalid', ['2.0'])
def _(d):
    node = d.any('success')
    if node['schema'].__class__ is Ref:
        example = {'id': '0b9f5a3e-5d0f-4ab9-9a0a-3f5b2c1d4e6f', 'name': 'a', 'reason': 5}
        node['examples'] = {'application/json': example}
        return example, 'reason', 'value'
    node['examples'] = {'application/json': ['nothing']}
    return node['examples']['application/json'], 0, 'value'


@fault('openapi/nullable-ignored', ['3.1', '3.2'])
def _(d):
    node = d.any('string')
    node['nullable'] = True
    return node, 'nullable', 'key'


@fault('openapi/example-not-wrapped', NEW)
def _(d):
    node = d.any('request')['content']['application/json']
    node['examples'] = {'first': {'name': 'a'}}
    return node['examples'], 'first', 'key'


@fault('openapi/allof-conflict')
def _(d):
    node = d.components['schemas']['Special' + d.name().capitalize()]['allOf'][1]
    node['properties']['count'] = {'type': 'string'}
    return node['properties'], 'count', 'key'


@fault('openapi/schema-example-invalid')
def _(d):
    node = d.any('object')
    node['properties']['wrong'] = {'type': 'integer', 'example': 'four'}
    return node['properties']['wrong'], 'example', 'value'


@fault('openapi/schema-required-cycle')
def _(d):
    thing = d.name().capitalize()
    node = d.components['schemas'][thing]
    node['properties']['next'] = Ref('schemas', thing)
    node['required'].append('next')
    return node['properties'], 'next', 'value'


@fault('openapi/required-list-invalid')
def _(d):
    node = d.any('object')
    node['required'].append(node['required'][0])
    return node['required'], len(node['required']) - 1, 'value'


@fault('openapi/example-value-conflict', NEW)
def _(d):
    node = d.any('request')['content']['application/json']
    node['examples'] = {'first': {'value': {'name': 'a'}, 'externalValue': 'https://shop.test/first.json'}}
    return node['examples']['first'], 'externalValue', 'key'


@fault('openapi/type-list-unsupported', ['2.0', '3.0'])
def _(d):
    node = d.any('string')
    node['type'] = ['string', 'null']
    return node, 'type', 'entry'


@fault('openapi/schema-keyword-inapplicable')
def _(d):
    node = d.any('integer')
    node['maxLength'] = 4
    return node, 'maxLength', 'key'


@fault('openapi/closed-schema-in-composition')
def _(d):
    node = d.components['schemas']['Special' + d.name().capitalize()]
    node['allOf'][1]['additionalProperties'] = False
    return node['allOf'][1], 'additionalProperties', 'value'


@fault('openapi/schema-bounds-invalid')
def _(d):
    node = d.any('string')
    node['minLength'], node['maxLength'] = 9, 4
    return node, 'minLength', 'value', (node, 'maxLength', 'value')


@fault('openapi/schema-type-unknown')
def _(d):
    node = d.any('integer')
    node['type'] = 'int'
    return node, 'type', 'value'


@fault('openapi/example-and-examples', NEW)
def _(d):
    node = d.any('request')['content']['application/json']
    node['example'] = {'name': 'a'}
    node['examples'] = {'first': {'value': {'name': 'b'}}}
    return node, 'example', 'key'


@fault('openapi/parameter-example-invalid', NEW)
def _(d):
    node = d.components['parameters']['limit']
    node['example'] = 'many'
    return node, 'example', 'value'


@fault('openapi/read-only-and-write-only', NEW)
def _(d):
    node = d.any('object')
    node['properties']['secret'] = {'type': 'string', 'readOnly': True, 'writeOnly': True}
    return node['properties']['secret'], 'writeOnly', 'entry'


@fault('openapi/component-name-invalid', NEW)
def _(d):
    node = {'type': 'string'}
    d.component('schemas', 'Page<Item>', node)
    d.rooted.add(('schemas', 'Page<Item>'))
    d.any('object')['properties']['page'] = {'$ref': '#/components/schemas/Page%3CItem%3E'}
    d.layout = 'one'
    return None, node, 'key'


@fault('openapi/operation-id-missing')
def _(d):
    node = d.any('operation')
    del node['operationId']
    return None, node, 'key'


@fault('openapi/operation-id-not-url-safe')
def _(d):
    node = d.any('operation')
    node['operationId'] = 'do it all'
    return node, 'operationId', 'value'


@fault('openapi/unexpected-request-body', NEW)
def _(d):
    node = d.any('delete')
    node['requestBody'] = Ref('requestBodies', d.name())
    return node, 'requestBody', 'key'


@fault('openapi/server-variable-enum-invalid', NEW)
def _(d):
    node = d.any('variable')
    node['default'] = 'asia'
    return node, 'default', 'value'


@fault('openapi/server-variable-default-missing', NEW)
def _(d):
    node = d.any('variable')
    del node['default']
    return None, node, 'key'


@fault('openapi/swagger-host-malformed', ['2.0'])
def _(d):
    d.root['host'] = 'https://api.shop.example.com'
    return d.root, 'host', 'value'


@fault('openapi/path-parameter-repeated')
def _(d):
    name = d.name()
    d.deeper(f'/{{{name}Id}}', name)
    return d.paths, next(reversed(d.paths)), 'key'


@fault('openapi/responses-missing', ['2.0', '3.0'])
def _(d):
    node = d.any('operation')
    del node['responses']
    return None, node, 'key'


@fault('openapi/success-response-missing')
def _(d):
    node = d.any('operation')
    for status in ['200', '201', '204']:
        node['responses'].pop(status, None)
    return node, 'responses', 'key'


@fault('openapi/path-query-string')
def _(d):
    d.deeper('?open=1')
    return d.paths, next(reversed(d.paths)), 'key'


@fault('openapi/path-template-malformed')
def _(d):
    d.deeper('/{}')
    return d.paths, next(reversed(d.paths)), 'key'


@fault('openapi/path-without-leading-slash')
def _(d):
    path = d.chance.choice(list(d.paths))
    d.paths[path[1:]] = d.paths.pop(path)
    return d.paths, path[1:], 'key'


@fault('openapi/path-equivalent')
def _(d):
    name = d.name()
    d.deeper('', name)
    path = f'/{name}s/{{key}}'
    d.paths[path] = d.paths.pop(next(reversed(d.paths)))
    d.paths[path]['parameters'] = [d.parameter('key', 'path', {'type': 'string'}, required=True)]
    return d.paths, path, 'key'


@fault('openapi/path-ambiguous')
def _(d):
    name = d.name()
    d.deeper('', name)
    identity = d.components['parameters'][name + 'Id']
    del (identity if d.old else identity['schema'])['format']
    path = '/{key}/mine'
    d.paths[path] = d.paths.pop(next(reversed(d.paths)))
    d.paths[path]['parameters'] = [d.parameter('key', 'path', {'type': 'string'}, required=True)]
    return d.paths, path, 'key'


@fault('openapi/path-item-empty')
def _(d):
    path = d.chance.choice([path for path in d.paths if '{' in path])
    node = d.paths[path]
    del node['get'], node['delete']
    return None, node, 'key', (d.paths, path, 'key')


@fault('openapi/unexpected-response-body')
def _(d):
    node = d.any('delete')['responses']['204']
    node.update(d.body({'type': 'string'}, 'text/plain'))
    return node, 'schema' if d.old else 'content', 'key'


@fault('openapi/header-definition-ignored', NEW)
def _(d):
    node = d.any('parameters')
    node.append(d.parameter('Authorization', 'header', {'type': 'string'}))
    return node[-1], 'name', 'value'


@fault('openapi/response-status-invalid')
def _(d):
    node = d.any('responses')
    node['4xx'] = Ref('responses', 'Conflict')
    return node, '4xx', 'key'


@fault('openapi/parameter-duplicate')
def _(d):
    node = d.any('parameters')
    node.append(d.parameter('limit', 'query', {'type': 'integer'}))
    return node[-1], 'name', 'value'


@fault('openapi/swagger-body-conflict', ['2.0'])
def _(d):
    node = d.any('post')['parameters']
    node.append({'name': 'lines', 'in': 'body', 'description': 'More', 'schema': {'type': 'object'}})
    return node[-1], 'in', 'value'


@fault('openapi/swagger-form-consumes-missing', ['2.0'])
def _(d):
    node = d.any('post')
    node['consumes'] = ['application/json']
    node['parameters'][1:] = [{'name': 'file', 'in': 'formData', 'type': 'file', 'description': 'It'}]
    return node, 'consumes', 'key'


@fault('openapi/server-trailing-slash', NEW)
def _(d):
    node = d.any('server')
    node['url'] += '/'
    return node, 'url', 'value'


@fault('openapi/server-plain-http', NEW)
def _(d):
    node = d.any('server')
    node['url'] = node['url'].replace('https', 'http')
    return node, 'url', 'value'


@fault('openapi/server-plain-http', ['2.0'])
def _(d):
    d.root['schemes'].append('http')
    return d.root['schemes'], 1, 'value'


@fault('openapi/parameter-content-not-single', NEW)
def _(d):
    node = d.any('parameter in query')
    schema = node.pop('schema')
    node['content'] = {'application/json': {'schema': schema}, 'text/plain': {'schema': {'type': 'string'}}}
    return node, 'content', 'key'


@fault('openapi/parameter-without-schema')
def _(d):
    node = d.any('parameter')
    for key in ['type', 'schema', 'format', 'minimum', 'maximum', 'default', 'pattern']:
        node.pop(key, None)
    return node, 'name', 'value', (None, node, 'key')


@fault('openapi/security-scope-undefined')
def _(d):
    node = d.any('operation')
    node['security'] = [{'login': ['raed']}]
    return node['security'][0]['login'], 0, 'value'


@fault('openapi/oauth-url-plain-http')
def _(d):
    node = d.any('flow')
    node['tokenUrl'] = node['tokenUrl'].replace('https', 'http')
    return node, 'tokenUrl', 'value'


@fault('openapi/http-auth-scheme-weak', NEW)
def _(d):
    node = d.schemes['old'] = {'type': 'http', 'scheme': 'digest'}
    return node, 'scheme', 'value'


@fault('openapi/http-auth-scheme-unknown', NEW)
def _(d):
    node = d.schemes['bearer'] = {'type': 'http', 'scheme': 'baerer'}
    return node, 'scheme', 'value'


@fault('openapi/api-key-in-url')
def _(d):
    node = d.schemes['key'] = {'type': 'apiKey', 'name': 'api_key', 'in': 'query'}
    return node, 'in', 'value'


@fault('openapi/scopes-without-oauth', ['2.0', '3.0'])
def _(d):
    d.schemes['key'] = {'type': 'apiKey', 'name': 'X-Key', 'in': 'header'}
    node = d.any('operation')
    node['security'] = [{'key': ['read']}]
    return node['security'][0], 'key', 'value'


@fault('openapi/script-in-description')
def _(d):
    node = d.any('operation')
    node['description'] = 'It <script>alert(1)</script>'
    return node, 'description', 'value'


@fault('openapi/security-missing-on-write')
def _(d):
    kept = d.any(d.chance.choice(['post', 'delete']))
    for node in d.places['operation']:
        if node is not kept:
            node['security'] = d.root['security']
    del d.root['security']
    return None, kept, 'key'


@fault('openapi/client-error-response-missing')
def _(d):
    node = d.any('operation')
    for status in list(node['responses']):
        if status.startswith('4'):
            del node['responses'][status]
    return node, 'responses', 'key'


@fault('openapi/unauthorized-response-missing')
def _(d):
    node = d.any('operation')
    del node['responses']['401']
    return node, 'responses', 'key'


@fault('openapi/invalid-input-response-missing')
def _(d):
    node = d.any('post')
    del node['responses']['400']
    return node, 'responses', 'key'


@fault('openapi/not-found-response-missing')
def _(d):
    node = d.any('templated')
    del node['responses']['404']
    return node, 'responses', 'key'


@fault('openapi/server-error-response-missing')
def _(d):
    node = d.any('operation')
    del node['responses']['500']
    return node, 'responses', 'key'


@fault('openapi/error-response-without-schema')
def _(d):
    node = d.any('failure')
    del node['schema' if d.old else 'content']
    return None, node, 'key'


@fault('openapi/error-body-unstructured')
def _(d):
    node = d.failing()
    node['schema'] = {'type': 'string'}
    return node['schema'], 'type', 'value'


@fault('openapi/error-schema-free-form')
def _(d):
    node = d.failing()
    node['schema'] = {'type': 'object'}
    return node, 'schema', 'key'


@fault('openapi/error-schema-exposes-internals')
def _(d):
    node = d.components['schemas']['Problem']['properties']
    node['stackTrace'] = {'type': 'string'}
    return node, 'stackTrace', 'key'


@fault('openapi/error-schema-without-code')
def _(d):
    return d.problem('json', {'message': {'type': 'string'}, 'requestId': {'type': 'string'}, 'errors': {
        'type': 'array', 'items': {'type': 'object', 'properties': {
            'field': {'type': 'string'}, 'message': {'type': 'string'}}}}})


@fault('openapi/error-schema-without-message')
def _(d):
    return d.problem('json', {'code': {'type': 'string'}, 'requestId': {'type': 'string'}, 'errors': {
        'type': 'array', 'items': {'type': 'object', 'properties': {
            'field': {'type': 'string'}, 'rule': {'type': 'string'}}}}})


@fault('openapi/error-schema-without-details')
def _(d):
    return d.problem('json', {'code': {'type': 'string'}, 'message': {'type': 'string'}})


@fault('openapi/error-schema-framework-default')
def _(d):
    return d.problem('json', {'statusCode': {'type': 'integer'}, 'message': {'type': 'string'},
                              'error': {'type': 'string'}})


@fault('openapi/error-schemas-inconsistent')
def _(d):
    node = d.failing()
    node['schema'] = d.component('schemas', 'Other', {'type': 'object', 'required': ['errorCode'], 'properties': {
        'errorCode': {'type': 'string'}, 'errorText': {'type': 'string'}, 'errors': {
            'type': 'array', 'items': {'type': 'object', 'properties': {
                'field': {'type': 'string'}, 'message': {'type': 'string'}}}}}})
    return None, d.components['schemas']['Other'], 'key'


@fault('openapi/error-example-status-mismatch')
def _(d):
    node = d.components['responses']['Conflict']
    example = {'type': 'https://shop.test/invalid', 'title': 'Not valid', 'status': 400, 'code': 'invalid'}
    if d.old:
        node['examples'] = {'application/problem+json': example}
    else:
        node['content']['application/problem+json']['example'] = example
    return example, 'status', 'value'


@fault('openapi/syntax-error')
def _(d):
    node = d.any('operation')
    node['description'] = Raw("'It'" if d.form == 'json' else 'It: is')
    return node, 'description', 'value'


@fault('openapi/path-parameter-optional')
def _(d):
    node = d.any('parameter in path')
    del node['required']
    return node, 'in', 'entry'


@fault('openapi/invalid-value', NEW)
def _(d):
    node = d.any('parameter in query')
    node['style'] = 'fromm'
    return node, 'style', 'value'


@fault('openapi/discriminator-property-invalid')
def _(d):
    node = d.components['schemas'][d.name().capitalize()]
    node['discriminator'] = 'sort' if d.old else {'propertyName': 'sort'}
    return (node, 'discriminator', 'value') if d.old else (node['discriminator'], 'propertyName', 'value')


@fault('openapi/enum-type-mismatch')
def _(d):
    node = d.any('object')
    node['properties']['rating'] = {'type': 'integer', 'enum': [1, '2', 3]}
    return node['properties']['rating']['enum'], 1, 'value'


@fault('openapi/default-invalid')
def _(d):
    node = d.any('enum')
    node['default'] = 'opne'
    return node, 'default', 'value'


@fault('openapi/required-property-undefined')
def _(d):
    node = d.any('object')
    node['required'][0] = node['required'][0] + 's'
    return node['required'], 0, 'value'


@fault('openapi/response-status-invalid')
def _(d):
    node = d.any('responses')
    node['2000'] = Ref('responses', 'Conflict')
    return node, '2000', 'key'


@fault('openapi/security-scheme-undefined')
def _(d):
    d.root['security'][0] = {'logon': ['read']}
    return d.root['security'][0], 'logon', 'key'


@fault('openapi/security-scope-undefined')
def _(d):
    d.root['security'][0] = {'login': ['read', 'delete']}
    return d.root['security'][0]['login'], 1, 'value'


@fault('openapi/ref-unresolved', NEW)
def _(d):
    node = d.any('request')['content']['application/json']
    node['schema'] = {'$ref': f'openapi.{d.form}#/components/schemas/Nothing'}
    d.rooted.update(('requestBodies', name) for name in d.names)
    return node['schema'], '$ref', 'value'


@fault('openapi/media-type-example-invalid', NEW)
def _(d):
    node = d.any('request')['content']['application/json']
    node['example'] = {'note': 'a'}
    return node, 'example', 'key'


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
