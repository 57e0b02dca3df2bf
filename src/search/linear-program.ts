/**
 * A small exact linear program: nonnegative multipliers that combine given rows into a goal row.
 * Simplex with Bland's rule on rational numbers, so it ends and never rounds. Untrusted: the
 * checker adds the combination up again.
 */

import type { Rational } from '../term/rational.js';
import * as Q from '../term/rational.js';

/** A linear expression: coefficients by column name; the constant has the name ''. */
export type Row = ReadonlyMap<string, Rational>;

const at = (row: Row, column: string): Rational => row.get(column) ?? Q.ZERO;

/** Most pivots before giving up. */
const MAX_PIVOTS = 300;

/**
 * Multipliers λ ≥ 0 with goal − Σ λᵢ rowᵢ free of variables and the largest constant that the
 * simplex method meets; undefined when no combination cancels the variables. `weight` prefers
 * rows: a tiny reward for using them.
 */
export function combine(
  goal: Row,
  rows: readonly Row[],
  weight: readonly Rational[],
): Rational[] | undefined {
  const columns = [...new Set([goal, ...rows].flatMap((row) => [...row.keys()]))]
    .filter((c) => c !== '')
    .sort();
  const tableau = columns.map((column) => {
    const flip = Q.compare(at(goal, column), Q.ZERO) < 0 ? Q.rational(-1) : Q.ONE;
    const entries = rows.map((row) => Q.multiply(flip, at(row, column)));
    return [...entries, Q.multiply(flip, at(goal, column))];
  });
  const basis = columns.map((_, i) => rows.length + i);
  const infeasibility = rows.map((_, j) => sumOf(tableau.map((line) => line[j] as Rational)));
  if (!optimise(tableau, basis, infeasibility, rows.length)) return undefined;
  const right = rows.length;
  for (let i = 0; i < basis.length; i++) {
    const value = (tableau[i] as Rational[])[right] as Rational;
    if ((basis[i] as number) >= rows.length && !Q.isZero(value)) return undefined;
  }
  expelArtificial(tableau, basis, rows.length);
  const gain = rows.map((row, j) => Q.subtract(weight[j] ?? Q.ZERO, at(row, '')));
  const reduced = gain.map((g, j) => {
    const through = basis.map((b, i) =>
      b < rows.length
        ? Q.multiply(gain[b] as Rational, (tableau[i] as Rational[])[j] as Rational)
        : Q.ZERO,
    );
    return Q.subtract(g, sumOf(through));
  });
  optimise(tableau, basis, reduced, rows.length);
  const result = rows.map(() => Q.ZERO);
  basis.forEach((b, i) => {
    if (b < rows.length) result[b] = (tableau[i] as Rational[])[right] as Rational;
  });
  return result;
}

/** Artificial variables that are 0 leave the basis, lest later pivots make them positive. */
function expelArtificial(tableau: Rational[][], basis: number[], variables: number): void {
  basis.forEach((b, row) => {
    if (b < variables) return;
    const line = tableau[row] as Rational[];
    const column = line.findIndex((entry, j) => j < variables && !Q.isZero(entry));
    if (column < 0) return;
    pivot(tableau, [], row, column);
    basis[row] = column;
  });
}

const sumOf = (values: readonly Rational[]): Rational => values.reduce(Q.add, Q.ZERO);

/** Pivots while some column has a positive gain; false when the bound on pivots is met. */
function optimise(
  tableau: Rational[][],
  basis: number[],
  gain: Rational[],
  variables: number,
): boolean {
  for (let count = 0; count < MAX_PIVOTS; count++) {
    const entering = gain.findIndex((g, j) => j < variables && Q.compare(g, Q.ZERO) > 0);
    if (entering < 0) return true;
    const leaving = leavingRow(tableau, basis, entering, variables);
    if (leaving < 0) return true;
    pivot(tableau, gain, leaving, entering);
    basis[leaving] = entering;
  }
  return false;
}

function leavingRow(
  tableau: readonly Rational[][],
  basis: readonly number[],
  column: number,
  right: number,
): number {
  let best = -1;
  let bestRatio = Q.ZERO;
  tableau.forEach((line, i) => {
    const entry = line[column] as Rational;
    if (Q.compare(entry, Q.ZERO) <= 0) return;
    const ratio = Q.divide(line[right] as Rational, entry);
    const order = best < 0 ? -1 : Q.compare(ratio, bestRatio);
    if (order < 0 || (order === 0 && (basis[i] as number) < (basis[best] as number))) {
      best = i;
      bestRatio = ratio;
    }
  });
  return best;
}

function pivot(tableau: Rational[][], gain: Rational[], row: number, column: number): void {
  const line = tableau[row] as Rational[];
  const factor = Q.divide(Q.ONE, line[column] as Rational);
  tableau[row] = line.map((x) => Q.multiply(x, factor));
  const scaled = tableau[row];
  tableau.forEach((other, i) => {
    if (i !== row) eliminate(other, scaled, other[column] as Rational);
  });
  eliminate(gain, scaled, gain[column] ?? Q.ZERO);
}

function eliminate(line: Rational[], by: readonly Rational[], times: Rational): void {
  if (Q.isZero(times)) return;
  for (let j = 0; j < line.length; j++)
    line[j] = Q.subtract(line[j] as Rational, Q.multiply(times, by[j] as Rational));
}
