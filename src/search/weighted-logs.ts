/**
 * Inequalities between weighted logarithms: each W·log R in a goal is compared with its tangent
 * W·(R - 1), under the sums that it stands in, and weighted means of logarithms with the
 * logarithm of the mean.
 */
import type { Monomial, Polynomial } from '../kernel/polynomial.js';
import * as P from '../kernel/polynomial.js';
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import * as Q from '../term/rational.js';
import { close, instantiate, subterms } from '../term/substitution.js';
import { type Arena, arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import type { Fact } from './relation-atoms.js';
import { factorsOf } from './ring.js';
import { RingView } from './ring-view.js';

/** Most tangents for one goal. */
const MAX_TANGENTS = 24;

/** Most places where the tangents to one logarithm touch. */
const MAX_SCALES = 5;

/** Tangents to the logarithms of a goal, each as a fact; definitions are inserted already. */
export function tangents(form: Form, scope: Scope, goal: Term): Fact[] {
  const { arena } = scope;
  const found: Fact[] = [];
  const seen = new Set<Term>();
  const scales = [arena.num(1), ...scalesOf(arena, goal)];
  for (const product of weightedLogs(goal))
    for (const scale of scales)
      for (const turned of [true, false]) {
        if (found.length >= MAX_TANGENTS) return found;
        const fact = tangent(form, scope, product, turned, scale);
        if (!fact || seen.has(fact.fact)) continue;
        seen.add(fact.fact);
        found.push(fact);
      }
  for (const product of weightedLogs(goal)) {
    const square = squareTangent(form, scope, product);
    if (square) found.push(...square);
  }
  return found;
}

/** log R² ≤ R² - 1 and log R⁻² ≤ R⁻² - 1, for a logarithm under no sum. */
function squareTangent(form: Form, scope: Scope, product: Term): Fact[] | undefined {
  const { arena } = scope;
  const log = product.op === 'log' ? product : undefined;
  if (!log || product.locals > 0) return undefined;
  return [2, -2].flatMap((power) => {
    const raised = arena.make('pow', [arg(log, 0), arena.num(power)]);
    return tangent(form, scope, arena.make('log', [raised]), false, arena.num(1)) ?? [];
  });
}

/** The numbers v and 1/v where log v stands alone in the goal: where tangents may touch. */
function scalesOf(arena: Arena, goal: Term): Term[] {
  const logs = subterms(goal).filter(
    ({ op, loose, locals }) => op === 'log' && loose + locals === 0,
  );
  const all = [...new Set(logs.map((log) => arg(log, 0)))];
  const isSimple = ({ op }: Term): boolean => op === 'num' || op === 'sym';
  const sums = all.filter(({ op }) => op === 'sum').slice(0, 1);
  return [...all.filter(isSimple), ...sums].flatMap((v) => [
    arena.make('div', [arena.num(1), v]),
    v,
  ]);
}

/** The outermost sums and products in the goal that hold a weighted logarithm. */
function weightedLogs(goal: Term): Term[] {
  const found = new Set<Term>();
  const visit = (term: Term): void => {
    if (logFactor(term)) found.add(term);
    else if (term.op === 'sum' && isNest(term)) found.add(term);
    else for (const child of term.args) if (child.loose === 0) visit(child);
  };
  visit(goal);
  return [...found];
}

const isNest = (term: Term): boolean => {
  const body = term.op === 'sum' ? arg(term, 2) : term;
  return logFactor(body) !== undefined || (body.op === 'sum' && isNest(body));
};

const logFactor = (term: Term): Term | undefined => {
  const logs = factorsOf(term).filter(({ op }) => op === 'log');
  return logs.length === 1 ? logs[0] : undefined;
};

/** The tangent's inequality below the sums, wrapped by one `sum-le` for each of them. */
function tangent(
  form: Form,
  scope: Scope,
  term: Term,
  turned: boolean,
  scale: Term,
): Fact | undefined {
  const { arena } = scope;
  const { prover } = form.engine;
  if (term.op === 'sum') {
    const [a, b, body] = term.args as [Term, Term, Term];
    const local = scope.nextLocal;
    const below = scope.open(a, b);
    const inner = tangent(form, below, instantiate(arena, body, [local]), turned, scale);
    if (!inner) return undefined;
    const [F, G] = inner.fact.args.map((side) => close(arena, side, [local])) as [Term, Term];
    const fact = arena.make('le', [arena.make('sum', [a, b, F]), arena.make('sum', [a, b, G])]);
    const substitution = new Map(Object.entries({ a, b, F, G }));
    const proof: Proof = { by: 'rule', rule: 'sum-le', substitution, premises: [inner.proof] };
    return { fact, proof };
  }
  const log = logFactor(term);
  if (!log) return undefined;
  const others = factorsOf(term).filter((t) => t !== log);
  const w = others.length > 0 ? others.reduce((x, y) => arena.make('mul', [x, y])) : arena.num(1);
  const R = arg(log, 0);
  const touched = turned ? arena.make('div', [scale, R]) : arena.make('mul', [scale, R]);
  const proof = prover.named('weighted-log-tangent', scope, { u: touched, w });
  if (!proof) return undefined;
  const rise = arena.make('sub', [touched, arena.num(1)]);
  const left = arena.make('mul', [w, arena.make('log', [touched])]);
  return { fact: arena.make('le', [left, arena.make('mul', [w, rise])]), proof };
}

type Add = (rule: string, values: Readonly<Record<string, Term>>) => void;

/** A weight P and what stands beside it in sums over one range, as one logarithm log X. */
interface Group {
  readonly range: Term;
  readonly P: Term;
  readonly X: Term;
}

/** Jensen for each weight of the goal. */
export function jensens(scope: Scope, goal: Term, add: Add): void {
  for (const { range, P, X } of groupsOf(scope, goal))
    add('jensen-log', { a: arg(range, 0), b: arg(range, 1), P, X });
}

/** The tangents to the logarithms that the sums of a goal in normal form make together. */
export function jointTangents(form: Form, scope: Scope, goal: Term): Fact[] {
  const { arena } = scope;
  return groupsOf(scope, goal).flatMap(({ range, P, X }) => {
    const body = arena.make('mul', [P, arena.make('log', [X])]);
    const lifted = P.loose === 0 && X.loose === 0 ? undefined : body;
    if (!lifted) return [];
    const sum = arena.make('sum', [arg(range, 0), arg(range, 1), lifted]);
    const scales = [arena.num(1), ...scalesOf(arena, goal)].slice(0, MAX_SCALES);
    return scales.flatMap((scale) => tangent(form, scope, sum, false, scale) ?? []);
  });
}

function groupsOf(scope: Scope, goal: Term): Group[] {
  const { arena } = scope;
  const view = new RingView(arena, arena.make('sub', [arg(goal, 1), arg(goal, 0)]), new Set());
  const groups = new Map<string, { range: Term; P: Term; X: Term }>();
  for (const monomial of view.polynomial.values()) {
    const part = partOf(view, monomial);
    if (!part) continue;
    for (const { P, exponent } of splits(part.body)) {
      const weight = part.weight === undefined ? P : arena.make('mul', [part.weight, P]);
      const key = `${part.range.args[0]?.id},${part.range.args[1]?.id}:${weight.id}`;
      const known = groups.get(key)?.X;
      // The goal is "… - Σ P log X ≥ 0": a positive coefficient divides.
      const X = part.isPositive ? arena.make('div', [arena.num(1), exponent]) : exponent;
      const all = known ? arena.make('mul', [known, X]) : X;
      groups.set(key, { range: part.range, P: weight, X: all });
    }
  }
  return [...groups.values()];

  function splits(body: Term): { P: Term; exponent: Term }[] {
    const factors = factorsOf(body);
    const without = (t: Term): Term => {
      const others = factors.filter((f) => f !== t);
      return others.length > 0 ? others.reduce((x, y) => arena.make('mul', [x, y])) : arena.num(1);
    };
    const log = factors.find(({ op }) => op === 'log');
    if (log) return [{ P: without(log), exponent: arg(log, 0) }];
    return factors.map((t) => ({ P: without(t), exponent: arena.make('exp', [t]) }));
  }

  function partOf(v: RingView, { factors, coefficient }: Monomial) {
    const sum = factors.find(([a, e]) => e === 1 && v.term(a).op === 'sum');
    if (!sum) return undefined;
    const size = Q.compare(coefficient, Q.ZERO) < 0 ? Q.negate(coefficient) : coefficient;
    const others = factors.filter((f) => f !== sum);
    const range = v.term(sum[0]);
    const weight =
      others.length === 0 && Q.equal(size, Q.ONE)
        ? undefined
        : v.product({ factors: others, coefficient: size });
    return {
      range,
      body: arg(range, 2),
      weight,
      isPositive: Q.compare(coefficient, Q.ZERO) > 0,
    };
  }
}

/** Most logarithms of a goal for which tangents are looked at. */
const MAX_LOGS = 5;

/**
 * Tangents to the weighted logarithms of a goal outside sums: of each that is subtracted where one
 * that is added touches, and of all with one weight together.
 */
export function tangentsBetween(scope: Scope, goal: Term, add: Add): void {
  const { arena } = scope;
  const view = new RingView(arena, arena.make('sub', [arg(goal, 1), arg(goal, 0)]), new Set());
  const weights = new Map<Term, Polynomial>();
  for (const { factors, coefficient } of view.polynomial.values()) {
    const logs = factors.filter(([a, e]) => e === 1 && view.term(a).op === 'log');
    const [log] = logs;
    if (!log || logs.length > 1) continue;
    const others = factors.filter((f) => f !== log);
    const u = arg(view.term(log[0]), 0);
    const known = weights.get(u) ?? P.zero;
    weights.set(u, P.add(known, P.monomial(coefficient, others)));
  }
  if (weights.size < 2 || weights.size > MAX_LOGS) return;
  const isBelow = (p: Polynomial): boolean =>
    [...p.values()].some(({ coefficient }) => Q.compare(coefficient, Q.ZERO) > 0);
  const product = (terms: readonly Term[]): Term =>
    terms.reduce((a, b) => arena.make('mul', [a, b]), arena.num(1));
  for (const [u, p] of weights) {
    const w = view.sum(P.scale(p, Q.rational(-1)));
    const like = (sign: number): Term[] =>
      [...weights].flatMap(([v, q]) => (view.sum(P.scale(q, Q.rational(sign))) === w ? [v] : []));
    const [above, below] = [like(-1), like(1)];
    if (above.length > 0 && below.length > 0 && above[0] === u)
      add('weighted-log-tangent', { u: arena.make('div', [product(above), product(below)]), w });
    for (const [v, q] of weights)
      if (u !== v && isBelow(q)) add('weighted-log-tangent', { u: arena.make('div', [u, v]), w });
  }
}
