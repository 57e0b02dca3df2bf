/** What readers are told of a step's reason. */
import type { Context } from '../kernel/context.js';
import { theoremName } from '../kernel/theorem.js';
import { decoratedName } from '../language/decorated-name.js';
import { printLatex } from '../language/print-latex.js';
import { ruleEntry } from '../rules/book.js';
import { derivatives } from '../rules/derivatives.js';
import type { Transcript, TranscriptStep } from '../search/transcript.js';
import { propositionLatex, propositionText } from './proposition.js';

export interface Title {
  /** One sentence without a full stop. */
  readonly title: string;
  /** The title in LaTeX text, where it holds a formula. */
  readonly titleLatex?: string;
}

/** The title of a reason such as `log-prod` or `definition J`, in both notations. */
export function reasonTitle(reason: string, context?: Context): Title {
  const entry = ruleEntry(reason);
  if (entry) return { title: entry.title };
  if (context?.hypotheses.has(reason)) return reasonTitle(`hypothesis ${reason}`, context);
  if (context?.definitions.has(reason)) return reasonTitle(`definition ${reason}`, context);
  const [kind, name] = splitReason(reason);
  switch (kind) {
    case 'definition':
      if (name === '') return { title: 'By definition' };
      return namedTitle(`By the definition of ${name}`, context);
    case 'hypothesis': {
      if (name.startsWith(CLAIM)) return { title: `By the claim ${name.slice(CLAIM.length)}` };
      const proposition = context?.hypotheses.get(name)?.proposition;
      if (!context || !proposition) return { title: `By ${name}` };
      return {
        title: `Since ${propositionText(context, proposition, 'where new')}`,
        titleLatex: `Since ${propositionLatex(context, proposition, 'where new')}`,
      };
    }
    case 'algebra':
      return { title: 'By algebra' };
    case 'differentiation':
      return { title: 'Differentiate' };
    case 'linearity':
      return { title: 'Sums are linear' };
    case 'chain':
      return { title: 'By the steps inside' };
    case 'cases':
      return { title: 'By cases' };
    case 'linear':
      return { title: 'By adding inequalities up' };
    case 'syntax':
      return { title: 'As the numbers say' };
    default:
      return { title: `By ${reason}` };
  }
}

/** The title of a reason as plain text. */
export const titleOf = (reason: string, context?: Context): string =>
  reasonTitle(reason, context).title;

/** The title of a line: a line that follows from a hypothesis alone is called by it. */
export function lineTitle(
  { title, reasons }: Pick<TranscriptStep, 'title' | 'reasons'>,
  context: Context,
): Title {
  const [first = 'algebra'] = reasons;
  const isAlone = reasons.every((reason) => reason === first || reason === 'algebra');
  const isGiven = first.startsWith('hypothesis ') && isAlone;
  return isGiven || title === titleOf(first, context)
    ? reasonTitle(first, context)
    : namedTitle(title, context);
}

const DEFINITION = /\bdefinition of (\S+)/g;
const DEFINITIONS = /\bthe definition of \S+(?: and the definition of \S+)*/g;

/** A title that names definitions, with their names as the formulas write them. */
export function namedTitle(title: string, context?: Context): Title {
  const named = (write: (name: string) => string): string =>
    title.replace(DEFINITIONS, (words) => {
      const names = [...words.matchAll(DEFINITION)].map(([, name]) => name as string);
      if (!names.every((name) => context?.definitions.has(name))) return words;
      const written = names.map(write);
      return written.length === 1
        ? `the definition of ${written[0]}`
        : `the definitions of ${written.slice(0, -1).join(', ')} and ${written.at(-1)}`;
    });
  const written = named(decoratedName);
  const titleLatex = named((name) => (context ? `$${printLatex(context.arena.sym(name))}$` : name));
  return titleLatex === title ? { title } : { title: written, titleLatex };
}

const CLAIM = theoremName('');

const splitReason = (reason: string): [string, string] => {
  const space = reason.indexOf(' ');
  return space < 0 ? [reason, ''] : [reason.slice(0, space), reason.slice(space + 1)];
};

/** True of a reason that a textbook would give a line of its own. */
export function isMajor(reason: string): boolean {
  const entry = ruleEntry(reason);
  if (entry) return entry.level === 'major';
  return reason.startsWith('definition') || reason.startsWith('hypothesis');
}

/** The major rules, definitions and hypotheses by which a proof rewrites its lines, in order. */
export const majorReasons = (transcript: Transcript | undefined): string[] => [
  ...new Set(transcript?.steps.flatMap(({ reasons }) => reasons.filter(isMajor)) ?? []),
];

/**
 * What counts as one reason: to differentiate is one, however many rules it takes, and so is to
 * use that sums are linear, or to put in what some names are defined as.
 */
export function reasonGroup(reason: string): string {
  if (reason.startsWith('definition')) return 'definition';
  if (LINEAR.has(reason)) return 'linearity';
  const entry = ruleEntry(reason);
  return entry && derivatives.rules.includes(entry) ? 'differentiation' : reason;
}

const LINEAR: ReadonlySet<string> = new Set([
  'sum-add',
  'sum-sub',
  'sum-neg',
  'sum-factor-out',
  'sum-factor-out-right',
  'sum-div',
  'sum-const',
]);
