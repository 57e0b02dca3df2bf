/** Comprehensions that only list entries of a named array: read `z[i,:]`, or `z` when all are listed. */
import type { Context } from '../kernel/context.js';
import { arg, type Term } from '../term/term.js';
import { flattenEntry } from './notation.js';

export interface Slice {
  readonly name: string;
  /** The indices that are given; those left out follow them. */
  readonly fixed: readonly Term[];
  readonly kept: number;
}

export function sliceOf(term: Term, context: Context | undefined): Slice | undefined {
  let body = term;
  let kept = 0;
  for (; body.op === 'array'; body = arg(body, 2)) kept++;
  const entry = entryOf(body, context);
  if (kept === 0 || !entry || entry.indices.length < kept) return undefined;
  const fixed = entry.indices.slice(0, -kept);
  const own = entry.indices.slice(-kept);
  const isOwn = own.every((index, k) => index.op === 'bound' && index.index === kept - 1 - k);
  return isOwn && fixed.every((index) => index.loose === 0)
    ? { name: entry.name, fixed, kept }
    : undefined;
}

function entryOf(
  body: Term,
  context: Context | undefined,
): { name: string; indices: readonly Term[] } | undefined {
  const isIndexed = context?.definitions.get(body.name)?.style === 'indexed';
  if (body.op === 'app') return isIndexed ? { name: body.name, indices: body.args } : undefined;
  const { base, indices } = flattenEntry(body);
  return base.op === 'sym' ? { name: base.name, indices } : undefined;
}
