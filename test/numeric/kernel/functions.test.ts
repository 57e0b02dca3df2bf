/** The functions beside cross-entropy, against arbitrary precision. */
import { describe, expect, it } from 'vitest';
import type { Ball } from '../../../src/numeric/ball.js';
import {
  binaryCrossEntropyWithLogits,
  entropy,
  type FloatArray,
  klDivergence,
  logSoftmax,
  logSumExp,
  sigmoid,
  softmax,
} from '../../../src/numeric/kernel/index.js';
import {
  exactly,
  exp,
  larger,
  log,
  log1p,
  lossAt,
  minus,
  over,
  plus,
  shares,
  sizeOf,
  times,
  total,
  ulps,
} from './exact.js';
import { below, families, randomFrom } from './families.js';

const kinds = [
  ['double', Float64Array, 8],
  ['single', Float32Array, 4],
] as const;
const one = exactly(1);

/** Logits of every size up to ±1e4, and some at which e^-|z| is hardly seen. */
function someLogits(random: () => number): number[] {
  const scales = [1e-8, 1e-3, 1, 10, 40, 100, 700, 745, 1e4];
  return scales.flatMap((scale) =>
    Array.from({ length: 40 }, () => scale * (2 * random() - 1)).concat(0, scale, -scale),
  );
}

describe.each(kinds)('in %s precision', (_, type, width) => {
  const close = (found: number, exact: Ball, scale: Ball = exact): void => {
    expect(ulps(found, exact, width, scale)).toBeLessThanOrEqual(4);
  };

  it('softmax, log-softmax and log-sum-exp are within 4 ulps in every family', () => {
    const random = randomFrom(3);
    for (const make of families.values()) {
      for (const C of [1, 2, 5, 30]) {
        for (let k = 0; k < 10; k++) {
          const z = type.from(make(random, C, width === 4));
          const numbers = Array.from(z);
          const p: FloatArray = new type(C);
          const logs: FloatArray = new type(C);
          const sum: FloatArray = new type(1);
          softmax(z, p, { classes: C });
          logSoftmax(z, logs, { classes: C });
          logSumExp(z, sum, { classes: C });
          shares(numbers).forEach((share, c) => {
            close(p[c]!, share);
            if (numbers[c] === Number.NEGATIVE_INFINITY) expect(logs[c]).toBe(numbers[c]);
            else close(-logs[c]!, lossAt(numbers, c));
          });
          const largest = numbers.indexOf(Math.max(...numbers));
          const m = exactly(numbers[largest]!);
          const rest = lossAt(numbers, largest);
          close(sum[0]!, plus(m, rest), larger(m, rest));
        }
      }
    }
  });

  it('the logistic function is within 4 ulps', () => {
    const z = type.from(someLogits(randomFrom(4)));
    const s = new type(z.length);
    sigmoid(z, s);
    z.forEach((x, i) => {
      close(s[i]!, over(one, plus(one, exp(-x))));
    });
  });

  it.each([0, 1])('binary cross-entropy with target %d is within 4 ulps, and its gradient', (y) => {
    const z = type.from(someLogits(randomFrom(5)));
    const targets = new type(z.length).fill(y);
    const losses: FloatArray = new type(z.length);
    const gradient: FloatArray = new type(z.length);
    binaryCrossEntropyWithLogits(z, targets, { losses, gradient, reduction: 'sum' });
    z.forEach((x, i) => {
      // The other answer gets e^±x of the share.
      const odds = exp(y === 1 ? -x : x);
      close(losses[i]!, odds.e > 0 ? log(plus(one, odds)) : log1p(odds));
      const g = over(odds, plus(one, odds));
      close(y === 1 ? -gradient[i]! : gradient[i]!, g);
    });
  });

  it('binary cross-entropy between 0 and 1 is within 4 ulps, its gradient of its larger term', () => {
    const random = randomFrom(6);
    const z = type.from(someLogits(random));
    const targets = z.map(() => random());
    const losses: FloatArray = new type(z.length);
    const gradient: FloatArray = new type(z.length);
    const sum = binaryCrossEntropyWithLogits(z, targets, { losses, gradient, reduction: 'none' });
    const all: Ball[] = [];
    z.forEach((x, i) => {
      const y = exactly(targets[i]!);
      const against = minus(one, y);
      const ofYes = x > 0 ? log1p(exp(-x)) : plus(exactly(-x), log1p(exp(x)));
      const ofNo = plus(ofYes, exactly(x));
      const loss = plus(times(y, ofYes), times(against, ofNo));
      all.push(loss);
      close(losses[i]!, loss);
      const yes = over(one, plus(one, exp(-x)));
      const up = times(against, yes);
      const down = times(y, over(exp(-x), plus(one, exp(-x))));
      close(gradient[i]!, minus(up, down), larger(up, down));
    });
    close(sum, total(all));
    expect(binaryCrossEntropyWithLogits(z, targets)).toBe(sum / z.length);
  });

  it('entropy is within 4 ulps, and relative entropy of the sizes of its terms', () => {
    const random = randomFrom(7);
    for (const C of [2, 3, 10, 100]) {
      for (const scale of [0.01, 1, 30]) {
        const [p, q] = [0, 1].map((k) => {
          const z = Float64Array.from(Array.from({ length: C }, () => scale * (random() - 0.5)));
          if (k === 0) z[below(random, C)]! += scale;
          const shared = new Float64Array(C);
          softmax(z, shared, { classes: C });
          return type.from(shared);
        }) as [FloatArray, FloatArray];
        const h: FloatArray = new type(1);
        const d: FloatArray = new type(1);
        entropy(p, h, { classes: C });
        klDivergence(p, q, d, { classes: C });
        const exact = Array.from(p, exactly);
        close(-h[0]!, total(exact.map((x) => times(x, log(x)))));
        const terms = exact.map((x, c) => times(x, log(over(x, exactly(q[c]!)))));
        close(d[0]!, total(terms), total(terms.map(sizeOf)));
      }
    }
  });

  it('0·log 0 is 0, and what q excludes is infinitely far', () => {
    const out = new type(2);
    entropy(type.of(1, 0, 0.5, 0.5), out, { classes: 2 });
    expect(out).toEqual(type.of(0, Math.LN2));
    klDivergence(type.of(1, 0, 0.5, 0.5), type.of(0.5, 0.5, 1, 0), out, { classes: 2 });
    expect(out).toEqual(type.of(Math.LN2, Number.POSITIVE_INFINITY));
  });
});
