/**
 * The derivative of f along a direction by central differences at steps that halve, extrapolated
 * to step 0 (Ridders, Adv. Eng. Software 4, 1982). The error has two parts: what the
 * extrapolation still moved, and the noise of f, carried through the table.
 */
import type { BlackBox, Vector } from './black-box.js';

export interface Slope {
  readonly value: number;
  /** An estimate of |value - derivative|, from the table and the noise. */
  readonly bound: number;
}

/** What the differences show where there is no slope. */
export interface NoSlope {
  readonly reason: string;
}

/** Halvings of the step, and columns of the table. */
const ROWS = 40;
const COLUMNS = 6;
/** The noise counts this often: it is a standard deviation, and errors are at times larger. */
const NOISE_FACTOR = 8;
/** What the extrapolation moved counts this often. */
const MOVE_FACTOR = 4;

interface Cell {
  readonly value: number;
  readonly noise: number;
}

export interface Line {
  readonly f: BlackBox;
  readonly x: Vector;
  readonly direction: Vector;
  /** f(x) */
  readonly here: number;
  /** Error of one value of f. */
  readonly noise: number;
  /** A bound of |slope error| · h that comes from rounding x + h·v to the element type. */
  readonly wobble: number;
}

/** The slope along the line, from the first step h at which f has values. */
export function slopeAlong(line: Line, start: number): Slope | NoSlope {
  const jumps: OneSided[] = [];
  let above: Cell[] = [];
  let best: Slope = { value: Number.NaN, bound: Number.POSITIVE_INFINITY };
  let h = start;
  for (let row = 0; row < ROWS; row++, h /= 2) {
    const pair = differenceAt(line, h);
    if (!pair) {
      above = [];
      continue;
    }
    jumps.push(pair);
    const cells = extrapolated(pair.central, above);
    const found = bestOf(cells, above);
    if (found && found.bound < best.bound) best = found;
    above = cells;
    if (jumps.length > 3 && pair.central.noise > best.bound) break;
  }
  if (jumps.length === 0) return { reason: line.f.trouble };
  return kinkIn(jumps) ?? (Number.isNaN(best.value) ? UNSETTLED : best);
}

const UNSETTLED: NoSlope = { reason: 'the differences do not settle' };

/** The next row of the table: column j takes away the term of h^(2j). */
function extrapolated(central: Cell, above: readonly Cell[]): Cell[] {
  const cells: Cell[] = [central];
  for (let j = 1; j < COLUMNS && j <= above.length; j++) {
    const [left, up] = [cells[j - 1] as Cell, above[j - 1] as Cell];
    const weight = 4 ** j;
    cells.push({
      value: left.value + (left.value - up.value) / (weight - 1),
      noise: (weight * left.noise + up.noise) / (weight - 1),
    });
  }
  return cells;
}

/** The cell of a row that moved least from its neighbours. */
function bestOf(cells: readonly Cell[], above: readonly Cell[]): Slope | undefined {
  let best: Slope | undefined;
  for (let j = 1; j < cells.length; j++) {
    const [cell, left, up] = [cells[j] as Cell, cells[j - 1] as Cell, above[j - 1] as Cell];
    const same = above[j];
    const moved = Math.max(
      Math.abs(cell.value - left.value),
      Math.abs(cell.value - up.value),
      same ? Math.abs(cell.value - same.value) : 0,
    );
    const bound = MOVE_FACTOR * moved + cell.noise;
    if (!best || bound < best.bound) best = { value: cell.value, bound };
  }
  return best;
}

interface OneSided {
  readonly h: number;
  readonly central: Cell;
  /** Slope to the right minus slope to the left: goes to 0 with h where f is smooth. */
  readonly jump: number;
  readonly left: number;
  readonly right: number;
}

function differenceAt(line: Line, h: number): OneSided | undefined {
  const { f, direction, here, wobble } = line;
  const [after, before] = [f.along(direction, h), f.along(direction, -h)];
  if (Number.isNaN(after) || Number.isNaN(before)) return undefined;
  const values = Math.max(Math.abs(after), Math.abs(before)) * f.unit;
  const noise = (NOISE_FACTOR * Math.max(line.noise, values) + wobble) / h;
  const [left, right] = [(here - before) / h, (after - here) / h];
  return {
    h,
    central: { value: (after - before) / (2 * h), noise },
    jump: right - left,
    left,
    right,
  };
}

/**
 * A kink at x: the slopes of the two sides differ by as much at small steps as at larger ones,
 * and by more than the noise. A smooth f halves the difference with every halving of h.
 */
function kinkIn(jumps: readonly OneSided[]): NoSlope | undefined {
  const clear = jumps.filter(({ jump, central }) => Math.abs(jump) > 4 * central.noise);
  const last = clear.slice(-4);
  if (last.length < 4) return undefined;
  const isConstant = last.every((pair, k) => {
    const before = last[k - 1];
    return !before || Math.abs(pair.jump) > 0.8 * Math.abs(before.jump);
  });
  const { left, right } = last.at(-1) as OneSided;
  return isConstant
    ? {
        reason: `f has a kink: its slope is ${short(left)} on one side, ${short(right)} on the other`,
      }
    : undefined;
}

const short = (value: number): string => String(Number(value.toPrecision(4)));
