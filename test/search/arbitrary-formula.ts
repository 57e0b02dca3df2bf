/** Random formulas about the symbols of `FORMULAS`, as the core knows them: mostly with a value. */
import fc from 'fast-check';
import type { Context } from '../../src/kernel/context.js';
import { printText } from '../../src/language/print-text.js';
import { type Builder, builder } from '../../src/term/build.js';
import type { Operator } from '../../src/term/operator.js';
import { rational } from '../../src/term/rational.js';
import { rebuild, remake, subterms } from '../../src/term/substitution.js';
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

type Terms = fc.Arbitrary<Term>;

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
  #index(runs: readonly Run[], axis: 'n' | 'm'): Terms {
    const t = this.#t;
    const bound = runs.flatMap((run, k) =>
      run === axis || run === 'other' ? [this.arena.bound(runs.length - 1 - k)] : [],
    );
    const named = axis === 'n' ? [t.sym('i'), t.sym('j'), t.num(1), t.sym('n')] : [t.sym('m')];
    return bound.length > 0
      ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...bound) }, fc.constantFrom(...named))
      : fc.constantFrom(...named);
  }

  #leaf(runs: readonly Run[]): Terms {
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
  number(depth: number, runs: readonly Run[] = []): Terms {
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

/** A formula that prints itself when a property fails. */
export interface Formula {
  readonly term: Term;
}

/** Closed formulas with a number for a value. */
export function arbitraryFormula(context: Context, depth = 3): fc.Arbitrary<Formula> {
  const terms = new Formulas(context.arena).number(depth);
  return terms.map((term) => {
    const text = (): string => printText(term, { context });
    return { term, [fc.toStringMethod]: text };
  });
}

/** Operators of the same arity that are easily taken for each other. */
const TWINS: Readonly<Partial<Record<Operator, Operator>>> = {
  ...{ add: 'sub', sub: 'add', mul: 'add', div: 'mul', sum: 'prod', prod: 'sum', max: 'sum' },
  ...{ exp: 'sigmoid', sigmoid: 'tanh', log: 'exp', sqrt: 'abs', abs: 'relu', lt: 'le', le: 'lt' },
};

/** The term with one of its parts changed: a number, a name, an operation, or the end of a range. */
export function variantOf(arena: Arena, root: Term, where: number, what: number): Term {
  const parts = subterms(root).filter((part) => part.op !== 'bound');
  const part = parts[where % parts.length] as Term;
  const variants = variantsOf(arena, part);
  const other = variants[what % variants.length] ?? part;
  return rebuild(arena, root, (node) => (node === part ? other : undefined));
}

function variantsOf(arena: Arena, part: Term): Term[] {
  const t = builder(arena);
  const [first, second, third] = part.args;
  const twin = TWINS[part.op];
  const found: Term[] = [];
  if (twin) found.push(arena.make(twin, part.args, part.name, part.letter));
  if (part.op === 'sym') found.push(...['x', 'y', 's', 'n', 'i', 'j', 'm'].map(t.sym));
  if (part.value) found.push(t.add(part, t.num(1)), t.neg(part), t.num(0));
  if (part.op === 'neg' && first) found.push(first);
  if (part.op === 'app') found.push(t.app('Z'), t.app('q', t.num(1)));
  if (first && second && !third) found.push(remake(arena, part, [second, first]));
  if (first && second && third) {
    found.push(remake(arena, part, [t.add(first, t.num(1)), second, third]));
    found.push(remake(arena, part, [first, t.sub(second, t.num(1)), third]));
    found.push(remake(arena, part, [t.sub(first, t.num(1)), second, third]));
  }
  return found;
}
