/**
 * KaTeX's formulas with fewer elements, in the same places to the eye. What KaTeX writes as empty
 * elements (struts, spaces, the second row of a stack) becomes a length in the style of the element
 * that it belongs to, drawn by `COMPACT_STYLE`; elements that have no style are left out.
 */
import { type Element, type Node, readMarkup, writeMarkup } from './markup.js';

/** An element of a formula: its classes, its style, what is in it. */
interface Box {
  readonly classes: readonly string[];
  readonly style: ReadonlyMap<string, string>;
  readonly children: readonly Part[];
  readonly hidden: boolean;
}

/** Anything but a span is kept as it is. */
type Part = Box | Element | string;

/** Stands after KaTeX's own style sheet. */
export const COMPACT_STYLE = [
  '.katex .katex-base::before{content:"";display:inline-block;height:var(--h);vertical-align:var(--v)}',
  '.katex .vlist>span::before{content:"";display:inline-block;overflow:hidden;width:0;height:var(--p)}',
  '.katex .deep{margin-left:-2px}',
  '.katex .deep::before{content:"\\200b";display:table-cell;font-size:1px;min-width:2px;width:2px;vertical-align:bottom}',
  '.katex .deep::after{content:"";display:table-row;height:var(--d)}',
  '.katex .katex-accent.vlist-t,.katex .op-limits.vlist-t{text-align:center}',
];

/** Written into a class where there is no rule for it in KaTeX's style sheet. */
const STACKED = new Set(['mfrac', 'op-limits', 'katex-accent', 'msupsub']);
/** Rules of these only choose the font. */
const FONTS = new Set([
  ...['mathnormal', 'mathit', 'mathrm', 'mathbf', 'boldsymbol', 'amsrm', 'mathbb', 'mathcal'],
  ...['op-symbol', 'small-op', 'large-op', 'textrm', 'mathtt'],
]);
/** Boxes whose children are placed one by one, so that none of them may go. */
const KEEPS = new Set([
  ...['katex-html', 'vlist', 'katex-vbox', 'katex-thinbox', 'clap', 'llap', 'rlap', 'katex-inner'],
  ...['delim-size1', 'delim-size4', 'sqrt', 'col-align-c', 'col-align-l', 'col-align-r', 'mtable'],
]);
const CHANGES_SIZE = new Set(['katex-sizing', 'fontsize-ensurer']);

/** The visible part of a formula in fewer elements. `isStyled` tells classes that mean something. */
export function compactMath(html: string, isStyled: (name: string) => boolean): string {
  const parts = readMarkup(html).map(partOf);
  const whole = parts.map((part) => (has(part, 'katex-display') ? onOneLine(part) : part));
  return writeMarkup(listed(whole, isStyled).map(nodeOf));
}

/** A display formula is never broken: the boxes between which it could be become one. */
function onOneLine(part: Part): Part {
  if (!isBox(part)) return part;
  if (has(part, 'katex-display') || has(part, 'katex'))
    return { ...part, children: part.children.map(onOneLine) };
  const bases = part.children.filter(isBox).filter((child) => has(child, 'katex-base'));
  if (!has(part, 'katex-html') || bases.length !== part.children.length) return part;
  const struts = bases.flatMap(({ children: [strut] }) => (isBox(strut) ? [strut] : []));
  const depths = struts.map(({ style }) => -em(style.get('vertical-align')));
  const heights = struts.map(({ style }, k) => em(style.get('height')) - (depths[k] ?? 0));
  const depth = Math.max(0, ...depths);
  const strut: Box = {
    classes: ['katex-strut'],
    style: new Map([
      ['height', `${round(Math.max(0, ...heights) + depth)}em`],
      ['vertical-align', `${round(-depth)}em`],
    ]),
    children: [],
    hidden: false,
  };
  const content = bases.flatMap(({ children }) =>
    children.filter((child) => !has(child, 'katex-strut')),
  );
  const base: Box = {
    classes: ['katex-base'],
    style: new Map(),
    children: [strut, ...content],
    hidden: false,
  };
  return { ...part, children: [base] };
}

const round = (em: number): number => Number(em.toFixed(4));
/** A length in em; 0 where there is none. */
const em = (length = '0'): number => Number.parseFloat(length);

function partOf(node: Node): Part {
  if (typeof node === 'string' || node.tag !== 'span') return node;
  const { attributes, children } = node;
  const style = (attributes.get('style') ?? '').split(';').filter((part) => part !== '');
  return {
    classes: (attributes.get('class') ?? '').split(/\s+/).filter((name) => name !== ''),
    style: new Map(style.map((part) => splitAt(part, part.indexOf(':')))),
    children: children.map(partOf),
    hidden: attributes.has('aria-hidden'),
  };
}

const splitAt = (text: string, k: number): [string, string] => [
  text.slice(0, k),
  text.slice(k + 1),
];

function nodeOf(part: Part): Node {
  if (!isBox(part)) return part;
  const { classes, style, children, hidden } = part;
  const attributes = new Map<string, string>();
  if (classes.length > 0) attributes.set('class', classes.join(' '));
  if (hidden) attributes.set('aria-hidden', 'true');
  const text = [...style].map(([name, value]) => `${name}:${value}`).join(';');
  if (text !== '') attributes.set('style', text);
  return { tag: 'span', attributes, children: children.map(nodeOf) };
}

const isBox = (part: Part | undefined): part is Box =>
  typeof part === 'object' && 'classes' in part;
const has = (part: Part | undefined, name: string): boolean =>
  isBox(part) && part.classes.includes(name);

/** The parts of a box, each compact. */
function listed(parts: readonly Part[], isStyled: (name: string) => boolean): Part[] {
  return joined(
    parts.flatMap((part) => (isBox(part) ? opened(boxed(part, isStyled), isStyled) : [part])),
  );
}

/** A box without a style of its own is what is in it. */
function opened(box: Box, isStyled: (name: string) => boolean): readonly Part[] {
  const isBare = box.style.size === 0 && !box.hidden && !box.classes.some(isStyled);
  return isBare ? box.children : [box];
}

function boxed(box: Box, isStyled: (name: string) => boolean): Box {
  if (has(box, 'vlist-t')) return stack(box, isStyled);
  if (has(box, 'katex-base')) return strutted(box, isStyled);
  const isKept = box.classes.some((name) => KEEPS.has(name));
  const children = isKept
    ? box.children.map((part) => (isBox(part) ? boxed(part, isStyled) : part))
    : listed(box.children, isStyled);
  return absorbed({ ...box, style: plain(box.style), children }, isStyled);
}

/** Lengths that are 0 and offsets by nothing say nothing. */
function plain(style: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const kept = [...style].filter(
    ([name, value]) =>
      !(/^(?:margin-(?:left|right)|top)$/.test(name) && Number.parseFloat(value) === 0),
  );
  const isMoved = kept.some(([name]) => name === 'top' || name === 'left');
  return new Map(
    kept.filter(([name, value]) => isMoved || name !== 'position' || value !== 'relative'),
  );
}

/** A stack: its rows become one, and the depth of the second a length. */
function stack(box: Box, isStyled: (name: string) => boolean): Box {
  const [first, second] = box.children;
  const items = isBox(first) ? first.children[0] : undefined;
  const depth = isBox(second) ? second.children[0] : undefined;
  if (!isBox(items)) return box;
  const style = new Map(box.style);
  if (isBox(depth)) style.set('--d', depth.style.get('height') ?? '0');
  const list = { ...items, children: items.children.map((part) => item(part, isStyled)) };
  const classes = box.classes.map((name) => (name === 'vlist-t2' ? 'deep' : name));
  return { ...box, classes, style, children: [list] };
}

/** An item of a stack: the strut that sets its line becomes a length. */
function item(part: Part, isStyled: (name: string) => boolean): Part {
  if (!isBox(part)) return part;
  const [strut, ...others] = part.children;
  const style = new Map(plain(part.style));
  if (!isBox(strut) || !has(strut, 'pstrut')) return part;
  style.set('--p', strut.style.get('height') ?? '0');
  const children = others.map((other) => (isBox(other) ? boxed(other, isStyled) : other));
  return { ...part, style, children };
}

function strutted(box: Box, isStyled: (name: string) => boolean): Box {
  const [strut, ...others] = box.children;
  if (!isBox(strut) || !has(strut, 'katex-strut')) return box;
  const style = new Map([
    ...box.style,
    ['--h', strut.style.get('height') ?? '0'],
    ['--v', strut.style.get('vertical-align') ?? '0'],
  ] as [string, string][]);
  return { ...box, style, children: listed(others, isStyled) };
}

/** A box that holds nothing but another, where one can be both. */
function absorbed(box: Box, isStyled: (name: string) => boolean): Box {
  const [only, ...others] = box.children;
  if (!isBox(only) || others.length > 0 || only.hidden || box.hidden) return box;
  const known = box.classes.filter(isStyled);
  const isStack =
    has(only, 'vlist-t') && box.style.size === 0 && known.some((name) => STACKED.has(name));
  const isFont =
    [...only.style.keys()].every((name) => !box.style.has(name)) &&
    only.classes.filter(isStyled).every((name) => FONTS.has(name)) &&
    known.every(
      (name) => FONTS.has(name) || CHANGES_SIZE.has(name) || /^(?:reset-)?size\d+$/.test(name),
    );
  if (!isStack && !isFont) return box;
  return {
    classes: [...new Set([...box.classes, ...only.classes])],
    style: new Map([...box.style, ...only.style]),
    children: only.children,
    hidden: false,
  };
}

/** How far an empty box moves what comes after it, in em; undefined of any other box. */
function advance(part: Part | undefined): number | undefined {
  if (!isBox(part) || part.children.length > 0) return undefined;
  if (part.classes.some((name) => CHANGES_SIZE.has(name))) return undefined;
  if (has(part, 'nulldelimiter') && part.style.size === 0) return 0.12;
  const width = /^(-?[\d.]+)em$/.exec(part.style.get('margin-right') ?? '');
  return has(part, 'mspace') && part.style.size === 1 && width ? Number(width[1]) : undefined;
}

/** Neighbours in fewer boxes: spaces become margins, letters of one font a word. */
function joined(parts: readonly Part[]): Part[] {
  const made: Part[] = [];
  let before = 0;
  for (const part of parts) {
    const space = advance(part);
    if (space !== undefined) {
      const moved = before === 0 ? widened(made.at(-1), 'margin-right', space) : undefined;
      if (moved) made[made.length - 1] = moved;
      else before += space;
      continue;
    }
    const last = made.at(-1);
    const together = before === 0 ? oneWord(last, part) : undefined;
    if (together) made[made.length - 1] = together;
    else made.push(...spaced(part, before));
    before = 0;
  }
  if (before !== 0) made.push(mspace(before));
  return made;
}

const mspace = (em: number): Box => ({
  classes: ['mspace'],
  style: new Map([['margin-right', `${em}em`]]),
  children: [],
  hidden: false,
});

/** A part after a space. */
function spaced(part: Part, space: number): Part[] {
  if (space === 0) return [part];
  const text: Part =
    typeof part === 'string'
      ? { classes: [], style: new Map(), children: [part], hidden: false }
      : part;
  const moved = widened(text, 'margin-left', space);
  return moved ? [moved] : [mspace(space), part];
}

/** A box with a wider margin; undefined where its em is another, or where it is placed otherwise. */
function widened(
  part: Part | undefined,
  side: 'margin-left' | 'margin-right',
  em: number,
): Box | undefined {
  if (!isBox(part) || part.classes.some((name) => CHANGES_SIZE.has(name))) return undefined;
  if (has(part, 'mspace') || has(part, 'katex-base') || has(part, 'enclosing')) return undefined;
  const old = /^(-?[\d.]+)em$/.exec(part.style.get(side) ?? '0em');
  if (!old) return undefined;
  const total = `${Number((Number(old[1]) + em).toFixed(4))}em`;
  const isPulled = side === 'margin-left' && has(part, 'deep');
  const value = isPulled ? `calc(${total} - 2px)` : total;
  return { ...part, style: new Map([...part.style, [side, value]]) };
}

/** Two neighbours that are letters of the same font, as one. */
function oneWord(left: Part | undefined, right: Part): Part | undefined {
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  if (!isBox(left) || !isBox(right) || left.style.size > 0 || right.style.has('margin-left'))
    return undefined;
  const isLetters = [left, right].every(
    ({ children, classes }) =>
      children.length === 1 &&
      typeof children[0] === 'string' &&
      has({ ...left, classes }, 'mathnormal'),
  );
  const isSame = [...left.classes].sort().join(' ') === [...right.classes].sort().join(' ');
  if (!isLetters || !isSame) return undefined;
  return { ...right, children: [`${left.children[0]}${right.children[0]}`] };
}
