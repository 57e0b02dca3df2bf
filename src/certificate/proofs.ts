/**
 * Proofs in a certificate: a table in which every distinct proof stands once, after its premises.
 * An entry is `{rule, …}` with the id of a rule of the rule book or one of the checker's own words.
 */

import type { Proof, Step } from '../kernel/proof.js';
import { premisesOf } from '../kernel/theorem.js';
import { rationalText } from '../term/rational.js';
import type { Term } from '../term/term.js';
import type { TermWriter } from './terms.js';

export type Entry = Readonly<Record<string, unknown>>;

/** Kinds of proof that a step holds itself; the others it names by their place. */
export const INLINE: ReadonlySet<Proof['by']> = new Set<Proof['by']>([
  ...(['rule', 'hypothesis', 'fact', 'declared', 'symmetry'] as const),
  ...(['unfold', 'algebra', 'linear', 'syntax'] as const),
]);

/** Collects proofs for a certificate. */
export class ProofWriter {
  readonly entries: Entry[] = [];
  readonly #places = new Map<Proof, number>();
  readonly #byText = new Map<string, number>();
  readonly #terms: TermWriter;

  constructor(terms: TermWriter) {
    this.#terms = terms;
  }

  /** The place of a proof in the table; it and its premises are entered if they are new. */
  place(root: Proof): number {
    const stack = [root];
    for (let proof = stack.at(-1); proof; proof = stack.at(-1)) {
      const missing = this.#premises(proof).filter((child) => !this.#places.has(child));
      if (missing.length > 0) {
        stack.push(...missing.reverse());
        continue;
      }
      stack.pop();
      if (!this.#places.has(proof)) this.#places.set(proof, this.#enter(this.#entry(proof)));
    }
    return this.#places.get(root) as number;
  }

  /** The steps of a chain, each with its own reason. */
  steps(steps: readonly Step[]): Entry[] {
    for (const step of steps)
      if (!INLINE.has(step.proof.by)) this.place(step.proof);
      else for (const premise of premisesOf(step.proof)) this.place(premise);
    return steps.map((step) => this.#step(step));
  }

  /** What must be in the table before the entry of a proof. */
  #premises(proof: Proof): Proof[] {
    if (proof.by !== 'chain' && proof.by !== 'rewrite') return premisesOf(proof);
    const steps = proof.steps.flatMap((step) =>
      INLINE.has(step.proof.by) ? premisesOf(step.proof) : [step.proof],
    );
    return proof.by === 'rewrite' ? [...steps, proof.next] : steps;
  }

  #enter(entry: Entry): number {
    const text = JSON.stringify(entry);
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    this.#byText.set(text, this.entries.length);
    return this.entries.push(entry) - 1;
  }

  #step(step: Step): Entry {
    const { rule, ...reason } = INLINE.has(step.proof.by)
      ? this.#entry(step.proof)
      : { rule: 'proof', proof: this.#places.get(step.proof) };
    return {
      rule,
      direction: step.reverse ? 'backward' : 'forward',
      ...(step.relation === 'eq' ? {} : { relation: step.relation }),
      path: step.path,
      ...reason,
      result: this.#terms.place(step.result),
    };
  }

  #entry(proof: Proof): Entry {
    const term = (t: Term): number => this.#terms.place(t);
    const at = (p: Proof): number => this.#places.get(p) as number;
    switch (proof.by) {
      case 'rule': {
        const pairs = [...proof.substitution].map(([name, value]) => [name, term(value)] as const);
        pairs.sort(([a], [b]) => (a < b ? -1 : 1));
        const substitution = Object.fromEntries(pairs);
        return { rule: proof.rule, substitution, conditions: proof.premises.map(at) };
      }
      case 'hypothesis':
        return {
          rule: 'hypothesis',
          name: proof.name,
          at: proof.at.map(term),
          conditions: proof.premises.map(at),
        };
      case 'fact':
        return { rule: 'fact', index: proof.index };
      case 'declared':
        return { rule: 'declared', conditions: proof.premises.map(at) };
      case 'symmetry':
        return { rule: 'symmetry', of: at(proof.of) };
      case 'unfold':
      case 'syntax':
        return { rule: proof.by };
      case 'algebra':
        return { rule: 'algebra', nonzero: proof.nonzero.map((n) => [term(n.term), at(n.proof)]) };
      case 'linear':
        return {
          rule: 'linear',
          terms: proof.terms.map((t) => [term(t.fact), at(t.proof), rationalText(t.factor)]),
        };
      case 'chain':
        return { rule: 'chain', steps: proof.steps.map((step) => this.#step(step)) };
      case 'rewrite':
        return {
          rule: 'rewrite',
          steps: proof.steps.map((step) => this.#step(step)),
          next: at(proof.next),
        };
      case 'cases':
        return { rule: 'cases', on: term(proof.on), yes: at(proof.yes), no: at(proof.no) };
      case 'absurd':
        return {
          rule: 'absurd',
          proposition: term(proof.proposition),
          yes: at(proof.yes),
          no: at(proof.no),
        };
      case 'have':
        return {
          rule: 'have',
          proposition: term(proof.proposition),
          proof: at(proof.proof),
          next: at(proof.next),
        };
    }
  }
}
