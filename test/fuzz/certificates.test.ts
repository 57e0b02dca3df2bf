/**
 * Damaged certificates: JSON changed anywhere, without regard for what the places mean. Replaying
 * one ends in a theorem or in a refusal, and no theorem has a counterexample.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CertificateError, replay } from '../../src/certificate/certificate.js';
import { ProofError } from '../../src/kernel/check.js';
import type { Theorem } from '../../src/kernel/theorem.js';
import { printText } from '../../src/language/print-text.js';
import { checkRelationNow } from '../../src/numeric/check.js';
import { ruleBook } from '../../src/rules/book.js';
import { certificateOf, prove, SOURCES } from '../kernel/corpus.js';
import { apply, change, type Json } from './damage.js';

const { GRADUS_SEED, GRADUS_FUZZ } = process.env;
const SEED = Number(GRADUS_SEED ?? (GRADUS_FUZZ ? Date.now() % 1_000_000 : 1));
const RUNS = Number(GRADUS_FUZZ ?? 2_000);

const originals = SOURCES.map((source) => JSON.stringify(certificateOf(prove(source))));

/** The claim, if some model refutes it. */
function refuted({ statement }: Theorem): string | undefined {
  const { context, relation, left, right } = statement;
  const options = { seed: SEED, runs: 12, maxSize: 3 };
  const { verdict } = checkRelationNow(context, relation, left, right, options);
  if (verdict !== 'refuted') return undefined;
  return `${printText(left, { context })} ${relation} ${printText(right, { context })}`;
}

test('every damaged certificate is refused or proves what is true', () => {
  process.stdout.write(`certificates: seed ${SEED}, ${RUNS} inputs\n`);
  const counts = { accepted: 0, unreadable: 0, 'proves something else': 0 };
  const replayed = (json: Json): Theorem | undefined => {
    try {
      return replay(ruleBook(), json).theorem;
    } catch (error) {
      if (error instanceof CertificateError) counts.unreadable += 1;
      else if (error instanceof ProofError) counts['proves something else'] += 1;
      else throw error;
      return undefined;
    }
  };
  const changes = fc.array(change, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...originals), changes, (original, all) => {
      const json: Json = JSON.parse(original);
      for (const each of all) apply(json, each);
      const theorem = replayed(json);
      if (!theorem) return;
      counts.accepted += 1;
      expect(refuted(theorem)).toBeUndefined();
    }),
    { seed: SEED, numRuns: RUNS },
  );
  process.stdout.write(`certificates: ${JSON.stringify(counts)}\n`);
}, 3_600_000);

test('the certificates themselves are accepted', () => {
  for (const original of originals)
    expect(() => replay(ruleBook(), JSON.parse(original))).not.toThrow();
});

const nothings: Json[] = [null, 0, '', [], {}, 'certificate', { gradus: 1 }, { gradus: 2 }];
test.each(nothings.map((json) => [JSON.stringify(json), json]))('%s is none', (_text, json) => {
  expect(() => replay(ruleBook(), json)).toThrow(CertificateError);
});
