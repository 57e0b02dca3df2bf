/** Inverse and determinant of square arrays by Gaussian elimination on values. */
import type { Arithmetic } from './arithmetic.js';
import { areEqual, compareValues, conjunction, mayBeZero } from './truth.js';
import {
  type ArrayValue,
  asReal,
  failureOf,
  isExactZero,
  ONE_VALUE,
  type Real,
  TRUE,
  type Undefined,
  type Unsure,
  undefinedValue,
  unsure,
  type Value,
  ZERO_VALUE,
} from './value.js';

interface Square {
  readonly rows: Real[][];
  readonly rowStart: number;
  readonly columnStart: number;
}

type Failure = Undefined | Unsure;

function squareOf(value: Value): Square | Failure {
  if (value.kind === 'undefined' || value.kind === 'unsure') return value;
  if (value.kind !== 'array') return unsure('a matrix is needed');
  const rows: Real[][] = [];
  let columnStart = value.lo;
  for (const row of value.items) {
    if (row.kind !== 'array') return unsure('a matrix is needed');
    if (row.items.length !== value.items.length) return undefinedValue('the matrix is not square');
    columnStart = row.lo;
    rows.push(row.items.map(asReal));
  }
  const bad = rows.flat().find((x) => failureOf(x, ZERO_VALUE));
  return bad ? (bad as Failure) : { rows, rowStart: value.lo, columnStart };
}

/** Past this size the expansion below has too many terms. */
const LARGEST_DETERMINANT = 7;

/** By expansion along the rows: no pivot has to be told from 0, and slopes survive a singular matrix. */
export function determinant(arithmetic: Arithmetic, value: Value): Real {
  const square = squareOf(value);
  if ('kind' in square) return square;
  if (square.rows.length > LARGEST_DETERMINANT) return unsure('a determinant is too large');
  return minor(
    arithmetic,
    square.rows,
    square.rows.map((_, j) => j),
  );
}

/** Symmetric, with positive leading minors. */
export function isDefinite(arithmetic: Arithmetic, value: Value): Value {
  const square = squareOf(value);
  if ('kind' in square) return square;
  const { rows } = square;
  if (rows.length > LARGEST_DETERMINANT) return unsure('a determinant is too large');
  let truth: Value = TRUE;
  rows.forEach((row, i) => {
    for (let j = 0; j < i; j++)
      truth = conjunction(truth, areEqual(arithmetic, row[j] as Real, rows[j]?.[i] as Real));
    const leading = rows.slice(0, i + 1);
    const places = leading.map((_, j) => j);
    const positive = compareValues(
      arithmetic,
      ZERO_VALUE,
      minor(arithmetic, leading, places),
      (order) => order < 0,
    );
    truth = conjunction(truth, positive);
  });
  return truth;
}

/** The determinant of the last rows in the given columns, as many as there are columns. */
function minor(arithmetic: Arithmetic, rows: Real[][], columns: readonly number[]): Real {
  const row = rows[rows.length - columns.length];
  let total: Real = columns.length === 0 ? ONE_VALUE : ZERO_VALUE;
  columns.forEach((j, place) => {
    const rest = minor(
      arithmetic,
      rows,
      columns.filter((other) => other !== j),
    );
    const term = arithmetic.mul((row as Real[])[j] as Real, rest);
    total = place % 2 === 0 ? arithmetic.add(total, term) : arithmetic.sub(total, term);
  });
  return total;
}

/** The inverse; its rows are indexed as the columns were. */
export function inverse(arithmetic: Arithmetic, value: Value): Value {
  const square = squareOf(value);
  if ('kind' in square) return square;
  const { rows, rowStart, columnStart } = square;
  const right = rows.map((_, i) => rows.map((_, j) => (i === j ? ONE_VALUE : ZERO_VALUE) as Real));
  const result = eliminate(arithmetic, rows, right);
  if (result) return result;
  const items = right.map((row): ArrayValue => ({ kind: 'array', lo: rowStart, items: row }));
  return { kind: 'array', lo: columnStart, items };
}

/** Turns `rows` into the identity and does the same to `right`; says why when it cannot. */
function eliminate(arithmetic: Arithmetic, rows: Real[][], right: Real[][]): Failure | undefined {
  for (let k = 0; k < rows.length; k++) {
    const pivot = pivotRow(arithmetic, rows, k);
    if (typeof pivot !== 'number') return pivot;
    if (pivot !== k) {
      swap(rows, k, pivot);
      swap(right, k, pivot);
    }
    const head = (rows[k] as Real[])[k] as Real;
    for (const table of [rows, right])
      table[k] = (table[k] as Real[]).map((x) => arithmetic.div(x, head));
    clearColumn(arithmetic, rows, right, k);
  }
  return undefined;
}

/** The first row at or below k whose entry in column k is certainly not 0. */
function pivotRow(arithmetic: Arithmetic, rows: Real[][], k: number): number | Failure {
  let doubtful = false;
  for (let i = k; i < rows.length; i++) {
    const x = (rows[i] as Real[])[k] as Real;
    if (!mayBeZero(arithmetic, x)) return i;
    doubtful ||= !isExactZero(x);
  }
  return doubtful ? unsure('the matrix may be singular') : undefinedValue('the matrix is singular');
}

function clearColumn(arithmetic: Arithmetic, rows: Real[][], right: Real[][], k: number): void {
  for (let i = 0; i < rows.length; i++) {
    const factor = (rows[i] as Real[])[k] as Real;
    if (i === k || isExactZero(factor)) continue;
    for (const table of [rows, right]) {
      const source = table[k] as Real[];
      table[i] = (table[i] as Real[]).map((x, j) =>
        arithmetic.sub(x, arithmetic.mul(factor, source[j] as Real)),
      );
    }
  }
}

function swap(table: Real[][], i: number, j: number): void {
  const kept = table[i] as Real[];
  table[i] = table[j] as Real[];
  table[j] = kept;
}
