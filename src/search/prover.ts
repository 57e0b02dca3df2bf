/**
 * Shows side conditions by backward search: facts of the scope, hypotheses, rules whose
 * conclusion fits, and linear combinations. Untrusted; an answer is a proof for the checker, and
 * no answer means "unknown", never "false".
 */
import type { Proof } from '../kernel/proof.js';
import { instantiatePattern, type Rule, type RuleBook } from '../kernel/rule.js';
import { type Scope, targetSymbol, variedSymbols } from '../kernel/scope.js';
import { match, metavariables } from '../match/match.js';
import { rulesConcluding } from '../rules/book.js';
import { Derivation, reversed, toSteps } from '../strategy/derivation.js';
import type { Operator } from '../term/operator.js';
import { isZero } from '../term/rational.js';
import { instantiate } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Conditions } from './conditions.js';
import { proveDefined, proveDifferentiable } from './existence.js';
import { factProof } from './facts.js';
import { byFlippedHypothesis, byHypothesis, proveFree, proveInteger } from './known.js';
import { proveDistinct, proveEquation, proveLess } from './signs.js';
import { byUnfoldedHypothesis } from './unfolded-hypothesis.js';

/** Deepest nesting of conditions for conditions. */
const MAX_DEPTH = 300;

/** Deepest condition that is looked for among instances of known inequalities. */
const MAX_BOUND_DEPTH = 4;

/** Rules that the general search leaves alone: they would be tried for ever. */
const BY_HAND = new Set([
  'ne-of-less',
  'ne-of-greater',
  'eq-of-le',
  'lt-of-le-ne',
  'le-of-less',
  'in-range-lower',
  'in-range-upper',
  'in-range-integer',
  'integer-less',
  'le-max',
  'min-le',
  'defined-mul-commute',
  'defined-mul-associate',
  'defined-mul-regroup',
  'differentiable-derivative',
  'numerator-zero',
  'sum-le',
  'gibbs',
  'jensen-log',
  'jensen-exp',
  'le-of-squares',
  'le-of-exponentials',
  'le-of-logarithms',
  'square-of-mean',
  'square-difference',
  'square-sum',
  'div-le',
  'div-less',
  'term-less-sum',
  'le-div',
  'scale-le',
  'term-le-sum',
  'mean-at-most-max',
  'mean-at-least-min',
  'nonzero-root',
  'nonzero-abs',
  'positive-sum-term',
  'sign-other',
  'binary-other',
  'nonneg-product-of-bounds',
  'ne-of-difference',
  'factor-nonzero',
  'definite-form',
  'positive-factor',
]);

type Attempt = { readonly proof: Proof | undefined; readonly depth: number };

interface Origin {
  readonly written: Term;
  readonly change: (d: Derivation) => void;
}

export class Prover implements Conditions {
  readonly #memo = new WeakMap<Scope, Map<Term, Attempt>>();
  readonly #active = new Set<string>();
  readonly #byOperator = new Map<Operator, readonly Rule[]>();
  /** Counts one condition against the bounds of the search; throws when they are met. */
  spend: (() => void) | undefined;
  /** Brings a term to normal form. */
  normalize: ((d: Derivation) => void) | undefined;
  /** Brings a term's fractions together, so that its sign can be read off. */
  together: ((d: Derivation) => void) | undefined;
  /** Terms by the form they were brought to, with the way there. */
  readonly origins = new Map<Term, Origin>();
  /** Shows an inequality by instances of known ones; for conditions near the start of a search. */
  bound: ((scope: Scope, goal: Term) => Proof | undefined) | undefined;
  #isBounding = false;
  /** Takes a derivative apart, so that its differentiability can be read off. */
  takeDerivative: ((d: Derivation) => void) | undefined;

  constructor(
    readonly rules: RuleBook,
    /** Reasons by which a comparison may be shown. */
    readonly allows: (reason: string) => boolean = () => true,
  ) {}

  /** The rules that the general search tries for goals with this operator. */
  #rulesFor(op: Operator): readonly Rule[] {
    const known = this.#byOperator.get(op);
    if (known) return known;
    const rules = rulesConcluding(this.rules, op).filter(({ id }) => !BY_HAND.has(id));
    this.#byOperator.set(op, rules);
    return rules;
  }

  /** A proof of the proposition in this scope, or undefined when none was found. */
  prove(scope: Scope, goal: Term, depth = 0): Proof | undefined {
    const table = this.#memo.get(scope) ?? new Map<Term, Attempt>();
    this.#memo.set(scope, table);
    const known = table.get(goal);
    if (known && (known.proof || known.depth <= depth)) return known.proof;
    const key = `${goal.id}@${scope.length}`;
    if (depth > MAX_DEPTH || this.#active.has(key)) return undefined;
    this.spend?.();
    this.#active.add(key);
    let proof: Proof | undefined;
    try {
      proof = this.#attempt(scope, goal, depth);
    } finally {
      this.#active.delete(key);
    }
    table.set(goal, { proof, depth });
    return proof;
  }

  holds(scope: Scope, goal: Term): boolean {
    return this.prove(scope, goal) !== undefined;
  }

  #attempt(scope: Scope, goal: Term, depth: number): Proof | undefined {
    if (goal.op === 'forall') {
      const [lo, hi, body] = goal.args as [Term, Term, Term];
      const opened = instantiate(scope.arena, body, [scope.nextLocal]);
      return this.prove(scope.open(lo, hi), opened, depth + 1);
    }
    if (goal.op === 'implies')
      return this.prove(scope.assume(arg(goal, 0)), arg(goal, 1), depth + 1);
    if (goal.op === 'any') {
      const inner = variedSymbols(arg(goal, 0)).reduce((s, { name }) => s.any(name), scope);
      return this.prove(inner, arg(goal, 1), depth + 1);
    }
    if (goal.op === 'near') {
      const symbol = targetSymbol(arg(goal, 0));
      return symbol && this.prove(scope.near(symbol.name), arg(goal, 1), depth + 1);
    }
    return (
      factProof(scope, goal) ??
      byHypothesis(this, scope, goal, depth) ??
      byFlippedHypothesis(this, scope, goal, depth) ??
      byUnfoldedHypothesis(this, scope, goal) ??
      this.#byOperatorOf(scope, goal, depth)
    );
  }

  #byOperatorOf(scope: Scope, goal: Term, depth: number): Proof | undefined {
    switch (goal.op) {
      case 'free':
        return proveFree(scope, goal);
      case 'zeroLogZero':
        return scope.context.conventions.has('0*log(0)') ? { by: 'syntax' } : undefined;
      case 'eq':
        return proveEquation(this, scope, goal, depth);
      case 'ne':
        return proveDistinct(this, scope, goal, depth);
      case 'integer':
        return proveInteger(this, scope, goal, depth);
      case 'defined':
        return proveDefined(this, scope, goal, depth);
      case 'differentiable':
        return proveDifferentiable(this, scope, goal, depth);
      case 'lt':
      case 'le':
        return (
          proveLess(this, scope, goal, depth) ??
          this.#byOrigin(scope, goal, depth) ??
          this.#byBound(scope, goal, depth)
        );
      default:
        return this.byRule(scope, goal, depth);
    }
  }

  /** The sign of a normal form by that of the term from which it came. */
  #byOrigin(scope: Scope, goal: Term, depth: number): Proof | undefined {
    const [zero, after] = goal.args as [Term, Term];
    const origin = this.origins.get(after);
    if (!origin || !zero.value || !isZero(zero.value)) return undefined;
    const inner = new Derivation(scope, origin.written);
    origin.change(inner);
    if (inner.current !== after) return undefined;
    const before = scope.arena.make(goal.op, [zero, origin.written]);
    const next = this.prove(scope, before, depth + 1);
    if (!next) return undefined;
    const back = new Derivation(scope, goal);
    back.inside(1, (line) => line.append({ moves: reversed(inner.moves), to: origin.written }));
    return { by: 'rewrite', steps: toSteps(scope, goal, back.moves), next };
  }

  #byBound(scope: Scope, goal: Term, depth: number): Proof | undefined {
    if (this.#isBounding || depth === 0 || depth > MAX_BOUND_DEPTH) return undefined;
    this.#isBounding = true;
    try {
      return this.bound?.(scope, goal);
    } finally {
      this.#isBounding = false;
    }
  }

  /** By a rule whose conclusion fits and whose premises can be shown. */
  byRule(scope: Scope, goal: Term, depth: number): Proof | undefined {
    for (const rule of this.#rulesFor(goal.op)) {
      const proof = this.apply(rule, scope, goal, depth);
      if (proof) return proof;
    }
    return undefined;
  }

  /** One rule for this goal, its premises shown. */
  apply(rule: Rule, scope: Scope, goal: Term, depth: number): Proof | undefined {
    const substitution = match(scope.arena, rule.conclusion, goal);
    if (!substitution) return undefined;
    return this.withSubstitution(rule, scope, substitution, depth);
  }

  /** An instance of the rule, if its premises can be shown. */
  withSubstitution(
    rule: Rule,
    scope: Scope,
    substitution: ReadonlyMap<string, Term>,
    depth = 0,
  ): Proof | undefined {
    const { op } = rule.conclusion;
    if ((op === 'le' || op === 'lt') && !this.allows(rule.id)) return undefined;
    const needed = rule.premises.flatMap(metavariables);
    if (!needed.every((name) => substitution.has(name))) return undefined;
    const goals = rule.premises.map((p) => instantiatePattern(scope.arena, p, substitution));
    const premises = this.all(scope, goals, depth);
    return premises && { by: 'rule', rule: rule.id, substitution, premises };
  }

  /** A proof of each, or undefined as soon as one has none. */
  all(scope: Scope, goals: readonly Term[], depth: number): Proof[] | undefined {
    const proofs: Proof[] = [];
    for (const goal of goals) {
      const proof = this.prove(scope, goal, depth + 1);
      if (!proof) return undefined;
      proofs.push(proof);
    }
    return proofs;
  }

  /** The rule's instance under explicit names; for callers that know what they want. */
  named(
    id: string,
    scope: Scope,
    values: Readonly<Record<string, Term>>,
    depth = 0,
  ): Proof | undefined {
    const rule = this.rules.get(id);
    return rule && this.withSubstitution(rule, scope, new Map(Object.entries(values)), depth);
  }
}
