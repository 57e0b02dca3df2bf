/** Propositions such as hypotheses, with letters that a reader knows for the indices in them. */
import type { Axis, Context } from '../kernel/context.js';
import { declaredLetter } from '../language/axis-letter.js';
import { decoratedName } from '../language/decorated-name.js';
import { printLatex } from '../language/print-latex.js';
import { printText } from '../language/print-text.js';
import { printUnicode } from '../language/print-unicode.js';
import { builder } from '../term/build.js';
import { isBinder } from '../term/operator.js';
import { instantiate, mentionsName, remake } from '../term/substitution.js';
import { Arena, arg, type Term } from '../term/term.js';

interface Index extends Axis {
  readonly letter: string;
  /** True of a letter that the document declares for this range. */
  readonly isDeclared: boolean;
}

interface Opened {
  readonly indices: readonly Index[];
  /** The proposition inside of its quantifiers, their letters free. */
  readonly body: Term;
}

/** `sum(c in 1..C, y[i,c]) == 1`: a declared letter stands for all of its range. */
export function propositionPlain(context: Context, proposition: Term): string {
  const { indices, body } = opened(context, proposition);
  const plain = (term: Term): string => printText(term, { context });
  const each = indices
    .filter(({ isDeclared }) => !isDeclared)
    .map(({ letter, lo, hi }) => `forall ${letter} in ${plain(lo)}..${plain(hi)}: `);
  return each.join('') + plain(body);
}

/** Where a proposition says for which indices it holds: always, or where a letter is not declared. */
type Quantified = 'always' | 'where new';

/** `Σ_{c=1..C} y[i,c] = 1 for each i in 1..n` */
export function propositionText(
  context: Context,
  proposition: Term,
  quantified: Quantified = 'always',
): string {
  const { indices, body } = opened(context, proposition);
  const show = (term: Term): string => printUnicode(term, { context });
  const ranges = told(indices, quantified).map(
    ({ letter, lo, hi }) => `${decoratedName(letter)} in ${show(lo)}..${show(hi)}`,
  );
  return show(body) + forEach(ranges);
}

/** The same with LaTeX formulas between dollars. */
export function propositionLatex(
  context: Context,
  proposition: Term,
  quantified: Quantified = 'always',
): string {
  const { indices, body } = opened(context, proposition);
  const t = builder(context.arena);
  const show = (term: Term): string => `$${printLatex(term, { context })}$`;
  const ranges = told(indices, quantified).map(({ letter, lo, hi }) =>
    show(t.member(t.sym(letter), lo, hi)),
  );
  return show(body) + forEach(ranges);
}

const told = (indices: readonly Index[], quantified: Quantified): readonly Index[] =>
  quantified === 'always' ? indices : indices.filter(({ isDeclared }) => !isDeclared);

const forEach = (ranges: readonly string[]): string =>
  ranges.length === 0 ? '' : ` for each ${ranges.join(' and ')}`;

function opened(context: Context, proposition: Term): Opened {
  const { arena } = context;
  const busy = new Set<string>();
  const indices: Index[] = [];
  let body = proposition;
  while (body.op === 'forall') {
    const index = indexOf(context, body, proposition, busy);
    indices.push(index);
    busy.add(index.letter);
    body = instantiate(arena, arg(body, 2), [arena.sym(index.letter)]);
  }
  return { indices, body: relettered(context, new Arena(), body, busy) };
}

/** The term in another arena, where its nameless binders have the letters of their ranges. */
function relettered(context: Context, arena: Arena, term: Term, busy: ReadonlySet<string>): Term {
  const inner = new Set(busy);
  let { letter } = term;
  if (isBinder(term.op) && letter.startsWith('%')) {
    letter = indexOf(context, term, term, inner).letter;
    inner.add(letter);
  }
  const args = term.args.map((child) => relettered(context, arena, child, inner));
  return remake(arena, { ...term, letter }, args);
}

const LETTERS = ['i', 'j', 'k', 'l', 'p', 'q', 'r', 's'] as const;

/** The index of a binder: the declared letter of its range, its own, or one that is free in `whole`. */
function indexOf(context: Context, binder: Term, whole: Term, busy: ReadonlySet<string>): Index {
  const axis = { lo: arg(binder, 0), hi: arg(binder, 1) };
  const declared = declaredLetter(context, axis, busy);
  if (declared !== undefined) return { ...axis, letter: declared, isDeclared: true };
  const isFree = (letter: string): boolean =>
    !busy.has(letter) && !context.declarations.has(letter) && !mentionsName(whole, letter);
  const own = binder.letter.startsWith('%') ? [] : [binder.letter];
  const ofSize = /^[A-Z]$/.test(axis.hi.name) ? [axis.hi.name.toLowerCase()] : [];
  const wanted = [...own, ...ofSize, ...LETTERS];
  for (let primes = ''; ; primes += "'")
    for (const letter of wanted)
      if (isFree(letter + primes)) return { ...axis, letter: letter + primes, isDeclared: false };
}
