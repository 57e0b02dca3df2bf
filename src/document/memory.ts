/**
 * What is known of a document from its last check, for the next: a claim whose text, context and
 * lemmas are the same has the same report, wherever it stands now.
 */
import type { Context } from '../kernel/context.js';
import { type Theorem, theoremName } from '../kernel/theorem.js';
import type { Claim } from '../language/claim.js';
import { relevantContext } from '../search/relevance.js';
import { Arena, type Term } from '../term/term.js';
import { type CheckedClaim, reportAgain } from './check-claim.js';
import { contextKey } from './context-key.js';
import type { Lemmas } from './lemmas.js';
import type { Settings } from './options.js';

/** Nodes of the arena after which it is given up with all that is known. */
const MOST_NODES = 1_500_000;

export class Memory {
  #arena = new Arena();
  #known = new Map<string, Known>();
  #kept = new Map<string, Known>();
  readonly #theorems = new WeakMap<Theorem, number>();
  #count = 0;
  #isDone = true;
  #reused = 0;

  /** Claims that the last check did not have to judge anew. */
  get reused(): number {
    return this.#reused;
  }

  /**
   * Begins a check: the arena to read the document in. What the last check did not see is
   * forgotten, if it came to its end.
   */
  begin(): Arena {
    const isFull = this.#arena.size > MOST_NODES;
    if (isFull) this.#arena = new Arena();
    if (isFull) this.#known = new Map();
    else this.#known = this.#isDone ? this.#kept : new Map([...this.#known, ...this.#kept]);
    this.#isDone = false;
    this.#kept = new Map();
    this.#reused = 0;
    return this.#arena;
  }

  /** Ends a check of the whole document. */
  end(): void {
    this.#isDone = true;
  }

  /** The claim as it was judged before, at its new place; undefined when it is new. */
  recall(claim: Claim, settings: Settings, lemmas: Lemmas): CheckedClaim | undefined {
    const known = this.#known.get(keyOf(claim, settings));
    const { needs, checked } = known ?? {};
    if (!checked || (needs !== undefined && needs !== this.#lemmaKey(lemmas))) return undefined;
    this.#reused++;
    return reportAgain(checked, claim, settings);
  }

  /** Keeps a claim that was decided. */
  keep(checked: CheckedClaim, settings: Settings, lemmas: Lemmas): void {
    if (checked.report.verdict === 'error') return;
    const needs = dependsOnLemmas(checked, lemmas) ? this.#lemmaKey(lemmas) : undefined;
    this.#kept.set(keyOf(checked.claim, settings), { checked, needs });
  }

  #lemmaKey = ({ theorems }: Lemmas): string =>
    JSON.stringify([...theorems].map(([name, theorem]) => [name, this.#number(theorem)]));

  #number(theorem: Theorem): number {
    const known = this.#theorems.get(theorem);
    if (known !== undefined) return known;
    this.#theorems.set(theorem, this.#count);
    return this.#count++;
  }
}

interface Known {
  readonly checked: CheckedClaim;
  /** The lemmas that it was judged with, where they matter. */
  readonly needs: string | undefined;
}

/**
 * Lemmas are tried only where they are named or nothing else helps. So what is refuted, or proved
 * without any, would be so with other lemmas too.
 */
function dependsOnLemmas({ claim, relations }: CheckedClaim, { names }: Lemmas): boolean {
  const prefix = theoremName('');
  return (
    claim.lines.some(({ by }) => by.some((reason) => names.includes(reason))) ||
    relations.some(({ report: { verdict }, judged }) => {
      const used = [...(judged?.proved?.theorem.hypotheses ?? [])];
      return verdict === 'tested' || used.some((name) => name.startsWith(prefix));
    })
  );
}

/** All else that a verdict depends on. Terms of one arena are known by their numbers. */
function keyOf({ name, form, lines, context }: Claim, settings: Settings): string {
  const { seed, runs, maxSize, timeLimit, steps, strict } = settings;
  return JSON.stringify([
    name,
    form,
    lines.map(({ term, relation, by, source }) => [term.id, relation, by, source]),
    relevantKey(
      context,
      lines.map(({ term }) => term),
    ),
    [seed, runs, maxSize, timeLimit, steps, strict],
  ]);
}

function relevantKey(context: Context, terms: readonly Term[]): unknown {
  const letters = [...context.declarations.values()].filter(({ kind }) => kind === 'index');
  const { arena } = context;
  const about = [...terms, ...letters.map(({ name }) => arena.sym(name))];
  return contextKey(relevantContext(context, about));
}
