/** The context in which a relation of a document is proved: no more than it is about. */
import type { Context, Definition } from '../kernel/context.js';
import { relevantContext } from '../search/relevance.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { CoreClaim } from './core-claim.js';
import type { Lemmas } from './lemmas.js';

export interface Subject {
  /** The terms whose symbols the claim is about. */
  readonly about: readonly Term[];
  readonly lemmas: Lemmas;
}

/** The part of the context that a claim is about, with those of the named lemmas that fit it. */
export function proofContext(
  { context, left, right }: CoreClaim,
  { about, lemmas }: Subject,
  names: readonly string[],
): Context {
  const base = withDefinitions(relevantContext(context, about), context, [left, right]);
  return lemmas.grant(
    base,
    names.filter((name) => lemmas.fits(name, base)),
  );
}

/**
 * The context with the definitions that the terms use, where these speak of its symbols alone. A
 * definition restricts no model, so a line between the ends of a calculation may use its own.
 */
function withDefinitions(context: Context, whole: Context, terms: readonly Term[]): Context {
  const used = new Map(context.definitions);
  const pending = [...terms];
  for (let term = pending.pop(); term; term = pending.pop())
    for (const { name } of subterms(term)) {
      const definition = whole.definitions.get(name);
      if (!definition || used.has(name) || !speaksOf(context, whole, definition)) continue;
      used.set(name, definition);
      pending.push(definition.body);
    }
  return { ...context, definitions: used };
}

function speaksOf(context: Context, whole: Context, { body, parameters }: Definition): boolean {
  const ranges = parameters.flatMap(({ axis }) => (axis ? [axis.lo, axis.hi] : []));
  const { declarations } = relevantContext(whole, [body, ...ranges]);
  return [...declarations.keys()].every((name) => context.declarations.has(name));
}
