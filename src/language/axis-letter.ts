/** Letters for axes that were written without one: the declared letter of the same range, or i, j, k. */
import type { Axis, Context } from '../kernel/context.js';

const LETTERS = ['i', 'j', 'k', 'l', 'p', 'q', 'r', 's'] as const;

/** One letter for each axis, all different. */
export function axisLetters(context: Context, axes: readonly Axis[]): string[] {
  const taken = new Set<string>();
  return axes.map((axis) => {
    const letter = declaredLetter(context, axis, taken) ?? freeLetter(taken);
    taken.add(letter);
    return letter;
  });
}

/** A letter declared as `index` over just this range, in the order of declaration. */
export function declaredLetter(
  context: Context,
  axis: Axis,
  taken: ReadonlySet<string>,
): string | undefined {
  for (const { name, kind, lower, upper } of context.declarations.values())
    if (kind === 'index' && lower === axis.lo && upper === axis.hi && !taken.has(name)) return name;
  return undefined;
}

function freeLetter(taken: ReadonlySet<string>): string {
  for (let primes = ''; ; primes += "'")
    for (const letter of LETTERS) if (!taken.has(letter + primes)) return letter + primes;
}
