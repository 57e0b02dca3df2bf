import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFiles } from '../../src/document/check-files.js';
import { findDocuments } from '../../src/document/find.js';
import { renderFiles } from '../../src/document/render-files.js';
import { documentOf } from './given.js';

const root = mkdtempSync(join(tmpdir(), 'gradus-'));
const at = (...parts: string[]): string => join(root, ...parts);
afterAll(() => rmSync(root, { recursive: true }));
beforeAll(() => {
  mkdirSync(at('docs', 'inner'), { recursive: true });
  mkdirSync(at('docs', 'node_modules'));
  mkdirSync(at('empty'));
  writeFileSync(at('docs', 'b.md'), documentOf('real x\nclaim c: x == x'));
  writeFileSync(at('docs', 'a.md'), documentOf('real x\nrefute c: x == 1'));
  writeFileSync(at('docs', 'inner', 'c.md'), documentOf('real x\nclaim c: x == 1'));
  writeFileSync(at('docs', 'node_modules', 'd.md'), '');
  writeFileSync(at('docs', 'other.txt'), documentOf('real x\nclaim c: x == 2'));
});

describe('the documents at a path', () => {
  it('are those of a folder, sorted, folders after files', async () => {
    const found = await findDocuments([at('docs')]);
    expect(found).toEqual([at('docs/a.md'), at('docs/b.md'), at('docs/inner/c.md')]);
  });

  it('are the file itself, whatever its ending, and each only once', async () => {
    const found = await findDocuments([at('docs/other.txt'), at('docs/b.md'), `${at('docs')}/`]);
    expect(found.map((path) => path.slice(root.length + 6))).toEqual([
      'other.txt',
      'b.md',
      'a.md',
      'inner/c.md',
    ]);
  });

  it('must exist', async () => {
    await expect(findDocuments([at('nowhere')])).rejects.toMatchObject({
      name: 'InputError',
      path: at('nowhere'),
    });
  });

  it('must be at least one', async () => {
    await expect(findDocuments([at('empty')])).rejects.toThrow('no document in this folder');
  });
});

describe('a check of files', () => {
  it('reports them in order, each as soon as it is done', async () => {
    const seen: string[] = [];
    const onFile = ({ path }: { path: string }) => void seen.push(path.slice(root.length + 6));
    const report = await checkFiles([at('docs')], { onFile, runs: 10 });
    expect(seen).toEqual(['a.md', 'b.md', 'inner/c.md']);
    expect(report.files.map(({ claims }) => claims[0]?.verdict)).toEqual([
      'refuted',
      'proved',
      'refuted',
    ]);
    expect(report).toMatchObject({ gradus: 1, seed: 42 });
  });

  it('asks a witness about every relation, which changes no verdict', async () => {
    const witness = async () => ({ instances: 1, mathjs: 'disagree', nerdamer: 'agree' }) as const;
    const { files } = await checkFiles([at('docs/b.md')], { witness, jobs: 4 });
    expect(files[0]?.claims[0]).toMatchObject({
      verdict: 'proved',
      crosscheck: { mathjs: 'disagree' },
    });
  });
});

describe('rendered files', () => {
  it('keep their places under a common folder', async () => {
    const targets: string[] = [];
    for await (const { target } of renderFiles([at('docs')], 'latex')) targets.push(target);
    expect(targets.map((target) => target.replace(/^\//, ''))).toEqual([
      'a.tex',
      'b.tex',
      'inner/c.tex',
    ]);
  });
});
