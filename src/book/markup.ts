/** The markup that KaTeX writes, as a tree: elements with attributes, and text as it is escaped. */

export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
}

export type Node = Element | string;

const TAG = /<(\/?)([\w-]+)((?:\s[\w:-]+\s*=(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)\s*=(?:"([^"]*)"|'([^']*)')/g;

/** Reads well-formed markup. */
export function readMarkup(markup: string): Node[] {
  const open: { element: Omit<Element, 'children'>; children: Node[] }[] = [];
  const top: Node[] = [];
  const inner = (): Node[] => open.at(-1)?.children ?? top;
  let from = 0;
  for (const { 0: text, 1: end, 2: tag = '', 3: given = '', 4: closed, index } of markup.matchAll(
    TAG,
  )) {
    if (index > from) inner().push(markup.slice(from, index));
    from = index + text.length;
    if (end) {
      const made = open.pop();
      if (made) inner().push({ ...made.element, children: made.children });
      continue;
    }
    const attributes = new Map(
      [...given.matchAll(ATTRIBUTE)].map(([, name = '', a, b]) => [name, a ?? b ?? '']),
    );
    if (closed) inner().push({ tag, attributes, children: [] });
    else open.push({ element: { tag, attributes }, children: [] });
  }
  if (from < markup.length) inner().push(markup.slice(from));
  return top;
}

export const writeMarkup = (nodes: readonly Node[]): string => nodes.map(nodeText).join('');

function nodeText(node: Node): string {
  if (typeof node === 'string') return node;
  const { tag, attributes, children } = node;
  const given = [...attributes].map(([name, value]) => ` ${name}="${value}"`).join('');
  return `<${tag}${given}>${writeMarkup(children)}</${tag}>`;
}
