/**
 * Inequalities: both sides in normal form, known inequalities about what occurs in them, and a
 * linear combination. The known ones are instances of rules, brought to normal form like the
 * goal, so that they speak of the same atoms.
 */
import type { Proof } from '../kernel/proof.js';
import { instantiatePattern } from '../kernel/rule.js';
import { negation, type Scope } from '../kernel/scope.js';
import { Derivation, reversed, toSteps } from '../strategy/derivation.js';
import { type Strategy, topDown } from '../strategy/strategy.js';
import { ONE } from '../term/rational.js';
import { type Arena, arg, type Term } from '../term/term.js';
import { distinctions, inCaseOf } from './cases.js';
import { byCommonFactor } from './common-factor.js';
import type { Form } from './form.js';
import { geometricSums } from './geometric.js';
import { gatheredSums } from './gathered-sums.js';
import { proveLinear } from './linear.js';
import { keepSigns } from './logarithm-form.js';
import { nestedTangents } from './nested-logs.js';
import { quadraticInstances } from './quadratic-instances.js';
import { recurrenceFacts } from './recurrences.js';
import { atomsOf, type Fact } from './relation-atoms.js';
import { factorsOf, viewOf } from './ring.js';
import { binomialSquares, bySquares } from './squares.js';
import { nonnegativeParts, type ProveIn, termwise } from './termwise.js';
import { byTransformation } from './transformed.js';
import { jensens, jointTangents, tangents, tangentsBetween } from './weighted-logs.js';
import { aboutSums } from './whole-sums.js';

/** Most instances that are tried for one goal. */
const MAX_INSTANCES = 80;

/** Most case distinctions within each other, and most that are tried at one level. */
export const MAX_CASES = 2;
const MAX_TRIED = 2;

type Values = Readonly<Record<string, Term>>;

/** A proof of a ≤ b or a < b, or undefined. */
export function proveInequality(
  form: Form,
  scope: Scope,
  goal: Term,
  depth = 0,
): Proof | undefined {
  const plain = withoutCases(form, scope, goal);
  if (plain) return plain;
  if (depth >= MAX_CASES) return undefined;
  const show = (inner: Scope): Proof | undefined => proveInequality(form, inner, goal, depth + 1);
  const found = distinctions(form, scope, arg(goal, 0), arg(goal, 1));
  for (const on of found.slice(0, MAX_TRIED)) {
    const no = inCaseOf(form, scope, negation(scope.arena, on), show);
    const yes = no && inCaseOf(form, scope, on, show);
    if (yes && no) return { by: 'cases', on, yes, no };
  }
  return undefined;
}

/** Most transformations of both sides within each other. */
const MAX_TRANSFORMED = 2;

function withoutCases(form: Form, scope: Scope, goal: Term): Proof | undefined {
  const { prover } = form.engine;
  const d = new Derivation(scope, goal);
  unfoldAll(form)(d);
  keepSigns(form, scope, d.current);
  const direct = prover.prove(scope, d.current);
  if (direct) return after(scope, goal, d, direct);
  const byTerms = termwise(scope, d.current, (inner, next) => withoutCases(form, inner, next));
  if (byTerms) return after(scope, goal, d, byTerms);
  const known = [
    ...tangents(form, scope, d.current),
    ...nonnegativeParts(form, scope, d.current),
    ...recurrenceFacts(form, scope, d.current),
  ];
  const slopes = known.map((fact) => normalized(form, scope, fact));
  const written = d.current;
  d.inside(0, (inner) => form.normalize(inner));
  d.inside(1, (inner) => form.normalize(inner));
  const joint = [
    ...jointTangents(form, scope, d.current),
    ...nestedTangents(form, scope, d.current),
  ].map((fact) => normalized(form, scope, fact));
  const next =
    inNormalForm(form, scope, d.current, [...slopes, ...joint], MAX_TRANSFORMED) ??
    gathered(form, scope, written, d.current);
  return next && after(scope, goal, d, next);
}

/** A goal in normal form, by a sum of nonnegative terms that is the goal as it was written. */
function gathered(form: Form, scope: Scope, written: Term, goal: Term): Proof | undefined {
  const show: ProveIn = (inner, next) => proveInequality(form, inner, next, MAX_CASES - 1);
  for (const line of new Set([written, goal]))
    for (const fact of gatheredSums(form, scope, line, show)) {
      const known = normalized(form, scope, fact);
      const proof = proveLinear(form.engine.prover, scope, goal, 0, [known]);
      if (proof) return proof;
    }
  return undefined;
}

/** A goal in normal form, as it stands, multiplied out, or with both sides transformed. */
function inNormalForm(
  form: Form,
  scope: Scope,
  goal: Term,
  given: readonly Fact[],
  left: number,
): Proof | undefined {
  const multiplied = (next: Term): Proof | undefined =>
    combined(form, scope, next) ??
    (left > 0
      ? byTransformation(form, scope, next, (t) => inNormalForm(form, scope, t, [], left - 1))
      : undefined);
  const plain =
    combined(form, scope, goal, given) ??
    scaled(form, scope, goal, multiplied) ??
    byCommonFactor(form, scope, goal, multiplied);
  if (plain || left === 0) return plain;
  return byTransformation(form, scope, goal, (next) =>
    inNormalForm(form, scope, next, [], left - 1),
  );
}

/** A goal in normal form, from what is known of its atoms. */
const combined = (
  form: Form,
  scope: Scope,
  goal: Term,
  given: readonly Fact[] = [],
): Proof | undefined =>
  form.engine.prover.prove(scope, goal) ??
  bySquares(form, scope, goal) ??
  proveLinear(form.engine.prover, scope, goal, 0, [
    ...instances(form, scope, goal),
    ...binomialSquares(form, scope, goal),
    ...geometricSums(form, scope, goal).map((fact) => normalized(form, scope, fact)),
    ...given,
  ]);

/** Both sides multiplied by their denominators, where these are positive. */
function scaled(
  form: Form,
  scope: Scope,
  goal: Term,
  prove: (goal: Term) => Proof | undefined,
): Proof | undefined {
  if (goal.op !== 'le') return undefined;
  const { arena } = scope;
  const { engine } = form;
  const [u, v] = goal.args as [Term, Term];
  const difference = new Derivation(scope, arena.make('sub', [v, u]));
  const view = viewOf(engine, difference);
  const powers = new Map<number, number>();
  for (const { factors } of view.polynomial.values())
    for (const [a, e] of factors) if (e < 0) powers.set(a, Math.max(powers.get(a) ?? 0, -e));
  if (powers.size === 0) return undefined;
  const w = view.product({ factors: [...powers], coefficient: ONE });
  const positive = engine.prover.prove(scope, arena.make('lt', [arena.num(0), w]));
  if (!positive) return undefined;
  const multiplied = arena.make('le', [arena.make('mul', [w, u]), arena.make('mul', [w, v])]);
  const d = new Derivation(scope, multiplied);
  d.inside(0, (inner) => form.normalize(inner));
  d.inside(1, (inner) => form.normalize(inner));
  const inner = prove(d.current);
  return (
    inner && {
      by: 'rule',
      rule: 'scale-le',
      substitution: new Map(Object.entries({ u, v, w })),
      premises: [positive, after(scope, multiplied, d, inner)],
    }
  );
}

const after = (scope: Scope, goal: Term, d: Derivation, next: Proof): Proof =>
  d.moves.length === 0 ? next : { by: 'rewrite', steps: toSteps(scope, goal, d.moves), next };

/** Every definition inserted. */
const unfoldAll = (form: Form): Strategy =>
  topDown((d) => {
    let any = false;
    while (d.current.op === 'app' && form.engine.unfold(d)) any = true;
    return any;
  });

/** Instances of known inequalities about the atoms of a goal, in normal form. */
function instances(form: Form, scope: Scope, goal: Term): Fact[] {
  const found: Fact[] = [];
  const add = (rule: string, values: Values): void => {
    if (found.length >= MAX_INSTANCES) return;
    const fact = instance(form, scope, rule, values);
    if (fact) found.push(fact);
  };
  const atoms = [...new Set(atomsOf(goal))];
  jensens(scope, goal, add);
  tangentsBetween(scope, goal, add);
  aboutSums(scope, goal, add);
  for (const atom of atoms) aboutAtom(scope, atom, add);
  quadraticInstances(scope, atoms, add);
  for (const atom of atoms)
    for (const other of atoms) if (atom !== other) aboutPair(scope.arena, atom, other, add);
  return found;
}

type Add = (rule: string, values: Values) => void;

function aboutAtom(scope: Scope, atom: Term, add: Add): void {
  const { arena } = scope;
  switch (atom.op) {
    case 'log': {
      const u = arg(atom, 0);
      add('log-tangent', { u });
      add('log-tangent-below', { u });
      if (u.op === 'sum') {
        const [a, b, body] = u.args as [Term, Term, Term];
        if (body.op === 'exp') aboutSumOfExp(scope, a, b, arg(body, 0), add);
      }
      return;
    }
    case 'exp':
      add('exp-tangent', { u: arg(atom, 0) });
      add('square-difference', { u: atom, v: arena.num(1) });
      return;
    case 'abs':
      add('le-abs', { u: arg(atom, 0) });
      add('neg-le-abs', { u: arg(atom, 0) });
      return;
    case 'maximum': {
      const [u, v] = atom.args as [Term, Term];
      add('le-maximum-left', { u, v });
      add('le-maximum-right', { u, v });
      return;
    }
    case 'sum': {
      const [a, b, body] = atom.args as [Term, Term, Term];
      if (body.op === 'exp') aboutSumOfExp(scope, a, b, arg(body, 0), add);
      aboutWeightedLog(scope, atom, add);
      return;
    }
    case 'sym':
    case 'at':
      add('square-difference', { u: atom, v: arena.num(1) });
      return;
    default:
  }
}

function aboutSumOfExp(scope: Scope, a: Term, b: Term, F: Term, add: Add): void {
  add('max-in-sum', { a, b, F });
  add('sum-below-max', { a, b, F });
  // In logarithms: max F ≤ log Σ exp F ≤ log n + max F.
  const { arena } = scope;
  const total = arena.make('sum', [a, b, arena.make('exp', [F])]);
  const largest = arena.make('exp', [arena.make('max', [a, b, F])]);
  add('log-monotone', { u: largest, v: total });
  const one = arena.num(1);
  const count = arena.make('add', [arena.make('sub', [b, a]), one]);
  add('log-monotone', { u: total, v: arena.make('mul', [count, largest]) });
}

/** Gibbs and Jensen for Σ P log Q. */
function aboutWeightedLog(scope: Scope, sum: Term, add: Add): void {
  const { arena } = scope;
  const [a, b, body] = sum.args as [Term, Term, Term];
  const factors = factorsOf(body);
  const log = factors.find((t) => t.op === 'log');
  if (!log) return;
  const others = factors.filter((t) => t !== log);
  if (others.length === 0) return;
  const P = others.reduce((x, y) => arena.make('mul', [x, y]));
  const Q = arg(log, 0);
  add('gibbs', { a, b, P, Q });
  add('jensen-log', { a, b, P, X: Q });
  const count = arena.make('add', [arena.make('sub', [b, a]), arena.num(1)]);
  add('gibbs', { a, b, P, Q: arena.make('div', [arena.num(1), count]) });
}

function aboutPair(arena: Arena, u: Term, v: Term, add: Add): void {
  if (u.op === 'sum' && v.op === 'sum' && u.args[0] === v.args[0] && u.args[1] === v.args[1]) {
    const [a, b, F] = u.args as [Term, Term, Term];
    add('sum-le', { a, b, F, G: arg(v, 2) });
  }
  if (u.id < v.id && u.op !== 'sum' && v.op !== 'sum') {
    add('square-difference', { u, v });
    add('square-sum', { u, v });
  }
  if (v.op === 'log' && (u.op === 'sym' || u.op === 'at'))
    add('log-monotone', { u: arena.make('exp', [u]), v: arg(v, 0) });
  if (u.op === 'log' && v.op === 'log') add('log-monotone', { u: arg(u, 0), v: arg(v, 0) });
  if (u.op === 'exp' && v.op === 'exp') {
    add('exp-monotone', { u: arg(u, 0), v: arg(v, 0) });
    add('exp-tangent-at', { u: arg(u, 0), v: arg(v, 0) });
  }
}

/** The rule's instance as a fact whose sides are in normal form; undefined if not shown. */
function instance(form: Form, scope: Scope, id: string, values: Values): Fact | undefined {
  const { engine } = form;
  const rule = engine.rules.get(id);
  if (!rule) return undefined;
  engine.spend();
  const proof = engine.prover.named(id, scope, values);
  if (!proof) return undefined;
  const stated = instantiatePattern(scope.arena, rule.conclusion, new Map(Object.entries(values)));
  return normalized(form, scope, { fact: stated, proof });
}

/** The fact with both sides in normal form. */
function normalized(form: Form, scope: Scope, { fact, proof }: Fact): Fact {
  const d = new Derivation(scope, fact);
  d.inside(0, (inner) => form.normalize(inner));
  d.inside(1, (inner) => form.normalize(inner));
  if (d.moves.length === 0) return { fact, proof };
  const steps = toSteps(scope, d.current, reversed(d.moves));
  return { fact: d.current, proof: { by: 'rewrite', steps, next: proof } };
}
