/**
 * Derivatives, in two ways that share no rule.
 *
 * dual: the body is evaluated as a series of order 1 in the entry.
 *
 * difference: the body is evaluated at x ± h and x ± h/2, and with D(h) = (f(x+h) - f(x-h))/2h
 * Richardson's (4D(h/2) - D(h))/3 = (8(f(x+h/2) - f(x-h/2)) - (f(x+h) - f(x-h)))/6h is taken. By
 * Taylor's theorem for both differences it is f'(x) + (h⁴/360)(f⁽⁵⁾(ξ)/4 - f⁽⁵⁾(η)), so that with
 * |f⁽⁵⁾| <= 120·c on [x-h, x+h] it is off by at most (5/12)·c·h⁴. c is the size of the fifth
 * coefficient of the series of f at an argument whose bound is h wide: an enclosure over the
 * whole interval. Rounding is counted by the bounds of the values.
 */
import type { Differentiate } from '../program.js';
import { partEntries } from './binder-steps.js';
import type { Frame } from './frame.js';
import { entriesOf, type Memory, shapeOf, Unsupported } from './memory.js';
import type { ArraySlot, Num, Step } from './slot.js';

/** The largest step; a smaller one is taken at arguments near 0, where a domain may end. */
const LARGEST_STEP = -20;
const LAST_COEFFICIENT = 5;

export function differentiateStep(frame: Frame, instruction: Differentiate): Step {
  const { tag } = instruction;
  const { memory, surroundings } = frame;
  const { series, bank } = memory;
  const base = frame.slot(instruction.base);
  if (base.type === 'truth' || base.level > tag) throw new Unsupported();
  const entry = entryOf(frame, instruction, base);
  const body = frame.steps(instruction.body);
  const result = frame.numberAt(instruction.result);
  const dependent = result.level > tag;
  if (result.level > tag + 1) throw new Unsupported();
  const out = frame.number(instruction.slot, dependent ? tag : 0);
  const forget = () => series.forget(out.at, out.level);

  /** Evaluates the body with the entry as it is in its registers; false when that fails. */
  const evaluate = (order: number, change: (entry: number) => void): boolean => {
    const before = series.activate(tag, order);
    const at = entry.perturb();
    if (at === undefined) {
      series.activate(tag, before);
      return false;
    }
    change(at);
    frame.run(body);
    series.activate(tag, before);
    return bank.error[result.at]! < Number.POSITIVE_INFINITY;
  };
  const coefficient = (k: number): number => result.at + k * series.size(tag);
  const step = (at: number) => series.set(at + series.size(tag), tag, 1);

  const byDuals = () => {
    if (!evaluate(1, step)) return forget();
    if (dependent) series.copy(out.at, coefficient(1), tag, tag);
    else series.set(out.at, 0, 0);
  };

  const byDifferences = () => {
    const x = entry.value();
    if (x === undefined) return forget();
    const h = 2 ** stepExponent(x);
    const sum = series.take(tag);
    const part = series.take(tag);
    const factor = series.take(0);
    series.set(sum, tag, 0);
    let isFine = true;
    for (const [shift, weight] of [
      [h / 2, 8],
      [-h / 2, -8],
      [h, -1],
      [-h, 1],
    ] as const) {
      isFine &&= evaluate(0, (at) => bank.addDouble(at, at, shift));
      if (!isFine) break;
      series.set(factor, 0, weight);
      series.mul(part, result.at, Math.min(result.level, tag), factor, 0);
      series.add(sum, sum, tag, part, Math.min(result.level, tag));
    }
    if (isFine) {
      series.set(factor, 0, 6 * h);
      series.div(part, sum, tag, factor, 0);
      isFine = evaluateOver(h);
    }
    if (isFine && dependent) {
      series.copy(out.at, part, tag, tag);
      widen(memory, out, coefficient(LAST_COEFFICIENT), h);
    } else if (isFine) series.set(out.at, 0, 0);
    else forget();
    series.release(sum);
  };

  /** The series of order 5 over [x-h, x+h]; derivatives inside it are taken as series as well. */
  const evaluateOver = (h: number): boolean => {
    const outer = surroundings.isEnclosing;
    surroundings.isEnclosing = true;
    const isFine = evaluate(LAST_COEFFICIENT, (at) => {
      step(at);
      bank.put(at, bank.hi[at]!, bank.lo[at]!, bank.error[at]! + h);
    });
    surroundings.isEnclosing = outer;
    return isFine;
  };

  return () => {
    const mark = memory.mark();
    if (surroundings.method === 'dual' || surroundings.isEnclosing) byDuals();
    else byDifferences();
    memory.restore(mark);
  };
}

/** h is a power of 2 of at most 2^-20, and at most 2^-20·|x| for a small x other than 0. */
const stepExponent = (x: number): number =>
  LARGEST_STEP + (x === 0 ? 0 : Math.max(-200, Math.min(0, Math.floor(Math.log2(Math.abs(x))))));

/** Adds (5/12)·h⁴ times the size of each coefficient at `fifth` to the bounds of the number. */
function widen({ bank, series }: Memory, out: Num, fifth: number, h: number): void {
  for (let k = 0; k < series.size(out.level); k++) {
    const size = Math.abs(bank.hi[fifth + k]!) * (1 + 2 ** -50) + bank.error[fifth + k]!;
    const cut = (5 / 12) * (1 + 2 ** -50) * size * h ** 4;
    bank.put(out.at + k, bank.hi[out.at + k]!, bank.lo[out.at + k]!, bank.error[out.at + k]! + cut);
  }
}

interface Entry {
  /** The value of the entry; nothing when there is no such entry. */
  value(): number | undefined;
  /** Puts the symbol into the slot that the body reads, and tells where its entry lies. */
  perturb(): number | undefined;
}

function entryOf(frame: Frame, instruction: Differentiate, base: Num | ArraySlot): Entry {
  const { tag } = instruction;
  const { memory } = frame;
  const { bank, series } = memory;
  if (base.type === 'number') {
    const copy = frame.number(instruction.perturbed, tag + 1);
    const isKnown = () => bank.error[base.at]! < Number.POSITIVE_INFINITY;
    return {
      value: () => (isKnown() ? bank.hi[base.at]! : undefined),
      perturb: () => {
        series.copy(copy.at, base.at, base.level, tag + 1);
        return isKnown() ? copy.at : undefined;
      },
    };
  }
  const { rank, view } = base;
  if (rank !== instruction.indices.length) throw new Unsupported();
  const places = instruction.indices.map((slot) => frame.numberAt(slot).at);
  const copy = frame.array(instruction.perturbed, rank, tag + 1).view;
  /** The number of the entry, counted from the first. */
  const find = (): number | undefined => {
    const { shape } = view;
    if (!shape) return undefined;
    let number = 0;
    for (let axis = 0; axis < rank; axis++) {
      const k = (memory.wholeAt(places[axis] as number) ?? Number.NaN) - (shape.lo[axis] as number);
      if (!(k >= 0 && k < (shape.size[axis] as number))) return undefined;
      number = number * (shape.size[axis] as number) + k;
    }
    return number;
  };
  const from = series.size(base.level);
  const to = series.size(tag + 1);
  return {
    value: () => {
      const found = find();
      return found === undefined ? undefined : bank.hi[view.start + found * from]!;
    },
    perturb: () => {
      const found = find();
      if (found === undefined || !view.shape) return undefined;
      copy.shape = shapeOf(view.shape.lo, view.shape.size, to);
      copy.start = memory.take(entriesOf(view.shape) * to);
      for (let k = 0; k < partEntries(view); k++)
        series.copy(copy.start + k * to, view.start + k * from, base.level, tag + 1);
      return copy.start + found * to;
    },
  };
}
