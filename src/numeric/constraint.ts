/**
 * Assumptions as constraints on the coordinates of a model. An assumption that a model breaks is
 * repaired where it is linear in a coordinate: `sum(c, y[i,c]) == 1` fixes one entry, `z1 < z0`
 * moves one of the two. What cannot be repaired is left to sampling.
 */
import type { Context, Hypothesis } from '../kernel/context.js';
import * as rationals from '../term/rational.js';
import { type Rational, rational } from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import { compile } from './compile.js';
import { Dependence } from './dependence.js';
import { contains } from './domain.js';
import { Machine } from './machine.js';
import type { Model } from './model.js';
import { asInteger, exact, type Value } from './value.js';

/** Rebuilds the model with some coordinates replaced. */
export type Rebuild = (changes: ReadonlyMap<string, Rational>) => Model | undefined;

const BITS = 160;
/** Repairs of one model, and coordinates tried for each. */
const MAX_REPAIRS = 24;
const MAX_CANDIDATES = 24;

interface Level {
  /** The range of one `forall`, as a program of the indices outside it. */
  readonly range: Machine;
}

/** One comparison under its `forall`s. */
interface Atom {
  readonly levels: readonly Level[];
  readonly op: Term['op'];
  /** For eq, lt, le: both sides; for anything else: the proposition. */
  readonly sides: Machine;
  readonly names: ReadonlySet<string>;
}

export class Constraints {
  readonly #atoms: Atom[] = [];
  readonly #context: Context;

  constructor(context: Context, hypotheses: readonly Hypothesis[], deadline?: number) {
    this.#context = context;
    const options = {
      bits: BITS,
      zeroTimesLogZero: context.conventions.has('0*log(0)'),
      deadline,
    };
    for (const { proposition } of hypotheses) this.#add(proposition, [], options);
  }

  #add(proposition: Term, levels: readonly Level[], options: Machine['options']): void {
    const make = (terms: readonly Term[]) =>
      new Machine(compile(this.#context, terms, levels.length), options);
    if (proposition.op === 'forall') {
      const range = make([arg(proposition, 0), arg(proposition, 1)]);
      this.#add(arg(proposition, 2), [...levels, { range }], options);
      return;
    }
    if (proposition.op === 'and') {
      for (const part of proposition.args) this.#add(part, levels, options);
      return;
    }
    const { op } = proposition;
    const isComparison = op === 'eq' || op === 'lt' || op === 'le';
    const sides = make(isComparison ? proposition.args : [proposition]);
    const names = new Set(new Dependence(this.#context.definitions).namesIn([proposition]));
    this.#atoms.push({ levels, op, sides, names });
  }

  /** A model that satisfies every assumption, near the given one if that does not; `kept` stays. */
  satisfy(model: Model, rebuild: Rebuild, seed: number, kept?: string): Model | undefined {
    let current: Model = model;
    const changes = new Map<string, Rational>();
    for (let round = 0; round <= MAX_REPAIRS; round++) {
      const broken = this.#firstBroken(current);
      if (!broken) return current;
      const repaired = repair(broken, current, changes, rebuild, seed + round, kept);
      if (!repaired) return undefined;
      current = repaired;
    }
    return undefined;
  }

  /** True when every assumption certainly holds. */
  hold(model: Model): boolean {
    return this.#firstBroken(model) === undefined;
  }

  #firstBroken(model: Model): Broken | undefined {
    for (const atom of this.#atoms)
      for (const at of placesOf(atom.levels, model, []))
        if (!holdsAt(atom, at, model)) return { atom, at };
    return undefined;
  }
}

interface Broken {
  readonly atom: Atom;
  readonly at: readonly Value[];
}

/** The indices of every instance of nested `forall`s. */
function* placesOf(
  levels: readonly Level[],
  model: Model,
  at: readonly Value[],
): Generator<Value[]> {
  const level = levels[at.length];
  if (!level) {
    yield [...at];
    return;
  }
  const [lo, hi] = level.range.run(model, at).map(asInteger);
  for (let k = lo ?? 0; k <= (hi ?? -1); k++)
    yield* placesOf(levels, model, [...at, exact(rational(k))]);
}

function holdsAt(atom: Atom, at: readonly Value[], model: Model): boolean {
  const [left, right] = atom.sides.run(model, at);
  if (!left || (right && left.kind !== right.kind && !isNumber(left))) return false;
  if (!right) return left.kind === 'truth' && left.holds;
  if (!isNumber(left) || !isNumber(right)) return false;
  const order = atom.sides.calculus.arithmetic.order(left, right);
  if (atom.op === 'eq') return order === 0;
  return order === -1 || (atom.op === 'le' && order === 0);
}

const isNumber = (value: Value): value is Extract<Value, { kind: 'exact' | 'ball' }> =>
  value.kind === 'exact' || value.kind === 'ball';

/** left - right where that is an exact number. */
function gapAt({ atom, at }: Broken, model: Model): Rational | undefined {
  const [left, right] = atom.sides.run(model, at);
  if (left?.kind !== 'exact' || right?.kind !== 'exact') return undefined;
  return rationals.subtract(left.q, right.q);
}

/** The model with one coordinate moved so that the broken instance holds. */
function repair(
  broken: Broken,
  model: Model,
  changes: Map<string, Rational>,
  rebuild: Rebuild,
  seed: number,
  kept: string | undefined,
): Model | undefined {
  const gap = gapAt(broken, model);
  if (!gap) return undefined;
  for (const key of candidateKeys(broken.atom, model, seed)) {
    if (key === kept) continue;
    const moved = moveOf(key, broken, model, gap, changes, rebuild);
    if (!moved) continue;
    const attempt = rebuild(new Map(changes).set(key, moved));
    if (!attempt || !holdsAt(broken.atom, broken.at, attempt)) continue;
    changes.set(key, moved);
    return attempt;
  }
  return undefined;
}

/** Keys of coordinates of the symbols that the assumption mentions, from a place given by the seed. */
function candidateKeys(atom: Atom, model: Model, seed: number): string[] {
  const keys: string[] = [];
  for (const key of model.coordinates.keys())
    if (atom.names.has(key.replace(/[[ ].*$/, ''))) keys.push(key);
  keys.reverse();
  const from = keys.length === 0 ? 0 : (seed >>> 0) % keys.length;
  return [...keys.slice(from), ...keys.slice(0, from)].slice(0, MAX_CANDIDATES);
}

/** Where the line through two values of the gap meets 0, or a step beyond for an inequality. */
function moveOf(
  key: string,
  broken: Broken,
  model: Model,
  gap: Rational,
  changes: ReadonlyMap<string, Rational>,
  rebuild: Rebuild,
): Rational | undefined {
  const coordinate = model.coordinates.get(key);
  if (!coordinate) return undefined;
  const { value, domain } = coordinate;
  for (const step of STEPS) {
    const other = rationals.add(value, step);
    if (!contains(domain, other)) continue;
    const there = rebuild(new Map(changes).set(key, other));
    const gapThere = there && gapAt(broken, there);
    if (!gapThere) continue;
    const rise = rationals.divide(rationals.subtract(gapThere, gap), step);
    if (rise.n === 0n) return undefined;
    const root = rationals.subtract(value, rationals.divide(gap, rise));
    return beyond(root, rise, broken.atom.op).find((q) => contains(domain, q));
  }
  return undefined;
}

const STEPS: readonly Rational[] = [rational(1), rational(-1), rational(1, 8), rational(-1, 8)];

/** The root itself for ==; for < and <= points on the side where the gap is negative. */
function beyond(root: Rational, rise: Rational, op: Term['op']): Rational[] {
  if (op === 'eq') return [root];
  const side = rise.n > 0n ? -1 : 1;
  const steps = [rational(side), rational(side, 2), rational(side, 16), rational(side, 1024)];
  const points = steps.map((step) => rationals.add(root, step));
  return op === 'le' ? [...points, root] : points;
}
