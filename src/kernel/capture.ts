/**
 * Capture by derivatives and optima. `diff(e, z)` varies z inside e although z is no bound index,
 * so a term that mentions z must not be put in the place of an index inside such an e: diff(k, z)
 * at k = z would say 1 where 0 is meant. What is put for an index is checked here.
 */

import { subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Context } from './context.js';
import type { Rule, Substitution } from './rule.js';
import { mentions, targetSymbol } from './scope.js';

/** The symbols that are varied around a loose index of the term. */
function variedAroundIndex(term: Term): Set<string> {
  const names = new Set<string>();
  if (term.loose === 0) return names;
  for (const sub of subterms(term)) {
    const isVaried = sub.op === 'diff' || sub.op === 'differentiable' || sub.op === 'near';
    const isOptimum = sub.op === 'argmin' || sub.op === 'argmax' || sub.op === 'any';
    if (!isVaried && !isOptimum) continue;
    if (sub.args.every((a) => a.loose === 0)) continue;
    for (const a of sub.args) for (const name of locationNames(a)) names.add(name);
  }
  return names;
}

function locationNames(term: Term): string[] {
  if (term.op === 'variables') return term.args.flatMap(locationNames);
  const symbol = targetSymbol(term);
  return symbol ? [symbol.name] : [];
}

/** True when the values may stand for the loose indices of the body. */
export function isCaptureFree(context: Context, body: Term, values: readonly Term[]): boolean {
  for (const name of variedAroundIndex(body))
    if (values.some((value) => mentions(context, value, name))) return false;
  return true;
}

/** True when no metavariable's indices receive a term that its own derivatives would capture. */
export function isInstanceCaptureFree(
  context: Context,
  rule: Rule,
  substitution: Substitution,
): boolean {
  return [rule.conclusion, ...rule.premises].every((pattern) =>
    subterms(pattern).every((sub) => {
      const value = sub.op === 'meta' ? substitution.get(sub.name) : undefined;
      if (!value || value.loose === 0) return true;
      const received = sub.args.flatMap(subterms).flatMap((a) => substitution.get(a.name) ?? []);
      return isCaptureFree(context, value, received);
    }),
  );
}
