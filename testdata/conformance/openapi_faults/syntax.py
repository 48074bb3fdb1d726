"""Fields that are unknown, missing or of the wrong type, and text that is not well formed."""

from openapi_faults.table import NEW, fault
from openapi_shapes import Raw, Twin


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


@fault('openapi/syntax-error')
def _(d):
    node = d.any('operation')
    node['description'] = Raw("'It'" if d.form == 'json' else 'It: is')
    return node, 'description', 'value'


@fault('openapi/invalid-value', NEW)
def _(d):
    node = d.any('parameter in query')
    node['style'] = 'fromm'
    return node, 'style', 'value'
