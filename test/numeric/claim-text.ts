/** Claims written in the language, for tests: `check('real x', 'x*x >= 0')`. */
import type { Context } from '../../src/kernel/context.js';
import { parseDocument } from '../../src/language/document.js';
import { lowerRelation } from '../../src/language/lower.js';
import {
  checkRelationNow,
  type NumericOptions,
  type Outcome,
  type Relation,
} from '../../src/numeric/check.js';
import { Arena, type Term } from '../../src/term/term.js';

export interface CoreClaim {
  readonly context: Context;
  readonly relation: Relation;
  readonly left: Term;
  readonly right: Term;
}

/** The core form of one claim in the context of the declarations (statements, one a line). */
export function coreClaim(declarations: string, claim: string): CoreClaim {
  const text = `\`\`\`gradus\n${declarations}\nclaim it: ${claim}\n\`\`\`\n`;
  const { claims, diagnostics } = parseDocument(new Arena(), text);
  const problem = diagnostics[0];
  if (problem) throw new Error(`${problem.message} in ${text}`);
  const [first, second] = claims[0]?.lines ?? [];
  if (!claims[0] || !first || !second) throw new Error(`no claim in ${text}`);
  const core = lowerRelation(claims[0].context, first.term, second.term);
  return { ...core, relation: second.relation ?? 'eq' };
}

export const OPTIONS: NumericOptions = { seed: 42, runs: 60, maxSize: 4 };

export function check(
  declarations: string,
  claim: string,
  options: Partial<NumericOptions> = {},
): Outcome {
  const { context, relation, left, right } = coreClaim(declarations, claim);
  return checkRelationNow(context, relation, left, right, { ...OPTIONS, ...options });
}

/** The verdict, with the sides of the counterexample where there is one. */
export function verdict(declarations: string, claim: string): string {
  const outcome = check(declarations, claim);
  if (outcome.verdict === 'inconclusive') return `inconclusive: ${outcome.reason}`;
  return outcome.verdict;
}
