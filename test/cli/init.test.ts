import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './files.js';
import { gradus } from './run-cli.js';

const { path, write } = temporaryFolder();

describe('gradus init', () => {
  it('writes a document that passes its check, with a claim of each form', async () => {
    const file = path('new/first.md');
    expect(await gradus('init', file)).toMatchObject({ code: 0, out: `${file}\n` });
    const { code, out } = await gradus('check', file, '--strict');
    expect(code).toBe(0);
    expect(out).toContain('1 document · 3 claims · 2 proved · 1 refuted as expected');
  });

  it('overwrites nothing', async () => {
    const file = write('mine.md', 'mine');
    const { code, err } = await gradus('init', file);
    expect(code).toBe(2);
    expect(err).toContain('mine.md exists already');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('says where it cannot write', async () => {
    const file = write('file', '');
    const { code, err } = await gradus('init', `${file}/first.md`);
    expect(code).toBe(2);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
