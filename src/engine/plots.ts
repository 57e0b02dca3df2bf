/** What two plots show: the error of differences against their step, and the digits that doubles lose. */
import type { Context } from '../kernel/context.js';
import { decoratedName } from '../language/decorated-name.js';
import { printUnicode } from '../language/print-unicode.js';
import { centreOf } from '../numeric/ball.js';
import { differenceOf, isNumber as isReal } from '../numeric/climb.js';
import { Dependence } from '../numeric/dependence.js';
import { Floats, NoFloats, rationalOf } from '../numeric/floats.js';
import { Judge } from '../numeric/judge.js';
import { Exhausted } from '../numeric/machine.js';
import type { Model } from '../numeric/model.js';
import { stableForm } from '../numeric/stable-form.js';
import { exact, type Value } from '../numeric/value.js';
import { multiply, rational } from '../term/rational.js';
import { subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { figureOf, mapped, rounded } from './figure.js';
import type { DifferencePlot, DigitsPlot } from './request.js';
import { differenceAt, EXACT_RUNG, placeIn, type Slope } from './slope.js';
import type { Subject } from './subject.js';

/** Halvings of the step. */
const HALVINGS = 52;
/** An integral costs a hundred evaluations: its curves have a point for every so many halvings. */
const STRIDE = 4;
/** Relative error of an integral that has settled: what is cut off its ends, and some bits. */
const SETTLED = 2 ** -96;

/** The error of a central difference for steps from 1 to 2^-52, at one entry. */
export function differencePlot(
  context: Context,
  slope: Slope,
  model: Model,
): DifferencePlot | undefined {
  const at = rounded(model);
  const place = placeIn(slope, at);
  if (!place) return undefined;
  const { arithmetic } = slope.judge.machineAt(EXACT_RUNG).calculus;
  const slopeHere = slope.judge.tryRead(at, EXACT_RUNG)?.values[0];
  if (!slopeHere || !isReal(slopeHere)) return undefined;
  /** Nothing is shown of a gap below what the values are known to. */
  const apart = (a: Value, b: Value, noise: number): number | null => {
    if (!isReal(a) || !isReal(b)) return null;
    const gap = Math.abs(centreOf(differenceOf(arithmetic, a, b)));
    return gap > noise && Number.isFinite(gap) ? gap : null;
  };
  const points: DifferencePlot['points'][number][] = [];
  for (let k = 0, stride = 1; k <= HALVINGS; k += stride) {
    const h = 2 ** -k;
    const difference = differenceAt(slope, at, place, rational(1, 1n << BigInt(k)));
    const { quotient, inDoubles, size, isEstimated } = difference;
    const double: Value = Number.isFinite(inDoubles)
      ? exact(rationalOf(inDoubles))
      : { kind: 'unsure', reason: '' };
    const noise = isEstimated ? (SETTLED * size) / h : 0;
    points.push({
      step: h,
      error: apart(double, slopeHere, noise),
      truncation: apart(quotient, slopeHere, noise),
      rounding: apart(double, quotient, noise),
    });
    if (isEstimated) stride = STRIDE;
  }
  return { text: printUnicode(slope.term, { context }), points };
}

/** Factors 2^(k/2). */
const LEAST_FACTOR = -16;
const MOST_FACTOR = 24;
/** Digits of a double. */
const DIGITS = 16;

interface Loss {
  readonly term: Term;
  readonly stable: Term;
}

/** The digits lost by the first part of the claim that has a stable form, as its inputs grow. */
export function digitsPlot(
  { context, core }: Subject,
  slopes: readonly Slope[],
  model: Model,
): DigitsPlot | undefined {
  const loss = lossOf(context, [...slopes.map(({ body }) => body), ...core]);
  if (!loss) return undefined;
  const terms = [loss.term, loss.stable];
  const judge = new Judge(context, terms);
  const by = scaledNames(context, loss.term, model);
  if (by.length === 0 || !isSame(judge, model)) return undefined;
  const floats = floatsOf(context, terms);
  if (!floats) return undefined;
  const points: DigitsPlot['points'][number][] = [];
  for (let k = LEAST_FACTOR; k <= MOST_FACTOR; k++) {
    const factor = 2 ** (k / 2);
    const scaled = rounded(
      mapped(
        model,
        (name) => by.includes(name),
        (q) => multiply(q, rationalOf(factor)),
      ),
    );
    const { value } = figureOf(judge, scaled, 0);
    if (value === null) continue;
    const [naive, stable] = floats.run(scaled).map((found) => digitsLost(found, value));
    points.push({ factor, naive: naive as number, stable: stable as number });
  }
  const written = (term: Term): string => printUnicode(term, { context });
  return {
    naive: written(loss.term),
    stable: written(loss.stable),
    by: by.map(decoratedName),
    points,
  };
}

function lossOf(context: Context, terms: readonly Term[]): Loss | undefined {
  for (const term of new Set(terms)) {
    const stable = term.loose === 0 ? stableForm(context, term) : undefined;
    if (stable && floatsOf(context, [term, stable])) return { term, stable };
  }
  return undefined;
}

function floatsOf(context: Context, terms: readonly Term[]): Floats | undefined {
  try {
    return Floats.of(context, terms);
  } catch (problem) {
    if (problem instanceof NoFloats) return undefined;
    throw problem;
  }
}

/** Nothing that was rewritten is shown before the bounds say that it has the same value. */
function isSame(judge: Judge, model: Model): boolean {
  try {
    return judge.judge(model, 'eq', 0, 1).kind === 'holds';
  } catch (problem) {
    if (problem instanceof Exhausted) return false;
    throw problem;
  }
}

/** The real symbols without bounds that exponents are made of. */
function scaledNames({ definitions, declarations }: Context, root: Term, model: Model): string[] {
  const dependence = new Dependence(definitions);
  const names = new Set<string>();
  const opened = new Set<string>();
  const waiting = [root];
  for (let term = waiting.pop(); term; term = waiting.pop())
    for (const node of subterms(term)) {
      if (node.op === 'exp' || node.op === 'sigmoid' || node.op === 'softplus')
        for (const name of dependence.namesIn([arg(node, 0)])) names.add(name);
      const body = node.op === 'app' ? definitions.get(node.name)?.body : undefined;
      if (!body || opened.has(node.name)) continue;
      opened.add(node.name);
      waiting.push(body);
    }
  return [...names].filter((name) => {
    const found = declarations.get(name);
    const isFree = found && !found.lower && !found.upper;
    return isFree && ['real', 'positive', 'nonneg'].includes(found.kind) && model.values.has(name);
  });
}

/** Digits of the value that the double does not have. */
function digitsLost(found: number, value: number): number {
  if (!Number.isFinite(found)) return DIGITS;
  if (found === value) return 0;
  const relative = Math.abs(found - value) / Math.abs(value);
  return Math.min(DIGITS, Math.max(0, Math.log10(relative * 2 ** 53)));
}
