// Hypotheses as they are shown: with the letters of the document, or others that are free.
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/language/document.js';
import { Arena } from '../../src/term/term.js';
import {
  propositionLatex,
  propositionPlain,
  propositionText,
} from '../../src/transcript/proposition.js';
import { lineTitle, reasonTitle } from '../../src/transcript/reason.js';

const contextOf = (declarations: string) =>
  parseDocument(new Arena(), `\`\`\`gradus\n${declarations}\n\`\`\`\n`).context;

function hypothesis(declarations: string, name: string) {
  const context = contextOf(declarations);
  const proposition = context.hypotheses.get(name)?.proposition;
  if (!proposition) throw new Error(`no hypothesis ${name}`);
  return { context, proposition };
}

const LETTERED = 'size n, C\nindex i in 1..n, c in 1..C\nonehot y[n, C]';

const rows: readonly (readonly [string, string, string])[] = [
  [LETTERED, 'y.sum', 'Σ_{c=1..C} y[i,c] = 1 for each i in 1..n'],
  [LETTERED, 'y.nonneg', '0 ≤ y[i,c] for each i in 1..n and c in 1..C'],
  ['size n, C\nonehot y[n, C]', 'y.sum', 'Σ_{c=1..C} y[i,c] = 1 for each i in 1..n'],
  ['size K\nsimplex q[K]', 'q.sum', 'Σ_{k=1..K} q[k] = 1'],
  ['size K\nreal k\nsimplex q[K]', 'q.sum', 'Σ_{i=1..K} q[i] = 1'],
  ['size n\npositive x[n, n]', 'x.positive', '0 < x[i,j] for each i in 1..n and j in 1..n'],
  ['positive lambda', 'lambda.positive', '0 < λ'],
  ['size n\nreal x[n]\nassume up: forall m in 1..n: x[m] > 2', 'up', '2 < x[m] for each m in 1..n'],
];

describe('a hypothesis', () => {
  it.each(rows)('[%s] %s: %s', (declarations, name, text) => {
    const { context, proposition } = hypothesis(declarations, name);
    expect(propositionText(context, proposition)).toBe(text);
  });

  it('is in LaTeX, too', () => {
    const { context, proposition } = hypothesis(LETTERED, 'y.sum');
    expect(propositionLatex(context, proposition)).toMatch(
      /^\$\\sum_\{c=1\}\^\{C\} y_\{ic\} = 1\$ for each \$i \\in .*n.*\$$/,
    );
  });

  it.each([
    [LETTERED, 'sum(c in 1..C, y[i,c]) == 1'],
    ['size n, C\nonehot y[n, C]', 'forall i in 1..n: sum(c in 1..C, y[i,c]) == 1'],
  ])('[%s] in the plain language: %s', (declarations, plain) => {
    const { context, proposition } = hypothesis(declarations, 'y.sum');
    expect(propositionPlain(context, proposition)).toBe(plain);
  });
});

describe('a title', () => {
  const context = contextOf(`${LETTERED}\nreal z\nlet yhat = z^2\nlet theta = z^3`);

  it.each([
    ['Insert the definition of yhat', 'Insert the definition of ŷ'],
    [
      'Recognise the definition of yhat and the definition of theta',
      'Recognise the definitions of ŷ and θ',
    ],
    ['Insert the definition of lambda', 'Insert the definition of lambda'],
  ])('%s: %s', (title, shown) => {
    const found = lineTitle({ title, reasons: ['definition yhat', 'definition theta'] }, context);
    expect(found.title).toBe(shown);
  });

  it('has definitions in LaTeX', () => {
    expect(reasonTitle('definition yhat', context)).toEqual({
      title: 'By the definition of ŷ',
      titleLatex: 'By the definition of $\\hat{y}$',
    });
  });

  it('is the hypothesis that a line follows from, if it is the only reason', () => {
    const title = 'Take the sums apart';
    const titled = (...reasons: string[]) => lineTitle({ title, reasons }, context).title;
    expect(titled('hypothesis y.sum')).toBe('Since Σ_{c=1..C} y[i,c] = 1');
    expect(titled('hypothesis y.sum', 'algebra')).toBe('Since Σ_{c=1..C} y[i,c] = 1');
    expect(titled('hypothesis y.sum', 'sum-mul')).toBe(title);
  });
});
