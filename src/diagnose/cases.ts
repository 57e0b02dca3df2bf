/** Claims that hold for equal indices alone, or for different ones alone: what a lost delta leaves. */
import { assume, type Context } from '../kernel/context.js';
import { decoratedName } from '../language/decorated-name.js';
import { builder } from '../term/build.js';
import { mentionsName } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { Claim, Trial } from './trial.js';

/** Most pairs of indices that are looked at. */
const MOST_PAIRS = 4;

/** The case in which an equation holds, in a sentence. */
export function caseThatHolds(trial: Trial, claim: Claim): string | undefined {
  const { context, right } = claim;
  const t = builder(context.arena);
  for (const [i, j] of pairs(claim)) {
    const same = given(context, t.eq(i, j));
    const different = given(context, t.ne(i, j));
    const [a, b] = [decoratedName(i.name), decoratedName(j.name)];
    if (trial.holds({ ...claim, context: same })) {
      // Of most wrong indices it is true as well that they matter only where they differ.
      const isZero = trial.holds({ ...claim, context: different, left: t.num(0) });
      if (isZero && right.op !== 'num')
        return `it holds for ${a} = ${b}, and the right side is 0 for ${a} ≠ ${b}: are the terms for ${a} ≠ ${b} missing?`;
    } else if (trial.holds({ ...claim, context: different }))
      return `it holds for ${a} ≠ ${b}: is the term for ${a} = ${b} missing?`;
  }
  return undefined;
}

const given = (context: Context, proposition: Term): Context =>
  assume(context, { name: 'diagnosis', proposition });

/** Free indices of both sides with the same range. */
function pairs({ context, left, right }: Claim): [Term, Term][] {
  const free = [...context.declarations.values()].filter(
    ({ name, kind, axes }) =>
      (kind === 'index' || kind === 'label') &&
      axes.length === 0 &&
      (mentionsName(left, name) || mentionsName(right, name)),
  );
  return free
    .flatMap((a, k) =>
      free
        .slice(k + 1)
        .filter((b) => a.upper === b.upper)
        .map((b): [Term, Term] => [context.arena.sym(a.name), context.arena.sym(b.name)]),
    )
    .slice(0, MOST_PAIRS);
}
