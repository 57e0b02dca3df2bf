/**
 * The values that implementations are tried on: numbers of the element type, on a grid on which
 * the difference of two is exact, so that nobody can say that digits were lost before the first
 * operation. Families of models go from plain to extreme.
 */
import type { Domain } from '../numeric/domain.js';
import { contains } from '../numeric/domain.js';
import type { Source } from '../numeric/source.js';
import { add, multiply, type Rational, rational, subtract } from '../term/rational.js';

/** A family of models, by what is extreme in it. */
export interface Family {
  readonly name: string;
  readonly values: 'normal' | 'ties' | 'dominating';
  readonly scale: number;
  /** Whether sizes are 1 in half the models and entries of the variable are masked by −∞. */
  readonly sizes: 'any' | 'one';
  readonly isMasked: boolean;
  /** Values are multiples of 2^-digits, and of the grid of their type. */
  readonly digits: number;
}

const family = (name: string, scale: number, more: Partial<Family> = {}): Family => ({
  ...{ name, scale, values: 'normal', sizes: 'any', isMasked: false, digits: 2 },
  ...more,
});

export const FAMILIES: readonly Family[] = [
  family('scale 1', 1),
  family('a size of 1', 1, { sizes: 'one' }),
  family('ties', 10_000, { values: 'ties' }),
  family('masked', 1, { isMasked: true }),
  family('one dominates', 100, { values: 'dominating' }),
  family('scale 10', 10, { digits: 20 }),
  family('scale 100', 100, { digits: 20 }),
  family('scale 700', 700, { digits: 20 }),
];

/** Draws every coordinate from the seed and its key: the same on every machine. */
export function spreadSource(seed: number, family: Family, maxSize: number, grid: number): Source {
  return {
    draw(key, domain) {
      const random = uniformOf(seed, key);
      if (domain.role === 'size') return drawSize(domain, family, maxSize, random);
      if (domain.whole) return drawWhole(domain, random);
      if (domain.role === 'weight') return rational(pick(WEIGHTS, random));
      return drawReal(domain, key, seed, family, grid, random);
    },
  };
}

type Random = () => number;

const pick = <T>(from: readonly T[], random: Random): T =>
  from[Math.floor(random() * from.length)] as T;

/** Weights of a row of a simplex: equal, dominating and tiny ones. */
const WEIGHTS: readonly bigint[] = [1n, 1n, 1n, 2n, 3n, 1n << 12n, 1n << 24n];

function drawSize(domain: Domain, family: Family, maxSize: number, random: Random): Rational {
  const least = domain.lower ? Number(domain.lower.at.n) : 0;
  const most = domain.upper ? Number(domain.upper.at.n) : maxSize;
  const isOne = family.sizes === 'one' && random() < 0.6;
  const size = isOne ? 1 : 1 + Math.floor(random() ** 2 * maxSize);
  return rational(Math.max(least, Math.min(most, size)));
}

function drawWhole({ lower, upper }: Domain, random: Random): Rational {
  const lo = lower ? Number(lower.at.n) : (upper ? Number(upper.at.n) : 2) - 4;
  const hi = upper ? Number(upper.at.n) : lo + 4;
  return rational(lo + Math.min(hi - lo, Math.floor(random() * (hi - lo + 1))));
}

function drawReal(
  domain: Domain,
  key: string,
  seed: number,
  family: Family,
  grid: number,
  random: Random,
): Rational {
  const onGrid = (value: number, digits: number): Rational =>
    rational(Math.round(value * 2 ** digits), 2 ** digits);
  const free = onGrid(freeValue(key, seed, family, random), Math.min(grid, family.digits));
  if (contains(domain, free)) return free;
  const { lower, upper } = domain;
  const part = onGrid(pick(PARTS, random), grid);
  if (lower && upper) return add(lower.at, multiply(part, subtract(upper.at, lower.at)));
  const size = add(free.n < 0n ? { n: -free.n, d: free.d } : free, part);
  return lower ? add(lower.at, size) : subtract((upper as { at: Rational }).at, size);
}

/** Places between two bounds; multiplied by 2^10 they are whole. */
const PARTS: readonly number[] = [1 / 2, 1 / 4, 3 / 4, 1 / 1024, 1023 / 1024, 3 / 8, 5 / 16];

function freeValue(key: string, seed: number, { values, scale }: Family, random: Random): number {
  switch (values) {
    case 'normal':
      return scale * normal(random);
    case 'ties': {
      // All entries of one symbol share a value; some lie a little beside it.
      const shared = uniformOf(seed, key.replace(/\[.*/, ''));
      const size = [1, Math.sqrt(scale), scale][Math.floor(shared() * 3)] as number;
      return size * (2 * shared() - 1) + (random() < 0.1 ? random() : 0);
    }
    case 'dominating':
      return random() < 0.3 ? scale * (random() * 7) : normal(random);
  }
}

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

/** Numbers in (0, 1) for a key: a hash of seed and key, stirred for every draw (splitmix32). */
function uniformOf(seed: number, key: string): Random {
  let state = stir(seed ^ 0x9e3779b9);
  for (let i = 0; i < key.length; i++) state = stir((state + key.charCodeAt(i)) | 0);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    return ((stir(state) >>> 0) + 0.5) / 2 ** 32;
  };
}

function stir(word: number): number {
  let x = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
