/** One theorem of a development: its statement from the claim, its proof from the certificate. */
import type { Proof } from '../kernel/proof.js';
import { Scope } from '../kernel/scope.js';
import { THEOREM } from '../kernel/statement.js';
import type { ClaimProof, Statement } from '../kernel/theorem.js';
import type { Term } from '../term/term.js';
import type { Definitions } from './definitions.js';
import { bare } from './dialect.js';
import { identifier } from './identifiers.js';
import { block } from './near-proof.js';
import { NotExportable } from './not-exportable.js';
import { proofLines } from './proof-text.js';
import { SharedProofs } from './shared-proofs.js';
import { type TheoremStatement, theoremStatement } from './statement.js';

export interface PrintedTheorem {
  readonly name: string;
  /** What is proved, without the name. */
  readonly statement: string;
  readonly text: string;
  /** The declared symbols that it is stated for all values of. */
  readonly symbols: readonly string[];
  /** The theorem that the sides are related. */
  readonly holds: string;
  /** The names that the development proves for this claim. */
  readonly theorems: readonly string[];
  /** What each of these says: that both sides have values, and how they are related. */
  readonly parts: readonly { readonly name: string; readonly statement: string }[];
}

/** What follows a claim's name in the names of its theorems. */
export const THEOREM_ENDINGS = ['', '_holds', '_left_defined', '_right_defined'] as const;

/** The commands that state and prove a claim under this name. Throws NotExportable. */
export function printTheorem(
  name: string,
  statement: Statement,
  proof: ClaimProof,
  definitions: Definitions,
  lemmas: ReadonlyMap<string, PrintedTheorem> = new Map(),
): PrintedTheorem {
  const stated = theoremStatement(statement, definitions);
  const { context, relation, left, right } = statement;
  const { arena } = context;
  const cited = citations(statement, stated, lemmas);
  const show = (part: Proof, goal: Term): string[] => {
    const shared = new SharedProofs();
    const here = {
      scope: Scope.root(context),
      printer: stated.printer,
      frames: [],
      hypotheses: stated.hypotheses,
      shared,
    };
    proofLines(here, part, goal);
    shared.finishCounting();
    const lines = proofLines(here, part, goal);
    return [...cited, ...shared.assertions, ...lines];
  };
  const theorem = (suffix: string, conclusion: string, lines: readonly string[]): string =>
    [
      `Theorem ${name}${suffix} : ${stated.given}  ${conclusion}.`,
      'Proof.',
      ...(stated.introduced.length > 0 ? [`  intros ${stated.introduced.join(' ')}.`] : []),
      ...lines.map((line) => `  ${line}`),
      'Qed.',
    ].join('\n');
  const parts: [string, string, readonly string[]][] = [
    ['_left_defined', stated.leftOk, show(proof.leftDefined, arena.make('defined', [left]))],
    ['_right_defined', stated.rightOk, show(proof.rightDefined, arena.make('defined', [right]))],
    ['_holds', stated.related, show(proof.proof, arena.make(relation, [left, right]))],
  ];
  if (stated.derivative) parts.push(['', stated.derivative, asDerivative(name, stated)]);
  const own = stated.derivative ? '' : '_holds';
  return {
    name: `${name}${own}`,
    statement: `${stated.given}  ${stated.derivative ?? stated.related}`,
    text: parts
      .map(([suffix, conclusion, lines]) => theorem(suffix, conclusion, lines))
      .join('\n\n'),
    symbols: [...context.declarations.keys()],
    holds: `${name}_holds`,
    theorems: parts.map(([suffix]) => `${name}${suffix}`),
    parts: parts.map(([suffix, conclusion]) => ({
      name: `${name}${suffix}`,
      statement: `${stated.given}  ${conclusion}`,
    })),
  };
}

/** The earlier claims that the context has as hypotheses, each from its theorem. */
function citations(
  { context }: Statement,
  { dialect, printer, hypotheses }: TheoremStatement,
  lemmas: ReadonlyMap<string, PrintedTheorem>,
): string[] {
  return [...context.hypotheses.values()].flatMap(({ name, proposition }) => {
    if (!name.startsWith(THEOREM)) return [];
    const lemma = lemmas.get(name.slice(THEOREM.length));
    if (!lemma) throw new NotExportable(`${name}, of which there is no proof`);
    const letters = lettersOf(proposition);
    const intros = letters.flatMap((letter) => [identifier(letter), `${identifier(letter)}_range`]);
    const symbols = lemma.symbols.map((symbol) =>
      letters.includes(symbol) ? identifier(symbol) : dialect.symbol(symbol),
    );
    const call = [`${lemma.holds}`, ...symbols].join(' ');
    return [
      `assert (${hypotheses.get(name)} : ${bare(printer.prop(proposition))}).`,
      ...block([
        ...(intros.length > 0 ? [`intros ${intros.join(' ')}.`] : []),
        `apply (${call}); assumption.`,
      ]),
    ];
  });
}

/** The letters that a proposition is stated for all values of, the outermost first. */
function lettersOf(proposition: Term): string[] {
  const letters: string[] = [];
  for (let term = proposition; term.op === 'forall'; term = term.args[2] as Term)
    letters.push(term.letter);
  return letters;
}

/** The derivative exists, since the left side has a value, and has the value that was shown. */
function asDerivative(name: string, { introduced }: TheoremStatement): string[] {
  const given = introduced.join(' ');
  return [`exact (D_is_derive _ _ _ _ (${name}_left_defined ${given}) (${name}_holds ${given})).`];
}
