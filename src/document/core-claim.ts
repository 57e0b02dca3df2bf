/** A relation in the form in which it is proved, replayed and evaluated. */
import type { Context } from '../kernel/context.js';
import type { Line, Relation } from '../language/claim.js';
import { lowerRelation } from '../language/lower.js';
import type { ProvableRelation } from '../search/prove-claim.js';
import type { Term } from '../term/term.js';

/** `left relation right`, in core form. */
export interface CoreClaim {
  readonly context: Context;
  readonly relation: Relation;
  readonly left: Term;
  readonly right: Term;
}

/** The relation between two lines of a claim. Throws LanguageError where their shapes differ. */
export const coreClaim = (context: Context, before: Line, line: Line): CoreClaim => ({
  ...lowerRelation(context, before.term, line.term),
  relation: line.relation ?? 'eq',
});

/** A claim as the kernel states it: `a >= b` is `b <= a`. */
export interface Goal {
  readonly relation: ProvableRelation;
  readonly left: Term;
  readonly right: Term;
}

export function goalOf({ relation, left, right }: CoreClaim): Goal {
  if (relation === 'ge') return { relation: 'le', left: right, right: left };
  if (relation === 'gt') return { relation: 'lt', left: right, right: left };
  return { relation, left, right };
}
