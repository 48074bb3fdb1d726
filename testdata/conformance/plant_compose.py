#!/usr/bin/env python3
"""Plants faults into clean Compose projects and asks whether each is found at its place.

    plant_compose.py FOLDER --plimsoll COMMAND [--seed 8]

Twelve faults of services, each in four writings: in the file itself, in its override, behind an anchor, and in a
file that it includes; and twelve that stand in a Dockerfile, a script, a file of variables, a proxy's file or a
workflow. A project is a folder of FOLDER with a default Compose file; it is clean for a fault if its rule reports
nothing there. Prints what is missed; exits with 1 if anything is.
"""

import argparse
import json
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

DEFAULTS = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']
WRITINGS = ['base', 'override', 'anchor', 'include']

# The rule, and the services with the culprit at which the finding stands between guillemets. The first service
# is the one that is written behind an anchor.
SERVICES = [
    ('compose/plaintext-secret', '''
planted:
  image: postgres:17
  environment:
    POSTGRES_PASSWORD: «x7Hq2Zt9Wb»
'''),
    ('compose/credentials-in-url', '''
planted:
  image: example/app:1.0
  environment:
    DATABASE_URL: postgresql://app:«x7Hq2Zt9Wb»@planted-db:5432/app
planted-db:
  image: postgres:17
'''),
    ('compose/insecure-default-secret', '''
planted:
  image: example/app:1.0
  environment:
    ADMIN_PASSWORD: ${ADMIN_PASSWORD:-«x7Hq2Zt9Wb»}
'''),
    ('compose/docker-socket-mount', '''
planted:
  image: example/app:1.0
  volumes:
    - «/var/run/docker.sock»:/var/run/docker.sock
'''),
    ('compose/privileged-container', '''
planted:
  image: example/app:1.0
  privileged: «true»
'''),
    ('compose/host-root-capability', '''
planted:
  image: example/app:1.0
  cap_add:
    - «SYS_ADMIN»
'''),
    ('compose/healthy-condition-without-healthcheck', '''
planted:
  image: example/app:1.0
  depends_on:
    planted-db:
      condition: «service_healthy»
planted-db:
  image: postgres:17
'''),
    ('compose/dangling-env-host', '''
planted:
  image: example/app:1.0
  environment:
    BACKEND_URL: http://«planted-backend»:8080/v1
'''),
    ('compose/evicting-broker', '''
planted:
  image: example/app:1.0
  environment:
    CELERY_BROKER_URL: redis://planted-queue:6379/0
planted-queue:
  image: redis:8-alpine
  command: redis-server --maxmemory 64mb --maxmemory-policy «allkeys-lru»
'''),
    ('compose/db-pool-exceeds-limit', '''
planted:
  image: example/app:1.0
  command: gunicorn --workers 8 app:app
  environment:
    DATABASE_URL: postgresql+psycopg://app@planted-db:5432/app
    DB_POOL_SIZE: "10"
    DB_MAX_OVERFLOW: "20"
«planted-db»:
  image: postgres:17
'''),
    ('compose/host-credentials-mount', '''
planted:
  image: example/app:1.0
  volumes:
    - «~/.aws»:/home/app/.aws
'''),
    ('compose/floating-image-tag', '''
planted:
  image: «nginx:latest»
'''),
]

# The rule, the services that go into the Compose file, and further files; the culprit stands in one of them.
# {base} stands for the name of the Compose file, {override} for that of its override.
FILES = [
    ('compose/undeclared-build-arg', '''
planted:
  build:
    context: ./planted
    args:
      «APP_VERSION»: "1"
''', {'planted/Dockerfile': 'FROM python:3.13-slim\nCMD ["python"]\n'}),
    ('shell/write-to-read-only-mount', '''
planted:
  build: ./planted
  volumes:
    - ./planted/etc:«/etc/planted»:ro
''', {'planted/Dockerfile': 'FROM debian:13\nCOPY start.sh /start.sh\nENTRYPOINT ["/start.sh"]\n',
      'planted/start.sh': '#!/bin/sh\nset -e\ndate > /etc/planted/started\nexec "$@"\n', 'planted/etc/a': 'a\n'}),
    ('compose/volume-owner-mismatch', '''
planted:
  build: ./planted
  volumes:
    - planted-data:«/srv/planted»
''', {'planted/Dockerfile': 'FROM debian:13-slim\nRUN useradd --uid 10001 app && mkdir /srv/planted\nUSER app\n'
                            'CMD ["sleep", "infinity"]\n',
      '{override}': 'volumes:\n  planted-data:\n'}),
    ('compose/stale-proxy-upstream', '''
planted:
  image: nginx:1.29
  volumes:
    - ./planted/nginx.conf:/etc/nginx/conf.d/default.conf:ro
''', {'planted/nginx.conf': 'server {\n  listen 80;\n  location / {\n    proxy_pass http://«planted-backend»:8080;\n'
                            '  }\n}\n'}),
    ('compose/env-file-value-misread', '''
planted:
  image: example/app:1.0
  env_file: planted.env
''', {'planted.env': 'TOKEN=ab«$cd»\n'}),
    ('compose/unused-volume', '', {'{override}': 'volumes:\n  «planted-data»:\n'}),
    ('compose/unused-network', '', {'{override}': 'networks:\n  «planted-net»:\n'}),
    ('compose/placeholder-override', '''
planted:
  build: ./planted
  image: example/planted-base:1.0
''', {'planted/Dockerfile': 'FROM debian:13-slim\nRUN echo planted\n',
      '{override}': 'services:\n  planted:\n    image: «busybox»\n    command: ["true"]\n'}),
    ('shell/missing-compose-file', '', {'planted.sh': '#!/bin/sh\nset -e\ndocker compose -f «planted.prod.yml» up -d\n'}),
    ('shell/unknown-compose-service', '', {'planted.sh': '#!/bin/sh\nset -e\ndocker compose -f {base} restart «planted-worker»\n'}),
    ('shell/compose-v1-command', '', {'planted.sh': '#!/bin/sh\nset -e\n«docker-compose» -f {base} up -d\n'}),
    ('compose/override-ports-accumulate', '''
planted:
  image: example/app:1.0
  ports:
    - "127.0.0.1:18080:80"
''', {'{override}': 'services:\n  planted:\n    ports:\n      - "127.0.0.1:«18081»:80"\n'}),
]


def findings(command, folder, rule):
    out = subprocess.run(shlex.split(command) + ['check', '--no-config', '--select', rule, '--format', 'json', folder],
                         capture_output=True, text=True).stdout
    return json.loads(out)['findings']


def indented(text, by=2):
    return ''.join(' ' * by + line + '\n' if line else '\n' for line in text.strip('\n').split('\n'))


def anchored(services):
    """The first service written as an extension block that the service merges."""
    lines = services.strip('\n').split('\n')
    end = next((i for i in range(1, len(lines)) if not lines[i].startswith(' ')), len(lines))
    block = 'x-planted: &planted\n' + '\n'.join(lines[1:end]) + '\n\n'
    rest = lines[end:]
    return block, '\n'.join([lines[0], '  <<: *planted'] + rest)


def written(writing, base, text, services):
    """The files of the project that differ, the culprit still marked."""
    stem, ending = os.path.splitext(base)
    override = stem + '.override' + ending
    if writing == 'override':
        return {override: 'services:\n' + indented(services)}
    if writing == 'include':
        return {base: 'include:\n  - planted.inc.yaml\n' + text, 'planted.inc.yaml': 'services:\n' + indented(services)}
    block = ''
    if writing == 'anchor':
        block, services = anchored(services)
    return {base: block + re.sub(r'^services:[ \t]*\n', lambda match: match.group() + indented(services), text, count=1,
                                 flags=re.M)}


def projects(folder):
    """The folders with one plain Compose file in block style, with its name and its text."""
    for where, folders, names in os.walk(folder):
        folders.sort()
        here = [name for name in DEFAULTS if name in names]
        if len(here) == 1 and not [name for name in names if 'override' in name or name == '.env']:
            with open(os.path.join(where, here[0]), encoding='utf-8', errors='replace', newline='') as file:
                text = file.read()
            if len(re.findall(r'^services:[ \t]*\n {2}\w', text, re.M)) == 1 and '\r' not in text \
                    and not re.search(r'^(include|---|volumes: \S|name)', text, re.M):
                yield where, here[0], text if text.endswith('\n') else text + '\n'


def plant(options, chance, clean, rule, writing, services, more):
    where, base, text = chance.choice(clean)
    stem, ending = os.path.splitext(base)
    if writing:
        files = written(writing, base, text, services)
    else:
        files = written('base', base, text, services) if services else {}
        for name, content in more.items():
            name = name.replace('{override}', stem + '.override' + ending)
            files[name] = content.replace('{base}', base)
    work = tempfile.mkdtemp()
    folder = os.path.join(work, 'project')
    shutil.copytree(where, folder, symlinks=True)
    culprit = None
    for name, content in files.items():
        if '«' in content:
            at = content.index('«')
            culprit = name, at, content.index('»') - 1
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8', newline='') as file:
            file.write(content.replace('«', '').replace('»', ''))
    name, start, end = culprit
    found = [each for each in findings(options.plimsoll, folder, rule)
             if os.path.abspath(each['file']) == os.path.abspath(os.path.join(folder, name))
             and each['range']['start']['offset'] < end and start < each['range']['end']['offset']]
    shutil.rmtree(work)
    if not found:
        print(f'MISSED {rule} ({writing or name}) in {where}')
    return bool(found)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('--plimsoll', required=True)
    parser.add_argument('--seed', type=int, default=8)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    all_of_them = list(projects(options.folder))
    planted, missed = 0, 0
    faults = [(rule, services, {}, writing) for rule, services in SERVICES for writing in WRITINGS]
    faults += [(rule, services, more, None) for rule, services, more in FILES]
    dirty = {}
    for rule, services, more, writing in faults:
        if rule not in dirty:
            dirty[rule] = [os.path.abspath(each['file']) for each in findings(options.plimsoll, options.folder, rule)]
        clean = [each for each in all_of_them
                 if not any(path.startswith(os.path.abspath(each[0]) + os.sep) for path in dirty[rule])]
        planted += 1
        missed += not plant(options, chance, clean, rule, writing, services, more)
    print(f'{planted} planted, {missed} missed')
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main())
