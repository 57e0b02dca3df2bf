/** Claims that are proved, as hypotheses of the claims after them. */
import { assume, type Context } from '../kernel/context.js';
import {
  type ClaimProof,
  generalize,
  type Lemma,
  type Theorem,
  theoremName,
} from '../kernel/theorem.js';

interface Proved {
  readonly theorem: Theorem;
  readonly proof: ClaimProof;
}

export class Lemmas {
  readonly #proved = new Map<string, Proved>();

  /** Keeps a proved claim for later ones. */
  add(name: string, theorem: Theorem, proof: ClaimProof): void {
    this.#proved.set(name, {
      theorem,
      proof: this.complete(theorem.statement.context, proof),
    });
  }

  get names(): readonly string[] {
    return [...this.#proved.keys()];
  }

  /** The theorems by name, for the kernel. */
  get theorems(): ReadonlyMap<string, Theorem> {
    return new Map([...this.#proved].map(([name, { theorem }]) => [name, theorem]));
  }

  /**
   * True of a claim that was proved of no more than the context has: a symbol that only the claim
   * knows would restrict the models.
   */
  fits(name: string, context: Context): boolean {
    const own = this.#proved.get(name)?.theorem.statement.context;
    if (!own) return false;
    const letters = [...own.declarations.values()].filter(({ kind }) => kind === 'index');
    const isLetters = (fact: string): boolean =>
      letters.some((letter) => fact.startsWith(`${letter.name}.`));
    return (
      [...own.declarations.values()].every(
        ({ name: symbol, kind }) => kind === 'index' || context.declarations.has(symbol),
      ) &&
      [...own.hypotheses.keys()].every(
        (fact) =>
          fact.startsWith(theoremName('')) || isLetters(fact) || context.hypotheses.has(fact),
      )
    );
  }

  /** The context with the named claims as further hypotheses. */
  grant(context: Context, names: readonly string[]): Context {
    let granted = context;
    for (const name of names) {
      const proved = this.#proved.get(name);
      if (!proved) continue;
      const { statement } = proved.theorem;
      const proposition = generalize(statement.context, statement);
      const definitions = new Map([...statement.context.definitions, ...granted.definitions]);
      granted = assume({ ...granted, definitions }, { name: theoremName(name), proposition });
    }
    return granted;
  }

  /** The proof together with the lemmas that the context was granted: all that a certificate needs. */
  complete(context: Context, { leftDefined, rightDefined, proof }: ClaimProof): ClaimProof {
    const lemmas: Lemma[] = [];
    for (const [name, { theorem, proof: own }] of this.#proved)
      if (context.hypotheses.has(theoremName(name)))
        lemmas.push({ name, statement: theorem.statement, proof: own });
    return { leftDefined, rightDefined, proof, lemmas };
  }
}
