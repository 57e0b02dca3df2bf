/** The symbol of a derivative's place, and the copy of it that the derivative's body reads. */
import type { Differentiate } from '../program.js';
import { partEntries } from './binder-steps.js';
import type { Frame } from './frame.js';
import { entriesOf, shapeOf, Unsupported } from './memory.js';
import type { ArraySlot, Num } from './slot.js';

export interface PerturbedSymbol {
  /** The number of entries; 0 when it is not known. */
  count(): number;
  /** The place of the derivative as the number of its entry, counted from 0; nothing outside. */
  place(): number | undefined;
  /** Entry k as a double. */
  value(k: number): number;
  /** Puts a copy of the symbol into the slot that the body reads, and tells where it begins. */
  perturb(): number | undefined;
  /** Registers from one entry of the copy to the next. */
  readonly stride: number;
}

/** The symbol that the instruction perturbs. Throws Unsupported for a part of an array. */
export function perturbedSymbol(
  frame: Frame,
  instruction: Differentiate,
  base: Num | ArraySlot,
): PerturbedSymbol {
  return base.type === 'number'
    ? perturbedNumber(frame, instruction, base)
    : perturbedArray(frame, instruction, base);
}

function perturbedNumber(frame: Frame, { tag, perturbed }: Differentiate, base: Num) {
  const { bank, series } = frame.memory;
  const copy = frame.number(perturbed, tag + 1);
  const isKnown = () => bank.error[base.at]! < Number.POSITIVE_INFINITY;
  return {
    count: () => (isKnown() ? 1 : 0),
    place: () => (isKnown() ? 0 : undefined),
    value: () => bank.hi[base.at]!,
    perturb: () => {
      series.copy(copy.at, base.at, base.level, tag + 1);
      return isKnown() ? copy.at : undefined;
    },
    stride: series.size(tag + 1),
  };
}

function perturbedArray(frame: Frame, instruction: Differentiate, base: ArraySlot) {
  const { tag } = instruction;
  const { memory } = frame;
  const { bank, series } = memory;
  const { rank, view, level } = base;
  if (rank !== instruction.indices.length) throw new Unsupported();
  const places = instruction.indices.map((slot) => frame.numberAt(slot).at);
  const copy = frame.array(instruction.perturbed, rank, tag + 1).view;
  const from = series.size(level);
  const to = series.size(tag + 1);
  return {
    count: () => partEntries(view),
    place: () => {
      const { shape } = view;
      if (!shape) return undefined;
      let number = 0;
      for (let axis = 0; axis < rank; axis++) {
        const i = memory.wholeAt(places[axis] as number) ?? Number.NaN;
        const k = i - (shape.lo[axis] as number);
        if (!(k >= 0 && k < (shape.size[axis] as number))) return undefined;
        number = number * (shape.size[axis] as number) + k;
      }
      return number;
    },
    value: (k: number) => bank.hi[view.start + k * from]!,
    perturb: () => {
      if (!view.shape) return undefined;
      copy.shape = shapeOf(view.shape.lo, view.shape.size, to);
      copy.start = memory.take(entriesOf(view.shape) * to);
      for (let k = 0; k < partEntries(view); k++)
        series.copy(copy.start + k * to, view.start + k * from, level, tag + 1);
      return copy.start;
    },
    stride: to,
  };
}
