/** Why a step may be made: the rule, its conditions as they read here, and how each was shown. */
import type { Context } from '../kernel/context.js';
import type { Proof } from '../kernel/proof.js';
import { instantiatePattern, type Rule } from '../kernel/rule.js';
import { printUnicode } from '../language/print-unicode.js';
import { ruleBook, ruleEntry } from '../rules/book.js';
import { reasonOf } from '../search/transcript.js';
import type { Term } from '../term/term.js';
import { conditionText } from '../transcript/condition-text.js';
import { titleOf } from '../transcript/reason.js';
import type { ElementaryStep } from './lines.js';
import { openPlace, withLetters } from './place.js';

export interface Reason {
  /** A rule's id, where the reason is a rule. */
  readonly rule?: string;
  readonly title: string;
  /** What had to hold, and how it was shown. */
  readonly conditions: readonly Condition[];
}

interface Condition {
  readonly text: string;
  readonly shown: string;
}

/** The subterm that a step replaces and what it puts there, their indices named. */
export interface Replacement {
  readonly before: Term;
  readonly after: Term;
  readonly letters: readonly string[];
}

export function replacementOf({ context, before, step }: ElementaryStep): Replacement {
  const old = openPlace(context.arena, before, step.path);
  const made = openPlace(context.arena, step.result, step.path);
  return { before: old.term, after: made.term, letters: old.letters };
}

/** The reason of one elementary step. */
export function reasonOfStep(elementary: ElementaryStep): Reason {
  const { context, step } = elementary;
  const { before, after, letters } = replacementOf(elementary);
  const name = reasonOf(step.proof, step.reverse ? after : before);
  return {
    ...(ruleEntry(name) ? { rule: name } : {}),
    title: titleOf(name, context),
    conditions: conditionsOf(context, step.proof, letters),
  };
}

/** The different reasons of a line, each with all its conditions, in the order of their use. */
export function reasonsOf(inside: readonly ElementaryStep[]): Reason[] {
  const found = new Map<string, { reason: Reason; conditions: Map<string, Condition> }>();
  for (const elementary of inside) {
    const reason = reasonOfStep(elementary);
    const key = reason.rule ?? reason.title;
    const known = found.get(key) ?? { reason, conditions: new Map() };
    for (const condition of reason.conditions) known.conditions.set(condition.text, condition);
    found.set(key, known);
  }
  return [...found.values()].map(({ reason, conditions }) => ({
    ...reason,
    conditions: [...conditions.values()],
  }));
}

function conditionsOf(context: Context, proof: Proof, letters: readonly string[]): Condition[] {
  const read = (proposition: Term): string =>
    conditionText(context.arena, withLetters(context, proposition, letters));
  switch (proof.by) {
    case 'symmetry':
      return conditionsOf(context, proof.of, letters);
    case 'rule': {
      const rule = ruleBook().get(proof.rule);
      return rule ? ruleConditions(context, rule, proof, read) : [];
    }
    case 'algebra':
      return proof.nonzero.map(({ term, proof: reason }) => ({
        text: `${printUnicode(withLetters(context, term, letters), { context })} ≠ 0`,
        shown: shownBy(context, reason),
      }));
    default:
      return [];
  }
}

const ruleConditions = (
  context: Context,
  rule: Rule,
  { premises, substitution }: Extract<Proof, { by: 'rule' }>,
  read: (proposition: Term) => string,
): Condition[] =>
  rule.premises.flatMap((premise, k) => {
    const proof = premises[k];
    if (!proof) return [];
    const text = read(instantiatePattern(context.arena, premise, substitution));
    return [{ text, shown: shownBy(context, proof) }];
  });

/** How a condition was shown, in few words. */
function shownBy(context: Context, proof: Proof): string {
  const all = (proofs: readonly Proof[]): string =>
    [...new Set(proofs.map((each) => shownBy(context, each)))].join('; ');
  switch (proof.by) {
    case 'rule':
      return `by ${proof.rule}`;
    case 'hypothesis':
      return sentence(titleOf(`hypothesis ${proof.name}`, context));
    case 'fact':
      return 'it holds at this place';
    case 'declared':
      return 'by the declarations';
    case 'symmetry':
      return shownBy(context, proof.of);
    case 'unfold':
      return 'by definition';
    case 'algebra':
      return 'by algebra';
    case 'linear':
      return `by adding inequalities up: ${all(proof.terms.map((term) => term.proof))}`;
    case 'syntax':
      return 'it is read off the formula';
    case 'chain':
      return all(proof.steps.map((step) => step.proof)) || 'both sides are the same';
    case 'rewrite':
      return all([...proof.steps.map((step) => step.proof), proof.next]);
    case 'cases':
      return `by cases: ${all([proof.yes, proof.no])}`;
    case 'absurd':
      return 'the contrary cannot be';
    case 'have':
      return all([proof.proof, proof.next]);
  }
}

const sentence = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);
