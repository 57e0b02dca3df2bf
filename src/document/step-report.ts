/** The steps of a transcript as plain data. */
import type { Context } from '../kernel/context.js';
import type { Step } from '../kernel/proof.js';
import { printLatex } from '../language/print-latex.js';
import { printUnicode } from '../language/print-unicode.js';
import { reasonOf, type Transcript } from '../search/transcript.js';
import type { Term } from '../term/term.js';
import type { StepReport } from './report.js';

const SIGNS = { eq: ['=', '='], le: ['≤', '\\le'], lt: ['<', '<'] } as const;

/** An entry for each line after the first; with `all`, their elementary steps too. */
export function stepReports(
  context: Context,
  transcript: Transcript,
  steps: 'major' | 'all',
): StepReport[] {
  const shown = (relation: Step['relation'], term: Term): { text: string; latex: string } => ({
    text: `${SIGNS[relation][0]} ${printUnicode(term, { context })}`,
    latex: `${SIGNS[relation][1]} ${printLatex(term, { context })}`,
  });
  return transcript.steps.map((step) => ({
    ...shown(step.relation, step.after),
    ...(step.reasons[0] ? { rule: step.reasons[0] } : {}),
    verdict: 'proved',
    ...(steps === 'all'
      ? {
          substeps: step.elementary.map((one) => ({
            ...shown(one.relation, one.result),
            rule: reasonOf(one.proof),
            path: one.path,
            verdict: 'proved' as const,
          })),
        }
      : {}),
  }));
}
