import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/language/document.js';
import { speakFormula } from '../../src/language/speak-formula.js';
import { Arena } from '../../src/term/term.js';
import { SOFTMAX } from './given.js';

const { background } = parseDocument(
  new Arena(),
  `\\newcommand{\\loss}{J}\n\n\`\`\`gradus\n${SOFTMAX}\nnotation \\mathcal{L} = J\n\`\`\`\n`,
);
const said = (latex: string): string | undefined => speakFormula(latex, background);
const r = String.raw;

describe('a formula of prose is read aloud as what it means in its text', () => {
  test.each([
    [r`\hat{y}_{ic} - y_{ic}`, 'y hat sub i c minus y sub i c'],
    [r`\hat y`, 'y hat'],
    [r`\loss`, 'J'],
    [r`\mathcal{L}`, 'J'],
    [r`J = -\sum_i \sum_c y_{ic} \log \hat{y}_{ic}`, expect.stringMatching(/^J equals minus the/)],
    [r`a \le b < x`, 'a is at most b is less than x'],
    [r`a := b`, 'a is defined as b'],
    [r`= \frac{a}{b}`, 'equals a over b'],
    [r`i \in \{1, \dots, n\}`, 'i in 1 to n'],
    [
      r`\begin{aligned} a &= b \\ &= x, \\ b &\ge 1. \end{aligned}`,
      'a equals b equals x; b is at least 1',
    ],
  ])('%s', (latex, words) => {
    expect(said(latex)).toEqual(words);
  });

  test.each([
    ['names that are not declared', r`\beta + q`],
    ['sets', r`x \in \mathbb{R}^n`],
    ['distributions', r`x \sim p`],
    ['words', r`a = b \text{ by hope}`],
    ['conditions beside it', r`a = b, \quad i = 1, \dots, n`],
    ['half a formula', r`a +`],
    ['braces that are not closed', '{'],
    ['nothing', ''],
    ['what is nested without end', '{'.repeat(100_000)],
  ])('but not %s', (_, latex) => {
    expect(said(latex)).toBeUndefined();
  });
});
