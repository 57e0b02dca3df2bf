/**
 * Hostile documents. A few thousand with every test run; `npm run fuzz` reads a hundred times as
 * many. GRADUS_SEED sets the seed that is printed.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from '../../src/language/document.js';
import { LanguageError } from '../../src/language/language-error.js';
import { lowerRelation } from '../../src/language/lower.js';
import { printText } from '../../src/language/print-text.js';
import { Arena, ArenaFull } from '../../src/term/term.js';
import { hostileText } from './hostile-text.js';

const { GRADUS_SEED, GRADUS_FUZZ } = process.env;
const SEED = Number(GRADUS_SEED ?? (GRADUS_FUZZ ? Date.now() % 1_000_000 : 1));
const RUNS = Number(GRADUS_FUZZ ?? 2_000);

interface Tally {
  readonly inputs: number;
  readonly rejected: number;
  readonly accepted: number;
  readonly claims: number;
  readonly slowest: { readonly ms: number; readonly text: string };
}

let tally: Tally = { inputs: 0, rejected: 0, accepted: 0, claims: 0, slowest: { ms: 0, text: '' } };

/** Reads a text; throws for anything that a document may not do to its reader. */
function read(text: string): void {
  const start = performance.now();
  const { claims, diagnostics } = parseDocument(new Arena(), text);
  const lines = text.split(/\r\n|\n|\r/);
  for (const { line, column, message } of diagnostics) {
    expect(message).toMatch(/\S/);
    expect(message).not.toMatch(/undefined|\[object|stack size/);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length + 1);
    expect(column).toBeGreaterThanOrEqual(1);
  }
  if (diagnostics.length === 0) for (const claim of claims) lower(claim);
  const ms = performance.now() - start;
  tally = {
    inputs: tally.inputs + 1,
    rejected: tally.rejected + Number(diagnostics.length > 0),
    accepted: tally.accepted + Number(diagnostics.length === 0),
    claims: tally.claims + (diagnostics.length === 0 ? claims.length : 0),
    slowest: ms > tally.slowest.ms ? { ms, text } : tally.slowest,
  };
}

type Claim = ReturnType<typeof parseDocument>['claims'][number];

/** The core form of each relation and its text; shapes that do not fit are refused by name. */
function lower({ context, lines }: Claim): void {
  for (const [k, line] of lines.entries()) {
    expect(printText(line.term, { context })).not.toMatch(/undefined|\[object/);
    const before = lines[k - 1];
    if (!before) continue;
    try {
      lowerRelation(context, before.term, line.term);
    } catch (error) {
      if (!(error instanceof LanguageError) && !(error instanceof ArenaFull)) throw error;
    }
  }
}

test('every text is a document or has mistakes with a place, and none breaks the reader', () => {
  process.stdout.write(`documents: seed ${SEED}, ${RUNS} inputs\n`);
  fc.assert(fc.property(hostileText(), read), { seed: SEED, numRuns: RUNS });
  const { inputs, rejected, accepted, claims, slowest } = tally;
  process.stdout.write(
    `documents: ${inputs} read, ${rejected} with mistakes, ${accepted} without and with ${claims} ` +
      `claims; the slowest took ${slowest.ms.toFixed(0)} ms, ${slowest.text.length} characters: ` +
      `${JSON.stringify(slowest.text.slice(0, 80))}\n`,
  );
  expect(inputs).toBeGreaterThanOrEqual(RUNS);
}, 3_600_000);
