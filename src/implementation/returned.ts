/** Reads what an implementation returned, and sees whether it changed what it was given. */
import type { Returned } from './call.js';

/** Most numbers that are read from what is returned. */
const MOST = 1_000_000;

export function readReturned(value: unknown): Returned {
  const entries: number[] = [];
  const shape: number[] = [];
  const fault = collect(value, 0, '', { entries, shape });
  if (fault !== undefined) return { kind: 'shape', reason: fault };
  return { kind: 'returned', entries: Float64Array.from(entries), shape };
}

interface Collected {
  readonly entries: number[];
  readonly shape: number[];
}

/** Adds the numbers of a value; what is wrong with it, if anything. */
function collect(value: unknown, depth: number, at: string, into: Collected): string | undefined {
  const { entries, shape } = into;
  if (typeof value === 'number') {
    if (shape.length !== depth) return `returned a number${at}, where a row is expected`;
    entries.push(value);
    return undefined;
  }
  const items = itemsOf(value);
  if (!items) return `returned ${described(value)}${at}`;
  if (depth > 8 || entries.length + items.length > MOST) return 'returned too many numbers';
  if (shape.length === depth && entries.length === 0) shape.push(items.length);
  if (shape[depth] !== items.length)
    return `returned rows of different lengths: ${items.length}${at}, before that ${shape[depth]}`;
  for (let k = 0; k < items.length; k++) {
    const fault = collect(items[k], depth + 1, `${at || ' at '}[${k}]`, into);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function itemsOf(value: unknown): ArrayLike<unknown> | undefined {
  if (Array.isArray(value)) return value;
  const isTyped = ArrayBuffer.isView(value) && !(value instanceof DataView);
  return isTyped ? (value as unknown as ArrayLike<unknown>) : undefined;
}

function described(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Where an argument is not what it was: `z[3] from 1 to 2`; undefined when all are. */
export function changeOf(before: object, after: object): string | undefined {
  const now = after as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries(before)) {
    const change = changeIn(name, value, now[name]);
    if (change !== undefined) return change;
  }
  return undefined;
}

function changeIn(at: string, before: unknown, after: unknown): string | undefined {
  const [items, now] = [itemsOf(before), itemsOf(after)];
  if (!items || !now)
    return Object.is(before, after)
      ? undefined
      : `${at} from ${String(before)} to ${String(after)}`;
  if (items.length !== now.length) return `the length of ${at}`;
  for (let k = 0; k < items.length; k++) {
    const change = changeIn(`${at}[${k}]`, items[k], now[k]);
    if (change !== undefined) return change;
  }
  return undefined;
}
