/** The slope of a function at 0, by central differences and Romberg's extrapolation. */

const LEVELS = 5;
const FIRST_STEP = 1 / 16;
const TINY = 2 ** -20;

/** 'none' where the function has none, 'unsure' where that cannot be told. */
export function slopeOf(f: (h: number) => number | undefined): number | 'none' | 'unsure' {
  const here = f(0);
  const close = [f(TINY), f(-TINY)];
  if (here === undefined || close.includes(undefined)) return 'none';
  const scale = 1 + Math.abs(here);
  if (close.some((y) => Math.abs((y as number) - here) > 1e-3 * scale)) return 'none';
  const left = oneSided(f, -1);
  const right = oneSided(f, 1);
  if (left === undefined || right === undefined) return 'unsure';
  const gap = Math.abs(left - right) / (1 + Math.abs(left) + Math.abs(right));
  if (gap > 1e-2) return 'none';
  if (gap > 1e-4) return 'unsure';
  return romberg(f);
}

function oneSided(f: (h: number) => number | undefined, side: 1 | -1): number | undefined {
  const h = 2 ** -10;
  const [y0, y1, y2] = [f(0), f(side * h), f(side * 2 * h)];
  if (y0 === undefined || y1 === undefined || y2 === undefined) return undefined;
  return (side * (-3 * y0 + 4 * y1 - y2)) / (2 * h);
}

function romberg(f: (h: number) => number | undefined): number | 'unsure' {
  let row: number[] = [];
  let best = Number.NaN;
  let error = Number.POSITIVE_INFINITY;
  for (let level = 0; level < LEVELS; level++) {
    const h = FIRST_STEP / 2 ** level;
    const [above, below] = [f(h), f(-h)];
    if (above === undefined || below === undefined) return 'unsure';
    const next = [(above - below) / (2 * h)];
    row.forEach((coarse, i) => {
      const fine = next[i] as number;
      next.push(fine + (fine - coarse) / (4 ** (i + 1) - 1));
    });
    const last = next[level] as number;
    if (level > 0 && Math.abs(last - (row[level - 1] as number)) < error) {
      error = Math.abs(last - (row[level - 1] as number));
      best = last;
    }
    row = next;
  }
  return error <= 1e-8 * (1 + Math.abs(best)) ? best : 'unsure';
}
