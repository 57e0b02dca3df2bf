/**
 * What a term can evaluate to. A number is exact as long as it can be (so that borders such as
 * log 0 are decided, not guessed), otherwise a ball; a dual carries a derivative. `undefined`
 * and `unsure` are values too: an expression may be evaluated before it is known to be needed.
 */
import { type Rational, rational } from '../term/rational.js';
import type { Ball } from './ball.js';

export interface Exact {
  readonly kind: 'exact';
  readonly q: Rational;
  /** The 0 of a bracket or delta: it annihilates the other factors, defined or not. */
  readonly strong: boolean;
}

/** value + slope·ε, where ε is the perturbation numbered `tag`; both parts have lower tags. */
export interface Dual {
  readonly kind: 'dual';
  readonly tag: number;
  readonly value: Real;
  readonly slope: Real;
}

export interface Undefined {
  readonly kind: 'undefined';
  readonly reason: string;
  /** True of log(0) itself: the one thing that `convention 0*log(0)` speaks about. */
  readonly logOfZero: boolean;
  /** The sign of the infinity that stands here for the logarithm of 0, where the convention does. */
  readonly infinite?: 1 | -1;
}

/** Not known at this precision, or not known at all. */
export interface Unsure {
  readonly kind: 'unsure';
  readonly reason: string;
}

export interface Truth {
  readonly kind: 'truth';
  readonly holds: boolean;
}

export interface ArrayValue {
  readonly kind: 'array';
  /** Index of the first item. */
  readonly lo: number;
  readonly items: readonly Value[];
}

/** The body of a binder where its condition does not hold. */
export interface Skipped {
  readonly kind: 'skipped';
}

/** ∞ or -∞, only as a limit of an integral. */
export interface Infinite {
  readonly kind: 'infinite';
  readonly sign: 1 | -1;
}

export type Real = Exact | Ball | Dual | Undefined | Unsure;
export type Value = Real | Truth | ArrayValue | Skipped | Infinite;

export const exact = (q: Rational): Exact => ({ kind: 'exact', q, strong: false });
export const whole = (n: number | bigint): Exact => exact(rational(n));
export const ZERO_VALUE: Exact = whole(0);
export const ONE_VALUE: Exact = whole(1);
export const STRONG_ZERO: Exact = { ...ZERO_VALUE, strong: true };
export const TRUE: Truth = { kind: 'truth', holds: true };
export const FALSE: Truth = { kind: 'truth', holds: false };
export const SKIPPED: Skipped = { kind: 'skipped' };

export const undefinedValue = (reason: string, logOfZero = false): Undefined => ({
  kind: 'undefined',
  reason,
  logOfZero,
});
export const unsure = (reason: string): Unsure => ({ kind: 'unsure', reason });

/** The value of a one-off 0 test: an exact number that is 0. */
export const isExactZero = (a: Value): boolean => a.kind === 'exact' && a.q.n === 0n;

/** Undefined when either is, else unsure when either is; nothing when both are numbers. */
export function failureOf(a: Real, b: Real): Undefined | Unsure | undefined {
  if (a.kind === 'undefined') return a;
  if (b.kind === 'undefined') return b;
  if (a.kind === 'unsure') return a;
  return b.kind === 'unsure' ? b : undefined;
}

/** The value as a real number; anything else is a fault of the term and therefore unsure. */
export function asReal(value: Value): Real {
  switch (value.kind) {
    case 'exact':
    case 'ball':
    case 'dual':
    case 'undefined':
    case 'unsure':
      return value;
    case 'infinite':
      return undefinedValue('infinity is not a number');
    default:
      return unsure(`a number is needed where there is a ${value.kind}`);
  }
}

/** The whole number that the value is; undefined for anything else. */
export function asInteger(value: Value): number | undefined {
  if (value.kind !== 'exact' || value.q.d !== 1n) return undefined;
  const n = Number(value.q.n);
  return Number.isSafeInteger(n) ? n : undefined;
}
