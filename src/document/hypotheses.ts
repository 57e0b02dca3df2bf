/** The hypotheses that a proof uses, as the document would state them. */
import type { Context } from '../kernel/context.js';
import { theoremName } from '../kernel/theorem.js';
import { propositionPlain, propositionText } from '../transcript/proposition.js';

/** Facts that say nothing but where an index or a size lies. */
const BARE = new Set(['size', 'index', 'label', 'integer']);

/** The name of the claim that a hypothesis is; undefined when it is none. */
export const claimName = (hypothesis: string): string | undefined => {
  const prefix = theoremName('');
  return hypothesis.startsWith(prefix) ? hypothesis.slice(prefix.length) : undefined;
};

/**
 * The propositions of these names in the plain language, without those that only say where an
 * index lies; an earlier claim is given by its name.
 */
export const hypothesisTexts = (context: Context, names: Iterable<string>): string[] =>
  texts(context, names, propositionPlain);

/** The same in Unicode mathematics. */
export const hypothesesShown = (context: Context, names: Iterable<string>): string[] =>
  texts(context, names, propositionText);

function texts(
  context: Context,
  names: Iterable<string>,
  write: typeof propositionPlain,
): string[] {
  const found: string[] = [];
  for (const name of [...names].sort()) {
    const claim = claimName(name);
    if (claim !== undefined) found.push(`claim ${claim}`);
    const dot = name.lastIndexOf('.');
    const kind = dot < 0 ? undefined : context.declarations.get(name.slice(0, dot))?.kind;
    const proposition = context.hypotheses.get(name)?.proposition;
    if (proposition && !(kind && BARE.has(kind))) found.push(write(context, proposition));
  }
  return found;
}
