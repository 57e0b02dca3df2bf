/** Known inequalities about sums of products: means, Cauchy and Schwarz, definite forms, squares. */
import type { Scope } from '../kernel/scope.js';
import { close, instantiate, mentionsName } from '../term/substitution.js';
import { type Arena, arg, type Term } from '../term/term.js';
import { hypothesesFor } from './hypotheses.js';
import { factorsOf } from './ring.js';

type Add = (rule: string, values: Readonly<Record<string, Term>>) => void;

/** Gives the instances that the atoms of a goal call for. */
export function quadraticInstances(scope: Scope, atoms: readonly Term[], add: Add): void {
  const { arena } = scope;
  squares(arena, atoms, add);
  const maxima = atoms.filter(({ op }) => op === 'max');
  definiteDifferences(scope, atoms, add);
  for (const sum of atoms) {
    if (sum.op !== 'sum') continue;
    const [a, b, body] = sum.args as [Term, Term, Term];
    const factors = factorsOf(body);
    const [F, G, more] = factors;
    if (F && G && !more) add('cauchy', { a, b, F, G });
    for (const factor of factors) {
      const rest = product(
        arena,
        factors.filter((t) => t !== factor),
      );
      const root = squareRoot(factor);
      if (root) add('square-of-mean', { a, b, P: rest, X: root });
      else add('square-of-mean', { a, b, P: factor, X: rest });
      for (const max of maxima)
        if (max.args[0] === a && max.args[1] === b && arg(max, 2) === factor)
          add('mean-at-most-max', { a, b, P: rest, F: factor });
      if (factor.op === 'sum') {
        definiteForm(scope, sum, factor, rest, add);
        gramForm(arena, sum, factor, rest, add);
      }
    }
  }
}

/** (u - 2v)² and (2u - v)² and (2u - 1)², where one of few atoms is a sum. */
function squares(arena: Arena, atoms: readonly Term[], add: Add): void {
  if (atoms.length > 4) return;
  const two = arena.num(2);
  for (const u of atoms)
    if (u.op === 'sum')
      add('square-difference', { u: arena.make('mul', [two, u]), v: arena.num(1) });
  for (const u of atoms)
    for (const v of atoms)
      if (u !== v && (u.op === 'sum' || v.op === 'sum'))
        add('square-difference', { u: arena.make('mul', [two, u]), v });
}

/** The squares of what is known to be at most an absolute value, or at least one. */
export function squaredFacts(scope: Scope, add: Add): void {
  for (let place = 0; place < scope.length; place++) {
    const fact = scope.fact(place);
    if ((fact?.op === 'le' || fact?.op === 'lt') && fact.args.some(({ op }) => op === 'abs')) {
      const [u, v] = fact.args as [Term, Term];
      add('power-monotone', { u, v, w: scope.arena.num(2) });
    }
  }
}

const product = (arena: Arena, factors: readonly Term[]): Term => {
  const [first, ...others] = factors;
  return others.reduce((x, y) => arena.make('mul', [x, y]), first ?? arena.num(1));
};

const squareRoot = (term: Term): Term | undefined =>
  term.op === 'pow' && term.args[1]?.value?.n === 2n && term.args[1].value.d === 1n
    ? arg(term, 0)
    : undefined;

/** The definite forms of the sum and the difference of two vectors that stand beside sums. */
function definiteDifferences(scope: Scope, atoms: readonly Term[], add: Add): void {
  if (hypothesesFor(scope.context, 'definite').length === 0) return;
  const { arena } = scope;
  const vectors = new Map<Term, readonly [sum: Term, inner: Term]>();
  for (const sum of atoms) {
    if (sum.op !== 'sum') continue;
    const factors = factorsOf(arg(sum, 2));
    const inner = factors.find(({ op }) => op === 'sum');
    if (inner)
      vectors.set(
        product(
          arena,
          factors.filter((t) => t !== inner),
        ),
        [sum, inner],
      );
  }
  const all = [...vectors].slice(0, 3);
  for (const [i, [G, [sum, inner]]] of all.entries())
    for (const [H] of all.slice(i + 1))
      for (const op of ['sub', 'add'] as const)
        definiteForm(scope, sum, inner, arena.make(op, [G, H]), add);
}

/** Σ_k G(k)·Σ_l F(k, l)·G(l) for each matrix F that is declared positive definite. */
function definiteForm(scope: Scope, outer: Term, inner: Term, G: Term, add: Add): void {
  const [a, b] = outer.args as [Term, Term];
  if (inner.args[0] !== a || inner.args[1] !== b) return;
  for (const { pattern, letters } of hypothesesFor(scope.context, 'definite')) {
    const matrix = arg(pattern, 0);
    if (letters.length > 0 || matrix.args[2]?.op !== 'array') continue;
    add('definite-form', { a, b, F: arg(arg(matrix, 2), 2), G });
  }
}

/** Σ_k G(k)·Σ_l G(l)·Σ_m P(m)·F(m, k)·F(m, l). */
function gramForm(arena: Arena, outer: Term, inner: Term, G: Term, add: Add): void {
  const [a, b] = outer.args as [Term, Term];
  if (inner.args[0] !== a || inner.args[1] !== b) return;
  const [k, l, m] = ['%k', '%l', '%m'].map((name) => arena.sym(name)) as [Term, Term, Term];
  // The body of the outer sum stands under its index, that of the inner under both.
  const factors = factorsOf(instantiate(arena, arg(inner, 2), [k, l]));
  const deepest = factors.find((t) => t.op === 'sum');
  if (!deepest) return;
  const [c, d, body] = deepest.args as [Term, Term, Term];
  const parts = factorsOf(instantiate(arena, body, [m]));
  const F = parts.find((t) => mentionsName(t, k.name) && !mentionsName(t, l.name));
  if (!F) return;
  const twin = instantiate(arena, close(arena, F, [k]), [l]);
  const P = parts.filter((t) => t !== F && t !== twin);
  if (!parts.includes(twin)) return;
  const weights = close(arena, product(arena, P), [m]);
  add('gram-form', { a, b, c, d, P: weights, F: close(arena, F, [m, k]), G });
}
