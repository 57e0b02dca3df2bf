/** Bernoulli numbers B(2k) as exact fractions, by the recurrence over tangent numbers. */
import { type Rational, rational } from '../term/rational.js';

const tangents: bigint[] = [];

/** The tangent numbers T(1), …, T(n): 1, 2, 16, 272, … */
function tangentNumbers(n: number): readonly bigint[] {
  if (tangents.length >= n) return tangents;
  const size = Math.max(n, 2 * tangents.length, 16);
  const t: bigint[] = [0n, 1n];
  for (let k = 2; k <= size; k++) t[k] = BigInt(k - 1) * (t[k - 1] as bigint);
  for (let k = 2; k <= size; k++)
    for (let j = k; j <= size; j++)
      t[j] = BigInt(j - k) * (t[j - 1] as bigint) + BigInt(j - k + 2) * (t[j] as bigint);
  tangents.splice(0, tangents.length, ...t.slice(1));
  return tangents;
}

/** B(2k) for k >= 1: 1/6, -1/30, 1/42, … */
export function bernoulli(k: number): Rational {
  const tangent = tangentNumbers(k)[k - 1] as bigint;
  const four = 4n ** BigInt(k);
  const magnitude = rational(2n * BigInt(k) * tangent, four * (four - 1n));
  return k % 2 === 1 ? magnitude : { n: -magnitude.n, d: magnitude.d };
}
