/**
 * Tangents to the logarithms that nested sums make together: of Σ_i Σ_j w_ij*log w_ij and
 * Σ_i log(a_i)*Σ_j w_ij and Σ_j log(b_j)*Σ_i w_ij, that to w_ij*log(a_i*b_j/w_ij).
 */
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import * as Q from '../term/rational.js';
import { close, instantiate } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import type { Fact } from './relation-atoms.js';
import { factorsOf } from './ring.js';
import { RingView } from './ring-view.js';

/** A sum of sums of one product: the ranges, outermost first, and the factors under all of them. */
interface Flat {
  readonly ranges: readonly (readonly [lo: Term, hi: Term])[];
  readonly factors: readonly Term[];
}

/** One weight with the logarithms that stand beside it, under two sums. */
interface Joint {
  readonly ranges: Flat['ranges'];
  readonly w: Term;
  readonly above: Term[];
  readonly below: Term[];
}

/** The tangents for the goal, in normal form, each as a fact. */
export function nestedTangents(form: Form, scope: Scope, goal: Term): Fact[] {
  return jointsOf(scope, goal).flatMap(({ ranges, w, above, below }) => {
    if (above.length + below.length < 2) return [];
    const { arena } = scope;
    const times = (terms: readonly Term[]): Term =>
      terms.reduce((a, b) => arena.make('mul', [a, b]), arena.num(1));
    const u = arena.make('div', [times(above), times(below)]);
    const scopes = [scope];
    for (const [lo, hi] of ranges) scopes.push((scopes.at(-1) as Scope).open(lo, hi));
    const inner = scopes.at(-1) as Scope;
    let proof: Proof | undefined = form.engine.prover.named('weighted-log-tangent', inner, {
      u,
      w,
    });
    if (!proof) return [];
    let left = arena.make('mul', [w, arena.make('log', [u])]);
    let right = arena.make('mul', [w, arena.make('sub', [u, arena.num(1)])]);
    for (const [depth, [a, b]] of [...ranges.entries()].reverse()) {
      const local = (scopes[depth] as Scope).nextLocal;
      const [F, G] = [close(arena, left, [local]), close(arena, right, [local])];
      const substitution = new Map(Object.entries({ a, b, F, G }));
      proof = { by: 'rule', rule: 'sum-le', substitution, premises: [proof] };
      left = arena.make('sum', [a, b, F]);
      right = arena.make('sum', [a, b, G]);
    }
    return [{ fact: arena.make('le', [left, right]), proof }];
  });
}

function jointsOf(scope: Scope, goal: Term): Joint[] {
  const { arena } = scope;
  const view = new RingView(arena, arena.make('sub', [arg(goal, 1), arg(goal, 0)]), new Set());
  const joints: Joint[] = [];
  for (const { factors, coefficient } of view.polynomial.values()) {
    const [only, more] = factors;
    const sum = only && !more && only[1] === 1 ? view.term(only[0]) : undefined;
    const flat = sum?.op === 'sum' ? flatten(scope, sum) : undefined;
    const logs = flat?.factors.filter(({ op }) => op === 'log') ?? [];
    const size = Q.compare(coefficient, Q.ZERO);
    const isOne = Q.equal(Q.multiply(coefficient, coefficient), Q.ONE);
    if (flat?.ranges.length !== 2 || logs.length !== 1 || !isOne) continue;
    const log = logs[0] as Term;
    const u = arg(log, 0);
    const others = flat.factors.filter((f) => f !== log);
    if (others.length === 0) continue;
    const w = others.reduce((a, b) => arena.make('mul', [a, b]));
    add(joints, scope, flat.ranges, w, u, size > 0);
  }
  return joints;
}

/** Files a logarithm with others of its weight, the indices perhaps in the other order. */
function add(
  joints: Joint[],
  scope: Scope,
  ranges: Flat['ranges'],
  w: Term,
  u: Term,
  isAdded: boolean,
): void {
  const { arena } = scope;
  const [k, l] = localsOf(scope, ranges) as [Term, Term];
  const turned = (term: Term): Term => instantiate(arena, close(arena, term, [k, l]), [l, k]);
  for (const joint of joints) {
    const isSame = sameRanges(joint.ranges, ranges) && joint.w === w;
    const isTurned = sameRanges(joint.ranges, [...ranges].reverse()) && joint.w === turned(w);
    if (!isSame && !isTurned) continue;
    // The goal is "… ≥ 0": a logarithm that is added is below the fraction bar.
    (isAdded ? joint.below : joint.above).push(isSame ? u : turned(u));
    return;
  }
  joints.push({ ranges, w, above: isAdded ? [] : [u], below: isAdded ? [u] : [] });
}

const sameRanges = (a: Flat['ranges'], b: Flat['ranges']): boolean =>
  a.every(([lo, hi], i) => lo === b[i]?.[0] && hi === b[i]?.[1]);

/** The indices of nested sums over these ranges. */
function localsOf(scope: Scope, ranges: Flat['ranges']): Term[] {
  const locals: Term[] = [];
  let inner = scope;
  for (const [lo, hi] of ranges) {
    locals.push(inner.nextLocal);
    inner = inner.open(lo, hi);
  }
  return locals;
}

function flatten(scope: Scope, sum: Term): Flat | undefined {
  const [lo, hi, body] = sum.args as [Term, Term, Term];
  const factors = factorsOf(instantiate(scope.arena, body, [scope.nextLocal]));
  const sums = factors.filter(({ op }) => op === 'sum');
  const [inner] = sums;
  if (!inner) return { ranges: [[lo, hi]], factors };
  const rest = sums.length === 1 ? flatten(scope.open(lo, hi), inner) : undefined;
  return (
    rest && {
      ranges: [[lo, hi], ...rest.ranges],
      factors: [...factors.filter((f) => f !== inner), ...rest.factors],
    }
  );
}
