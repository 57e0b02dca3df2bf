/**
 * Compares a gradient with differences of the function, where the function is a black box: only
 * its values are seen. For formulas, and for implementations of formulas that are proved, there
 * are sharper ways; see `gradus test-kernel`.
 */
import { BlackBox, type ElementType, type Vector } from './black-box.js';
import { noiseOf } from './noise.js';
import { gaussianDirection } from './random.js';
import { type Comparison, GradcheckError, type GradcheckReport } from './report.js';
import { type Line, type NoSlope, type Slope, slopeAlong } from './ridders.js';

export type { ElementType, Vector } from './black-box.js';
export { type Comparison, GradcheckError, type GradcheckReport } from './report.js';

export interface GradcheckOptions {
  /** Every entry, or this many Gaussian directions. Default: entries up to 256, else 8. */
  readonly along?: 'entries' | number;
  /** Seed of the directions. Default 0. */
  readonly seed?: number;
  /** The type in which f computes. Default: float32 for a Float32Array, else float64. */
  readonly element?: ElementType;
  /** Digits that "agree" asks for; fewer are undecided. Default 4, and 2 in float32. */
  readonly digits?: number;
  /** The error of one value of f, where it is known. Default: estimated; see noise.ts. */
  readonly noise?: number;
}

/** Most entries that are compared one by one by default, and directions beyond that. */
const MOST_ENTRIES = 256;
const DIRECTIONS = 8;
/** First step, in units of the size of x. */
const FIRST_STEP = 0.25;
/** The second table starts at another step: not a power of 2, so that no period fits both. */
const SECOND_START = 0.6180339887;

/**
 * Is `g` the gradient of `f` at `x`? `g` is an array, or a function of x that returns one; both
 * of the length of x. `f` gets a copy of x of the same kind, and must not change it.
 *
 * - `agree`: to so many digits of the largest entry.
 * - `different`: one entry, with both values; the error exceeds what noise and extrapolation
 *   explain, at two series of steps.
 * - `undecided`: f has a kink, no value, or too much noise. Never a pass.
 *
 * Coming from `torch.autograd.gradcheck(fn, inputs, eps, atol, rtol)`: `inputs` becomes one flat
 * array, `fast_mode=True` is `along: 1`; `eps`, `atol` and `rtol` are gone, since steps and bounds
 * follow from f; `nondet_tol` is gone, since f(x) is computed twice and a difference counts as
 * noise; `raise_exception` is a test of `verdict`. For a function with many outputs check
 * `x => dot(v, F(x))` against the vector-Jacobian product of v, for a random v; for
 * `gradgradcheck`, x => dot(v, g(x)) against the Hessian times v.
 *
 * What is assumed of f's noise stands in noise.ts. Throws GradcheckError where lengths do not
 * fit, x is not finite, or f changes x.
 */
export function gradcheck<T extends Vector>(
  f: (x: T) => number,
  g: Vector | ((x: T) => Vector),
  x: T,
  options: GradcheckOptions = {},
): GradcheckReport {
  const element = options.element ?? (x instanceof Float32Array ? 'float32' : 'float64');
  requireVector(x, 'x');
  const point = Float64Array.from(x, element === 'float32' ? Math.fround : Number);
  point.forEach((value, i) => {
    if (!Number.isFinite(value)) throw new GradcheckError(`x[${i}] is ${value}`);
  });
  const claimed = claimedGradient(g, x);
  const box = new BlackBox(f as (x: never) => number, x, element);
  return new Check(box, point, claimed, options).run(element === 'float32' ? 2 : 4);
}

function claimedGradient<T extends Vector>(g: Vector | ((x: T) => Vector), x: T): Float64Array {
  let given: unknown = g;
  if (typeof g === 'function') {
    const copy = (Array.isArray(x) ? [...x] : x.slice()) as unknown as T;
    given = g(copy);
    for (let i = 0; i < x.length; i++)
      if (!Object.is(copy[i], x[i]))
        throw new GradcheckError(`g changed its argument: x[${i}] was ${x[i]}, and is ${copy[i]}`);
  }
  requireVector(given, 'the gradient');
  if (given.length !== x.length)
    throw new GradcheckError(
      `the gradient has ${given.length} entries, and x has ${x.length}: they must be as many`,
    );
  return Float64Array.from(given);
}

function requireVector(value: unknown, what: string): asserts value is Vector {
  const isVector =
    value instanceof Float64Array || value instanceof Float32Array || Array.isArray(value);
  if (!isVector) throw new GradcheckError(`${what} must be an array of numbers`);
  value.forEach((entry: unknown, i: number) => {
    if (typeof entry !== 'number')
      throw new GradcheckError(`${what} must hold numbers: entry ${i} is a ${typeof entry}`);
  });
}

class Check {
  readonly #f: BlackBox;
  readonly #x: Float64Array;
  readonly #claimed: Float64Array;
  readonly #options: GradcheckOptions;
  #noise = 0;

  constructor(f: BlackBox, x: Float64Array, claimed: Float64Array, options: GradcheckOptions) {
    this.#f = f;
    this.#x = x;
    this.#claimed = claimed;
    this.#options = options;
  }

  run(defaultDigits: number): GradcheckReport {
    const here = this.#f.along(this.#x, 0);
    if (Number.isNaN(here)) return this.#undecided(`at x, ${this.#f.trouble}`);
    const { noise, seed = 0 } = this.#options;
    this.#noise = noise ?? noiseOf(this.#f, this.#x, here, seed);
    const compared: Comparison[] = [];
    let doubt: GradcheckReport | undefined;
    for (const { at, direction } of this.#directions()) {
      const found = this.#compare(at, direction, here);
      if ('reason' in found) doubt ??= this.#undecided(found.reason, at);
      else if (found.isDifferent) return this.#report('different', found.comparison);
      else compared.push(found.comparison);
    }
    return doubt ?? this.#agreement(compared, this.#options.digits ?? defaultDigits);
  }

  *#directions(): Generator<{ at: Comparison['at']; direction: Float64Array }> {
    const { length } = this.#x;
    const { along = length <= MOST_ENTRIES ? 'entries' : DIRECTIONS, seed = 0 } = this.#options;
    if (along === 'entries')
      for (let entry = 0; entry < length; entry++) {
        const direction = new Float64Array(length);
        direction[entry] = 1;
        yield { at: { entry }, direction };
      }
    else
      for (let k = 0; k < along; k++)
        yield { at: { direction: k }, direction: gaussianDirection(length, seed + k) };
  }

  #compare(
    at: Comparison['at'],
    direction: Float64Array,
    here: number,
  ): { isDifferent: boolean; comparison: Comparison } | NoSlope {
    let [claimed, wobble, size] = [0, 0, 1];
    direction.forEach((v, i) => {
      if (v === 0) return;
      const [xi, gi] = [this.#x[i] as number, this.#claimed[i] as number];
      claimed += v * gi;
      wobble += 2 * this.#f.unit * Math.abs(xi * gi);
      size = Math.max(size, Math.abs(xi));
    });
    const [f, x] = [this.#f, this.#x];
    const isNumber = Number.isFinite(claimed);
    const line: Line = {
      ...{ f, x, direction, here, noise: this.#noise },
      wobble: isNumber ? wobble : 0,
    };
    const first = slopeAlong(line, FIRST_STEP * size);
    if ('reason' in first) return first;
    const comparison = compared(at, claimed, first);
    if (isNumber && comparison.error <= comparison.bound) return { isDifferent: false, comparison };
    const second = slopeAlong(line, SECOND_START * FIRST_STEP * size);
    if ('reason' in second) return second;
    const isSettled = Math.abs(first.value - second.value) <= first.bound + second.bound;
    const isConfirmed = !isNumber || Math.abs(claimed - second.value) > second.bound;
    if (isSettled && isConfirmed) return { isDifferent: true, comparison };
    if (!isConfirmed && isSettled)
      return { isDifferent: false, comparison: compared(at, claimed, second) };
    return { reason: 'differences at different steps contradict each other' };
  }

  #agreement(compared: readonly Comparison[], wanted: number): GradcheckReport {
    const largest = compared.reduce((most, { claimed }) => Math.max(most, Math.abs(claimed)), 0);
    let worst: Comparison | undefined;
    for (const each of compared) if (!worst || doubtOf(each) > doubtOf(worst)) worst = each;
    if (!worst) return { verdict: 'agree', digits: 15, ...this.#effort() };
    const scale = largest > 0 ? largest : Math.max(Math.abs(worst.measured), 1);
    const digits = Math.min(15, Math.floor(-Math.log10(doubtOf(worst) / scale)));
    if (digits >= wanted) return { verdict: 'agree', digits, worst, ...this.#effort() };
    const reason = `f is too noisy or too steep: only ${Math.max(0, digits)} digits can be compared`;
    return this.#undecided(reason, worst.at);
  }

  #report(verdict: 'different', comparison: Comparison): GradcheckReport {
    return { verdict, ...comparison, ...this.#effort() };
  }

  #undecided(reason: string, at?: Comparison['at']): GradcheckReport {
    return { verdict: 'undecided', reason, ...(at ? { at } : {}), ...this.#effort() };
  }

  #effort(): { evaluations: number; noise: number } {
    return { evaluations: this.#f.calls, noise: this.#noise };
  }
}

const compared = (at: Comparison['at'], claimed: number, slope: Slope): Comparison => ({
  at,
  claimed,
  measured: slope.value,
  error: Math.abs(claimed - slope.value),
  bound: slope.bound,
});

/** What the agreement is known to: the bound, which is never smaller than the error here. */
const doubtOf = ({ bound, error }: Comparison): number => Math.max(bound, error);
