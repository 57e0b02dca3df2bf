/** Claims that are proved, as hypotheses of the claims after them. */
import { assume, type Context } from '../kernel/context.js';
import { generalize, type Lemma, type Theorem, theoremName } from '../kernel/theorem.js';
import type { FoundProof } from '../search/prove-claim.js';

interface Proved {
  readonly theorem: Theorem;
  readonly proof: FoundProof;
}

export class Lemmas {
  readonly #proved = new Map<string, Proved>();

  /** Keeps a proved claim for later ones. */
  add(name: string, theorem: Theorem, proof: FoundProof): void {
    this.#proved.set(name, { theorem, proof });
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

  /** The claims with their proofs, for a certificate. */
  asCertified(): Lemma[] {
    return [...this.#proved].map(([name, { theorem, proof }]) => ({
      name,
      statement: theorem.statement,
      proof,
    }));
  }
}
