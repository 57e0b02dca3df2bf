/**
 * Derivatives, in two ways that share no rule.
 *
 * dual: the body is evaluated as a series of order 1 in the entry.
 *
 * difference: the body is evaluated at entries around that of the model, see difference.ts. In the
 * same run the body is compared along directions of the whole symbol, see directions.ts.
 */
import type { Differentiate } from '../program.js';
import { differenceQuotient, LAST_COEFFICIENT, stepAt, widen } from './difference.js';
import { directionCheck } from './directions.js';
import type { Frame } from './frame.js';
import { Unsupported } from './memory.js';
import { perturbedSymbol } from './perturbed-symbol.js';
import type { Step } from './slot.js';

export function differentiateStep(frame: Frame, instruction: Differentiate): Step {
  const { tag } = instruction;
  const { memory, surroundings } = frame;
  const { series, bank } = memory;
  const base = frame.slot(instruction.base);
  if (base.type === 'truth' || base.level > tag) throw new Unsupported();
  const symbol = perturbedSymbol(frame, instruction, base);
  const body = frame.steps(instruction.body);
  const result = frame.numberAt(instruction.result);
  const dependent = result.level > tag;
  if (result.level > tag + 1) throw new Unsupported();
  const out = frame.number(instruction.slot, dependent ? tag : 0);
  const forget = () => series.forget(out.at, out.level);

  /** Evaluates the body on a changed copy of the symbol; false when that fails. */
  const evaluate = (order: number, change: (start: number) => void): boolean => {
    const before = series.activate(tag, order);
    const start = symbol.perturb();
    if (start !== undefined) {
      change(start);
      frame.run(body);
    }
    series.activate(tag, before);
    return start !== undefined && bank.error[result.at]! < Number.POSITIVE_INFINITY;
  };

  /** The same, with derivatives inside the body taken as series. */
  const enclose = (order: number, change: (start: number) => void): boolean => {
    const outer = surroundings.isEnclosing;
    surroundings.isEnclosing = true;
    const isFine = evaluate(order, change);
    surroundings.isEnclosing = outer;
    return isFine;
  };
  const coefficient = (k: number): number => result.at + k * series.size(tag);
  const slopeAt = (entry: number) => series.set(entry + series.size(tag), tag, 1);

  const byDuals = () => {
    const place = symbol.place();
    const step = (start: number) => slopeAt(start + (place ?? 0) * symbol.stride);
    if (place === undefined || !evaluate(1, step)) return forget();
    if (dependent) series.copy(out.at, coefficient(1), tag, tag);
    else series.set(out.at, 0, 0);
  };

  const byDifferences = () => {
    const place = symbol.place();
    if (place === undefined) return forget();
    const h = stepAt(symbol.value(place));
    const offset = place * symbol.stride;
    const line = {
      at: result.at,
      level: result.level,
      evaluateAt: (t: number) =>
        evaluate(0, (start) => bank.addDouble(start + offset, start + offset, t)),
      encloseOver: (width: number) =>
        enclose(LAST_COEFFICIENT, (start) => {
          const at = start + offset;
          slopeAt(at);
          bank.put(at, bank.hi[at]!, bank.lo[at]!, bank.error[at]! + width);
        }),
    };
    const quotient = series.take(tag);
    const isFine = differenceQuotient(memory, quotient, tag, line, h);
    if (isFine && dependent) {
      series.copy(out.at, quotient, tag, tag);
      widen(memory, out.at, series.size(out.level), coefficient(LAST_COEFFICIENT), h);
    } else if (isFine) series.set(out.at, 0, 0);
    else forget();
    series.release(quotient);
  };

  const alongDirections = directionCheck({ surroundings, tag, symbol, result, evaluate, enclose });

  return () => {
    const mark = memory.mark();
    const { method, isEnclosing, isPerturbed } = surroundings;
    if (method === 'dual' || isEnclosing) byDuals();
    else {
      if (!isPerturbed) alongDirections();
      memory.restore(mark);
      surroundings.isPerturbed = true;
      byDifferences();
      surroundings.isPerturbed = isPerturbed;
    }
    memory.restore(mark);
  };
}
