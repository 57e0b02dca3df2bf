/**
 * What has no counterpart in Coq's standard library or Coquelicot, so far, with the reason. The
 * exporter refuses it by name; nothing is left out silently.
 */
import type { Operator } from '../term/operator.js';

/** Thrown for a term or rule that cannot be stated in Coq; the message names it. */
export class NotExportable extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotExportable';
  }
}

const SPECIAL = 'neither the standard library nor Coquelicot defines it';
const MATRIX = 'whole matrices are not exported, only their entries';

/** Operators without a counterpart, with the reason. */
export const MISSING_OPERATORS: Readonly<Partial<Record<Operator, string>>> = {
  gamma: SPECIAL,
  lgamma: SPECIAL,
  digamma: SPECIAL,
  erf: SPECIAL,
  Phi: SPECIAL,
  int: 'integrals are not exported',
  inf: 'infinite ends occur in integrals only',
  inv: MATRIX,
  det: MATRIX,
  definite: MATRIX,
  array: MATRIX,
  matmul: MATRIX,
  transpose: MATRIX,
  diag: MATRIX,
  outer: MATRIX,
  eye: MATRIX,
  ones: MATRIX,
  slice: MATRIX,
  softmax: MATRIX,
  logsumexp: MATRIX,
  trace: MATRIX,
  dot: MATRIX,
  norm1: MATRIX,
  norm2: MATRIX,
};

/** Throws NotExportable for an operator without a counterpart. */
export function refuse(op: Operator): never {
  throw new NotExportable(`the operator ${op}: ${MISSING_OPERATORS[op] ?? 'it is no value'}`);
}
