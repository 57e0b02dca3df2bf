/**
 * The derivatives that a claim is about, each entry of them beside a difference quotient in
 * doubles of what is differentiated.
 */
import type { Context } from '../kernel/context.js';
import { decoratedName } from '../language/decorated-name.js';
import { printUnicode } from '../language/print-unicode.js';
import { Dependence } from '../numeric/dependence.js';
import { Floats, NoFloats } from '../numeric/floats.js';
import { Judge } from '../numeric/judge.js';
import type { Model } from '../numeric/model.js';
import { locationOf } from '../numeric/program.js';
import { asInteger, asReal, exact, type Real, unsure } from '../numeric/value.js';
import { add, multiply, negate, type Rational, rational, toNumber } from '../term/rational.js';
import { instantiate } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { figure, figureOf, figureOfDouble, rounded, withEntry } from './figure.js';
import type { SlopeFigure, SlopeReport } from './request.js';
import type { Subject } from './subject.js';

/** The step of the differences, about 8e-6: near the best for a function of size 1. */
const STEP = 2 ** -17;
/** Entries of a derivative that are shown. */
const MOST_ENTRIES = 36;
/** Derivatives of a claim that are shown. */
const MOST_SLOPES = 3;

/** A derivative of a claim, ready to be evaluated. */
export interface Slope {
  readonly term: Term;
  readonly body: Term;
  readonly symbol: string;
  readonly indices: readonly Term[];
  /** The indices that are letters, which stand for every entry. */
  readonly letters: readonly string[];
  readonly isClaimed: boolean;
  /** Of the derivative, and the side that should be equal to it. */
  readonly judge: Judge;
  /** Of what is differentiated, which is evaluated at many points, alone. */
  readonly bodyJudge: Judge;
  readonly indexJudge: Judge;
  /** The body in doubles; undefined where it has no such form. */
  readonly floats: Floats | undefined;
}

/** The derivatives in the two sides of a claim, that of its first line first. */
export function slopesOf({ context, core }: Subject): Slope[] {
  const sides = [core[0] as Term, core.at(-1) as Term];
  const found = new Set(sides.flatMap((line) => derivativesIn(context, line)));
  return [...found].slice(0, MOST_SLOPES).flatMap((term) => {
    const location = locationOf(arg(term, 1));
    if (!location) return [];
    const { symbol, indices } = location;
    const body = arg(term, 0);
    const [first, last] = [core[0] as Term, core.at(-1) as Term];
    const isClaimed = core.length > 1 && (first === term || last === term);
    const claimed = isClaimed ? [first === term ? last : first] : [];
    const letters = indices.flatMap(({ op, name }) =>
      op === 'sym' && context.declarations.get(name)?.kind === 'index' ? [name] : [],
    );
    return [
      {
        term,
        body,
        symbol: symbol.name,
        indices,
        letters,
        isClaimed,
        judge: new Judge(context, [term, ...claimed]),
        bodyJudge: new Judge(context, [body]),
        indexJudge: new Judge(context, indices),
        floats: floatsOf(context, body),
      },
    ];
  });
}

function floatsOf(context: Context, body: Term): Floats | undefined {
  try {
    return Floats.of(context, [body]);
  } catch (problem) {
    if (problem instanceof NoFloats) return undefined;
    throw problem;
  }
}

/** The derivatives of a term that are inside no other, definitions opened. */
function derivativesIn(context: Context, root: Term): Term[] {
  const dependence = new Dependence(context.definitions);
  const found: Term[] = [];
  const waiting = [root];
  const seen = new Set<Term>();
  for (let term = waiting.pop(); term; term = waiting.pop()) {
    if (seen.has(term)) continue;
    seen.add(term);
    const definition = term.op === 'app' ? context.definitions.get(term.name) : undefined;
    if (term.op === 'diff' && term.loose === 0) found.push(term);
    else if (definition && dependence.usesOperator([definition.body], 'diff'))
      waiting.push(instantiate(context.arena, definition.body, term.args));
    else if (term.op !== 'diff') waiting.push(...[...term.args].reverse());
  }
  return found;
}

/** The place of the derivative in a model: `z` and [1, 2]. */
export function placeIn(slope: Slope, model: Model): number[] | undefined {
  const values = slope.indexJudge.tryRead(model, 0)?.values;
  const indices = slope.indices.map((_, k) => {
    const value = values?.[k];
    return value && asInteger(value);
  });
  return indices.every((i) => i !== undefined) ? (indices as number[]) : undefined;
}

/** The models in which the letters of the derivative stand for every entry. */
function* everywhere(slope: Slope, model: Model): Generator<Model> {
  const letters = [...new Set(slope.letters)];
  const choose = function* (from: number, chosen: Model): Generator<Model> {
    const letter = letters[from];
    if (letter === undefined) return yield chosen;
    const domain = model.coordinates.get(letter)?.domain;
    const [lo, hi] = [domain?.lower?.at.n ?? 0n, domain?.upper?.at.n ?? -1n];
    for (let k = lo; k <= hi; k++) {
      const changed = withEntry(chosen, letter, [], () => rational(k));
      if (changed) yield* choose(from + 1, changed);
    }
  };
  yield* choose(0, model);
}

/** The rung on which differences are exact: 75 digits, of which a step of 2^-52 takes 32. */
export const EXACT_RUNG = 1;

/** What is differentiated, with the entry moved by a step to either side. */
export interface Difference {
  /** The central difference quotient, with bounds on what it is. */
  readonly quotient: Real;
  /** The same in doubles. */
  readonly inDoubles: number;
  /** The size of the values that are subtracted. */
  readonly size: number;
  /** True of values that are no better known than an integral is. */
  readonly isEstimated: boolean;
}

export function differenceAt(
  slope: Slope,
  model: Model,
  place: readonly number[],
  step: Rational,
): Difference {
  const { arithmetic } = slope.bodyJudge.machineAt(EXACT_RUNG).calculus;
  const [after, before] = [step, negate(step)].map((h) => bodyAt(slope, model, place, h)) as [
    Body,
    Body,
  ];
  const change = arithmetic.sub(after.exact, before.exact);
  return {
    quotient: arithmetic.div(change, exact(multiply(step, rational(2)))),
    inDoubles: (after.inDoubles - before.inDoubles) / (2 * toNumber(step)),
    size: Math.max(Math.abs(after.inDoubles), Math.abs(before.inDoubles)),
    isEstimated: after.isEstimated || before.isEstimated,
  };
}

interface Body {
  readonly exact: Real;
  readonly inDoubles: number;
  readonly isEstimated: boolean;
}

/** What is differentiated, with the entry moved by a step. */
function bodyAt(slope: Slope, model: Model, place: readonly number[], step: Rational): Body {
  const moved = withEntry(model, slope.symbol, place, (q) => add(q, step));
  const reading = moved && slope.bodyJudge.tryRead(moved, EXACT_RUNG);
  const value = reading?.values[0];
  const inDoubles =
    moved && slope.floats ? slope.floats.run(moved)[0] : value && figure(value).value;
  return {
    exact: value ? asReal(value) : unsure('it cannot be evaluated'),
    inDoubles: inDoubles ?? Number.NaN,
    isEstimated: reading?.estimated ?? false,
  };
}

export function slopeReport(context: Context, slope: Slope, model: Model): SlopeReport {
  const entries: SlopeFigure[] = [];
  const here = placeIn(slope, model)?.join(',');
  const step = rational(1, 2n ** 17n);
  for (const there of everywhere(slope, rounded(model))) {
    if (entries.length >= MOST_ENTRIES) break;
    const place = placeIn(slope, there);
    if (!place) continue;
    const { quotient, inDoubles } = differenceAt(slope, there, place, step);
    const at = `${decoratedName(slope.symbol)}${place.length > 0 ? `[${place.join(',')}]` : ''}`;
    entries.push({
      at,
      derivative: figureOf(slope.judge, there, 0),
      difference: figure(quotient),
      inDoubles: figureOfDouble(inDoubles),
      ...(slope.isClaimed ? { claimed: figureOf(slope.judge, there, 1) } : {}),
      ...(place.join(',') === here ? { isHere: true } : {}),
    });
  }
  return { text: printUnicode(slope.term, { context }), step: STEP, entries };
}
