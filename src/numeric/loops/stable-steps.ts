/**
 * Forms that lose digits or overflow as they are written, and the steps that do not:
 * log(1 + u), log(Σ e^x) and e^x - 1.
 */
import type { LoopInstruction } from '../program.js';
import { rangeOf } from './binder-steps.js';
import type { Frame } from './frame.js';
import type { Num, Step } from './slot.js';

/** Near 1 a logarithm has few digits of its argument; there, and after an overflow, the other form pays. */
const NEAR = 0.25;

/** A logarithm whose argument is 1 + u or a sum of exponentials; nothing for any other. */
export function logarithmOfSum(frame: Frame, argument: number, a: Num, out: Num): Step | undefined {
  const made = frame.madeBy(argument);
  const { bank, series } = frame.memory;
  const isFar = () =>
    bank.error[a.at]! < Number.POSITIVE_INFINITY && Math.abs(bank.hi[a.at]! - 1) > NEAR;
  if (made?.kind === 'apply' && made.op === 'add') {
    const [first, second] = made.args as [number, number];
    const other = frame.isOne(first) ? second : frame.isOne(second) ? first : undefined;
    if (other === undefined) return undefined;
    const u = frame.numberAt(other);
    return () => {
      if (isFar()) series.log(out.at, a.at, a.level);
      else series.log1p(out.at, u.at, u.level);
    };
  }
  if (made?.kind !== 'loop' || made.op !== 'sum') return undefined;
  const shifted = shiftedSum(frame, made, out);
  if (!shifted) return undefined;
  return () => {
    if (isFar()) series.log(out.at, a.at, a.level);
    else shifted();
  };
}

/** log Σ e^x as m + log(1 + Σ' e^(x-m)), where m is the largest x and Σ' leaves it out. */
function shiftedSum(frame: Frame, loop: LoopInstruction, out: Num): Step | undefined {
  const made = frame.madeBy(loop.result);
  if (made?.kind !== 'apply' || made.op !== 'exp') return undefined;
  const { memory } = frame;
  const { bank, series } = memory;
  const x = frame.numberAt(made.args[0] as number);
  const index = frame.numberAt(loop.bound).at;
  const body = frame.bodyOf(loop);
  const { level } = out;
  const size = series.size(level);
  return () => {
    const mark = memory.mark();
    const range = rangeOf(frame, loop);
    if (!range || range.to < range.from) return series.forget(out.at, level);
    const count = range.to - range.from + 1;
    const first = memory.take(count * size);
    let largest = first;
    for (let k = 0; k < count; k++) {
      bank.put(index, range.from + k, 0, 0);
      frame.run(body);
      const at = first + k * size;
      series.copy(at, x.at, x.level, level);
      if (bank.hi[at]! > bank.hi[largest]!) largest = at;
    }
    const [gap, power, total] = [series.take(level), series.take(level), series.take(level)];
    series.set(total, level, 0);
    for (let at = first; at < first + count * size; at += size) {
      if (at === largest) continue;
      series.sub(gap, at, level, largest, level);
      series.exp(power, gap, level);
      series.add(total, total, level, power, level);
    }
    series.log1p(power, total, level);
    series.add(out.at, power, level, largest, level);
    series.release(gap);
    memory.restore(mark);
  };
}

/** e^x - 1, where it is written so. */
export function nearOne(frame: Frame, left: number, right: number, out: Num): Step | undefined {
  const made = frame.madeBy(left);
  if (!frame.isOne(right) || made?.kind !== 'apply' || made.op !== 'exp') return undefined;
  const x = frame.numberAt(made.args[0] as number);
  const { series } = frame.memory;
  return () => series.expm1(out.at, x.at, x.level);
}
