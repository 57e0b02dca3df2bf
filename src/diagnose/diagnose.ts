/**
 * Guesses why a refuted claim is wrong. A guess is told only when the claim, so repaired, passes
 * a numeric check of its own; otherwise nothing is said.
 */
import type { Context } from '../kernel/context.js';
import { decoratedName } from '../language/decorated-name.js';
import type { Relation } from '../numeric/check.js';
import type { Counterexample } from '../numeric/counterexample.js';
import type { Term } from '../term/term.js';
import { caseThatHolds } from './cases.js';
import { emptySides } from './empty-range.js';
import { focusOf } from './focus.js';
import {
  type Bound,
  bounds,
  demands,
  follows,
  sufficient,
  weakest,
  withOneHot,
  withRowSums,
} from './hypotheses.js';
import { type Edit, type MistakeKind, Wrong } from './mistake.js';
import { GROUPS, type Groups, LEFT_GROUPS, OPENED_GROUPS } from './mistakes/all.js';
import { type Place, withDefinitionsOpened } from './place.js';
import { type Claim, Trial } from './trial.js';

export type { MistakeKind } from './mistake.js';

/** Milliseconds for all guesses together, unless the caller has less. */
const PATIENCE = 2000;

export interface Diagnosis {
  readonly kind: MistakeKind;
  /** One sentence on the likely mistake. */
  readonly sentence: string;
  /** The change under which the claim holds, where it is a change of its sides. */
  readonly edit?: Edit;
}

/** The likely mistake, or nothing. `deadline` is a time as Date.now() tells it. */
export function diagnose(
  context: Context,
  relation: Relation,
  left: Term,
  right: Term,
  counterexample: Counterexample,
  deadline = Date.now() + PATIENCE,
): Diagnosis | undefined {
  const attempt = new Attempt({ context, relation, left, right }, new Trial(deadline));
  const names = [...Object.keys(counterexample.sizes), ...Object.keys(counterexample.values)];
  if (counterexample.left === 'undefined') return attempt.explainUndefined(counterexample, names);
  if (counterexample.right === 'undefined') {
    const explained = attempt.explainUndefined(counterexample, names);
    return explained ?? (relation === 'eq' ? attempt.repairSides(names) : undefined);
  }
  return (
    attempt.emptyRange(counterexample) ??
    (relation === 'eq' ? attempt.repairSides(names) : attempt.repairRelation())
  );
}

/** The smallest parts of the two sides that are known to differ; a whole side may be one. */
export interface Parts {
  readonly left: Place;
  readonly right: Place;
}

/** What differs: the place of the mistake, where it is known, and else what is not the same. */
export function differingParts(
  context: Context,
  left: Term,
  right: Term,
  diagnosis: Diagnosis | undefined,
  deadline: number,
): Parts {
  const focus = focusOf(new Trial(deadline), context, left, right);
  const { place, side } = diagnosis?.edit ?? {};
  return place?.parent && side ? { ...focus, [side]: place } : focus;
}

/** Groups of mistakes that come before missing assumptions. */
const FIRST_GROUPS = 2;

class Attempt {
  /** Equations that were tried: families differ in what they say, and meet in what they change. */
  readonly #tried = new Set<string>();

  constructor(
    readonly claim: Claim,
    readonly trial: Trial,
  ) {}

  #holdsIn(context: Context, leastModels?: number): boolean {
    return this.trial.holds({ ...this.claim, context }, leastModels);
  }

  /** A claim that fails for nothing but a range without an index. */
  emptyRange({ sizes }: Counterexample): Diagnosis | undefined {
    const { context, left, right } = this.claim;
    for (const [name, value] of Object.entries(sizes)) {
      if (Number(value) !== 0) continue;
      for (const { text, context: restricted } of bounds(context, name, []))
        if (this.#holdsIn(restricted)) {
          const why = emptySides(context, name, [left, right]);
          return { kind: 'empty-range', sentence: `it holds for ${text}${why}` };
        }
    }
    return undefined;
  }

  repairSides(names: readonly string[]): Diagnosis | undefined {
    const { context, left, right } = this.claim;
    const onRight = new Wrong(context, 'right', right, left);
    return (
      this.#mistake(onRight, GROUPS.slice(0, FIRST_GROUPS)) ??
      this.#oneCase() ??
      this.#oneHot() ??
      this.#rowSums(names) ??
      this.#missingAssumption(names) ??
      this.#mistake(onRight, GROUPS.slice(FIRST_GROUPS)) ??
      this.#mistake(new Wrong(context, 'left', left, right), LEFT_GROUPS) ??
      this.#mistakeInDefinition()
    );
  }

  /** A mistake that was made with what stands in a definition on the left. */
  #mistakeInDefinition(): Diagnosis | undefined {
    const { context, left, right } = this.claim;
    const opened = withDefinitionsOpened(context, left);
    if (opened === left) return undefined;
    return this.#mistake(new Wrong(context, 'left', opened, right), OPENED_GROUPS);
  }

  readonly #isNew = ({ left, right }: Edit): boolean => {
    const key = `${left.id} ${right.id}`;
    const isNew = !this.#tried.has(key);
    this.#tried.add(key);
    return isNew;
  };

  /** The first mistake of these groups that explains the claim. */
  #mistake(about: Wrong, groups: Groups): Diagnosis | undefined {
    const unclear: Edit[] = [];
    for (const families of groups) {
      if (this.trial.isOver) return undefined;
      const edits = families.flatMap((family) => [...family(about)]).filter(this.#isNew);
      const found = this.#explaining(
        about,
        edits.filter((edit) => isClear(edit)),
      );
      if (found) return found;
      unclear.push(...edits.filter((edit) => !isClear(edit)));
    }
    return this.#explaining(about, unclear);
  }

  /** The first of these edits under which the claim holds. */
  #explaining(about: Wrong, edits: readonly Edit[]): Diagnosis | undefined {
    const equations = edits.map(({ left, right }) => [left, right] as const);
    for (const k of this.trial.glance(about.context, equations)) {
      const edit = edits[k] as Edit;
      const { kind, sentence, left, right } = edit;
      if (this.trial.holds({ ...this.claim, left, right })) return { kind, sentence, edit };
    }
    return undefined;
  }

  /** A claim that holds for some pairs of indices: a delta is missing, or what is not on it. */
  #oneCase(): Diagnosis | undefined {
    const sentence = caseThatHolds(this.trial, this.claim);
    return sentence === undefined ? undefined : { kind: 'delta', sentence };
  }

  #rowSums(names: readonly string[]): Diagnosis | undefined {
    for (const name of names) {
      const context = withRowSums(this.claim.context, name);
      if (!context || !this.#holdsIn(context)) continue;
      const sentence = `it holds when the ${this.#isVector(name) ? 'entries' : 'rows'} of ${decoratedName(name)} sum to 1: is that assumption missing?`;
      return { kind: 'hypothesis', sentence };
    }
    return undefined;
  }

  #isVector(name: string): boolean {
    return this.claim.context.declarations.get(name)?.axes.length === 1;
  }

  #oneHot(): Diagnosis | undefined {
    for (const { name, kind, axes } of this.claim.context.declarations.values()) {
      if (kind !== 'binary' || axes.length === 0) continue;
      if (!this.#holdsIn(withOneHot(this.claim.context, name))) continue;
      const y = decoratedName(name);
      const sentence = `it holds when ${y} is one-hot: does ${y} have exactly one 1${axes.length > 1 ? ' in each row' : ''}?`;
      return { kind: 'hypothesis', sentence };
    }
    return undefined;
  }

  #missingAssumption(names: readonly string[]): Diagnosis | undefined {
    const { context } = this.claim;
    const candidates = names.flatMap((name) => [...bounds(context, name, ['≥ 0', '> 0', '≠ 0'])]);
    const found = weakest(this.trial, context, sufficient(this.trial, this.claim, candidates));
    if (!found) return undefined;
    const sentence = `it holds for ${found.text}: is that assumption missing?`;
    return { kind: 'hypothesis', sentence };
  }

  /** An inequality that holds the other way round, or with equality. */
  repairRelation(): Diagnosis | undefined {
    const { relation } = this.claim;
    const weaker = WEAKER[relation];
    const kind = 'direction';
    if (weaker && this.trial.holds({ ...this.claim, relation: weaker }))
      return { kind, sentence: 'the two sides can be equal: it holds with equality allowed' };
    if (this.trial.holds({ ...this.claim, relation: REVERSED[relation] }))
      return { kind, sentence: 'the inequality holds the other way round' };
    return undefined;
  }

  /** The assumption or convention without which a side has no value. */
  explainUndefined(
    { left, right, reason }: Counterexample,
    names: readonly string[],
  ): Diagnosis | undefined {
    const { context } = this.claim;
    const sides =
      left === right ? 'both sides are' : `the ${left === 'undefined' ? 'left' : 'right'} side is`;
    const start = `${sides} undefined there${reason ? ` (${reason})` : ''}`;
    if (!context.conventions.has('0*log(0)')) {
      const conventions = new Set(context.conventions).add('0*log(0)');
      // A convention leaves the models as they are, however few.
      if (this.#holdsIn({ ...context, conventions }, 1)) {
        const sentence = `${start}: is the convention 0*log(0) = 0 missing?`;
        return { kind: 'convention', sentence };
      }
    }
    // What a division asks for is weaker than what a logarithm does: it comes first there.
    const isWeak = /division|differentiable/.test(reason ?? '');
    const needs = this.#leastNeed(names, isWeak ? WEAK_FIRST : STRONG_FIRST);
    return needs === undefined
      ? undefined
      : { kind: 'hypothesis', sentence: `${start}: it ${needs}` };
  }

  /** The weakest assumption found that gives all sides a value. */
  #leastNeed(names: readonly string[], wanted: readonly Bound[]): string | undefined {
    const { trial, claim } = this;
    const { context } = claim;
    const simple = sufficient(
      trial,
      claim,
      names.flatMap((name) => [...bounds(context, name, wanted)]),
    );
    const bound = weakest(trial, context, simple);
    const demand = weakest(trial, context, sufficient(trial, claim, demands(claim)));
    if (!bound || !demand) {
      const only = bound ?? demand;
      return only && `needs ${only.text}`;
    }
    // A bound on a symbol is easier to read, if it asks for no more than the operations do.
    if (follows(trial, context, demand, bound)) return `needs ${bound.text}`;
    return `needs ${demand.text}; ${bound.text} would do`;
  }
}

/** A rule that is told by a term too long to be written out says little: it comes last. */
const isClear = ({ kind, sentence }: Edit): boolean =>
  !((kind === 'product-rule' || kind === 'chain-rule') && sentence.includes('…'));

const WEAK_FIRST = ['≠ 0', '≠ 1', '> 0', '< 1', 'in (0, 1)'] as const;
const STRONG_FIRST = ['> 0', '≥ 0', '≠ 0', '≠ 1', '< 1', 'in (0, 1)'] as const;

const WEAKER: Partial<Record<Relation, Relation>> = { lt: 'le', gt: 'ge' };
const REVERSED: Readonly<Record<Relation, Relation>> = {
  eq: 'eq',
  le: 'ge',
  lt: 'gt',
  ge: 'le',
  gt: 'lt',
};
