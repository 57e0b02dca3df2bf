/** Finite differences as a second witness of a claim that holds derivatives. */
import { centreOf, radiusOf } from './ball.js';
import { differenceOf, isNumber } from './climb.js';
import type { Judge, Relation } from './judge.js';
import type { Model } from './model.js';
import type { Value } from './value.js';

export interface DifferenceReport {
  /** Largest distance of the two sides when derivatives are differences. */
  readonly maxError: number;
  /** Largest estimate of what the differences leave out. */
  readonly bound: number;
}

export type Witness =
  | { readonly kind: 'agrees'; readonly report: DifferenceReport }
  | { readonly kind: 'disagrees' }
  | { readonly kind: 'silent' };

const MAX_MODELS = 12;
/** The same where derivatives of integrals make each of them dear. */
const MAX_ESTIMATED = 3;
/** The rung at which differences are taken: their steps cost half the digits. */
const RUNG = 1;
/** Differences disagree when the sides are this many estimates apart. */
const MARGIN = 1000;

/** Compares every line with the first on some models, with differences in place of duals. */
export function compareDifferences(
  judge: Judge,
  relation: Relation,
  models: readonly Model[],
  lines: number,
): Witness {
  let report: DifferenceReport | undefined;
  const [first] = models;
  const isEstimated = first && judge.tryRead(first, RUNG)?.estimated;
  for (const model of models.slice(0, isEstimated ? MAX_ESTIMATED : MAX_MODELS)) {
    const values = judge.tryRead(model, RUNG, 'difference')?.values;
    if (!values) continue;
    for (let line = 1; line < lines; line++) {
      const found = distance(judge, relation, values[0] as Value, values[line] as Value);
      if (!found) continue;
      if (found.maxError > MARGIN * found.bound) return { kind: 'disagrees' };
      report = {
        maxError: Math.max(report?.maxError ?? 0, found.maxError),
        bound: Math.max(report?.bound ?? 0, found.bound),
      };
    }
  }
  return report ? { kind: 'agrees', report } : { kind: 'silent' };
}

/** How far the sides are from the relation: for an inequality, by how much it is broken. */
function distance(
  judge: Judge,
  relation: Relation,
  left: Value,
  right: Value,
): DifferenceReport | undefined {
  if (left.kind === 'array' && right.kind === 'array') {
    let worst: DifferenceReport | undefined;
    left.items.forEach((item, k) => {
      const found = distance(judge, relation, item, right.items[k] as Value);
      if (found && (!worst || found.maxError > worst.maxError)) worst = found;
    });
    return worst;
  }
  const { arithmetic } = judge.machineAt(RUNG).calculus;
  if (!isNumber(left) || !isNumber(right)) return undefined;
  const gap = differenceOf(arithmetic, left, right);
  const centre = centreOf(gap);
  if (relation === 'eq') return { maxError: Math.abs(centre), bound: radiusOf(gap) };
  const isUpward = relation === 'le' || relation === 'lt';
  return { maxError: Math.max(0, isUpward ? centre : -centre), bound: radiusOf(gap) };
}
