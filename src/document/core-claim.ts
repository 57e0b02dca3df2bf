/** A relation in the form in which it is proved, replayed and evaluated. */
import type { Context } from '../kernel/context.js';
import type { Line } from '../language/claim.js';
import { lowerRelation } from '../language/lower.js';
import type { ProvableRelation } from '../search/prove-claim.js';
import type { Term } from '../term/term.js';

/** `left relation right`, in core form, with `<` and `<=` the only inequalities. */
export interface CoreClaim {
  readonly context: Context;
  readonly relation: ProvableRelation;
  readonly left: Term;
  readonly right: Term;
}

/** The relation between two lines of a claim. Throws LanguageError where their shapes differ. */
export function coreClaim(context: Context, before: Line, line: Line): CoreClaim {
  const { relation = 'eq' } = line;
  const core = lowerRelation(context, before.term, line.term);
  if (relation === 'ge' || relation === 'gt') {
    const { left, right } = core;
    return { context: core.context, relation: relation === 'ge' ? 'le' : 'lt', left: right, right: left };
  }
  return { ...core, relation };
}
