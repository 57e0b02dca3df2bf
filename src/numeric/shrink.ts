/**
 * Makes a failing case small: sizes first, then choices, then values towards 0, 1, 1/2 and other
 * simple numbers, as long as it keeps failing in the same way.
 */
import { compare, type Rational, rational } from '../term/rational.js';
import { contains } from './domain.js';
import type { Coordinate } from './model.js';

export interface Shrinkable<Case> {
  coordinatesOf(current: Case): ReadonlyMap<string, Coordinate>;
  /** The case with one coordinate changed, if that is admissible and still fails. */
  attempt(current: Case, key: string, value: Rational): Case | undefined;
}

/** The same for cases whose trial takes its time, such as a call of someone's function. */
export interface SlowlyShrinkable<Case> {
  coordinatesOf(current: Case): ReadonlyMap<string, Coordinate>;
  attempt(current: Case, key: string, value: Rational): Promise<Case | undefined>;
}

const MAX_ATTEMPTS = 500;

/** A smaller case; the given one when nothing smaller fails. Stops early rather than throw. */
export function shrink<Case>(start: Case, { coordinatesOf, attempt }: Shrinkable<Case>): Case {
  const attempts = smallerCases(start, coordinatesOf);
  let next = attempts.next();
  while (!next.done) {
    const { current, key, value } = next.value;
    next = attempts.next(attempt(current, key, value));
  }
  return next.value;
}

export async function shrinkSlowly<Case>(
  start: Case,
  { coordinatesOf, attempt }: SlowlyShrinkable<Case>,
): Promise<Case> {
  const attempts = smallerCases(start, coordinatesOf);
  let next = attempts.next();
  while (!next.done) {
    const { current, key, value } = next.value;
    next = attempts.next(await attempt(current, key, value));
  }
  return next.value;
}

interface Attempt<Case> {
  readonly current: Case;
  readonly key: string;
  readonly value: Rational;
}

/** The attempts, one after the other: each is answered by the smaller case if that fails, too. */
function* smallerCases<Case>(
  start: Case,
  coordinatesOf: (current: Case) => ReadonlyMap<string, Coordinate>,
): Generator<Attempt<Case>, Case, Case | undefined> {
  let current = start;
  let attempts = 0;
  for (let changed = true; changed && attempts < MAX_ATTEMPTS; ) {
    changed = false;
    for (const key of keysInOrder(coordinatesOf(current))) {
      const coordinate = coordinatesOf(current).get(key);
      if (!coordinate) continue;
      for (const value of simplerThan(coordinate)) {
        attempts += 1;
        if (attempts > MAX_ATTEMPTS) return current;
        const smaller = yield { current, key, value };
        if (!smaller) continue;
        current = smaller;
        changed = true;
        break;
      }
    }
  }
  return current;
}

const ROLES = ['size', 'choice', 'weight', 'value'];

/** Sizes, then choices, then numbers. */
const keysInOrder = (coordinates: ReadonlyMap<string, Coordinate>): string[] =>
  ROLES.flatMap((role) =>
    [...coordinates].filter(([, { domain }]) => domain.role === role).map(([key]) => key),
  );

/** Admissible values that are simpler, simplest first. */
function simplerThan({ value, domain }: Coordinate): Rational[] {
  if (domain.whole && domain.lower && domain.lower.at.n >= 0n) return below(value, domain.lower.at);
  const list = domain.role === 'weight' ? WEIGHTS : SIMPLE;
  const cost = costOf(value);
  const whole = rational(value.n / value.d);
  const candidates = [...list, ...halvings(whole), roundedTo(value, 4n), roundedTo(value, 10n)];
  return candidates.filter((q) => costOf(q) < cost && contains(domain, q));
}

function below(value: Rational, least: Rational): Rational[] {
  const found: Rational[] = [];
  for (let n = least.n; n < value.n && found.length < 12; n++) found.push(rational(n));
  for (let gap = (value.n - least.n) / 2n; gap > 0n && gap < value.n - least.n; gap /= 2n)
    if (value.n - gap > least.n + 12n) found.push(rational(value.n - gap));
  return found;
}

const SIMPLE: readonly Rational[] = [
  ...[0, 1, -1].map((n) => rational(n)),
  rational(1, 2),
  ...[2, -2].map((n) => rational(n)),
  rational(-1, 2),
  ...[3, -3].map((n) => rational(n)),
  rational(1, 3),
  rational(1, 4),
  rational(3, 4),
  ...[10, -10].map((n) => rational(n)),
];

const WEIGHTS: readonly Rational[] = [1, 0, 2, 3].map((n) => rational(n));

function halvings(whole: Rational): Rational[] {
  const found: Rational[] = [];
  for (let n = whole.n / 2n; n !== 0n && found.length < 8; n /= 2n) found.unshift(rational(n));
  found.push(whole);
  return found;
}

const roundedTo = (q: Rational, parts: bigint): Rational => rational((q.n * parts) / q.d, parts);

/** How hard a number is to read: 0, 1, 2, …, fractions by their parts, minus signs last. */
function costOf(q: Rational): number {
  if (q.n === 0n) return 0;
  const size = Number(q.n < 0n ? -q.n : q.n) + 2 * (Number(q.d) - 1);
  return size * 2 + (compare(q, rational(0)) < 0 ? 1 : 0);
}
