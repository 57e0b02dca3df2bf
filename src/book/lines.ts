/** The lines of a checked claim as terms: what each is, how it follows, and where it changes. */
import type { CheckedClaim } from '../document/check-claim.js';
import type { CheckedRelation } from '../document/check-relation.js';
import type { StepReport } from '../document/report.js';
import type { Context } from '../kernel/context.js';
import type { Step } from '../kernel/proof.js';
import type { Term } from '../term/term.js';
import type { Formula, Sign } from './formula.js';
import { changedPath } from './place.js';

/** An elementary step inside a line, with the line that it begins from. */
export interface ElementaryStep {
  readonly context: Context;
  readonly before: Term;
  readonly step: Step;
}

export interface BookLine {
  readonly formula: Formula;
  readonly report: StepReport;
  /** None where the line was not proved by a chain of steps. */
  readonly inside: readonly ElementaryStep[];
}

export interface Derivation {
  readonly start: Formula;
  readonly lines: readonly BookLine[];
}

interface Bare {
  readonly before: Term;
  readonly after: Term;
  readonly context: Context;
  readonly sign: Sign;
  readonly inside: readonly ElementaryStep[];
}

/** The derivation of a claim; undefined of a claim without lines. */
export function derivationOf({ claim, relations, report }: CheckedClaim): Derivation | undefined {
  const { start, steps = [] } = report;
  const [first] = relations;
  if (!start || steps.length === 0 || !first) return undefined;
  const hasOwnLines = steps[0]?.line !== undefined;
  const bare = hasOwnLines
    ? relations.map((relation) => writtenLine(claim.context, relation))
    : foundLines(first);
  if (bare.length !== steps.length) return undefined;
  const paths = bare.map(({ before, after }) => changedPath(before, after));
  const formulaAt = (k: number): Formula => {
    const { after, context, sign } = bare[k] as Bare;
    const next = bare[k + 1];
    return {
      term: after,
      context,
      sign,
      ...given('became', paths[k]),
      ...(next?.before === after ? given('changes', paths[k + 1]) : {}),
    };
  };
  const { before, context } = bare[0] as Bare;
  return {
    start: { term: before, context, ...given('changes', paths[0]) },
    lines: steps.map((step, k) => ({
      formula: formulaAt(k),
      report: step,
      inside: (bare[k] as Bare).inside,
    })),
  };
}

/** A mark on a whole line says nothing. */
const given = (
  name: 'became' | 'changes',
  path: readonly number[] | undefined,
): Partial<Formula> => (path && path.length > 0 ? { [name]: path } : {});

/** A line of a calculation, as the document writes it. */
function writtenLine(context: Context, { before, line, judged }: CheckedRelation): Bare {
  const proved = judged?.proved;
  const inside =
    proved?.transcript?.steps.flatMap((step) =>
      elementarySteps(proved.theorem.statement.context, step.before, step.elementary),
    ) ?? [];
  return { before: before.term, after: line.term, context, sign: line.relation ?? 'eq', inside };
}

/** The lines of a derivation that was found. */
function foundLines({ judged }: CheckedRelation): Bare[] {
  const proved = judged?.proved;
  if (!proved?.transcript) return [];
  const { context } = proved.theorem.statement;
  return proved.transcript.steps.map(({ before, after, relation, elementary }) => ({
    before,
    after,
    context,
    sign: relation,
    inside: elementarySteps(context, before, elementary),
  }));
}

function elementarySteps(
  context: Context,
  start: Term,
  elementary: readonly Step[],
): ElementaryStep[] {
  let before = start;
  return elementary.map((step) => {
    const made = { context, before, step };
    before = step.result;
    return made;
  });
}
