/**
 * The slopes of the loss by dual numbers in double-double arithmetic, with a bound of each: one
 * pass forward through log1p(Σ exp(z_c - m)) + (m - z_y) for each row, every logit with a slope of
 * its own. The bounds are those that the registers carry; nothing is assumed of Math.exp.
 */

/** Entries of a row at most. */
const WIDTH = 64;

export class Duals {
  #bank;
  #exp;

  /** `Bank` and `exp` of the double-double registers. */
  constructor(Bank, exp) {
    this.#bank = new Bank(WIDTH + 5);
    this.#exp = exp;
  }

  /** Is every g within its bound of the slope, the bound of the slope granted? */
  accepts(instance, g, bound) {
    this.measure(instance, instance.z);
    return this.isWithin(instance, g, bound);
  }

  #hi = new Float64Array(0);
  #lo = new Float64Array(0);
  #error = new Float64Array(0);

  /** The slopes of the mean loss at z. */
  measure({ n, C, labels }, z) {
    if (this.#hi.length < z.length)
      [this.#hi, this.#lo, this.#error] = [0, 0, 0].map(() => new Float64Array(z.length));
    for (let i = 0; i < n; i++) this.#row(z, i * C, C, labels[i], n);
  }

  #row(z, at, C, label, n) {
    const bank = this.#bank;
    const [others, total, rows, slope, top] = [0, 1, 2, 3, 4].map((k) => WIDTH + k);
    let place = 0;
    for (let c = 1; c < C; c++) if (z[at + c] > z[at + place]) place = c;
    bank.put(others, 0, 0, 0);
    for (let c = 0; c < C; c++) {
      if (c === place) continue;
      bank.put(c, z[at + c], 0, 0);
      bank.addDouble(c, c, -z[at + place]);
      this.#exp(bank, c, c);
      bank.add(others, others, c);
    }
    bank.addDouble(total, others, 1);
    bank.put(rows, n, 0, 0);
    bank.mul(total, total, rows);
    // log1p(S) moves by e_c/(1 + S) with z_c and by -S/(1 + S) with m; m - z_y by 1 and -1.
    for (let c = 0; c < C; c++) {
      if (c === place) continue;
      if (c === label) {
        bank.addDouble(top, others, 1);
        bank.sub(slope, c, top);
        bank.div(slope, slope, total);
      } else bank.div(slope, c, total);
      this.#keep(at + c, slope);
    }
    if (label === place) bank.neg(top, others);
    else bank.put(top, 1, 0, 0);
    bank.div(slope, top, total);
    this.#keep(at + place, slope);
  }

  #keep(at, register) {
    this.#hi[at] = this.#bank.hi[register];
    this.#lo[at] = this.#bank.lo[register];
    this.#error[at] = this.#bank.error[register];
  }

  isWithin(_instance, g, bound) {
    for (let i = 0; i < g.length; i++) {
      // What is lost in the subtraction is far below the bound: it is of the size of lo.
      const off = Math.abs(g[i] - this.#hi[i] - this.#lo[i]);
      if (!(off <= bound[i] + this.#error[i])) return false;
    }
    return true;
  }
}
