/** How two results of a run compare, entry by entry. */
import type { UpwardRelation } from '../climb.js';
import { entriesOf, type Memory } from './memory.js';
import type { Num, Slot } from './slot.js';

export interface Gap {
  /** The largest distance of corresponding entries, and a bound of it. */
  readonly error: number;
  readonly bound: number;
  /** True when the bounds show that some entries differ. */
  readonly differs: boolean;
  /** So many leading bits every pair of entries has in common; infinite where they are equal or ordered. */
  readonly agreement: number;
}

const NONE: Gap = { error: 0, bound: 0, differs: false, agreement: Number.POSITIVE_INFINITY };

/** Nothing when an entry is not known, the shapes differ, or an inequality fails. */
export function gapOf(
  memory: Memory,
  relation: UpwardRelation,
  left: Slot,
  right: Slot,
): Gap | undefined {
  if (left.type === 'number' && right.type === 'number')
    return numberGap(memory, relation, left.at, right.at, left === right);
  if (left.type !== 'array' || right.type !== 'array' || left.rank !== right.rank) return undefined;
  const [a, b] = [left.view, right.view];
  if (!a.shape || !b.shape || a.fixed !== 0 || b.fixed !== 0) return undefined;
  const { size, lo } = a.shape;
  const { size: otherSize, lo: otherLo } = b.shape;
  if (size.some((n, axis) => n !== otherSize[axis]) || lo.some((n, axis) => n !== otherLo[axis]))
    return undefined;
  let worst = NONE;
  for (let k = 0; k < entriesOf(a.shape); k++) {
    const gap = numberGap(memory, relation, a.start + k, b.start + k, left === right);
    if (!gap) return undefined;
    worst = {
      error: Math.max(worst.error, gap.error),
      bound: Math.max(worst.bound, gap.bound),
      differs: worst.differs || gap.differs,
      agreement: Math.min(worst.agreement, gap.agreement),
    };
  }
  return worst;
}

function numberGap(
  { bank, series }: Memory,
  relation: UpwardRelation,
  a: Num['at'],
  b: Num['at'],
  isSame: boolean,
): Gap | undefined {
  const known = bank.error[a]! + bank.error[b]!;
  if (!(known < Number.POSITIVE_INFINITY)) return undefined;
  if (isSame) return relation === 'lt' ? undefined : NONE;
  const difference = series.take(0);
  bank.sub(difference, a, b);
  const sign = bank.sign(difference);
  const error = Math.abs(bank.hi[difference]!);
  const bound = (error + bank.error[difference]!) * (1 + 2 ** -50);
  series.release(difference);
  if (relation !== 'eq') {
    const holds = sign === -1 || (sign === 0 && relation === 'le');
    return holds ? (sign === 0 ? { ...NONE, error, bound } : NONE) : undefined;
  }
  if (sign === 0) return { ...NONE, error, bound };
  const size = Math.max(sizeOf(bank.hi[a]!, bank.error[a]!), sizeOf(bank.hi[b]!, bank.error[b]!));
  return { error, bound, differs: sign !== undefined, agreement: bitsBetween(size, bound) };
}

/** log2(size/bound), where the quotient may overflow. */
const bitsBetween = (size: number, bound: number): number => Math.log2(size) - Math.log2(bound);

/** A number that the size of the one in the register certainly reaches. */
const sizeOf = (hi: number, error: number): number =>
  Math.max(0, Math.abs(hi) * (1 - 2 ** -50) - error);
