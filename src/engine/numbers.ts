/** The numbers of a claim at a point: its inputs, each line, the derivatives, the plots. */
import { LanguageError } from '../language/language-error.js';
import { printUnicode } from '../language/print-unicode.js';
import type { Judge } from '../numeric/judge.js';
import { Exhausted } from '../numeric/machine.js';
import type { Model } from '../numeric/model.js';
import { isOptimum } from '../numeric/optima.js';
import { parseRational } from '../term/rational.js';
import { figureOf } from './figure.js';
import { coordinatesIn, moved, pointOf, symbolsOf } from './inputs.js';
import { differencePlot, digitsPlot } from './plots.js';
import type {
  LineFigure,
  NumbersReport,
  NumbersRequest,
  PlotsReport,
  PlotsRequest,
} from './request.js';
import { type Slope, slopeReport, slopesOf } from './slope.js';
import { type Subject, subjectOf } from './subject.js';

/** Throws LanguageError where a line cannot be read, and where the context has no model. */
export function numbersAt(request: NumbersRequest): NumbersReport {
  const subject = subjectOf(request);
  const { model, problem } = modelFor(subject, request);
  const { context, hidden } = subject;
  return {
    symbols: symbolsOf(context, model, hidden),
    point: pointOf(model),
    lines: subject.lines.map((_, k) => lineAt(subject, model, k)),
    slopes: slopes(subject).map((slope) => slopeReport(context, slope, model)),
    ...(problem === undefined ? {} : { problem }),
  };
}

export function plotsAt(request: PlotsRequest): PlotsReport {
  const subject = subjectOf(request);
  const { model } = modelFor(subject, request);
  const [slope] = slopes(subject);
  const differences = slope && differencePlot(subject.context, slope, model);
  const digits = digitsPlot(subject, slopes(subject), model);
  return { ...(differences ? { differences } : {}), ...(digits ? { digits } : {}) };
}

let last: { readonly subject: Subject; readonly slopes: readonly Slope[] } | undefined;

function slopes(subject: Subject): readonly Slope[] {
  if (last?.subject !== subject) last = { subject, slopes: slopesOf(subject) };
  return last.slopes;
}

const NO_MODEL = 'no values satisfy the declarations and assumptions, as far as was tried';

interface Found {
  readonly model: Model;
  readonly problem?: string;
}

/** The model that is asked for; the one before where a move leads out of the assumptions. */
function modelFor({ sampler }: Subject, { point = {}, move }: Omit<NumbersRequest, 'verb'>): Found {
  const here = sampler.near(coordinatesIn(point)) ?? sampler.models().next().value;
  if (!here) throw new LanguageError(NO_MODEL);
  if (!move) return { model: here };
  const to = move.to.length <= MOST_DIGITS ? parseRational(move.to.trim()) : undefined;
  if (!to)
    return { model: here, problem: `${move.to} is no number: write it as 0.25, 1e-3 or 1/3` };
  const next = sampler.near(moved(here, move.key, to), move.key);
  return next ? { model: next } : { model: here, problem: `${move.to}: ${NO_MODEL}` };
}

/** Characters of a number that is typed. */
const MOST_DIGITS = 40;

function lineAt({ context, lines, core, judge }: Subject, model: Model, k: number): LineFigure {
  const { term, sign } = lines[k] as Subject['lines'][number];
  const at = Math.min(k, core.length - 1);
  const isObjective = isOptimum(term);
  const relation = sign && !isObjective ? relationAt(judge, model, sign, k) : undefined;
  return {
    text: printUnicode(term, { context }),
    ...figureOf(judge, model, at),
    ...(isObjective ? { isObjective } : {}),
    ...(sign ? { sign } : {}),
    ...(relation ? { relation } : {}),
  };
}

/** What the bounds say of a line and the one before it. */
function relationAt(
  judge: Judge,
  model: Model,
  sign: NonNullable<LineFigure['sign']>,
  k: number,
): LineFigure['relation'] {
  try {
    const { kind } = judge.judge(model, sign, k - 1, k);
    return kind === 'undecided' ? undefined : kind;
  } catch (problem) {
    if (problem instanceof Exhausted) return undefined;
    throw problem;
  }
}
