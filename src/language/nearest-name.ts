/** The declared name nearest to a misspelt one, by edit distance with transpositions. */

/** Number of insertions, deletions, replacements and swaps of neighbours between two words. */
export function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, at(older, j - 2) + 1);
      row.push(best);
    }
    older = previous;
    previous = row;
  }
  return at(previous, b.length);
}

const at = (row: readonly number[], j: number): number => row[j] ?? 0;

/** Longest word that is compared: a longer one is no misspelling of anything declared. */
const LONGEST = 60;

/** The nearest of the names, or undefined when none is near. The first wins a draw. */
export function nearestName(word: string, names: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 0.5;
  for (const name of names) {
    if (Math.abs(name.length - word.length) > least || name.length > LONGEST) continue;
    const distance = distanceFolded(word, name);
    if (distance < least && distance < Math.max(word.length, name.length)) {
      nearest = name;
      least = distance;
    }
  }
  return nearest;
}

/** A difference in case alone counts as half a change. */
const distanceFolded = (a: string, b: string): number =>
  a.toLowerCase() === b.toLowerCase() ? 0.5 : editDistance(a, b);

/** `did you mean yhat?`, or nothing. */
export function didYouMean(word: string, names: Iterable<string>): { hint?: string } {
  const nearest = nearestName(word, names);
  return nearest === undefined ? {} : { hint: `did you mean ${nearest}?` };
}
