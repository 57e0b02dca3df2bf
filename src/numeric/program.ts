/**
 * A compiled term: scopes of instructions that read and write numbered slots. The root scope
 * runs once; the body of a binder runs once per index; the body of a `diff` runs with one entry
 * of a symbol perturbed. Every subterm stands in the outermost scope in which it can be
 * computed, so nothing is computed twice for the same surroundings.
 */
import type { Operator } from '../term/operator.js';
import type { Term } from '../term/term.js';
import type { Value } from './value.js';

export interface Scope {
  readonly depth: number;
  readonly instructions: Instruction[];
  /** Subterms already compiled here, by id and the slots of their loose indices. */
  readonly compiled: Map<string, Place>;
}

/** Where a subterm's value is to be found, and the innermost scope that it depends on. */
export interface Place {
  readonly slot: number;
  readonly scope: Scope;
}

export type Loop = 'sum' | 'prod' | 'max' | 'min' | 'int' | 'array' | 'forall';

interface Placed {
  readonly slot: number;
  readonly scope: Scope;
}

export interface Apply extends Placed {
  readonly kind: 'apply';
  readonly op: Operator;
  readonly args: readonly number[];
}

export interface Load extends Placed {
  readonly kind: 'load';
  readonly name: string;
}

export interface LoopInstruction extends Placed {
  readonly kind: 'loop';
  readonly op: Loop;
  readonly lo: number;
  readonly hi: number;
  /** The slot that holds the index. */
  readonly bound: number;
  readonly body: Scope;
  readonly result: number;
}

export interface Differentiate extends Placed {
  readonly kind: 'diff';
  readonly tag: number;
  /** The slot of the symbol outside, of the entry's indices, and of the symbol inside. */
  readonly base: number;
  readonly indices: readonly number[];
  readonly perturbed: number;
  readonly body: Scope;
  readonly result: number;
}

export interface Call extends Placed {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly number[];
}

/** The first of `args` when it lies between the other two, otherwise undefined. */
export interface Within extends Placed {
  readonly kind: 'within';
  readonly args: readonly [number, number, number];
}

/** The value in the last slot, or the first failure among the slots before it. */
export interface Guarded extends Placed {
  readonly kind: 'guarded';
  readonly args: readonly number[];
}

/** Something that has no value here, with the reason. */
export interface Fail extends Placed {
  readonly kind: 'fail';
  readonly reason: string;
}

export type Instruction =
  | Apply
  | Load
  | LoopInstruction
  | Differentiate
  | Call
  | Within
  | Guarded
  | Fail;

export interface Program {
  readonly root: Scope;
  /** Number of slots. */
  size: number;
  readonly constants: { readonly slot: number; readonly value: Value }[];
  /** One slot for each compiled term, in order. */
  readonly results: number[];
  /** Slots that a caller fills before a run: the arguments of an unknown function. */
  readonly parameters: number[];
}

export const newScope = (depth: number): Scope => ({
  depth,
  instructions: [],
  compiled: new Map(),
});

/** The symbol and the indices of a place of differentiation: x, or z[i,c]. */
export function locationOf(target: Term): { symbol: Term; indices: Term[] } | undefined {
  const indices: Term[] = [];
  let base = target;
  while (base.op === 'at') {
    indices.unshift(base.args[1] as Term);
    base = base.args[0] as Term;
  }
  return base.op === 'sym' ? { symbol: base, indices } : undefined;
}
