/**
 * The derivative of a body along directions of its whole symbol, in two ways: d/dt e(x + t·v) at
 * t = 0 by differences, and the sum of v_k times the slope in entry k by duals. A rule for slopes
 * that is wrong, or an entry that is left out of an array, sets the two apart.
 *
 * The entries of v are normal, in units of the size of x_k where that is below 1, so that a
 * step stays in the domain. Directions of ±1 are not taken: what two entries get wrong by the
 * same amount cancels along half of those.
 */
import { gaussian } from '../source.js';
import { differenceQuotient, LAST_COEFFICIENT, scaleAt, stepAt, widen } from './difference.js';
import { DIRECTIONS } from './direction-tally.js';
import type { Surroundings } from './frame.js';
import type { PerturbedSymbol } from './perturbed-symbol.js';
import type { Num } from './slot.js';

/** A derivative as its step sees it. */
export interface Differentiated {
  readonly surroundings: Surroundings;
  readonly tag: number;
  readonly symbol: PerturbedSymbol;
  readonly result: Num;
  /** Runs the body on a changed copy of the symbol, which begins at `start`. */
  evaluate(order: number, change: (start: number) => void): boolean;
  /** The same, with derivatives inside it taken as series. */
  enclose(order: number, change: (start: number) => void): boolean;
}

/** Compares both ways along some directions, once for each value that the body has in a run. */
export function directionCheck(derivative: Differentiated): () => void {
  const { surroundings, tag, symbol, result } = derivative;
  const { memory } = surroundings;
  const { bank, series } = memory;
  let last: { run: number; hi: number; lo: number } | undefined;

  /** An array of derivatives asks for each of its entries: the body is the same in all of them. */
  const isRepeated = (): boolean => {
    const { run } = surroundings;
    const [hi, lo] = [bank.hi[result.at]!, bank.lo[result.at]!];
    const isSame = last?.run === run && last.hi === hi && last.lo === lo;
    last = { run, hi, lo };
    return isSame;
  };

  /** The slopes along the directions, added up from those in the entries; false when one is not known. */
  const bySlopes = (sums: number, directions: readonly Float64Array[]): boolean => {
    const product = series.take(0);
    for (let d = 0; d < directions.length; d++) bank.put(sums + d, 0, 0, 0);
    let isFine = true;
    for (let k = 0; isFine && k < symbol.count(); k++) {
      const mark = memory.mark();
      isFine = derivative.enclose(1, (start) =>
        series.set(start + k * symbol.stride + series.size(tag), tag, 1),
      );
      memory.restore(mark);
      if (!isFine || result.level <= tag) continue;
      directions.forEach((v, d) => {
        bank.put(product, v[k]!, 0, 0);
        bank.mul(product, product, result.at + series.size(tag));
        bank.add(sums + d, sums + d, product);
      });
    }
    series.release(product);
    return isFine;
  };

  /** The slope along one direction, by differences. */
  const byDifferences = (out: number, v: Float64Array): boolean => {
    const h = stepAt(1);
    const line = {
      at: result.at,
      level: result.level,
      evaluateAt: (t: number) =>
        derivative.evaluate(0, (start) => {
          for (let k = 0; k < v.length; k++) {
            const at = start + k * symbol.stride;
            bank.addDouble(at, at, t * v[k]!);
          }
        }),
      encloseOver: (width: number) =>
        derivative.enclose(LAST_COEFFICIENT, (start) => {
          for (let k = 0; k < v.length; k++) {
            const at = start + k * symbol.stride;
            const reach = bank.error[at]! + width * Math.abs(v[k]!);
            bank.put(at, bank.hi[at]!, bank.lo[at]!, reach);
            series.set(at + series.size(tag), tag, v[k]!);
          }
        }),
    };
    const mark = memory.mark();
    const isFine = differenceQuotient(memory, out, tag, line, h);
    memory.restore(mark);
    if (isFine && result.level > tag)
      widen(memory, out, 1, result.at + LAST_COEFFICIENT * series.size(tag), h);
    return isFine;
  };

  const compare = (slope: number, quotient: number): void => {
    const { directions } = surroundings;
    bank.sub(quotient, quotient, slope);
    if (!(bank.error[quotient]! < Number.POSITIVE_INFINITY)) return;
    directions.compared += 1;
    directions.differs ||= bank.sign(quotient) !== 0 && bank.sign(quotient) !== undefined;
  };

  return () => {
    const count = symbol.count();
    // Derivatives inside the body are compared here, at the point itself.
    if (count === 0 || !derivative.evaluate(0, () => {}) || isRepeated()) return;
    surroundings.isPerturbed = true;
    const sums = series.take(0);
    for (let d = 1; d < DIRECTIONS; d++) series.take(0);
    const quotient = series.take(tag);
    const directions = Array.from({ length: DIRECTIONS }, (_, d) =>
      Float64Array.from(
        { length: count },
        (_, k) => gaussian(surroundings.run, `direction ${d} ${k}`) * scaleAt(symbol.value(k)),
      ),
    );
    if (bySlopes(sums, directions))
      directions.forEach((v, d) => {
        if (byDifferences(quotient, v)) compare(sums + d, quotient);
      });
    series.release(sums);
    surroundings.isPerturbed = false;
  };
}
