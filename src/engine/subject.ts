/**
 * What the numbers of a claim are about: its lines in core form in one context, with what samples
 * and evaluates them. It is made once and kept while its reader moves.
 */
import type { Context } from '../kernel/context.js';
import type { Relation } from '../language/claim.js';
import { LanguageError } from '../language/language-error.js';
import { lowerRelation } from '../language/lower.js';
import { printText } from '../language/print-text.js';
import { Judge } from '../numeric/judge.js';
import { isOptimum } from '../numeric/optima.js';
import { Sampler } from '../numeric/sample.js';
import { relevantContext } from '../search/relevance.js';
import { arg, type Term } from '../term/term.js';
import { isBound } from './bound.js';
import type { NumbersRequest } from './request.js';
import { claimNamed, expressionAt } from './spot.js';

/** Largest size of the first point. */
const MAX_SIZE = 3;

export interface Subject {
  readonly context: Context;
  /** Names that are declared by nobody: the steps by which defined quantities are varied. */
  readonly hidden: ReadonlySet<string>;
  /** The lines as they are printed, the first without a relation. */
  readonly lines: readonly { readonly term: Term; readonly sign?: Relation }[];
  /** The same lines in core form. */
  readonly core: readonly Term[];
  readonly sampler: Sampler;
  readonly judge: Judge;
}

let last: { readonly key: string; readonly subject: Subject } | undefined;

/** Throws LanguageError where a line cannot be read or does not fit. */
export function subjectOf(request: Pick<NumbersRequest, 'document' | 'claim' | 'lines'>): Subject {
  const { document, claim, lines } = request;
  const key = JSON.stringify([document, claim, lines]);
  if (last?.key !== key) last = { key, subject: makeSubject(request) };
  return last.subject;
}

/** True when the lines are read, in their place, as the lines that were printed. */
export function readsAs(
  request: Required<Pick<NumbersRequest, 'document' | 'claim' | 'lines'>>,
): boolean {
  try {
    const { lines, context } = readLines(
      request,
      claimNamed(request.document, request.claim).context,
    );
    subjectOf(request);
    return lines.every(({ term }, k) => request.lines[k]?.endsWith(printText(term, { context })));
  } catch (error) {
    if (error instanceof LanguageError || isBound(error)) return false;
    throw error;
  }
}

function makeSubject(request: Pick<NumbersRequest, 'document' | 'claim' | 'lines'>): Subject {
  const claim = claimNamed(request.document, request.claim);
  const { lines, context } = readLines(request, claim.context);
  const shown =
    lines.length > 0
      ? lines
      : claim.lines.map(({ term, relation }) => ({
          term,
          ...(relation ? { sign: relation } : {}),
        }));
  const [first, ...others] = shown;
  if (!first) throw new LanguageError('there is no line');
  const pairs = (others.length > 0 ? others : [first]).map(({ term }) =>
    lowerRelation(context, first.term, term),
  );
  const whole = merged(pairs.map((pair) => pair.context));
  const left = pairs[0]?.left as Term;
  const core = [left, ...(others.length > 0 ? pairs.map(({ right }) => right) : [])].map(valued);
  const relevant = relevantContext(whole, core);
  const hidden = new Set(
    [...relevant.declarations.values()]
      .filter(({ name, kind }) => kind === 'real' && !context.declarations.has(name))
      .map(({ name }) => name),
  );
  const options = { seed: 42, runs: 1, maxSize: MAX_SIZE };
  return {
    context: relevant,
    hidden,
    lines: shown,
    core,
    sampler: new Sampler(relevant, core, options),
    judge: new Judge(relevant, core),
  };
}

/** Of an optimum, what is minimised or maximised: a value at every point, as its set is not. */
const valued = (term: Term): Term => (isOptimum(term) ? arg(term, 0) : term);

/** The lines of the request: each names the letters that it adds. */
function readLines(
  request: Pick<NumbersRequest, 'document' | 'claim' | 'lines'>,
  start: Context,
): {
  readonly lines: { readonly term: Term; readonly sign?: Relation }[];
  readonly context: Context;
} {
  let context = start;
  const lines = (request.lines ?? []).map((text, k) => {
    const [, sign, body = ''] = /^\s*(==|<=|>=|<|>)?([\s\S]*)$/.exec(text) ?? [];
    const read = expressionAt(request, context, body);
    context = read.context;
    const relation = RELATIONS[sign ?? '=='] ?? 'eq';
    return k === 0 ? { term: read.term } : { term: read.term, sign: relation };
  });
  return { lines, context };
}

const RELATIONS: Readonly<Record<string, Relation>> = {
  '==': 'eq',
  '<=': 'le',
  '<': 'lt',
  '>=': 'ge',
  '>': 'gt',
};

/** Contexts that differ in the letters and steps that were declared on the way. */
function merged(contexts: readonly Context[]): Context {
  const [first] = contexts as [Context];
  return {
    ...first,
    declarations: new Map(contexts.flatMap(({ declarations }) => [...declarations])),
    definitions: new Map(contexts.flatMap(({ definitions }) => [...definitions])),
    hypotheses: new Map(contexts.flatMap(({ hypotheses }) => [...hypotheses])),
  };
}
