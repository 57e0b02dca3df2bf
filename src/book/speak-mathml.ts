/**
 * A formula of which no term is known, in words that are made from its MathML sign by sign. It says
 * how the formula is written and guesses no meaning; the words are those of spoken terms.
 */
import type { Element, Node } from './markup.js';
import { ACCENTS, BIG, MARKS, nameOf, operatorName } from './math-words.js';

/** The formula in words; never empty, and without a backslash. */
export function speakMathml(nodes: readonly Node[]): string {
  const words = sequence(nodes)
    .join(' ')
    .replaceAll('\\', ' backslash ')
    .replace(/\s+/g, ' ')
    .replace(/\bof of\b/g, 'of')
    .replace(/ (?=[,;.])/g, '')
    .replace(/,(?:,|(?=;))+/g, ',')
    .replace(/^[\s,;]+|[\s,;]+$/g, '');
  return words === '' ? 'an empty formula' : words;
}

type Words = readonly string[];

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name) => {
      if (name !== undefined) return ENTITIES[name] ?? entity;
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    })
    .replace(/[\s\u00a0\u2000-\u200b\u2061-\u2064]+/g, (space) =>
      space === '\u2061' ? space : ' ',
    );

/** The text of a node alone; '' of one that holds other elements. */
function textOf(node: Node | undefined): string {
  if (node === undefined || typeof node === 'string') return node ? plain(node).trim() : '';
  const [only, ...others] = node.children.filter((child) => child !== '');
  if (others.length > 0 || only === undefined) return '';
  const isToken = /^m[ino]$/.test(node.tag) || node.tag === 'mtext';
  if (isToken && typeof only === 'string') return plain(only).trim();
  return isToken || node.tag === 'mrow' || node.tag === 'mstyle' ? textOf(only) : '';
}

/** Nodes one after the other. */
function sequence(nodes: readonly Node[]): string[] {
  const found: string[] = [];
  const open: string[] = [];
  for (const node of nodes) {
    const text = textOf(node);
    if (text === '{') open.push(text);
    if (text === '}') open.pop();
    const isSuch = text === '∣' && open.length > 0;
    found.push(...(isSuch ? ['such that'] : words(node)));
  }
  return found;
}

function words(node: Node): Words {
  if (typeof node === 'string') return [plain(node)];
  const { tag, attributes, children } = node;
  const [first, second, third] = children;
  switch (tag) {
    case 'annotation':
    case 'mphantom':
      return [];
    case 'mspace':
      return Number.parseFloat(attributes.get('width') ?? '0') >= 1 ? [','] : [];
    case 'mtext':
      return sequence(children);
    case 'mi':
    case 'mn':
    case 'mo':
      return tokenWords(node);
    case 'mrow':
      return isWord(children) ? [children.map(textOf).join('')] : sequence(children);
    case 'msub':
      return scripted(first, second, undefined);
    case 'msup':
      return scripted(first, undefined, second);
    case 'msubsup':
      return scripted(first, second, third);
    case 'munder':
      return stacked(first, second, undefined);
    case 'mover':
      return stacked(first, undefined, second);
    case 'munderover':
      return stacked(first, second, third);
    case 'mfrac':
      return fraction(node);
    case 'msqrt':
      return ['the square root of', ...ended(children, 'root')];
    case 'mroot':
      return ['the root of order', ...side(second), 'of', ...ended(some(first), 'root')];
    case 'mtable':
      return table(node);
    default:
      return sequence(children);
  }
}

const some = (node: Node | undefined): Node[] => (node === undefined ? [] : [node]);
const side = (node: Node | undefined): Words => sequence(some(node));

function tokenWords(node: Element): Words {
  const { tag, attributes, children } = node;
  if (children.some((child) => typeof child !== 'string')) return sequence(children);
  const text = plain(children.join('')).trim();
  if (text === '') return [];
  const big = BIG.get(text);
  if (big !== undefined && tag === 'mo') return [big, 'of'];
  return [tag === 'mo' ? operatorName(text) : nameOf(text, attributes.get('mathvariant'))];
}

/** `\mathrm{softmax}`: letters that make one word. */
const isWord = (children: readonly Node[]): boolean =>
  children.length > 1 &&
  children.every(
    (child) =>
      typeof child !== 'string' &&
      child.tag === 'mi' &&
      child.attributes.get('mathvariant') === 'normal' &&
      /^\p{L}$/u.test(textOf(child)),
  );

/** The part, and where it ends if that is not plain. */
function ended(part: readonly Node[], name: string): Words {
  const said = sequence(part);
  return isShort(part) ? said : [...said, `, end of ${name},`];
}

/** What stands between: nothing more than one name or number, with its marks and indices. */
function isShort(nodes: readonly Node[]): boolean {
  const [only, ...others] = nodes.filter((node) => typeof node !== 'string' || node.trim() !== '');
  if (/^[−+]$/.test(textOf(only)) && others.length === 1) return isShort(others);
  if (others.length > 0 || only === undefined) return false;
  if (typeof only === 'string') return true;
  if (only.tag === 'mrow' || only.tag === 'mstyle')
    return isShort(only.children) || isWord(only.children);
  if (only.tag === 'msub' || only.tag === 'mover') return isShort(only.children.slice(0, 1));
  return /^m[ino]$/.test(only.tag) && textOf(only) !== '';
}

/** Names and numbers side by side, as indices are. */
const isList = (node: Node | undefined): boolean => {
  if (node === undefined || typeof node === 'string') return true;
  if (node.tag === 'mrow') return node.children.every(isList);
  return node.tag === 'mi' || node.tag === 'mn' || textOf(node) === ',';
};

/** The name of a big operator, or of a word such as `max`, with what it ranges over. */
function ranged(base: Node | undefined, under: Node | undefined, over: Node | undefined) {
  const isGroup = typeof base === 'object' && /^m(?:row|o)$/.test(base.tag);
  const text = textOf(base) || textOf(isGroup ? base.children[0] : undefined);
  const big = BIG.get(text);
  const isNamed = /^\p{L}{2,}$/u.test(text) && typeof base === 'object';
  if (big === undefined && !(isNamed && under && !over)) return undefined;
  const range = over
    ? [...(under ? ['from', ...side(under)] : []), 'to', ...side(over)]
    : [text === 'lim' ? 'as' : 'over', ...side(under)];
  return [big ?? text, ...range, 'of'];
}

function scripted(base: Node | undefined, sub: Node | undefined, sup: Node | undefined): Words {
  const range = ranged(base, sub, sup);
  if (range) return range;
  return [...side(base), ...subscript(sub), ...superscript(sup)];
}

function subscript(sub: Node | undefined): Words {
  if (sub === undefined) return [];
  const said = side(sub);
  return isList(sub) || isShort([sub])
    ? ['sub', ...said.filter((word) => word !== ',')]
    : ['sub', ...said, ', end of subscript,'];
}

function superscript(sup: Node | undefined): Words {
  if (sup === undefined) return [];
  const mark = MARKS.get(textOf(sup));
  if (mark !== undefined) return [mark];
  if (typeof sup === 'object' && sup.tag === 'mrow') {
    const [first, ...others] = sup.children;
    // Primes stand before a power in the same script.
    if (others.length > 0 && /^[′″‴]$/.test(textOf(first)))
      return [...side(first), ...superscript({ ...sup, children: others })];
    if (textOf(first) === '(' && textOf(sup.children.at(-1)) === ')')
      return ['superscript', ...side(sup)];
  }
  return ['to the power', ...ended([sup], 'power')];
}

function stacked(base: Node | undefined, under: Node | undefined, over: Node | undefined): Words {
  const range = ranged(base, under, over);
  if (range) return range;
  const accents = [over, under].map((mark) => ACCENTS.get(textOf(mark)));
  const said = [...side(base)];
  [over, under].forEach((mark, k) => {
    if (mark === undefined) return;
    const accent = accents[k];
    if (accent !== undefined && textOf(base) !== '→') said.push(accent);
    else said.push('with', ...side(mark), k === 0 ? 'above' : 'below');
  });
  return said;
}

function fraction({ attributes, children: [above, below] }: Element): Words {
  if (attributes.get('linethickness') === '0px') return [...side(above), 'choose', ...side(below)];
  const [of, by] = [above, below].map(afterPartial);
  if (of && by && by.length > 0)
    return of.length > 0
      ? ['the derivative of', ...sequence(of), 'by', ...sequence(by)]
      : ['the derivative by', ...sequence(by), 'of'];
  if (isShort(some(above)) && isShort(some(below))) return [...side(above), 'over', ...side(below)];
  return ['the fraction', ...side(above), 'over', ...side(below), ', end of fraction,'];
}

/** What follows a first and only ∂; undefined where a part begins otherwise. */
function afterPartial(part: Node | undefined): readonly Node[] | undefined {
  const nodes = typeof part === 'object' && part.tag === 'mrow' ? part.children : some(part);
  const [first, ...rest] = nodes;
  return textOf(first) === '∂' && !rest.some((node) => textOf(node) === '∂') ? rest : undefined;
}

/** The rows of an alignment go on from one another; those of anything else are told apart. */
function table({ attributes, children }: Element): Words {
  const rows = children.map((row) =>
    (typeof row === 'string' ? [] : row.children).map(side).filter((cell) => cell.length > 0),
  );
  const isAligned = attributes.get('columnspacing') === '0em' || attributes.has('width');
  const mark = isAligned ? [] : [','];
  const said = rows.map((cells) => cells.flatMap((cell, k) => [...(k > 0 ? mark : []), ...cell]));
  const joined = said.flatMap((row, k) => [...(k > 0 ? [';'] : []), ...row]);
  return isAligned ? joined : ['the rows', ...joined, ', end of rows,'];
}
