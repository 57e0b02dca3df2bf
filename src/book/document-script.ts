/**
 * The script beside a page: its document, and the lines of each derivation in the plain language,
 * for the engine to evaluate. It is loaded when a reader asks for numbers.
 */
import type { CheckedDocument } from '../document/check.js';
import type { CheckedClaim } from '../document/check-claim.js';
import { pointOfCounterexample } from '../engine/counterexample-point.js';
import { readsAs } from '../engine/subject.js';
import { printText } from '../language/print-text.js';
import { type Derivation, derivationOf } from './lines.js';
import { SCRIPT_HEAD } from './page.js';

const SIGNS = { eq: '==', le: '<=', lt: '<', ge: '>=', gt: '>' } as const;

/** The script; `ids` names the claims in addresses. */
export function documentScript({ text, claims }: CheckedDocument, ids: readonly string[]): string {
  const entries = claims.map((checked, k) => {
    const { name } = checked.claim;
    const derivation = derivationOf(checked);
    const lines = derivation && linesOf(derivation);
    const isRead = lines && readsAs({ document: text, claim: name, lines });
    const point = counterexamplePoint(checked);
    return [ids[k], { name, ...(isRead ? { lines } : {}), ...(point ? { point } : {}) }];
  });
  const page = { document: text, claims: Object.fromEntries(entries) };
  return `${SCRIPT_HEAD}\nglobalThis.gradus.page = ${JSON.stringify(page)};\n`;
}

/** A claim that is refuted opens where it fails. */
function counterexamplePoint({ claim, report }: CheckedClaim): Record<string, string> | undefined {
  const found = [report, ...(report.steps ?? [])].find(({ counterexample }) => counterexample);
  return found?.counterexample && pointOfCounterexample(claim.context, found.counterexample);
}

function linesOf({ start, lines }: Derivation): string[] {
  return [{ formula: start }, ...lines].map(
    ({ formula: { term, context, sign } }) =>
      `${sign ? `${SIGNS[sign]} ` : ''}${printText(term, { context })}`,
  );
}
