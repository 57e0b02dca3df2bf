/**
 * The commands of LaTeX that are understood: what each does to the text after it. Commands that
 * only place or colour what they stand before are dropped; every other command is refused by name.
 */
import { GREEK } from '../greek.js';
import { nearestName } from '../nearest-name.js';

export type Font = '' | 'bold' | 'roman' | 'script' | 'double';

/** Commands without meaning, and how many arguments go with them. */
export const DROPPED: ReadonlyMap<string, number> = new Map([
  ...[',', ';', ':', '!', '>', ' ', 'enspace', 'thinspace', 'medspace'].map(none),
  ...['thickspace', 'negthinspace', 'displaystyle', 'textstyle', 'scriptstyle', 'limits'].map(none),
  ...['nolimits', 'nonumber', 'notag', 'mathstrut', 'strut', 'hfill', 'middle', 'allowbreak'].map(
    none,
  ),
  ...['centering', 'normalsize', 'small', 'large', 'relax', 'noindent', 'bf', 'it', 'rm'].map(none),
  ...['big', 'Big', 'bigg', 'Bigg', 'bigl', 'Bigl', 'biggl', 'Biggl', 'bigr', 'Bigr'].map(none),
  ...['biggr', 'Biggr', 'bigm', 'Bigm', 'biggm', 'Biggm', 'qedhere', 'newline', 'par'].map(none),
  ...['phantom', 'vphantom', 'hphantom'].map((name): [string, number] => [name, 1]),
]);

function none(name: string): [string, number] {
  return [name, 0];
}

/** Commands whose braces hold no mathematics, dropped with them. */
export const DROPPED_TEXT: ReadonlySet<string> = new Set([
  ...['hspace', 'hspace*', 'vspace', 'color', 'tag', 'tag*', 'ref', 'eqref', 'cite', 'footnote'],
  ...['mspace', 'class', 'htmlClass'],
]);

/** Fonts of letters: bold and upright letters are the plain ones, the others are their own. */
export const FONTS: ReadonlyMap<string, Font> = new Map<string, Font>([
  ...['mathbf', 'boldsymbol', 'bm', 'pmb', 'vec', 'mathbfit', 'symbf', 'vb'].map(
    (name): [string, Font] => [name, 'bold'],
  ),
  ...['mathit', 'mathnormal', 'mathsf', 'mathtt'].map((name): [string, Font] => [name, '']),
  ...['mathcal', 'mathscr', 'mathfrak'].map((name): [string, Font] => [name, 'script']),
  ...['mathbb', 'mathds', 'mathbbm', 'Bbb'].map((name): [string, Font] => [name, 'double']),
]);

export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['hat', 'hat'],
  ['widehat', 'hat'],
  ['bar', 'bar'],
  ['overline', 'bar'],
  ['tilde', 'tilde'],
  ['widetilde', 'tilde'],
  ['dot', 'dot'],
  ['underline', 'underline'],
]);

/** Commands whose braces hold words. */
export const WORDS: ReadonlyMap<string, 'text' | 'word'> = new Map<string, 'text' | 'word'>([
  ...[
    'text',
    'textrm',
    'textit',
    'textnormal',
    'mbox',
    'textup',
    'textsf',
    'hbox',
    'intertext',
  ].map((name): [string, 'text'] => [name, 'text']),
  ...['mathrm', 'operatorname', 'operatorname*', 'textbf', 'mathop', 'texttt'].map(
    (name): [string, 'word'] => [name, 'word'],
  ),
]);

/** Commands that show one of their arguments, with something around it: how many, and which. */
export const WRAPPERS: ReadonlyMap<string, readonly [count: number, shown: number]> = new Map<
  string,
  readonly [number, number]
>([
  ...['underbrace', 'overbrace', 'boxed', 'cancel', 'bcancel', 'mathrel'].map(one),
  ...['mathbin', 'mathord', 'mathopen', 'mathclose', 'ensuremath', 'smash', 'fbox'].map(one),
  ['textcolor', [2, 1]],
  ['colorbox', [2, 1]],
]);

function one(name: string): [string, readonly [number, number]] {
  return [name, [1, 0]];
}

/** Commands that take arguments and mean something. */
export const ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ['frac', 2],
  ['dfrac', 2],
  ['tfrac', 2],
  ['cfrac', 2],
  ['binom', 2],
  ['dbinom', 2],
  ['tbinom', 2],
  ['sqrt', 1],
  ['stackrel', 2],
  ['overset', 2],
  ['underset', 2],
]);

/** Commands with one name for all their spellings. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  le: ['leq', 'leqslant', 'leqq'],
  ge: ['geq', 'geqslant', 'geqq'],
  ne: ['neq'],
  cdot: ['bullet', 'centerdot'],
  ast: [],
  times: [],
  log: ['ln'],
  mid: ['vert'],
  Vert: ['|', 'parallel'],
  to: ['rightarrow', 'longrightarrow'],
  leftarrow: ['gets', 'longleftarrow'],
  implies: ['Rightarrow', 'Longrightarrow', 'therefore'],
  iff: ['Leftrightarrow', 'Longleftrightarrow', 'leftrightarrow'],
  land: ['wedge'],
  lor: ['vee'],
  lnot: ['neg'],
  dots: ['ldots', 'cdots', 'dotsc', 'dotsb', 'vdots', 'ddots', 'hdots'],
  defined: ['coloneqq', 'triangleq', 'coloneq', 'doteq'],
  top: ['intercal', 'transpose'],
  star: [],
  prime: [],
  argmin: [],
  argmax: [],
  odot: ['circ'],
};

const CANONICAL: ReadonlyMap<string, string> = new Map(
  Object.entries(SAME).flatMap(([name, others]) => others.map((other) => [other, name] as const)),
);

export const canonicalCommand = (name: string): string => CANONICAL.get(name) ?? name;

/** Commands that stand for themselves: operators, relations, functions and signs. */
export const SIGNS: ReadonlySet<string> = new Set([
  ...Object.keys(SAME),
  ...['lt', 'gt', 'in', 'notin', 'not', 'sim', 'approx', 'propto', 'equiv', 'simeq', 'cong'],
  ...['ll', 'gg', 'subset', 'subseteq', 'cup', 'cap', 'setminus', 'mapsto', 'perp', 'prec', 'succ'],
  ...['forall', 'exists', 'colon', 'div', 'otimes', 'oplus', 'pm', 'mp', 'backslash', 'emptyset'],
  ...['sum', 'prod', 'int', 'iint', 'oint', 'max', 'min', 'sup', 'inf', 'lim', 'limsup', 'liminf'],
  ...['arg', 'exp', 'det', 'tanh', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'Pr', 'dim', 'ker', 'deg'],
  ...['infty', 'partial', 'nabla', 'langle', 'rangle', '{', '}', 'lbrace', 'rbrace', 'lvert'],
  ...[
    'rvert',
    'lVert',
    'rVert',
    'lfloor',
    'rfloor',
    'lceil',
    'rceil',
    'lbrack',
    'rbrack',
    'dagger',
  ],
  ...[
    '%',
    '_',
    '#',
    '&',
    '$',
    'because',
    'blacksquare',
    'square',
    'checkmark',
    'qed',
    'hookrightarrow',
  ],
]);

/** All names, for the hint on an unknown one. */
function* knownCommands(): Generator<string> {
  yield* SIGNS;
  for (const table of [FONTS, ACCENTS, WORDS, WRAPPERS, ARGUMENTS, CANONICAL]) yield* table.keys();
  yield* DROPPED.keys();
  yield* ['substack', 'begin', 'end', 'left', 'right', 'label', 'ell'];
}

/** True of the name of a command that is understood without a definition. */
export const isCommandName = (name: string): boolean =>
  GREEK.has(name) || [...knownCommands()].includes(name);

export const nearestCommand = (name: string): string | undefined =>
  nearestName(name, knownCommands());
