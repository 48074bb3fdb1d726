"""Error responses and what their schemas tell."""

from openapi_faults.table import fault


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
