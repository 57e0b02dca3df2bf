/** Known inequalities about sums that stand in a goal: means, extremes, convexity. */
import type { Scope } from '../kernel/scope.js';
import { close } from '../term/substitution.js';
import { type Arena, arg, type Term } from '../term/term.js';
import { atomsOf } from './relation-atoms.js';
import { factorsOf } from './ring.js';

type Add = (rule: string, values: Readonly<Record<string, Term>>) => void;

/** Instances for the sums and maxima among the atoms of a goal in normal form. */
export function aboutSums(scope: Scope, goal: Term, add: Add): void {
  const { arena } = scope;
  const atoms = [...new Set(atomsOf(goal))];
  const one = arena.num(1);
  for (const atom of atoms) {
    if (atom.op === 'abs' && arg(atom, 0).op === 'sum') {
      const [a, b, F] = arg(atom, 0).args as [Term, Term, Term];
      add('triangle-sum', { a, b, F });
    }
    if (atom.op === 'exp' && arg(atom, 0).op === 'sum') aboutMean(arg(atom, 0));
    if (atom.op === 'max' || atom.op === 'min') {
      const [a, b, F] = atom.args as [Term, Term, Term];
      add(atom.op === 'max' ? 'sum-at-most-max' : 'sum-at-least-min', { a, b, F });
      add('min-at-most-max', { a, b, F });
      aboutWeights(atom);
    }
    if (atom.op === 'sum') aboutSum(atom);
  }
  aboutConvexity(scope, atoms, add);

  /** The extreme bounds the weighted sums of the same terms. */
  function aboutWeights(extreme: Term): void {
    const [a, b, F] = extreme.args as [Term, Term, Term];
    const rule = extreme.op === 'max' ? 'mean-at-most-max' : 'mean-at-least-min';
    for (const sum of atoms)
      if (sum.op === 'sum' && sum.args[0] === a && sum.args[1] === b)
        for (const factor of factorsOf(arg(sum, 2)))
          if (factor === F) add(rule, { a, b, P: without(arg(sum, 2), factor), F });
  }

  /** exp(Σ P X) ≤ Σ P exp X for each way to take a weight out. */
  function aboutMean(sum: Term): void {
    const [a, b, body] = sum.args as [Term, Term, Term];
    for (const X of factorsOf(body)) add('jensen-exp', { a, b, P: without(body, X), X });
  }

  function aboutSum(sum: Term): void {
    const [a, b, body] = sum.args as [Term, Term, Term];
    add('square-of-mean', { a, b, P: one, X: body });
    for (const factor of factorsOf(body)) {
      const P = without(body, factor);
      const isSquare = factor.op === 'pow' && arg(factor, 1).value?.n === 2n;
      const X = isSquare ? arg(factor, 0) : factor;
      if (isSquare || P !== one) add('square-of-mean', { a, b, P, X });
      if (P !== one) add('cauchy', { a, b, F: P, G: factor });
      // Beside a factor of at most 1 the rest is at most itself.
      const rest = isSquare ? times(P, X) : P;
      if (rest !== one) add('sum-le', { a, b, F: times(rest, X), G: rest });
    }
  }

  function times(u: Term, v: Term): Term {
    return u === one ? v : arena.make('mul', [u, v]);
  }

  function without(body: Term, factor: Term): Term {
    const others = factorsOf(body).filter((f) => f !== factor);
    return others.length > 0 ? others.reduce((x, y) => arena.make('mul', [x, y])) : one;
  }
}

/** Convexity of log-sum-exp between two of them, at the weights that stand before them. */
function aboutConvexity(scope: Scope, atoms: readonly Term[], add: Add): void {
  const { arena } = scope;
  const exponents = atoms.flatMap((atom) =>
    atom.op === 'log' ? (ofExponentials(arena, arg(atom, 0)) ?? []) : [],
  );
  if (exponents.length < 2) return;
  const weights = [arena.make('div', [arena.num(1), arena.num(2)])];
  for (const atom of atoms) if (atom.op === 'sym') weights.push(atom);
  for (const first of exponents)
    for (const second of exponents) {
      const { a, b, X } = first;
      if (first === second || a !== second.a || b !== second.b) continue;
      for (const t of weights) add('log-sum-exp-convex', { a, b, t, X, Y: second.X });
    }
}

/** A sum of exponentials, or two of them as a sum over 0 and 1; 1 is that of 0. */
function ofExponentials(arena: Arena, term: Term): { a: Term; b: Term; X: Term } | undefined {
  if (term.op === 'sum') {
    const [a, b, body] = term.args as [Term, Term, Term];
    return body.op === 'exp' ? { a, b, X: arg(body, 0) } : undefined;
  }
  if (term.op !== 'add') return undefined;
  const [zero, one] = [arena.num(0), arena.num(1)];
  const exponent = (t: Term): Term | undefined =>
    t === one ? zero : t.op === 'exp' ? arg(t, 0) : undefined;
  // The number comes first, as it has no part in the order of the other terms.
  const sides = term.args.map(exponent).sort((x, y) => Number(y === zero) - Number(x === zero));
  const [first, second] = sides;
  if (!first || !second) return undefined;
  const k = arena.sym('%k');
  const rise = arena.make('mul', [k, arena.make('sub', [second, first])]);
  return { a: zero, b: one, X: close(arena, arena.make('add', [first, rise]), [k]) };
}
