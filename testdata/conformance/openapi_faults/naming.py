"""Names of operations and components, and descriptions that lack."""

from openapi_faults.table import NEW, fault


@fault('openapi/response-description-missing', ['2.0', '3.0', '3.1'])
def _(d):
    node = d.any('success')
    del node['description']
    return None, node, 'key'


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
