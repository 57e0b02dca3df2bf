/** One theorem of a development: its statement from the claim, its proof from the certificate. */
import type { Proof } from '../kernel/proof.js';
import { Scope } from '../kernel/scope.js';
import type { ClaimProof, Statement } from '../kernel/theorem.js';
import type { Term } from '../term/term.js';
import type { Definitions } from './definitions.js';
import { proofLines } from './proof-text.js';
import { SharedProofs } from './shared-proofs.js';
import { type TheoremStatement, theoremStatement } from './statement.js';

export interface PrintedTheorem {
  readonly name: string;
  /** What is proved, without the name. */
  readonly statement: string;
  readonly text: string;
  /** The names that the development proves for this claim. */
  readonly theorems: readonly string[];
}

/** The commands that state and prove a claim under this name. Throws NotExportable. */
export function printTheorem(
  name: string,
  statement: Statement,
  proof: ClaimProof,
  definitions: Definitions,
): PrintedTheorem {
  const stated = theoremStatement(statement, definitions);
  const { context, relation, left, right } = statement;
  const { arena } = context;
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
    return [...shared.assertions, ...lines];
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
    text: parts.map(([suffix, conclusion, lines]) => theorem(suffix, conclusion, lines)).join('\n\n'),
    theorems: parts.map(([suffix]) => `${name}${suffix}`),
  };
}

/** The derivative exists, since the left side has a value, and has the value that was shown. */
function asDerivative(name: string, { introduced }: TheoremStatement): string[] {
  const given = introduced.join(' ');
  return [`exact (D_is_derive _ _ _ _ (${name}_left_defined ${given}) (${name}_holds ${given})).`];
}
