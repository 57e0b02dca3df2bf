/**
 * Differences as a second witness of a claim that holds derivatives: every derivative in it is
 * replaced by a difference quotient with a derived bound, and the two sides are compared again; and
 * its body is compared along directions of the whole symbol.
 */
import type { Judge, Relation } from './judge.js';
import { DIRECTIONS } from './loops/direction-tally.js';
import type { Gap } from './loops/gap.js';
import type { Loops } from './loops/loops.js';
import type { Model } from './model.js';

export interface DifferenceReport {
  /** Largest distance of the two sides when derivatives are differences. */
  readonly maxError: number;
  /** Largest bound of what rounding and the differences leave out. */
  readonly bound: number;
  /** Directions along which every derivative was compared, where that could be done. */
  readonly directions?: number;
}

export type Witness =
  | { readonly kind: 'agrees'; readonly report: DifferenceReport }
  | { readonly kind: 'disagrees' }
  /** No bound could be derived: a kink nearby, or an operator without a series. */
  | { readonly kind: 'undecided' };

/** Models on which every line is to be compared. */
const ENOUGH = 12;

/** Compares every line with the first, with differences in place of duals. */
export function compareDifferences(
  judge: Judge,
  relation: Relation,
  models: readonly Model[],
  lines: number,
): Witness {
  let maxError = 0;
  let bound = 0;
  let directed = 0;
  const compared = new Array<number>(lines).fill(0);
  for (const model of models) {
    if (compared.every((count, line) => line === 0 || count >= ENOUGH)) break;
    const loops = judge.loopsOn(model, 'difference');
    if (!loops) continue;
    const { directions } = loops;
    if (directions.differs) return { kind: 'disagrees' };
    directed += directions.compared;
    for (let line = 1; line < lines; line++) {
      const gap = gapOf(loops, relation, line);
      if (!gap) continue;
      if (gap.differs) return { kind: 'disagrees' };
      compared[line] = (compared[line] ?? 0) + 1;
      maxError = Math.max(maxError, gap.error);
      bound = Math.max(bound, gap.bound);
    }
  }
  const isCovered = compared.every((count, line) => line === 0 || count > 0);
  if (!isCovered) return { kind: 'undecided' };
  const report = { maxError, bound, ...(directed > 0 ? { directions: DIRECTIONS } : {}) };
  return { kind: 'agrees', report };
}

/** How far a line is from its relation to the first: for an inequality, by how much it is broken. */
function gapOf(loops: Loops, relation: Relation, line: number): Gap | undefined {
  if (relation === 'ge') return loops.gap('le', line, 0);
  if (relation === 'gt') return loops.gap('lt', line, 0);
  return loops.gap(relation, 0, line);
}
