/**
 * What a proof shows more than once at its root is asserted once, before the rest. A first pass
 * counts; the second writes each such proposition's proof where it is first asked for.
 */
import type { Proof } from '../kernel/proof.js';
import type { Term } from '../term/term.js';

export class SharedProofs {
  readonly #counts = new Map<Proof, Map<Term, number>>();
  readonly #names = new Map<Term, string>();
  readonly #lines: string[] = [];
  #isCounting = true;

  /** Ends the counting; from here on what was counted twice is shared. */
  finishCounting(): void {
    this.#isCounting = false;
  }

  /** The assertions, in an order in which each uses only those before it. */
  get assertions(): readonly string[] {
    return this.#lines;
  }

  /** True when the lines of this goal are already being, or need not be, written in full. */
  isRepeated(proof: Proof, goal: Term): boolean {
    const goals = this.#counts.get(proof) ?? new Map<Term, number>();
    const count = (goals.get(goal) ?? 0) + (this.#isCounting ? 1 : 0);
    this.#counts.set(proof, goals.set(goal, count));
    return count > 1;
  }

  get isCounting(): boolean {
    return this.#isCounting;
  }

  /** The name under which a proposition is asserted; `prove` writes its proof when it is new. */
  name(goal: Term, text: string, prove: () => readonly string[]): string {
    const known = this.#names.get(goal);
    if (known !== undefined) return known;
    const lines = prove();
    const name = `S_${this.#names.size}`;
    this.#names.set(goal, name);
    this.#lines.push(`assert (${name} : ${text}).`, ...lines);
    return name;
  }
}
