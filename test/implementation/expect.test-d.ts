// The types of the matchers, as a user of them meets them.
import { describe, expectTypeOf, it } from 'vitest';
import {
  type Expectation,
  expectGradient,
  expectValue,
  type Lengths,
} from '../../src/implementation/expect.js';

interface Batch {
  readonly n: number;
  readonly C: number;
  readonly z: Float64Array;
  readonly y: Float64Array;
}
interface Rows {
  readonly z: number[][];
  readonly y: readonly (readonly number[])[];
}

describe('expectGradient', () => {
  it('takes a function of numbers and flat arrays, sync or async', () => {
    expectTypeOf(expectGradient(({ z }: Batch) => z)).toEqualTypeOf<Expectation>();
    expectGradient(async ({ n, C }: Batch) => new Float32Array(n * C));
    expectGradient(({ labels }: { labels: Int32Array }) => Array.from(labels));
    expectGradient((_: Batch, { shapes }: Lengths) => shapes.z as number[]);
  });

  it('takes a function of rows where these are asked for', () => {
    expectGradient(({ z }: Rows) => z, { arrays: 'nested' });
    // @ts-expect-error: rows are not what it would be given
    expectGradient(({ z }: Rows) => z);
    // @ts-expect-error: flat arrays are not what it would be given
    expectGradient(({ z }: Batch) => z, { arrays: 'nested' });
  });

  it('takes a loss beside the gradient', () => {
    expectGradient(({ z }: Batch) => ({ loss: 0, gradient: z }));
    // @ts-expect-error: a gradient is wanted
    expectGradient(() => ({ loss: 0 }));
    // @ts-expect-error: a value is one thing
    expectValue(({ z }: Batch) => ({ loss: 0, gradient: z }));
  });

  it('knows what is not given and what is not a number', () => {
    // @ts-expect-error: text is never given
    expectGradient(({ z }: { z: string }) => z.length);
    // @ts-expect-error: text is no gradient
    expectGradient(({ z }: Batch) => z.join());
    // @ts-expect-error: there is no such option
    expectGradient(({ z }: Batch) => z, { tolerance: 1e-6 });
  });

  it('gives a promise to wait for', () => {
    const expectation = expectValue((_: object) => 0);
    expectTypeOf(expectation.toMatch).returns.toEqualTypeOf<Promise<void>>();
    expectTypeOf(expectation.toMatch).parameter(0).toEqualTypeOf<string | URL>();
  });
});
