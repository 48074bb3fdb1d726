"""Paths, operations, parameters, responses and servers."""

from openapi_faults.table import NEW, fault
from openapi_shapes import Ref


@fault('openapi/path-parameter-optional')
def _(d):
    node = d.any('parameter in path')
    node['required'] = False
    return node, 'required', 'value'


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


@fault('openapi/path-parameter-optional')
def _(d):
    node = d.any('parameter in path')
    del node['required']
    return node, 'in', 'entry'


@fault('openapi/response-status-invalid')
def _(d):
    node = d.any('responses')
    node['2000'] = Ref('responses', 'Conflict')
    return node, '2000', 'key'
