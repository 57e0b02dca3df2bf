import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { Progress } from '../../src/cli/progress.js';

const style = picocolors.createColors(false);

/** What is written when a text is shown at each of these times. */
function written(errIsTerminal: boolean, times: readonly number[]): string[] {
  const all: string[] = [];
  const out = (): void => expect.unreachable('results alone go to the output');
  const err = (text: string): number => all.push(text);
  let time = 0;
  const progress = new Progress({ out, err, style, errStyle: style, errIsTerminal }, () => time);
  for (time of times) progress.show(`at ${time}`);
  progress.clear();
  return all;
}

const CLEAR = '\r\u001b[2K';

describe('progress', () => {
  it('is shown from the first second on, at a pace, and taken away', () => {
    expect(written(true, [0, 500, 1200, 1250, 1400])).toEqual([
      `${CLEAR}at 1200`,
      `${CLEAR}at 1400`,
      CLEAR,
    ]);
  });

  it('leaves no trace of a short run', () => {
    expect(written(true, [0, 900])).toEqual([]);
  });

  it('is for terminals only', () => {
    expect(written(false, [0, 2000])).toEqual([]);
  });
});
