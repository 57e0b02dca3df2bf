/**
 * The checker. It is given a scope, a proof and a proposition, and returns only if the proof
 * shows the proposition. It never matches a pattern and never searches: it instantiates what the
 * proof names and compares. Everything that Gradus calls proved has passed through here.
 */
import { builder } from '../term/build.js';
import * as Q from '../term/rational.js';
import { instantiate } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { constantOf, equalByAlgebra } from './algebra.js';
import { isCaptureFree, isInstanceCaptureFree, relatesPropositions } from './capture.js';
import { obligationsFor } from './existence.js';
import { comparesAs } from './interval.js';
import type { Proof, Step } from './proof.js';
import { IllFormedSubstitution, instantiatePattern, type RuleBook } from './rule.js';
import { descend, mentions, negation, type Scope, targetSymbol, variedSymbols } from './scope.js';

/** A proof that does not show what it should, with the reason. */
export class ProofError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'ProofError';
  }
}

function ensure(condition: boolean, reason: string): asserts condition {
  if (!condition) throw new ProofError(reason);
}

export class Checker {
  /** Scopes and propositions that a proof object has already been accepted for. */
  readonly #accepted = new WeakMap<Proof, Map<Scope, Set<Term>>>();

  constructor(readonly rules: RuleBook) {}

  /** Throws a ProofError unless `proof` shows `goal` in `scope`. */
  check(given: Scope, whole: Proof, goal: Term): void {
    let scope = given;
    let proof = whole;
    // Intermediate propositions may be many: they are taken in a loop, not by recursion.
    for (; proof.by === 'have'; proof = proof.next) {
      this.check(scope, proof.proof, proof.proposition);
      scope = scope.assume(proof.proposition);
    }
    ensure(scope.knows(goal), 'the goal mentions an index of another scope');
    ensure(!relatesPropositions(goal), 'a proposition is not a value');
    const known = this.#accepted.get(proof) ?? new Map<Scope, Set<Term>>();
    const goals = known.get(scope) ?? new Set<Term>();
    if (goals.has(goal)) return;
    this.#introduce(scope, proof, goal);
    goals.add(goal);
    known.set(scope, goals);
    this.#accepted.set(proof, known);
  }

  #introduce(scope: Scope, proof: Exclude<Proof, { by: 'have' }>, goal: Term): void {
    if (goal.op === 'forall') {
      const [lo, hi, body] = goal.args as [Term, Term, Term];
      const local = scope.nextLocal;
      this.check(scope.open(lo, hi), proof, instantiate(scope.arena, body, [local]));
    } else if (goal.op === 'implies') {
      this.check(scope.assume(arg(goal, 0)), proof, arg(goal, 1));
    } else if (goal.op === 'near') {
      const symbol = targetSymbol(arg(goal, 0));
      ensure(symbol !== undefined, 'the location names no symbol');
      this.check(scope.near(symbol.name), proof, arg(goal, 1));
    } else if (goal.op === 'any') {
      const symbols = variedSymbols(arg(goal, 0));
      ensure(symbols.length > 0, 'the variables are no symbols');
      const inner = symbols.reduce((s, { name }) => s.any(name), scope);
      this.check(inner, proof, arg(goal, 1));
    } else {
      this.#show(scope, proof, goal);
    }
  }

  #show(scope: Scope, proof: Exclude<Proof, { by: 'have' }>, goal: Term): void {
    switch (proof.by) {
      case 'rule':
        return this.#rule(scope, proof, goal);
      case 'hypothesis':
        return this.#hypothesis(scope, proof, goal);
      case 'fact':
        ensure(scope.fact(proof.index) === goal, 'the scope has no such fact');
        return;
      case 'declared':
        return this.#declared(scope, proof.premises, goal);
      case 'symmetry':
        ensure(goal.op === 'eq' || goal.op === 'ne', 'only = and ≠ are symmetric');
        return this.check(scope, proof.of, scope.arena.make(goal.op, [arg(goal, 1), arg(goal, 0)]));
      case 'unfold':
        return this.#unfold(scope, goal);
      case 'algebra':
        return this.#algebra(scope, proof.nonzero, goal);
      case 'linear':
        return this.#linear(scope, proof.terms, goal);
      case 'syntax':
        return this.#syntax(scope, goal);
      case 'chain':
        return this.#chain(scope, proof.steps, goal);
      case 'rewrite': {
        const last = this.#walk(scope, proof.steps, goal, 'eq');
        return this.check(scope, proof.next, last);
      }
      case 'cases': {
        ensure(scope.knows(proof.on), 'a case mentions an index of another scope');
        const contrary = negation(scope.arena, proof.on);
        this.check(scope.assume(proof.on), proof.yes, goal);
        return this.check(scope.assume(contrary), proof.no, goal);
      }
      case 'absurd':
        this.check(scope, proof.yes, proof.proposition);
        return this.check(scope, proof.no, negation(scope.arena, proof.proposition));
    }
  }

  #rule(scope: Scope, proof: Extract<Proof, { by: 'rule' }>, goal: Term): void {
    const rule = this.rules.get(proof.rule);
    ensure(rule !== undefined, `there is no rule ${proof.rule}`);
    ensure(rule.premises.length === proof.premises.length, `${rule.id}: a premise is missing`);
    const instance = (pattern: Term): Term => {
      try {
        return instantiatePattern(scope.arena, pattern, proof.substitution);
      } catch (error) {
        if (error instanceof IllFormedSubstitution)
          throw new ProofError(`${rule.id}: ${error.message}`);
        throw error;
      }
    };
    ensure(
      isInstanceCaptureFree(scope.context, rule, proof.substitution),
      `${rule.id}: a derivative would capture what is put for an index`,
    );
    ensure(instance(rule.conclusion) === goal, `${rule.id} does not conclude this`);
    rule.premises.forEach((premise, i) => {
      this.check(scope, proof.premises[i] as Proof, instance(premise));
    });
  }

  #hypothesis(scope: Scope, proof: Extract<Proof, { by: 'hypothesis' }>, goal: Term): void {
    const hypothesis = scope.hypothesis(proof.name);
    ensure(hypothesis !== undefined, `no hypothesis ${proof.name} may be used here`);
    let proposition = hypothesis.proposition;
    proof.at.forEach((value, i) => {
      ensure(proposition.op === 'forall', `${proof.name} is stated for fewer indices`);
      ensure(value.loose === 0, 'a term with an unbound index');
      const [lo, hi, body] = proposition.args as [Term, Term, Term];
      const premise = proof.premises[i];
      ensure(premise !== undefined, `${proof.name}: a range is not shown`);
      this.check(scope, premise, scope.arena.make('in', [value, lo, hi]));
      ensure(isCaptureFree(scope.context, body, [value]), `${proof.name}: a captured index`);
      proposition = instantiate(scope.arena, body, [value]);
    });
    ensure(proposition === goal, `${proof.name} does not say this`);
  }

  #declared(scope: Scope, premises: readonly Proof[], goal: Term): void {
    const obligations = obligationsFor(scope, goal);
    if (typeof obligations === 'string') throw new ProofError(obligations);
    obligations.forEach((obligation, k) => {
      const premise = premises[k];
      ensure(premise !== undefined, 'an index is not shown in range');
      this.check(obligation.scope, premise, obligation.goal);
    });
  }

  #syntax(scope: Scope, goal: Term): void {
    if (goal.op === 'zeroLogZero') {
      ensure(scope.context.conventions.has('0*log(0)'), 'no such convention is declared');
      return;
    }
    if (goal.op === 'le' || goal.op === 'lt') {
      ensure(comparesAs(goal.op, goal), 'the numbers do not compare so');
      return;
    }
    const subject = arg(goal, 0);
    if (goal.op === 'integer') {
      ensure(subject.value !== undefined && Q.isInteger(subject.value), 'not a whole number');
      return;
    }
    ensure(goal.op === 'free', 'not decided by syntax');
    const symbols = variedSymbols(arg(goal, 1));
    ensure(symbols.length > 0, 'the location names no symbol');
    for (const { name } of symbols)
      ensure(!mentions(scope.context, subject, name), 'the symbol occurs');
  }

  #unfold(scope: Scope, goal: Term): void {
    ensure(goal.op === 'eq' && arg(goal, 0).op === 'app', 'only a definition unfolds');
    const { name, args } = arg(goal, 0);
    const definition = scope.context.definitions.get(name);
    ensure(definition !== undefined, `${name} is not defined`);
    ensure(definition.parameters.length === args.length, `${name}: wrong number of arguments`);
    ensure(isCaptureFree(scope.context, definition.body, args), `${name}: a captured argument`);
    const body = instantiate(scope.arena, definition.body, args);
    ensure(body === arg(goal, 1), `${name} is not defined as this`);
  }

  #algebra(scope: Scope, nonzero: readonly { term: Term; proof: Proof }[], goal: Term): void {
    ensure(goal.op === 'eq', 'algebra shows equalities');
    const zero = scope.arena.num(0);
    for (const { term, proof } of nonzero)
      this.check(scope, proof, scope.arena.make('ne', [term, zero]));
    const divisors = new Set(nonzero.map(({ term }) => term));
    ensure(equalByAlgebra(arg(goal, 0), arg(goal, 1), divisors), 'not equal by algebra');
  }

  #linear(
    scope: Scope,
    terms: readonly { fact: Term; proof: Proof; factor: Q.Rational }[],
    goal: Term,
  ): void {
    const t = builder(scope.arena);
    ensure(goal.op === 'le' || goal.op === 'lt' || goal.op === 'eq', 'not an inequality');
    let strict = false;
    let rest = t.sub(arg(goal, 1), arg(goal, 0));
    for (const { fact, proof, factor } of terms) {
      ensure(fact.op === 'le' || fact.op === 'lt' || fact.op === 'eq', 'not an inequality');
      const sign = Q.compare(factor, Q.ZERO);
      ensure(fact.op === 'eq' || (sign >= 0 && goal.op !== 'eq'), 'a negative factor');
      this.check(scope, proof, fact);
      if (fact.op === 'lt' && sign > 0) strict = true;
      rest = t.sub(rest, t.mul(t.num(factor), t.sub(arg(fact, 1), arg(fact, 0))));
    }
    const slack = constantOf(rest);
    ensure(slack !== undefined, 'the combination leaves a variable part');
    const sign = Q.compare(slack, Q.ZERO);
    if (goal.op === 'eq') ensure(sign === 0, 'the combination leaves a constant');
    else if (goal.op === 'le') ensure(sign >= 0, 'the combination is negative');
    else ensure(sign > 0 || (sign === 0 && strict), 'the combination is not positive');
  }

  #chain(scope: Scope, steps: readonly Step[], goal: Term): void {
    ensure(goal.op === 'eq' || goal.op === 'le' || goal.op === 'lt', 'a chain shows =, ≤ or <');
    ensure(
      this.#walk(scope, steps, arg(goal, 0), goal.op) === arg(goal, 1),
      'the chain ends elsewhere',
    );
    const strict = steps.some((step) => step.relation === 'lt');
    ensure(goal.op !== 'lt' || strict, 'no step of the chain is strict');
  }

  /** The last line of the steps from `line`; `goal` bounds which relations they may use. */
  #walk(scope: Scope, steps: readonly Step[], line: Term, goal: Term['op']): Term {
    let current = line;
    for (const step of steps) {
      ensure(scope.knows(step.result), 'a line mentions an index of another scope');
      if (step.relation !== 'eq') {
        ensure(goal === 'le' || goal === 'lt', 'an inequality in a chain of equalities');
        ensure(step.path.length === 0 && !step.reverse, 'an inequality below the root');
      }
      this.#step(scope, step, current);
      current = step.result;
    }
    return current;
  }

  /** One step: both lines are walked down the path together and must agree beside it. */
  #step(scope: Scope, step: Step, line: Term): void {
    let inner = scope;
    let before = line;
    let after = step.result;
    for (const i of step.path) {
      ensure(
        before.op === after.op &&
          before.name === after.name &&
          before.args.length === after.args.length &&
          before.args.every((child, k) => k === i || child === after.args[k]),
        'the line changes beside the path',
      );
      ensure(before.op !== 'free', '"free" is about the text and is not rewritten');
      const meaning = before.op === 'defined' || before.op === 'differentiable';
      ensure(!meaning, 'what has a value is not shown by rewriting');
      const down = descend(inner, before, i);
      const other = descend(inner, after, i);
      ensure(down !== undefined && other !== undefined, 'nothing may be rewritten there');
      before = down.term;
      after = other.term;
      inner = down.scope;
    }
    const sides = step.reverse ? [after, before] : [before, after];
    this.check(inner, step.proof, scope.arena.make(step.relation, sides));
  }
}
