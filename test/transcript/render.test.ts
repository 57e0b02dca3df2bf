import { describe, expect, it } from 'vitest';
import { latexDisplay, latexText } from '../../src/transcript/latex.js';
import { markdownText } from '../../src/transcript/markdown.js';
import { renderTranscript } from '../../src/transcript/render.js';
import { textLines } from '../../src/transcript/text.js';
import { RECORD, UNFOLDED } from './given.js';

describe('a transcript as text', () => {
  it('has its signs under one another and its reasons at the right', () => {
    expect(textLines(RECORD)).toEqual([
      '  log(u · v)',
      '= log(u) + log(v)   The logarithm of a product is the sum of the logarithms',
      '≤ 1                 Since log(u) + log(v) ≤ 1',
    ]);
  });

  it('has its reasons above the lines when there is no room for all of them', () => {
    const [step] = RECORD.steps;
    const long = { ...RECORD, steps: step ? [{ ...step, text: `= ${'x'.repeat(60)}` }] : [] };
    expect(textLines(long)).toEqual([
      '  log(u · v)',
      '    { The logarithm of a product is the sum of the logarithms }',
      `= ${'x'.repeat(60)}`,
    ]);
  });

  it('names the elementary steps and their places', () => {
    expect(textLines(UNFOLDED)).toEqual([
      '  log(u · v)',
      '    { The logarithm of a product is the sum of the logarithms }',
      '      · algebra at 0',
      '        = log(v · u)',
      '      · log-mul',
      '= log(u) + log(v)',
      '    { Since log(u) + log(v) ≤ 1 }',
      '≤ 1',
    ]);
  });

  it('counts characters, not their accents', () => {
    const accented = {
      ...RECORD,
      steps: RECORD.steps.map((s) => ({ ...s, text: '= y\u0302\u0302' })),
    };
    expect(textLines(accented)[1]).toMatch(/^= y\u0302\u0302 {3}The/);
  });
});

describe('a transcript in LaTeX', () => {
  it('is one aligned display with a reason before each line', () => {
    expect(latexDisplay(RECORD)).toBe(`\\begin{align*}
& \\log(u v) \\\\
& \\qquad \\text{\\small The logarithm of a product is the sum of the logarithms} \\\\
= {} & \\log u + \\log v \\\\
& \\qquad \\text{\\small Since log(u) + log(v) $\\le$ 1} \\\\
\\le {} & 1
\\end{align*}`);
  });

  it.each([
    ['50% & {more}', '50\\% \\& \\{more\\}'],
    ['a_b^c \\d', 'a\\_b\\textasciicircum{}c \\textbackslash{}d'],
    ['−1 ≤ Σ', '$-$1 $\\le$ $\\Sigma$'],
    ['café ŷ μ', 'café \\^{y} $\\mu$'],
    ['0⁰ log₂', '0$^0$ log$_2$'],
    ['漢', '\\texttt{U+6F22}'],
  ])('has text that pdflatex prints: %s', (text, latex) => {
    expect(latexText(text)).toBe(latex);
  });
});

describe('a transcript in Markdown', () => {
  it('numbers its steps, each with its reason and formula', () => {
    expect(renderTranscript(RECORD, 'markdown')).toBe(`$$
\\log(u v)
$$

1. The logarithm of a product is the sum of the logarithms

   $$
   = \\log u + \\log v
   $$

2. Since log(u) + log(v) ≤ 1

   $$
   \\le 1
   $$
`);
  });

  it('lists elementary steps under the line', () => {
    expect(renderTranscript(UNFOLDED, 'markdown')).toContain('   - `algebra` at 0\n');
  });

  it('has no sign that Markdown would take for its own', () => {
    expect(markdownText('a*b_c [d](e) <f>')).toBe('a\\*b\\_c \\[d\\](e) \\<f\\>');
  });
});

describe('a transcript as JSON', () => {
  it('is the record', () => {
    expect(JSON.parse(renderTranscript(RECORD, 'json'))).toEqual(RECORD);
  });
});
