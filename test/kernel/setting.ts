/** Vocabulary of the kernel's tests: a context in the language, terms, proofs written by hand. */
import { Checker } from '../../src/kernel/check.js';
import type { Context } from '../../src/kernel/context.js';
import type { Proof, Step } from '../../src/kernel/proof.js';
import { Scope } from '../../src/kernel/scope.js';
import { parseExpression } from '../../src/language/expression.js';
import { lowerContext, lowerTerm } from '../../src/language/lower.js';
import { ruleBook } from '../../src/rules/book.js';
import { builder } from '../../src/term/build.js';
import { parseRational, type Rational } from '../../src/term/rational.js';
import type { Term } from '../../src/term/term.js';
import { contextOf } from '../language/given.js';

export interface Setting {
  readonly context: Context;
  readonly t: ReturnType<typeof builder>;
  /** The core form of an expression. */
  readonly read: (text: string) => Term;
  /** Throws unless the checker accepts. */
  readonly check: (proof: Proof, goal: Term) => void;
}

export function setting(statements = ''): Setting {
  const surface = contextOf(statements);
  const context = lowerContext(surface);
  return {
    context,
    t: builder(context.arena),
    read: (text) => lowerTerm(surface, parseExpression(surface, text)),
    check: (proof, goal) => new Checker(ruleBook()).check(Scope.root(context), proof, goal),
  };
}

export const rule = (
  id: string,
  substitution: Readonly<Record<string, Term>>,
  ...premises: Proof[]
): Proof => ({
  by: 'rule',
  rule: id,
  substitution: new Map(Object.entries(substitution)),
  premises,
});

export const ALGEBRA: Proof = { by: 'algebra', nonzero: [] };
export const SYNTAX: Proof = { by: 'syntax' };
export const UNFOLD: Proof = { by: 'unfold' };
export const VALUE: Proof = { by: 'declared', premises: [] };
export const LINEAR: Proof = { by: 'linear', terms: [] };

export const fact = (index: number): Proof => ({ by: 'fact', index });
export const hypothesis = (name: string, at: Term[] = [], premises: Proof[] = []): Proof => ({
  by: 'hypothesis',
  name,
  at,
  premises,
});
/** A linear combination of proved relations. */
export const linear = (...terms: [fact: Term, proof: Proof, factor: string][]): Proof => ({
  by: 'linear',
  terms: terms.map(([known, proof, factor]) => ({
    fact: known,
    proof,
    factor: parseRational(factor) as Rational,
  })),
});
export const chain = (...steps: Step[]): Proof => ({ by: 'chain', steps });
export const step = (
  path: number[],
  proof: Proof,
  result: Term,
  reverse = false,
  relation: Step['relation'] = 'eq',
): Step => ({ path, proof, reverse, result, relation });
