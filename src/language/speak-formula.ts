/** Formulas in words: statements of terms, and formulas of prose that read as such. */
import type { Relation } from './claim.js';
import { type Known, type ProseSide, readProseFormula } from './latex/prose-formula.js';
import { speak } from './speak.js';

export type { Known } from './latex/prose-formula.js';

const RELATIONS: Readonly<Record<Relation, string>> = {
  eq: 'equals',
  le: 'is at most',
  lt: 'is less than',
  ge: 'is at least',
  gt: 'is greater than',
};

/** Sides with the relations between them: `x equals y is at most z`. */
export const speakSides = (sides: readonly ProseSide[], known: Pick<Known, 'context'>): string =>
  sides.map((side) => `${relationWords(side)}${speak(side.term, known)}`).join(' ');

function relationWords({ relation, isDefinition }: ProseSide): string {
  if (!relation) return '';
  return isDefinition ? 'is defined as ' : `${RELATIONS[relation]} `;
}

/** A formula of prose in words; undefined where it does not read as mathematics of its text. */
export function speakFormula(latex: string, known: Known): string | undefined {
  const statements = readProseFormula(latex, known);
  return statements?.map((sides) => speakSides(sides, known)).join('; ');
}
