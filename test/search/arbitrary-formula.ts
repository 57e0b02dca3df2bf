/** Random formulas about the symbols of `FORMULAS`, as the core knows them: mostly with a value. */
import fc from 'fast-check';
import { type Builder, builder } from '../../src/term/build.js';
import type { Operator } from '../../src/term/operator.js';
import { rational } from '../../src/term/rational.js';
import type { Arena, Term } from '../../src/term/term.js';

/** What the formulas are about. */
export const FORMULAS = `
size n
size m >= 0
real x, y, v[n], A[n,m]
positive s, w[n]
nonneg u
binary t
simplex p[n]
onehot h[n]
index i in 1..n, j in 1..n
let Z = sum(k in 1..n, exp(v[k]))
let q[k in 1..n] = exp(v[k])/Z
`;

/** A bound index runs over the entries of `n` arrays, of `m` axes, or over anything. */
type Run = 'n' | 'm' | 'other';

type Formula = fc.Arbitrary<Term>;

const SMOOTH: readonly Operator[] = ['exp', 'sigmoid', 'tanh', 'softplus', 'neg'];
const OTHERS: readonly Operator[] = ['log', 'sqrt', 'abs', 'relu', 'sign'];
const BINARY: readonly Operator[] = ['add', 'sub', 'mul', 'mul', 'div', 'maximum', 'minimum'];
const BINDERS: readonly Operator[] = ['sum', 'sum', 'sum', 'prod', 'max'];

class Formulas {
  readonly #t: Builder;

  constructor(readonly arena: Arena) {
    this.#t = builder(arena);
  }

  /** An index that lies in 1..n, or in 1..m, save at the ends of odd ranges. */
  #index(runs: readonly Run[], axis: 'n' | 'm'): Formula {
    const t = this.#t;
    const bound = runs.flatMap((run, k) =>
      run === axis || run === 'other' ? [this.arena.bound(runs.length - 1 - k)] : [],
    );
    const named = axis === 'n' ? [t.sym('i'), t.sym('j'), t.num(1), t.sym('n')] : [t.sym('m')];
    return bound.length > 0
      ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...bound) }, fc.constantFrom(...named))
      : fc.constantFrom(...named);
  }

  #leaf(runs: readonly Run[]): Formula {
    const t = this.#t;
    const n = this.#index(runs, 'n');
    const names = fc.constantFrom(...['v', 'w', 'p', 'h'].map(t.sym));
    return fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...['x', 'y', 's', 'u', 't'].map(t.sym)) },
      { weight: 3, arbitrary: fc.tuple(names, n).map(([a, k]) => t.at(a, k)) },
      fc.tuple(n, this.#index(runs, 'm')).map(([k, l]) => t.at(t.sym('A'), k, l)),
      n.map((k) => t.app('q', k)),
      fc.constantFrom(t.app('Z'), t.sym('n'), t.sym('m')),
      fc.constantFrom(...[0, 1, 2, -1, 3].map((k) => t.num(k)), t.num(rational(1, 2))),
      fc.tuple(n, n).map(([k, l]) => t.delta(k, l)),
      fc.tuple(n, n).map(([k, l]) => t.iverson(t.lt(k, l))),
    );
  }

  #range(runs: readonly Run[]): fc.Arbitrary<readonly [Term, Term, Run]> {
    const t = this.#t;
    const [n, m, one] = [t.sym('n'), t.sym('m'), t.num(1)];
    return fc.oneof(
      { weight: 6, arbitrary: fc.constant([one, n, 'n'] as const) },
      { weight: 2, arbitrary: fc.constant([one, m, 'm'] as const) },
      fc.constantFrom<readonly [Term, Term, Run]>(
        [t.num(2), n, 'n'],
        [one, t.sub(n, one), 'n'],
        [t.num(0), n, 'other'],
        [t.sym('i'), n, 'n'],
        [one, t.sym('j'), 'n'],
        [one, t.num(2), 'other'],
      ),
      this.#index(runs, 'n').map((k) => [one, k, 'n'] as const),
    );
  }

  /** A real number where `runs` are the binders around it, outermost first. */
  number(depth: number, runs: readonly Run[] = []): Formula {
    const leaf = this.#leaf(runs);
    if (depth === 0) return leaf;
    const t = this.#t;
    const inner = this.number(depth - 1, runs);
    const unary = (ops: readonly Operator[]) =>
      fc.tuple(fc.constantFrom(...ops), inner).map(([op, a]) => this.arena.make(op, [a]));
    const binder = this.#range(runs).chain(([lo, hi, run]) =>
      fc
        .tuple(fc.constantFrom(...BINDERS), this.number(depth - 1, [...runs, run]))
        .map(([op, body]) => this.arena.make(op, [lo, hi, body], '', 'k')),
    );
    return fc.oneof(
      leaf,
      { weight: 3, arbitrary: binder },
      { weight: 2, arbitrary: unary(SMOOTH) },
      unary(OTHERS),
      {
        weight: 5,
        arbitrary: fc
          .tuple(fc.constantFrom(...BINARY), inner, inner)
          .map(([op, a, b]) => this.arena.make(op, [a, b])),
      },
      fc
        .tuple(inner, fc.constantFrom(t.num(2), t.num(-1), t.num(rational(1, 2)), t.sym('y')))
        .map(([a, b]) => t.pow(a, b)),
      fc
        .tuple(inner, inner, inner, inner)
        .map(([a, b, c, d]) => this.arena.make('if', [t.lt(a, b), c, d])),
      inner.map((a) => t.log(t.exp(a))),
    );
  }
}

/** Closed formulas with a number for a value. */
export const arbitraryFormula = (arena: Arena, depth = 3): Formula =>
  new Formulas(arena).number(depth);
