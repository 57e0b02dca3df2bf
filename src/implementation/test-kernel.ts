/** Measures the functions that a module exports against what is proved. */
import { InputError } from '../document/find.js';
import { type Caller, startCaller } from './caller.js';
import type { ElementType } from './element.js';
import { MEASURE_DEFAULTS, measure } from './measure.js';
import type { KernelReport } from './report.js';
import { PROOF_TIME, readYardstick, type Yardstick } from './yardstick.js';

export interface KernelOptions {
  /** Most ulps that an entry may be off, its condition granted. Default 16. */
  readonly ulps?: number;
  readonly element?: ElementType;
  readonly seed?: number;
  /** Trials to run. Default 160. */
  readonly runs?: number;
  /** Largest size. Default 8. */
  readonly maxSize?: number;
  /** Whether entries of the variable are masked by −∞ in some trials. Default true. */
  readonly masked?: boolean;
  /** Seconds for each call, and for loading the module. Default 10. */
  readonly timeLimit?: number;
}

/** Seconds for each call. */
const TIME_LIMIT = 10;

/**
 * The report on the module at `path` against the claim `DOCUMENT.md#name`. Throws InputError when
 * the module cannot be loaded, exports none of the functions, or the claim is not proved.
 */
export async function testKernel(
  path: string,
  against: string,
  options: KernelOptions = {},
): Promise<KernelReport> {
  const settings = { ...MEASURE_DEFAULTS, timeLimit: TIME_LIMIT, ...options };
  const yardstick = await readYardstick(against, PROOF_TIME);
  const caller = await startCaller(path, settings.timeLimit);
  try {
    requireFunctions(path, yardstick, caller);
    const functions = await measure(yardstick, caller.names, caller.call, settings);
    const { statement } = yardstick;
    const { ulps, element, seed } = settings;
    return { gradus: 1, module: path, against, statement, ulps, element, seed, functions };
  } finally {
    await caller.end();
  }
}

function requireFunctions(path: string, { functions, inputs }: Yardstick, caller: Caller): void {
  if (functions.some(({ name }) => caller.names.includes(name))) return;
  const wanted = functions.map(({ name }) => name).join(' or ');
  const names = inputs.map(({ name }) => name).join(', ');
  throw new InputError(
    path,
    `this module exports no function ${wanted}`,
    `export function ${functions[0]?.name}({ ${names} }) { … }`,
  );
}
