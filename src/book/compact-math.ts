/**
 * KaTeX's formulas with fewer elements, in the same places to the eye. What KaTeX writes as empty
 * elements (struts, spaces, the second row of a stack) becomes a length in the style of the element
 * that it belongs to, drawn by `COMPACT_STYLE`; elements that have no style are left out.
 */
import { readMarkup, writeMarkup } from './markup.js';
import {
  type Box,
  CHANGES_SIZE,
  em,
  has,
  isBox,
  nodeOf,
  type Part,
  partOf,
  round,
  sizeOf,
} from './math-box.js';
import { joined } from './math-spaces.js';

/** Stands after KaTeX's own style sheet. */
export const COMPACT_STYLE = [
  '.katex math{border:0;clip-path:inset(50%);height:1px;overflow:hidden;padding:0;position:absolute;width:1px}',
  '.katex.row{display:block;margin:1em 0;text-align:center;white-space:nowrap}',
  '.katex .katex-base::before{content:"";display:inline-block;height:var(--h);vertical-align:var(--v)}',
  '.katex .vlist>span:not(.flat)>span{display:inline-block}',
  '.katex .vlist>span::before{content:"";display:inline-block;overflow:hidden;width:0;height:var(--p)}',
  '.katex .deep{margin-left:-2px}',
  '.katex .deep::before{content:"\\200b";display:table-cell;font-size:1px;min-width:2px;width:2px;vertical-align:bottom}',
  '.katex .deep::after{content:"";display:table-row;height:var(--d)}',
  '.katex .script{line-height:0}',
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

/** The visible part of a formula in fewer elements. `isStyled` tells classes that mean something. */
export function compactMath(html: string, isStyled: (name: string) => boolean): string {
  const parts = readMarkup(html).map(partOf);
  const whole = parts.map((part) =>
    isBox(part) && has(part, 'katex-display') ? onOneLine(part) : part,
  );
  return writeMarkup(listed(whole, isStyled).map(nodeOf));
}

/** A display formula is never broken: the boxes between which it could be become one. */
function onOneLine(display: Box): Box {
  const [katex] = display.children;
  const [mathml, html] = isBox(katex) ? katex.children : [];
  if (!isBox(katex) || !isBox(html) || mathml === undefined) return display;
  const bases = html.children.filter(isBox).filter((child) => has(child, 'katex-base'));
  // A number beside the formula is placed by the boxes around it.
  if (bases.length === 0 || bases.length !== html.children.length) return display;
  const content = bases.flatMap(({ children }) =>
    children.filter((child) => !has(child, 'katex-strut')),
  );
  const line: Box = {
    classes: ['katex-base'],
    style: new Map(),
    children: [highestStrut(bases), ...content],
    hidden: true,
  };
  return { ...katex, classes: ['katex', 'row'], children: [mathml, line] };
}

function highestStrut(bases: readonly Box[]): Box {
  const struts = bases.flatMap(({ children: [strut] }) => (isBox(strut) ? [strut] : []));
  const depths = struts.map(({ style }) => -em(style.get('vertical-align')));
  const heights = struts.map(({ style }, k) => em(style.get('height')) - (depths[k] ?? 0));
  const depth = Math.max(0, ...depths);
  const style = new Map([
    ['height', `${round(Math.max(0, ...heights) + depth)}em`],
    ['vertical-align', depth === 0 ? '0' : `${round(-depth)}em`],
  ]);
  return { classes: ['katex-strut'], style, children: [], hidden: false };
}

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
  return sizedItem({ ...part, style, children }, isStyled);
}

/** An item that holds one box, which only changes its font and size: the item changes them. */
function sizedItem(box: Box, isStyled: (name: string) => boolean): Box {
  const [only, ...others] = box.children;
  if (!isBox(only) || others.length > 0) return box;
  const names = only.classes.filter(isStyled);
  if (box.classes.some(isStyled) || !names.every(isFontOrSize)) return box;
  const size = sizeOf(names);
  const style = new Map(box.style);
  for (const [name, value] of style) style.set(name, `${em(value) / size}em`);
  for (const [name, value] of only.style)
    style.set(name, `${em(value) + (name.startsWith('margin') ? em(style.get(name)) : 0)}em`);
  const isMargin = [...only.style.keys()].every((name) => /^margin-(left|right)$/.test(name));
  // What is in a box of its own would be set as such boxes are.
  const isFlat = only.children.some(isBox);
  const classes = isFlat ? [...only.classes, 'flat'] : only.classes;
  return isMargin ? { ...box, classes, style, children: only.children } : box;
}

const isFontOrSize = (name: string): boolean =>
  FONTS.has(name) || CHANGES_SIZE.has(name) || /^(?:reset-)?size\d+$/.test(name);

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
    known.every(isFontOrSize);
  if (!isStack && !isFont) return box;
  const both: Box = {
    classes: [...new Set([...box.classes, ...only.classes])],
    style: new Map([...box.style, ...only.style]),
    children: only.children,
    hidden: false,
  };
  return script(both, isStyled) ?? both;
}

/** A stack of one subscript or superscript, as letters that are set lower or higher. */
function script(box: Box, isStyled: (name: string) => boolean): Box | undefined {
  const [list] = box.children;
  const [only, ...others] = isBox(list) ? list.children : [];
  if (!has(box, 'msupsub') || !isBox(only) || others.length > 0) return undefined;
  const names = only.classes.filter((name) => isStyled(name) && name !== 'flat');
  if (!names.every(isFontOrSize) || !only.children.every((part) => isPlain(part, isStyled)))
    return undefined;
  const size = sizeOf(names);
  const { style } = only;
  const lowered = em(style.get('top')) + em(style.get('--p'));
  const [left, right] = ['margin-left', 'margin-right'].map(
    (name) => em(style.get(name)) + em(box.style.get(name)) / size,
  ) as [number, number];
  return {
    classes: [...names, 'script'],
    style: plain(
      new Map([
        ['vertical-align', `${round(-lowered)}em`],
        ['margin-left', `${round(left)}em`],
        ['margin-right', `${round(right)}em`],
      ]),
    ),
    children: only.children,
    hidden: false,
  };
}

/** Letters and signs, with spaces and scripts of their own: nothing that is a box to the eye. */
function isPlain(part: Part, isStyled: (name: string) => boolean): boolean {
  if (typeof part === 'string') return true;
  if (!isBox(part)) return false;
  const names = part.classes.filter(isStyled);
  return (
    names.every((name) => FONTS.has(name) || has(part, 'script')) &&
    [...part.style.keys()].every((name) => /^margin-|^vertical-align$/.test(name)) &&
    part.children.every((child) => isPlain(child, isStyled))
  );
}
