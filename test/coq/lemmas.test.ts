// The library of rule lemmas is held to the rule book: each rule has a lemma whose statement is
// made from the rule's own data, or a reason why it has none.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MISSING_OPERATORS, NotExportable } from '../../src/coq/not-exportable.js';
import { type RuleLemma, ruleLemma } from '../../src/coq/rule-lemma.js';
import { ruleEntries } from '../../src/rules/book.js';

const read = (name: string): string =>
  readFileSync(new URL(`../../coq/${name}`, import.meta.url), 'utf8');
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The statements of a file of Coq by the name of their lemma. */
const statementsIn = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/^Lemma (r_\w+) :\s+([\s\S]*?)\.\s*\nProof/gm)].map(([, name, statement]) => [
      name as string,
      flat(statement as string),
    ]),
  );

function lemmaOf(id: string): RuleLemma | NotExportable {
  try {
    return ruleLemma(id);
  } catch (error) {
    if (error instanceof NotExportable) return error;
    throw error;
  }
}

const NECESSITY = ['Necessity.v', 'NecessityOfDerivatives.v'];
const library = read('Gradus.v');
const stated = statementsIn(library);
const all = ruleEntries().map((entry) => ({ entry, lemma: lemmaOf(entry.id) }));
const exportable = all.flatMap(({ entry, lemma }) =>
  lemma instanceof NotExportable ? [] : [{ entry, lemma }],
);

describe('the lemmas of the rules', () => {
  it.each(exportable.map(({ entry, lemma }) => [entry.id, lemma] as const))(
    '%s is stated as the rule book states it',
    (_, { name, statement }) => expect(stated.get(name)).toBe(flat(statement)),
  );

  it('are of no rule that the rule book does not have', () => {
    const known = new Set(exportable.map(({ lemma }) => lemma.name));
    expect([...stated.keys()].filter((name) => !known.has(name))).toEqual([]);
  });

  it('are missing only where an operator has no counterpart, which is named', () => {
    const operators = Object.keys(MISSING_OPERATORS);
    for (const { entry, lemma } of all) {
      if (!(lemma instanceof NotExportable)) continue;
      expect(
        operators.some((op) => lemma.message.includes(`operator ${op}:`)),
        entry.id,
      ).toBe(true);
    }
  });

  it('are proved, each of them', () => {
    for (const name of ['Gradus.v', 'Numbers.v', ...NECESSITY])
      expect(read(name)).not.toMatch(/\b(Admitted|admit|Axiom|Parameter|Conjecture|Unset|Abort)\b/);
  });
});

describe('the conditions of the rules', () => {
  const text = NECESSITY.map(read).join('\n');
  const refuted = statementsIn(text);
  const needed = exportable.flatMap(({ entry, lemma }) =>
    (entry.requires ?? []).flatMap((condition, k) =>
      entry.withoutIt?.[condition] === undefined || lemma.premises[k] === undefined
        ? []
        : [[`${lemma.name}_needs_${k + 1}`, lemma.without(k)] as const],
    ),
  );

  it.each(needed)(
    '%s says that the rule fails without it, or why Coq does not',
    (name, without) => {
      const statement = refuted.get(name);
      if (statement !== undefined) expect(statement).toBe(flat(`~ (${without})`));
      else expect(text).toMatch(new RegExp(`\\(\\* ${name}: \\S`));
    },
  );

  it('are refuted where the total functions of Coq allow it, which is nearly always', () =>
    expect(refuted.size).toBeGreaterThan(0.85 * needed.length));
});
