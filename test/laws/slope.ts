/** The slope of a function at 0, by central differences and Romberg's extrapolation. */

const LEVELS = 5;
const FIRST_STEP = 1 / 16;
const TINY = 2 ** -20;

/** 'none' where the function has none, 'unsure' where that cannot be told. */
export function slopeOf(f: (h: number) => number | undefined): number | 'none' | 'unsure' {
  const here = f(0);
  if (here === undefined) return 'none';
  for (const side of [TINY, -TINY]) {
    const [near, nearer] = [f(side), f(side / 16)];
    if (near === undefined || nearer === undefined) return 'none';
    // A jump stays where the step shrinks; a steep slope does not.
    const jump = Math.abs(nearer - here);
    if (jump > 1e-3 * (1 + Math.abs(here)) && jump > Math.abs(near - here) / 2) return 'none';
  }
  const gap = gapAt(f, 2 ** -10);
  const finer = gapAt(f, 2 ** -13);
  if (gap === undefined || finer === undefined) return 'unsure';
  // At a kink the two slopes differ however small the step; curvature fades with the step.
  if (finer > 1e-2 && finer > gap / 2) return 'none';
  if (finer > 1e-4) return 'unsure';
  return romberg(f);
}

/** How far the slopes to the left and to the right differ, by steps of size h. */
function gapAt(f: (h: number) => number | undefined, h: number): number | undefined {
  const left = oneSided(f, -h);
  const right = oneSided(f, h);
  if (left === undefined || right === undefined) return undefined;
  return Math.abs(left - right) / (1 + Math.abs(left) + Math.abs(right));
}

function oneSided(f: (h: number) => number | undefined, h: number): number | undefined {
  const [y0, y1, y2] = [f(0), f(h), f(2 * h)];
  if (y0 === undefined || y1 === undefined || y2 === undefined) return undefined;
  return (-3 * y0 + 4 * y1 - y2) / (2 * h);
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
