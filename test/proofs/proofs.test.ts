// Every document in proofs/ gives the verdicts that it promises, and the headline derivations read
// as they were last reviewed.
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/document/check.js';
import { type DerivationReport, deriveExpression } from '../../src/document/derive.js';
import type { ClaimReport, FileReport } from '../../src/document/report.js';
import { oncePerPhrase, refutationOf } from './phrase.js';

// A busy machine must not change a verdict.
const timeLimit = 120;
const patience = { timeout: 600_000 };

const paths = globSync(['proofs/**/*.md', 'proofs/**/*.tex'], { ignore: '**/*.context.md' }).sort();
const chapters = paths.filter((path) => !path.startsWith('proofs/refuted/'));
const refuted = paths.filter((path) => path.startsWith('proofs/refuted/'));

const reports = new Map<string, Promise<FileReport>>();

/** The report on a document, which is checked once. */
function reportOn(path: string): Promise<FileReport> {
  const known = reports.get(path);
  if (known) return known;
  const report = checkDocument(readFileSync(path, 'utf8'), path, { timeLimit });
  reports.set(path, report);
  return report;
}

const verdicts = ({ claims }: FileReport): Record<string, string> =>
  Object.fromEntries(claims.map(({ name, verdict }) => [name, verdict]));

/** What a document promises: that its claims are proved and its refutes refuted. */
const promised = (claims: readonly ClaimReport[]): Record<string, string> =>
  Object.fromEntries(claims.map(({ name, expected }) => [name, expected ?? 'proved']));

const refutedIn = ({ claims }: FileReport): readonly ClaimReport[] =>
  claims.filter(({ expected }) => expected === 'refuted');

describe('a chapter', patience, () => {
  it('has a number, and the numbers have no gap', () => {
    const numbers = chapters
      .map((path) => /^proofs\/(\d+)-[^/]*\.md$/.exec(path)?.[1])
      .filter((number) => number !== undefined);
    expect(numbers.map(Number)).toEqual(numbers.map((_, k) => k + 1));
  });

  it.each(chapters)('%s: every claim is proved, and every mistake refuted', async (path) => {
    const report = await reportOn(path);
    expect(report.errors).toBeUndefined();
    expect(report.claims.some(({ verdict }) => verdict === 'proved')).toBe(true);
    expect(verdicts(report)).toEqual(promised(report.claims));
  });

  it.each(chapters)('%s: every relation has been compared with numbers', async (path) => {
    for (const { name, kind, steps, numeric } of (await reportOn(path)).claims) {
      const compared = kind === 'calculation' ? steps?.map((step) => step.numeric) : [numeric];
      for (const each of compared ?? []) expect(each?.models, name).toBeGreaterThan(0);
    }
  });

  it.each(chapters)('%s: every reason that is given for a line is used', async (path) => {
    for (const { name, note, steps } of (await reportOn(path)).claims) {
      expect(note, name).toBeUndefined();
      for (const step of steps ?? [])
        expect(step.note, `${name}, line ${step.line}`).toBeUndefined();
    }
  });
});

describe('a refuted claim', patience, () => {
  it.each(refuted)('%s: every claim is one, and is refuted', async (path) => {
    const report = await reportOn(path);
    expect(report.errors).toBeUndefined();
    expect(refutedIn(report)).toEqual(report.claims);
    expect(verdicts(report)).toEqual(promised(report.claims));
  });

  it.each(paths)('in %s has a counterexample', async (path) => {
    for (const { name, counterexample } of refutedIn(await reportOn(path)))
      expect(counterexample, name).toBeDefined();
  });

  it('fails at the model, and by the mistake, that were last reviewed', async () => {
    const lines: string[] = [];
    for (const path of paths) {
      const claims = refutedIn(await reportOn(path));
      if (claims.length > 0) lines.push(path);
      for (const claim of claims)
        lines.push(`  ${claim.name}: ${claim.text}`, ...refutationOf(claim));
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/refuted.txt');
  });

  it('is told in the words that were last reviewed, each phrase once', async () => {
    const told: string[] = [];
    for (const path of paths)
      for (const { diagnosis } of refutedIn(await reportOn(path)))
        if (diagnosis !== undefined) told.push(diagnosis);
    const phrases = oncePerPhrase(told);
    await expect(`${phrases.join('\n')}\n`).toMatchFileSnapshot('../golden/wording-refuted.txt');
  });
});

const HEADLINES = [
  ['log-sum-exp', '20-log-sum-exp', 'diff(lse, z[j])', 'p[j]'],
  ['log-softmax', '07-softmax', 'diff(log(p[i]), z[j])', 'δ(i, j) − p[j]'],
  ['softmax-jacobian', '07-softmax', 'diff(p[i], z[j])', 'p[i] · (δ(i, j) − p[j])'],
  ['cross-entropy', '09-softmax-cross-entropy', 'diff(J, z[a,b])', 'ŷ[a,b] − y[a,b]'],
  ['linear-layer', '11-linear-layer', 'diff(J, w[g,h])', 'Σ_{i=1..n} x[i,g] · (ŷ[i,h] − y[i,h])'],
  ['logistic', '15-logistic-regression', 'diff(bce, s)', 'q − t'],
] as const;

const derived = new Map<string, DerivationReport>();

/** The derivation of an expression of a chapter, which is found once. */
function derivation(document: string, expression: string): DerivationReport {
  const text = readFileSync(`proofs/${document}.md`, 'utf8');
  const found =
    derived.get(expression) ?? deriveExpression(expression, { document: text, timeLimit });
  if (!found) throw new Error(`no derivation of ${expression}`);
  derived.set(expression, found);
  return found;
}

describe('a derivation', patience, () => {
  it.each(HEADLINES)('%s goes as last reviewed', async (name, document, expression, result) => {
    const found = derivation(document, expression);
    expect(found.result.text).toBe(result);
    const { start, steps } = found;
    const lines = steps.flatMap(({ rule, text }) => [`    { ${rule} }`, text]);
    const text = `  ${start.text}\n${lines.join('\n')}\n`;
    await expect(text).toMatchFileSnapshot(`../golden/${name}.txt`);
  });

  it('is told in the words that were last reviewed, each phrase once', async () => {
    const titles = HEADLINES.flatMap(([, document, expression]) =>
      derivation(document, expression).steps.map(({ title }) => title),
    );
    const phrases = oncePerPhrase(titles);
    await expect(`${phrases.join('\n')}\n`).toMatchFileSnapshot('../golden/wording-derived.txt');
  });
});
