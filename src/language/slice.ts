/** Comprehensions that only list entries of a named array: read `z[i,:]`, or `z` when all are listed. */
import type { Axis, Context } from '../kernel/context.js';
import { arg, type Term } from '../term/term.js';
import { flattenEntry } from './notation.js';

export interface Slice {
  readonly name: string;
  /** The indices that are given; those left out follow them. */
  readonly fixed: readonly Term[];
  readonly kept: number;
}

/** The slice that a comprehension is, its ranges being the declared ones; undefined for any other. */
export function sliceOf(term: Term, context: Context | undefined): Slice | undefined {
  const ranges: Term[] = [];
  let body = term;
  for (; body.op === 'array'; body = arg(body, 2)) ranges.push(body);
  const kept = ranges.length;
  const entry = context && entryOf(body, context);
  if (kept === 0 || !entry || entry.indices.length !== entry.axes.length) return undefined;
  const fixed = entry.indices.slice(0, -kept);
  const own = entry.indices.slice(-kept);
  const isOwn = own.every((index, k) => index.op === 'bound' && index.index === kept - 1 - k);
  const isWhole = entry.axes.slice(-kept).every((axis, k) => {
    const range = ranges[k] as Term;
    return range.args[0] === axis.lo && range.args[1] === axis.hi;
  });
  if (own.length < kept || !isOwn || !isWhole || fixed.some((index) => index.loose > 0))
    return undefined;
  return { name: entry.name, fixed, kept };
}

interface Entry {
  readonly name: string;
  readonly indices: readonly Term[];
  readonly axes: readonly Axis[];
}

function entryOf(body: Term, context: Context): Entry | undefined {
  if (body.op === 'app') {
    const definition = context.definitions.get(body.name);
    if (definition?.style !== 'indexed') return undefined;
    const axes = definition.parameters.flatMap(({ axis }) => (axis ? [axis] : []));
    return { name: body.name, indices: body.args, axes };
  }
  const { base, indices } = flattenEntry(body);
  const axes = context.declarations.get(base.name)?.axes;
  return base.op === 'sym' && axes ? { name: base.name, indices, axes } : undefined;
}
