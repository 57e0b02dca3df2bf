/** Names that want to be something else in Coq: none of them reaches it as it is. */
import { describe, expect, it } from 'vitest';
import {
  type Development,
  development,
  type ProvedClaim,
  THEOREMS_HEADER,
} from '../../../src/coq/development.js';
import { faultOfText } from '../../../src/coq/forbidden.js';
import { verifyFolder } from '../../../src/coq/verify.js';
import {
  assume,
  type Context,
  declare,
  define,
  emptyContext,
} from '../../../src/kernel/context.js';
import { type Proof, REFLEXIVE } from '../../../src/kernel/proof.js';
import { establish } from '../../../src/kernel/theorem.js';
import { ruleBook } from '../../../src/rules/book.js';
import { Arena } from '../../../src/term/term.js';
import { temporaryFolder } from '../../cli/files.js';
import { hasCoq } from '../coq.js';
import { libraryIn } from './session.js';

const HOSTILE = [
  ...['True', 'False', 'Sum', 'ln', 'exp', 'R', 'IZR', 'D', 'exD', 'location', 'is_derive', 'PI'],
  ...['fun', 'forall', 'Type', 'Prop', 'Set', 'Axiom', 'Admitted', 'Theorem', 'Qed', 'match', 'I'],
  ...['x y', 'x-y', 'x+y', 'x_y', 'x.y', "x'", 'x′', 'x"y', '', ' ', '.', '_', '0', '-1', '1'],
  ...['a).  Axiom f : False. (', '(* ', ' *)', '"', 'Qed.\nAxiom f : False.', 'a := 0'],
  ...['α', '∞', '名前', 'é', 'e\u0301', '_ue9', '𝑥', '\u202e', '\0'],
  ...[
    'p',
    'p_ok',
    'P',
    'P_ok',
    'P_zero',
    'P_1',
    'v_P',
    'H',
    'H_1',
    'c_holds',
    'c',
    'c_left_defined',
  ],
  'x'.repeat(300),
];

const DECLARED: Proof = { by: 'declared', premises: [] };

/** Every name as a symbol, a definition and a hypothesis of one context. */
function hostileContext(names: readonly string[]): Context {
  const arena = new Arena();
  let context = emptyContext(arena);
  names.forEach((name) => {
    context = declare(context, { name, kind: 'real', axes: [] });
  });
  names.forEach((name, k) => {
    const proposition = arena.make('le', [arena.num(k), arena.sym(name)]);
    context = assume(context, { name: `${name}!`, proposition });
    const parameters = [{ name, kind: 'real' as const }];
    const own = arena.sym(name);
    context = define(context, { name: `${name}?`, style: 'function', parameters, body: own });
  });
  return context;
}

/** For each name the claim that its definition is what it is, and that its hypothesis holds. */
function hostileClaims(names: readonly string[]): ProvedClaim[] {
  const context = hostileContext(names);
  return names.flatMap((name, k) => claimsOf(context, name, k));
}

function claimsOf(context: Context, name: string, k: number): ProvedClaim[] {
  const { arena } = context;
  const symbol = arena.sym(name);
  const call = arena.make('app', [symbol], `${name}?`);
  return [
    {
      document: name,
      name,
      statement: { context, relation: 'eq', left: call, right: symbol },
      proof: {
        leftDefined: { by: 'declared', premises: [DECLARED, DECLARED] },
        rightDefined: DECLARED,
        proof: { by: 'unfold' },
      },
    },
    {
      document: name,
      name: `${name}~`,
      statement: { context, relation: 'le', left: arena.num(k), right: symbol },
      proof: {
        leftDefined: DECLARED,
        rightDefined: DECLARED,
        proof: { by: 'hypothesis', name: `${name}!`, at: [], premises: [] },
      },
    },
  ];
}

const theoremsIn = ({ claims: exported }: Development): string[] =>
  exported.flatMap(({ theorem }) => theorem?.theorems ?? []);

describe('hostile names', () => {
  const claims = hostileClaims(HOSTILE);
  const made = development(claims);

  it('belong to claims that the checker accepts', () => {
    for (const { statement, proof } of claims)
      expect(() => establish(ruleBook(), statement, proof)).not.toThrow();
  });

  it('become identifiers, each its own', () => {
    const names = theoremsIn(made);
    expect(made.claims.flatMap(({ missing }) => missing ?? [])).toEqual([]);
    expect(names).toHaveLength(6 * HOSTILE.length);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^t_\w+$/);
    const defined = [...made.theorems.matchAll(/^Definition (\S+)/gm)].map(([, name]) => name);
    expect(new Set(defined).size).toBe(defined.length);
    const [, binders = ''] = /forall ((?:\(\S+ : R\) ?)+),/.exec(made.theorems) ?? [];
    const symbols = [...binders.matchAll(/\((\S+) : R\)/g)].map(([, name]) => name as string);
    expect(symbols).toHaveLength(HOSTILE.length);
    expect(new Set(symbols).size).toBe(symbols.length);
    for (const name of symbols) expect(name).toMatch(/^([a-z]|v_\w*)$/);
  });

  it('leave a file of theorems that holds definitions and proofs alone', () => {
    expect(faultOfText(made.theorems, THEOREMS_HEADER)).toBeUndefined();
  });

  it.skipIf(!hasCoq)(
    'are names like any others to Coq',
    async () => {
      const folder = temporaryFolder();
      await libraryIn(folder.path(''));
      // Each claim speaks of all names of its context, so few claims are as good as all.
      const few = HOSTILE.map((_, k) => HOSTILE.slice(k, k + 8)).filter((_, k) => k % 8 === 0);
      const some = development(few.flatMap((names) => hostileClaims(names).slice(0, 2)));
      folder.write('Theorems.v', some.theorems);
      expect(await verifyFolder(folder.path(''), some, 600_000)).not.toHaveProperty('fault');
    },
    1_200_000,
  );

  it.skipIf(!hasCoq)(
    'that differ only in a sign are not the same to Coq',
    async () => {
      const folder = temporaryFolder();
      await libraryIn(folder.path(''));
      const context = hostileContext(['x-y', 'x+y']);
      const { arena } = context;
      const other = {
        context,
        relation: 'le',
        left: arena.sym('x-y'),
        right: arena.sym('x+y'),
      } as const;
      const proof = { leftDefined: DECLARED, rightDefined: DECLARED, proof: REFLEXIVE };
      const wrong = development([{ document: 'd', name: 'c', statement: other, proof }]);
      folder.write('Theorems.v', wrong.theorems);
      const { fault } = await verifyFolder(folder.path(''), wrong, 600_000);
      expect(fault?.message).toMatch(/unify/);
    },
    1_200_000,
  );
});
