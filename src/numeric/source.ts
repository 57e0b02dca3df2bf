/**
 * Where the coordinates of a model come from: a seed and a style. Every coordinate has a key
 * (`z[2,3]`, `n`) and is drawn from the seed and that key alone, so that a model keeps its other
 * coordinates when a size shrinks, and the same seed gives the same models on every machine.
 */
import { add, compare, multiply, type Rational, rational, subtract } from '../term/rational.js';
import { contains, type Domain } from './domain.js';

export interface Source {
  draw(key: string, domain: Domain): Rational;
}

/** How the sizes and the values of a model are chosen. */
export interface Style {
  readonly sizes: 'least' | 'one' | 'two' | 'mixed' | 'large';
  readonly values: keyof typeof POOLS;
}

const fractions = (...texts: string[]): Rational[] =>
  texts.map((text) => {
    const [n, d = '1'] = text.split('/') as [string, string?];
    return rational(BigInt(n), BigInt(d));
  });

const SIMPLE = fractions(
  ...['1', '2', '1/2', '3', '-1', '-2', '1/3', '3/2', '1/4', '0', '3/4', '2/3', '-1/2', '5', '-3'],
);

const POOLS = {
  simple: SIMPLE,
  ties: fractions('1', '1', '1', '1/2', '1/2', '2', '0', '-1'),
  zeros: fractions('0', '0', '0', '1', '1/2'),
  nothing: fractions('0'),
  edges: fractions('0', '1', '-1', '1/1000', '999/1000', '1/2'),
  tens: fractions('30', '-30', '17', '-23', '1', '0', '1/2', '1/30'),
  hundreds: fractions('300', '-300', '800', '-800', '0', '1', '700', '1/800'),
  tiny: fractions('1/1000000', '-1/1000000', '1', '1/1000000000', '2', '1/2'),
  fractions: [] as Rational[],
} as const;

/** Weights of a row of a simplex, in the same styles; 0 only where the simplex is closed. */
const WEIGHTS: { readonly [values in keyof typeof POOLS]: readonly Rational[] } = {
  simple: fractions('1', '2', '3', '1', '4'),
  ties: fractions('1'),
  zeros: fractions('0', '0', '1', '2'),
  nothing: fractions('1'),
  edges: fractions('0', '1', '1', '3'),
  tens: fractions('1', '30', '1/30', '1'),
  hundreds: fractions('1', '1000000', '1/1000000000'),
  tiny: fractions('1', '1/1000000', '1/1000000000000'),
  fractions: fractions('1', '5', '7', '11', '13', '17'),
};

/** The order in which styles are tried: plain first, extreme late; then over again from LOOP. */
const STYLES: readonly Style[] = [
  { sizes: 'two', values: 'simple' },
  { sizes: 'two', values: 'simple' },
  { sizes: 'mixed', values: 'simple' },
  { sizes: 'one', values: 'simple' },
  { sizes: 'least', values: 'simple' },
  { sizes: 'two', values: 'edges' },
  { sizes: 'two', values: 'ties' },
  { sizes: 'two', values: 'zeros' },
  { sizes: 'mixed', values: 'fractions' },
  { sizes: 'one', values: 'edges' },
  { sizes: 'mixed', values: 'edges' },
  { sizes: 'least', values: 'fractions' },
  { sizes: 'large', values: 'simple' },
  { sizes: 'two', values: 'tens' },
  { sizes: 'mixed', values: 'fractions' },
  { sizes: 'mixed', values: 'simple' },
  { sizes: 'two', values: 'hundreds' },
  { sizes: 'mixed', values: 'ties' },
  { sizes: 'mixed', values: 'zeros' },
  { sizes: 'mixed', values: 'tiny' },
  { sizes: 'two', values: 'edges' },
  { sizes: 'large', values: 'fractions' },
  { sizes: 'mixed', values: 'tens' },
  { sizes: 'mixed', values: 'hundreds' },
  { sizes: 'one', values: 'nothing' },
  { sizes: 'least', values: 'nothing' },
];
const LOOP = 8;

/** The style of a run. `isTame` leaves out values that make an integrand steep. */
export function styleAt(run: number, isTame: boolean): Style {
  const at = run < STYLES.length ? run : LOOP + ((run - LOOP) % (STYLES.length - LOOP));
  const { sizes, values } = STYLES[at] as Style;
  return { sizes, values: isTame ? TAME[values] : values };
}

const TAME: { readonly [values in Style['values']]: Style['values'] } = {
  simple: 'simple',
  ties: 'ties',
  zeros: 'zeros',
  nothing: 'nothing',
  edges: 'simple',
  tens: 'simple',
  hundreds: 'ties',
  tiny: 'simple',
  fractions: 'simple',
};

/** Draws every coordinate from the seed and its key. */
export function randomSource(seed: number, style: Style, maxSize: number): Source {
  return {
    draw(key, domain) {
      const random = wordsOf(seed, key);
      if (domain.role === 'size') return drawSize(domain, style, maxSize, random);
      if (domain.whole) return drawWhole(domain, style, random);
      return drawReal(domain, style, random);
    },
  };
}

/** The given coordinates where there are any (and they fit), otherwise those of another source. */
export const overriding = (given: ReadonlyMap<string, Rational>, base: Source): Source => ({
  draw(key, domain) {
    const value = given.get(key);
    return value && contains(domain, value) ? value : base.draw(key, domain);
  },
});

export type Random = (below: number) => number;

/** Denominator of the normal numbers. */
const NORMAL_PARTS = 2 ** 20;

/** A normal number, rounded to a multiple of 2^-20 so that arithmetic can begin with it exactly. */
export function gaussian(seed: number, key: string): number {
  const random = wordsOf(seed, key);
  const uniform = (): number => (random(2 ** 32) + 0.5) / 2 ** 32;
  const size = Math.sqrt(-2 * Math.log(uniform()));
  return Math.round(size * Math.cos(2 * Math.PI * uniform()) * NORMAL_PARTS) / NORMAL_PARTS;
}

/** A stream of numbers for a key: a hash of seed and key, stirred for every draw (splitmix). */
export function wordsOf(seed: number, key: string): Random {
  let state = (seed ^ 0x9e3779b9) | 0;
  for (let i = 0; i < key.length; i++) state = stir((state + key.charCodeAt(i)) | 0);
  return (below) => {
    state = (state + 0x9e3779b9) | 0;
    return (stir(state) >>> 0) % below;
  };
}

function stir(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

function drawSize(domain: Domain, style: Style, maxSize: number, random: Random): Rational {
  const lo = domain.lower ? Number(domain.lower.at.n) : 0;
  const top = Math.max(lo, Math.min(maxSize, domain.upper ? Number(domain.upper.at.n) : maxSize));
  const clamp = (n: number): Rational => rational(Math.min(top, Math.max(lo, n)));
  switch (style.sizes) {
    case 'least':
      return clamp(lo);
    case 'one':
      return clamp(1);
    case 'two':
      return clamp(2);
    case 'mixed':
      return clamp(1 + random(3));
    case 'large':
      return clamp(2 + random(Math.max(1, top - 1)));
  }
}

/** Ranges up to this length are drawn from evenly. */
const SHORT = 32n;

/** In the style of nothing, 0 or the least that is allowed. */
function drawWhole(domain: Domain, style: Style, random: Random): Rational {
  if (style.values === 'nothing')
    return contains(domain, rational(0)) ? rational(0) : (domain.lower?.at ?? rational(0));
  const lo = domain.lower?.at.n ?? (domain.upper ? domain.upper.at.n - 4n : -2n);
  const hi = domain.upper?.at.n ?? lo + 4n;
  const span = hi - lo + 1n;
  if (span <= SHORT) return rational(lo + BigInt(random(Number(span))));
  // In a long range: its ends, and what lies near the lower one or near 0, as often as all the rest.
  const near = [lo, hi, lo + 1n, hi - 1n, 0n, 1n, 2n, -1n].filter((n) => lo <= n && n <= hi);
  if (random(2) === 0) return rational(near[random(near.length)] as bigint);
  return rational(lo + (span * BigInt(random(1_000_000))) / 1_000_000n);
}

function drawReal(domain: Domain, style: Style, random: Random): Rational {
  const pool = domain.role === 'weight' ? WEIGHTS[style.values] : POOLS[style.values];
  const choices = candidates(domain, style, pool);
  if (choices.length > 0 && !(style.values === 'fractions' && domain.role === 'value'))
    return choices[random(choices.length)] as Rational;
  return fractionIn(domain, rational(1 + random(96), 97), rational(random(40) - 20, 1 + random(6)));
}

function candidates(domain: Domain, style: Style, pool: readonly Rational[]): Rational[] {
  const choices = pool.filter((q) => contains(domain, q));
  if (style.values !== 'edges' && style.values !== 'zeros') return choices;
  for (const end of [domain.lower, domain.upper]) if (end && !end.open) choices.push(end.at);
  return choices;
}

/** The free fraction when it fits, otherwise the point that divides the domain in that part. */
function fractionIn(domain: Domain, part: Rational, free: Rational): Rational {
  if (contains(domain, free)) return free;
  const { lower, upper } = domain;
  if (lower && upper) return add(lower.at, multiply(part, subtract(upper.at, lower.at)));
  const size = compare(free, rational(0)) < 0 ? multiply(free, rational(-1)) : add(free, part);
  if (lower) return add(lower.at, size);
  return upper ? subtract(upper.at, size) : free;
}
