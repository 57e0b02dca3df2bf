/** The hypotheses that a proof uses, as the document would state them. */
import type { Context } from '../kernel/context.js';
import { theoremName } from '../kernel/theorem.js';
import { printText } from '../language/print-text.js';

/** Facts that say nothing but where an index or a size lies. */
const BARE = new Set(['size', 'index', 'label', 'integer']);

/** The name of the claim that a hypothesis is; undefined when it is none. */
export const claimName = (hypothesis: string): string | undefined => {
  const prefix = theoremName('');
  return hypothesis.startsWith(prefix) ? hypothesis.slice(prefix.length) : undefined;
};

/**
 * The propositions of these names, without those that only say where an index lies; an earlier
 * claim is given by its name.
 */
export function hypothesisTexts(context: Context, names: Iterable<string>): string[] {
  const texts: string[] = [];
  for (const name of [...names].sort()) {
    const claim = claimName(name);
    if (claim !== undefined) texts.push(`claim ${claim}`);
    const dot = name.lastIndexOf('.');
    const kind = dot < 0 ? undefined : context.declarations.get(name.slice(0, dot))?.kind;
    const proposition = context.hypotheses.get(name)?.proposition;
    if (proposition && !(kind && BARE.has(kind))) texts.push(printText(proposition, { context }));
  }
  return texts;
}
