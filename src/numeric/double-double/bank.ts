/**
 * Double-double numbers with a running error bound, in registers of typed arrays.
 *
 * Register i holds hi[i] + lo[i] with |lo| <= u|hi|, and the number it stands for is at most
 * error[i] away from that. An error of 0 means that the register is exact; an error of Infinity
 * that nothing is known, as after an overflow or a division by what may be 0.
 *
 * With u = 2^-53, an operation adds to the errors carried over from its operands
 *   sum:       what its two inexact additions drop, which is computed: nothing when the sum is exact;
 *   product:   u²|ab| for lo·lo, which is left out, 2u² for the two cross products, 2u² for their sum
 *              and 3u² for the sum with the error of hi·hi: below 10u²;
 *   quotient:  11u² for the remainder, 5u² for its division and 5u² for dividing it by hi alone: below 32u²;
 *   root:      2u² for the square of the correction, 6u² for its rounding: below 10u².
 * All of that is relative to the result and holds while no intermediate number is below 2^-969, where
 * the error of a product is no longer a double. Operands and results beyond 2^±900 are therefore
 * scaled by powers of two, and scaling back costs at most FLOOR.
 *
 * Source of the algorithms: Joldes, Muller, Popescu, Tight and rigorous error bounds for basic
 * building blocks of double-word arithmetic, ACM TOMS 44 (2017). The constants are derived above
 * and are not the tightest.
 */

/** Every finite register stays below. */
export const LIMIT = 2 ** 1000;
const SMALL = 2 ** -900;
const LARGE = 2 ** 900;
/** More than a few roundings to a multiple of 2^-1074 can cost. */
export const FLOOR = 2 ** -1070;
/** Covers the rounding of up to a dozen operations on bounds. */
const UP = 1 + 2 ** -48;
const UU = 2 ** -106;
const SPLITTER = 2 ** 27 + 1;

/** Registers that the functions of `functions.ts` may use. */
const SCRATCH = 12;

export class Bank {
  readonly hi: Float64Array;
  readonly lo: Float64Array;
  readonly error: Float64Array;
  /** The first register for intermediate results; those before it are the caller's. */
  readonly scratch: number;

  constructor(size: number) {
    this.hi = new Float64Array(size + SCRATCH);
    this.lo = new Float64Array(size + SCRATCH);
    this.error = new Float64Array(size + SCRATCH);
    this.scratch = size;
  }

  /** Stores hi + lo with an error that may have been rounded a few times. */
  put(out: number, hi: number, lo: number, error: number): void {
    if (Math.abs(hi) < LIMIT && error < LIMIT) {
      this.hi[out] = hi;
      this.lo[out] = lo;
      this.error[out] = error * UP;
    } else this.forget(out);
  }

  /** Nothing is known of the register any more. */
  forget(out: number): void {
    this.hi[out] = 0;
    this.lo[out] = 0;
    this.error[out] = Number.POSITIVE_INFINITY;
  }

  copy(out: number, a: number): void {
    this.hi[out] = this.hi[a]!;
    this.lo[out] = this.lo[a]!;
    this.error[out] = this.error[a]!;
  }

  neg(out: number, a: number): void {
    this.hi[out] = -this.hi[a]!;
    this.lo[out] = -this.lo[a]!;
    this.error[out] = this.error[a]!;
  }

  add(out: number, a: number, b: number): void {
    const { hi, lo, error } = this;
    const carried = error[a]! + error[b]!;
    this.sum(out, hi[a]!, lo[a]!, hi[b]!, lo[b]!, carried);
  }

  sub(out: number, a: number, b: number): void {
    const { hi, lo, error } = this;
    const carried = error[a]! + error[b]!;
    this.sum(out, hi[a]!, lo[a]!, -hi[b]!, -lo[b]!, carried);
  }

  /** The register a plus the double x. */
  addDouble(out: number, a: number, x: number): void {
    const { hi, lo, error } = this;
    this.sum(out, hi[a]!, lo[a]!, x, 0, error[a]!);
  }

  /** (ah + al) + (bh + bl), which need not be normalised, with an error carried over. */
  sum(out: number, ah: number, al: number, bh: number, bl: number, carried: number): void {
    const s = ah + bh;
    const sb = s - ah;
    const sLost = ah - (s - sb) + (bh - sb);
    const t = al + bl;
    const tb = t - al;
    const tLost = al - (t - tb) + (bl - tb);
    const c = sLost + t;
    const cb = c - sLost;
    const cLost = sLost - (c - cb) + (t - cb);
    const v = s + c;
    const vb = v - s;
    const vLost = s - (v - vb) + (c - vb);
    const w = tLost + vLost;
    const wb = w - tLost;
    const wLost = tLost - (w - wb) + (vLost - wb);
    const h = v + w;
    const hb = h - v;
    this.put(out, h, v - (h - hb) + (w - hb), carried + Math.abs(cLost) + Math.abs(wLost));
  }

  mul(out: number, a: number, b: number): void {
    const ah = this.hi[a]!;
    const bh = this.hi[b]!;
    const ea = this.error[a]!;
    const eb = this.error[b]!;
    if (ah === 0 && ea === 0) return this.put(out, 0, 0, eb < LIMIT ? 0 : eb);
    if (bh === 0 && eb === 0) return this.put(out, 0, 0, ea < LIMIT ? 0 : ea);
    if (isModerate(ah) && isModerate(bh) && isModerate(ah * bh))
      return this.#product(out, ah, this.lo[a]!, bh, this.lo[b]!, ea, eb);
    const i = exponentOf(ah, ea);
    const j = exponentOf(bh, eb);
    const al = scaled(this.lo[a]!, -i);
    const bl = scaled(this.lo[b]!, -j);
    this.#product(out, scaled(ah, -i), al, scaled(bh, -j), bl, shrunk(ea, i), shrunk(eb, j));
    this.#scale(out, i + j);
  }

  #product(
    out: number,
    ah: number,
    al: number,
    bh: number,
    bl: number,
    ea: number,
    eb: number,
  ): void {
    const p = ah * bh;
    const at = SPLITTER * ah;
    const aTop = at - (at - ah);
    const aRest = ah - aTop;
    const bt = SPLITTER * bh;
    const bTop = bt - (bt - bh);
    const bRest = bh - bTop;
    let rest = aTop * bTop - p + aTop * bRest + aRest * bTop + aRest * bRest;
    let local = 0;
    if (al !== 0 || bl !== 0) {
      rest += ah * bl + al * bh;
      local = 10 * UU * Math.abs(p);
    }
    const h = p + rest;
    const carried =
      ea === 0 && eb === 0 ? 0 : Math.abs(ah) * eb + Math.abs(bh) * ea + ea * eb + FLOOR;
    this.put(out, h, rest - (h - p), carried + local);
  }

  /** Multiplies the register by 2^k. */
  #scale(out: number, k: number): void {
    const h = scaled(this.hi[out]!, k);
    const l = scaled(this.lo[out]!, k);
    const isExact = scaled(h, -k) === this.hi[out]! && scaled(l, -k) === this.lo[out]!;
    const lost = isExact && this.error[out] === 0 ? 0 : FLOOR;
    this.put(out, h, l, scaled(this.error[out]!, k) + lost);
  }

  /** The register a times 2^k. */
  scale(out: number, a: number, k: number): void {
    this.copy(out, a);
    this.#scale(out, k);
  }

  div(out: number, a: number, b: number): void {
    const ah = this.hi[a]!;
    const bh = this.hi[b]!;
    const ea = this.error[a]!;
    const eb = this.error[b]!;
    if (!(Math.abs(bh) > eb)) return this.forget(out);
    if (ah === 0 && ea === 0) return this.put(out, 0, 0, 0);
    if (isModerate(ah) && isModerate(bh) && isModerate(ah / bh))
      return this.#quotient(out, ah, this.lo[a]!, bh, this.lo[b]!, ea, eb);
    const i = exponentOf(ah, ea);
    const j = exponentOf(bh, eb);
    const al = scaled(this.lo[a]!, -i);
    const bl = scaled(this.lo[b]!, -j);
    this.#quotient(out, scaled(ah, -i), al, scaled(bh, -j), bl, shrunk(ea, i), shrunk(eb, j));
    this.#scale(out, i - j);
  }

  #quotient(
    out: number,
    ah: number,
    al: number,
    bh: number,
    bl: number,
    ea: number,
    eb: number,
  ): void {
    const q = ah / bh;
    // |a/b - ã/b̃| <= (|a - ã| + |ã/b̃||b - b̃|)/|b|
    const least = Math.abs(bh) * (1 - 2 ** -50) - eb;
    if (!(least > 0)) return this.forget(out);
    const carried = ea === 0 && eb === 0 ? 0 : (ea + Math.abs(q) * eb + FLOOR) / least + FLOOR;
    const p = q * bh;
    const qt = SPLITTER * q;
    const qTop = qt - (qt - q);
    const qRest = q - qTop;
    const bt = SPLITTER * bh;
    const bTop = bt - (bt - bh);
    const bRest = bh - bTop;
    const lost = qTop * bTop - p + qTop * bRest + qRest * bTop + qRest * bRest;
    const rest = ah - p - lost + (al - q * bl);
    if (rest === 0 && al === 0 && bl === 0) return this.put(out, q, 0, carried);
    const correction = rest / bh;
    const h = q + correction;
    this.put(out, h, correction - (h - q), carried + 32 * UU * Math.abs(q));
  }

  /** The square root of a number that is certainly not negative; otherwise nothing is known. */
  sqrt(out: number, a: number): void {
    const { hi, lo, error } = this;
    const ah = hi[a]!;
    const ea = error[a]!;
    if (ah === 0 && ea === 0) return this.put(out, 0, 0, 0);
    if (!(ah * (1 - 2 ** -50) - ea > 0)) return this.forget(out);
    // |√a - √ã| = |a - ã|/(√a + √ã)
    const carried = ea === 0 ? 0 : (ea / Math.sqrt(ah)) * (1 + 2 ** -40) + FLOOR;
    if (isModerate(ah)) return this.#root(out, ah, lo[a]!, carried);
    const half = Math.floor(exponentOf(ah, 0) / 2);
    this.#root(out, scaled(ah, -2 * half), scaled(lo[a]!, -2 * half), 0);
    this.#scale(out, half);
    this.put(out, hi[out]!, lo[out]!, error[out]! + carried);
  }

  #root(out: number, ah: number, al: number, carried: number): void {
    const s = Math.sqrt(ah);
    const p = s * s;
    const st = SPLITTER * s;
    const top = st - (st - s);
    const low = s - top;
    const lost = top * top - p + 2 * (top * low) + low * low;
    const rest = ah - p - lost + al;
    if (rest === 0 && al === 0) return this.put(out, s, 0, carried);
    // The square root of the machine is taken as a guess: the remainder tells how good it was.
    if (!(Math.abs(rest) <= 2 ** -51 * ah)) return this.forget(out);
    const correction = rest / (2 * s);
    const h = s + correction;
    this.put(out, h, correction - (h - s), carried + 10 * UU * s);
  }

  /** The sign that the number certainly has; undefined when that is not known. */
  sign(a: number): -1 | 0 | 1 | undefined {
    const h = this.hi[a]!;
    const e = this.error[a]!;
    const size = Math.abs(h) * (1 - 2 ** -52);
    if (e === 0) return h > 0 ? 1 : h < 0 ? -1 : 0;
    if (!(size > e)) return undefined;
    return h > 0 ? 1 : -1;
  }
}

const isModerate = (x: number): boolean => Math.abs(x) > SMALL && Math.abs(x) < LARGE;

/** A k with the larger of |x| and e, not both 0, between 2^(k-1) and 2^(k+2). */
const exponentOf = (x: number, e: number): number =>
  Number.isFinite(e) ? Math.floor(Math.log2(Math.max(Math.abs(x), e))) : 0;

/** An error divided by 2^k. */
const shrunk = (error: number, k: number): number =>
  error === 0 ? 0 : scaled(error, -k) + (k > 0 ? FLOOR : 0);

/** x·2^k, rounded once at most when the result is subnormal. */
export function scaled(x: number, k: number): number {
  if (k > -1000 && k < 1000) return x * 2 ** k;
  const half = Math.trunc(k / 2);
  return x * 2 ** half * 2 ** (k - half);
}
