"""Schemas, and the examples and defaults that they judge."""

from openapi_faults.table import NEW, fault
from openapi_shapes import Ref


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


@fault('openapi/discriminator-property-invalid')
def _(d):
    node = d.components['schemas'][d.name().capitalize()]
    node['properties']['kind'] = {'type': 'string'}
    node['discriminator'] = 'kind' if d.old else {'propertyName': 'kind'}
    return (node, 'discriminator', 'value') if d.old else (node['discriminator'], 'propertyName', 'value')


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


@fault('openapi/media-type-example-invalid', NEW)
def _(d):
    node = d.any('request')['content']['application/json']
    node['example'] = {'note': 'a'}
    return node, 'example', 'key'
