import { describe, expect, it } from 'vitest';
import { examineDocument } from '../../src/document/check.js';
import { Memory } from '../../src/document/memory.js';
import type { FileReport } from '../../src/document/report.js';
import { documentOf } from './given.js';

const BASE = `positive u, v
real x
let d = u*v
claim first: log(u*v) == log(u) + log(v)
calc second:
  log(d)
  == log(u*v)  by d
  == log(u) + log(v)  by first
claim third: x + x == 2*x
refute fourth: log(u + v) == log(u) + log(v)`;

/** Each an edit of the one before, and the claims that need not be judged again. */
const EDITS: readonly (readonly [edit: string, from: string, to: string, reused: number])[] = [
  ['a line of prose above', 'positive u, v', '# a comment\npositive u, v', 4],
  ['a declaration that nothing mentions', 'real x', 'real x, w', 4],
  ['a claim that no other uses', '== 2*x', '== x*2', 3],
  ['a lemma: what uses it is judged again', 'log(u*v) ==', 'log(v*u) ==', 2],
  ['a definition: what mentions it is judged again', 'let d = u*v', 'let d = v*u', 3],
  ['a declaration: what mentions it is judged again', 'positive u, v', 'positive u\nreal v', 1],
];

const timeless = (report: FileReport): unknown =>
  JSON.parse(JSON.stringify(report, (key, value) => (key === 'ms' ? 0 : value)));

describe('a document that is checked again', () => {
  it('has the report that it would have if it were new', async () => {
    const memory = new Memory();
    let text = documentOf(BASE);
    await examineDocument(text, 'a.md', {}, memory);
    expect(memory.reused).toBe(0);
    for (const [edit, from, to, reused] of EDITS) {
      expect(text).toContain(from);
      text = text.replace(from, to);
      const { report } = await examineDocument(text, 'a.md', {}, memory);
      const { report: fresh } = await examineDocument(text, 'a.md');
      expect(timeless(report), edit).toEqual(timeless(fresh));
      expect([edit, memory.reused]).toEqual([edit, reused]);
    }
  });

  it('is judged again under other settings', async () => {
    const memory = new Memory();
    const text = documentOf('real x\nclaim c: x + 1 == x');
    await examineDocument(text, 'a.md', {}, memory);
    const { report } = await examineDocument(text, 'a.md', { runs: 3 }, memory);
    expect(memory.reused).toBe(0);
    expect(report.claims[0]?.verdict).toBe('refuted');
  });
});
