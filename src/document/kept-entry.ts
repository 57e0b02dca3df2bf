/** Writes down what a check of a document leaves for the next: see recall.ts, which reads it. */
import * as v from 'valibot';
import { ProofTableWriter } from '../certificate/proof-table.js';
import type { CheckedDocument } from './check.js';
import type { CheckedRelation } from './check-relation.js';
import { claimName } from './hypotheses.js';
import { Entry } from './kept-form.js';
import { mapped } from './recall.js';

/** Plain JSON for the next check; undefined when the document is to be checked anew in any case. */
export function entryOf({ claims, report }: CheckedDocument): unknown {
  if (report.errors && claims.length === 0) return undefined;
  const writer = new ProofTableWriter();
  const relations = claims.flatMap(({ claim, relations: all }) =>
    all.map((relation, k) => {
      const kept = keptRelation(relation, writer);
      return kept && { claim: claim.name, from: relation.from, to: k + 1, ...kept };
    }),
  );
  const entry = { gradus: 1, table: writer.table, relations };
  return v.is(Entry, entry) ? entry : undefined;
}

/** Only what does not depend on the time that a check had is kept. */
function keptRelation({ report, judged }: CheckedRelation, writer: ProofTableWriter): unknown {
  const { verdict, contradiction, consequence, mistyped } = report;
  const numeric = judged?.report.numeric;
  if (!judged || contradiction || consequence || mistyped) return undefined;
  if (numeric?.inconclusive !== undefined && /time/.test(numeric.inconclusive)) return undefined;
  if (verdict === 'refuted') return { verdict };
  const { proved } = judged;
  if (verdict !== 'proved' || !proved) return undefined;
  const { context, left, right } = proved.theorem.statement;
  const { transcript, isDerived } = proved;
  return {
    verdict,
    proof: writer.entry({ left, right, proof: proved.proof }),
    lemmas: [...context.hypotheses.keys()].flatMap((name) => claimName(name) ?? []),
    ...(transcript && isDerived
      ? { lines: transcript.steps.map(({ elementary, title }) => [elementary.length, title]) }
      : {}),
    numeric: numeric && withoutInfinity(numeric),
  };
}

const withoutInfinity = (value: object): object =>
  mapped(value, (each) => (each === Number.POSITIVE_INFINITY ? null : each));
