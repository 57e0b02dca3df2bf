/**
 * Capture by derivatives and optima. `diff(e, z)` varies z inside e although z is no bound index,
 * so a term that mentions z must not be put in the place of an index inside such an e: diff(k, z)
 * at k = z would say 1 where 0 is meant. What is put for an index is checked here, and that what
 * is put for a metavariable is a value.
 */
import { remembered } from '../term/memo.js';
import { isProposition } from '../term/operator.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { Context } from './context.js';
import { mentions, targetSymbol } from './location.js';
import type { Rule, Substitution } from './rule.js';
import { variedIn } from './variation.js';

/** True when the values may stand for the loose indices of the body. */
export function isCaptureFree(context: Context, body: Term, values: readonly Term[]): boolean {
  if (body.loose === 0) return true;
  const varied = variedIn(context, [body], (term) => term.args.some((a) => a.loose > 0));
  if (!varied) return false;
  return ![...varied].some((name) => values.some((value) => mentions(context, value, name)));
}

/**
 * True when every metavariable stands for a value, every derivative of the rule is by a location,
 * and no metavariable's indices receive a term that its own derivatives would capture.
 */
export function isInstanceCaptureFree(
  context: Context,
  rule: Rule,
  substitution: Substitution,
): boolean {
  for (const { op } of substitution.values()) if (isProposition(op) || op === 'guard') return false;
  const subject = (term: Term): Term =>
    term.op === 'meta' ? (substitution.get(term.name) ?? term) : term;
  return watched(rule).every((sub) => {
    if (sub.op !== 'meta') return isLocation(sub, subject);
    const value = substitution.get(sub.name);
    if (!value || value.loose === 0) return true;
    const received = sub.args.flatMap(subterms).flatMap((a) => substitution.get(a.name) ?? []);
    return isCaptureFree(context, value, received);
  });
}

/** The derivatives of a rule's patterns and their metavariables with indices. */
const watched = remembered(({ conclusion, premises }: Rule): readonly Term[] =>
  [conclusion, ...premises]
    .flatMap(subterms)
    .filter(({ op, args }) => /^(diff|differentiable|meta)$/.test(op) && args.length > 0),
);

function isLocation(derivative: Term, subject: (term: Term) => Term): boolean {
  let base = derivative.args[1] as Term;
  while (base.op === 'at') base = base.args[0] as Term;
  return targetSymbol(subject(base)) !== undefined;
}

/** True of a comparison of propositions, which have no value to compare. */
export const relatesPropositions = ({ op, args }: Term): boolean =>
  (op === 'eq' || op === 'ne' || op === 'lt' || op === 'le') &&
  args.some((side) => isProposition(side.op));
