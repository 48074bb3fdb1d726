"""Clean OpenAPI descriptions of every version, made at random."""

import collections
import os

VERSIONS = ['2.0', '3.0', '3.1', '3.2']
FULL = {'2.0': '2.0', '3.0': '3.0.3', '3.1': '3.1.1', '3.2': '3.2.0'}
THINGS = ['order', 'invoice', 'shipment', 'customer', 'payment', 'voucher', 'parcel', 'meter', 'lesson', 'ticket']


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
