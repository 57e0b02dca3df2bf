/**
 * Guesses why a refuted claim is wrong. A guess is told only when the claim, so repaired, passes
 * a numeric check of its own; otherwise nothing is said.
 */
import { assume, type Context, type Declaration, type Kind } from '../kernel/context.js';
import { decoratedName } from '../language/decorated-name.js';
import { checkRelationNow, type NumericOptions, type Relation } from '../numeric/check.js';
import type { Counterexample } from '../numeric/counterexample.js';
import { builder } from '../term/build.js';
import type { Operator } from '../term/operator.js';
import { mentionsName, subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { repairsOf } from './repair.js';

/** Enough models to tell a right repair from a wrong one, small enough to try many. */
const OPTIONS: NumericOptions = { seed: 7, runs: 24, maxSize: 3 };

/** A repair that leaves hardly any model proves nothing. */
const LEAST_MODELS = 3;

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
  const names = [...Object.keys(counterexample.sizes), ...Object.keys(counterexample.values)];
  const undefinedSides = [counterexample.left, counterexample.right].filter(
    (x) => x === 'undefined',
  );
  if (undefinedSides.length > 0) return attempt.explainUndefined(counterexample);
  return (
    attempt.emptyRange(counterexample) ??
    (relation === 'eq' ? attempt.repairSides(names) : attempt.repairRelation())
  );
}

class Attempt {
  constructor(
    readonly context: Context,
    readonly relation: Relation,
    readonly left: Term,
    readonly right: Term,
    readonly deadline: number,
  ) {}

  #holds(
    context: Context,
    relation: Relation,
    right: Term,
    left = this.left,
    leastModels = LEAST_MODELS,
  ): boolean {
    if (Date.now() > this.deadline) return false;
    const options = { ...OPTIONS, deadline: this.deadline };
    const outcome = checkRelationNow(context, relation, left, right, options);
    return outcome.verdict === 'agrees' && outcome.models >= leastModels;
  }

  /** A claim that fails for nothing but a range without an index. */
  emptyRange({ sizes }: Counterexample): string | undefined {
    for (const [name, value] of Object.entries(sizes)) {
      if (Number(value) !== 0) continue;
      for (const { text, context } of restrictions(this.context, name, []))
        if (this.#holds(context, this.relation, this.right))
          return `it holds for ${text}${emptySides(this.context, name, [this.left, this.right])}`;
    }
    return undefined;
  }

  repairSides(names: readonly string[]): string | undefined {
    for (const { left, right, sentence } of repairsOf(this.context, this.left, this.right))
      if (this.#holds(this.context, this.relation, right, left)) return sentence;
    return this.#oneHot() ?? this.#rowSums(names) ?? this.#missingAssumption(names);
  }

  #rowSums(names: readonly string[]): string | undefined {
    for (const name of names) {
      const context = withRowSums(this.context, name);
      if (context && this.#holds(context, this.relation, this.right))
        return `it holds when the ${this.#isVector(name) ? 'entries' : 'rows'} of ${decoratedName(name)} sum to 1: is that assumption missing?`;
    }
    return undefined;
  }

  #isVector(name: string): boolean {
    return this.context.declarations.get(name)?.axes.length === 1;
  }

  #oneHot(): string | undefined {
    for (const { name, kind, axes } of this.context.declarations.values()) {
      if (kind !== 'binary' || axes.length === 0) continue;
      if (this.#holds(withOneHot(this.context, name), this.relation, this.right))
        return `it holds when ${decoratedName(name)} is one-hot: does it have exactly one 1${axes.length > 1 ? ' in each row' : ''}?`;
    }
    return undefined;
  }

  #missingAssumption(names: readonly string[]): string | undefined {
    for (const name of names)
      for (const { text, context } of restrictions(this.context, name, ['≥ 0', '> 0', '≠ 0']))
        if (this.#holds(context, this.relation, this.right))
          return `it holds for ${text}: is that assumption missing?`;
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
      // A convention leaves the models as they are, however few.
      if (this.#holds({ ...this.context, conventions }, this.relation, this.right, this.left, 1))
        return `${start}: is the convention 0*log(0) = 0 missing?`;
    }
    // What a division asks for is weaker than what a logarithm does: it comes first there.
    const isWeak = /division|differentiable/.test(reason ?? '');
    const bounds: Bound[] = isWeak
      ? ['≠ 0', '> 0', '< 1', 'in (0, 1)']
      : ['> 0', '≥ 0', '≠ 0', '< 1', 'in (0, 1)'];
    for (const name of [...Object.keys(sizes), ...Object.keys(values)])
      for (const { text, context } of restrictions(this.context, name, bounds))
        if (this.#holds(context, this.relation, this.right)) return `${start}: it needs ${text}`;
    return undefined;
  }
}

/** `: the empty product is 1`, for the sums and products whose range ends with the size. */
function emptySides(context: Context, size: string, sides: readonly Term[]): string {
  const empty = withDefinitions(context, sides).filter(
    ({ op, args: [, hi] }) => EMPTY[op] && hi && mentionsName(hi, size),
  );
  const values = [...new Set(empty.map(({ op }) => EMPTY[op]))];
  return values.length === 0 ? ': is that assumption missing?' : `: ${values.join(' and ')}`;
}

/** The subterms of the sides, and of the definitions that they use. */
function withDefinitions({ definitions }: Context, sides: readonly Term[]): Term[] {
  const found = new Set(sides.flatMap(subterms));
  for (const { op, name } of found) {
    const body = op === 'app' ? definitions.get(name)?.body : undefined;
    for (const term of body ? subterms(body) : []) found.add(term);
  }
  return [...found];
}

const EMPTY: Partial<Record<Operator, string>> = {
  sum: 'the empty sum is 0',
  prod: 'the empty product is 1',
};

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

/** The context in which the last axis of a real array sums to 1; nothing for other symbols. */
function withRowSums(context: Context, name: string): Context | undefined {
  const declaration = context.declarations.get(name);
  const last = declaration?.axes.at(-1);
  if (!declaration || !last || !SUMMED.has(declaration.kind)) return undefined;
  const t = builder(context.arena);
  const rows = { ...declaration, axes: declaration.axes.slice(0, -1) };
  const letters = rows.axes.map((_, k) => `%${k}`);
  const entry = t.at(t.sym(name), ...letters.map((letter) => t.sym(letter)), t.sym('%s'));
  const isOne = t.eq(t.sum('%s', last.lo, last.hi, entry), t.num(1));
  return assume(context, { name: 'diagnosis', proposition: everywhere(rows, letters, isOne, t) });
}

const SUMMED: ReadonlySet<Kind> = new Set<Kind>([
  'real',
  'positive',
  'nonneg',
  'unit',
  'probability',
]);

interface Restriction {
  readonly text: string;
  readonly context: Context;
}

type Bound = '> 0' | '≥ 1' | '≥ 0' | '≠ 0' | '< 1' | 'in (0, 1)';

/** Kinds that a bound does not turn into something else altogether. */
const BOUNDED: ReadonlySet<Kind> = new Set<Kind>([
  'size',
  'integer',
  'real',
  'positive',
  'nonneg',
  'unit',
  'probability',
  'simplex',
  'closed simplex',
]);

/** The context with a bound assumed of every entry of the symbol. */
function* restrictions(
  context: Context,
  name: string,
  bounds: readonly Bound[],
): Generator<Restriction> {
  const declaration = context.declarations.get(name);
  if (!declaration || !BOUNDED.has(declaration.kind)) return;
  const { axes, kind } = declaration;
  const t = builder(context.arena);
  const letters = axes.map((_, k) => `%${k}`);
  const entry = t.at(t.sym(name), ...letters.map((letter) => t.sym(letter)));
  const [zero, one] = [t.num(0), t.num(1)];
  const [above, below] = [t.lt(zero, entry), t.lt(entry, one)];
  const conditions: { readonly [bound in Bound]: Term } = {
    '> 0': above,
    '≥ 1': t.le(one, entry),
    '≥ 0': t.le(zero, entry),
    '≠ 0': t.ne(entry, zero),
    '< 1': below,
    'in (0, 1)': t.arena.make('and', [above, below]),
  };
  for (const bound of kind === 'size' ? SIZE_BOUNDS : bounds) {
    const proposition = everywhere(declaration, letters, conditions[bound], t);
    const text = `${axes.length === 0 ? '' : 'entries of '}${decoratedName(name)} ${bound}`;
    yield { text, context: assume(context, { name: 'diagnosis', proposition }) };
  }
}

const SIZE_BOUNDS: readonly Bound[] = ['≥ 1'];

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
