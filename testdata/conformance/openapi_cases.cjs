// Runs the test files of Spectral, its OWASP ruleset or Redocly without those tools, and prints the cases in them
// as JSON: tool, rule, name, files by name (the entry first), how many findings are expected, options of the rule.
//
//     node openapi_cases.cjs TOOL FOLDER SOURCE
//
// FOLDER holds the test files as CommonJS, as esbuild makes them of those in SOURCE. Whatever they import from the
// tools is a stub: of Spectral's tests testRule takes note of the cases, of Redocly's the linter does, and the
// matcher of its result.

const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');
const vm = require('vm');

const [tool, folder, source] = process.argv.slice(2);
const cases = [];
const skipped = [];
const tests = [];

/** Anything at all, for imports that no case depends on. */
function anything() {
  return new Proxy(function () {}, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => 'anything' : key === 'then' ? undefined : anything()),
    apply: () => anything(),
    construct: () => anything(),
  });
}

function text(document) {
  return typeof document === 'string' ? document : JSON.stringify(document, null, 2);
}

class Document {
  constructor(body, parser, source) {
    Object.assign(this, { body: text(body), source, data: {} });
  }

  toString() {
    return this.source;
  }
}

function testRule(rule, scenario) {
  for (const { name, document, errors, mocks } of scenario) {
    const alias = rule.replace(/^owasp:/, '');
    if (mocks && Object.keys(mocks).length) {
      skipped.push({ tool, rule: alias, name, why: 'needs other documents' });
      continue;
    }
    const body = document instanceof Document ? document.body : text(document);
    const file = /^\s*[{[]/.test(body) ? 'openapi.json' : 'openapi.yaml';
    cases.push({ tool, rule: alias, name, files: { [file]: body }, expected: errors.length, options: {} });
  }
}

/** A template literal without the indentation that all its lines share. */
function outdent(strings, ...values) {
  if (!Array.isArray(strings)) {
    return outdent;
  }
  const text = String.raw({ raw: strings }, ...values.map(String));
  const lines = text.replace(/^\n/, '').replace(/\n[ \t]*$/, '').split('\n');
  const indents = lines.filter((line) => line.trim()).map((line) => line.match(/^ */)[0].length);
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n');
}
outdent.string = (string) => outdent([string]);

/** What the linter of Redocly finds: not yet known, the matcher tells. */
class Results {
  constructor(documents, rules, name) {
    Object.assign(this, { documents, rules, name, 0: anything(), 1: anything() });
  }

  map() {
    return this;
  }

  filter() {
    return this;
  }

  sort() {
    return this;
  }

  expect(counted) {
    const files = {};
    for (const { name, body } of this.documents) {
      files[name] = body;
    }
    for (const [rule, setting] of Object.entries(this.rules)) {
      const { severity, ...options } = typeof setting === 'object' ? setting : { severity: setting };
      if (severity !== 'off' && !rule.includes('/')) {
        cases.push({ tool, rule, name: this.name, files, expected: counted(rule), options });
      }
    }
  }
}

function counter(value) {
  if (typeof value === 'number') {
    return () => value;
  }
  if (typeof value !== 'string') {
    return (rule) => value.filter((each) => !each.ruleId || each.ruleId === rule).length;
  }
  if (/^\s*\[\]\s*$/.test(value)) {
    return () => 0;
  }
  const named = value.includes('"ruleId"');
  return (rule) => value.split(named ? `"ruleId": "${rule}"` : '"message"').length - 1;
}

function expect(actual) {
  const matcher = (value) => actual instanceof Results && actual.expect(counter(value));
  return new Proxy({}, {
    get: (_, key) => (['toMatchInlineSnapshot', 'toEqual', 'toHaveLength', 'toStrictEqual'].includes(key)
      ? matcher : anything()),
  });
}
Object.assign(expect, { any: anything, objectContaining: (each) => each, arrayContaining: (each) => each });

class BaseResolver {
  constructor() {
    this.documents = [];
    this.cache = { set: (name, document) => this.documents.push(document) };
  }
}

let running = '';
const redocly = {
  __esModule: true,
  outdent,
  default: outdent,
  parseYamlToDocument: (body, name) => ({ body, name: name || 'openapi.yaml' }),
  replaceSourceWithRef: (results) => results,
  createConfig: async (config) => config,
  BaseResolver,
  lintDocument: async ({ document, config, externalRefResolver }) => {
    const others = await Promise.all((externalRefResolver && externalRefResolver.documents) || []);
    return new Results([document, ...others], (config && config.rules) || {}, running);
  },
};

function block(name, body) {
  body();
}
block.each = () => () => {};
function test(name, body) {
  tests.push([name, body]);
}
test.each = (rows) => (name, body) => rows.forEach((row) => test(name, () => body(...[].concat(row))));
Object.assign(test, { only: test, skip: () => {}, concurrent: test });

const stubs = {
  '@stoplight/path': path,
  '@stoplight/types': { DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 } },
  '@stoplight/spectral-core': { Document },
};

function imported(file, name) {
  const local = path.resolve(path.dirname(file), name.replace(/\.js$/, ''));
  if (name.endsWith('.json')) {
    return JSON.parse(fs.readFileSync(path.resolve(source, path.relative(folder, local)), 'utf8'));
  }
  if (name.startsWith('node:')) {
    return require(name);
  }
  if (tool !== 'redocly') {
    const helper = /__helpers__|\/helper$/.test(name);
    return helper ? { __esModule: true, default: testRule, createWithRules: anything() } : stubs[name] || anything();
  }
  return name.startsWith('./') && fs.existsSync(local + '.js') ? load(local + '.js') : redocly;
}

function load(file) {
  const module = { exports: {} };
  const nothing = () => {};
  const globals = {
    exports: module.exports, module, require: (name) => imported(file, name), describe: block, it: test, test, expect,
    __url: pathToFileURL(path.resolve(source, path.relative(folder, file))).href,
    __dirname: path.dirname(path.resolve(source, path.relative(folder, file))), vi: anything(), jest: anything(),
    beforeEach: nothing, afterEach: nothing, beforeAll: nothing, afterAll: nothing,
  };
  const script = `(function (${Object.keys(globals)}) {{${fs.readFileSync(file, 'utf8')}\n}})`;
  vm.runInThisContext(script, { filename: file })(...Object.values(globals));
  return module.exports;
}

async function main() {
  const files = fs.readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.test.js')).sort();
  for (const file of files) {
    try {
      load(path.resolve(folder, file));
    } catch (failure) {
      skipped.push({ tool, rule: file, name: '', why: String(failure) });
    }
    for (const [name, body] of tests.splice(0)) {
      running = name;
      try {
        await body();
      } catch (failure) {
        skipped.push({ tool, rule: file, name, why: String(failure) });
      }
    }
  }
  process.stdout.write(JSON.stringify({ cases, skipped }));
}

main();
