import {
  chmodSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentOf, SOFTMAX } from '../document/given.js';
import { temporaryFolder } from './files.js';
import { gradus } from './run-cli.js';

const { path, write } = temporaryFolder();
const calculation = documentOf('positive u, v\ncalc c:\n  log(u*v)\n  == log(u) + log(v)');

describe('gradus check --annotate', () => {
  it('writes the rules into the file, says so, and has nothing to add the next time', async () => {
    const file = write('one/a.md', calculation);
    chmodSync(file, 0o640);
    const first = await gradus('check', file, '--annotate');
    expect([first.code, first.err]).toEqual([0, `${file}: 1 line annotated\n`]);
    const text = readFileSync(file, 'utf8');
    expect(text).toBe(calculation.replace('log(v)\n', 'log(v)  by log-mul\n'));
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect((await gradus('check', file, '--annotate')).err).toBe('');
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(readdirSync(path('one'))).toEqual(['a.md']);
  });

  it('follows a link', async () => {
    const file = write('two/a.md', calculation);
    symlinkSync(file, path('two/link.md'));
    await gradus('check', path('two/link.md'), '--annotate');
    expect(readFileSync(file, 'utf8')).toContain('by log-mul');
  });

  it('leaves a file that is not UTF-8 as it is', async () => {
    const file = write('three/a.md', '');
    const bytes = Buffer.concat([Buffer.from(calculation), Buffer.from([0xff, 0x0a])]);
    writeFileSync(file, bytes);
    const { code, out } = await gradus('check', file, '--annotate');
    expect(code).toBe(2);
    expect(out).toContain('is left as it is');
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('does not go with --watch', async () => {
    const { code, err } = await gradus('check', write('four/a.md', ''), '--annotate', '--watch');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('--watch does not go with --annotate'),
    ]);
  });
});

describe('gradus derive --into', () => {
  it('adds the derivation to the document, where it passes its check', async () => {
    const file = write('five/a.md', documentOf(SOFTMAX));
    const { code, out, err } = await gradus('derive', 'diff(J, z[a,b])', '--into', file);
    expect([code, out, err]).toEqual([0, '', `${file}: calc derivation added\n`]);
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith(documentOf(SOFTMAX))).toBe(true);
    expect(text).toContain('  == yhat[a,b] - y[a,b]  by yhat\n```\n');
    const check = await gradus('check', file);
    expect(check.code).toBe(0);
    expect(check.out).toContain('1 claim · 1 proved');
  });

  it('declares letters that only the expression has, and finds a free name', async () => {
    const text = documentOf('size n\nreal x[n]\nlet s = sum(i in 1..n, x[i]^2)\nclaim sq: 1 == 1');
    const file = write('six/a.md', text);
    await gradus('derive', 'diff(s, x[m])', '--into', file, '--name', 'sq');
    expect(readFileSync(file, 'utf8')).toContain('index m in 1..n\n\ncalc sq-2:\n');
    expect((await gradus('check', file)).code).toBe(0);
  });

  it('changes nothing when there is nothing to add, or no place for it', async () => {
    const file = write('seven/a.md', documentOf('real x\nfunction f(real)'));
    const before = readFileSync(file, 'utf8');
    expect((await gradus('derive', 'x', '--to', 'x + 1', '--into', file)).code).toBe(3);
    expect((await gradus('derive', 'x*1', '--into', file, '--name', 'a b')).code).toBe(2);
    const other = write('seven/b.md', documentOf('real y'));
    const missing = await gradus('derive', 'diff(y^2, y)', '-c', other, '--into', file);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain(`${file}:`);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
