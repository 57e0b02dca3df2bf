/** Determinants, inverses and definiteness of small matrices of doubles, by minors. */

export type Matrix = readonly (readonly number[])[];

/** By the first row; the empty matrix has determinant 1. */
export function determinant(rows: Matrix): number {
  const [first, ...rest] = rows;
  if (!first) return 1;
  return first.reduce(
    (total, x, j) => total + (j % 2 === 0 ? 1 : -1) * x * determinant(without(rest, j)),
    0,
  );
}

const without = (rows: Matrix, j: number): Matrix =>
  rows.map((row) => row.filter((_, k) => k !== j));

/** Entry i, j of the inverse, rows and columns counted from 0: a minor over the determinant. */
export function inverseEntry(rows: Matrix, i: number, j: number): number {
  const rest = rows.filter((_, k) => k !== j);
  return ((i + j) % 2 === 0 ? 1 : -1) * (determinant(without(rest, i)) / determinant(rows));
}

/** Symmetric, with positive leading minors further from 0 than the tolerance; undefined if unsure. */
export function isDefinite(rows: Matrix, tolerance: number): boolean | undefined {
  for (const [i, row] of rows.entries())
    for (const [j, x] of row.entries())
      if (Math.abs(x - (rows[j] as readonly number[])[i]!) > tolerance) return false;
  let isSure = true;
  for (let n = 1; n <= rows.length; n++) {
    const minor = determinant(rows.slice(0, n).map((row) => row.slice(0, n)));
    if (minor < -tolerance || minor === 0) return false;
    if (minor <= tolerance) isSure = false;
  }
  return isSure ? true : undefined;
}
