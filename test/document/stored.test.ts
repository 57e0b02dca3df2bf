// Certificates beside a document: written by one check, replayed without search by the next.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeCertificate } from '../../src/certificate/certificate.js';
import { checkFiles } from '../../src/document/check-files.js';
import type { ClaimReport } from '../../src/document/report.js';
import type { Claim } from '../../src/language/claim.js';
import { parseDocument } from '../../src/language/document.js';
import { lowerRelation } from '../../src/language/lower.js';
import { ruleBook } from '../../src/rules/book.js';
import { ClaimProver } from '../../src/search/prove-claim.js';
import { Arena, type Term } from '../../src/term/term.js';

/** Most bytes for each step that the checker replays. */
const BYTES_PER_STEP = 200;

const TEXT = `
\`\`\`gradus
positive a, b
claim product: log(a*b) == log(a) + log(b)
calc quotient:
     log(a/b)
  == log(a) - log(b)
  == -log(b) + log(a)
refute sum: log(a + b) == log(a) + log(b)
\`\`\`
`;

let folder: string;
let path: string;
let store: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gradus-stored-'));
  path = join(folder, 'notes.md');
  store = join(folder, 'notes.certificate.json');
  writeFileSync(path, TEXT);
});

afterEach(() => rmSync(folder, { recursive: true }));

async function claims(options: { update?: true; frozen?: true }): Promise<readonly ClaimReport[]> {
  const { files } = await checkFiles([path], options);
  return files[0]?.claims ?? [];
}

const outcomes = (reports: readonly ClaimReport[]): string[] =>
  reports.map(({ name, verdict, error }) => [name, verdict, error ?? ''].join(' ').trim());

/** Checks what is stored for the first text against another. */
async function frozenAfter(change: (text: string) => string): Promise<string[]> {
  await claims({ update: true });
  writeFileSync(path, change(TEXT));
  return outcomes(await claims({ frozen: true }));
}

describe('a stored certificate', () => {
  it('proves its claim again, without a search', async () => {
    await claims({ update: true });
    const reports = await claims({ frozen: true });
    expect(outcomes(reports)).toEqual(['product proved', 'quotient proved', 'sum refuted']);
    expect(reports[0]?.numeric).toBeUndefined();
  });

  it('is the same file whenever it is written', async () => {
    await claims({ update: true });
    const first = readFileSync(store, 'utf8');
    await claims({ update: true });
    expect(readFileSync(store, 'utf8')).toBe(first);
  });

  it('stands on a line of its own', async () => {
    await claims({ update: true });
    const lines = readFileSync(store, 'utf8').trimEnd().split('\n').slice(1, -1);
    const names = lines.map((line) => JSON.parse(line.replace(/,$/, '')).name);
    expect(names).toEqual(['product', 'quotient.2', 'quotient.3']);
  });

  it(`takes at most ${BYTES_PER_STEP} bytes a step`, async () => {
    const paths = ['proofs/09-softmax-cross-entropy.md', 'proofs/11-linear-layer.md'];
    for (const document of paths) {
      writeFileSync(path, readFileSync(document));
      await claims({ update: true });
      for (const line of readFileSync(store, 'utf8').trimEnd().split('\n').slice(1, -1)) {
        const { proofs, steps = [] } = JSON.parse(line.replace(/,$/, ''));
        expect(line.length / (proofs.length + steps.length)).toBeLessThan(BYTES_PER_STEP);
      }
    }
  });

  it('does not prove a claim that was changed', async () => {
    const [product] = await frozenAfter((text) => text.replace('log(a*b)', 'log(b*a)'));
    expect(product).toBe(
      'product error its certificate proves another statement: it was changed since',
    );
  });

  it('does not prove its claim from weaker declarations', async () => {
    const [product] = await frozenAfter((text) => text.replace('positive a', 'real a'));
    expect(product).toContain('its certificate proves another statement');
  });

  it('still proves its claim beside other declarations', async () => {
    const [product] = await frozenAfter((text) => text.replace('a, b\n', 'a, b\nreal unused\n'));
    expect(product).toBe('product proved');
  });

  it('is asked for by name where there is none', async () => {
    const [renamed] = await frozenAfter((text) => text.replace('claim product', 'claim other'));
    expect(renamed).toContain('other error no certificate is stored for this');
  });

  it('that was forged is not accepted', async () => {
    await claims({ update: true });
    writeFileSync(store, readFileSync(store, 'utf8').replaceAll('"log-mul"', '"log-div"'));
    const [product] = outcomes(await claims({ frozen: true }));
    expect(product).toContain('its certificate is not accepted');
  });

  const CONTRADICTORY = `
\`\`\`gradus
real x
assume x == 1
assume x == 2
claim nothing: x == 1
\`\`\`
`;

  it('is not written for a claim about no model', async () => {
    writeFileSync(path, CONTRADICTORY);
    expect(outcomes(await claims({ update: true }))[0]).toContain('nothing error no model');
    expect(outcomes(await claims({ frozen: true }))[0]).toContain('no certificate is stored');
  });

  it('does not prove its claim where the hypotheses contradict each other', async () => {
    const document = parseDocument(new Arena(), CONTRADICTORY);
    const [claim] = document.claims as [Claim];
    const { context, left, right } = lowerRelation(
      claim.context,
      claim.lines[0]?.term as Term,
      claim.lines[1]?.term as Term,
    );
    const found = new ClaimProver(ruleBook()).prove(context, 'eq', left, right);
    if (!found.found) throw new Error('the hypothesis says so');
    const statement = { context, relation: 'eq', left, right } as const;
    const certificate = encodeCertificate('nothing', statement, found);
    writeFileSync(path, CONTRADICTORY);
    writeFileSync(store, `{"certificates": [${JSON.stringify(certificate)}]}`);
    expect(outcomes(await claims({ frozen: true }))[0]).toContain('nothing error no model');
  });

  it('in a file that is spoilt is an error of the document', async () => {
    writeFileSync(store, '{"certificates": [1, ');
    const { files } = await checkFiles([path], { frozen: true });
    expect(files[0]?.errors?.[0]?.message).toBe(`${store}: this file holds no certificates`);
  });
});
