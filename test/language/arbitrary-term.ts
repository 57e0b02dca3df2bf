/** Random terms that the context of `SOFTMAX` gives a meaning to, built without the parser. */
import fc from 'fast-check';
import { builder } from '../../src/term/build.js';
import type { Operator } from '../../src/term/operator.js';
import { rational } from '../../src/term/rational.js';
import type { Arena, Term } from '../../src/term/term.js';

const UNARY: readonly Operator[] = ['exp', 'log', 'sqrt', 'abs', 'sigmoid', 'gamma', 'neg', 'log2'];
const BINARY: readonly Operator[] = ['add', 'sub', 'mul', 'div', 'pow', 'maximum', 'minimum'];
const RELATIONS: readonly Operator[] = ['eq', 'ne', 'lt', 'le'];
const BINDERS: readonly Operator[] = ['sum', 'prod', 'max', 'min'];
/** Letters that clash with declared names and with each other on purpose. */
const LETTERS = ['i', 'k', 'c', "c'", 'a', 'n', 'pi'];

interface Arbitraries {
  readonly number: fc.Arbitrary<Term>;
  readonly index: fc.Arbitrary<Term>;
  readonly condition: fc.Arbitrary<Term>;
  readonly array: fc.Arbitrary<Term>;
}

/** Terms of a depth, where `bound` loose indices may occur. */
function arbitraries(arena: Arena, depth: number, bound: number): Arbitraries {
  const t = builder(arena);
  const sym = (...names: string[]) => fc.constantFrom(...names.map(t.sym));
  const indices = Array.from({ length: bound }, (_, k) => arena.bound(k));
  const index = fc.oneof(
    sym('i', 'c', 's', 'n'),
    fc.integer({ min: 0, max: 3 }).map((n) => t.num(n)),
    ...(indices.length > 0 ? [fc.constantFrom(...indices)] : []),
  );
  const entry = fc.oneof(
    fc.tuple(index, index).map(([i, c]) => t.at(t.sym('z'), i, c)),
    index.map((i) => t.at(t.sym('v'), i)),
    fc.tuple(index, index).map(([i, c]) => t.app('yhat', i, c)),
  );
  const decimal = fc
    .tuple(fc.integer({ min: 0, max: 10 ** 6 }), fc.integer({ min: 0, max: 12 }))
    .map(([n, places]) => t.num(rational(n, 10n ** BigInt(places))));
  const leaf = fc.oneof(sym('a', 'b', 'x'), entry, decimal, index, fc.constant(t.app('J')));
  if (depth === 0)
    return {
      number: leaf,
      index,
      condition: fc.tuple(leaf, leaf).map(([u, v]) => t.lt(u, v)),
      array: sym('v'),
    };
  const inner = arbitraries(arena, depth - 1, bound);
  const under = arbitraries(arena, depth - 1, bound + 1);
  const closed = bound === 0 ? inner.number : arbitraries(arena, depth - 1, 0).number;
  const { number, condition } = inner;
  const letter = fc.constantFrom(...LETTERS);
  const sumIndex = fc.tuple(index, index).map(([i, j]) => t.add(i, j));
  const range = fc.tuple(fc.oneof(index, sumIndex), fc.oneof(index, sumIndex));
  const body = fc.oneof(
    under.number,
    fc.tuple(under.condition, under.number).map(([p, u]) => arena.make('guard', [p, u])),
  );
  const binder = fc
    .tuple(fc.constantFrom(...BINDERS), range, body, letter)
    .map(([op, [lo, hi], inside, own]) => arena.make(op, [lo, hi, inside], '', own));
  return {
    index: fc.oneof(index, sumIndex),
    number: fc.oneof(
      leaf,
      binder,
      fc.tuple(fc.constantFrom(...UNARY), number).map(([op, u]) => arena.make(op, [u])),
      fc
        .tuple(fc.constantFrom(...BINARY), number, number)
        .map(([op, u, v]) => arena.make(op, [u, v])),
      condition.map((p) => t.iverson(p)),
      fc.tuple(condition, number, number).map(([p, u, v]) => arena.make('if', [p, u, v])),
      fc.tuple(index, index).map(([i, j]) => t.delta(i, j)),
      fc.tuple(number, entryOfData(arena, index)).map(([u, x]) => t.diff(u, x)),
      number.map((u) => t.app('f', u)),
      fc.tuple(inner.array, inner.array).map(([p, q]) => t.app('H', p, q)),
      fc.tuple(inner.array, index).map(([p, i]) => t.at(p, i)),
      fc.tuple(inner.array, inner.array).map(([p, q]) => arena.make('dot', [p, q])),
      fc
        .tuple(closed, letter)
        .map(([u, own]) =>
          arena.make(
            'int',
            [t.neg(arena.make('inf', [])), t.num(1), t.mul(arena.bound(0), u)],
            '',
            own,
          ),
        ),
    ),
    condition: fc.oneof(
      fc
        .tuple(fc.constantFrom(...RELATIONS), number, number)
        .map(([op, u, v]) => arena.make(op, [u, v])),
      fc
        .tuple(fc.constantFrom<Operator>('and', 'or', 'implies'), condition, condition)
        .map(([op, p, q]) => arena.make(op, [p, q])),
      condition.map((p) => arena.make('not', [p])),
      fc.tuple(index, range).map(([i, [lo, hi]]) => t.member(i, lo, hi)),
      fc
        .tuple(range, under.condition, letter)
        .map(([[lo, hi], p, own]) => arena.make('forall', [lo, hi, p], '', own)),
    ),
    array: fc.oneof(
      sym('v', 'u'),
      fc.tuple(inner.array, inner.array).map(([p, q]) => t.add(p, q)),
      fc.tuple(number, inner.array).map(([u, p]) => t.mul(u, p)),
      inner.array.map((p) => arena.make('softmax', [p])),
      inner.array.map((p) => arena.make('matmul', [arena.make('transpose', [t.sym('W')]), p])),
      fc
        .tuple(range, under.number, letter)
        .map(([[lo, hi], u, own]) => arena.make('array', [lo, hi, u], '', own)),
    ),
  };
}

const entryOfData = (arena: Arena, index: fc.Arbitrary<Term>): fc.Arbitrary<Term> => {
  const t = builder(arena);
  return fc.oneof(
    fc.constantFrom(t.sym('x'), t.sym('a')),
    fc.tuple(index, index).map(([i, c]) => t.at(t.sym('z'), i, c)),
  );
};

/** Closed terms: numbers, conditions and arrays. */
export function arbitraryTerm(arena: Arena): fc.Arbitrary<Term> {
  const { number, condition, array } = arbitraries(arena, 4, 0);
  return fc.oneof({ weight: 3, arbitrary: number }, condition, array);
}
