/**
 * Double-double numbers as values: hi + lo, and a bound of the distance to the number meant.
 * For a handful of numbers; loops use the registers of a Bank directly.
 */
import type { Rational } from '../../term/rational.js';
import { absolute, addBalls, type Ball, ballOf, bitLength, widen } from '../ball.js';
import { Bank, FLOOR, LIMIT, scaled } from './bank.js';
import * as functions from './functions.js';

export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
  /** 0 for an exact number, Infinity when nothing is known. */
  readonly error: number;
}

const UNKNOWN: DoubleDouble = { hi: 0, lo: 0, error: Number.POSITIVE_INFINITY };

const bank = new Bank(3);
const [A, B, OUT] = [0, 1, 2] as const;

const load = (register: number, { hi, lo, error }: DoubleDouble): void => {
  bank.hi[register] = hi;
  bank.lo[register] = lo;
  bank.error[register] = error;
};

const result = (): DoubleDouble => ({
  hi: bank.hi[OUT]!,
  lo: bank.lo[OUT]!,
  error: bank.error[OUT]!,
});

const binary =
  (operate: (a: number, b: number) => void) =>
  (a: DoubleDouble, b: DoubleDouble): DoubleDouble => {
    load(A, a);
    load(B, b);
    operate(A, B);
    return result();
  };

const unary =
  (operate: (a: number) => void) =>
  (a: DoubleDouble): DoubleDouble => {
    load(A, a);
    operate(A);
    return result();
  };

export const add = binary((a, b) => bank.add(OUT, a, b));
export const sub = binary((a, b) => bank.sub(OUT, a, b));
export const mul = binary((a, b) => bank.mul(OUT, a, b));
export const div = binary((a, b) => bank.div(OUT, a, b));
export const neg = unary((a) => bank.neg(OUT, a));
export const sqrt = unary((a) => bank.sqrt(OUT, a));
export const exp = unary((a) => functions.exp(bank, OUT, a));
export const expm1 = unary((a) => functions.expm1(bank, OUT, a));
export const log = unary((a) => functions.log(bank, OUT, a));
export const log1p = unary((a) => functions.log1p(bank, OUT, a));

/** The double itself; nothing is known of NaN, infinities and numbers beyond the range. */
export const fromNumber = (x: number): DoubleDouble =>
  Math.abs(x) < LIMIT ? { hi: x, lo: 0, error: 0 } : UNKNOWN;

/** A double-double that holds every number of the ball. */
export function fromBall({ m, e, r }: Ball): DoubleDouble {
  const excess = Math.max(0, bitLength(absolute(m) + r) - 400);
  const kept = excess === 0 ? m : m >> BigInt(excess);
  const power = e + excess;
  if (power + bitLength(kept) > 1000) return UNKNOWN;
  if (power < -2200) return fromTiny(m, e, r);
  const top = Number(kept);
  const rest = kept - BigInt(top);
  const low = Number(rest);
  const hi = scaled(top, power);
  const lo = scaled(low, power);
  const isExact =
    excess === 0 &&
    r === 0n &&
    BigInt(low) === rest &&
    scaled(hi, -power) === top &&
    scaled(lo, -power) === low;
  if (isExact) return { hi, lo, error: 0 };
  const radius = scaled(Number(excess === 0 ? r : (r >> BigInt(excess)) + 2n), power);
  const error = (Math.abs(lo) * 2 ** -52 + radius) * (1 + 2 ** -48) + FLOOR;
  return error < LIMIT ? { hi, lo, error } : UNKNOWN;
}

/** The ball of all numbers that the double-double may stand for; its error must be finite. */
export function toBall({ hi, lo, error }: DoubleDouble, bits: number): Ball {
  const centre = addBalls(exactBall(hi), exactBall(lo), bits);
  return error === 0 ? centre : widen(centre, exactBall(error), bits);
}

function exactBall(x: number): Ball {
  if (x === 0) return { kind: 'ball', m: 0n, e: 0, r: 0n };
  const e = Math.max(-1074, Math.floor(Math.log2(Math.abs(x))) - 60);
  return { kind: 'ball', m: BigInt(scaled(x, -e)), e, r: 0n };
}

/** A ball with an exponent far below that of any double: 0 and a bound, if it is not wide. */
function fromTiny(m: bigint, e: number, r: bigint): DoubleDouble {
  if (m === 0n && r === 0n) return fromNumber(0);
  return bitLength(absolute(m) + r) + e < -1075 ? { hi: 0, lo: 0, error: FLOOR } : UNKNOWN;
}

/** The rational number to within 2^-100 of itself, exactly where that is possible. */
export function fromRational(q: Rational): DoubleDouble {
  const n = Number(q.n);
  if (q.d === 1n && Number.isSafeInteger(n)) return { hi: n, lo: 0, error: 0 };
  const d = Number(q.d);
  if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) {
    bank.put(A, n, 0, 0);
    bank.put(B, d, 0, 0);
    bank.div(OUT, A, B);
    return result();
  }
  const places = bitLength(q.d) - 1;
  if (q.d === 1n << BigInt(places)) return fromBall({ kind: 'ball', m: q.n, e: -places, r: 0n });
  return fromBall(ballOf(q, 128));
}
