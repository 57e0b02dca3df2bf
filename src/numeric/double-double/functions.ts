/**
 * exp, expm1, log and log1p of double-double registers. Every rounding is counted by the
 * operations of the bank, and what a series leaves out is added, so that no bound rests on the
 * accuracy of Math.exp or Math.log: Math.log1p serves as a guess, whose quality the remainder
 * tells.
 *
 * exp x = 2^k · e^(j/64) · (1 + p), where x = k·log 2 + j/64 + r with |r| <= 1/128 and p = e^r - 1
 * is summed up to r^12/12!, which leaves out less than |r|^13/13! · (1 + 1/1000).
 */
import { type Bank, FLOOR } from './bank.js';
import {
  EXP_TABLE,
  EXPM1_TABLE,
  INVERSE_FACTORIALS,
  LOG_TWO,
  LOG_TWO_PIECES,
  type Pair,
  REACH,
  STEPS,
} from './constants.js';

const UU = 2 ** -106;
/** Below e^-746 every double is 0; above e^690 a register would pass its limit. */
const LEAST_EXPONENT = -746;
const LARGEST_EXPONENT = 690;
/** Terms of the series from here on are summed in doubles: they are below 2^-64 of the first. */
const FIRST_DOUBLE_TERM = 8;
const LAST_TERM = 12;

const putConstant = (bank: Bank, out: number, { hi, lo }: Pair): void =>
  bank.put(out, hi, lo, lo === 0 ? 0 : UU * Math.abs(hi));

/** exp, within 2^-101 of itself for an exact argument above -600. */
export function exp(bank: Bank, out: number, a: number): void {
  const x = bank.hi[a]!;
  const carried = bank.error[a]!;
  if (!(carried <= 1 && x <= LARGEST_EXPONENT)) return bank.forget(out);
  if (x === 0 && carried === 0) return bank.put(out, 1, 0, 0);
  if (x < LEAST_EXPONENT) return bank.put(out, 0, 0, FLOOR);
  const k = Math.round(x / LOG_TWO.hi);
  const s = bank.scratch;
  const [power, p] = [s, s + 1];
  const j = reduce(bank, a, k);
  expm1OfRest(bank, p);
  putConstant(bank, power, EXP_TABLE[j + REACH]!);
  bank.mul(p, p, power);
  bank.add(power, power, p);
  bank.scale(power, power, k);
  widenExp(bank, out, power, carried);
}

/** exp(x) - 1, within 2^-100 of itself for an exact argument. */
export function expm1(bank: Bank, out: number, a: number): void {
  const x = bank.hi[a]!;
  const carried = bank.error[a]!;
  const s = bank.scratch;
  if (x === 0 && carried === 0) return bank.put(out, 0, 0, 0);
  if (!(Math.abs(x) < 0.35 && carried <= 1)) {
    exp(bank, out, a);
    return bank.addDouble(out, out, -1);
  }
  const [power, p] = [s, s + 1];
  const j = reduce(bank, a, 0);
  expm1OfRest(bank, p);
  if (j !== 0) {
    // (m + 1)(p + 1) - 1 = m + (m + 1)p
    putConstant(bank, power, EXP_TABLE[j + REACH]!);
    bank.mul(p, p, power);
    putConstant(bank, power, EXPM1_TABLE[j + REACH]!);
    bank.add(p, power, p);
  }
  if (carried === 0) return bank.copy(out, p);
  // The derivative is at most e^(x + carried), and e^t - 1 <= t + t² for t <= 1.
  const spread = (carried + carried * carried) * (1 + Math.abs(bank.hi[p]!) + bank.error[p]!);
  bank.put(out, bank.hi[p]!, bank.lo[p]!, bank.error[p]! + spread * (1 + 2 ** -48) + FLOOR);
}

/** The register `power` as exp of an argument with this error. */
function widenExp(bank: Bank, out: number, power: number, carried: number): void {
  const h = bank.hi[power]!;
  const error = bank.error[power]!;
  const spread =
    carried === 0 ? 0 : (carried + carried * carried) * (h + error) * (1 + 2 ** -48) + FLOOR;
  bank.put(out, h, bank.lo[power]!, error + spread);
}

const REST = 2;

/** Puts x - k·log 2 - j/64 into its scratch register, as if the argument were exact; returns j. */
function reduce(bank: Bank, a: number, k: number): number {
  const r = bank.scratch + REST;
  bank.put(r, bank.hi[a]!, bank.lo[a]!, 0);
  if (k !== 0) {
    const [first, second, third] = LOG_TWO_PIECES;
    bank.addDouble(r, r, -k * first);
    // |k| < 2^11: the product with the third piece is rounded by 2^-126, which is cut off at 2^-126.
    bank.sum(r, bank.hi[r]!, bank.lo[r]!, -k * second, -k * third, bank.error[r]! + 2 ** -124);
  }
  const j = Math.round(bank.hi[r]! * STEPS);
  if (j !== 0) bank.addDouble(r, r, -j / STEPS);
  return j;
}

/** e^r - 1 for the reduced argument r. */
function expm1OfRest(bank: Bank, out: number): void {
  const r = bank.scratch + REST;
  const constant = r + 1;
  const x = bank.hi[r]!;
  let tail = INVERSE_FACTORIALS[LAST_TERM]!.hi;
  for (let k = LAST_TERM - 1; k >= FIRST_DOUBLE_TERM; k--)
    tail = tail * x + INVERSE_FACTORIALS[k]!.hi;
  // The whole series is Σ r^k/k! = r(1 + r(1/2 + … r(1/7! + tail·r))): what it leaves out stands
  // beside tail·r as |r|^6/13!. Ten roundings and the lower half of r make up 2^-48 of the tail.
  const size = Math.abs(x);
  const cut = size ** 6 * 2 ** -32;
  bank.put(out, tail * x, 0, size * tail * 2 ** -48 + cut + bank.error[r]! * 2 ** -15 + FLOOR);
  for (let k = FIRST_DOUBLE_TERM - 1; k >= 1; k--) {
    putConstant(bank, constant, INVERSE_FACTORIALS[k]!);
    bank.add(out, out, constant);
    bank.mul(out, out, r);
  }
}

const [ARGUMENT, GUESS, RESULT, SQUARE] = [5, 6, 7, 8] as const;

/** log(1 + x), within 2^-99 of itself for an exact argument; nothing where 1 + x may not be positive. */
export function log1p(bank: Bank, out: number, a: number): void {
  const x = bank.hi[a]!;
  const carried = bank.error[a]!;
  if (x === 0 && carried === 0) return bank.put(out, 0, 0, 0);
  if (!(Math.abs(x) < 0.5)) {
    bank.addDouble(out, a, 1);
    return log(bank, out, out);
  }
  const least = 1 + x - carried - 2 ** -50 * (1 + Math.abs(x) + carried);
  if (!(least > 0)) return bank.forget(out);
  const s = bank.scratch;
  const [argument, guess, result, square] = [s + ARGUMENT, s + GUESS, s + RESULT, s + SQUARE];
  bank.put(argument, x, bank.lo[a]!, 0);
  bank.put(guess, Math.log1p(x), 0, 0);
  // log(1 + x) = y + log(1 + d) with d = (x - m)/(1 + m), where m = e^y - 1.
  expm1(bank, result, guess);
  bank.sub(argument, argument, result);
  bank.addDouble(result, result, 1);
  bank.div(argument, argument, result);
  const d = Math.abs(bank.hi[argument]!) + bank.error[argument]!;
  if (!(d <= 2 ** -30)) return bank.forget(out);
  bank.mul(square, argument, argument);
  bank.scale(square, square, -1);
  bank.sub(argument, argument, square);
  bank.add(result, guess, argument);
  // log(1 + d) - d + d²/2 is below |d|³ for |d| <= 1/2, and the derivative of log(1 + x) is 1/(1 + x).
  const cut = d * d * d + FLOOR;
  const spread = carried === 0 ? 0 : carried / least + FLOOR;
  bank.put(out, bank.hi[result]!, bank.lo[result]!, bank.error[result]! + cut + spread);
}

/** log, within 2^-98 of itself for an exact argument; nothing where the argument may not be positive. */
export function log(bank: Bank, out: number, a: number): void {
  const x = bank.hi[a]!;
  const carried = bank.error[a]!;
  const least = x * (1 - 2 ** -50) - carried;
  if (!(least > 0)) return bank.forget(out);
  if (x === 1 && bank.lo[a] === 0 && carried === 0) return bank.put(out, 0, 0, 0);
  const k = Math.round(Math.log2(x));
  const s = bank.scratch;
  const [mantissa, multiple] = [s + 9, s + 10];
  bank.put(mantissa, x, bank.lo[a]!, 0);
  if (k !== 0) bank.scale(mantissa, mantissa, -k);
  bank.addDouble(mantissa, mantissa, -1);
  log1p(bank, mantissa, mantissa);
  if (k !== 0) {
    putConstant(bank, multiple, LOG_TWO);
    bank.put(s, k, 0, 0);
    bank.mul(multiple, multiple, s);
    bank.add(mantissa, mantissa, multiple);
  }
  const spread = carried === 0 ? 0 : carried / least + FLOOR;
  bank.put(out, bank.hi[mantissa]!, bank.lo[mantissa]!, bank.error[mantissa]! + spread);
}
