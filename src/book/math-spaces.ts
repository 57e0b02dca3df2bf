/** The spaces and letters of a formula in fewer boxes. */
import { type Box, CHANGES_SIZE, has, isBox, type Part, sizeOf } from './math-box.js';

/** How far an empty box moves what comes after it, in em; undefined of any other box. */
function advance(part: Part | undefined): number | undefined {
  if (!isBox(part) || part.children.length > 0) return undefined;
  if (part.classes.some((name) => CHANGES_SIZE.has(name))) return undefined;
  if (has(part, 'nulldelimiter') && part.style.size === 0) return 0.12;
  const width = /^(-?[\d.]+)em$/.exec(part.style.get('margin-right') ?? '');
  return has(part, 'mspace') && part.style.size === 1 && width ? Number(width[1]) : undefined;
}

/** Neighbours in fewer boxes: spaces become margins, letters of one font a word. */
export function joined(parts: readonly Part[]): Part[] {
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
  if (!isBox(part)) return undefined;
  const isScript = has(part, 'script');
  if (!isScript && part.classes.some((name) => CHANGES_SIZE.has(name))) return undefined;
  if (has(part, 'mspace') || has(part, 'katex-base') || has(part, 'enclosing')) return undefined;
  const old = /^(-?[\d.]+)em$/.exec(part.style.get(side) ?? '0em');
  if (!old) return undefined;
  const own = isScript ? em / sizeOf(part.classes) : em;
  const total = `${Number((Number(old[1]) + own).toFixed(4))}em`;
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
