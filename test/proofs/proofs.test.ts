// Every document in proofs/ gives the verdicts that it promises, and the headline derivations read
// as they were last reviewed.
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { describeCounterexample } from '../../src/diagnose/describe.js';
import { checkDocument } from '../../src/document/check.js';
import { deriveExpression } from '../../src/document/derive.js';
import type { ClaimReport, FileReport } from '../../src/document/report.js';
import { renderTranscript } from '../../src/transcript/render.js';

// A busy machine must not change a verdict.
const timeLimit = 120;
const patience = { timeout: 300_000 };

const paths = globSync(['proofs/**/*.md', 'proofs/**/*.tex'], { ignore: '**/*.context.md' }).sort();
const isRefuted = (path: string): boolean => path.startsWith('proofs/refuted/');
const proofs = paths.filter((path) => !isRefuted(path));
const refuted = paths.filter(isRefuted);

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

const all = (claims: readonly ClaimReport[], verdict: string): Record<string, string> =>
  Object.fromEntries(claims.map(({ name }) => [name, verdict]));

describe('a proof', patience, () => {
  it.each(proofs)('%s: every claim is proved', async (path) => {
    const report = await reportOn(path);
    expect(report.errors).toBeUndefined();
    expect(report.claims.length).toBeGreaterThan(0);
    expect(verdicts(report)).toEqual(all(report.claims, 'proved'));
  });

  it.each(proofs)('%s: every relation has been compared with numbers', async (path) => {
    for (const { name, kind, steps, numeric } of (await reportOn(path)).claims) {
      const compared = kind === 'calculation' ? steps?.map((step) => step.numeric) : [numeric];
      for (const each of compared ?? []) expect(each?.models, name).toBeGreaterThan(0);
    }
  });

  it.each(proofs)('%s: every reason that is given for a line is used', async (path) => {
    for (const { name, note, steps } of (await reportOn(path)).claims) {
      expect(note, name).toBeUndefined();
      for (const step of steps ?? [])
        expect(step.note, `${name}, line ${step.line}`).toBeUndefined();
    }
  });
});

describe('a refuted claim', patience, () => {
  it.each(refuted)('%s: every claim is refuted, with a counterexample', async (path) => {
    const report = await reportOn(path);
    expect(report.errors).toBeUndefined();
    expect(verdicts(report)).toEqual(all(report.claims, 'refuted'));
    for (const { name, expected, counterexample } of report.claims) {
      expect(expected, name).toBe('refuted');
      expect(counterexample, name).toBeDefined();
    }
  });

  it('is shown with the counterexample and the sentence that were last reviewed', async () => {
    const lines: string[] = [];
    for (const path of refuted) {
      lines.push(path);
      for (const { name, text, counterexample, diagnosis } of (await reportOn(path)).claims) {
        lines.push(`  ${name}: ${text}`);
        if (counterexample) lines.push(`    ${describeCounterexample(counterexample)}`);
        if (diagnosis) lines.push(`    ${diagnosis}`);
      }
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/refuted.txt');
  });
});

describe('a derivation', patience, () => {
  it.each([
    ['log-sum-exp', '02-log-sum-exp', 'diff(lse, z[j])', 'p[j]'],
    ['log-softmax', '02-log-sum-exp', 'diff(log(p[i]), z[j])', 'δ(i, j) − p[j]'],
    ['softmax-jacobian', '03-softmax', 'diff(p[i], z[j])', 'p[i] · (δ(i, j) − p[j])'],
    ['cross-entropy', '04-softmax-cross-entropy', 'diff(J, z[a,b])', 'ŷ[a,b] − y[a,b]'],
    ['linear-layer', '06-linear-layer', 'diff(J, w[g,h])', 'Σ_{i=1..n} x[i,g] · (ŷ[i,h] − y[i,h])'],
    ['logistic', '07-logistic-regression', 'diff(bce, s)', 'q − t'],
  ])('%s reads as last reviewed', async (name, document, expression, result) => {
    const found = deriveExpression(expression, {
      document: readFileSync(`proofs/${document}.md`, 'utf8'),
      timeLimit,
    });
    if (!found) throw new Error(`no derivation of ${expression}`);
    expect(found.result.text).toBe(result);
    const text = renderTranscript(found, 'text');
    await expect(text).toMatchFileSnapshot(`../golden/${name}.txt`);
  });
});
