/**
 * The mutants that Coq is asked about. The checker is asked first, and a mutant that it accepts is
 * no attack: it proves what it should, by another way. One that is printed like the original is
 * none either.
 */
import { Definitions } from '../../../src/coq/definitions.js';
import type { ProvedClaim } from '../../../src/coq/development.js';
import { NotExportable } from '../../../src/coq/not-exportable.js';
import { theoremStatement } from '../../../src/coq/statement.js';
import { type PrintedTheorem, printTheorem } from '../../../src/coq/theorem.js';
import { type ClaimProof, establish, type Statement } from '../../../src/kernel/theorem.js';
import { ruleBook } from '../../../src/rules/book.js';
import { mutatedProofs } from './mutated-proofs.js';
import { mutatedStatements } from './mutated-statements.js';
import type { Entry } from './session.js';
import { shuffled } from './shuffle.js';

export interface Trial extends Entry {
  readonly kind: string;
  readonly about: string;
  /** Set where the exporter refuses the mutant, which then never reaches Coq. */
  readonly refusal?: string;
}

interface Base {
  readonly claim: ProvedClaim;
  readonly theorem: PrintedTheorem;
  /** The three theorems of the claim, as they are printed. */
  readonly parts: readonly string[];
  readonly entry: Entry;
}

/** A mutant that is yet to be made; undefined where it turns out to be none. */
interface Candidate {
  readonly kind: string;
  readonly make: (name: string) => Trial | undefined;
}

export class Trials {
  readonly #definitions = new Definitions();
  readonly #bases: readonly Base[];

  constructor(claims: readonly ProvedClaim[]) {
    this.#bases = claims.map((claim, k) => this.#base(claim, `original_${k}`));
  }

  /** The unchanged claims. */
  get originals(): readonly Entry[] {
    return this.#bases.map(({ entry }) => entry);
  }

  /** At most so many mutants of each kind, spread over the claims by the seed. */
  mutants(ofEachKind: number, seed: number): Trial[] {
    const byKind = new Map<string, Candidate[]>();
    for (const base of this.#bases)
      for (const candidate of this.#candidates(base))
        byKind.set(candidate.kind, [...(byKind.get(candidate.kind) ?? []), candidate]);
    const trials: Trial[] = [];
    for (const candidates of byKind.values()) {
      let left = ofEachKind;
      for (const { make } of shuffled(candidates, seed)) {
        if (left === 0) break;
        const trial = make(`mutant_${trials.length}`);
        if (!trial) continue;
        trials.push(trial);
        left--;
      }
    }
    return trials;
  }

  /** What the claims and their mutants define, to be said before all else. */
  get definitions(): string {
    return this.#definitions.commands.join('\n');
  }

  #base(claim: ProvedClaim, name: string): Base {
    const theorem = printTheorem(name, claim.statement, claim.proof, this.#definitions);
    const entry = { commands: theorem.text, names: theorem.theorems };
    return { claim, theorem, parts: partsOf(theorem), entry };
  }

  *#candidates(base: Base): Generator<Candidate> {
    const { statement, proof } = base.claim;
    for (const { kind, make } of mutatedProofs(statement.context, proof))
      yield { kind, make: (name) => this.#proofTrial(base, kind, name, make()) };
    for (const { kind, mutant } of mutatedStatements(statement))
      yield { kind, make: (name) => this.#statementTrial(base, kind, name, mutant) };
  }

  /** The claim as it is, by a wrong proof. */
  #proofTrial(base: Base, kind: string, name: string, proof: ClaimProof): Trial | undefined {
    const { statement } = base.claim;
    if (isEstablished(statement, proof)) return undefined;
    const about = aboutOf(base);
    let theorem: PrintedTheorem;
    try {
      theorem = printTheorem(name, statement, proof, this.#definitions);
    } catch (error) {
      return { kind, about, refusal: refusalOf(error), commands: '', names: [] };
    }
    const changed = partsOf(theorem).flatMap((text, k) =>
      afterName(text) === afterName(base.parts[k] as string) ? [] : [{ text, k }],
    );
    if (changed.length === 0) return undefined;
    const stated = changed.map(
      ({ k }) =>
        `Definition ${name}_${k} :\n${base.theorem.parts[k]?.statement}\n  := ${theorem.parts[k]?.name}.`,
    );
    return {
      kind,
      about,
      commands: [...changed.map(({ text }) => text), ...stated].join('\n'),
      names: changed.map(({ k }) => `${name}_${k}`),
    };
  }

  /** Another claim, by the proof as it is. */
  #statementTrial(base: Base, kind: string, name: string, mutant: Statement): Trial | undefined {
    if (isEstablished(mutant, base.claim.proof)) return undefined;
    const about = aboutOf(base);
    try {
      const { given, leftOk, rightOk, related } = theoremStatement(mutant, this.#definitions);
      const changed = [leftOk, rightOk, related].flatMap((conclusion, k) => {
        const old = base.parts[k] as string;
        const text = `Theorem ${name}_${k} : ${given}  ${conclusion}.${old.slice(old.indexOf('\nProof.'))}`;
        return afterName(text) === afterName(old) ? [] : [{ text, name: `${name}_${k}` }];
      });
      if (changed.length === 0) return undefined;
      return {
        kind,
        about,
        commands: changed.map(({ text }) => text).join('\n'),
        names: changed.map((each) => each.name),
      };
    } catch (error) {
      return { kind, about, refusal: refusalOf(error), commands: '', names: [] };
    }
  }
}

const aboutOf = ({ claim }: Base): string => `${claim.document} ${claim.name}`;

/** That the sides have values and that they are related; not what follows from these. */
const partsOf = ({ text }: PrintedTheorem): string[] => text.split('\n\n').slice(0, 3);

const afterName = (text: string): string => text.slice(text.indexOf(' : '));

const refusalOf = (error: unknown): string =>
  error instanceof NotExportable ? error.message : `a malformed proof: ${error}`;

function isEstablished(statement: Statement, proof: ClaimProof): boolean {
  try {
    establish(ruleBook(), statement, proof);
    return true;
  } catch {
    return false;
  }
}
