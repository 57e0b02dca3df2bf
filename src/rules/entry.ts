/**
 * The form in which a rule is written down. Everything that is said of a rule anywhere (its page
 * in the rule book, its soundness test, its LaTeX) is derived from this entry.
 */

export interface RuleEntry {
  /** Frozen once released. */
  readonly id: string;
  /** One sentence for readers, without a full stop. */
  readonly title: string;
  /** Metavariables: `u v F(k)`; F may mention the bound index given to it, u and v none. */
  readonly variables: string;
  /** The conclusion, in the plain language. */
  readonly states: string;
  /** What must be shown first. */
  readonly requires?: readonly string[];
  /** A major rule is a line of a textbook derivation; a minor one is bookkeeping. */
  readonly level?: 'major' | 'minor';
  /** For a requirement, values at which the rule fails without it: `u = -1, v = -1`. */
  readonly withoutIt?: Readonly<Record<string, string>>;
  /** Book and section, or the name of a seed. */
  readonly source?: string;
  /** The lemma of Lean's mathlib with the same content. */
  readonly mathlib?: string;
}

/** A chapter of the rule book. */
export interface Chapter {
  readonly name: string;
  readonly about: string;
  readonly rules: readonly RuleEntry[];
}

/** A requirement, alone or with a point at which the rule fails without it. */
export type Requirement = string | readonly [requirement: string, withoutIt: string];

/** The requirements of a rule as its entry holds them: for tables with one rule a line. */
export function required(
  requirements: readonly Requirement[],
): Required<Pick<RuleEntry, 'requires' | 'withoutIt'>> {
  const points = requirements.filter((requirement) => typeof requirement !== 'string');
  return {
    requires: requirements.map((r) => (typeof r === 'string' ? r : r[0])),
    withoutIt: Object.fromEntries(points),
  };
}

/** Makes rules that have these fields in common: for tables with one rule a line. */
export const rulesWith =
  (common: Pick<RuleEntry, 'level' | 'source'> = {}) =>
  (
    id: string,
    title: string,
    variables: string,
    states: string,
    ...requires: readonly Requirement[]
  ): RuleEntry => ({ id, title, variables, states, ...required(requires), ...common });
