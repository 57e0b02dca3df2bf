/** The rule book: every chapter's entries, read once into the form that the checker uses. */
import type { Rule, RuleBook } from '../kernel/rule.js';
import { parsePattern } from '../language/pattern.js';
import type { Operator } from '../term/operator.js';
import { Arena, type Term } from '../term/term.js';
import { definedness } from './definedness.js';
import { deltas } from './deltas.js';
import { derivatives } from './derivatives.js';
import type { Chapter, RuleEntry } from './entry.js';
import { functions } from './functions.js';
import { gammas } from './gamma.js';
import { inequalities } from './inequalities.js';
import { integrals } from './integrals.js';
import { logarithms } from './logarithms.js';
import { matrices } from './matrices.js';
import { maxima } from './maxima.js';
import { means } from './means.js';
import { optima } from './optima.js';
import { order } from './order.js';
import { ranges } from './ranges.js';
import { sums } from './sums.js';
import { zeroOrOne } from './zero-or-one.js';

export const CHAPTERS: readonly Chapter[] = [
  logarithms,
  sums,
  ranges,
  deltas,
  functions,
  gammas,
  derivatives,
  integrals,
  definedness,
  order,
  inequalities,
  means,
  zeroOrOne,
  maxima,
  matrices,
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

/** The rules by id, each read when it is first asked for: most runs need few of them. */
class Book implements ReadonlyMap<string, Rule> {
  readonly #arena = new Arena();
  readonly #read = new Map<string, Rule>();
  readonly #byConclusion = new Map<Operator, readonly Rule[]>();
  readonly size = ENTRIES.size;

  get(id: string): Rule | undefined {
    const known = this.#read.get(id);
    const entry = known ? undefined : ENTRIES.get(id);
    if (!entry) return known;
    const rule = readRule(this.#arena, entry);
    this.#read.set(id, rule);
    return rule;
  }

  has(id: string): boolean {
    return ENTRIES.has(id);
  }

  /** The rules whose conclusion has this operator. */
  concluding(op: Operator): readonly Rule[] {
    const known = this.#byConclusion.get(op);
    if (known) return known;
    const found = [...ENTRIES.values()].filter((entry) => mayConclude(entry, op));
    const rules = found
      .flatMap(({ id }) => this.get(id) ?? [])
      .filter((r) => r.conclusion.op === op);
    this.#byConclusion.set(op, rules);
    return rules;
  }

  keys(): MapIterator<string> {
    return ENTRIES.keys();
  }

  *values(): MapIterator<Rule> {
    for (const id of ENTRIES.keys()) yield this.get(id) as Rule;
  }

  *entries(): MapIterator<[string, Rule]> {
    for (const id of ENTRIES.keys()) yield [id, this.get(id) as Rule];
  }

  [Symbol.iterator](): MapIterator<[string, Rule]> {
    return this.entries();
  }

  forEach(visit: (rule: Rule, id: string, book: ReadonlyMap<string, Rule>) => void): void {
    for (const [id, rule] of this) visit(rule, id, this);
  }
}

/** Signs without which a statement cannot have the operator; an equation has none of the others. */
const SIGNS: Readonly<Partial<Record<Operator, string>>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  defined: 'defined(',
  differentiable: 'differentiable(',
  integer: 'integer(',
  definite: 'definite(',
};

const mayConclude = ({ states }: RuleEntry, op: Operator): boolean =>
  states.includes(SIGNS[op] ?? '') && isEquation(states) === (op === 'eq');

/** True when "==" stands outside of all brackets. */
function isEquation(states: string): boolean {
  let depth = 0;
  for (let k = 0; k < states.length; k++) {
    const c = states[k] as string;
    if ('(['.includes(c)) depth++;
    else if (')]'.includes(c)) depth--;
    else if (depth === 0 && states.startsWith('==', k)) return true;
  }
  return false;
}

let book: Book | undefined;

/** All rules by id. Made on first use, since a start-up that needs no rule should not pay. */
export function ruleBook(): RuleBook {
  book ??= new Book();
  return book;
}

/** The rules of a book whose conclusion has this operator. */
export const rulesConcluding = (rules: RuleBook, op: Operator): readonly Rule[] =>
  rules instanceof Book
    ? rules.concluding(op)
    : [...rules.values()].filter(({ conclusion }) => conclusion.op === op);

/** The entry of a rule, as written. */
export const ruleEntry = (id: string): RuleEntry | undefined => ENTRIES.get(id);

/** All entries in the order of the chapters. */
export const ruleEntries = (): readonly RuleEntry[] => [...ENTRIES.values()];
