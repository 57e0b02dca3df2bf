/**
 * A model of a context: a value for every declared symbol that matters, all exact rational
 * numbers, and a concrete function for every unknown one.
 */
import type { Rational } from '../term/rational.js';
import type { Domain } from './domain.js';
import type { FunctionModel } from './function-model.js';
import type { Value } from './value.js';

/** A coordinate that was drawn, and where it may lie. */
export interface Coordinate {
  readonly value: Rational;
  readonly domain: Domain;
}

export interface Model {
  readonly values: ReadonlyMap<string, Value>;
  readonly functions: ReadonlyMap<string, FunctionModel>;
  /** By key, in the order in which they were drawn. */
  readonly coordinates: ReadonlyMap<string, Coordinate>;
}
