/**
 * Exact rational numbers on bigint: the only numbers a term may hold.
 * Always in lowest terms with a positive denominator, so equality is equality of both parts.
 */

export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** The rational n/d in lowest terms. Throws a RangeError when d is 0. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  const p = BigInt(n);
  const q = BigInt(d);
  if (q === 0n) throw new RangeError('a rational number needs a denominator other than 0');
  if (q === 1n) return { n: p, d: q };
  const g = gcd(p, q);
  const s = q < 0n ? -g : g;
  return { n: p / s, d: q / s };
}

export const ZERO: Rational = rational(0);
export const ONE: Rational = rational(1);

export const add = (a: Rational, b: Rational): Rational =>
  a.d === 1n && b.d === 1n ? { n: a.n + b.n, d: 1n } : rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational =>
  a.d === 1n && b.d === 1n ? { n: a.n * b.n, d: 1n } : rational(a.n * b.n, a.d * b.d);
/** Throws a RangeError when b is 0. */
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
export const equal = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d;
/** Negative, zero or positive, as a - b is. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const isInteger = (a: Rational): boolean => a.d === 1n;
export const isZero = (a: Rational): boolean => a.n === 0n;

/** a to a whole power; a negative power of 0 throws a RangeError. */
export function power(a: Rational, exponent: number): Rational {
  if (exponent < 0) return power(divide(ONE, a), -exponent);
  return { n: a.n ** BigInt(exponent), d: a.d ** BigInt(exponent) };
}

/** The nearest double, also when numerator and denominator are out of a double's range. */
export function toNumber(a: Rational): number {
  const quotient = Number(a.n) / Number(a.d);
  if (Number.isFinite(quotient) && quotient !== 0) return quotient;
  if (a.n === 0n) return 0;
  const shift = BigInt(a.d.toString(2).length - a.n.toString(2).length + 64);
  const scaled = shift >= 0n ? (a.n << shift) / a.d : a.n / (a.d << -shift);
  return Number(scaled) * 2 ** -Number(shift);
}

/** "3", "-1/2". */
export const rationalText = (a: Rational): string =>
  a.d === 1n ? a.n.toString() : `${a.n}/${a.d}`;

/** Reads "3", "-1/2", "0.25", "1e-9" exactly; undefined when the text is none of these. */
export function parseRational(text: string): Rational | undefined {
  const fraction = /^([+-]?\d+)\/(\d+)$/.exec(text);
  if (fraction) {
    const d = BigInt(fraction[2] ?? '1');
    return d === 0n ? undefined : rational(BigInt(fraction[1] ?? '0'), d);
  }
  const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  if (!decimal) return undefined;
  const [, sign, whole = '', part = '', exponent = '0'] = decimal;
  if (whole === '' && part === '') return undefined;
  const digits = BigInt(whole + part) * (sign === '-' ? -1n : 1n);
  const shift = Number(exponent) - part.length;
  return shift >= 0
    ? rational(digits * 10n ** BigInt(shift))
    : rational(digits, 10n ** BigInt(-shift));
}
