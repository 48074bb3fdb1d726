"""Synthetic sets of Compose files: every short form against every long one across two files, and seeded mixtures."""

import itertools
import os
import re
import shutil

# Attributes of a service and the forms that they have, in flow style.
SERVICE = {
    'annotations': ['{a: 1, b: x}', '["a=2", "c"]', '["b=y", "b=z"]', 'null'],
    'blkio_config': ['{weight: 300, device_read_bps: [{path: /dev/sda, rate: 12mb}]}',
                     '{weight: 400, device_read_bps: [{path: /dev/sda, rate: 1024}]}'],
    'build': ['.', '{context: ./dir, dockerfile: A}', '{args: {A: 1, B: }}', '{args: ["A=2", C]}',
              '{context: "https://x.example/y.git", labels: ["l=1"]}', '{additional_contexts: ["a=./a", "b=service:db"]}',
              '{additional_contexts: {a: ../b}}', '{ssh: [default, "k=~/.ssh/k"]}', '{ssh: {default: , o: ./p}}',
              '{secrets: [s, {source: t, target: u}]}', '{tags: ["a:1", "a:1", "b"], cache_from: [x, y]}',
              '{cache_from: [y, z], platforms: [linux/amd64]}', '{extra_hosts: ["a=1.1.1.1"]}', '{extra_hosts: {a: 2.2.2.2}}',
              '{ulimits: {nofile: 5, nproc: {soft: 1, hard: 2}}}', '{provenance: true, sbom: "x"}', '{provenance: "mode=max"}'],
    'cap_add': ['[A, B, A]', '[B, C]', '[]'],
    'command': ['run a', '[run, b]', 'null', '[]'],
    'configs': ['[c]', '[{source: c, target: /x, mode: 0440}]', '[{source: d, target: /c}, c]'],
    'container_name': ['a', 'b', '"1"'],
    'cpus': ['1', '0.5', '"2"', '1.50'],
    'credential_spec': ['{file: a.json}', '{registry: r}'],
    'depends_on': ['[db]', '[db, cache, db]', '{db: {condition: service_healthy}}', '{cache: {condition: service_started, required: false, restart: true}}', '{}'],
    'deploy': ['{replicas: 2, labels: ["a=1"]}', '{labels: {a: 2, b: 3}}', '{resources: {limits: {cpus: "0.5", memory: 1g}}}',
               '{resources: {limits: {cpus: 1}, reservations: {devices: [{capabilities: [gpu]}]}}}', '{placement: {constraints: [a, b]}}',
               '{placement: {constraints: [b, c]}}', '{mode: global, update_config: {parallelism: 2, delay: 10s}}'],
    'develop': ['{watch: [{path: ./a, action: sync, target: /a, ignore: x}]}', '{watch: [{path: ./b, action: rebuild, include: [x, y]}]}'],
    'devices': ['["/dev/a:/dev/b"]', '["/dev/a"]', '["/dev/c:/dev/b:r", "/dev/d::rw"]', '[{source: /dev/x, target: /dev/b, permissions: r}]', '["vendor.com/class=dev"]', '["a:b:c:d"]'],
    'device_cgroup_rules': ['["c 1:3 mr"]', '["c 1:3 mr", "a 7:* rmw"]'],
    'dns': ['8.8.8.8', '[8.8.8.8, 1.1.1.1]', '["", 9.9.9.9]', '""', '[]'],
    'dns_search': ['a.example', '[a.example, b.example]'],
    'entrypoint': ['[a, b]', 'sh -c x', 'null'],
    'env_file': ['.env.a', '[.env.a, .env.b]', '[{path: .env.a, required: false}, c.env]', '[{path: x.env, format: raw}]'],
    'environment': ['{A: 1, B: "2", C: null, D: true, E: 1.10}', '[A=5, "B=", C, "X=a=b"]', '[D, "A=6", "A=7"]', '{A: }', '{F: 1e3, G: 0x1F, H: 010, I: 1_000, J: yes, K: 0.1, L: -5, M: .5, N: 1e100}', '{}', 'null', '["A: b"]'],
    'expose': ['["80", 81]', '[80, "81", "82-83", "84/udp"]'],
    'extra_hosts': ['["a:1.1.1.1", "b=2.2.2.2"]', '{a: 1.1.1.1, c: [3.3.3.3, 4.4.4.4]}', '["a=1.1.1.1", "a:1.1.1.1"]', '["z:::1", "y=[::1]"]'],
    'external_links': ['[a, b]', '[b, "c:d"]'],
    'gpus': ['all', '[{count: 1}]', '[{driver: nvidia, device_ids: ["0"]}]', '[{capabilities: [tpu]}]'],
    'group_add': ['[a, 1]', '[1, "2"]'],
    'healthcheck': ['{test: curl x, interval: 5s}', '{test: [CMD, a]}', '{test: [NONE], retries: 3}', '{disable: true}', '{test: null, retries: 4}'],
    'hostname': ['a', 'b'],
    'init': ['true', 'false'],
    'labels': ['{a: 1, "b.c/d": x}', '["a=2", "e=f=g"]', '["a"]', '{a: null}', '{a: true, n: 1.0}'],
    'label_file': ['a.lbl', '[a.lbl, b.lbl]'],
    'links': ['[db]', '["db:x", db]'],
    'logging': ['{driver: json-file, options: {max-size: 1m, max-file: 3}}', '{options: {max-size: 2m}}', '{driver: syslog, options: {a: b}}', '{driver: json-file, options: {max-file: "5"}}'],
    'mem_limit': ['1g', '512m', '1073741824'],
    'models': ['[m]', '{m: {endpoint_var: A}}', '[m, n]'],
    'networks': ['[a, b]', '{a: }', '{a: {aliases: [x, y], ipv4_address: 1.2.3.4}}', '{a: {aliases: [y, z], priority: 5}, c: {}}', '[b, b]', '{a: {link_local_ips: [1.1.1.1], mac_address: "02:42:ac:11:65:43"}}'],
    'network_mode': ['host', '"service:db"'],
    'pids_limit': ['5', '"6"'],
    'platform': ['linux/amd64', 'linux/arm64'],
    'ports': ['["80:80"]', '["8080:80"]', '[80]', '["80"]', '[{target: 80, published: "80"}]', '[{target: 80, published: 8080, protocol: udp}]',
              '["127.0.0.1:80:80/tcp"]', '["8000-8002:80-82"]', '["8001:81", "80:80/udp"]', '["[::1]:80:80"]', '["9000-9010:80"]', '["::1:80:80"]',
              '["0.0.0.0:80:80"]', '["127.0.0.1::80"]', '["80:80:80"]', '["a:80"]', '["80/sctp"]', '["80/icmp"]', '["3-1"]', '["70000:1"]', '[":80"]', '["80:"]',
              '["1-3:5"]', '["1-3:5-6"]', '["1-2"]', '[{target: 80, host_ip: 127.0.0.1, mode: host, name: web, app_protocol: http}]', '["80:80", "80:80"]', '["98-101:98-101"]',
              '["80:80/TCP"]', '["80/"]', '["08:09"]', '["1.2.3:1:2"]', '["[1.2.3.4]:1:2"]', '["256.1.1.1:1:2"]', '["fe80::1%eth0:1:2"]', '["[fe80::1%25eth0]:1:2"]', '["80:80 "]', '[" 80:80"]', '["+80:80"]', '["1-2-3:4"]', '["a/b/c"]', '["80/tcp/udp"]', '["[]:1:2"]', '["0:0"]', '["host:1:2"]'],
    'post_start': ['[{command: a}]', '[{command: [b, c], user: root, environment: ["A=1"]}]'],
    'pre_stop': ['[{command: a}]', '[{command: [b, c], privileged: true}]'],
    'profiles': ['[a]', '[a, b]', '[]'],
    'privileged': ['true', 'false'],
    'provider': ['{type: a, options: {b: c}}', '{type: a, options: {b: [d, e]}}'],
    'read_only': ['true', '"false"'],
    'restart': ['always', '"no"', 'no'],
    'scale': ['2', '"3"'],
    'secrets': ['[s]', '[{source: s, target: s, mode: 0o400}]', '[{source: t}, s]', '[{source: u, target: /run/secrets/s, uid: "1"}]'],
    'security_opt': ['[a, "b:c"]', '["b:c", d]'],
    'shm_size': ['64m', '67108864'],
    'stop_grace_period': ['10s', '1m30s'],
    'storage_opt': ['{size: 1G}', '{size: 2G, x: y}'],
    'sysctls': ['{a.b: 1}', '["a.b=2", "c=3"]'],
    'tmpfs': ['/a', '[/a, "/b:size=1m"]', '["/b:size=2m"]'],
    'tty': ['true', 'false'],
    'ulimits': ['{nofile: 5}', '{nofile: {soft: 1, hard: 2}, nproc: 3}', '{nofile: {soft: 9}}'],
    'user': ['root', '"0"', '0', '"1:2"'],
    'volumes': ['[/a]', '["v:/a"]', '["./x:/a"]', '["./x:/a:ro,z", "v:/b:nocopy"]', '[{type: bind, source: ./y, target: /a}]',
                '[{type: volume, source: v, target: /a, volume: {nocopy: true, labels: ["a=b"]}}]', '["/a:/a:rw", "~/b:/b:rshared"]',
                '[\'C:\\x:C:\\y\']', '["c:/x:/y:ro"]', '[{type: tmpfs, target: /t, tmpfs: {size: 1g}}]', '["v:/a/../b/"]', '["x:y:z:w"]', '["a::b"]', '[":/a"]', '["a:"]', '["/a/"]', '["ab"]', '["a"]',
                '["a:b"]', '["v:/a:foo", "v:/c:ro,rw"]', '["v:/a:z"]', '["\\\\\\\\.\\\\pipe\\\\x:\\\\\\\\.\\\\pipe\\\\y"]', '[{type: bind, source: /s, target: /a, bind: {create_host_path: false}}]',
                '[{type: bind, source: /s, target: /a, bind: {propagation: shared}}]', '["..:/up", ".:/here", "/:/root"]', '[""]', '[{type: image, source: i, target: /i}]', '["v:/a", "w:/a"]', '["/x/./y:/a//b"]', '["é:/a"]', '["é:/x:/a"]'],
    'volumes_from': ['[a]', '[a, "b:ro"]'],
    'working_dir': ['/a', '/b'],
    'x-any': ['{a: [1, 2], b: {c: d}}', '{a: [2, 3], b: {e: f}}', '[1]', 'text', 'null', '5'],
    'x-develop': ['{watch: [{path: ./a, action: rebuild, x-initialSync: true}]}'],
}
TOP = {
    'networks': ['{a: }', '{a: {driver: bridge, labels: ["a=1"]}}', '{a: {labels: {a: 2}}}', '{a: {external: true}}', '{a: {external: {name: real}}}',
                 '{a: {name: n, external: {name: m}}}', '{a: {name: n, external: true}}', '{a: {ipam: {config: [{subnet: 10.0.0.0/24}, {subnet: 10.1.0.0/24}]}}}',
                 '{a: {ipam: {config: [{subnet: 10.0.0.0/24, gateway: 10.0.0.1}]}}}', '{a: {ipam: {driver: x, config: [{subnet: 10.2.0.0/24}, {gateway: 1.1.1.1}]}}}', '{a: {driver_opts: {x: 1, y: "2"}, internal: true}}',
                 '{a: {ipam: {config: []}}}', '{a: {ipam: {options: {a: b}}}}'],
    'volumes': ['{v: }', '{v: {driver: local, driver_opts: {type: none, o: bind, device: ./d}}}', '{v: {external: true, name: r}}', '{v: {labels: [a, "b=1"]}}', '{v: {external: {name: q}}}', '{v: {name: "x y"}}'],
    'secrets': ['{s: {file: ./s.txt}}', '{s: {environment: S}}', '{s: {external: true}}', '{s: {external: {name: z}}}', '{s: {file: ~/s, labels: {a: b}}}'],
    'configs': ['{c: {file: ./c.txt}}', '{c: {content: "a b"}}', '{c: {environment: C}}', '{c: {external: true, name: o}}'],
    'models': ['{m: {model: ai/x}}', '{m: {model: ai/x, context_size: 5, runtime_flags: [a]}}', '{m: {model: ai/y, runtime_flags: [b, a]}}'],
    'name': ['one', 'two'],
    'version': ['"3"', '3.8'],
    'x-top': ['{a: [1, {b: c}]}', '{a: [2], "d.e": 5}', '2020-01-01', '"2020-01-01"', '[0o17, 017, 0b11, 1__0, +5, 0xFG, .inf, .nan, 1e5, -0, "0x1"]', '[~, Null, TRUE, True, tRUE, y, on, No]', '[12:30:45, 1:2, 1., .5, 5e, 18446744073709551615, 18446744073709551616, -9223372036854775809]'],
}
WHOLE = [
    # aliases, merge keys
    'x-a: &a {environment: {A: 1}, labels: [l]}\nservices: {web: {<<: *a, image: i}, db: {<<: *a, environment: {B: 2}, image: j}}\n',
    'x-a: &a {image: a, tty: true}\nx-b: &b {image: b, init: true}\nservices: {web: {<<: [*a, *b]}, db: {<<: [*b, *a], image: c}}\n',
    'x-l: &l [{image: a}, {tty: true, image: b}]\nservices: {web: {<<: *l}}\n',
    'x-a: &a {image: a}\nx-b: &a {image: b}\nservices: {web: *a}\n',
    'services:\n  web: &w\n    image: a\n    ports: &p ["80:80"]\n  db:\n    <<: *w\n    ports: *p\n  c: *w\n',
    'services: {web: {image: a, labels: &l {a: b, c: *l}}}\n',
    'services: {web: &w {image: a, x-y: *w}}\n',
    'services: {web: {image: *nowhere}}\n',
    'x-a: &a {image: a}\nservices: {web: {<<: *a, <<: *a}}\n',
    'services: {web: {image: a, image: b}}\n',
    'services: {web: {<<: text, image: a}}\n',
    'services: {web: {<<: , image: a}}\n',
    'services: {web: {"<<": {image: a}, image: b}}\n',
    'services: {web: {image: a, <<: {image: b, tty: true}}}\n',
    'x-a: &a {x-m: {p: 1, q: 2}}\nservices: {web: {<<: *a, image: i, x-m: {p: 3}}}\n',
    'x-a: &a {tty: true}\nx-b: &b {<<: *a, init: true}\nservices: {web: {<<: *b, image: i}}\n',
    'x-k: &k web\nservices: {*k : {image: a}}\n',
    '1: {}\nservices: {web: {image: a}}\n', 'services: {1: {image: a}}\n', 'services: {"1": {image: a}, true: {image: b}}\n', 'services: {~: {image: b}}\n',
    'services: {[a]: {image: b}}\n', 'services: {web: {image: a}, {b: c}: {}}\n',
    # resets
    'services: {web: {image: a, ports: !reset ["1:1"], labels: !override {z: y}}}\n',
    'services: {web: !reset {image: a}}\n', 'services: {web: !override {image: q}}\n', 'services: {web: !reset }\n',
    'services: {web: {environment: !reset null}}\n', 'services: {web: {environment: {A: !reset null, B: n}}}\n',
    'services: {web: {ports: [!reset "80:80", "1:1"]}}\n', 'services: {web: {volumes: !override [ "q:/q"]}}\n',
    'x-r: &r !reset []\nservices: {web: {ports: *r}}\n', 'x-r: &r !override ["7:7"]\nservices: {web: {ports: *r}}\n',
    'x-r: &r {ports: !reset [], labels: !override {only: this}}\nservices: {web: {<<: *r}, db: {<<: *r}}\n',
    'x-r: &r {ports: !override ["5:5"]}\nservices: {web: *r}\n',
    'services: !reset {}\n', 'services: !override {web: {image: z}}\n', 'networks: !reset {}\nservices: {web: {networks: !reset }}\n',
    'services: {web: {build: !reset , image: n, depends_on: !override {n: {condition: service_started}}}, n: {image: n}}\n',
    'services: {web: {x-develop: !reset {}}}\n',
    # several documents
    '---\nservices: {web: {image: a, ports: ["1:1"]}}\n---\nservices: {web: {image: b, ports: ["2:2"]}}\n',
    'services: {web: {image: a}}\n---\n---\nservices: {web: {tty: true}}\n', '---\n# nothing\n---\nservices: {web: {image: a}}\n', 'services: {web: {image: a}}\n---\ntext\n',
    'services: {web: {image: a, ports: ["1:1"]}}\n---\nservices: {web: {ports: !reset []}}\n',
    # shapes
    '', '# only\n', 'text\n', '[a]\n', 'services:\n', 'services: []\n', 'services: text\n', 'services: {web: }\n', 'services: {web: text}\n', 'services: {web: [a]}\n', 'null\n', '{}\n',
    # extends in one file
    'services: {base: {image: a, ports: ["1:1"], environment: [A=1]}, web: {extends: base, ports: ["2:2"], environment: {B: 2}}}\n',
    'services: {a: {image: a, tty: true}, b: {extends: {service: a}, init: true}, web: {extends: b, labels: [l]}}\n',
    'services: {a: {extends: b}, b: {extends: a}}\n', 'services: {a: {extends: a}}\n', 'services: {a: {extends: nowhere, image: i}}\n', 'services: {a: {extends: {}, image: i}}\n',
    'services: {a: {extends: {file: nowhere.yml, service: x}, image: i}}\n', 'services: {a: {extends: {service: b}, image: i}, b: }\n', 'services: {a: {extends: [b], image: i}, b: {image: i}}\n',
    'services: {base: {image: a, volumes: ["./x:/x"], build: .}, web: {extends: base, build: {target: t}, volumes: ["./y:/x"], ports: !reset []}}\n',
    'services: {base: {image: a, ports: ["1:1"], labels: [a]}, web: {extends: base, ports: !override ["2:2"], labels: !reset }}\n',
    'services: {base: {image: a, depends_on: [db], networks: [n]}, db: {image: d}, web: {extends: base, depends_on: {c: {condition: service_started}}, networks: {m: }}, c: {image: c}}\nnetworks: {n: , m: }\n',
    # extends from another file
    'services: {web: {extends: {file: sub/base.yml, service: base}, volumes: ["./mine:/mine"]}}\n',
    'services: {web: {extends: {file: ./sub/../sub/base.yml, service: chain}, environment: {X: 1}}}\n',
    'services: {web: {extends: {file: sub/base.yml, service: loop}}}\n', 'services: {web: {extends: {file: sub/base.yml, service: none}}}\n',
    'services: {web: {extends: {file: sub/base.yml, service: over}, ports: ["9:9"]}, two: {extends: {file: sub/base.yml, service: base}, volumes: !override []}}\n',
    'services: {web: {extends: {file: sub/base.yml, service: out}}}\n', 'services: {web: {extends: {file: sub/many.yml, service: web}}}\n', 'services: {web: {extends: {file: sub/none.yml, service: web}}}\n', 'services: {web: {extends: {file: sub, service: web}}}\n',
    'services: {web: {extends: {file: sub/inc.yml, service: web}}}\n',
    # include
    'include: [sub/inc.yml]\nservices: {own: {image: o, depends_on: [web]}}\n', 'include:\n  - path: sub/inc.yml\n    project_directory: .\nservices: {own: {image: o}}\n',
    'include:\n  - path: [sub/inc.yml, sub/over.yml]\n', 'include: [sub/inc.yml, sub/inc2.yml]\n', 'include: [sub/cyc.yml]\n', 'include: [nowhere.yml]\n', 'include: sub/inc.yml\n', 'include: [{path: sub/inc.yml, env_file: nowhere.env}]\nservices: {o: {image: o}}\n',
    'include: [sub/inc.yml]\nservices: {web: {ports: ["7:7"], environment: {NEW: 1}}}\n', 'include: [sub/inc.yml]\nservices: {web: {ports: !override ["7:7"], volumes: !reset []}}\n', 'include: [{project_directory: sub}]\n', 'include: []\nservices: {o: {image: o}}\n', 'include:\nservices: {o: {image: o}}\n',
    'include: [sub/dia.yml, sub/inc.yml]\n', 'include: [sub/inc.yml, sub/dia.yml]\n', 'include: [sub/many.yml]\n', 'include: [{path: sub/inc.yml, project_directory: sub/deep}]\n', 'include: [sub]\n', 'include: [[a]]\n', 'include: [sub/empty.yml]\nservices: {o: {image: o}}\n', 'include: [5]\n', 'include: [self.yml]\n',
]
BESIDE = {
    'sub/base.yml': 'services:\n  base: {image: b, build: {context: ., additional_contexts: [a=./ctx, b=service:x, c=https://y.example]}, volumes: ["./data:/data", "v:/v", "~/h:/h", "C:/w:/w"], env_file: e.env, label_file: l.lbl}\n'
                    '  chain: {extends: {file: deep/more.yml, service: more}, volumes: ["./c:/c"]}\n  loop: {extends: {service: loop2}}\n  loop2: {extends: loop}\n'
                    '  over: {extends: base, ports: !override ["3:3"], volumes: !reset []}\n  out: {extends: {file: ../up.yml, service: up}}\nvolumes: {v: }\n',
    'sub/deep/more.yml': 'services: {more: {image: m, build: {context: ../../x, ssh: [default, "k=./key"]}, volumes: ["./m:/m", "../n:/n"], develop: {watch: [{path: ./w, action: rebuild}]}}}\n',
    'up.yml': 'services: {up: {image: u, volumes: ["./u:/u"], env_file: [{path: u.env, required: false}]}}\n',
    'sub/inc.yml': 'services: {web: {image: w, ports: ["1:1"], build: ./b, volumes: ["./d:/d", "v:/v"], env_file: [a.env], environment: {OLD: 1}}, helper: {extends: {file: deep/more.yml, service: more}}}\nvolumes: {v: {driver: local, driver_opts: {o: bind, type: none, device: ./dev}}}\nsecrets: {s: {file: ./s}}\nconfigs: {c: {file: ../c}}\nname: inner\nx-inner: 1\n',
    'sub/inc2.yml': 'services: {web: {image: w2, ports: ["2:2"]}}\n', 'sub/over.yml': 'services: {web: {image: over, labels: [l]}}\n', 'sub/cyc.yml': 'include: [cyc2.yml]\nservices: {c: {image: c}}\n', 'sub/cyc2.yml': 'include: [cyc.yml]\nservices: {d: {image: d}}\n',
    'sub/dia.yml': 'include: [inc.yml]\nservices: {dia: {image: d}}\n', 'sub/many.yml': '---\nservices: {web: {image: a, ports: ["1:1"], volumes: ["./p:/p"]}}\n---\nservices: {web: {image: b, ports: ["2:2"]}}\n', 'sub/empty.yml': '', 'sub/none.yml': 'volumes: {v: }\n',
}
BOTTOM = ('services:\n  web:\n    image: bottom\n    ports: ["80:80", "443:443"]\n    labels: {l: m}\n    environment: {A: 0, B: 0}\n    volumes: ["v:/v", "./s:/s"]\n'
          '    networks: [n]\n    depends_on: [db]\n    build: .\n  db: {image: bottom, ports: ["90:90"], labels: [k]}\nnetworks: {n: }\nvolumes: {v: }\n')


class Folder:
    """A folder of its own for each set, as some read what lies beside them."""

    def __init__(self, root):
        self.root, self.count = root, 0

    def add(self, files, names):
        where = os.path.join(self.root, f's{self.count:05}')
        self.count += 1
        for name, text in files.items():
            path = os.path.join(where, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, 'w', encoding='utf-8') as file:
                file.write(text)
        return tuple(os.path.join(where, name) for name in names)


def service(attributes, rest=''):
    """A file whose service has an image and some attributes."""
    lines = ['services:', '  web:'] + (['    ' + rest] if rest else [])
    return '\n'.join(lines + [f'    {name}: {text}' for name, text in attributes.items()]) + '\n'


def pairs(folder):
    """Each form alone, and over each other of its attribute, in another file and by extends."""
    for name, forms in SERVICE.items():
        for one in forms:
            yield folder.add({'a.yml': service({name: one}, 'image: i')}, ['a.yml'])
        for one, other in itertools.permutations(forms, 2) if len(forms) < 12 else zip(forms, forms[1:] + forms[:1]):
            yield folder.add({'a.yml': service({name: one}, 'image: i'), 'b.yml': service({name: other})}, ['a.yml', 'b.yml'])
            text = f'services: {{base: {{image: i, {name}: {one}}}, web: {{extends: base, {name}: {other}}}}}\n'
            yield folder.add({'a.yml': text}, ['a.yml'])
    for name, forms in TOP.items():
        for one in forms:
            yield folder.add({'a.yml': f'services: {{web: {{image: i}}}}\n{name}: {one}\n'}, ['a.yml'])
        for one, other in itertools.permutations(forms, 2):
            files = {'a.yml': f'services: {{web: {{image: i}}}}\n{name}: {one}\n', 'b.yml': f'{name}: {other}\n'}
            yield folder.add(files, ['a.yml', 'b.yml'])


def wholes(folder):
    for text in WHOLE:
        yield folder.add({**BESIDE, 'self.yml': text}, ['self.yml'])
        yield folder.add({**BESIDE, 'a.yml': BOTTOM, 'self.yml': text}, ['a.yml', 'self.yml'])


def mixture(source, folder):
    """Some services with some attributes in some files; anchors, tags and extends between them."""
    files = {}
    for number in range(source.choice((1, 2, 2, 2, 3))):
        lines = ['x-shared: &shared', '  ' + attribute(source), 'x-list: &list', '  - {tty: true}', '  - {init: false}', 'services:']
        for name in source.sample(['web', 'db', 'my.app', 'base'], source.randint(1, 3)):
            lines.append(f'  {name}:' + source.choice(['', '', '', f' &{name[:2]}']))
            lines.append('    image: i' + str(source.randint(1, 3)))
            if source.random() < .2:
                lines.append('    <<: ' + source.choice(['*shared', '*list', '[*shared]']))
            if source.random() < .1:
                lines.append('    extends: ' + source.choice(['base', 'web', '{service: db}', '{file: sub/base.yml, service: chain}']))
            used = set()
            for _ in range(source.randint(0, 5)):
                line = attribute(source)
                if line.split(':')[0] not in used:
                    used.add(line.split(':')[0])
                    lines.append('    ' + (re.sub(': ', ': !override ' if source.random() < .5 else ': !reset ', line, count=1) if source.random() < .08 else line))
        for name in source.sample(sorted(TOP), source.randint(0, 2)):
            lines.append(f'{name}: ' + source.choice(TOP[name]))
        if source.random() < .1:
            lines.append('include: ' + source.choice(['[sub/inc.yml]', '[sub/dia.yml, sub/inc.yml]', '[{path: [sub/inc.yml, sub/over.yml]}]']))
        files[f'f{number}.yml'] = '\n'.join(lines) + '\n'
    return folder.add({**BESIDE, **files}, list(files))


def attribute(source):
    name = source.choice(sorted(SERVICE))
    return f'{name}: {source.choice(SERVICE[name])}'


def neighbours(source, folder, real):
    """Real files over, under, within each other: as overrides, by include, by extends."""
    one, other = (source.choice(real)[0] for _ in range(2))
    where = os.path.join(folder.root, f's{folder.count:05}')
    folder.count += 1
    os.makedirs(where + '/other')
    shutil.copy(one, where + '/a.yml')
    shutil.copy(other, where + '/other/b.yml')
    how = source.choice(['over', 'include', 'extends'])
    if how == 'over':
        return where + '/a.yml', where + '/other/b.yml'
    with open(other, encoding='utf-8', errors='replace') as file:
        names = re.findall(r'^  ([\w-]+):\s*$', file.read(), re.M) or ['web']
    with open(where + '/c.yml', 'w', encoding='utf-8') as file:
        if how == 'include':
            file.write('include: [a.yml, other/b.yml]\n')
        else:
            file.write(f'services: {{web: {{extends: {{file: other/b.yml, service: {source.choice(names)}}}, volumes: [".:/here"]}}}}\n')
    return (where + '/c.yml',)


def synthetic_sets(source, root, count, real):
    folder = Folder(root)
    sets = list(pairs(folder)) + list(wholes(folder))
    sets += [mixture(source, folder) for _ in range(count)]
    return sets + [neighbours(source, folder, real) for _ in range(count)]
