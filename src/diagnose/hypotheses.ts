/** Assumptions under which a wrong claim would hold, the weakest that is found. */
import { assume, type Context, type Declaration, type Kind } from '../kernel/context.js';
import { decoratedName } from '../language/decorated-name.js';
import { printUnicode } from '../language/print-unicode.js';
import { type Builder, builder } from '../term/build.js';
import type { Term } from '../term/term.js';
import { type Place, Places } from './place.js';
import type { Claim, Trial } from './trial.js';

export interface Assumption {
  readonly text: string;
  readonly proposition: Term;
  readonly context: Context;
}

export type Bound = '> 0' | '≥ 1' | '≥ 0' | '≠ 0' | '≠ 1' | '< 1' | 'in (0, 1)';

/** Kinds that a bound does not turn into something else altogether. */
const BOUNDED: ReadonlySet<Kind> = new Set<Kind>([
  'size',
  'integer',
  'real',
  'positive',
  'nonneg',
  'unit',
  'probability',
  'simplex',
  'closed simplex',
]);

/** A bound assumed of every entry of the symbol. */
export function* bounds(
  context: Context,
  name: string,
  wanted: readonly Bound[],
): Generator<Assumption> {
  const declaration = context.declarations.get(name);
  if (!declaration || !BOUNDED.has(declaration.kind)) return;
  const { axes, kind } = declaration;
  const t = builder(context.arena);
  const letters = axes.map((_, k) => `%${k}`);
  const entry = t.at(t.sym(name), ...letters.map((letter) => t.sym(letter)));
  const [zero, one] = [t.num(0), t.num(1)];
  const [above, below] = [t.lt(zero, entry), t.lt(entry, one)];
  const conditions: { readonly [bound in Bound]: Term } = {
    '> 0': above,
    '≥ 1': t.le(one, entry),
    '≥ 0': t.le(zero, entry),
    '≠ 0': t.ne(entry, zero),
    '≠ 1': t.ne(entry, one),
    '< 1': below,
    'in (0, 1)': t.arena.make('and', [above, below]),
  };
  for (const bound of kind === 'size' ? SIZE_BOUNDS : wanted) {
    const proposition = everywhere(declaration, letters, conditions[bound], t);
    const where = axes.length === 0 ? '' : ' in every entry';
    const text = `${decoratedName(name)} ${bound}${where}`;
    yield assumed(context, text, proposition);
  }
}

const SIZE_BOUNDS: readonly Bound[] = ['≥ 1'];

const assumed = (context: Context, text: string, proposition: Term): Assumption => ({
  text,
  proposition,
  context: assume(context, { name: 'diagnosis', proposition }),
});

function everywhere(
  { axes }: Declaration,
  letters: readonly string[],
  condition: Term,
  t: Builder,
): Term {
  return axes.reduceRight(
    (body, { lo, hi }, k) => t.forall(letters[k] as string, lo, hi, body),
    condition,
  );
}

/** What the operations of a claim ask for that are not defined everywhere. */
export function* demands({ context, left, right }: Claim): Generator<Assumption> {
  const places = new Places(context, [left, right]);
  const t = builder(context.arena);
  const seen = new Set<Term>();
  for (const place of [...places.values(left), ...places.values(right)]) {
    const condition = demandOf(t, place.term);
    if (!condition) continue;
    const proposition = place.indices.reduceRight(
      (body, { symbol, lo, hi }) => t.forall(symbol.name, lo, hi, body),
      condition,
    );
    if (seen.has(proposition)) continue;
    seen.add(proposition);
    yield assumed(context, `${conditionText(context, condition)}${quantifier(place)}`, proposition);
  }
}

function demandOf(t: Builder, { op, args }: Term): Term | undefined {
  const [a, b] = args as [Term, Term];
  const zero = t.num(0);
  if (op === 'div') return t.ne(b, zero);
  if (op === 'log' || op === 'log2' || op === 'log10') return t.lt(zero, a);
  return op === 'sqrt' ? t.le(zero, a) : undefined;
}

/** `1 − p ≠ 0`, the number always at the right. */
function conditionText(context: Context, { op, args }: Term): string {
  const [a, b] = args.map((side) => printUnicode(side, { context })) as [string, string];
  if (op === 'ne') return `${a} ≠ ${b}`;
  return `${b} ${op === 'lt' ? '>' : '≥'} ${a}`;
}

const quantifier = ({ indices }: Place): string =>
  indices.length === 0
    ? ''
    : ` for each ${indices.map(({ symbol }) => decoratedName(symbol.name)).join(', ')}`;

/** Those under which the claim holds. */
export const sufficient = (
  trial: Trial,
  claim: Claim,
  assumptions: Iterable<Assumption>,
): Assumption[] => [...assumptions].filter(({ context }) => trial.holds({ ...claim, context }));

/** The one that follows from the most others; the first of those that are equally weak. */
export function weakest(
  trial: Trial,
  context: Context,
  [first, ...others]: readonly Assumption[],
): Assumption | undefined {
  let best = first;
  for (const other of others)
    if (best && follows(trial, context, best, other) && !follows(trial, context, other, best))
      best = other;
  return best;
}

/** True when the second holds in all sampled models of the first. */
export function follows(
  trial: Trial,
  context: Context,
  first: Assumption,
  second: Assumption,
): boolean {
  const t = builder(context.arena);
  const isTrue = t.arena.make('iverson', [second.proposition]);
  return trial.holds({ context: first.context, relation: 'eq', left: isTrue, right: t.num(1) }, 1);
}

/** The context with a 0/1 array declared one-hot. */
export function withOneHot(context: Context, name: string): Context {
  const declaration = context.declarations.get(name);
  if (!declaration) return context;
  const declarations = new Map(context.declarations).set(name, { ...declaration, kind: 'onehot' });
  return { ...context, declarations };
}

/** The context in which the last axis of a real array sums to 1; nothing for other symbols. */
export function withRowSums(context: Context, name: string): Context | undefined {
  const declaration = context.declarations.get(name);
  const last = declaration?.axes.at(-1);
  if (!declaration || !last || !SUMMED.has(declaration.kind)) return undefined;
  const t = builder(context.arena);
  const rows = { ...declaration, axes: declaration.axes.slice(0, -1) };
  const letters = rows.axes.map((_, k) => `%${k}`);
  const entry = t.at(t.sym(name), ...letters.map((letter) => t.sym(letter)), t.sym('%s'));
  const isOne = t.eq(t.sum('%s', last.lo, last.hi, entry), t.num(1));
  return assume(context, { name: 'diagnosis', proposition: everywhere(rows, letters, isOne, t) });
}

const SUMMED: ReadonlySet<Kind> = new Set<Kind>([
  'real',
  'positive',
  'nonneg',
  'unit',
  'probability',
]);
