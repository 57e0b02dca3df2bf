/** Expressions that begin with a minus, which would be taken for options. */
import type { Option } from 'commander';

/**
 * The arguments of a command with such an expression moved to the end, after a `--`. An option of
 * one letter is only what is just that: `-c` is one, `-cos(x)` is none.
 */
export function minusLast(argv: readonly string[], options: readonly Option[]): string[] {
  const at = minusIndex(argv, options);
  if (at < 0) return [...argv];
  return [...argv.slice(0, at), ...argv.slice(at + 1), '--', argv[at] as string];
}

function minusIndex(argv: readonly string[], options: readonly Option[]): number {
  for (let k = 0; k < argv.length; k++) {
    const word = argv[k] as string;
    if (word === '--') return -1;
    const option = options.find(({ short, long }) => word === short || word === long);
    if (option?.required) k++;
    else if (!option && word !== '-h' && /^-[^-]/.test(word)) return k;
  }
  return -1;
}
