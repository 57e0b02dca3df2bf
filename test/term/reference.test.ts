// Terms against a plain implementation: a table of texts for the arena, trees for substitution.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OPERATORS, type Operator } from '../../src/term/operator.js';
import { rational } from '../../src/term/rational.js';
import {
  close,
  copyInto,
  instantiate,
  mentionsName,
  replaceAll,
  subterms,
} from '../../src/term/substitution.js';
import { hashOf, TermTable } from '../../src/term/table.js';
import { Arena, arg, type Term } from '../../src/term/term.js';

/** A tree, and the text that equal trees share: sharing of parts shows nowhere. */
interface Tree {
  readonly head: string;
  readonly op: Operator;
  readonly name: string;
  readonly index: number;
  readonly parts: readonly Tree[];
}

const texts = new WeakMap<Tree, string>();
const textOf = (tree: Tree): string => {
  const known = texts.get(tree) ?? `${tree.head}(${tree.parts.map(textOf).join(',')})`;
  texts.set(tree, known);
  return known;
};

const treeOf = (term: Term): Tree => ({
  head: `${term.op}:${term.name}:${term.value ? `${term.value.n}/${term.value.d}` : ''}:${term.index}`,
  op: term.op,
  name: term.name,
  index: term.index,
  parts: term.args.map(treeOf),
});

const shapeOf = (term: Term): string => textOf(treeOf(term));

/** The tree with `change` asked at every node, told how many binders stand above it. */
function changed(
  tree: Tree,
  change: (node: Tree, depth: number) => Tree | undefined,
  depth = 0,
): Tree {
  const given = change(tree, depth);
  if (given) return given;
  const { binds } = OPERATORS[tree.op];
  const parts = tree.parts.map((part, k) => changed(part, change, k === binds ? depth + 1 : depth));
  return { ...tree, parts };
}

const boundTree = (index: number): Tree => ({
  head: `bound:::${index}`,
  op: 'bound',
  name: '',
  index,
  parts: [],
});

const NAMES = ['x', 'y', 'n', '$0', '%0', 'constructor', '__proto__', 'Aa', 'BB'];
const UNARY: readonly Operator[] = ['neg', 'exp', 'log'];
const PAIRS: readonly Operator[] = ['add', 'sub', 'mul', 'at', 'diff', 'eq', 'guard'];
const BINDERS: readonly Operator[] = ['sum', 'prod', 'int', 'forall', 'array'];

/** Terms one after another, each made of earlier ones: parts are shared, and indices may be loose. */
const steps = fc.array(fc.tuple(fc.nat(4), fc.nat(9), fc.nat(99), fc.nat(99), fc.nat(99)), {
  minLength: 1,
  maxLength: 12,
});

function build(
  arena: Arena,
  list: readonly (readonly [number, number, number, number, number])[],
): Term[] {
  const made: Term[] = [
    ...NAMES.map((name) => arena.sym(name)),
    ...[arena.num(1), arena.num(rational(1, 2)), arena.num(-1)],
    ...[arena.bound(0), arena.bound(1), arena.bound(2), arena.make('pi', [])],
  ];
  const pick = (k: number): Term => made[made.length - 1 - (k % made.length)] as Term;
  const of = (ops: readonly Operator[], k: number): Operator => ops[k % ops.length] as Operator;
  for (const [kind, which, i, j, k] of list) {
    if (kind === 0) made.push(arena.make(of(UNARY, which), [pick(i)]));
    else if (kind === 1) made.push(arena.make(of(PAIRS, which), [pick(i), pick(j)]));
    else if (kind === 2)
      made.push(arena.make(of(BINDERS, which), [pick(i), pick(j), pick(k)], '', 'k'));
    else if (kind === 3)
      made.push(arena.make('app', [pick(i), pick(j)].slice(0, which % 3), NAMES[which % 9]));
    else made.push(arena.make('if', [pick(i), pick(j), pick(k)]));
  }
  return made;
}

const runs = { seed: 11, numRuns: 400 };

test('terms are one object exactly when they are the same tree, in whatever order they are made', () => {
  fc.assert(
    fc.property(steps, steps, (first, second) => {
      const arena = new Arena();
      const terms = [...build(arena, first), ...build(arena, second), ...build(arena, first)];
      const known = new Map<string, Term>();
      for (const term of terms) {
        const shape = shapeOf(term);
        expect(known.get(shape) ?? term).toBe(term);
        known.set(shape, term);
      }
      expect(new Set(known.values()).size).toBe(known.size);
      for (const term of terms) for (const part of term.args) expect(part.id).toBeLessThan(term.id);
    }),
    runs,
  );
});

test('what is kept of a term is what its tree says: loose indices, locals, names', () => {
  const looseOf = (tree: Tree, depth = 0): number =>
    tree.op === 'bound'
      ? Math.max(0, tree.index + 1 - depth)
      : Math.max(
          0,
          ...tree.parts.map((part, k) =>
            looseOf(part, depth + (k === OPERATORS[tree.op].binds ? 1 : 0)),
          ),
        );
  fc.assert(
    fc.property(steps, (list) => {
      for (const term of build(new Arena(), list)) {
        const tree = treeOf(term);
        expect(term.loose).toBe(looseOf(tree));
        expect(term.under).toBe(OPERATORS[term.op].binds);
        const names = new Set(subterms(term).map(({ name }) => name));
        for (const name of NAMES) expect(mentionsName(term, name)).toBe(names.has(name));
      }
    }),
    runs,
  );
});

test('instantiate, close, replaceAll and copies do to a term what they do to its tree', () => {
  fc.assert(
    fc.property(steps, fc.nat(99), fc.nat(99), fc.integer({ min: 1, max: 3 }), (list, i, j, n) => {
      const arena = new Arena();
      const made = build(arena, list);
      const root = made.at(-1) as Term;
      const closedOnes = made.filter(({ loose }) => loose === 0);
      const pick = (k: number): Term => closedOnes[k % closedOnes.length] as Term;
      const values = [pick(i), pick(j), pick(i + j)].slice(0, n);
      const filled = changed(treeOf(root), (node, depth) => {
        const value = node.op === 'bound' ? values[n - 1 - (node.index - depth)] : undefined;
        return value && node.index >= depth ? treeOf(value) : undefined;
      });
      expect(shapeOf(instantiate(arena, root, values))).toBe(textOf(filled));
      const symbols = ['x', 'Aa', '__proto__'].slice(0, n).map((name) => arena.sym(name));
      const emptied = changed(treeOf(root), (node, depth) => {
        const place = symbols.findIndex(({ name }) => node.op === 'sym' && node.name === name);
        return place < 0 ? undefined : boundTree(n - 1 - place + depth);
      });
      expect(shapeOf(close(arena, root, symbols))).toBe(textOf(emptied));
      const [from, to] = [pick(i), pick(j)];
      const sought = shapeOf(from);
      const exchanged = changed(treeOf(root), (node) =>
        textOf(node) === sought ? treeOf(to) : undefined,
      );
      expect(shapeOf(replaceAll(arena, root, from, to))).toBe(textOf(exchanged));
      expect(shapeOf(copyInto(new Arena(), root))).toBe(shapeOf(root));
    }),
    runs,
  );
});

test('terms of one hash are told apart', () => {
  const arena = new Arena();
  const table = new TermTable<Term>();
  const x = arena.sym('x');
  const terms: Term[] = [x];
  for (let k = 0; k < 3000; k++) terms.push(arena.make('add', [terms[k] as Term, x]));
  const hashes = [7, 7 + 1024, -1, -2147483648, 2147483647];
  terms.forEach((term, k) => {
    const hash = hashes[k % hashes.length] as number;
    expect(table.find(hash, term.op, term.args, term.name)).toBeUndefined();
    table.add(hash, term);
  });
  terms.forEach((term, k) => {
    const hash = hashes[k % hashes.length] as number;
    expect(table.find(hash, term.op, [...term.args], term.name)).toBe(term);
    expect(table.find(hash, 'sub', term.args, term.name)).toBeUndefined();
    expect(table.find(hash, term.op, term.args, 'y')).toBeUndefined();
  });
});

test('two terms whose hashes are equal are two terms', () => {
  const arena = new Arena();
  const [aa, bb] = [arena.sym('Aa'), arena.sym('BB')];
  expect(hashOf('sym', [], 'Aa')).toBe(hashOf('sym', [], 'BB'));
  expect(aa).not.toBe(bb);
  expect(arena.make('app', [aa], 'Aa')).not.toBe(arena.make('app', [aa], 'BB'));
  expect(close(arena, arena.make('add', [aa, bb]), [aa])).toBe(
    arena.make('add', [arena.bound(0), bb]),
  );
});

test('a million terms are found again', () => {
  const arena = new Arena();
  const ends = [arena.sym('x'), arena.sym('y')] as const;
  const grow = (): Term[] => {
    const row: Term[] = [ends[0]];
    for (let k = 0; k < 1_000_000; k++)
      row.push(arena.make(k % 2 ? 'add' : 'mul', [row[k] as Term, ends[(k >> 1) & 1] as Term]));
    return row;
  };
  const first = grow();
  const { size } = arena;
  const second = grow();
  expect(arena.size).toBe(size);
  expect(first.every((term, k) => term === second[k])).toBe(true);
  expect(arg(first.at(-1) as Term, 0)).toBe(second.at(-2));
});
