// Certificates of found proofs: written, read in a fresh arena and checked again.
import { describe, expect, it } from 'vitest';
import { replay } from '../../src/kernel/certificate.js';
import { ruleBook } from '../../src/rules/book.js';
import { certificateOf, prove, SOURCES } from './corpus.js';

describe('a certificate', () => {
  it.each(SOURCES)('of $name is read and checked again', (source) => {
    const certificate = certificateOf(prove(source));
    const { theorem, name } = replay(ruleBook(), certificate);
    expect(name).toBe(source.name);
    expect(theorem.statement.relation).toBe(source.claim[1]);
  });
});
