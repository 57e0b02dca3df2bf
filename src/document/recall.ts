/**
 * What a check of a document leaves for the next check of the same text: the proofs that were
 * found, without their statements. The next check takes the statements from the document, has the
 * kernel replay each proof, and looks for a model anew. Of what is refuted, nothing is kept but
 * that no proof was found: the counterexample is looked for again.
 */
import { CertificateError } from '../certificate/certificate.js';
import { ProofTableReader, type SidedProof } from '../certificate/proof-table.js';
import type { Arena } from '../term/term.js';
import type { KeptEntry } from './kept-form.js';
import type { NumericReport } from './report.js';

/** What is kept cannot be used: the document is to be checked as if there were nothing. */
export class StaleEntry extends Error {
  override readonly name = 'StaleEntry';
}

/** Which relation of which claim: its lines are counted from 0. */
export interface Place {
  readonly claim: string;
  readonly from: number;
  readonly to: number;
}

/** A proof as it was kept. */
export interface KeptProof extends SidedProof {
  /** Earlier claims that it may lean on. */
  readonly lemmas: readonly string[];
  /** Of a derivation, the steps of each line and the title of the line. */
  readonly lines?: readonly KeptLine[];
  readonly numeric: NumericReport;
}

export type KeptLine = readonly [steps: number, title: string];

/** What was kept of a document, in the arena in which the document was just read. */
export class Recall {
  readonly #relations: ReadonlyMap<string, KeptEntry['relations'][number]>;
  readonly #table: ProofTableReader;

  /** Throws StaleEntry for proofs that cannot be read. */
  constructor(arena: Arena, entry: KeptEntry) {
    this.#table = readable(() => new ProofTableReader(arena, entry.table));
    this.#relations = new Map(entry.relations.map((each) => [keyOf(each), each]));
  }

  /** The proof of a relation, or that it was refuted. Throws StaleEntry where nothing is kept. */
  at(place: Place): KeptProof | 'refuted' {
    const found = this.#relations.get(keyOf(place));
    if (found?.verdict === 'refuted') return 'refuted';
    const { proof, lemmas, lines, numeric } = found ?? {};
    if (!proof || !lemmas || !numeric) throw new StaleEntry();
    const sided = readable(() => this.#table.claim(proof, 'proof'));
    return { ...sided, lemmas, ...(lines ? { lines } : {}), numeric: withInfinity(numeric) };
  }
}

const withInfinity = (value: object): NumericReport =>
  mapped(value, (each) => each ?? Number.POSITIVE_INFINITY);

/** The object with all that is in it and in its parts changed. */
export function mapped(value: object, change: (each: unknown) => unknown): object {
  const pairs = Object.entries(value).map(([key, each]) => [
    key,
    typeof each === 'object' && each !== null ? mapped(each, change) : change(each),
  ]);
  return Object.fromEntries(pairs);
}

const keyOf = ({ claim, from, to }: Place): string => `${claim} ${from} ${to}`;

/** What cannot be read, or meets a bound, is stale. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof CertificateError || (error as Error).name === 'ArenaFull')
      throw new StaleEntry();
    throw error;
  }
}
