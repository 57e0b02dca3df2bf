/**
 * Polynomial inequalities by completing squares: what is to be nonnegative is written as squares
 * of polynomials, each with a positive weight, and a rest that is nonnegative.
 */
import type { Factor, Polynomial } from '../kernel/polynomial.js';
import * as P from '../kernel/polynomial.js';
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import * as Q from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { atomsOf as atomsIn, type Fact } from './relation-atoms.js';
import { RingView } from './ring-view.js';

/** Most squares that are completed within each other. */
const MAX_SQUARES = 5;

/** Most monomials of a polynomial that is looked at. */
const MAX_MONOMIALS = 40;

/** A polynomial as weight^-1 times (squares + rest). */
interface Completion {
  readonly weight: Polynomial;
  readonly squares: readonly { readonly weight: Polynomial; readonly of: Polynomial }[];
  readonly rest: Polynomial;
}

/** A proof of u ≤ v, both sides in normal form, by completing squares. */
export function bySquares(form: Form, scope: Scope, goal: Term): Proof | undefined {
  if (goal.op !== 'le') return undefined;
  const { arena } = scope;
  const [u, v] = goal.args as [Term, Term];
  const view = new RingView(arena, arena.make('sub', [v, u]), new Set());
  const isWhole = [...view.polynomial.values()].every(({ factors }) =>
    factors.every(([a, e]) => e > 0 && view.atoms.reciprocalOf(a) === undefined),
  );
  if (!isWhole || view.polynomial.size > MAX_MONOMIALS) return undefined;
  const { prover } = form.engine;
  const zero = arena.num(0);
  const isPositive = (p: Polynomial): boolean =>
    prover.holds(scope, arena.make('lt', [zero, view.sum(p)]));
  const isNonnegative = (p: Polynomial): boolean =>
    p.size === 0 || prover.holds(scope, arena.make('le', [zero, view.sum(p)]));
  const start = { weight: P.constant(Q.ONE), squares: [], rest: view.polynomial };
  const found = complete(start, isPositive, isNonnegative, MAX_SQUARES);
  return found && proofOf(form, scope, view, goal, found);
}

/** Most squares of two products that are looked at. */
const MAX_BINOMIALS = 24;

/** Highest degree of a goal for which squares of two products are looked at. */
const MAX_DEGREE = 6;

/**
 * Squares of (s - t) or (s + t), where s*t is a monomial of a goal of degree 4 and more, and
 * neither has more than half the degree.
 */
export function binomialSquares(form: Form, scope: Scope, goal: Term): Fact[] {
  const { arena } = scope;
  const view = new RingView(arena, arena.make('sub', [arg(goal, 1), arg(goal, 0)]), new Set());
  const monomials = [...view.polynomial.values()];
  const isWhole = monomials.every(({ factors }) => factors.every(([, e]) => e > 0));
  if (!isWhole || monomials.length > MAX_MONOMIALS) return [];
  const degree = Math.max(
    ...monomials.map(({ factors }) => factors.reduce((n, [, e]) => n + e, 0)),
  );
  if (degree < 4 || degree > MAX_DEGREE) return [];
  const found = new Map<Term, Fact>();
  for (const { factors, coefficient } of monomials) {
    const all = factors.flatMap(([a, e]) => Array<number>(e).fill(a));
    const isLess = Q.compare(coefficient, Q.ZERO) < 0;
    for (const [s, t] of halves(all, degree / 2)) {
      if (found.size >= MAX_BINOMIALS) return [...found.values()];
      const [u, v] = [s, t].map((half) => view.sum(productOf(half))) as [Term, Term];
      if (u === v) continue;
      const rule = isLess ? 'square-difference' : 'square-sum';
      const proof = form.engine.prover.named(rule, scope, { u, v });
      const base = arena.make(isLess ? 'sub' : 'add', [u, v]);
      const fact = arena.make('le', [arena.num(0), arena.make('pow', [base, arena.num(2)])]);
      if (proof) found.set(fact, { fact, proof });
    }
  }
  return [...found.values()];
}

/** Most pairs of atoms whose squares are mixed. */
const MAX_MIXED = 6;

/** t*(1 - t)*(u - v)², for a number t between 0 and 1 among the atoms of a goal of degree 3 or 4. */
export function mixedSquares(form: Form, scope: Scope, goal: Term): Fact[] {
  const { arena } = scope;
  const { prover } = form.engine;
  const [zero, one, two] = [0, 1, 2].map((n) => arena.num(n)) as [Term, Term, Term];
  const atoms = [...new Set(atomsIn(goal))].filter(({ op }) => op === 'sym' || op === 'at');
  const isBetween = (t: Term): boolean =>
    prover.all(scope, [arena.make('le', [zero, t]), arena.make('le', [t, one])], 0) !== undefined;
  const t = atoms.length >= 3 && atoms.length <= 4 ? atoms.find(isBetween) : undefined;
  if (!t) return [];
  const others = atoms.filter((atom) => atom !== t);
  const pairs = others.flatMap((u, i) => others.slice(i + 1).map((v) => [u, v] as const));
  const head = arena.make('mul', [t, arena.make('sub', [one, t])]);
  return pairs.slice(0, MAX_MIXED).flatMap(([u, v]) => {
    const square = arena.make('pow', [arena.make('sub', [u, v]), two]);
    const fact = arena.make('le', [zero, arena.make('mul', [head, square])]);
    const proof = prover.named('nonneg-mul', scope, { u: head, v: square });
    return proof ? [{ fact, proof }] : [];
  });
}

const productOf = (atoms: readonly number[]): Polynomial =>
  atoms.reduce<Polynomial>((all, a) => P.multiply(all, P.atom(a)), P.constant(Q.ONE));

/** The ways to deal factors out, the first to the first part, so many to each at most. */
function halves(all: readonly number[], most: number): [number[], number[]][] {
  const found = new Map<string, [number[], number[]]>();
  for (let mask = 1; mask < 1 << all.length; mask += 2) {
    const s = all.filter((_, i) => (mask >> i) % 2 === 1);
    const t = all.filter((_, i) => (mask >> i) % 2 === 0);
    if (s.length <= most && t.length <= most) found.set([...s, '|', ...t].join(), [s, t]);
  }
  return [...found.values()];
}

function complete(
  known: Completion,
  isPositive: (p: Polynomial) => boolean,
  isNonnegative: (p: Polynomial) => boolean,
  left: number,
): Completion | undefined {
  if (isNonnegative(known.rest)) return known;
  if (left === 0) return undefined;
  for (const atom of atomsOf(known.rest)) {
    const next = square(known, atom, isPositive);
    const found = next && complete(next, isPositive, isNonnegative, left - 1);
    if (found) return found;
  }
  return undefined;
}

const atomsOf = (p: Polynomial): number[] => [
  ...new Set([...p.values()].flatMap(({ factors }) => factors.map(([a]) => a))),
];

/** rest = A x² + B x + C; then 4A·rest = (2Ax + B)² + 4AC - B², for a positive A. */
function square(
  { weight, squares, rest }: Completion,
  x: number,
  isPositive: (p: Polynomial) => boolean,
): Completion | undefined {
  const [C, B, A, ...more] = byPowers(rest, x);
  if (!A || !B || !C || more.length > 0 || (B.size === 0 && C.size === 0)) return undefined;
  const value = P.constantValue(A);
  if (value ? Q.compare(value, Q.ZERO) <= 0 : !isPositive(A)) return undefined;
  const four = P.scale(A, Q.rational(4));
  const scaled = value ? P.constant(Q.ONE) : four;
  const root = P.add(P.multiply(P.scale(A, Q.rational(2)), P.atom(x)), B);
  const others = P.subtract(P.multiply(four, C), P.multiply(B, B));
  const divisor = value ? Q.divide(Q.ONE, Q.multiply(Q.rational(4), value)) : Q.ONE;
  return {
    weight: P.multiply(weight, scaled),
    squares: [
      ...squares.map((s) => ({ ...s, weight: P.multiply(s.weight, scaled) })),
      { weight: P.constant(divisor), of: root },
    ],
    rest: P.scale(others, divisor),
  };
}

/** The coefficients of x^0, x^1, …; none for a power that is missing above the last. */
function byPowers(p: Polynomial, x: number): Polynomial[] {
  const found: Polynomial[] = [P.zero, P.zero];
  for (const { factors, coefficient } of p.values()) {
    const power = factors.find(([a]) => a === x)?.[1] ?? 0;
    const others = factors.filter(([a]): boolean => a !== x) as readonly Factor[];
    while (found.length <= power) found.push(P.zero);
    found[power] = P.add(found[power] as Polynomial, P.monomial(coefficient, others));
  }
  return found;
}

/** From 0 ≤ squares + rest, the goal times its weight, and then the goal. */
function proofOf(
  form: Form,
  scope: Scope,
  view: RingView,
  goal: Term,
  { weight, squares, rest }: Completion,
): Proof | undefined {
  const { arena } = scope;
  const { prover } = form.engine;
  const zero = arena.num(0);
  const two = arena.num(2);
  const parts = squares.map((s) => {
    const power = arena.make('pow', [view.sum(s.of), two]);
    return arena.make('mul', [view.sum(s.weight), power]);
  });
  if (rest.size > 0) parts.push(view.sum(rest));
  const [first = zero, ...others] = parts;
  const total = others.reduce((a, b) => arena.make('add', [a, b]), first);
  const fact = arena.make('le', [zero, total]);
  const proof = prover.prove(scope, fact);
  if (!proof) return undefined;
  const combined: Proof = { by: 'linear', terms: [{ fact, proof, factor: Q.ONE }] };
  const value = P.constantValue(weight);
  if (value && Q.equal(value, Q.ONE)) return combined;
  const w = view.sum(weight);
  const positive = prover.prove(scope, arena.make('lt', [zero, w]));
  const [u, v] = [arg(goal, 0), arg(goal, 1)];
  const substitution = new Map(Object.entries({ u, v, w }));
  return positive && { by: 'rule', rule: 'scale-le', substitution, premises: [positive, combined] };
}
