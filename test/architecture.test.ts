// Keeps the layers of src/: reads every import and compares it with the table below.
// The checker is a pure function from a map of file to text to a list of violations, so that the
// second half of this file can plant violations and see them found.

import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';

type Files = ReadonlyMap<string, string>;

/** What each top-level folder of src may import, besides itself and the built-ins of Node. */
const allowed: ReadonlyMap<string, readonly string[]> = new Map([
  ['term', []],
  ['gradcheck', []],
  ['kernel', ['term']],
  ['certificate', ['term', 'kernel']],
  ['language', ['term', 'kernel']],
  ['rules', ['term', 'kernel', 'language']],
  ['match', ['term', 'kernel', 'rules']],
  ['strategy', ['term', 'kernel', 'rules', 'match']],
  ['search', ['term', 'kernel', 'rules', 'match', 'strategy', 'language']],
  ['numeric', ['term', 'kernel']],
  ['diagnose', ['term', 'kernel', 'numeric', 'language']],
  ['transcript', ['term', 'kernel', 'rules', 'language', 'search']],
  ['crosscheck', ['term', 'kernel', 'numeric']],
  [
    'document',
    [
      ...['term', 'kernel', 'certificate', 'language', 'rules', 'match', 'strategy', 'search'],
      ...['numeric', 'diagnose', 'transcript'],
    ],
  ],
  [
    'exercise',
    [
      ...['term', 'kernel', 'language', 'rules', 'match', 'search', 'numeric', 'diagnose'],
      ...['transcript', 'document'],
    ],
  ],
  [
    'engine',
    [
      ...['term', 'kernel', 'language', 'rules', 'search', 'numeric', 'diagnose', 'transcript'],
      ...['document', 'exercise'],
    ],
  ],
  [
    'book',
    [
      ...['term', 'kernel', 'language', 'rules', 'search', 'transcript', 'document', 'exercise'],
      'engine',
    ],
  ],
  ['coq', ['term', 'kernel', 'rules', 'document']],
  ['implementation', ['term', 'kernel', 'language', 'search', 'numeric', 'document']],
]);

/** The surfaces see everything but each other; nothing sees them. */
const surfaces: readonly string[] = ['index', 'cli', 'lsp', 'vitest'];
const folders: readonly string[] = [...allowed.keys(), 'cli', 'lsp', 'vitest'];
const mayImport = (from: string, to: string): boolean =>
  from === to ||
  (surfaces.includes(from)
    ? !surfaces.includes(to) || (from === 'cli' && (to === 'index' || to === 'lsp'))
    : (allowed.get(from)?.includes(to) ?? false));

/** Stands alone: it is used without the rest, under the name gradus/kernel. */
const floatKernel = 'src/numeric/kernel/';

/** The one file that imports what its user names: the module that is tested, on a thread. */
const loadsModules = 'src/implementation/call-thread.ts';
const withoutPackages: readonly string[] = ['term', 'gradcheck', 'kernel', 'certificate'];
const maxFileLines = 300;
/** Exclusive limits. */
const kernelLines = 2150;
const checkLines = 300;

interface Import {
  /** Undefined when the name is computed. */
  readonly specifier: string | undefined;
  readonly kind: 'type' | 'static' | 'dynamic';
  readonly line: number;
}

type AstNode = Readonly<Record<string, unknown>> & { readonly type: string };

const isAstNode = (value: unknown): value is AstNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const isTypeOnly = (node: AstNode): boolean =>
  node.importKind === 'type' || node.exportKind === 'type';

/** The kind of import that a node makes, and the node that holds the specifier. */
function importMadeBy(node: AstNode): [Import['kind'], unknown] | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return [isTypeOnly(node) ? 'type' : 'static', node.source];
    case 'ExportNamedDeclaration':
      return isAstNode(node.source)
        ? [isTypeOnly(node) ? 'type' : 'static', node.source]
        : undefined;
    case 'ImportExpression':
      return ['dynamic', node.source];
    case 'TSImportType':
      return ['type', node.source];
    case 'TSExternalModuleReference':
      return ['static', node.expression];
    case 'CallExpression':
      return isAstNode(node.callee) && node.callee.name === 'require'
        ? ['static', Array.isArray(node.arguments) ? node.arguments[0] : undefined]
        : undefined;
    default:
      return undefined;
  }
}

/** Every import of a file, wherever it stands. */
function importsOf(text: string): readonly Import[] {
  const found: Import[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isAstNode(value)) return;
    const made = importMadeBy(value);
    if (made !== undefined) {
      const [kind, source] = made;
      const name = isAstNode(source) ? source.value : undefined;
      const line = text.slice(0, Number(value.start)).split('\n').length;
      found.push({ specifier: typeof name === 'string' ? name : undefined, kind, line });
    }
    Object.values(value).forEach(visit);
  };
  visit(parseAst(text, { lang: 'ts' }));
  return found;
}

/** The folder below src, `index` for src/index.ts, undefined for anything else. */
function layerOf(path: string): string | undefined {
  if (path === 'src/index.ts') return 'index';
  const folder = /^src\/([^/]+)\//.exec(path)?.[1];
  return folder !== undefined && folders.includes(folder) ? folder : undefined;
}

const isRelative = (specifier: string): boolean => /^\.{1,2}(\/|$)/.test(specifier);

const targetOf = (file: string, specifier: string): string =>
  posix.join(posix.dirname(file), specifier).replace(/\.([cm]?)js$/, '.$1ts');

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Why a file may not make an import, or undefined when it may. */
function objection(file: string, layer: string, { specifier, kind }: Import): string | undefined {
  if (specifier === undefined) return file === loadsModules ? undefined : 'imports a computed name';
  if (isRelative(specifier)) {
    const path = targetOf(file, specifier);
    if (file.startsWith(floatKernel) && !path.startsWith(floatKernel))
      return `the float kernel may import nothing else, not ${specifier}`;
    const target = layerOf(path);
    if (target === undefined) return `imports ${specifier}, which lies in no layer`;
    return mayImport(layer, target) ? undefined : `${layer} may not import ${target}`;
  }
  if (isBuiltin(specifier)) return undefined;
  const name = packageOf(specifier);
  if (file.startsWith(floatKernel)) return `the float kernel may import no package, not ${name}`;
  if (name === 'gradus' || name.startsWith('#')) return `imports ${specifier}: use a relative path`;
  if (withoutPackages.includes(layer)) return `${layer} may import no package, not ${name}`;
  if (name === 'nerdamer' && layer !== 'crosscheck') return 'nerdamer belongs to crosscheck';
  if (name === 'mathjs' && layer !== 'crosscheck') {
    if (!/^src\/numeric\/precision[^/]*\.ts$/.test(file)) return 'mathjs belongs to crosscheck';
    if (kind === 'static') return 'mathjs must be imported dynamically here';
  }
  return undefined;
}

const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length;

function sizeViolations(files: Files): readonly string[] {
  const found: string[] = [];
  let kernel = 0;
  for (const [file, text] of files) {
    const lines = lineCount(text);
    if (layerOf(file) === 'kernel') kernel += lines;
    if (lines > maxFileLines) found.push(`${file}: ${lines} lines, more than ${maxFileLines}`);
    else if (file === 'src/kernel/check.ts' && lines >= checkLines)
      found.push(`${file}: ${lines} lines, must stay under ${checkLines}`);
  }
  if (kernel >= kernelLines) found.push(`src/kernel: ${kernel} lines, not under ${kernelLines}`);
  return found;
}

/** One line for each import that closes a cycle. Imports of types count. */
function cycleViolations(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) found.push(`import cycle: ${[...trail.slice(start), file].join(' -> ')}`);
    if (start >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}

/** Every breach of the layers, the package rules, the sizes and the ban on cycles. */
function violations(files: Files): readonly string[] {
  const found: string[] = [];
  const graph = new Map<string, readonly string[]>();
  for (const [file, text] of files) {
    const layer = layerOf(file);
    if (layer === undefined) found.push(`${file}: lies in no layer of the table`);
    const imports = importsOf(text);
    for (const one of imports) {
      const reason = layer === undefined ? undefined : objection(file, layer, one);
      if (reason !== undefined) found.push(`${file}:${one.line}: ${reason}`);
    }
    const relative = imports.flatMap(({ specifier }) =>
      specifier !== undefined && isRelative(specifier) ? [targetOf(file, specifier)] : [],
    );
    graph.set(file, [...new Set(relative)]);
  }
  return [...found, ...sizeViolations(files), ...cycleViolations(graph)];
}

function readSource(): Files {
  const root = resolve(import.meta.dirname, '..');
  const paths = readdirSync(resolve(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join('src', path.replaceAll('\\', '/')))
    .filter((path) => /\.[cm]?ts$/.test(path))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(resolve(root, path), 'utf8')]));
}

describe('the source', () => {
  const files = readSource();

  it('is found', () => {
    expect([...files.keys()]).toContain('src/index.ts');
  });

  it('keeps its layers, sizes and packages, and has no import cycle', () => {
    expect(violations(files)).toEqual([]);
  });
});

describe('the checker', () => {
  const found = (files: Record<string, string>) => violations(new Map(Object.entries(files)));
  const lines = (count: number) => '// line\n'.repeat(count);

  it.each([
    ['a folder and itself', 'src/term/a.ts', "import { b } from './b.js';"],
    ['a built-in of Node', 'src/kernel/a.ts', "import { createHash } from 'node:crypto';"],
    ['a lower layer', 'src/search/a.ts', "export * from '../strategy/b.js';"],
    ['cli and all', 'src/cli/a.ts', "import '../crosscheck/b.js';\nimport '../index.js';"],
    ['index and crosscheck', 'src/index.ts', "export { a } from './crosscheck/a.js';"],
    ['crosscheck and its witnesses', 'src/crosscheck/a.ts', "import 'mathjs';\nimport 'nerdamer';"],
    ['precision and mathjs', 'src/numeric/precision.ts', "const m = await import('mathjs');"],
    ['its types', 'src/numeric/precision-big.ts', "import type { BigNumber } from 'mathjs';"],
    ['the thread that runs modules', loadsModules, 'const m = await import(module);'],
    ['an import in a comment', 'src/term/a.ts', "// import '../cli/main.js';"],
    ['an import in a string', 'src/term/a.ts', 'const s = `\nimport "mathjs";\n`;'],
  ])('allows %s', (_, file, text) => {
    expect(found({ [file]: text })).toEqual([]);
  });

  it.each([
    ["import { check } from '../kernel/check.js';", 'term may not import kernel'],
    ["import type { Rule } from '../kernel/rule.js';", 'term may not import kernel'],
    ["import {\n  // it's multi-line\n  a,\n} from '../match/b.js';", 'term may not import match'],
    ["export { a } from '../rules/b.js';", 'term may not import rules'],
    ["export type { A } from '../rules/b.js';", 'term may not import rules'],
    ["export * from '../search/b.js';", 'term may not import search'],
    ["import '../cli/main.js';", 'term may not import cli'],
    ["const f = () => import('../numeric/b.js');", 'term may not import numeric'],
    ["type A = import('../document/b.js').A;", 'term may not import document'],
    ["import old = require('../language/b.js');", 'term may not import language'],
    ["import { a } from '../index.js';", 'term may not import index'],
    ["import { a } from '../../test/b.js';", 'which lies in no layer'],
    ["import { a } from '../util/b.js';", 'which lies in no layer'],
    ["import { a } from 'gradus';", 'use a relative path'],
    ["import { string } from 'valibot';", 'term may import no package, not valibot'],
    ["import { a } from '@scope/name/deep';", 'term may import no package, not @scope/name'],
    ['const f = (name: string) => import(name);', 'imports a computed name'],
  ])('finds a planted violation in term: %j', (text, reason) => {
    expect(found({ 'src/term/a.ts': text })).toEqual([expect.stringContaining(reason)]);
  });

  it.each([
    ['src/index.ts', 'index may not import cli', "export * from './cli/main.js';"],
    ['src/kernel/a.ts', 'kernel may not import match', "import '../match/b.js';"],
    ['src/document/a.ts', 'document may not import crosscheck', "import '../crosscheck/b.js';"],
    ['src/cli/a.ts', 'nerdamer belongs to crosscheck', "import 'nerdamer';"],
    ['src/search/a.ts', 'mathjs belongs to crosscheck', "import 'mathjs/number';"],
    ['src/numeric/dual.ts', 'mathjs belongs to crosscheck', "await import('mathjs');"],
    ['src/numeric/precision.ts', 'must be imported dynamically', "import 'mathjs';"],
    ['src/numeric/kernel/a.ts', 'float kernel may import nothing else', "import '../ball.js';"],
    ['src/numeric/kernel/a.ts', 'float kernel may import no package', "import 'valibot';"],
    ['src/util/a.ts', 'lies in no layer of the table', ''],
    ['src/loose.ts', 'lies in no layer of the table', ''],
    ['src/rules/sums.ts', '301 lines, more than 300', lines(301)],
    ['src/kernel/check.ts', 'must stay under 300', lines(300)],
  ])('finds a planted violation in %s: %s', (file, reason, text) => {
    expect(found({ [file]: text })).toEqual([expect.stringContaining(reason)]);
  });

  it('gives the line of an import', () => {
    expect(found({ 'src/term/a.ts': "\n\nimport '../cli/b.js';" })[0]).toMatch(
      /^src\/term\/a\.ts:3:/,
    );
  });

  it('adds up the files of the kernel', () => {
    const six = Object.fromEntries(
      [...'abcdef'].map((name) => [`src/kernel/${name}.ts`, lines(300)]),
    );
    expect(found({ ...six, 'src/kernel/g.ts': lines(300), 'src/kernel/h.ts': lines(49) })).toEqual(
      [],
    );
    expect(
      found({ ...six, 'src/kernel/g.ts': lines(300), 'src/kernel/h.ts': lines(50) }),
    ).toHaveLength(1);
  });

  it('finds an import cycle, of types too', () => {
    const files = {
      'src/term/a.ts': "import { b } from './b.js';",
      'src/term/b.ts': "export * from './deep/c.js';",
      'src/term/deep/c.ts': "import type { A } from '../a.js';",
    };
    expect(found(files)).toEqual([
      'import cycle: src/term/a.ts -> src/term/b.ts -> src/term/deep/c.ts -> src/term/a.ts',
    ]);
  });
});
