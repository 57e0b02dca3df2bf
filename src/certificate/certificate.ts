/**
 * Certificates: a claim and its proof as plain JSON, so that anyone may check it again. A file is
 * taken for what it claims to prove, never for a reason to believe it: what it says is rebuilt
 * from its declarations and then goes through the checker like any other proof.
 *
 * Equal proofs of equal claims give equal bytes. Terms and proofs stand once, in tables.
 */

import { ProofError } from '../kernel/check.js';
import type { Hypothesis } from '../kernel/context.js';
import type { RuleBook } from '../kernel/rule.js';
import {
  type ClaimProof,
  establish,
  generalize,
  type Lemma,
  type Statement,
  type Theorem,
  theoremName,
} from '../kernel/theorem.js';
import type { Arena } from '../term/term.js';
import { Arena as TermArena } from '../term/term.js';
import { readContext, writeContext } from './contexts.js';
import {
  CertificateError,
  demand,
  type Fields,
  readChoice,
  readFields,
  readLabel,
  readList,
  readTuple,
} from './fields.js';
import { ProofReader } from './proof-reader.js';
import { type Entry, ProofWriter } from './proofs.js';
import { type TermEntry, TermReader, TermWriter } from './terms.js';

export { CertificateError } from './fields.js';

export interface Certificate {
  /** The version of this format. */
  readonly gradus: 1;
  readonly name: string;
  /** A claim with `context`, `claim`, `defined`, and `steps` or `proof`. */
  readonly context: Entry;
  readonly lemmas: readonly Entry[];
  readonly claim: Entry;
  /** Proofs that the left and the right side have a value. */
  readonly defined: readonly number[];
  /** The chain from the left side to the right side; where the proof is none, see `proof`. */
  readonly steps?: readonly Entry[];
  readonly proof?: number;
  readonly proofs: readonly Entry[];
  readonly terms: readonly TermEntry[];
}

/** The certificate of a claim. Its context may have `theorem:` facts only from the lemmas. */
export function encodeCertificate(
  name: string,
  statement: Statement,
  proof: ClaimProof,
): Certificate {
  const terms = new TermWriter();
  const proofs = new ProofWriter(terms);
  const lemmas = flatten(proof).map((lemma) => ({
    name: lemma.name,
    ...writeClaim(lemma.statement, lemma.proof, terms, proofs),
  }));
  const claim = writeClaim(statement, proof, terms, proofs);
  return {
    gradus: 1,
    name,
    ...claim,
    lemmas,
    proofs: proofs.entries,
    terms: terms.entries,
  };
}

/** The lemmas of a proof and of its lemmas, each once and after those that it uses. */
function flatten(proof: ClaimProof): Lemma[] {
  const found = new Map<string, Lemma>();
  for (const lemma of proof.lemmas ?? [])
    for (const part of [...flatten(lemma.proof), lemma])
      if (!found.has(part.name)) found.set(part.name, part);
  return [...found.values()];
}

type ClaimEntry = Pick<Certificate, 'context' | 'claim' | 'defined' | 'steps' | 'proof'>;

function writeClaim(
  { context, relation, left, right }: Statement,
  { leftDefined, rightDefined, proof }: ClaimProof,
  terms: TermWriter,
  proofs: ProofWriter,
): ClaimEntry {
  return {
    context: writeContext(context, terms),
    claim: { relation, left: terms.place(left), right: terms.place(right) },
    ...(proof.by === 'chain'
      ? { steps: proofs.steps(proof.steps) }
      : { proof: proofs.place(proof) }),
    defined: [proofs.place(leftDefined), proofs.place(rightDefined)],
  };
}

export interface Decoded {
  readonly name: string;
  readonly statement: Statement;
  readonly proof: ClaimProof;
}

const CLAIM = ['context', 'claim', 'defined'];
const BODY = ['steps', 'proof'];

/** Reads a certificate, which may be hostile. Throws a CertificateError and nothing else. */
export function decodeCertificate(arena: Arena, json: unknown): Decoded {
  return orCertificateError(() => decode(arena, json));
}

function decode(arena: Arena, json: unknown): Decoded {
  const where = 'certificate';
  const fields = readFields(
    json,
    where,
    ['gradus', 'name', ...CLAIM, 'lemmas', 'proofs', 'terms'],
    BODY,
  );
  demand(fields.gradus === 1, where, 'this version of the format is not known');
  const terms = new TermReader(arena, fields.terms);
  const proofs = new ProofReader(terms, fields.proofs);
  const lemmas = new Map<string, Lemma>();
  readList(fields.lemmas, 'lemmas', 'lemmas').forEach((entry, i) => {
    const place = `lemmas[${i}]`;
    const own = readFields(entry, place, ['name', ...CLAIM], BODY);
    const name = readLabel(own.name, `${place}.name`);
    demand(!lemmas.has(name), place, `the lemma ${name} stands twice`);
    lemmas.set(name, { name, ...readClaim(arena, terms, proofs, lemmas, own, place) });
  });
  const claim = readClaim(arena, terms, proofs, lemmas, fields, where);
  return {
    name: fields.name === '' ? '' : readLabel(fields.name, 'name'),
    statement: claim.statement,
    proof: { ...claim.proof, lemmas: [...lemmas.values()] },
  };
}

function readClaim(
  arena: Arena,
  terms: TermReader,
  proofs: ProofReader,
  lemmas: ReadonlyMap<string, Lemma>,
  fields: Fields,
  where: string,
): Pick<Decoded, 'statement' | 'proof'> {
  const lemma = (name: string, place: string): Hypothesis => {
    const found = lemmas.get(name);
    demand(found !== undefined, place, `there is no lemma ${name} before this`);
    const { statement } = found;
    return { name: theoremName(name), proposition: generalize(statement.context, statement) };
  };
  const place = `${where}.context`;
  const { context, requireNames } = readContext(arena, terms, fields.context, place, lemma);
  const claim = readFields(fields.claim, `${where}.claim`, ['relation', 'left', 'right']);
  const [left, right] = (['left', 'right'] as const).map((side) => {
    const term = terms.value(claim[side], `${where}.claim.${side}`);
    requireNames(term, `${where}.claim.${side}`);
    return term;
  });
  const relations = ['eq', 'le', 'lt'] as const;
  const relation = readChoice(claim.relation, `${where}.claim.relation`, relations);
  const [leftDefined, rightDefined] = readTuple(fields.defined, `${where}.defined`, 2).map(
    (entry) => proofs.proof(entry, `${where}.defined`),
  );
  return {
    statement: { context, relation, left, right } as Statement,
    proof: { leftDefined, rightDefined, proof: proofs.whole(fields, where) } as ClaimProof,
  };
}

/**
 * Checks a certificate from its first byte, in an arena of its own. Throws a CertificateError when
 * it cannot be read or meets a bound, and a ProofError when it does not prove what it claims.
 */
export function replay(rules: RuleBook, json: unknown): { theorem: Theorem; name: string } {
  const { name, statement, proof } = decodeCertificate(new TermArena(), json);
  return orCertificateError(() => ({ theorem: establish(rules, statement, proof), name }));
}

/** Bounds met on the way (of the arena, of polynomials, of the stack) are refusals as well. */
function orCertificateError<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof CertificateError || error instanceof ProofError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CertificateError(`the certificate cannot be checked: ${reason}`);
  }
}
