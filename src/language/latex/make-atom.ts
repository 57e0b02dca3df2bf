/** Building atoms. */
import type { Atom } from './atom.js';
import type { Font } from './command.js';

export function atomOf(
  kind: Atom['kind'],
  { text, line, column, offset, end }: Pick<Atom, 'text' | 'line' | 'column' | 'offset' | 'end'>,
  parts: Partial<Atom> = {},
): Atom {
  return {
    kind,
    text,
    font: '',
    accent: '',
    close: '',
    args: [],
    rows: [],
    primes: 0,
    line,
    column,
    offset,
    end,
    ...parts,
  };
}

/** The place after the last atom, to report what is missing there. */
export const endAtom = (place: Pick<Atom, 'line' | 'column' | 'offset' | 'end'>): Atom =>
  atomOf('end', { ...place, text: '' });

/** A letter in another font; of several letters a word. */
export function styled(content: readonly Atom[], font: Font): Atom | undefined {
  const [first] = content;
  if (!first) return undefined;
  if (content.length === 1) return { ...first, font: first.font === '' ? font : first.font };
  const last = content.at(-1) as Atom;
  const isWord = content.every((atom) => atom.kind === 'letter' && atom.text.length === 1);
  if (!isWord) return { ...atomOf('group', first, { args: [content] }), end: last.end };
  return {
    ...first,
    kind: 'word',
    font,
    text: content.map(({ text }) => text).join(''),
    end: last.end,
  };
}
