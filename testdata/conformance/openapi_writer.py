"""Writes a description as YAML or JSON, and tells where each of its parts stands."""

import json
import os
import re

from openapi_shapes import Raw, Ref


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
