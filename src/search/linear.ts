/**
 * Inequalities by linear combination: the goal's difference is a nonnegative combination of known
 * inequalities about the same atoms. Finds the facts and the multipliers; the checker adds up.
 */
import { Atoms, normalize } from '../kernel/algebra.js';
import type { Proof } from '../kernel/proof.js';
import { instantiatePattern } from '../kernel/rule.js';
import type { Scope } from '../kernel/scope.js';
import { match } from '../match/match.js';
import type { Rational } from '../term/rational.js';
import * as Q from '../term/rational.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { Conditions } from './conditions.js';
import { type Add, absoluteFacts, maximumFacts } from './extremum-facts.js';
import { unfold } from './facts.js';
import { hypothesesFor } from './hypotheses.js';
import { combine, type Row } from './linear-program.js';
import { normalHypotheses } from './normal-hypotheses.js';
import { productFacts } from './product-facts.js';
import { atomsOf, type Fact } from './relation-atoms.js';

/** Most of the scope's facts, the latest, that are looked at. */
const MAX_FACTS = 200;

/** Most atoms of a goal for which facts are gathered. */
const MAX_ATOMS = 12;

/** Deepest condition for which hypotheses are looked at in normal form too. */
const NORMALIZED_DEPTH = 8;

/** A proof of a ≤ b, a < b or a = b by linear combination of what is known of its atoms. */
export function proveLinear(
  prover: Conditions,
  scope: Scope,
  goal: Term,
  depth: number,
  given: readonly Fact[] = [],
): Proof | undefined {
  const [a, b] = goal.args as [Term, Term];
  const atoms = new Atoms();
  const difference = rowOf(scope, scope.arena.make('sub', [b, a]), atoms);
  if (!difference) return undefined;
  const constant = difference.get('') ?? Q.ZERO;
  if ([...difference.keys()].every((key) => key === ''))
    return accepts(goal.op, constant, false) ? { by: 'linear', terms: [] } : undefined;
  if (depth > 40) return undefined;
  const facts = [...given, ...gather(prover, scope, goal, depth)];
  const plain = combination(scope, goal, difference, atoms, facts);
  if (plain || goal.op === 'eq') return plain;
  const products = productFacts(prover, scope, goal, facts, depth);
  if (products.length === 0) return undefined;
  return combination(scope, goal, difference, atoms, [...facts, ...products]);
}

/** The facts with multipliers that add up to the goal. */
function combination(
  scope: Scope,
  goal: Term,
  difference: Row,
  atoms: Atoms,
  facts: readonly Fact[],
): Proof | undefined {
  const rows: Row[] = [];
  const uses: { fact: Fact; sign: Rational; strict: boolean }[] = [];
  for (const fact of facts) {
    const [l, r] = fact.fact.args as [Term, Term];
    const row = rowOf(scope, scope.arena.make('sub', [r, l]), atoms);
    if (!row) continue;
    if (goal.op === 'eq' && fact.fact.op !== 'eq') continue;
    rows.push(row);
    uses.push({ fact, sign: Q.ONE, strict: fact.fact.op === 'lt' });
    if (fact.fact.op === 'eq') {
      rows.push(new Map([...row].map(([key, c]) => [key, Q.negate(c)])));
      uses.push({ fact, sign: Q.rational(-1), strict: false });
    }
  }
  const weight = uses.map(({ strict }) =>
    goal.op === 'lt' && strict ? Q.rational(1, 1_000_000) : Q.ZERO,
  );
  const multipliers = combine(difference, rows, weight);
  if (!multipliers) return undefined;
  let slack = difference.get('') ?? Q.ZERO;
  let strict = false;
  const terms = [];
  for (const [i, factor] of multipliers.entries()) {
    if (Q.isZero(factor)) continue;
    const use = uses[i] as (typeof uses)[number];
    slack = Q.subtract(slack, Q.multiply(factor, rows[i]?.get('') ?? Q.ZERO));
    strict ||= use.strict;
    terms.push({ ...use.fact, factor: Q.multiply(factor, use.sign) });
  }
  return accepts(goal.op, slack, strict) ? { by: 'linear', terms } : undefined;
}

function accepts(op: Term['op'], slack: Rational, strict: boolean): boolean {
  const sign = Q.compare(slack, Q.ZERO);
  if (op === 'eq') return sign === 0;
  return op === 'le' ? sign >= 0 : sign > 0 || (sign === 0 && strict);
}

/** The expression as coefficients of monomials. */
function rowOf(_scope: Scope, term: Term, atoms: Atoms): Row | undefined {
  const polynomial = normalize(term, new Set(), atoms);
  if (polynomial.size > 60) return undefined;
  return new Map([...polynomial].map(([key, { coefficient }]) => [key, coefficient]));
}

/** Inequalities about the atoms of the goal: local facts, hypotheses, and what rules give. */
function gather(prover: Conditions, scope: Scope, goal: Term, depth: number): Fact[] {
  const found = new Map<Term, Fact>();
  const add = (fact: Term, proof: Proof): void => {
    if (!found.has(fact)) found.set(fact, { fact, proof });
  };
  for (let k = Math.max(0, scope.length - MAX_FACTS); k < scope.length; k++) {
    const fact = scope.fact(k);
    if (fact) addFact(prover, scope, fact, { by: 'fact', index: k }, depth, add);
  }
  if (depth <= NORMALIZED_DEPTH)
    for (const { fact, proof } of normalHypotheses(prover, scope))
      if (fact.op !== 'ne') addFact(prover, scope, fact, proof, depth, add);
  const atoms = new Set<Term>();
  const own = new Set(atomsOf(goal));
  const isNear = (fact: Term): boolean => atomsOf(fact).some((atom) => own.has(atom));
  const frontier = [goal, ...[...found.keys()].filter(isNear)];
  for (const next of frontier) {
    for (const atom of atomsOf(next)) {
      if (atoms.size >= MAX_ATOMS || atoms.has(atom)) continue;
      atoms.add(atom);
      hypothesesAbout(prover, scope, atom, depth, (fact, proof) => {
        addFact(prover, scope, fact, proof, depth, add);
        frontier.push(fact);
      });
      signsOf(prover, scope, atom, depth, add);
      const body = atom.op === 'app' ? unfold(scope, atom) : undefined;
      if (body) {
        const fact = scope.arena.make('eq', [atom, body]);
        add(fact, { by: 'unfold' });
        frontier.push(fact);
      }
    }
  }
  for (const atom of atoms) absoluteFacts(prover, scope, atom, depth, add);
  for (const atom of atoms) maximumFacts(prover, scope, atom, atoms, depth, add, goal.op === 'lt');
  return [...found.values()];
}

/** A fact as inequalities; between whole numbers, < is sharpened to ≤. */
function addFact(
  prover: Conditions,
  scope: Scope,
  fact: Term,
  proof: Proof,
  depth: number,
  add: Add,
): void {
  const { arena } = scope;
  if (fact.op === 'in') {
    const [i, a, b] = fact.args as [Term, Term, Term];
    const substitution = new Map(Object.entries({ i, a, b }));
    add(arena.make('le', [a, i]), {
      by: 'rule',
      rule: 'in-range-lower',
      substitution,
      premises: [proof],
    });
    add(arena.make('le', [i, b]), {
      by: 'rule',
      rule: 'in-range-upper',
      substitution,
      premises: [proof],
    });
  } else if (fact.op === 'lt') {
    add(fact, proof);
    const [u, v] = fact.args as [Term, Term];
    if (u.op === 'num' || v.op === 'num') {
      const subject = u.op === 'num' ? v : u;
      if (subject.op !== 'sym' && subject.op !== 'at') return;
    }
    // Deep, since it is tried of every fact; deeper than this condition, since it may come here again.
    const sides = [arena.make('integer', [u]), arena.make('integer', [v])];
    const whole = prover.all(scope, sides, Math.max(30, depth + 1));
    if (!whole) return;
    const one = arena.make('add', [u, arena.num(1)]);
    add(arena.make('le', [one, v]), {
      by: 'rule',
      rule: 'integer-less',
      substitution: new Map(Object.entries({ u, v })),
      premises: [proof, ...whole],
    });
  } else if (fact.op === 'le' || fact.op === 'eq') {
    add(fact, proof);
  }
}

function hypothesesAbout(
  prover: Conditions,
  scope: Scope,
  atom: Term,
  depth: number,
  add: Add,
): void {
  for (const op of ['le', 'lt', 'eq', 'in'])
    for (const { name, pattern, ranges, letters } of hypothesesFor(scope.context, op)) {
      if (!scope.hypothesis(name)) continue;
      for (const candidate of subterms(pattern)) {
        if (candidate.op === 'num' || candidate.op === 'meta' || candidate.loose > 0) continue;
        if (candidate.op !== atom.op) continue;
        const found = match(scope.arena, candidate, atom);
        if (!found || !letters.every((letter) => found.has(letter))) continue;
        const goals = ranges.map((range) => instantiatePattern(scope.arena, range, found));
        const premises = prover.all(scope, goals, depth);
        if (!premises) continue;
        const at = letters.map((letter) => found.get(letter) as Term);
        add(instantiatePattern(scope.arena, pattern, found), {
          by: 'hypothesis',
          name,
          at,
          premises,
        });
      }
    }
}

/** Signs and bounds of an atom that rules give. */
function signsOf(prover: Conditions, scope: Scope, atom: Term, depth: number, add: Add): void {
  if (atom.op === 'sym' || atom.op === 'at') return;
  const { arena } = scope;
  const zero = arena.num(0);
  const one = arena.num(1);
  const goals = [
    arena.make('lt', [zero, atom]),
    arena.make('le', [zero, atom]),
    arena.make('lt', [atom, one]),
    arena.make('le', [atom, one]),
    arena.make('le', [atom, zero]),
    arena.make('lt', [arena.num(-1), atom]),
    ...(atom.op === 'exp' ? [arena.make('lt', [one, atom])] : []),
  ];
  for (const goal of goals) {
    const proof = prover.byRule(scope, goal, depth + 1);
    if (proof) add(goal, proof);
  }
}
