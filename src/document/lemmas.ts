/** Claims that are proved, as hypotheses of the claims after them. */
import { assume, type Context } from '../kernel/context.js';
import {
  type ClaimProof,
  generalize,
  type Lemma,
  type Theorem,
  theoremName,
} from '../kernel/theorem.js';
import type { FoundProof } from '../search/prove-claim.js';

interface Proved {
  readonly theorem: Theorem;
  readonly proof: ClaimProof;
}

export class Lemmas {
  readonly #proved = new Map<string, Proved>();

  /** Keeps a proved claim for later ones. */
  add(name: string, theorem: Theorem, proof: FoundProof): void {
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

  /** The context with the named claims as further hypotheses. */
  grant(context: Context, names: readonly string[]): Context {
    let granted = context;
    for (const name of names) {
      const proved = this.#proved.get(name);
      if (!proved) continue;
      const { statement } = proved.theorem;
      const proposition = generalize(statement.context, statement);
      granted = assume(granted, { name: theoremName(name), proposition });
    }
    return granted;
  }

  /** The proof together with the lemmas that the context was granted: all that a certificate needs. */
  complete(context: Context, { leftDefined, rightDefined, proof }: FoundProof): ClaimProof {
    const lemmas: Lemma[] = [];
    for (const [name, { theorem, proof: own }] of this.#proved)
      if (context.hypotheses.has(theoremName(name)))
        lemmas.push({ name, statement: theorem.statement, proof: own });
    return { leftDefined, rightDefined, proof, lemmas };
  }
}
