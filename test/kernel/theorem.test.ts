// Theorems: only what was checked is one, and only one serves as a hypothesis of later claims.
import { describe, expect, it } from 'vitest';
import { decodeCertificate, encodeCertificate, replay } from '../../src/certificate/certificate.js';
import { ProofError } from '../../src/kernel/check.js';
import { assume, type Context, emptyContext } from '../../src/kernel/context.js';
import {
  type ClaimProof,
  establish,
  generalize,
  type Lemma,
  type Statement,
  Theorem,
  theoremName,
} from '../../src/kernel/theorem.js';
import { parseExpression } from '../../src/language/expression.js';
import { lowerContext, lowerTerm } from '../../src/language/lower.js';
import { ruleBook } from '../../src/rules/book.js';
import { ClaimProver } from '../../src/search/prove-claim.js';
import { Arena, type Term } from '../../src/term/term.js';
import { contextOf, words } from '../language/given.js';
import { chain, hypothesis, rule, SYNTAX, step, VALUE } from './setting.js';

const GIVEN = `
size n, C
real z[n, C], x
index i in 1..n, c in 1..C
index a in 1..n, b in 1..n
let yhat[i,c] = exp(z[i,c]) / sum(k in 1..C, exp(z[i,k]))`;

interface World {
  readonly context: Context;
  readonly read: (text: string) => Term;
}

function world(statements: string): World {
  const surface = contextOf(statements);
  return {
    context: lowerContext(surface),
    read: (text) => lowerTerm(surface, parseExpression(surface, text)),
  };
}

const equation = ({ context, read }: World, left: string, right: string): Statement => ({
  context,
  relation: 'eq',
  left: read(left),
  right: read(right),
});

function proofOf({ context, relation, left, right }: Statement): ClaimProof {
  const found = new ClaimProver(ruleBook()).prove(context, relation, left, right);
  if (!found.found) throw new Error(`not proved: ${found.missing}`);
  return found;
}

const lemmaOf = (name: string, statement: Statement): Lemma => ({
  name,
  statement,
  proof: proofOf(statement),
});

describe('a theorem', () => {
  const statement = equation(world(GIVEN), 'sum(k in 1..C, yhat[i,k])', '1');

  it('is made from a proof that the checker accepts', () => {
    const theorem = establish(ruleBook(), statement, proofOf(statement));
    expect(theorem.statement).toBe(statement);
    expect(Theorem.isEstablished(theorem, ruleBook())).toBe(true);
    expect(Theorem.isEstablished(theorem, new Map(ruleBook()))).toBe(false);
  });

  it('is made by nothing else', () => {
    const names = new Set<string>();
    const make = () => new Theorem(Symbol('established'), ruleBook(), statement, names, names);
    expect(make).toThrow(TypeError);
    const impostor = Object.create(Theorem.prototype) as Theorem;
    expect(Theorem.isEstablished(impostor, ruleBook())).toBe(false);
  });

  it('needs both sides to have a value', () => {
    const w = world('real x');
    const undefinedSides = equation(w, '1/x - 1/x', '0');
    const proof = { by: 'algebra', nonzero: [] } as const;
    const attempt = { leftDefined: VALUE, rightDefined: VALUE, proof };
    expect(() => establish(ruleBook(), undefinedSides, attempt)).toThrow(ProofError);
  });

  it('is refused for a context with an index that nothing binds', () => {
    const arena = new Arena();
    const local = arena.sym('$0');
    const proposition = arena.make('eq', [local, arena.num(1)]);
    const context = assume(emptyContext(arena), { name: 'forged', proposition });
    const one = arena.num(1);
    const claim: Statement = { context, relation: 'eq', left: one, right: one };
    const proof = { leftDefined: VALUE, rightDefined: VALUE, proof: chain() };
    expect(() => establish(ruleBook(), claim, proof)).toThrow(/nothing binds/);
  });
});

const generalized = (w: World, left: string, right: string): string =>
  words(generalize(w.context, equation(w, left, right)));

describe('a theorem as a hypothesis', () => {
  it('is stated for all values of the index letters that occur', () => {
    expect(generalized(world(GIVEN), 'z[i,c]', 'x')).toBe(
      '(forall 1 n (forall 1 C (eq (at (at z #1) #0) x)))',
    );
  });

  it('keeps the order in which ranges depend on each other', () => {
    const w = world('size n\nreal v[n]\nindex i in 1..n\nindex j in 1..i');
    expect(generalized(w, 'v[i]', 'v[j]')).toBe(
      '(forall 1 n (forall 1 #0 (eq (at v #1) (at v #0))))',
    );
  });

  it('leaves free what an assumption is about', () => {
    const w = world(`${GIVEN}\nassume a != b`);
    expect(generalized(w, 'z[a,c]', 'z[b,c]')).toBe(
      '(forall 1 C (eq (at (at z a) #0) (at (at z b) #0)))',
    );
  });

  it('leaves free what the range of another symbol depends on', () => {
    const w = world('size n\nreal v[n]\nindex i in 1..n\nindex j in 5..i');
    expect(generalized(w, 'v[i]', '1')).toBe('(eq (at v i) 1)');
  });

  it('leaves free what a definition mentions', () => {
    const w = world(`${GIVEN}\nlet first = z[i,1]`);
    expect(generalized(w, 'first', 'z[i,1]')).toBe('(eq app:first (at (at z i) 1))');
  });

  it('leaves free what a derivative varies', () => {
    const w = world('size n\nindex i in 1..n');
    const { arena } = w.context;
    const i = arena.sym('i');
    const statement = { ...equation(w, 'i', '1'), left: arena.make('diff', [i, i]) };
    expect(words(generalize(w.context, statement))).toBe('(eq (diff i i) 1)');
  });
});

describe('lemmas', () => {
  const w = world(GIVEN);
  const lemma = lemmaOf('rows', equation(w, 'sum(k in 1..C, yhat[i,k])', '1'));
  const said = generalize(w.context, lemma.statement);
  const context = assume(w.context, { name: theoremName('rows'), proposition: said });
  const statement: Statement = {
    context,
    relation: 'eq',
    left: w.read('sum(k in 1..C, yhat[a,k])'),
    right: w.read('1'),
  };
  const proof: ClaimProof = {
    ...proofOf({ ...statement, context: w.context }),
    proof: chain(
      step([], hypothesis('theorem:rows', [w.read('a')], [hypothesis('a.range')]), w.read('1')),
    ),
  };

  it('serve the claims after them', () => {
    const theorem = establish(ruleBook(), statement, { ...proof, lemmas: [lemma] });
    expect([...theorem.hypotheses]).toContain('theorem:rows');
    expect([...theorem.rules].length).toBeGreaterThan(2);
  });

  it('may be theorems that were established before', () => {
    const known = new Map([['rows', establish(ruleBook(), lemma.statement, lemma.proof)]]);
    expect(() => establish(ruleBook(), statement, proof, known)).not.toThrow();
  });

  it('are refused when nothing proves them', () => {
    expect(() => establish(ruleBook(), statement, proof)).toThrow(/was not proved before/);
    const impostor = Object.create(Theorem.prototype) as Theorem;
    const known = new Map([['rows', impostor]]);
    expect(() => establish(ruleBook(), statement, proof, known)).toThrow(/was not proved before/);
  });

  it('are refused when they say more than was proved', () => {
    const { arena } = w.context;
    const proposition = arena.make('eq', [arena.num(0), arena.num(1)]);
    const forged = assume(w.context, { name: theoremName('rows'), proposition });
    const attempt = { ...statement, context: forged };
    expect(() => establish(ruleBook(), attempt, { ...proof, lemmas: [lemma] })).toThrow(
      /does not say what was proved/,
    );
  });

  it('are refused when they were proved under an assumption that is gone', () => {
    const strict = world('real x\nassume x == 3');
    const three = lemmaOf('three', equation(strict, 'x', '3'));
    const { arena } = strict.context;
    const loose = {
      ...strict.context,
      hypotheses: new Map([
        [theoremName('three'), { name: theoremName('three'), proposition: strict.read('x == 3') }],
      ]),
    };
    const claim: Statement = {
      context: loose,
      relation: 'eq',
      left: arena.sym('x'),
      right: arena.num(3),
    };
    const attempt: ClaimProof = {
      leftDefined: VALUE,
      rightDefined: VALUE,
      proof: hypothesis('theorem:three'),
      lemmas: [three],
    };
    expect(() => establish(ruleBook(), claim, attempt)).toThrow(/assume-1 meant something else/);
  });

  it('are refused when a symbol was declared otherwise', () => {
    const arena = new Arena();
    const x = arena.sym('x');
    const zero = arena.num(0);
    const own: Context = positiveX(arena);
    const goal = { context: own, relation: 'lt', left: zero, right: x } as const;
    const attempt = { leftDefined: VALUE, rightDefined: VALUE, proof: hypothesis('x.positive') };
    const known = new Map([['sign', establish(ruleBook(), goal, attempt)]]);
    const real: Context = {
      ...emptyContext(arena),
      declarations: new Map([['x', { name: 'x', kind: 'real', axes: [] }]]),
    };
    const proposition = arena.make('lt', [zero, x]);
    const later = assume(real, { name: theoremName('sign'), proposition });
    const use = { leftDefined: VALUE, rightDefined: VALUE, proof: hypothesis('theorem:sign') };
    expect(() => establish(ruleBook(), { ...goal, context: later }, use, known)).toThrow(
      /x meant something else/,
    );
  });

  it('are written, read and checked again', () => {
    const text = JSON.stringify(encodeCertificate('use', statement, { ...proof, lemmas: [lemma] }));
    const { theorem } = replay(ruleBook(), JSON.parse(text));
    expect([...theorem.hypotheses]).toContain('theorem:rows');
    const again = decodeCertificate(new Arena(), JSON.parse(text));
    expect(JSON.stringify(encodeCertificate('use', again.statement, again.proof))).toBe(text);
  });

  it('are refused in a certificate that only names them', () => {
    const json = JSON.parse(
      JSON.stringify(encodeCertificate('use', statement, { ...proof, lemmas: [lemma] })),
    );
    json.lemmas = [];
    expect(() => replay(ruleBook(), json)).toThrow(/no lemma rows before this/);
  });

  it('are refused in a certificate when their own proof is forged', () => {
    const json = JSON.parse(
      JSON.stringify(encodeCertificate('use', statement, { ...proof, lemmas: [lemma] })),
    );
    json.lemmas[0].steps = [];
    expect(() => replay(ruleBook(), json)).toThrow(ProofError);
  });

  it('may not use a rule to say what they do not', () => {
    const forged = { ...lemma, proof: { ...lemma.proof, proof: rule('log-one', {}, SYNTAX) } };
    expect(() => establish(ruleBook(), statement, { ...proof, lemmas: [forged] })).toThrow(
      ProofError,
    );
  });
});

function positiveX(arena: Arena): Context {
  const x = { name: 'x', kind: 'positive', axes: [] } as const;
  const proposition = arena.make('lt', [arena.num(0), arena.sym('x')]);
  return {
    ...emptyContext(arena),
    declarations: new Map([['x', x]]),
    hypotheses: new Map([['x.positive', { name: 'x.positive', proposition }]]),
  };
}
