/** Families of rows of logits on which losses have failed, and a generator that gives the same each time. */

export type Random = () => number;

/** Numbers in (0, 1), from a linear congruence. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

export const below = (random: Random, n: number): number => Math.floor(random() * n);

const row = (columns: number, entry: (c: number) => number): number[] =>
  Array.from({ length: columns }, (_, c) => entry(c));

/** A row of the family, of some number of columns; `single` where its range depends on the width. */
export const families: ReadonlyMap<
  string,
  (random: Random, columns: number, single: boolean) => number[]
> = new Map([
  ['normal logits', (random, columns) => row(columns, () => normal(random))],
  ['normal logits of scale 10', (random, columns) => row(columns, () => 10 * normal(random))],
  ['normal logits of scale 100', (random, columns) => row(columns, () => 100 * normal(random))],
  ['logits up to ±10,000', (random, columns) => row(columns, () => (2 * random() - 1) * 1e4)],
  [
    'one entry that dominates by 10 to 700',
    (random, columns) => {
      const z = row(columns, () => normal(random));
      z[below(random, columns)] = 10 + 690 * random();
      return z;
    },
  ],
  [
    'an offset of ±10,000',
    (random, columns) => {
      const offset = random() < 0.5 ? -1e4 : 1e4;
      return row(columns, () => offset + 40 * random());
    },
  ],
  [
    'ties, up to ±10,000',
    (random, columns) => {
      const z = (2 * random() - 1) * 1e4;
      return row(columns, () => z);
    },
  ],
  [
    'two values',
    (random, columns) => {
      const high = 10 * normal(random);
      const low = high - 5 * random();
      return row(columns, () => (random() < 0.5 ? high : low));
    },
  ],
  [
    'masked with -∞',
    (random, columns) => {
      const z = row(columns, () =>
        random() < 0.5 ? Number.NEGATIVE_INFINITY : 10 * normal(random),
      );
      z[below(random, columns)] = normal(random);
      return z;
    },
  ],
  [
    'shares below the normal numbers',
    (random, columns, single) =>
      row(columns, (c) => (c % 2 === 0 ? random() : (single ? -86 : -706) - 6 * random())),
  ],
  [
    'huge ties with a small gap',
    (random, columns) => row(columns, () => 2 ** 60 * below(random, 2)),
  ],
]);
