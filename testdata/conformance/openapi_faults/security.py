"""Schemes, scopes and addresses that protect too little."""

from openapi_faults.table import NEW, fault


@fault('openapi/security-scheme-undefined')
def _(d):
    node = d.any('operation')
    node['security'] = [{'logon': []}]
    return node['security'][0], 'logon', 'key'


@fault('openapi/server-plain-http', NEW)
def _(d):
    node = d.any('server')
    node['url'] = node['url'].replace('https', 'http')
    return node, 'url', 'value'


@fault('openapi/server-plain-http', ['2.0'])
def _(d):
    d.root['schemes'].append('http')
    return d.root['schemes'], 1, 'value'


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


@fault('openapi/security-scheme-undefined')
def _(d):
    d.root['security'][0] = {'logon': ['read']}
    return d.root['security'][0], 'logon', 'key'


@fault('openapi/security-scope-undefined')
def _(d):
    d.root['security'][0] = {'login': ['read', 'delete']}
    return d.root['security'][0]['login'], 1, 'value'
