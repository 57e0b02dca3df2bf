/**
 * An inequality by one about squares, exponentials or logarithms of its sides, which is easier to
 * read off: a root is at most a number if what stands below is at most the square.
 */
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { Derivation, toSteps } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { atomsOf } from './relation-atoms.js';
import { RingView } from './ring-view.js';
import { sumOf } from './sum-groups.js';

/** Shows an inequality whose sides are in normal form. */
export type Prove = (goal: Term) => Proof | undefined;

/** A proof of u ≤ v, both sides in normal form, by what holds of the transformed sides. */
export function byTransformation(
  form: Form,
  scope: Scope,
  goal: Term,
  prove: Prove,
): Proof | undefined {
  if (goal.op !== 'le') return undefined;
  const atoms = atomsOf(goal);
  if (atoms.some(({ op }) => op === 'log')) return by(form, scope, goal, EXPONENTIALS, prove);
  const hasRoot = atoms.some((atom) => atom.op === 'sqrt' || atom.op === 'abs' || isRoot(atom));
  const squared = hasRoot
    ? (by(form, scope, goal, SQUARES, prove) ?? byRoots(form, scope, goal, prove))
    : undefined;
  if (squared) return squared;
  return atoms.some(isPower) ? by(form, scope, goal, LOGARITHMS, prove) : undefined;
}

/** exp(log(u)/2), which is how the root of a positive number is written. */
const isRoot = (atom: Term): boolean =>
  atom.op === 'exp' &&
  arg(atom, 0).op === 'div' &&
  subterms(arg(atom, 0)).some(({ op }) => op === 'log');

/** An exponential of a sum, such as a geometric mean. */
const isPower = (atom: Term): boolean =>
  atom.op === 'exp' && subterms(atom).some(({ op }) => op === 'sum');

/** As by squares, with the roots that are added alone on the right side. */
function byRoots(form: Form, scope: Scope, goal: Term, prove: Prove): Proof | undefined {
  const { arena } = scope;
  const view = new RingView(arena, arena.make('sub', [arg(goal, 1), arg(goal, 0)]), new Set());
  const monomials = [...view.polynomial.values()];
  const hasRoot = monomials.map(({ factors }) =>
    factors.some(([a]) => view.term(a).op === 'sqrt' || isRoot(view.term(a))),
  );
  const roots = monomials.filter((m, i) => hasRoot[i] && Q.compare(m.coefficient, Q.ZERO) > 0);
  const others = monomials.filter((m) => !roots.includes(m));
  if (roots.length === 0 || others.length === 0) return undefined;
  const less = others.map((m) => ({ ...m, coefficient: Q.negate(m.coefficient) }));
  const fact = arena.make('le', [view.sum(sumOf(less)), view.sum(sumOf(roots))]);
  if (fact === goal) return undefined;
  const proof = by(form, scope, fact, SQUARES, prove);
  return proof && { by: 'linear', terms: [{ fact, proof, factor: Q.ONE }] };
}

interface Transformation {
  readonly rule: string;
  readonly of: (scope: Scope, side: Term) => Term;
  /** Which side has to have which sign. */
  readonly signs: (scope: Scope, u: Term, v: Term) => readonly Term[];
}

const EXPONENTIALS: Transformation = {
  rule: 'le-of-exponentials',
  of: ({ arena }, side) => arena.make('exp', [side]),
  signs: () => [],
};

const SQUARES: Transformation = {
  rule: 'le-of-squares',
  of: ({ arena }, side) => arena.make('pow', [side, arena.num(2)]),
  signs: ({ arena }, _, v) => [arena.make('le', [arena.num(0), v])],
};

const LOGARITHMS: Transformation = {
  rule: 'le-of-logarithms',
  of: ({ arena }, side) => arena.make('log', [side]),
  signs: ({ arena }, _, v) => [arena.make('lt', [arena.num(0), v])],
};

function by(
  form: Form,
  scope: Scope,
  goal: Term,
  { rule, of, signs }: Transformation,
  prove: Prove,
): Proof | undefined {
  const [u, v] = goal.args as [Term, Term];
  const premises = form.engine.prover.all(scope, signs(scope, u, v), 0);
  if (!premises) return undefined;
  const transformed = scope.arena.make('le', [of(scope, u), of(scope, v)]);
  const d = new Derivation(scope, transformed);
  d.inside(0, (inner) => form.normalize(inner));
  d.inside(1, (inner) => form.normalize(inner));
  if (arg(d.current, 0) === u && arg(d.current, 1) === v) return undefined;
  const next = prove(d.current);
  if (!next) return undefined;
  const steps = toSteps(scope, transformed, d.moves);
  const last: Proof = steps.length === 0 ? next : { by: 'rewrite', steps, next };
  const substitution = new Map(Object.entries({ u, v }));
  return { by: 'rule', rule, substitution, premises: [...premises, last] };
}
