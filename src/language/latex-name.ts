/** Names in LaTeX: \hat{y}, \theta, x_{0}, \mathrm{CE}, c'. Every name comes out as valid LaTeX. */
import { type Accent, nameParts } from './decorated-name.js';
import { GREEK } from './greek.js';

const ACCENTS: ReadonlyMap<string, Accent> = new Map<string, Accent>([
  ['\u0302', 'hat'],
  ['\u0304', 'bar'],
  ['\u0303', 'tilde'],
  ['\u0307', 'dot'],
]);

export interface LatexName {
  /** Letter and accent. */
  readonly letter: string;
  /** A subscript of the name's own, without braces. */
  readonly subscript: string;
  readonly primes: string;
}

/** The parts of a name; `bold` for whole arrays. */
export function latexName(name: string, bold = false): LatexName {
  const parts = nameParts(name);
  const [base = '', mark = ''] = [...parts.stem.normalize('NFD')];
  const written = ACCENTS.get(mark);
  const isMarked = written !== undefined && [...parts.stem.normalize('NFD')].length === 2;
  const stem = isMarked ? base : parts.stem;
  const accent = isMarked ? written : parts.accent;
  const letter = bold ? boldLetter(stem) : plainLetter(stem);
  return {
    letter: accent ? `\\${accent}{${letter}}` : letter,
    subscript: parts.subscript === '' ? '' : plainLetter(parts.subscript),
    primes: "'".repeat(parts.primes),
  };
}

/** The whole name with further subscripts, if any. */
export function joinName({ letter, subscript, primes }: LatexName, indices = ''): string {
  if (subscript === '') return `${letter}${primes}${indices === '' ? '' : `_{${indices}}`}`;
  if (indices === '') return `${letter}${primes}_{${subscript}}`;
  return `{${letter}${primes}_{${subscript}}}_{${indices}}`;
}

const isGreek = (stem: string): boolean => GREEK.has(stem);

function plainLetter(stem: string): string {
  if (isGreek(stem)) return `\\${stem}`;
  if (/^\d+$/.test(stem) || /^[A-Za-z\u0370-\u03ff]$/.test(stem)) return stem;
  return `\\${/^[A-Za-z0-9_]+$/.test(stem) ? 'mathrm' : 'text'}{${stem.replaceAll('_', '\\_')}}`;
}

function boldLetter(stem: string): string {
  if (isGreek(stem)) return `\\boldsymbol{\\${stem}}`;
  if (/^[\u0370-\u03ff]$/.test(stem)) return `\\boldsymbol{${stem}}`;
  if (!/^[A-Za-z0-9_]+$/.test(stem)) return plainLetter(stem);
  return `\\mathbf{${stem.replaceAll('_', '\\_')}}`;
}
