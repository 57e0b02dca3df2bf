// gradus exercise: what is asked, what is said of an answer, and the exit codes.
import { describe, expect, it } from 'vitest';
import { LOG_SOFTMAX } from '../exercise/given.js';
import { temporaryFolder } from './files.js';
import { gradus } from './run-cli.js';

const { path, write } = temporaryFolder();
const notes = write('notes.md', LOG_SOFTMAX);
const claim = `${notes}#log-softmax`;
const ask = (...more: string[]) => gradus('exercise', claim, ...more);

describe('gradus exercise', { timeout: 600_000 }, () => {
  it('hides a line, and hints at it when asked', async () => {
    const { code, out, err } = await ask();
    expect([code, err]).toEqual([0, '']);
    expect(out.match(/^= \?$/gm)).toHaveLength(1);
    expect(out).toContain('  log(ŷ[i,c])\n');
    expect((await ask()).out).toBe(out);
    expect((await ask('--hint')).out).toMatch(/Hint: .*\nHint: .*=.*\n$/);
  });

  it('judges the line that is its own solution as right, and others not', async () => {
    const { out: solution } = await ask('--solution');
    expect(solution).toMatch(/^log\(exp\(z\[i,c\]\).*\n$/);
    const plain = 'log(exp(z[i,c])) - log(sum(k in 1..C, exp(z[i,k])))';
    const latex = '\\log \\frac{e^{z_{ic}}}{\\sum_{k=1}^C e^{z_{ik}}}';
    const verdicts = await Promise.all([plain, latex].map((line) => ask('--answer', line)));
    // One of the two is the missing line, and the other stands beside the gap.
    expect(verdicts.map(({ code }) => code).sort()).toEqual([0, 1]);
    const said = verdicts.map(({ out }) => out).join('');
    expect(said).toContain('right: both steps are proved\n');
    expect(said).toMatch(/that is the line (before|after) the gap once more/);
    const wrong = await ask('--answer', 'z[i,c]');
    expect(wrong.code).toBe(1);
    expect(wrong.out).toMatch(/^not yet: .*\n.*left \S+, right \S+/);
  });

  it.each(['find', 'name'])('judges the number that is chosen: %s', async (kind) => {
    const { out } = await ask('--kind', kind, '--solution');
    const [, right = ''] = /^(\d+):/.exec(out) ?? [];
    expect((await ask('--kind', kind, '--answer', right)).code).toBe(0);
    const other = right === '1' ? '2' : '1';
    expect(await ask('--kind', kind, '--answer', other)).toMatchObject({
      code: 1,
      out: `no, not ${other}\n`,
    });
    expect((await ask('--kind', kind, '--answer', '99')).code).toBe(2);
  });

  it.each([
    [
      'a line that cannot be read',
      () => ask('--answer', 'log('),
      'the answer cannot be read, at character 5',
    ],
    ['no claim', () => gradus('exercise', notes), 'this names no claim'],
    ['another claim', () => gradus('exercise', `${notes}#no`), 'there is no claim no'],
    ['no file', () => gradus('exercise', `${path('none.md')}#c`), 'no such file'],
    ['what is false', () => gradus('exercise', `${notes}#wrong`), 'this one says what is false'],
    ['an unknown kind', () => ask('--kind', 'guess'), 'one of fill, find, name is needed'],
  ])('refuses %s', async (_, run, message) => {
    const { code, out, err } = await run();
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(out + err).not.toMatch(/\bat .*\.(ts|js):\d+/);
  });
});
