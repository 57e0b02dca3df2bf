/**
 * log and log1p within 1.1 ulps: the language leaves the accuracy of Math.log and Math.log1p to its
 * implementations. After fdlibm's e_log.c and s_log1p.c.
 */
import { LN2_HIGH, LN2_LOW, powerOfTwo } from './double.js';

const view = new DataView(new ArrayBuffer(8));

/** log(2^k·(1 + f) + ...), where f is within [1/√2, √2] - 1 and `correction` is the rest over 1 + f. */
function series(k: number, f: number, correction: number): number {
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const p =
    z *
    (0.6666666666666735 +
      z *
        (0.3999999999940942 +
          z *
            (0.2857142874366239 +
              z *
                (0.22222198432149784 +
                  z *
                    (0.1818357216161805 + z * (0.15313837699209373 + z * 0.14798198605116586))))));
  return k * LN2_HIGH - (half - (s * (half + p) + (k * LN2_LOW + correction)) - f);
}

/** log(u + lost) for a normal u, where lost is at most an ulp of it. */
function ofSum(u: number, lost: number): number {
  view.setFloat64(0, u);
  const top = view.getInt32(0);
  // Where the mantissa is above √2, the next power of 2 is closer.
  const k = (top >> 20) - 1023 + ((top & 0xfffff) > 0x6a09e ? 1 : 0);
  const mantissa = u * powerOfTwo(-k);
  return series(k, mantissa - 1, (lost * powerOfTwo(-k)) / mantissa);
}

/** log(x); -∞ at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x > 2 ** 1000)
    return x === Number.POSITIVE_INFINITY ? x : Math.LN2 * 100 + log(x * 2 ** -100);
  if (x < 2 ** -1000) return log(x * 2 ** 100) - Math.LN2 * 100;
  return ofSum(x, 0);
}

/** log(1 + x) for -1/2 <= x <= 2^1000, and at ∞ and NaN. */
export function log1p(x: number): number {
  if (Math.abs(x) < 2 ** -54 || Number.isNaN(x) || x === Number.POSITIVE_INFINITY) return x;
  if (x > -0.29 && x < 0.41) return series(0, x, 0);
  const u = 1 + x;
  return ofSum(u, x > 1 ? 1 - (u - x) : x - (u - 1));
}
