/**
 * A development: the theorems of many claims in one file, in the order in which they cite each
 * other, and a second file that states each of them once more and asks Coq what they rest on. The
 * second file has its own copy of the definitions and imports nothing of the first, so that what
 * it says means the same whatever the first one holds.
 */
import type { ClaimProof, Statement } from '../kernel/theorem.js';
import { Definitions } from './definitions.js';
import { freshName, theoremIdentifier } from './identifiers.js';
import { NotExportable } from './not-exportable.js';
import { type PrintedTheorem, printTheorem, THEOREM_ENDINGS } from './theorem.js';

/** A claim that is proved, with its proof. */
export interface ProvedClaim {
  /** What the document is called, without its folder and ending. */
  readonly document: string;
  readonly name: string;
  readonly statement: Statement;
  readonly proof: ClaimProof;
}

export interface ExportedClaim {
  readonly claim: ProvedClaim;
  readonly theorem?: PrintedTheorem;
  /** The operator or rule that has no counterpart, where there is no theorem. */
  readonly missing?: string;
}

export interface Development {
  readonly claims: readonly ExportedClaim[];
  /** The text of `Theorems.v`. */
  readonly theorems: string;
  /** The text of `All.v`. */
  readonly all: string;
}

const LIBRARIES = ['From Coq Require Import Reals.', 'From Coquelicot Require Import Coquelicot.'];

/** How a file of theorems begins. */
export const THEOREMS_HEADER = [
  ...LIBRARIES,
  'From Coq Require Import Lra Classical.',
  'From Gradus Require Import Gradus.',
  'From Gradus Require Numbers.',
  'Open Scope R_scope.',
].join('\n');

/**
 * Without what proofs need: names of axioms are printed in full. The theorems are not imported:
 * no name and no notation of theirs can stand for one of the libraries.
 */
const ALL_HEADER = [
  'From Gradus Require Theorems.',
  ...LIBRARIES,
  'From Gradus Require Import Gradus.',
  'Open Scope R_scope.',
].join('\n');

/** The development of these claims. */
export function development(claims: readonly ProvedClaim[]): Development {
  const writer = new Writer();
  const exported = claims.map((claim) => writer.add(claim));
  return {
    claims: exported,
    theorems: `${THEOREMS_HEADER}\n\n${writer.commands.join('\n\n')}\n`,
    all: allText(
      writer.definitions,
      exported.flatMap(({ theorem }) => theorem ?? []),
    ),
  };
}

/** States every theorem once more, and asks for the axioms behind all of them. */
function allText(definitions: readonly string[], theorems: readonly PrintedTheorem[]): string {
  const stated = theorems.flatMap((theorem, k) =>
    theorem.parts.map(
      ({ name, statement }, part) =>
        `Definition accepted_${k}_${part} :\n${statement}\n  := Theorems.${name}.`,
    ),
  );
  const names = theorems.flatMap(({ parts }, k) => parts.map((_, part) => `accepted_${k}_${part}`));
  // A tuple would repeat the types of all before it at each of its pairs.
  const lines = names.map((name) => `  let _ := ${name} in`);
  return [
    ALL_HEADER,
    ...definitions,
    ...stated,
    ['Definition all_theorems : True :=', ...lines, '  I.'].join('\n'),
    'Print Assumptions all_theorems.',
    '',
  ].join('\n\n');
}

class Writer {
  readonly commands: string[] = [];
  readonly #definitions = new Definitions();
  readonly #names = new Set<string>();
  /** Theorems by what they state. */
  readonly #lemmas = new Map<Statement, PrintedTheorem>();

  /** The commands among these that define what the statements speak of. */
  get definitions(): readonly string[] {
    return this.#definitions.commands;
  }

  add(claim: ProvedClaim): ExportedClaim {
    const { document, name, statement, proof } = claim;
    try {
      return { claim, theorem: this.#print(theoremIdentifier(document, name), statement, proof) };
    } catch (error) {
      if (error instanceof NotExportable) return { claim, missing: error.message };
      throw error;
    }
  }

  #print(wish: string, statement: Statement, proof: ClaimProof): PrintedTheorem {
    const known = this.#lemmas.get(statement);
    if (known) return known;
    const lemmas = new Map<string, PrintedTheorem>();
    for (const lemma of proof.lemmas ?? [])
      lemmas.set(lemma.name, this.#print(`${wish}_by_${lemma.name}`, lemma.statement, lemma.proof));
    const name = freshName(wish, this.#names, THEOREM_ENDINGS);
    const before = this.#definitions.commands.length;
    const theorem = printTheorem(name, statement, proof, this.#definitions, lemmas);
    for (const ending of THEOREM_ENDINGS) this.#names.add(`${name}${ending}`);
    this.#lemmas.set(statement, theorem);
    this.commands.push(...this.#definitions.commands.slice(before), theorem.text);
    return theorem;
  }
}
