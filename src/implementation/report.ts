/** What a measurement of an implementation says. */
import type { ElementType } from './element.js';
import type { Arguments } from './trial.js';

/** What can be wrong with a call. Only `wrong` is about numbers: the others cannot be judged. */
export type Fault = 'wrong' | 'threw' | 'shape' | 'changed' | 'late' | 'ended';

export interface Failure {
  readonly fault: Fault;
  readonly family: string;
  readonly given: Arguments;
  /** One sentence: what was returned and what should have been, or why it cannot be judged. */
  readonly message: string;
  /** The first wrong entry, with the indices of the document. */
  readonly entry?: readonly number[];
  readonly expected?: number;
  readonly returned?: number;
  /** Off by so many ulps of the exact value; absent where what was returned is not finite. */
  readonly ulps?: number;
  /** Returned over expected, where all wrong entries have the same, and it is k or 1/k. */
  readonly factor?: number;
}

export interface FamilyReport {
  readonly name: string;
  readonly trials: number;
  readonly failures: number;
  /** How many failures of each kind. */
  readonly faults: Readonly<Partial<Record<Fault, number>>>;
  /** Largest error of a trial that did not fail, in ulps. */
  readonly ulps: number;
}

export interface FunctionReport {
  readonly name: 'loss' | 'gradient' | 'value';
  readonly trials: number;
  readonly failures: number;
  /** Largest error of a finite entry, in ulps. */
  readonly worstUlps: number;
  readonly families: readonly FamilyReport[];
  /** The smallest trial of each kind of failure. */
  readonly examples: readonly Failure[];
}

export interface KernelReport {
  readonly gradus: 1;
  readonly module: string;
  readonly against: string;
  /** The claim that was proved. */
  readonly statement: string;
  /** Most ulps that were allowed. */
  readonly ulps: number;
  readonly element: ElementType;
  readonly seed: number;
  readonly functions: readonly FunctionReport[];
}

/** 2 when something could not be judged, 1 when an entry is wrong, else 0. */
export function kernelExitCode({ functions }: KernelReport): number {
  const faults = functions.flatMap(({ examples }) => examples.map(({ fault }) => fault));
  const isOpen = functions.some(({ trials }) => trials === 0);
  if (isOpen || faults.some((fault) => fault !== 'wrong')) return 2;
  return faults.length > 0 ? 1 : 0;
}
