/**
 * Sequences that a hypothesis ties to their own last value: x[t] = c*x[t-1] + d[t], or at most
 * that. The steps up to j, each with the power of c that the later ones put before it, telescope:
 * x[j] = c^j*x[0] + Σ c^(j-t)*d[t].
 */
import type { Factor, Monomial } from '../kernel/polynomial.js';
import type { Proof } from '../kernel/proof.js';
import { instantiatePattern } from '../kernel/rule.js';
import type { Scope } from '../kernel/scope.js';
import { chainProof, Derivation, reversed, toSteps } from '../strategy/derivation.js';
import { bottomUp } from '../strategy/strategy.js';
import * as Q from '../term/rational.js';
import { close, mentionsName, subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { connect } from './equality.js';
import type { Form } from './form.js';
import { type HypothesisPattern, hypothesesFor } from './hypotheses.js';
import { proveLinear } from './linear.js';
import type { Fact } from './relation-atoms.js';
import { viewOf } from './ring.js';
import { sumOf } from './sum-groups.js';

/** Most entries of one claim that are unrolled. */
const MAX_ENTRIES = 4;

/** What the recurrences of the context say of the entries in these terms. */
export function recurrenceFacts(form: Form, scope: Scope, ...terms: readonly Term[]): Fact[] {
  const known = ['eq', 'le', 'lt'].flatMap((op) => hypothesesFor(scope.context, op));
  const steps = known.filter(({ pattern, letters }) => letters.length === 1 && isStep(pattern));
  if (steps.length === 0) return [];
  const entries = new Set(terms.flatMap(subterms).filter((t) => t.op === 'at' && scope.knows(t)));
  return [...entries].slice(0, MAX_ENTRIES).flatMap((entry) => {
    const step = steps.find(({ pattern }) => arg(arg(pattern, 0), 0) === arg(entry, 0));
    return (step && unrolled(form, scope, entry, step)) ?? [];
  });
}

/** A proof of left = right after the entries that recurrences determine have been replaced. */
export function byRecurrences(
  form: Form,
  scope: Scope,
  left: Term,
  right: Term,
): Proof | undefined {
  const facts = recurrenceFacts(form, scope, left, right).filter(({ fact }) => fact.op === 'eq');
  if (facts.length === 0) return undefined;
  const [from, to] = [left, right].map((side) => {
    const d = new Derivation(scope, side);
    replaceEntries(d, facts);
    return d;
  }) as [Derivation, Derivation];
  const found = connect(form, scope, from.current, to.current);
  return found && chainProof(scope, left, [...from.moves, ...found.moves, ...reversed(to.moves)]);
}

function replaceEntries(d: Derivation, facts: readonly Fact[]): void {
  const known = facts.find(({ fact }) => arg(fact, 0) === d.current);
  if (known) d.replace(arg(known.fact, 1), known.proof);
  else for (const i of d.current.args.keys()) d.inside(i, (inner) => replaceEntries(inner, facts));
}

/** x[t] or x[t + 1] compared with something about x. */
function isStep(pattern: Term): boolean {
  const [left, right] = pattern.args as [Term, Term];
  const index = left.op === 'at' ? arg(left, 1) : undefined;
  const isNext = index?.op === 'add' && arg(index, 0).op === 'meta' && isOne(arg(index, 1));
  const array = left.args[0];
  return (index?.op === 'meta' || isNext) && array !== undefined && hasEntry(right, array);
}

const isOne = (term: Term): boolean => term.value !== undefined && Q.equal(term.value, Q.ONE);

const hasEntry = (term: Term, array: Term): boolean =>
  subterms(term).some((t) => t.op === 'at' && t.args[0] === array);

/** One step, at the index under the scope's binder. */
interface Step {
  readonly relation: 'eq' | 'le';
  readonly entry: Term;
  readonly right: Term;
  /** Of right = c*last + rest. */
  readonly c: Term;
  readonly last: Term;
  readonly rest: Term | undefined;
  /** The entry compared with the right side. */
  readonly fact: Term;
  readonly proof: Proof;
}

/** The entry by the steps from the first on. */
function unrolled(
  form: Form,
  scope: Scope,
  entry: Term,
  { pattern, ranges }: HypothesisPattern,
): Fact | undefined {
  const { arena, nextLocal: k } = scope;
  const [x, j] = entry.args as [Term, Term];
  const [member] = ranges;
  if (!member) return undefined;
  const one = arena.num(1);
  const isNext = arg(arg(pattern, 0), 1).op === 'add';
  const first = arg(member, 1);
  const lo = isNext ? form.of(scope, arena.make('add', [first, one])).current : first;
  const at = isNext ? arena.make('sub', [k, one]) : k;
  const stated = instantiatePattern(arena, pattern, new Map([[LETTER, at]]));
  const step = stepAt(form, scope.open(lo, j), stated, arena.make('at', [x, k]));
  if (!step) return undefined;
  const weight = (i: Term): Term => arena.make('pow', [step.c, arena.make('sub', [j, i])]);
  const values = { scope, lo, j, step, weight };
  const telescoped = differences(form, values);
  const steps = telescoped && allSteps(form, values);
  if (!steps) return undefined;
  const facts = [telescoped, steps];
  const start = arena.make('sub', [lo, one]);
  const head = arena.make('mul', [weight(start), arena.make('at', [x, start])]);
  let bound = plainIndices(form, scope, head).current;
  if (step.rest) {
    const total = new Derivation(scope, arg(steps.fact, steps.fact.op === 'eq' ? 0 : 1));
    const before = total.current;
    if (!form.engine.rule(total, 'sum-add')) return undefined;
    const fact = arena.make('eq', [before, total.current]);
    facts.push({ fact, proof: chainProof(scope, before, total.moves) });
    bound = arena.make('add', [bound, arg(total.current, 1)]);
  }
  const fact = arena.make(step.relation, [entry, bound]);
  const proof = proveLinear(form.engine.prover, scope, fact, 0, facts);
  return proof && { fact, proof };
}

/** The name of a hypothesis's one quantified index. */
const LETTER = 'h0';

/** The steps from lo to j, and the power of c with which each enters. */
interface Steps {
  readonly scope: Scope;
  readonly lo: Term;
  readonly j: Term;
  readonly step: Step;
  readonly weight: (index: Term) => Term;
}

/** The hypothesis at one index, its right side taken apart by the last entry. */
function stepAt(form: Form, scope: Scope, stated: Term, entry: Term): Step | undefined {
  const { arena } = scope;
  const { engine } = form;
  const d = plainIndices(form, scope, stated);
  const [x, k] = entry.args as [Term, Term];
  if (arg(d.current, 0) !== entry) return undefined;
  const base = engine.prover.prove(scope, stated);
  if (!base) return undefined;
  const steps = toSteps(scope, d.current, reversed(d.moves));
  const proof: Proof = steps.length === 0 ? base : { by: 'rewrite', steps, next: base };
  const last = arena.make('at', [x, arena.make('sub', [k, arena.num(1)])]);
  const view = viewOf(engine, { scope, current: arg(d.current, 1) });
  const isLast = ([a, e]: Factor): boolean => e === 1 && view.term(a) === last;
  const monomials = [...view.polynomial.values()];
  const before: Monomial[] = monomials
    .filter(({ factors }) => factors.some(isLast))
    .map((m) => ({ ...m, factors: m.factors.filter((f) => !isLast(f)) }));
  const others = monomials.filter(({ factors }) => !factors.some(isLast));
  const c = view.sum(sumOf(before));
  const rest = others.length > 0 ? view.sum(sumOf(others)) : undefined;
  if (before.length === 0 || mentionsName(c, k.name)) return undefined;
  if (hasEntry(c, x) || (rest && hasEntry(rest, x))) return undefined;
  const relation = d.current.op === 'eq' ? 'eq' : 'le';
  return { relation, entry, right: arg(d.current, 1), c, last, rest, fact: d.current, proof };
}

/** Every index of an entry as its normal form. */
function plainIndices(form: Form, scope: Scope, term: Term): Derivation {
  const d = new Derivation(scope, term);
  bottomUp((inner) => {
    if (inner.current.op !== 'at') return false;
    return inner.inside(1, (index) => form.normalize(index));
  })(d);
  return d;
}

/** Σ w(k)*(c*x[k-1] - x[k]) = c^…*x[lo-1] - x[j], where w(k) is c^(j-k). */
function differences(form: Form, { scope, lo, j, step, weight }: Steps): Fact | undefined {
  const { arena, nextLocal: k } = scope;
  const { engine } = form;
  const one = arena.num(1);
  const x = arg(step.entry, 0);
  const term = termOf(scope, step, weight(k));
  const sequence = (i: Term): Term =>
    arena.make('neg', [arena.make('mul', [weight(i), arena.make('at', [x, i])])]);
  const below = arena.make('sub', [k, one]);
  const rise = arena.make('sub', [sequence(k), sequence(below)]);
  const inner = scope.open(lo, j);
  const d = new Derivation(inner, term);
  d.inside(0, (product) =>
    product.inside(0, (power) => {
      power.inside(1, (c) => engine.algebra(c, arena.make('pow', [step.c, one])));
      if (!engine.ruleBack(power, 'pow-add-natural', { w: one })) return;
      power.inside(1, (e) => engine.algebra(e, arena.make('sub', [j, below])));
    }),
  );
  if (!engine.algebra(d, rise)) return undefined;
  const ends = engine.prover.all(
    scope,
    [
      arena.make('le', [lo, arena.make('add', [j, one])]),
      arena.make('integer', [lo]),
      arena.make('integer', [j]),
    ],
    0,
  );
  if (!ends) return undefined;
  const [F, G] = [close(arena, term, [k]), close(arena, sequence(k), [k])];
  const substitution = new Map(Object.entries({ a: lo, b: j, F, G }));
  const premises = [...ends, chainProof(inner, term, d.moves)];
  const proof: Proof = { by: 'rule', rule: 'sum-telescope', substitution, premises };
  const ended = arena.make('sub', [sequence(j), sequence(arena.make('sub', [lo, one]))]);
  const total = arena.make('sum', [lo, j, F]);
  const line = new Derivation(scope, ended);
  line.inside(0, (last) =>
    last.inside(0, (product) =>
      product.inside(0, (power) => {
        power.inside(1, (e) => engine.algebra(e, arena.num(0)));
      }),
    ),
  );
  line.append(plainIndicesAfter(form, line));
  const steps = [
    { path: [], proof, reverse: false, result: ended, relation: 'eq' as const },
    ...toSteps(scope, ended, line.moves),
  ];
  return { fact: arena.make('eq', [total, line.current]), proof: { by: 'chain', steps } };
}

const plainIndicesAfter = (form: Form, { scope, current }: Derivation) => {
  const { moves, current: to } = plainIndices(form, scope, current);
  return { moves, to };
};

/** w*c*x[k-1] - w*x[k]. */
function termOf({ arena }: Scope, { c, last, entry }: Step, w: Term): Term {
  const before = arena.make('mul', [arena.make('mul', [w, c]), last]);
  return arena.make('sub', [before, arena.make('mul', [w, entry])]);
}

/** The steps, each times its weight, add up to 0, or to what is not negative. */
function allSteps(form: Form, { scope, lo, j, step, weight }: Steps): Fact | undefined {
  const { arena, nextLocal: k } = scope;
  const { engine } = form;
  const zero = arena.num(0);
  const w = weight(k);
  const plain = termOf(scope, step, w);
  const term = step.rest ? arena.make('add', [plain, arena.make('mul', [w, step.rest])]) : plain;
  const inner = scope.open(lo, j);
  const F = close(arena, term, [k]);
  const total = arena.make('sum', [lo, j, F]);
  const gap = arena.make('sub', [step.right, step.entry]);
  if (step.relation === 'eq') {
    const d = new Derivation(scope, total);
    d.inside(2, (body) => {
      if (!engine.algebra(body, arena.make('mul', [w, gap]))) return;
      body.inside(1, (difference) =>
        difference.inside(1, (entry) => entry.replace(step.right, step.proof)),
      );
      engine.algebra(body, zero);
    });
    if (!engine.rule(d, 'sum-zero')) return undefined;
    return { fact: arena.make('eq', [total, zero]), proof: chainProof(scope, total, d.moves) };
  }
  const positive = engine.prover.prove(inner, arena.make('le', [zero, w]));
  if (!positive) return undefined;
  const atMost = { fact: step.fact, proof: step.proof, factor: Q.ONE };
  const product: Proof = {
    by: 'rule',
    rule: 'nonneg-mul',
    substitution: new Map(Object.entries({ u: w, v: gap })),
    premises: [positive, { by: 'linear', terms: [atMost] }],
  };
  const known = arena.make('le', [zero, arena.make('mul', [w, gap])]);
  const premise = proveLinear(engine.prover, inner, arena.make('le', [zero, term]), 0, [
    { fact: known, proof: product },
  ]);
  if (!premise) return undefined;
  const substitution = new Map(Object.entries({ a: lo, b: j, F }));
  return {
    fact: arena.make('le', [zero, total]),
    proof: { by: 'rule', rule: 'nonneg-sum', substitution, premises: [premise] },
  };
}
