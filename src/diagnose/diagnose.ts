/**
 * Guesses why a refuted claim is wrong. A guess is told only when the claim, so repaired, passes
 * a numeric check of its own; otherwise nothing is said.
 */
import { assume, type Context, type Declaration } from '../kernel/context.js';
import { checkRelationNow, type NumericOptions, type Relation } from '../numeric/check.js';
import type { Counterexample } from '../numeric/counterexample.js';
import { builder } from '../term/build.js';
import type { Term } from '../term/term.js';
import { repairsOf } from './repair.js';

/** Enough models to tell a right repair from a wrong one, small enough to try many. */
const OPTIONS: NumericOptions = { seed: 7, runs: 24, maxSize: 3 };

/** Milliseconds for all guesses together, unless the caller has less. */
const PATIENCE = 2000;

/**
 * One sentence on the likely mistake, or nothing. `deadline` is a time as Date.now() tells it.
 */
export function diagnose(
  context: Context,
  relation: Relation,
  left: Term,
  right: Term,
  counterexample: Counterexample,
  deadline = Date.now() + PATIENCE,
): string | undefined {
  const attempt = new Attempt(context, relation, left, right, deadline);
  const undefinedSides = [counterexample.left, counterexample.right].filter(
    (x) => x === 'undefined',
  );
  if (undefinedSides.length > 0) return attempt.explainUndefined(counterexample);
  return relation === 'eq' ? attempt.repairSides() : attempt.repairRelation();
}

class Attempt {
  constructor(
    readonly context: Context,
    readonly relation: Relation,
    readonly left: Term,
    readonly right: Term,
    readonly deadline: number,
  ) {}

  #holds(context: Context, relation: Relation, right: Term, left = this.left): boolean {
    if (Date.now() > this.deadline) return false;
    const options = { ...OPTIONS, deadline: this.deadline };
    return checkRelationNow(context, relation, left, right, options).verdict === 'agrees';
  }

  repairSides(): string | undefined {
    for (const { left, right, sentence } of repairsOf(this.context, this.left, this.right))
      if (this.#holds(this.context, this.relation, right, left)) return sentence;
    for (const { name, kind, axes } of this.context.declarations.values()) {
      if (kind !== 'binary' || axes.length === 0) continue;
      if (this.#holds(withOneHot(this.context, name), this.relation, this.right))
        return `it holds when ${name} is one-hot: does ${name} have exactly one 1 in each row?`;
    }
    return undefined;
  }

  /** An inequality that holds the other way round, or with equality. */
  repairRelation(): string | undefined {
    const { relation, right, context } = this;
    const weaker = WEAKER[relation];
    if (weaker && this.#holds(context, weaker, right))
      return 'the two sides can be equal: it holds with equality allowed';
    if (this.#holds(context, REVERSED[relation], right))
      return 'the inequality holds the other way round';
    return undefined;
  }

  /** The assumption or convention without which a side has no value. */
  explainUndefined({ left, right, reason, values, sizes }: Counterexample): string | undefined {
    const sides =
      left === right ? 'both sides are' : `the ${left === 'undefined' ? 'left' : 'right'} side is`;
    const start = `${sides} undefined there${reason ? ` (${reason})` : ''}`;
    if (!this.context.conventions.has('0*log(0)')) {
      const conventions = new Set(this.context.conventions).add('0*log(0)');
      if (this.#holds({ ...this.context, conventions }, this.relation, this.right))
        return `${start}: is the convention 0*log(0) = 0 missing?`;
    }
    for (const name of [...Object.keys(values), ...Object.keys(sizes)])
      for (const { text, context } of restrictions(this.context, name, reason))
        if (this.#holds(context, this.relation, this.right)) return `${start}: it needs ${text}`;
    return undefined;
  }
}

const WEAKER: Partial<Record<Relation, Relation>> = { lt: 'le', gt: 'ge' };
const REVERSED: Readonly<Record<Relation, Relation>> = {
  eq: 'eq',
  le: 'ge',
  lt: 'gt',
  ge: 'le',
  gt: 'lt',
};

/** The context with a 0/1 array declared one-hot. */
function withOneHot(context: Context, name: string): Context {
  const declaration = context.declarations.get(name);
  if (!declaration) return context;
  const declarations = new Map(context.declarations).set(name, { ...declaration, kind: 'onehot' });
  return { ...context, declarations };
}

interface Restriction {
  readonly text: string;
  readonly context: Context;
}

/** The context with x > 0, x < 1, both, or x ≠ 0 for every entry of the symbol. */
function* restrictions(context: Context, name: string, reason = ''): Generator<Restriction> {
  const declaration = context.declarations.get(name);
  if (!declaration || declaration.arity !== undefined) return;
  const { axes } = declaration;
  const t = builder(context.arena);
  const letters = axes.map((_, k) => `%${k}`);
  const entry = t.at(t.sym(name), ...letters.map((letter) => t.sym(letter)));
  const [zero, one] = [t.num(0), t.num(1)];
  const below = t.lt(entry, one);
  const above = t.lt(zero, entry);
  const shown = axes.length === 0 ? name : `every entry of ${name}`;
  const choices: [string, Term][] = [
    [axes.length === 0 ? `${name} > 0` : `${shown} to be positive`, above],
    [axes.length === 0 ? `${name} ≠ 0` : `${shown} to be other than 0`, t.ne(entry, zero)],
    [axes.length === 0 ? `${name} < 1` : `${shown} to be below 1`, below],
    [
      axes.length === 0 ? `0 < ${name} < 1` : `${shown} to lie in (0, 1)`,
      t.arena.make('and', [above, below]),
    ],
  ];
  // What a division asks for is weaker than what a logarithm does: it comes first there.
  if (reason.includes('division')) choices.unshift(...choices.splice(1, 1));
  for (const [text, condition] of choices) {
    const proposition = everywhere(declaration, letters, condition, t);
    yield { text, context: assume(context, { name: 'diagnosis', proposition }) };
  }
}

function everywhere(
  { axes }: Declaration,
  letters: readonly string[],
  condition: Term,
  t: ReturnType<typeof builder>,
): Term {
  return axes.reduceRight(
    (body, { lo, hi }, k) => t.forall(letters[k] as string, lo, hi, body),
    condition,
  );
}
