/**
 * Proofs of claims whose statements stand elsewhere, in a document: a table like that of a
 * certificate, without contexts and claims. Whoever reads it back says what is to be proved; the
 * table is believed as little as a certificate.
 */
import type { ClaimProof } from '../kernel/theorem.js';
import { isBinder } from '../term/operator.js';
import type { Arena, Term } from '../term/term.js';
import {
  BOUNDS,
  demand,
  isSymbol,
  readCount,
  readFields,
  readList,
  readSymbol,
  readTuple,
} from './fields.js';
import { ProofReader } from './proof-reader.js';
import { type Entry, ProofWriter } from './proofs.js';
import { type TermEntry, TermReader, TermWriter } from './terms.js';

export interface ProofTable {
  readonly terms: readonly TermEntry[];
  /** The letters of the terms that bind an index, by their places: what is printed is the same. */
  readonly letters: readonly (readonly [place: number, letter: string])[];
  readonly proofs: readonly Entry[];
}

/** The two sides of a claim, and why the one follows from the other. */
export interface SidedProof {
  readonly left: Term;
  readonly right: Term;
  readonly proof: Omit<ClaimProof, 'lemmas'>;
}

/** Collects proofs. An entry refers to the table and is meant to be kept beside it. */
export class ProofTableWriter {
  readonly #terms = new TermWriter();
  readonly #proofs = new ProofWriter(this.#terms);

  entry({ left, right, proof: { leftDefined, rightDefined, proof } }: SidedProof): Entry {
    return {
      sides: [this.#terms.place(left), this.#terms.place(right)],
      ...(proof.by === 'chain'
        ? { steps: this.#proofs.steps(proof.steps) }
        : { proof: this.#proofs.place(proof) }),
      defined: [this.#proofs.place(leftDefined), this.#proofs.place(rightDefined)],
    };
  }

  get table(): ProofTable {
    const letters = this.#terms.written.flatMap((term, place) =>
      isBinder(term.op) && isSymbol(term.letter) ? [[place, term.letter] as const] : [],
    );
    return { terms: this.#terms.entries, letters, proofs: this.#proofs.entries };
  }
}

/** A table read back. Throws a CertificateError for what is not as it should be. */
export class ProofTableReader {
  readonly #terms: TermReader;
  readonly #proofs: ProofReader;

  constructor(arena: Arena, value: unknown) {
    const where = 'table';
    const { terms, letters, proofs } = readFields(value, where, ['terms', 'letters', 'proofs']);
    this.#terms = new TermReader(arena, terms, readLetters(letters));
    this.#proofs = new ProofReader(this.#terms, proofs);
  }

  /** The claim of an entry, as it was written. */
  claim(value: unknown, where: string): SidedProof {
    const fields = readFields(value, where, ['sides', 'defined'], ['steps', 'proof']);
    const [left, right] = readTuple(fields.sides, `${where}.sides`, 2).map((place) =>
      this.#terms.value(place, `${where}.sides`),
    );
    const [leftDefined, rightDefined] = readTuple(fields.defined, `${where}.defined`, 2).map(
      (place) => this.#proofs.proof(place, `${where}.defined`),
    );
    const proof = this.#proofs.whole(fields, where);
    return { left, right, proof: { leftDefined, rightDefined, proof } } as SidedProof;
  }
}

function readLetters(value: unknown): ReadonlyMap<number, string> {
  const where = 'letters';
  const pairs = readList(value, where, 'terms').map((pair): [number, string] => {
    const [place, letter] = readTuple(pair, where, 2);
    return [readCount(place, where, BOUNDS.terms), readSymbol(letter, where)];
  });
  const letters = new Map(pairs);
  demand(letters.size === pairs.length, where, 'a term has two letters');
  return letters;
}
