/** The visible part of KaTeX's formulas, as boxes. */
import type { Element, Node } from './markup.js';

/** An element of a formula: its classes, its style, what is in it. */
export interface Box {
  readonly classes: readonly string[];
  readonly style: ReadonlyMap<string, string>;
  readonly children: readonly Part[];
  readonly hidden: boolean;
}

/** Anything but a span is kept as it is. */
export type Part = Box | Element | string;

/** A box with these has another em than what is around it. */
export const CHANGES_SIZE = new Set(['katex-sizing', 'fontsize-ensurer']);

/** KaTeX's sizes 1 to 11, as multiples of its sixth. */
const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

/** How many times its surroundings' em a box with these classes has for its own. */
export function sizeOf(classes: readonly string[]): number {
  const [from, to] = ['reset-size', 'size'].map((start) => {
    const name = classes.find((each) => new RegExp(`^${start}\\d+$`).test(each));
    return SIZES[Number(name?.slice(start.length)) - 1] ?? 1;
  }) as [number, number];
  return to / from;
}

export const round = (em: number): number => Number(em.toFixed(4));
/** A length in em; 0 where there is none. */
export const em = (length = '0'): number => Number.parseFloat(length);

export function partOf(node: Node): Part {
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

export function nodeOf(part: Part): Node {
  if (!isBox(part)) return part;
  const { classes, style, children, hidden } = part;
  const attributes = new Map<string, string>();
  if (classes.length > 0) attributes.set('class', classes.join(' '));
  if (hidden) attributes.set('aria-hidden', 'true');
  const text = [...style].map(([name, value]) => `${name}:${shortLength(value)}`).join(';');
  if (text !== '') attributes.set('style', text);
  return { tag: 'span', attributes, children: children.map(nodeOf) };
}

/** A thousandth of an em is less than any screen shows. */
const shortLength = (value: string): string =>
  value.replace(/-?\d*\.?\d+(?=em)/g, (number) =>
    String(Number(Number(number).toFixed(3))).replace(/^(-?)0\./, '$1.'),
  );

export const isBox = (part: Part | undefined): part is Box =>
  typeof part === 'object' && 'classes' in part;
export const has = (part: Part | undefined, name: string): boolean =>
  isBox(part) && part.classes.includes(name);
