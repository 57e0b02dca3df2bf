/** The rule book: every chapter's entries, read once into the form that the checker uses. */
import type { Rule, RuleBook } from '../kernel/rule.js';
import { parsePattern } from '../language/pattern.js';
import { Arena, type Term } from '../term/term.js';
import { definedness } from './definedness.js';
import { deltas } from './deltas.js';
import { derivatives } from './derivatives.js';
import type { Chapter, RuleEntry } from './entry.js';
import { functions } from './functions.js';
import { inequalities } from './inequalities.js';
import { logarithms } from './logarithms.js';
import { optima } from './optima.js';
import { order } from './order.js';
import { sums } from './sums.js';
import { zeroOrOne } from './zero-or-one.js';

export const CHAPTERS: readonly Chapter[] = [
  logarithms,
  sums,
  deltas,
  functions,
  derivatives,
  definedness,
  order,
  inequalities,
  zeroOrOne,
  optima,
];

/** `u v F(k, l)` as names with the number of indices each takes. */
export function readVariables(text: string): Map<string, number> {
  const variables = new Map<string, number>();
  for (const [, name, indices] of text.matchAll(/([\p{L}_]\w*)(?:\(([^)]*)\))?/gu))
    variables.set(name as string, indices === undefined ? 0 : indices.split(',').length);
  return variables;
}

/** An entry in the form the checker uses; its patterns live in the given arena. */
export function readRule(arena: Arena, entry: RuleEntry): Rule {
  const variables = readVariables(entry.variables);
  const read = (text: string): Term => parsePattern(arena, text, variables);
  return {
    id: entry.id,
    variables,
    premises: (entry.requires ?? []).map(read),
    conclusion: read(entry.states),
  };
}

const ENTRIES = new Map(CHAPTERS.flatMap(({ rules }) => rules.map((entry) => [entry.id, entry])));
let book: RuleBook | undefined;

/** All rules by id. Read on first use, since a start-up that needs no rule should not pay. */
export function ruleBook(): RuleBook {
  if (book) return book;
  const arena = new Arena();
  const read = new Map<string, Rule>();
  for (const entry of ENTRIES.values()) read.set(entry.id, readRule(arena, entry));
  book = read;
  return book;
}

/** The entry of a rule, as written. */
export const ruleEntry = (id: string): RuleEntry | undefined => ENTRIES.get(id);

/** All entries in the order of the chapters. */
export const ruleEntries = (): readonly RuleEntry[] => [...ENTRIES.values()];
