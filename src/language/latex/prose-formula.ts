/**
 * A formula of a text's prose, where all of it reads as mathematics of the text: its sides as
 * terms, with the relations between them. It claims nothing; whoever reads it aloud asks.
 */
import type { Context } from '../../kernel/context.js';
import { ArenaFull, type Term } from '../../term/term.js';
import type { Relation } from '../claim.js';
import { LanguageError } from '../language-error.js';
import { Scope } from '../scope.js';
import { statementsOf } from './alignment.js';
import type { Atom } from './atom.js';
import { chainsOf, type NoClaim, type Side } from './chain.js';
import { settingOf } from './formula.js';
import { FormulaReader } from './formula-reader.js';
import { expandMacros, type Macros } from './macro.js';
import type { NotationTable } from './notation-table.js';
import { parseAtoms } from './parse-atoms.js';
import { latexTokens } from './token.js';

/** What is known where a formula stands. */
export interface Known {
  readonly context: Context;
  readonly notations?: NotationTable | undefined;
  readonly macros?: Macros | undefined;
}

/** A side, with the relation before it; the first of a formula that goes on has one, too. */
export interface ProseSide {
  readonly term: Term;
  readonly relation?: Relation | undefined;
  /** True where the relation says what the side before it means. */
  readonly isDefinition?: boolean;
}

/** The statements of a formula; undefined where a part of it is no mathematics of the text. */
export function readProseFormula(latex: string, known: Known): ProseSide[][] | undefined {
  try {
    const { tokens } = latexTokens(latex, { start: 0, end: latex.length, line: 1, column: 1 });
    const { rows } = parseAtoms(expandMacros(tokens, known.macros ?? new Map()));
    const chains = statementsOf(rows).flatMap((statement) => chainsOf(statement, () => false));
    const read = chains.map((chain) => readStatement(chain, latex, known));
    return read.length > 0 && read.every((sides) => sides !== undefined) ? read : undefined;
  } catch (error) {
    const isOfText =
      error instanceof LanguageError || error instanceof ArenaFull || error instanceof RangeError;
    if (!isOfText) throw error;
    return undefined;
  }
}

function readStatement(
  statement: ReturnType<typeof chainsOf>[number],
  text: string,
  known: Known,
): ProseSide[] | undefined {
  if ('reason' in statement) return readExpression(statement, text, known);
  const { sides, conditions, after, isSupposed } = statement;
  if (conditions.length > 0 || after || isSupposed || sides.some(saysMore)) return undefined;
  return sides.flatMap(({ atoms, relation, isDefinition }, k) =>
    k === 0 && atoms.length === 0
      ? []
      : [{ term: readTerm(atoms, text, known, 'sum'), relation, isDefinition }],
  );
}

/** Words beside a side are no part of a term. */
const saysMore = ({ words }: Side): boolean => words.length > 0;

/** An expression alone, or a condition that no claim is made of: `i \in \{1, \dots, n\}`. */
const readExpression = ({ atoms }: NoClaim, text: string, known: Known): ProseSide[] => [
  { term: readTerm(atoms, text, known, 'expression') },
];

function readTerm(
  atoms: readonly Atom[],
  text: string,
  { context, notations }: Known,
  how: 'sum' | 'expression',
): Term {
  const [first] = atoms;
  if (!first) throw new LanguageError('the formula ends too early', { line: 1, column: 1 });
  const reader = new FormulaReader(atoms, settingOf(new Scope(context), text, notations), first);
  const term = reader[how]();
  reader.finish();
  return term;
}
