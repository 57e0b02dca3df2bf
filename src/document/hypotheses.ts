/** The hypotheses that a proof uses, as the document would state them. */
import type { Context } from '../kernel/context.js';
import { printText } from '../language/print-text.js';

/** Facts that say nothing but where an index or a size lies. */
const BARE = new Set(['size', 'index', 'label', 'integer']);

/** The propositions of these names, without those that only say where an index lies. */
export function hypothesisTexts(context: Context, names: readonly string[]): string[] {
  const texts: string[] = [];
  for (const name of names) {
    const dot = name.lastIndexOf('.');
    const kind = dot < 0 ? undefined : context.declarations.get(name.slice(0, dot))?.kind;
    const proposition = context.hypotheses.get(name)?.proposition;
    if (proposition && !(kind && BARE.has(kind))) texts.push(printText(proposition, { context }));
  }
  return texts;
}
