#!/usr/bin/env python3
"""Plants faults into clean Dockerfiles and asks whether each is found at its place.

    plant.py FOLDER --plimsoll COMMAND [--seed 6]

Ten faults, each in six writings: a continued line, a heredoc, the JSON form, sh -c, ONBUILD, and a script
that the image copies in. A file of FOLDER is clean for a fault if its rule reports nothing there and its last
stage builds on an image that is named in CLEAN. Prints what is missed; exits with 1 if anything is.
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

# The rule, and the command with the culprit at which the finding stands between guillemets.
FAULTS = [
    ('shell/world-writable-mode', 'chmod -R «777» /srv/data'),
    ('shell/setuid-mode', 'chmod «4755» /usr/local/bin/tool'),
    ('shell/tls-verification-off', 'curl -fsSL«k» -o /tmp/a https://example.com/a'),
    ('shell/assume-yes-missing', 'apt-get «install» --no-install-recommends jq'),
    ('shell/signature-check-off', 'apt-get install -y «--allow-unauthenticated» jq'),
    ('shell/password-on-command-line', 'curl -u admin:«Hq7Zt2xW9» https://example.com/x'),
    ('shell/docker-socket-world-accessible', 'chmod «666» /var/run/docker.sock'),
    ('shell/apt-instead-of-apt-get', '«apt» install -y jq'),
    ('shell/secret-in-command', 'tool --token «ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8»'),
    ('shell/docker-build-no-cache', 'docker build «--no-cache» -t a .'),
]
WRITINGS = ['continuation', 'heredoc', 'json', 'sh -c', 'onbuild', 'script']
CLEAN = re.compile(r'^FROM\s+(debian|ubuntu|python|node|golang|rust|ruby|php)\b', re.I | re.M)


def written(writing, command):
    if writing == 'continuation':
        return 'RUN true \\\n # a remark\n && ' + command + ' \\\n && true\n'
    if writing == 'heredoc':
        return 'RUN <<EOF\nset -e\ntrue\n' + command + '\nEOF\n'
    if writing == 'json':
        return 'RUN ' + json.dumps(command.split(' ')) + '\n'
    if writing == 'sh -c':
        return 'RUN ["/bin/sh", "-c", ' + json.dumps('true && ' + command) + ']\n'
    if writing == 'onbuild':
        return 'ONBUILD RUN ' + command + '\n'
    return 'COPY planted.sh /planted.sh\n'


def findings(command, folder, rule):
    out = subprocess.run(shlex.split(command) + ['check', '--no-config', '--select', rule, '--format', 'json', folder],
                         capture_output=True, text=True).stdout
    return json.loads(out)['findings']


def place(text, chance):
    """An offset of a line that begins an instruction of the last stage."""
    start = [match.start() for match in re.finditer(r'^FROM\b', text, re.I | re.M)][-1]
    lines = [match.start() for match in re.finditer(r'^(RUN|COPY|ENV|WORKDIR|CMD|ENTRYPOINT|USER)\b', text, re.M)
             if match.start() > start]
    return chance.choice(lines) if lines else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('--plimsoll', required=True)
    parser.add_argument('--seed', type=int, default=6)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    texts = {}
    for where, _, names in os.walk(options.folder):
        for name in names:
            path = os.path.join(where, name)
            with open(path, encoding='utf-8', errors='replace', newline='') as file:
                text = file.read()
            if CLEAN.findall(text) and '\r' not in text and 'escape=`' not in text and '<<' not in text \
                    and 'SHELL' not in text and not re.search(r'\\\s*\n\s*(RUN|COPY|ENV|CMD|USER)\b', text) \
                    and CLEAN.match(re.findall(r'^FROM.*', text, re.I | re.M)[-1]):
                texts[path] = text if text.endswith('\n') else text + '\n'
    names = sorted(texts)
    missed = 0
    for rule, marked in FAULTS:
        command = marked.replace('«', '').replace('»', '')
        culprit = marked[marked.index('«') + 1:marked.index('»')]
        dirty = {os.path.abspath(each['file']) for each in findings(options.plimsoll, options.folder, rule)}
        clean = [name for name in names if os.path.abspath(name) not in dirty]
        for writing in WRITINGS:
            spot = None
            while spot is None:
                text = texts[chance.choice(clean)]
                spot = place(text, chance)
            added = written(writing, command)
            planted = text[:spot] + added + text[spot:]
            folder = tempfile.mkdtemp()
            with open(os.path.join(folder, 'Dockerfile'), 'w', encoding='utf-8', newline='') as file:
                file.write(planted)
            name, base = 'Dockerfile', spot + added.find(command.split(' ')[0])
            whole = planted
            if writing == 'script':
                whole = '#!/bin/sh\nset -e\n' + command + '\n'
                with open(os.path.join(folder, 'planted.sh'), 'w', encoding='utf-8', newline='') as file:
                    file.write(whole)
                name, base = 'planted.sh', 0
            at = whole.index(culprit, base + marked.index('«') if writing != 'json' else base)
            found = [each for each in findings(options.plimsoll, folder, rule)
                     if os.path.basename(each['file']) == name
                     and each['range']['start']['offset'] <= at < each['range']['end']['offset']]
            if not found:
                missed += 1
                print(f'MISSED {rule} ({writing}): {command}')
            shutil.rmtree(folder)
    print(f'{len(FAULTS) * len(WRITINGS)} planted, {missed} missed')
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main())
