/**
 * Shows side conditions by backward search: facts of the scope, hypotheses, rules whose
 * conclusion fits, and linear combinations. Untrusted; an answer is a proof for the checker, and
 * no answer means "unknown", never "false".
 */
import type { Proof } from '../kernel/proof.js';
import { REFLEXIVE } from '../kernel/proof.js';
import { instantiatePattern, type Rule, type RuleBook } from '../kernel/rule.js';
import { mentions, type Scope, targetSymbol, variedSymbols } from '../kernel/scope.js';
import { comparesAs } from '../kernel/interval.js';
import { match, metavariables } from '../match/match.js';
import { chainProof, Derivation, toSteps } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { instantiate } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Conditions } from './conditions.js';
import { factProof, unfold } from './facts.js';
import { proveDefinedProduct } from './guarded-product.js';
import { hypothesesFor } from './hypotheses.js';
import { proveLinear } from './linear.js';

/** Deepest nesting of conditions for conditions. */
export const MAX_DEPTH = 300;

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
  'square-difference',
  'square-sum',
  'div-le',
  'le-div',
  'scale-le',
  'term-le-sum',
]);

/** Deepest condition for which both sides are brought to normal form. */
const MAX_NORMALIZED = 3;

type Attempt = { readonly proof: Proof | undefined; readonly depth: number };

export class Prover implements Conditions {
  readonly #memo = new WeakMap<Scope, Map<Term, Attempt>>();
  readonly #active = new Set<string>();
  readonly #byOperator = new Map<string, Rule[]>();
  /** Brings a term to normal form. */
  normalize: ((d: Derivation) => void) | undefined;
  /** Brings a term's fractions together, so that its sign can be read off. */
  together: ((d: Derivation) => void) | undefined;
  /** Takes a derivative apart, so that its differentiability can be read off. */
  takeDerivative: ((d: Derivation) => void) | undefined;

  constructor(readonly rules: RuleBook) {
    for (const rule of rules.values()) {
      if (BY_HAND.has(rule.id) || rule.conclusion.op === 'eq') continue;
      const { op } = rule.conclusion;
      this.#byOperator.set(op, [...(this.#byOperator.get(op) ?? []), rule]);
    }
  }

  /** A proof of the proposition in this scope, or undefined when none was found. */
  prove(scope: Scope, goal: Term, depth = 0): Proof | undefined {
    const table = this.#memo.get(scope) ?? new Map<Term, Attempt>();
    this.#memo.set(scope, table);
    const known = table.get(goal);
    if (known && (known.proof || known.depth <= depth)) return known.proof;
    const key = `${goal.id}@${scope.length}`;
    if (depth > MAX_DEPTH || this.#active.has(key)) return undefined;
    this.#active.add(key);
    const proof = this.#attempt(scope, goal, depth);
    this.#active.delete(key);
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
      this.byHypothesis(scope, goal, depth) ??
      this.#byFlippedHypothesis(scope, goal, depth) ??
      this.#byOperatorOf(scope, goal, depth)
    );
  }

  /** By a hypothesis of the context whose statement fits. */
  byHypothesis(scope: Scope, goal: Term, depth = 0): Proof | undefined {
    for (const { name, pattern, ranges, letters } of hypothesesFor(scope.context, goal.op)) {
      if (!scope.hypothesis(name)) continue;
      const found = match(scope.arena, pattern, goal);
      if (!found || !letters.every((letter) => found.has(letter))) continue;
      const at = letters.map((letter) => found.get(letter) as Term);
      const premises = this.all(
        scope,
        ranges.map((range) => instantiatePattern(scope.arena, range, found)),
        depth,
      );
      if (premises) return { by: 'hypothesis', name, at, premises };
    }
    return undefined;
  }

  /** a ≠ b by a hypothesis that says b ≠ a; likewise for equations. */
  #byFlippedHypothesis(scope: Scope, goal: Term, depth: number): Proof | undefined {
    if (goal.op !== 'eq' && goal.op !== 'ne') return undefined;
    const flipped = scope.arena.make(goal.op, [arg(goal, 1), arg(goal, 0)]);
    const of = this.byHypothesis(scope, flipped, depth);
    return of && { by: 'symmetry', of };
  }

  #byOperatorOf(scope: Scope, goal: Term, depth: number): Proof | undefined {
    switch (goal.op) {
      case 'free':
        return this.#free(scope, goal);
      case 'zeroLogZero':
        return scope.context.conventions.has('0*log(0)') ? { by: 'syntax' } : undefined;
      case 'eq':
        return this.#equal(scope, goal, depth);
      case 'ne':
        return this.#distinct(scope, goal, depth);
      case 'integer':
        return this.#integer(scope, goal, depth);
      case 'defined':
        return this.#defined(scope, goal, depth);
      case 'differentiable':
        return this.#differentiable(scope, goal, depth);
      case 'lt':
      case 'le':
        if (comparesAs(goal.op, goal)) return { by: 'syntax' };
        return (
          this.#unfolded(scope, goal, depth) ??
          this.#strictly(scope, goal, depth) ??
          this.byRule(scope, goal, depth) ??
          proveLinear(this, scope, goal, depth) ??
          this.#together(scope, goal, depth) ??
          (goal.op === 'le' ? this.#normalized(scope, goal, depth) : undefined)
        );
      default:
        return this.byRule(scope, goal, depth);
    }
  }

  /** By a rule whose conclusion fits and whose premises can be shown. */
  byRule(scope: Scope, goal: Term, depth: number): Proof | undefined {
    for (const rule of this.#byOperator.get(goal.op) ?? []) {
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

  #free(scope: Scope, goal: Term): Proof | undefined {
    const symbols = variedSymbols(arg(goal, 1));
    if (symbols.length === 0) return undefined;
    const occurs = symbols.some(({ name }) => mentions(scope.context, arg(goal, 0), name));
    return occurs ? undefined : { by: 'syntax' };
  }

  #equal(scope: Scope, goal: Term, depth: number): Proof | undefined {
    if (goal.args[0] === goal.args[1]) return REFLEXIVE;
    return (
      proveLinear(this, scope, goal, depth) ??
      this.#numerator(scope, goal, depth) ??
      this.#normalized(scope, goal, depth)
    );
  }

  /** u = 0 because u/v = 0 is known. */
  #numerator(scope: Scope, goal: Term, depth: number): Proof | undefined {
    const u = arg(goal, 0);
    for (let place = scope.length - 1; place >= 0; place--) {
      const fact = scope.fact(place);
      if (fact?.op !== 'eq' || arg(fact, 1) !== arg(goal, 1)) continue;
      const [quotient] = fact.args;
      if (quotient?.op === 'div' && quotient.args[0] === u)
        return this.named('numerator-zero', scope, { u, v: arg(quotient, 1) }, depth);
    }
    return undefined;
  }

  /** The goal with both sides in normal form; only near the start of a search. */
  #normalized(scope: Scope, goal: Term, depth: number): Proof | undefined {
    if (!this.normalize || depth > MAX_NORMALIZED) return undefined;
    const d = new Derivation(scope, goal);
    d.inside(0, (inner) => this.normalize?.(inner));
    d.inside(1, (inner) => this.normalize?.(inner));
    if (d.current === goal) return undefined;
    const next = this.prove(scope, d.current, depth + MAX_NORMALIZED);
    return next && { by: 'rewrite', steps: toSteps(scope, goal, d.moves), next };
  }

  #distinct(scope: Scope, goal: Term, depth: number): Proof | undefined {
    const [u, v] = goal.args as [Term, Term];
    const byRule = this.#unfolded(scope, goal, depth) ?? this.byRule(scope, goal, depth);
    if (byRule) return byRule;
    return (
      this.named('ne-of-greater', scope, { u, v }, depth) ??
      this.named('ne-of-less', scope, { u, v }, depth) ??
      this.#together(scope, goal, depth)
    );
  }

  /** A sign of a term with fractions, by the sign of the one fraction that it equals. */
  #together(scope: Scope, goal: Term, depth: number): Proof | undefined {
    const i = arg(goal, 0).value && Q.isZero(arg(goal, 0).value as Q.Rational) ? 1 : 0;
    const subject = arg(goal, i);
    const other = arg(goal, 1 - i);
    if (!this.together || !other.value || !Q.isZero(other.value)) return undefined;
    if (subject.op !== 'add' && subject.op !== 'sub') return undefined;
    const d = new Derivation(scope, goal);
    d.inside(i, (inner) => this.together?.(inner));
    if (d.current === goal) return undefined;
    const next = this.prove(scope, d.current, depth + 1);
    return next && { by: 'rewrite', steps: toSteps(scope, goal, d.moves), next };
  }

  /** a ≤ b from a < b, where that is how it is known. */
  #strictly(scope: Scope, goal: Term, depth: number): Proof | undefined {
    if (goal.op !== 'le') return undefined;
    const [u, v] = goal.args as [Term, Term];
    const strict = scope.arena.make('lt', [u, v]);
    const proof =
      factProof(scope, strict) ??
      this.byHypothesis(scope, strict, depth) ??
      this.byRule(scope, strict, depth);
    if (!proof) return undefined;
    return {
      by: 'rule',
      rule: 'le-of-less',
      substitution: new Map(Object.entries({ u, v })),
      premises: [proof],
    };
  }

  #integer(scope: Scope, goal: Term, depth: number): Proof | undefined {
    const subject = arg(goal, 0);
    if (subject.value) return Q.isInteger(subject.value) ? { by: 'syntax' } : undefined;
    const range = this.rangeOf(scope, subject, depth);
    if (range) {
      const substitution = new Map(Object.entries({ i: subject, a: range.lo, b: range.hi }));
      return { by: 'rule', rule: 'in-range-integer', substitution, premises: [range.proof] };
    }
    return this.#unfolded(scope, goal, depth) ?? this.byRule(scope, goal, depth);
  }

  /** A known range of an index: a fact of the scope or a declaration. */
  rangeOf(scope: Scope, index: Term, depth = 0): { lo: Term; hi: Term; proof: Proof } | undefined {
    for (let k = scope.length - 1; k >= 0; k--) {
      const fact = scope.fact(k);
      if (fact?.op === 'in' && arg(fact, 0) === index)
        return { lo: arg(fact, 1), hi: arg(fact, 2), proof: { by: 'fact', index: k } };
    }
    for (const { name, pattern, ranges, letters } of hypothesesFor(scope.context, 'in')) {
      if (!scope.hypothesis(name)) continue;
      const found = match(scope.arena, arg(pattern, 0), index);
      if (!found || !letters.every((letter) => found.has(letter))) continue;
      const goals = ranges.map((r) => instantiatePattern(scope.arena, r, found));
      const premises = this.all(scope, goals, depth);
      if (!premises) continue;
      const fact = instantiatePattern(scope.arena, pattern, found);
      const at = letters.map((letter) => found.get(letter) as Term);
      return {
        lo: arg(fact, 1),
        hi: arg(fact, 2),
        proof: { by: 'hypothesis', name, at, premises },
      };
    }
    return undefined;
  }

  #defined(scope: Scope, goal: Term, depth: number): Proof | undefined {
    const subject = arg(goal, 0);
    const unfolded = this.#unfolded(scope, goal, depth);
    if (unfolded) return unfolded;
    const indices: Term[] = [];
    let base = subject;
    for (; base.op === 'at'; base = arg(base, 0)) indices.unshift(arg(base, 1));
    if (base.op === 'num' || base.op === 'pi') return { by: 'declared', premises: [] };
    if (base.op === 'sym') {
      if (base.name.startsWith('$')) return { by: 'declared', premises: [] };
      const axes = scope.context.declarations.get(base.name)?.axes ?? [];
      if (axes.length !== indices.length) return undefined;
      const ranges = axes.map(({ lo, hi }, k) =>
        scope.arena.make('in', [indices[k] as Term, lo, hi]),
      );
      const premises = this.all(scope, ranges, depth);
      return premises && { by: 'declared', premises };
    }
    return this.byRule(scope, goal, depth) ?? proveDefinedProduct(this, scope, goal, depth);
  }

  #differentiable(scope: Scope, goal: Term, depth: number): Proof | undefined {
    const [subject, location] = goal.args as [Term, Term];
    const symbol = targetSymbol(location);
    if (symbol && !mentions(scope.context, subject, symbol.name))
      return this.named('differentiable-const', scope, { u: subject, X: location }, depth);
    if (subject.op === 'diff') return this.#twice(scope, subject, location, depth);
    return this.#unfolded(scope, goal, depth) ?? this.byRule(scope, goal, depth);
  }

  /** A derivative is differentiable when what it equals near the point is. */
  #twice(scope: Scope, derivative: Term, X: Term, depth: number): Proof | undefined {
    const symbol = targetSymbol(X);
    if (!symbol || !this.takeDerivative) return undefined;
    const near = scope.near(symbol.name);
    const d = new Derivation(near, derivative);
    this.takeDerivative(d);
    const [u, Y] = derivative.args as [Term, Term];
    const exists = this.prove(near, scope.arena.make('differentiable', [u, Y]), depth + 1);
    const outcome = scope.arena.make('differentiable', [d.current, X]);
    if (d.current === derivative || !exists) return undefined;
    const differentiable = this.prove(scope, outcome, depth + 1);
    if (!differentiable) return undefined;
    return {
      by: 'rule',
      rule: 'differentiable-derivative',
      substitution: new Map(Object.entries({ u, v: d.current, X, Y })),
      premises: [chainProof(near, derivative, d.moves), exists, differentiable],
    };
  }

  /** A goal about a definition is a goal about its body. */
  #unfolded(scope: Scope, goal: Term, depth: number): Proof | undefined {
    for (const i of goal.op === 'differentiable' ? [0] : goal.args.keys()) {
      const subject = arg(goal, i);
      if (subject.op !== 'app') continue;
      const body = unfold(scope, subject);
      if (!body) return undefined;
      const args = goal.args.map((a, k) => (k === i ? body : a));
      const result = scope.arena.make(goal.op, args);
      const next = this.prove(scope, result, depth + 1);
      if (!next) return undefined;
      const step = {
        path: [i],
        proof: { by: 'unfold' } as const,
        reverse: false,
        result,
        relation: 'eq' as const,
      };
      return { by: 'rewrite', steps: [step], next };
    }
    return undefined;
  }
}
