/** Files of theorems that somebody else wrote: what they hold is no reason to believe a claim. */
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Development,
  development,
  type ProvedClaim,
  THEOREMS_HEADER,
} from '../../../src/coq/development.js';
import { faultOfText } from '../../../src/coq/forbidden.js';
import { axiomsIn, verifyFolder } from '../../../src/coq/verify.js';
import type { Proof } from '../../../src/kernel/proof.js';
import { parseDocument } from '../../../src/language/document.js';
import { lowerRelation } from '../../../src/language/lower.js';
import { Arena, type Term } from '../../../src/term/term.js';
import { temporaryFolder } from '../../cli/files.js';
import { documentOf } from '../../document/given.js';
import { hasCoq } from '../coq.js';
import { libraryIn } from './session.js';

/** The claim of a document, true or not, with a proof that is none. */
function claimed(text: string): ProvedClaim {
  const [claim] = parseDocument(new Arena(), documentOf(text)).claims;
  if (!claim) throw new Error('the document makes no claim');
  const [left, right] = claim.lines.map(({ term }) => term) as [Term, Term];
  const statement = {
    ...lowerRelation(claim.context, left, right),
    relation: 'eq' as const,
  };
  const [name = ''] = statement.context.hypotheses.keys();
  const none: Proof = { by: 'hypothesis', name, at: [], premises: [] };
  const proof = { leftDefined: none, rightDefined: none, proof: none };
  return { document: 'forged', name: 'c', statement, proof };
}

const TACTIC = `intros; repeat split; intros;
    first [exact I | assumption | reflexivity | apply ln_exp | left; apply exp_pos | left; assumption].`;

/** A file that proves what is claimed, by these commands and definitions. */
function forged(made: Development, commands: readonly string[] = [], tactic = TACTIC): string {
  const parts = made.claims.flatMap(({ theorem }) => theorem?.parts ?? []);
  const theorems = parts.map(
    ({ name, statement }) => `Theorem ${name} : ${statement}.\nProof.\n  ${tactic}\nQed.`,
  );
  return [THEOREMS_HEADER, ...commands, ...theorems, ''].join('\n\n');
}

const defined = ({ theorems }: Development): string[] =>
  theorems.match(/^Definition .*\n(?: .*\n)*/gm)?.map((text) => text.trimEnd()) ?? [];

const TRUE = development([claimed('positive t\nclaim c: log(exp(t)) == t')]);
const FALSE = development([claimed('positive t\nclaim c: log(t) == 0')]);

const withLine = (line: string): string =>
  forged(FALSE).replace('\n\nTheorem', `\n\n${line}\n\nTheorem`);

describe('a file of theorems', () => {
  it('is read when it holds definitions and proofs alone', () => {
    expect(faultOfText(forged(TRUE), THEOREMS_HEADER)).toBeUndefined();
  });

  it.each([
    ['is empty', '', /empty/],
    ['has spaces only', ' \n\n', /empty/],
    ['has another header', forged(TRUE).replace('Lra', 'Lia'), /begin as it should/],
    ['admits a proof', forged(FALSE).replace('Qed.', 'Admitted.'), /Admitted/],
    ['admits a goal', forged(FALSE, [], 'admit.'), /admit/],
    ['assumes an axiom', withLine('Axiom f : False.'), /Axiom/],
    ['assumes an axiom further right', withLine('  Axiom f : False.'), /Axiom/],
    ['assumes a parameter', withLine('Parameter f : False.'), /Parameter/],
    ['assumes a variable', withLine('Variable f : False.'), /Variable/],
    ['assumes by a context', withLine('Context (f : False).'), /Context/],
    ['switches a check off', withLine('Unset Guard Checking.'), /Unset/],
    ['switches a check off by an attribute', withLine('#[bypass_check(guard)]'), /bypass_check/],
    ['loads something', withLine('Load "evil".'), /Load/],
    ['loads a plugin', withLine('Declare ML Module "evil".'), /Declare/],
    ['requires something', withLine('Require Import Evil.'), /Require/],
    ['has a notation', withLine('Notation "x = y" := True.'), /Notation/],
    ['has a recursion', withLine('Fixpoint f (n : nat) : False := f n.'), /no definition/],
    ['writes a file', withLine('Redirect "evil" Print R.'), /Redirect/],
    ['is a comment', forged(FALSE).replace('\n\nTheorem', '\n\n(*\n\nTheorem'), /no definition/],
  ])('is refused when it %s', (_, text, reason) => {
    expect(faultOfText(text, THEOREMS_HEADER)).toMatch(reason);
  });
});

describe('the list of axioms', () => {
  it('is empty only where Coq says so', () => {
    expect(axiomsIn('Closed under the global context\n')).toEqual([]);
    expect(axiomsIn('')).toBeUndefined();
    expect(axiomsIn('x : R\nClosed under the global context?')).toBeUndefined();
  });

  it('holds what Coq lists beside axioms', () => {
    const output =
      'Axioms:\nx : forall n,\n  n = n\nlong.name\n  : R\nf is assumed to be guarded.\n';
    expect(axiomsIn(output)).toEqual(['x', 'long.name', 'f is assumed to be guarded.']);
  });
});

describe.skipIf(!hasCoq)('a file of theorems that Coq compiles', () => {
  const folder = temporaryFolder();
  beforeAll(() => libraryIn(folder.path('')), 900_000);

  /** What is said of the file, and whether Coq compiled it. */
  async function judged(made: Development, text: string) {
    const library = temporaryName(folder);
    await libraryIn(folder.path(library));
    folder.write(`${library}/Theorems.v`, text);
    const { fault } = await verifyFolder(folder.path(library), made, 300_000);
    return { fault: fault?.message, isCompiled: existsSync(folder.path(`${library}/Theorems.vo`)) };
  }

  it('is accepted when it proves the claim in its own way', async () => {
    expect(await judged(TRUE, forged(TRUE))).toEqual({ fault: undefined, isCompiled: true });
  }, 600_000);

  it.each([
    ['false', FALSE, forged(FALSE)],
    ['cut off in a proof', TRUE, forged(TRUE).replace(/Qed\.\s*$/, '')],
    ['claimed by a proof of another type', FALSE, forged(FALSE, [], 'intros; exact_no_check I.')],
    ['defined twice', TRUE, forged(TRUE, ['Definition a : R := 0.', 'Definition a : R := 1.'])],
  ])(
    'is rejected when it is %s',
    async (_, made, text) => {
      const { fault, isCompiled } = await judged(made, text);
      expect(fault).toBeDefined();
      expect(isCompiled).toBe(false);
    },
    600_000,
  );

  const sum = development([claimed('size n\nclaim c: sum(k in 1..n, k) == 0')]);
  const slope = development([claimed('positive t\nclaim c: diff(exp(t), t) == 0')]);
  const square = development([claimed('positive t\nlet f(x) = x^2 + 1\nclaim c: f(t) == 0')]);
  const holds = TRUE.claims[0]?.theorem?.holds;
  const other = `Theorem ${holds} : True.\nProof.\n  exact I.\nQed.\n`;

  it.each([
    ['has no theorem', TRUE, `${THEOREMS_HEADER}\n`],
    ['ends after the first theorem', TRUE, `${forged(TRUE).split('Qed.')[0]}Qed.\n`],
    [
      'has another statement under the name',
      TRUE,
      forged(TRUE).replace(new RegExp(`Theorem ${holds} [\\s\\S]*Qed\\.`), other),
    ],
    ['has its own ln', FALSE, forged(FALSE, ['Definition ln (x : R) : R := 0.'])],
    [
      'has its own Sum',
      sum,
      forged(sum, [
        'Definition Sum (a b : R) (F : R -> R) : R := 0.',
        'Definition is_int (x : R) : Prop := True.',
      ]),
    ],
    [
      'has its own is_derive',
      slope,
      forged(slope, [
        'Definition D (d : location R) (F : R -> R) : R := 0.',
        'Definition exD (d : location R) (F : R -> R) (ok : R -> Prop) : Prop := True.',
        'Definition is_derive (F : R -> R) (x y : R) : Prop := True.',
      ]),
    ],
    [
      'has another definition of what the claim defines',
      square,
      forged(
        square,
        defined(square).map((text) =>
          text.replace(/:=[\s\S]*/, text.includes('Prop :=') ? ':= True.' : ':= 0.'),
        ),
      ),
    ],
  ])(
    'is rejected when it %s',
    async (_, made, text) => {
      const { fault, isCompiled } = await judged(made, text);
      expect(isCompiled).toBe(true);
      expect(fault).toBeDefined();
    },
    600_000,
  );
});

let count = 0;

/** A folder of its own in the folder. */
function temporaryName({ write }: ReturnType<typeof temporaryFolder>): string {
  const name = `forged-${++count}`;
  write(`${name}/README`, '');
  return name;
}
