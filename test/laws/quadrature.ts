/** Integrals of functions on doubles by the double exponential rule, for the laws alone. */

/** 'none' where the function has no value inside, 'unsure' where the sum does not settle. */
export function quadrature(
  lo: number,
  hi: number,
  f: (x: number) => number | undefined,
): { value: number; error: number } | 'none' | 'unsure' {
  if (lo === hi) return f(lo) === undefined ? 'none' : { value: 0, error: 0 };
  if (lo > hi) {
    const turned = quadrature(hi, lo, f);
    return typeof turned === 'string' ? turned : { ...turned, value: -turned.value };
  }
  // Away from the nodes, where a pole may hide between them.
  for (const part of [1 / 2, 1 / 3, 1 / 4, 2 / 3, 3 / 4]) {
    const x = Number.isFinite(hi - lo)
      ? lo + part * (hi - lo)
      : (Number.isFinite(lo) ? lo : -4) + 8 * part;
    const y = f(x);
    if (y === undefined) return 'none';
  }
  const coarse = trapezoid(lo, hi, f, 1 / 16);
  const fine = trapezoid(lo, hi, f, 1 / 32);
  if (coarse === undefined || fine === undefined) return 'none';
  const isTooLarge =
    (Number.isFinite(hi - lo) && Math.abs(fine) > DIVERGENT) ||
    (Number.isFinite(lo) && Math.abs(f(lo + CLOSE) ?? 0) * CLOSE > 1);
  if (isEndless(lo, hi, f) || isTooLarge) return 'none';
  if (!Number.isFinite(fine)) return 'unsure';
  const error = Math.abs(fine - coarse);
  return error > 1e-7 * (1 + Math.abs(fine)) ? 'unsure' : { value: fine, error };
}

const REACH = 4;

/** A finite sum this large has no limit: integrands of the samples are of moderate size. */
const DIVERGENT = 1e15;

/** A distance from the lower end at which the integrand must be less than its reciprocal. */
const CLOSE = 1e-12;

/** Where an integrand over the line or the half line must have vanished. */
const FAR = 1e3;

/** True when the integrand does not vanish towards an infinite end. */
function isEndless(lo: number, hi: number, f: (x: number) => number | undefined): boolean {
  const at = (x: number): number => Math.abs(f(x) ?? Number.NaN);
  return (hi === Infinity && !(at(FAR) < 1e-6)) || (lo === -Infinity && !(at(-FAR) < 1e-6));
}

function trapezoid(
  lo: number,
  hi: number,
  f: (x: number) => number | undefined,
  h: number,
): number | undefined {
  let sum = 0;
  for (let k = -REACH / h; k <= REACH / h; k++) {
    const t = k * h;
    const { x, weight } = node(lo, hi, t);
    if (Math.abs(x) > 10 * FAR || weight === 0 || !Number.isFinite(weight) || x <= lo || x >= hi)
      continue;
    const y = f(x);
    if (y === undefined) return undefined;
    sum += y === 0 ? 0 : y * weight;
  }
  return sum * h;
}

function node(lo: number, hi: number, t: number): { x: number; weight: number } {
  const s = (Math.PI / 2) * Math.sinh(t);
  const ds = (Math.PI / 2) * Math.cosh(t);
  if (Number.isFinite(lo) && Number.isFinite(hi)) {
    const half = (hi - lo) / 2;
    return { x: lo + half * (1 + Math.tanh(s)), weight: (half * ds) / Math.cosh(s) ** 2 };
  }
  if (Number.isFinite(lo)) return { x: lo + Math.exp(s), weight: Math.exp(s) * ds };
  return { x: Math.sinh(s), weight: Math.cosh(s) * ds };
}
