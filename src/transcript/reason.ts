/** What readers are told of a step's reason. */
import type { Context } from '../kernel/context.js';
import { theoremName } from '../kernel/theorem.js';
import { printLatex } from '../language/print-latex.js';
import { printUnicode } from '../language/print-unicode.js';
import { ruleEntry } from '../rules/book.js';

/** One sentence without a full stop for a reason such as `log-prod` or `definition J`. */
export function titleOf(reason: string, context?: Context): string {
  const entry = ruleEntry(reason);
  if (entry) return entry.title;
  if (context?.hypotheses.has(reason)) return titleOf(`hypothesis ${reason}`, context);
  if (context?.definitions.has(reason)) return titleOf(`definition ${reason}`, context);
  const [kind, name] = splitReason(reason);
  switch (kind) {
    case 'definition':
      return name === '' ? 'By definition' : `By the definition of ${name}`;
    case 'hypothesis': {
      if (name.startsWith(CLAIM)) return `By the claim ${name.slice(CLAIM.length)}`;
      const proposition = context?.hypotheses.get(name)?.proposition;
      return proposition ? `Since ${printUnicode(proposition, { context })}` : `By ${name}`;
    }
    case 'algebra':
      return 'By algebra';
    case 'chain':
      return 'By the steps inside';
    case 'cases':
      return 'By cases';
    default:
      return `By ${reason}`;
  }
}

const CLAIM = theoremName('');

const splitReason = (reason: string): [string, string] => {
  const space = reason.indexOf(' ');
  return space < 0 ? [reason, ''] : [reason.slice(0, space), reason.slice(space + 1)];
};

/** The title in LaTeX, for a reason whose title holds a formula. */
export function formulaTitleOf(reason: string, context: Context): string | undefined {
  const [kind, name] = splitReason(reason);
  const proposition = context.hypotheses.get(kind === 'hypothesis' ? name : reason)?.proposition;
  if (!proposition || name.startsWith(CLAIM)) return undefined;
  return `Since $${printLatex(proposition, { context })}$`;
}

/** True of a reason that a textbook would give a line of its own. */
export function isMajor(reason: string): boolean {
  const entry = ruleEntry(reason);
  if (entry) return entry.level === 'major';
  return reason.startsWith('definition') || reason.startsWith('hypothesis');
}
