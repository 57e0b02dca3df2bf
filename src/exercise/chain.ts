/**
 * A proved claim as a chain of lines in core form: what exercises are made of. Each line follows
 * from the one before by a proof that the checker has replayed.
 */
import type { CheckedClaim } from '../document/check-claim.js';
import type { CheckedRelation } from '../document/check-relation.js';
import type { Context } from '../kernel/context.js';
import type { Step } from '../kernel/proof.js';
import type { Relation } from '../language/claim.js';
import { relevantContext } from '../search/relevance.js';
import type { Term } from '../term/term.js';
import { calculationReason } from '../transcript/calculation-reason.js';
import { lineTitle, type Title } from '../transcript/reason.js';

/** How a line follows from the one before. */
export interface ChainStep {
  readonly before: Term;
  readonly after: Term;
  readonly relation: Relation;
  /** Why, in a sentence. */
  readonly title: Title;
  /** Ids of the rules used and other reasons, the one that names the step first. */
  readonly reasons: readonly string[];
  /** None where the step was not proved by a chain of steps. */
  readonly elementary: readonly Step[];
  /** The context in which the step is proved. */
  readonly context: Context;
}

export interface Chain {
  readonly name: string;
  /** What the lines mean, and how they are printed. */
  readonly context: Context;
  /** What may be written in an answer: all that is declared, and the letters of the lines. */
  readonly frame: Context;
  /** What the claim is about: the models of its declarations and assumptions. */
  readonly models: Context;
  readonly steps: readonly ChainStep[];
}

/** The chain of a proved claim; undefined of other claims, and of those proved without lines. */
export function chainOf(checked: CheckedClaim): Chain | undefined {
  const { claim, relations, report } = checked;
  const judged = relations[0]?.judged;
  if (report.verdict !== 'proved' || report.expected || !judged) return undefined;
  const steps =
    claim.form === 'calc' || relations.length > 1 ? writtenSteps(relations) : foundSteps(relations);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || !isChain(steps)) return undefined;
  const core = judged.claim.context;
  return {
    name: claim.name,
    context: core,
    frame: withLetters(claim.context, core),
    models: relevantContext(core, [first.before, last.after]),
    steps,
  };
}

/** True of steps each of which begins where the one before ends. */
const isChain = (steps: readonly ChainStep[]): boolean =>
  steps.every(({ before, after }, k) => {
    const next = steps[k + 1];
    return before !== after && (!next || next.before === after);
  });

/** What is written, and the symbols that only the core form has: indices of entries, steps of 0. */
export function withLetters(written: Context, core: Context): Context {
  const isMissing = ([name]: readonly [string, unknown]): boolean =>
    !written.declarations.has(name) && !written.definitions.has(name);
  const added = [...core.declarations].filter(isMissing);
  if (added.length === 0) return written;
  return { ...written, declarations: new Map([...written.declarations, ...added]) };
}

/** The lines of a calculation, as the document has them. */
function writtenSteps(relations: readonly CheckedRelation[]): ChainStep[] {
  return relations.flatMap(({ judged, before, line }): ChainStep[] => {
    const proved = judged?.proved;
    if (!proved) return [];
    const { theorem, transcript, proof } = proved;
    const { context } = theorem.statement;
    const { left, right, relation } = judged.claim;
    const written = { before: before.term, after: line.term, proof: proof.proof };
    const title = calculationReason(context, { ...written, ...(transcript ? { transcript } : {}) });
    return [
      {
        before: left,
        after: right,
        relation,
        title,
        reasons: [...new Set(transcript?.steps.flatMap(({ reasons }) => reasons))],
        elementary: transcript?.steps.flatMap(({ elementary }) => elementary) ?? [],
        context,
      },
    ];
  });
}

/** The lines that were found. */
function foundSteps([only]: readonly CheckedRelation[]): ChainStep[] {
  const proved = only?.judged?.proved;
  const { context } = proved?.theorem.statement ?? {};
  if (!proved?.transcript || !context) return [];
  return proved.transcript.steps.map((step) => ({
    ...step,
    title: lineTitle(step, context),
    context,
  }));
}
