/** The hypotheses that a proof uses, as the document would state them. */
import type { Context } from '../kernel/context.js';
import { theoremName } from '../kernel/theorem.js';
import { declaredLetter } from '../language/axis-letter.js';
import { printText } from '../language/print-text.js';
import { isBinder } from '../term/operator.js';
import { instantiate, remake } from '../term/substitution.js';
import { Arena, arg, type Term } from '../term/term.js';

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
    if (proposition && !(kind && BARE.has(kind))) texts.push(hypothesisText(context, proposition));
  }
  return texts;
}

/**
 * With the letters that the document declares for a range: `forall %0 in 1..n: P(%0)` is P(i)
 * where i is an index in 1..n.
 */
function hypothesisText(context: Context, proposition: Term): string {
  const { arena } = context;
  const busy = new Set<string>();
  let stated = proposition;
  while (stated.op === 'forall') {
    const letter = declaredLetter(context, { lo: arg(stated, 0), hi: arg(stated, 1) }, busy);
    if (letter === undefined) break;
    busy.add(letter);
    stated = instantiate(arena, arg(stated, 2), [arena.sym(letter)]);
  }
  return printText(relettered(context, new Arena(), stated, busy), { context });
}

/** The term in another arena, where its nameless binders have the letters of their ranges. */
function relettered(context: Context, arena: Arena, term: Term, busy: ReadonlySet<string>): Term {
  const inner = new Set(busy);
  let { letter } = term;
  if (isBinder(term.op) && letter.startsWith('%')) {
    letter = declaredLetter(context, { lo: arg(term, 0), hi: arg(term, 1) }, inner) ?? letter;
    inner.add(letter);
  }
  const args = term.args.map((child) => relettered(context, arena, child, inner));
  return remake(arena, { ...term, letter }, args);
}
