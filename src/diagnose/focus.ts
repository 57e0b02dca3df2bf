/** The smallest parts of two sides that differ in value, where the rest of the sides is the same. */
import { type Context, declare } from '../kernel/context.js';
import { boundArgument, isProposition, type Operator } from '../term/operator.js';
import type { Term } from '../term/term.js';
import { type Place, Places } from './place.js';
import type { Trial } from './trial.js';

export interface Focus {
  readonly left: Place;
  readonly right: Place;
}

/** Goes down both sides as long as they are built alike and one pair of parts alone differs. */
export function focusOf(trial: Trial, context: Context, left: Term, right: Term): Focus {
  const places = new Places(context, [left, right]);
  let focus: Focus = { left: places.root(left), right: places.root(right) };
  for (;;) {
    const next = below(trial, context, places, focus);
    if (!next) return focus;
    focus = next;
  }
}

function below(
  trial: Trial,
  context: Context,
  places: Places,
  { left, right }: Focus,
): Focus | undefined {
  const [a, b] = [left.term, right.term];
  const isAlike = a.op === b.op && a.name === b.name && a.args.length === b.args.length;
  if (!isAlike || WHOLE.has(a.op) || isProposition(a.op)) return undefined;
  const differ = [...a.args.keys()].filter((i) => a.args[i] !== b.args[i]);
  const under = boundArgument(a.op);
  // Ranges that differ are shown with what they are the ranges of.
  if (under >= 0 && differ.some((i) => i !== under)) return undefined;
  const pairs = differ.map((i) => {
    const inLeft = places.child(left, i);
    const opened = i === under ? inLeft.indices.at(-1)?.symbol : undefined;
    return { left: inLeft, right: places.child(right, i, opened) };
  });
  const [only] = pairs;
  if (pairs.length === 1) return only;
  const differing = pairs.filter((pair) => !isSame(trial, context, pair));
  return differing.length === 1 ? differing[0] : undefined;
}

/** What is shown whole: an entry that differs in an index is another entry. */
const WHOLE: ReadonlySet<Operator> = new Set<Operator>(['at', 'app', 'delta', 'iverson']);

/** True when the parts have the same value in all sampled models, for all open indices. */
function isSame(trial: Trial, context: Context, { left, right }: Focus): boolean {
  let open = context;
  for (const { symbol, lo, hi } of left.indices)
    open = declare(open, { name: symbol.name, kind: 'index', axes: [], lower: lo, upper: hi });
  return trial.holds({ context: open, relation: 'eq', left: left.term, right: right.term });
}
