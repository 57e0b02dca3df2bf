// Certificates: written, read in a fresh arena, checked again; and hostile ones refused.
import { describe, expect, it } from 'vitest';
import {
  type Certificate,
  CertificateError,
  decodeCertificate,
  encodeCertificate,
  replay,
} from '../../src/certificate/certificate.js';
import { ProofError } from '../../src/kernel/check.js';
import { ruleBook } from '../../src/rules/book.js';
import { Arena } from '../../src/term/term.js';
import { certificateOf, prove, SOURCES } from './corpus.js';

const source = (name: string) => SOURCES.find((s) => s.name === name) as (typeof SOURCES)[number];
const certificate = (name: string): Certificate => certificateOf(prove(source(name)));

describe('a certificate', () => {
  it.each(SOURCES)('of $name is read and checked again', (given) => {
    const { theorem, name } = replay(ruleBook(), certificateOf(prove(given)));
    expect(name).toBe(given.name);
    expect(theorem.statement.relation).toBe(given.claim[1]);
    expect(theorem.rules.size + theorem.hypotheses.size).toBeGreaterThan(0);
  });

  it.each(SOURCES)('of $name has the same bytes when it is found or read again', (given) => {
    const text = JSON.stringify(certificateOf(prove(given)));
    expect(JSON.stringify(certificateOf(prove(given)))).toBe(text);
    const { name, statement, proof } = decodeCertificate(new Arena(), JSON.parse(text));
    expect(JSON.stringify(encodeCertificate(name, statement, proof))).toBe(text);
  });

  it('names the hypotheses and rules that the proof uses', () => {
    const { theorem } = replay(ruleBook(), certificate('log-likelihood'));
    expect([...theorem.hypotheses]).toContain('p.positive');
    expect([...theorem.rules]).toContain('log-prod');
  });

  it('holds every term and every proof once', () => {
    const { terms, proofs } = certificate('softmax-gradient');
    const texts = (table: readonly unknown[]) => new Set(table.map((e) => JSON.stringify(e)));
    expect(texts(terms).size).toBe(terms.length);
    expect(texts(proofs).size).toBe(proofs.length);
  });

  it('writes a chain as steps with a rule, a direction, a path and a result', () => {
    const [step] = certificate('log-likelihood').steps ?? [];
    expect(step).toMatchObject({ direction: 'forward', path: expect.any(Array) });
    expect(Object.keys(step ?? {})).toEqual(expect.arrayContaining(['rule', 'result']));
  });
});

/** What decoding says of a certificate that was changed. */
function refusal(change: (c: Loose) => unknown, name = 'quotient'): string {
  const copy: Loose = structuredClone(certificate(name));
  const json = change(copy);
  try {
    decodeCertificate(new Arena(), json === undefined ? copy : json);
  } catch (error) {
    expect(error).toBeInstanceOf(CertificateError);
    return (error as Error).message;
  }
  return 'no refusal';
}

// biome-ignore lint/suspicious/noExplicitAny: hostile JSON may be anything
type Loose = any;

const declare = (c: Loose, declaration: Loose): void => {
  c.context.declarations.push({ axes: [], ...declaration });
};
const term = (c: Loose, ...entry: Loose[]): number => c.terms.push(entry) - 1;

describe('reading refuses', () => {
  it.each<[string, (c: Loose) => unknown, RegExp]>([
    ['no object', () => 'certificate', /an object is needed/],
    ['null', () => null, /an object is needed/],
    ['a list', () => [], /an object is needed/],
    ['an unknown version', (c) => void Object.assign(c, { gradus: 2 }), /version/],
    ['an unknown field', (c) => void Object.assign(c, { extra: 1 }), /no field "extra"/],
    ['a missing field', (c) => void delete c.terms, /terms is missing/],
    ['a key of prototypes', () => JSON.parse('{"__proto__": {}}'), /gradus is missing/],
    [
      'both steps and a proof',
      (c) => void Object.assign(c, { proof: 0 }),
      /either steps or a proof/,
    ],
    ['a name with a line break', (c) => void Object.assign(c, { name: 'a\nb' }), /a label/],
    [
      'a name that is too long',
      (c) => void Object.assign(c, { name: 'a'.repeat(300) }),
      /bound: name/,
    ],
    ['an unknown operator', (c) => void term(c, 'frob', 0), /no such operator/],
    ['a key of objects as operator', (c) => void term(c, 'constructor', 0), /no such operator/],
    ['a metavariable', (c) => void term(c, 'meta'), /no such operator/],
    ['what only the checker says', (c) => void term(c, 'free', 0, 0), /no such operator/],
    ['a wrong number of arguments', (c) => void term(c, 'add', 0), /takes 2 arguments/],
    ['a term that refers to itself', (c) => void term(c, 'exp', c.terms.length), /whole number/],
    ['a term that refers forwards', (c) => void term(c, 'exp', c.terms.length + 1), /whole number/],
    ['a place that is no number', (c) => void term(c, 'exp', '0'), /whole number/],
    ['a place that is a fraction', (c) => void term(c, 'exp', 0.5), /whole number/],
    ['a number not in lowest terms', (c) => void term(c, 'num', '2/4'), /lowest terms/],
    ['a number over 0', (c) => void term(c, 'num', '1/0'), /lowest terms/],
    ['a number with an exponent', (c) => void term(c, 'num', '1e9999'), /lowest terms/],
    ['a number that is too long', (c) => void term(c, 'num', '1'.repeat(5000)), /bound: digits/],
    ['a reserved name', (c) => void term(c, 'sym', '%0'), /letters and digits/],
    ['a local index of a high number', (c) => void term(c, 'sym', '$999'), /bound: locals/],
    ['a local index with a sign', (c) => void term(c, 'sym', '$-1'), /letters and digits/],
    ['a name of no letters', (c) => void term(c, 'sym', '<b>'), /letters and digits/],
    ['a high bound index', (c) => void term(c, 'bound', 1e9), /whole number/],
    [
      'a condition as a number',
      (c) => void term(c, 'exp', term(c, 'eq', 0, 0)),
      /not be a condition/,
    ],
    ['a number as a condition', (c) => void term(c, 'iverson', 0), /must be a condition/],
    [
      'having a value as a number',
      (c) => void term(c, 'iverson', term(c, 'defined', 0)),
      /not a condition on values/,
    ],
    [
      'a derivative by a number',
      (c) => void term(c, 'diff', 0, term(c, 'num', '99')),
      /a derivative is by a symbol/,
    ],
    [
      'a derivative by a bound index',
      (c) => void term(c, 'diff', 0, term(c, 'bound', 0)),
      /a derivative is by a symbol/,
    ],
    [
      'an optimum over a number',
      (c) => void term(c, 'argmin', 0, term(c, 'num', '99')),
      /an optimum is over symbols/,
    ],
    [
      'a proof that refers to itself',
      (c) => void c.proofs.push({ rule: 'symmetry', of: c.proofs.length }),
      /whole number/,
    ],
    [
      'a proof with an extra field',
      (c) => void c.proofs.push({ rule: 'syntax', x: 1 }),
      /no field/,
    ],
    ['a proof by nothing', (c) => void c.proofs.push({}), /a text is needed/],
    [
      'a rule with a strange id',
      (c) => void c.proofs.push({ rule: '../x', substitution: {}, conditions: [] }),
      /not the id of a rule/,
    ],
    ['a step without a path', (c) => void delete c.steps[0].path, /path is missing/],
    [
      'a step of no direction',
      (c) => void Object.assign(c.steps[0], { direction: 'up' }),
      /forward, backward/,
    ],
    [
      'a step with a foreign field',
      (c) => void Object.assign(c.steps[0], { text: 'x' }),
      /no field "text"/,
    ],
    [
      'an open index in a line',
      (c) => void Object.assign(c.steps[0], { result: term(c, 'bound', 0) }),
      /bound nowhere/,
    ],
    [
      'a condition as a line',
      (c) => void Object.assign(c.steps[0], { result: term(c, 'eq', 0, 0) }),
      /a number is needed/,
    ],
    ['an unknown relation', (c) => void Object.assign(c.claim, { relation: 'ne' }), /eq, le, lt/],
    [
      'a side with an unknown name',
      (c) => void Object.assign(c.claim, { left: term(c, 'sym', 'q') }),
      /q is not declared/,
    ],
    [
      'a side with a local index',
      (c) => void Object.assign(c.claim, { left: term(c, 'sym', '$0') }),
      /not declared/,
    ],
    [
      'a side that applies nothing',
      (c) => void Object.assign(c.claim, { left: term(c, 'app', 'q') }),
      /q is not declared/,
    ],
    ['an unknown kind', (c) => declare(c, { name: 'q', kind: 'magic' }), /one of size/],
    ['a name declared twice', (c) => declare(c, { name: 'x', kind: 'real' }), /x stands twice/],
    [
      'a declared local index',
      (c) => declare(c, { name: '$0', kind: 'real' }),
      /letters and digits/,
    ],
    [
      'a declared reserved name',
      (c) => declare(c, { name: '%0', kind: 'real' }),
      /letters and digits/,
    ],
    ['an array of sizes', (c) => declare(c, { name: 'q', kind: 'size', axes: [[0, 0]] }), /0 axes/],
    [
      'a symmetric row',
      (c) => declare(c, { name: 'q', kind: 'symmetric', axes: [[0, 0]] }),
      /2 axes/,
    ],
    ['a function without arity', (c) => declare(c, { name: 'q', kind: 'function' }), /an arity/],
    ['a number with arity', (c) => declare(c, { name: 'q', kind: 'real', arity: 1 }), /an arity/],
    [
      'a bound by a later symbol',
      (c) => declare(c, { name: 'q', kind: 'real', lower: term(c, 'sym', 'q') }),
      /declared before what it depends on/,
    ],
    [
      'a definition by itself',
      (c) => {
        const body = term(c, 'app', 'q');
        c.context.definitions.push({ name: 'q', style: 'value', parameters: [], body });
      },
      /q is not declared before this/,
    ],
    [
      'a definition with an open index too many',
      (c) => {
        const body = term(c, 'bound', 0);
        c.context.definitions.push({ name: 'q', style: 'value', parameters: [], body });
      },
      /bound nowhere/,
    ],
    [
      'an assumption in the name of a declaration',
      (c) => {
        const proposition = term(c, 'false');
        c.context.assumptions.push({ name: 's.positive', proposition });
      },
      /s\.positive stands twice/,
    ],
    [
      'an assumption in the name of a theorem',
      (c) => {
        const proposition = term(c, 'false');
        c.context.assumptions.push({ name: 'theorem:x', proposition });
      },
      /a label/,
    ],
    [
      'an assumption about a local index',
      (c) => {
        const proposition = term(c, 'integer', term(c, 'sym', '$0'));
        c.context.assumptions.push({ name: 'forged', proposition });
      },
      /\$0 is not declared/,
    ],
    [
      'a lemma that nobody proved',
      (c) => void c.context.lemmas.push('x'),
      /no lemma x before this/,
    ],
    ['an unknown convention', (c) => void c.context.conventions.push('1/0'), /one of/],
  ])('%s', (_, change, reason) => {
    expect(refusal(change)).toMatch(reason);
  });

  it('proofs that nest deeper than the checker can follow', () => {
    const deep = (c: Loose): void => {
      let last = c.proofs.push({ rule: 'syntax' }) - 1;
      for (let k = 0; k < 2_000; k++) last = c.proofs.push({ rule: 'symmetry', of: last }) - 1;
    };
    expect(refusal(deep)).toMatch(/bound: depth/);
  });

  it('terms that nest too deep', () => {
    const deep = (c: Loose): void => {
      let last = 0;
      for (let k = 0; k < 20_000; k++) last = term(c, 'exp', last);
    };
    expect(refusal(deep)).toMatch(/bound: nesting/);
  });

  it('more terms than a table may hold', () => {
    expect(
      refusal((c) => void Object.assign(c, { terms: new Array(500_001).fill(['num', '1']) })),
    ).toMatch(/bound: terms/);
  });
});

describe('replaying', () => {
  it('checks a proof of the greatest depth without overflow', () => {
    const json: Loose = structuredClone(certificate('quotient'));
    let last = json.proofs.push({ rule: 'chain', steps: [] }) - 1;
    for (let k = 0; k < 990; k++) last = json.proofs.push({ rule: 'symmetry', of: last }) - 1;
    json.claim.right = json.claim.left;
    json.defined[1] = json.defined[0];
    delete json.steps;
    json.proof = last;
    expect(() => replay(ruleBook(), json)).not.toThrow();
  });

  it('refuses a rule that is not in the book', () => {
    const json: Loose = structuredClone(certificate('log-likelihood'));
    const entry = json.proofs.find((e: Loose) => 'substitution' in e);
    entry.rule = 'log-of-anything';
    expect(() => replay(ruleBook(), json)).toThrow(ProofError);
  });

  it('names a bound that the proof meets', () => {
    const json: Loose = structuredClone(certificate('quotient'));
    let sum = json.claim.left;
    for (let k = 0; k < 40; k++)
      sum = json.terms.push(['add', sum, json.terms.push(['exp', sum]) - 1]) - 1;
    const power = json.terms.push(['pow', sum, json.terms.push(['num', '32']) - 1]) - 1;
    json.steps = [{ rule: 'algebra', direction: 'forward', path: [], nonzero: [], result: power }];
    expect(() => replay(ruleBook(), json)).toThrow(/bound: monomials/);
  });
});
