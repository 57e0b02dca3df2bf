/**
 * What every part of the search shares: the prover, and the few ways to change a line — by a
 * rule, by algebra, by a definition, by a hypothesis. Each asks the prover for what it needs and
 * does nothing when that is not to be had.
 */
import { equalByAlgebra, wholeExponent } from '../kernel/algebra.js';
import type { Proof } from '../kernel/proof.js';
import { instantiatePattern, type RuleBook } from '../kernel/rule.js';
import type { Scope } from '../kernel/scope.js';
import { match, metavariables } from '../match/match.js';
import type { Derivation } from '../strategy/derivation.js';
import { arg, type Term } from '../term/term.js';
import { unfold } from './facts.js';
import { hypothesesFor } from './hypotheses.js';
import { Prover } from './prover.js';
import { isRing } from './ring-view.js';

/** Thrown when the search has used up its moves; the message names the bound. */
export class SearchExhausted extends Error {
  constructor(bound: string) {
    super(`the search stopped at its bound (${bound})`);
    this.name = 'SearchExhausted';
  }
}

export interface Limits {
  /** Most moves in one search. */
  readonly moves: number;
  /** Time in milliseconds since the epoch at which to stop. */
  readonly deadline: number;
}

export class Engine {
  readonly prover: Prover;
  /** Derivatives that were taken, by scope and term. */
  readonly derivatives = new WeakMap<Scope, Map<Term, Derivation>>();
  #left: number;
  #ticks = 0;

  constructor(
    readonly rules: RuleBook,
    readonly limits: Limits = { moves: 20_000, deadline: Number.POSITIVE_INFINITY },
    /** Reasons by which a line may be rewritten, as a transcript names them. */
    readonly allows: (reason: string) => boolean = () => true,
  ) {
    this.prover = new Prover(rules, allows);
    this.prover.spend = () => this.#tick();
    this.#left = limits.moves;
  }

  /** Counts one move against the bounds. */
  spend(): void {
    if (--this.#left < 0) throw new SearchExhausted(`${this.limits.moves} moves`);
    this.#tick();
  }

  #tick(): void {
    if (++this.#ticks % 32 === 0 && Date.now() > this.limits.deadline)
      throw new SearchExhausted('time');
  }

  /** Rewrites the line by a rule, left to right, with metavariables given or matched. */
  rule(d: Derivation, id: string, given: Readonly<Record<string, Term>> = {}): boolean {
    return this.#apply(d, id, given, false);
  }

  /** Rewrites the line by a rule, right to left. */
  ruleBack(d: Derivation, id: string, given: Readonly<Record<string, Term>> = {}): boolean {
    return this.#apply(d, id, given, true);
  }

  #apply(d: Derivation, id: string, given: Readonly<Record<string, Term>>, back: boolean): boolean {
    this.spend();
    const rule = this.rules.get(id);
    if (rule?.conclusion.op !== 'eq') throw new Error(`${id} is no equation of the rule book`);
    if (!this.allows(id)) return false;
    const { arena } = d.scope;
    const [left, right] = rule.conclusion.args as [Term, Term];
    const start = new Map(Object.entries(given));
    const letters = new Map<string, string>();
    const found = match(arena, back ? right : left, d.current, start, letters);
    if (!found || !metavariables(rule.conclusion).every((name) => found.has(name))) return false;
    const proof = this.prover.withSubstitution(rule, d.scope, found);
    if (!proof) return false;
    d.replace(instantiatePattern(arena, back ? left : right, found, letters), proof, back);
    return true;
  }

  /** The definition at the root of the line, replaced by its body. */
  unfold(d: Derivation): boolean {
    if (d.current.op !== 'app' || !this.allows(`definition ${d.current.name}`)) return false;
    const body = unfold(d.scope, d.current);
    if (!body) return false;
    this.spend();
    d.replace(body, { by: 'unfold' });
    return true;
  }

  /** Rewrites the line by an equation of the context, left to right. */
  hypothesis(d: Derivation, accept: (name: string) => boolean = () => true): boolean {
    const { scope } = d;
    for (const { name, pattern, ranges, letters } of hypothesesFor(scope.context, 'eq')) {
      if (!accept(name) || !scope.hypothesis(name) || !this.allows(`hypothesis ${name}`)) continue;
      const [left, right] = pattern.args as [Term, Term];
      if (left.op !== d.current.op) continue;
      const found = match(scope.arena, left, d.current);
      if (!found || !letters.every((letter) => found.has(letter))) continue;
      const goals = ranges.map((range) => instantiatePattern(scope.arena, range, found));
      const premises = this.prover.all(scope, goals, 0);
      if (!premises) continue;
      const at = letters.map((letter) => found.get(letter) as Term);
      this.spend();
      const proof: Proof = { by: 'hypothesis', name, at, premises };
      d.replace(instantiatePattern(scope.arena, right, found), proof);
      return true;
    }
    return false;
  }

  /** A symbol or an entry of which a case distinction says the number it is. */
  localValue(d: Derivation): boolean {
    const { scope } = d;
    for (let index = 0; index < scope.length; index++) {
      const fact = scope.fact(index);
      if (fact?.op !== 'eq' || fact.args[0] !== d.current) continue;
      const value = arg(fact, 1);
      if (!(value.value ?? value.args[0]?.value)) continue;
      this.spend();
      d.replace(value, { by: 'fact', index });
      return true;
    }
    return false;
  }

  /** The divisors of both terms that can be shown nonzero, each with its proof. */
  divisors(scope: Scope, ...terms: Term[]): { term: Term; proof: Proof }[] {
    const zero = scope.arena.num(0);
    const found = new Map<Term, Proof>();
    const seen = new Set<Term>();
    const stack = [...terms];
    for (let term = stack.pop(); term; term = stack.pop()) {
      if (seen.has(term)) continue;
      seen.add(term);
      const divisor = divisorOf(term);
      if (divisor && !found.has(divisor)) {
        const proof = this.prover.prove(scope, scope.arena.make('ne', [divisor, zero]));
        if (proof) found.set(divisor, proof);
      }
      if (isRing(term)) stack.push(...term.args);
    }
    return [...found].map(([term, proof]) => ({ term, proof }));
  }

  /** Replaces the line by a term equal to it by algebra; false when it is not shown equal. */
  algebra(d: Derivation, to: Term): boolean {
    if (to === d.current) return true;
    this.spend();
    const nonzero = this.divisors(d.scope, d.current, to);
    if (!equalByAlgebra(d.current, to, new Set(nonzero.map((n) => n.term)))) return false;
    d.replace(to, { by: 'algebra', nonzero });
    return true;
  }
}

const divisorOf = (term: Term): Term | undefined => {
  if (term.op === 'div') return arg(term, 1);
  const exponent = term.op === 'pow' ? wholeExponent(term) : undefined;
  return exponent !== undefined && exponent < 0 ? arg(term, 0) : undefined;
};
