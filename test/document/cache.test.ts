// The cache of checks: what it holds is replayed, never believed, and may be missing or spoilt.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../src/document/cache.js';
import { examineDocument } from '../../src/document/check.js';
import { type CheckFilesOptions, checkFiles } from '../../src/document/check-files.js';
import { examineAgain } from '../../src/document/examine-again.js';
import { entryOf } from '../../src/document/kept-entry.js';
import type { FileReport } from '../../src/document/report.js';
import { apply, change } from '../fuzz/damage.js';
import { documentOf, SOFTMAX } from './given.js';

const TRUE = documentOf(`
positive a, b
real x
index i in 1..3
claim product: log(a*b) == log(a) + log(b)
claim doubled: 2*log(a*b) == 2*log(a) + 2*log(b)
claim slope: diff(exp(2*x), x) == 2*exp(2*x)
calc quotient:
     log(a/b)
  == log(a) - log(b)
  == -log(b) + log(a)
refute sum: log(a + b) == log(a) + log(b)
`);
/** The same declarations, and claims of the same names that are false. */
const FALSE = documentOf(`
positive a, b
real x
index i in 1..3
claim product: log(a*b) == log(a) - log(b)
claim doubled: 2*log(a*b) == 2*log(a) + log(b)
claim slope: diff(exp(2*x), x) == exp(2*x)
calc quotient:
     log(a/b)
  == log(a) + log(b)
  == log(b) + log(a)
refute sum: log(a*b) == log(a) + log(b)
`);

let folder: string;
let path: string;
let cache: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gradus-cache-'));
  path = join(folder, 'notes.md');
  cache = join(folder, 'cache');
  writeFileSync(path, TRUE);
});

afterEach(() => rmSync(folder, { recursive: true }));

const check = async (options: CheckFilesOptions = { cache }): Promise<FileReport> =>
  (await checkFiles([path], options)).files[0] as FileReport;

const untimed = (report: FileReport | undefined): string =>
  JSON.stringify(report, (key, value) => (key === 'ms' ? 0 : value));

/** The files of the cache, hidden ones too. */
const entries = (): string[] =>
  readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.includes('/'))
    .map((file) => join(cache, file));

const onlyEntry = (): string => {
  const all = entries();
  expect(all.length).toBe(1);
  return all[0] as string;
};

/** A check after a change of what is kept. */
async function afterwards(spoil: (text: string) => string): Promise<FileReport> {
  await check();
  const entry = onlyEntry();
  writeFileSync(entry, spoil(readFileSync(entry, 'utf8')));
  return check();
}

describe('a cache', () => {
  it('changes nothing in the report', async () => {
    const without = await check({});
    expect(untimed(await check())).toBe(untimed(without));
    expect(untimed(await check())).toBe(untimed(without));
    expect(untimed(await check({ cache, steps: 'all', strict: true }))).toBe(
      untimed(await check({ steps: 'all', strict: true })),
    );
  });

  it('is used: the numbers of a proved claim are those that were kept', async () => {
    const report = await afterwards((text) => text.replace('"models":60', '"models":59'));
    expect(report.claims[0]?.numeric?.models).toBe(59);
  });

  it('writes the same certificates as a search', async () => {
    const store = join(folder, 'notes.certificate.json');
    await check({ cache, update: true });
    const first = readFileSync(store, 'utf8');
    await check({ cache, update: true });
    expect(readFileSync(store, 'utf8')).toBe(first);
  });

  it('has another entry for another text, and for other options', async () => {
    await check();
    await check({ cache, seed: 7 });
    await check({ cache, runs: 5 });
    await check({ cache, maxSize: 2 });
    await check({ cache, timeLimit: 20 });
    await check({ cache, context: { path: 'c.md', text: documentOf('real unused') } });
    writeFileSync(path, TRUE.replace('claim product', 'claim other'));
    await check();
    expect(entries().length).toBe(7);
    await check({ cache, strict: true });
    expect(entries().length).toBe(7);
  });

  it('keeps nothing of a document with a claim that is not decided by proof or counterexample', async () => {
    writeFileSync(path, documentOf('real x\nassume x == 1\nassume x == 2\nclaim none: x == 1'));
    expect((await check()).claims[0]?.verdict).toBe('error');
    writeFileSync(path, 'no claim can be read\n```gradus\nclaim a: 1 +\n```\n');
    expect((await check()).errors?.length).toBe(1);
    expect(() => entries()).toThrow('ENOENT');
  });

  it.each([
    ['nothing', () => ''],
    ['half of it', (text: string) => text.slice(0, text.length / 2)],
    ['no JSON', () => '\u0000\u0001{'],
    ['null', () => 'null'],
    ['a list', () => '[]'],
    ['depth', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a prototype', (text: string) => text.replace('"gradus":1', '"__proto__":{"gradus":1}')],
    ['another version', (text: string) => text.replace('"gradus":1', '"gradus":2')],
    ['a rule that there is none of', (text: string) => text.replaceAll('log-mul', 'log-mull')],
    ['another rule', (text: string) => text.replaceAll('log-mul', 'log-div')],
    ['another claim', (text: string) => text.replace('"claim":"product"', '"claim":"slope"')],
    ['letters', (text: string) => text.replace('"letters":[', '"letters":[[0,"\\u001b[2J"],')],
  ])('that holds %s is as if it were empty, and is written anew', async (_what, spoil) => {
    const without = await check({});
    await check();
    const good = readFileSync(onlyEntry(), 'utf8');
    expect(untimed(await afterwards(spoil))).toBe(untimed(without));
    expect(readFileSync(onlyEntry(), 'utf8')).toBe(good);
  });

  it('does not make a false claim true by the proofs of true ones', async () => {
    await check();
    const good = readFileSync(onlyEntry(), 'utf8');
    writeFileSync(path, FALSE);
    rmSync(cache, { recursive: true });
    const without = untimed(await check());
    writeFileSync(onlyEntry(), good);
    expect(untimed(await check())).toBe(without);
    writeFileSync(onlyEntry(), good.replaceAll('"verdict":"refuted"', '"verdict":"proved"'));
    expect(untimed(await check())).toBe(without);
  });

  it('proves nothing where the hypotheses contradict each other', async () => {
    const plain = documentOf('real x\nassume x == 1\nclaim none: x == 1');
    const absurd = documentOf('real x\nassume x == 1\nassume x == 2\nclaim none: x == 1');
    const entry = entryOf(await examineDocument(plain, 'a.md'));
    const again = (text: string) => examineAgain(text, 'a.md', {}, entry);
    expect((await again(plain))?.report.claims[0]?.verdict).toBe('proved');
    expect(await again(absurd)).toBeUndefined();
  });

  it('does not make a true claim refuted', async () => {
    const without = await check({});
    const forged = (text: string): string =>
      text.replace('"verdict":"proved"', '"verdict":"refuted"');
    expect(untimed(await afterwards(forged))).toBe(untimed(without));
  });

  it('damaged anywhere is refused, or has the verdicts of a check without it', async () => {
    for (const text of [
      TRUE,
      FALSE,
      documentOf(`${SOFTMAX}claim g: diff(J, z[a,b]) == yhat[a,b] - y[a,b]`),
    ]) {
      const whole = await examineDocument(text, 'a.md');
      const verdicts = ({ claims }: FileReport): string[] =>
        claims.map(({ name, verdict, text: statement }) => `${name} ${verdict} ${statement}`);
      const original = JSON.stringify(
        entryOf(whole) ?? entryOf(await examineDocument(TRUE, 'a.md')),
      );
      const changes = fc.array(change, { minLength: 1, maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(changes, async (all) => {
          const entry = JSON.parse(original);
          for (const each of all) apply(entry, each);
          const again = await examineAgain(text, 'a.md', {}, entry);
          if (again) expect(verdicts(again.report)).toEqual(verdicts(whole.report));
        }),
        { seed: 1, numRuns: 100 },
      );
    }
  }, 600_000);

  it('may be used by several checks at once', async () => {
    const reports = await Promise.all([check(), check(), check()]);
    expect(new Set(reports.map(untimed)).size).toBe(1);
    JSON.parse(readFileSync(onlyEntry(), 'utf8'));
  });

  it('that cannot be written is told of once, and the check is done', async () => {
    writeFileSync(cache, 'a file stands where the folder should be');
    writeFileSync(join(folder, 'more.md'), TRUE);
    const troubles: string[] = [];
    const { files } = await checkFiles([folder], { cache, onTrouble: (one) => troubles.push(one) });
    expect(files.map(({ claims }) => claims.length)).toEqual([5, 5]);
    expect(troubles).toEqual([
      expect.stringMatching(/cache: the cache cannot be written \(E\w+\)$/),
    ]);
  });

  it('lies beside what is installed, for the folders below; elsewhere there is none', () => {
    mkdirSync(join(folder, 'node_modules'));
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    const expected = join(folder, 'node_modules/.cache/gradus');
    expect(cacheFolder(join(folder, 'a/b'))).toBe(expected);
    rmSync(join(folder, 'node_modules'), { recursive: true });
    expect(cacheFolder(join(folder, 'a/b'))).toBeUndefined();
  });
});

describe('a document', () => {
  const during = (run: () => void, options: CheckFilesOptions): Promise<FileReport> => {
    let isDone = false;
    const onClaim = (): void => {
      if (!isDone) run();
      isDone = true;
    };
    return check({ ...options, onClaim });
  };
  const files = (): string[] => readdirSync(folder).sort();

  it('that changes while it is checked has no certificates stored for it', async () => {
    const { errors } = await during(() => writeFileSync(path, FALSE), { update: true });
    expect(errors?.[0]?.message).toBe(`${path}: this file changed while it was checked`);
    expect(files()).toEqual(['notes.md']);
  });

  it('that is deleted while it is checked is an error where something is to be written', async () => {
    const { errors } = await during(() => rmSync(path), { update: true });
    expect(errors?.[0]?.message).toBe('this file cannot be read (ENOENT)');
    expect(files()).toEqual([]);
  });

  it('that is deleted while it is checked has the report on what was read', async () => {
    const { claims } = await during(() => rmSync(path), {});
    expect(claims.length).toBe(5);
  });

  it('has its old certificates where the new ones cannot be written, and no half of them', async () => {
    mkdirSync(join(folder, 'notes.certificate.json'));
    const { errors } = await check({ update: true });
    expect(errors?.[0]?.message).toMatch(/notes\.certificate\.json: this cannot be written \(E/);
    expect(files()).toEqual(['notes.certificate.json', 'notes.md']);
  });
});
