"""References that lead nowhere or to the wrong thing, and what nothing refers to."""

from openapi_faults.table import NEW, fault
from openapi_shapes import Ref


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


@fault('openapi/encoding-unknown-property', NEW)
def _(d):
    node = d.any('request')
    media = node['content'].pop('application/json')
    node['content']['multipart/form-data'] = {**media, 'encoding': {'pictures': {'contentType': 'image/png'}}}
    return node['content']['multipart/form-data']['encoding'], 'pictures', 'key'


@fault('openapi/ref-unresolved', NEW)
def _(d):
    node = d.any('request')['content']['application/json']
    node['schema'] = {'$ref': f'openapi.{d.form}#/components/schemas/Nothing'}
    d.rooted.update(('requestBodies', name) for name in d.names)
    return node['schema'], '$ref', 'value'
