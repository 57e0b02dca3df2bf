/** The display formulas of a document: their names, the labels before them, what is made of each. */
import type { Context } from '../kernel/context.js';
import { ArenaFull } from '../term/term.js';
import type { Claim } from './claim.js';
import type { Display } from './display-scanner.js';
import { LanguageError, type Place } from './language-error.js';
import type { Chain } from './latex/chain.js';
import { type DisplayReading, readDisplay } from './latex/display.js';
import type { Macros } from './latex/macro.js';
import type { NotationTable } from './latex/notation-table.js';
import { withReasons } from './latex/reason.js';
import type { Block } from './markdown.js';
import { nearestName } from './nearest-name.js';

/** A display formula, or a part of one, that makes no claim. */
export interface Unclaimed extends Place {
  readonly name: string;
  readonly endLine: number;
  /** As it was written. */
  readonly source: string;
  readonly reason: string;
}

/** A label before a formula: `skip`, `refuted`, `by log-prod; log-pow`. */
export interface Label extends Place {
  readonly text: string;
  readonly offset: number;
}

export const labelsOf = (text: string, blocks: readonly Block[]): Label[] =>
  blocks.flatMap(({ kind, start, end, content }) =>
    kind === 'label' ? [{ text: text.slice(start, end).trim(), offset: start, ...content }] : [],
  );

export interface FormulaSource {
  readonly text: string;
  readonly macros: Macros;
  readonly labels: readonly Label[];
}

export interface NumberedDisplay extends Display {
  /** Its place among the displays of the document, from 1. */
  readonly number: number;
  /** Where the display before it ends. */
  readonly after: number;
}

/** A chain that a display without a left side goes on with, and the claim that it makes. */
export interface Unfinished {
  readonly chain: Chain;
  /** Absent of an expression alone. */
  readonly claim: Claim | undefined;
  /** What is known after it. */
  readonly context: Context;
}

export interface FormulaResult extends Pick<DisplayReading, 'errors' | 'definitions'> {
  readonly claims: readonly Claim[];
  /** The claim of the display before that the first of these is instead of. */
  readonly replaced: Claim | undefined;
  readonly unfinished: Omit<Unfinished, 'context'> | undefined;
  readonly unclaimed: readonly Unclaimed[];
}

/** Reads a display in the context of its place. `isTaken` tells names that claims have already. */
export function readFormula(
  { text, macros, labels }: FormulaSource,
  display: NumberedDisplay,
  context: Context,
  notations: NotationTable,
  isTaken: (name: string) => boolean,
  unfinished?: Unfinished,
): FormulaResult {
  const own = labels.filter(({ offset }) => offset >= display.after && offset < display.from);
  const fallback = `formula-${display.number}`;
  const source = text.slice(display.start, display.end).trim();
  const place = { line: display.line, column: display.column, endLine: display.endLine };
  if (own.some((label) => label.text === 'skip')) {
    const unclaimed = [{ name: fallback, ...place, source, reason: 'it is to be skipped' }];
    return { ...NOTHING, unclaimed, replaced: undefined, unfinished: undefined };
  }
  const before = unfinished && {
    chain: unfinished.chain,
    isWhole: own.length === 0 && unfinished.context === context && !unfinished.claim?.expected,
  };
  const reading = read({ context, notations, macros, text, ...(before && { before }) }, display);
  const label = reading.label ?? attribute(text, display.end);
  const name = label !== undefined && !isTaken(label) ? label : fallback;
  const errors = [...reading.errors, ...own.flatMap(unknownLabel)];
  const groups = own.flatMap(({ text: words }) => reasonGroups(words));
  const isRefuted = own.some((each) => each.text === 'refuted');
  const replaced = reading.isContinued && reading.chain ? unfinished?.claim : undefined;
  const claims = reading.claims.flatMap((draft, k, all): Claim[] => {
    const reasoned = withReasons(draft, groups);
    if (!reasoned)
      errors.push(
        new LanguageError('a label gives one reason for each relation', own[0] ?? place, {
          expected: `${draft.lines.length - 1}, between semicolons`,
        }),
      );
    if (k === 0 && replaced) return [{ ...draft, name: replaced.name, endLine: display.endLine }];
    const numbered = all.length === 1 ? name : `${name}.${k + 1}`;
    const expected = isRefuted ? ({ expected: 'refuted' } as const) : {};
    return [{ ...(reasoned ?? draft), name: numbered, endLine: display.endLine, ...expected }];
  });
  const { chain } = reading;
  const [claim] = claims;
  const isOpen = chain && claims.length <= 1 && groups.length === 0;
  return {
    claims,
    replaced,
    unfinished: isOpen ? { chain, claim } : undefined,
    unclaimed: unclaimedOf(reading, name, source, place, text),
    errors,
    definitions: reading.definitions,
  };
}

const NOTHING = {
  claims: [],
  unclaimed: [],
  errors: [],
  definitions: [],
  chain: undefined,
  isContinued: false,
};

function read(...[setting, display]: Parameters<typeof readDisplay>): DisplayReading {
  try {
    return readDisplay(setting, display);
  } catch (error) {
    if (!(error instanceof ArenaFull) && !(error instanceof RangeError)) throw error;
    const place = { line: display.line, column: display.column };
    const errors = [
      new LanguageError(
        error instanceof ArenaFull ? error.message : 'this formula is too large',
        place,
      ),
    ];
    return { ...NOTHING, label: undefined, errors };
  }
}

/**
 * The parts of a formula that make no claim; of one that makes none at all, the whole, with the
 * reason that says most.
 */
function unclaimedOf(
  { unclaimed, claims, errors }: DisplayReading,
  name: string,
  source: string,
  place: Place & { endLine: number },
  text: string,
): Unclaimed[] {
  if (unclaimed.length === 0) return [];
  if (claims.length > 0 || errors.length > 0)
    return unclaimed.flatMap(({ atoms, reason }) => {
      const [first, last] = [atoms[0], atoms.at(-1)];
      if (!first || !last) return [];
      const { line, column } = first;
      const part = text.slice(first.offset, last.end);
      return [{ name, line, column, endLine: place.endLine, source: part, reason }];
    });
  const reasons = unclaimed.map(({ reason }) => reason);
  const reason = reasons.find((each) => each !== 'it states no relation') ?? (reasons[0] as string);
  return [{ name, ...place, source, reason }];
}

/** `{#eq-loss}` after a display. */
const attribute = (text: string, end: number): string | undefined =>
  /^(?:\$\$|\\\])[ \t]*\{#([\w:.-]+)[^}\n]*\}/.exec(text.slice(end, end + 200))?.[1];

const BY = /^by\s+(.*)$/s;

const reasonGroups = (words: string): string[][] =>
  (BY.exec(words)?.[1] ?? '')
    .split(';')
    .map((group) =>
      group
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    )
    .filter((group) => group.length > 0);

/** Words that resemble no label are a remark. */
function unknownLabel(label: Label): LanguageError[] {
  if (/^(skip|refuted)$/.test(label.text) || BY.test(label.text)) return [];
  const [word = '', ...others] = label.text.split(/\s+/);
  const isNear = nearestName(word, ['skip', 'refuted', 'by']) !== undefined;
  if (others.length > 0 && !isNear) return [];
  return [
    new LanguageError(`the label ${label.text} is not known`, label, {
      expected: 'skip, refuted or by …',
    }),
  ];
}
