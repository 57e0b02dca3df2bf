/** `gradus test-kernel FILE --against DOCUMENT#claim` */
import type { Command } from 'commander';
import type { ElementType } from '../implementation/element.js';
import type { Start } from './command.js';
import { oneOf, reading, seconds, whole } from './options.js';
import type { Streams } from './streams.js';

const FORMATS = ['pretty', 'json'] as const;
const ELEMENTS = ['float64', 'float32'] as const satisfies readonly ElementType[];

interface Given {
  readonly against: string;
  readonly format: (typeof FORMATS)[number];
  readonly ulps: number;
  readonly element: ElementType;
  readonly seed: number;
  readonly runs: number;
  readonly maxSize: number;
  readonly masked: boolean;
  readonly timeLimit: number;
}

const HELP = `
The claim must be proved. Where it says diff(e, z[a,b]) == g, the module exports one or both of

  export function loss({ n, C, z, y }, { shapes }) { … }      the number e
  export function gradient({ n, C, z, y }, { shapes }) { … }  g at all a and b

and where it is any other equation l == r, a function value, which is compared with r.

What a function is given has the names of the document. Sizes and other scalars are numbers; an
array is a flat Float64Array, row by row, z[i,c] at z[(i-1)*C + c-1], with its lengths in
shapes.z. A onehot array holds 0 and 1; labels are in an Int32Array, and count as the document
does. With --element float32 there are Float32Arrays. An array comes back flat or as nested rows;
a function may be async, and must not change what it is given.

The values go from plain to extreme: scales 1, 10, 100 and 700, sizes of 1, ties, one entry that
dominates, entries of z masked by -Infinity (where the limit exists; --no-masked leaves them out). They lie on a grid on which the
difference of two is exact, so cancellation comes from the implementation alone. An entry is wrong
when it is off by more than --ulps units in the last place of its exact value. The default of 16
leaves room for a dozen rounded operations and the sums over a few entries; what cancels digits is
off by thousands and more. As many ulps are granted in the data besides z where they are real
numbers, and in the terms of a sum over terms of mixed signs.

Exit code: 0 right everywhere, 1 an entry is wrong, 2 something could not be judged: the claim is
not proved, the module cannot be loaded, or a function throws, returns no array of the right
shape, changes its argument, or does not return in time.

Example:
  $ gradus test-kernel examples/kernels/missing-mean.mjs \\
      --against proofs/09-softmax-cross-entropy.md#mean-gradient`;

export function testKernelCommand(program: Command, start: Start): void {
  program
    .command('test-kernel')
    .description('measure an implementation against a proved claim')
    .argument('<module>', 'a JavaScript module that exports loss, gradient, or value')
    .requiredOption('--against <document#claim>', 'the claim')
    .option('--ulps <n>', 'most ulps', reading(whole(1, 2 ** 52), '--ulps'), 16)
    .option(
      '--element <type>',
      ELEMENTS.join(' or '),
      reading(oneOf(ELEMENTS), '--element'),
      'float64',
    )
    .option('--seed <n>', 'seed of the trials', reading(whole(0, 2 ** 31), '--seed'), 42)
    .option('--runs <n>', 'trials', reading(whole(1, 100_000), '--runs'), 160)
    .option('--max-size <n>', 'largest size', reading(whole(1, 50), '--max-size'), 8)
    .option('--no-masked', 'leave out entries masked by -Infinity')
    .option('--time-limit <s>', 'seconds for each call', reading(seconds, '--time-limit'), 10)
    .option('--format <name>', FORMATS.join(' or '), reading(oneOf(FORMATS), '--format'), 'pretty')
    .addHelpText('after', HELP)
    .action((module: string, given: Given) => start((streams) => test(module, given, streams)));
}

async function test(module: string, given: Given, streams: Streams): Promise<number> {
  const { testKernel, kernelExitCode } = await import('../index.js');
  const { kernelText } = await import('./kernel-text.js');
  const { against, format, ...options } = given;
  const report = await testKernel(module, against, options);
  if (format === 'json') streams.out(`${JSON.stringify(report, plainNumbers, 2)}\n`);
  else streams.out(kernelText(report, streams.style));
  return kernelExitCode(report);
}

/** JSON has no NaN and no infinities, and no typed arrays. */
function plainNumbers(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
}
