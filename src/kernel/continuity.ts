/** Which conditions, holding at a point, hold near it too. */
import { arg, type Term } from '../term/term.js';
import { wholeExponent } from './algebra.js';
import type { Context } from './context.js';
import { mentions } from './location.js';

/** Operations that are continuous everywhere, in all their arguments. */
const CONTINUOUS = new Set(
  'add sub mul neg abs relu maximum minimum exp tanh sigmoid softplus'.split(' '),
);

/** True of a strict inequality that is continuous in the symbol's entries, perhaps for all indices. */
export function isOpenCondition(context: Context, proposition: Term, symbol: string): boolean {
  if (proposition.op === 'forall') {
    const [lo, hi, body] = proposition.args as [Term, Term, Term];
    return (
      !mentions(context, lo, symbol) &&
      !mentions(context, hi, symbol) &&
      isOpenCondition(context, body, symbol)
    );
  }
  if (proposition.op !== 'lt' && proposition.op !== 'ne') return false;
  return proposition.args.every((side) => isContinuousIn(context, side, symbol));
}

function isContinuousIn(context: Context, root: Term, symbol: string): boolean {
  const seen = new Set<Term>();
  const stack = [root];
  for (let term = stack.pop(); term; term = stack.pop()) {
    if (seen.has(term)) continue;
    seen.add(term);
    const [first, second] = term.args;
    const isFree = (t: Term | undefined): boolean => !!t && !mentions(context, t, symbol);
    if (CONTINUOUS.has(term.op)) stack.push(...term.args);
    else if (term.op === 'pow' && (wholeExponent(term) ?? -1) >= 0) stack.push(arg(term, 0));
    else if (term.op === 'sum' && isFree(first) && isFree(second)) stack.push(arg(term, 2));
    else if (!isFree(term) && !isEntryOf(context, term, symbol)) return false;
  }
  return true;
}

function isEntryOf(context: Context, term: Term, symbol: string): boolean {
  let base = term;
  while (base.op === 'at') {
    if (mentions(context, arg(base, 1), symbol)) return false;
    base = arg(base, 0);
  }
  return base.op === 'sym' && base.name === symbol;
}
