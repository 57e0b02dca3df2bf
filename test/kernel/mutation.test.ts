// Tampered certificates are refused, unless they still prove a true statement.
import { describe, expect, it } from 'vitest';
import { CertificateError, encodeCertificate, replay } from '../../src/certificate/certificate.js';
import { ProofError } from '../../src/kernel/check.js';
import type { Statement } from '../../src/kernel/theorem.js';
import { checkRelationNow } from '../../src/numeric/check.js';
import { ruleBook } from '../../src/rules/book.js';
import { certificateOf, prove, SOURCES } from './corpus.js';
import { MUTATIONS, mutate } from './mutation.js';

const SEEDS = 3;

/** What the replay says of a mutant: the statement it proves, or nothing when it is refused. */
function provedBy(json: unknown): Statement | undefined {
  try {
    return replay(ruleBook(), json).theorem.statement;
  } catch (error) {
    if (error instanceof CertificateError || error instanceof ProofError) return undefined;
    throw error;
  }
}

/** The statement as text, whatever arena it stands in. */
function textOf(statement: Statement): string {
  const none = { by: 'syntax' } as const;
  const proof = { leftDefined: none, rightDefined: none, proof: none };
  return JSON.stringify(encodeCertificate('', statement, proof));
}

const OPTIONS = { seed: 1, runs: 40, maxSize: 3 };

const isRefuted = ({ context, relation, left, right }: Statement): boolean =>
  checkRelationNow(context, relation, left, right, OPTIONS).verdict === 'refuted';

let tried = 0;
let accepted = 0;

describe.each(SOURCES)('tampering with the proof of $name', (source) => {
  const proved = prove(source);
  const certificate = certificateOf(proved);
  const original = textOf(proved.statement);

  it.each(MUTATIONS)('by $name proves nothing false', (mutation) => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const mutant = mutate(certificate, mutation, seed);
      if (!mutant) continue;
      tried++;
      const statement = provedBy(mutant);
      if (!statement) continue;
      accepted++;
      if (textOf(statement) === original) continue;
      expect(isRefuted(statement), `seed ${seed}: ${JSON.stringify(mutant.claim)}`).toBe(false);
    }
  });
});

it('has tried a thousand forgeries and refused most', () => {
  expect(tried).toBeGreaterThan(1_000);
  expect(accepted / tried).toBeLessThan(0.2);
});
