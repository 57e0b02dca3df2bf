/** KaTeX's MathML without what changes nothing for those who read it: groups of one, spaces, hints. */
import { type Node, readMarkup, writeMarkup } from './markup.js';

/** What follows one after the other, as in a group. */
const ROWS = new Set(['math', 'mrow', 'mtd', 'semantics']);
const LEFT_OUT = new Set(['mspace', 'annotation']);
/** How signs are drawn, which nobody sees here. */
const HINTS = [
  'fence',
  'stretchy',
  'separator',
  'lspace',
  'rspace',
  'minsize',
  'maxsize',
  'xmlns',
  'accent',
  'display',
];

export const compactMathml = (mathml: string): string =>
  writeMarkup(readMarkup(mathml).flatMap((node) => compact(node, '')));

function compact(node: Node, above: string): Node[] {
  if (typeof node === 'string') return [node];
  const { tag, attributes, children } = node;
  if (LEFT_OUT.has(tag)) return [];
  if (tag === 'mtext' && isSpace(children) && (above === 'mrow' || ROWS.has(above))) return [];
  const isGroup = tag === 'mrow' || tag === 'mstyle' || tag === 'semantics';
  // What a group is in decides for what is in the group.
  const isOpen = isGroup && ROWS.has(above);
  const inner = children.flatMap((child) =>
    compact(child, isOpen ? above : isGroup ? 'mrow' : tag),
  );
  if (isOpen || (isGroup && inner.length === 1)) return inner;
  const isLetter = /^\p{L}/u.test(writeMarkup(inner));
  const kept = new Map(
    [...attributes].filter(
      ([name, value]) =>
        !HINTS.includes(name) && (isLetter || name !== 'mathvariant' || value !== 'normal'),
    ),
  );
  return [{ tag: isGroup ? 'mrow' : tag, attributes: isGroup ? new Map() : kept, children: inner }];
}

/** KaTeX writes thin spaces as text. */
const isSpace = (children: readonly Node[]): boolean =>
  children.every((child) => typeof child === 'string' && /^(?:\s|&nbsp;)*$/.test(child));
