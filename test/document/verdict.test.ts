import { describe, expect, it } from 'vitest';
import { combine } from '../../src/document/relation.js';
import {
  type CheckReport,
  type ClaimReport,
  exitCode,
  type Verdict,
  worstVerdict,
} from '../../src/document/report.js';
import { claimFacts, verdictText } from '../../src/document/verdict-text.js';
import type { Outcome } from '../../src/numeric/check.js';

const AGREES: Outcome = { verdict: 'agrees', models: 60, undecided: 0, maxError: 0, bound: 1e-30 };
const REFUTED: Outcome = {
  verdict: 'refuted',
  models: 3,
  counterexample: { sizes: {}, indices: {}, values: { x: 0 }, left: 0, right: 1 },
};
const SILENT: Outcome = { verdict: 'inconclusive', reason: 'too close' };

describe('the verdict', () => {
  it.each<[string, boolean, Outcome, Verdict]>([
    ['a proof and numbers that agree', true, AGREES, 'proved'],
    ['a proof and numbers that say nothing', true, SILENT, 'proved'],
    ['no proof and numbers that agree', false, AGREES, 'tested'],
    ['no proof and a model against it', false, REFUTED, 'refuted'],
    ['no proof and numbers that say nothing', false, SILENT, 'error'],
    ['a proof and no model', true, { verdict: 'no-model' }, 'error'],
    ['no proof and no model', false, { verdict: 'no-model' }, 'error'],
  ])('of %s', (_, isProved, outcome, verdict) => {
    expect(combine(isProved, undefined, outcome)).toMatchObject({ verdict });
  });

  it('of a proof and a model against it is a fault of Gradus', () => {
    const report = combine(true, undefined, REFUTED);
    expect(report).toMatchObject({ verdict: 'refuted', contradiction: true });
    expect(report.note).toContain('please report');
  });

  it('is never proved where both sides are infinite in some models', () => {
    const infinite: Outcome = { ...AGREES, models: 51, infinite: 9 };
    expect(combine(false, undefined, infinite)).toMatchObject({
      verdict: 'tested',
      numeric: { models: 51, infinite: 9 },
      note: 'both sides are infinite in 9 models: log 0 has no value for a proof',
    });
    expect(combine(true, undefined, infinite)).toMatchObject({
      verdict: 'tested',
      contradiction: true,
    });
  });

  it('says that the numbers were inconclusive', () => {
    expect(combine(true, undefined, SILENT).numeric).toEqual({ inconclusive: 'too close' });
  });

  it('of a whole is its worst part', () => {
    expect(worstVerdict(['proved', 'tested'])).toBe('tested');
    expect(worstVerdict(['refuted', 'tested', 'proved'])).toBe('refuted');
    expect(worstVerdict(['refuted', 'error'])).toBe('error');
  });
});

const claim = (verdict: Verdict, more: Partial<ClaimReport> = {}): ClaimReport => ({
  name: 'c',
  kind: 'equal',
  line: 1,
  column: 1,
  endLine: 1,
  text: '',
  latex: '',
  verdict,
  ms: 1,
  ...more,
});

const report = (...claims: ClaimReport[]): CheckReport => ({
  gradus: 1,
  seed: 42,
  files: [{ path: 'a.md', claims }],
});

describe('the exit code', () => {
  it.each<[number, ClaimReport[]]>([
    [0, []],
    [0, [claim('proved'), claim('refuted', { expected: 'refuted' })]],
    [3, [claim('proved'), claim('tested')]],
    [1, [claim('tested'), claim('refuted')]],
    [1, [claim('proved', { expected: 'refuted' })]],
    [1, [claim('tested', { expected: 'refuted' })]],
    [2, [claim('refuted'), claim('error')]],
    [2, [claim('error', { expected: 'refuted' })]],
    [70, [claim('error'), claim('refuted', { contradiction: true })]],
  ])('is %i', (code, claims) => {
    expect(exitCode(report(...claims))).toBe(code);
  });

  it('lets tested claims pass when asked, but not those that should be refuted', () => {
    expect(exitCode(report(claim('tested')), true)).toBe(0);
    expect(exitCode(report(claim('tested', { expected: 'refuted' })), true)).toBe(1);
  });

  it('is 2 for a document that cannot be read', () => {
    const errors = [{ line: 1, column: 1, message: 'no' }];
    const unread = { path: 'b.md', claims: [], errors };
    expect(exitCode({ gradus: 1, seed: 1, files: [unread] })).toBe(2);
  });

  it('is 70 when a line of a calculation contradicts its proof', () => {
    const step = { text: '', latex: '', verdict: 'refuted', contradiction: true } as const;
    expect(exitCode(report(claim('refuted', { kind: 'calculation', steps: [step] })))).toBe(70);
  });
});

describe('a verdict in words', () => {
  it.each<[string, ClaimReport]>([
    ['proved in 1 step', claim('proved', { replayed: 1 })],
    ['refuted, as it should be', claim('refuted', { expected: 'refuted' })],
    ['tested, but should be refuted', claim('tested', { expected: 'refuted' })],
    ['tested, not proved', claim('tested')],
    ['not decided', claim('error')],
  ])('is %s', (text, about) => {
    expect(verdictText(about)).toBe(text);
  });

  it('gives the fewest models and the largest difference of a calculation', () => {
    const line = (models: number, maxError: number) =>
      ({
        text: '',
        latex: '',
        verdict: 'proved',
        numeric: { models, finiteDifference: { maxError, bound: 1 } },
      }) as const;
    const whole = claim('proved', { kind: 'calculation', steps: [line(60, 1e-9), line(40, 2e-7)] });
    expect(claimFacts(whole)).toEqual(['agrees in 40 models', 'finite differences agree to 2e-7']);
  });
});
