// Answers to a hidden line: in the plain language and in LaTeX, right, repeated, wrong, unreadable.
import { describe, expect, it } from 'vitest';
import { answerQuestion, type Question, questionOf } from '../../src/exercise/question.js';
import { documentOf } from '../document/given.js';
import { examined, exerciseOn, LOG_SOFTMAX } from './given.js';

/** The quotient's logarithm is to be taken apart. */
const QUESTION: Question = {
  claim: 'log-softmax',
  before: 'log(exp(z[i,c])/sum(k in 1..C, exp(z[i,k])))',
  after: 'z[i,c] - log(sum(k in 1..C, exp(z[i,k])))',
  into: 'eq',
  out: 'eq',
};
const answered = (text: string, question = QUESTION) =>
  answerQuestion({ text: LOG_SOFTMAX }, question, text, { timeLimit: 30 });

describe('a right line', () => {
  it.each([
    ['in the plain language', 'log(exp(z[i,c])) - log(sum(k in 1..C, exp(z[i,k])))'],
    ['with another letter', 'log(exp(z[i,c])) - log(sum(m in 1..C, exp(z[i,m])))'],
    ['after its relation', '== log(exp(z[i,c])) - log(sum(k in 1..C, exp(z[i,k])))'],
    ['in LaTeX', '\\log \\exp(z_{i,c}) - \\log \\sum_{k=1}^C \\exp(z_{i,k})'],
    ['in LaTeX between dollars', '$= \\log(e^{z_{ic}}) - \\log \\sum_{k=1}^{C} e^{z_{ik}}$'],
    ['in another form', '-(log(sum(k in 1..C, exp(z[i,k]))) - log(exp(z[i,c])))'],
    ['through a definition', 'log(yhat[i,c])'],
  ])('is proved: %s', async (_, text) => {
    expect(await answered(text)).toMatchObject({ verdict: 'proved' });
  });

  it('is shown as it was read', async () => {
    const report = await answered('\\log \\exp(z_{i,c}) - \\log \\sum_{k=1}^C \\exp(z_{i,k})');
    expect('read' in report && report.read.text).toBe(
      'log(exp(z[i,c])) − log(Σ_{k=1..C} exp(z[i,k]))',
    );
  });

  it('may be read by the notations of its document', async () => {
    const text = documentOf(
      'real x\nnotation \\mathcal{X} = x\ncalc c:\n x + x\n == 2*x + 0\n == 2*x',
    );
    const question = { claim: 'c', before: 'x + x', after: '2*x', into: 'eq', out: 'eq' } as const;
    const report = await answerQuestion({ text }, question, '2 \\mathcal{X} + 0', {});
    expect(report).toMatchObject({ verdict: 'proved' });
  });
});

describe('a line that is only repeated', () => {
  it.each([
    ['before', 'log(exp(z[i,c])/sum(j in 1..C, exp(z[i,j])))'],
    ['before', '\\log \\frac{\\exp(z_{i,c})}{\\sum_{k=1}^C \\exp(z_{i,k})}'],
    ['after', 'z[i,c] - log(sum(k in 1..C, exp(z[i,k])))'],
  ])('does not count: the line %s', async (side, text) => {
    expect(await answered(text)).toMatchObject({ verdict: 'repeated', side });
  });
});

describe('a line that is no step', () => {
  const BEYOND: Question = {
    ...QUESTION,
    after: 'log(exp(z[i,c])) - log(sum(k in 1..C, exp(z[i,k])))',
    before: 'log(yhat[i,c])',
    beyond: { before: ['0 + log(yhat[i,c])'], after: [QUESTION.after] },
  };

  it.each([
    ['before', 'log(1/sum(k in 1..C, exp(z[i,k]))*exp(z[i,c]))'],
    ['after', '-log(sum(k in 1..C, exp(z[i,k]))) + z[i,c]'],
  ])('is the line %s written otherwise', async (side, text) => {
    expect(await answered(text)).toMatchObject({ verdict: 'repeated', side, how: 'rewritten' });
  });

  it('counts where the hidden line itself is only written otherwise', async () => {
    const text = '-log(sum(k in 1..C, exp(z[i,k]))) + z[i,c]';
    const question = { ...QUESTION, alike: ['after'] as const };
    expect(await answered(text, question)).toMatchObject({ verdict: 'proved' });
  });

  it.each([
    ['before', 'log(yhat[i,c]) + 0'],
    ['after', 'z[i,c] - log(sum(j in 1..C, exp(z[i,j])))'],
  ])('stands farther away: %s', async (side, text) => {
    expect(await answered(text, BEYOND)).toMatchObject({
      verdict: 'repeated',
      side,
      how: 'beyond',
    });
  });
});

describe('a wrong line', () => {
  it('is refuted by a model, with the likely mistake', async () => {
    expect(await answered('log(exp(z[i,c])) + log(sum(k in 1..C, exp(z[i,k])))')).toMatchObject({
      verdict: 'refuted',
      side: 'before',
      counterexample: expect.stringMatching(/^at n = 1, C = \d.*: left \S+, right \S+$/),
      diagnosis: expect.stringContaining('it holds with − in place of + before'),
    });
  });

  it('is refuted in LaTeX as in the plain language', async () => {
    const report = await answered('\\log(z_{i,c}) - \\log \\sum_{k=1}^C \\exp(z_{i,k})');
    expect(report).toMatchObject({ verdict: 'refuted', side: 'before' });
  });

  it('may follow from the line before, and not lead to the line after', async () => {
    const text = documentOf('real x\ncalc c:\n 0\n <= x^2\n <= x^2 + 1');
    const question = { claim: 'c', before: '0', after: 'x^2 + 1', into: 'le', out: 'le' } as const;
    const judged = (answer: string) => answerQuestion({ text }, question, answer, {});
    expect(await judged('x^2')).toMatchObject({ verdict: 'proved' });
    expect(await judged('x^2 + 2')).toMatchObject({ verdict: 'refuted', side: 'after' });
    expect(await judged('-1')).toMatchObject({ verdict: 'refuted', side: 'before' });
  });
});

describe('a line that no proof is found for', () => {
  it('counts as tested, and says in how many models', async () => {
    const text = documentOf(
      'real x\ncalc c:\n x + 1 + sqrt(2)\n == 1 + x + sqrt(2)\n == x + sqrt(2) + 1',
    );
    const question = {
      claim: 'c',
      before: 'x + 1 + sqrt(2)',
      after: 'x + sqrt(2) + 1',
      into: 'eq',
      out: 'eq',
    } as const;
    const report = await answerQuestion({ text }, question, 'x + sqrt(3 + 2*sqrt(2))', {});
    expect(report).toMatchObject({ verdict: 'tested' });
    expect('models' in report && report.models).toBeGreaterThan(10);
  });
});

describe('a line that cannot be read', () => {
  it.each([
    ['ends too early', 'log(exp(z[i,c]))  - log(', /ends too early|expected|not expected/],
    ['names nothing', 'log(w[i,c])', /w is not declared/],
    ['is empty', '  ', /nothing is written/],
    ['is a relation', 'z[i,c] == z[i,c]', /statement/],
    ['is an array', 'z', /array/],
    ['is no mathematics', '<img src=x onerror="document.title=1">', /./],
    ['is a script', 'constructor.constructor("return process")()', /./],
    ['is LaTeX that defines', '\\def\\x{\\x\\x}\\x', /./],
    ['is too long', `z[i,c]${' + 0'.repeat(2000)}`, /at most 2000 characters/],
    ['is nested too deeply', '('.repeat(900), /./],
    [
      'grows when it is written out',
      `t9 where t1 = z[i,c] + z[i,c]${Array.from(
        { length: 40 },
        (_, k) => `, t${k + 2} = t${k + 1} + t${k + 1}`,
      ).join('')}`.replace('t9', 't41'),
      /too large/,
    ],
  ])('%s', async (_, text, message) => {
    const report = await answered(text);
    expect(report).toMatchObject({
      verdict: 'unread',
      fault: { message: expect.stringMatching(message) },
    });
  });

  it('says where, and what to do', async () => {
    expect(await answered('log(yhta[i,c])')).toMatchObject({
      fault: { column: 5, hint: expect.stringContaining('yhat') },
    });
  });
});

describe('a hard line', () => {
  it.each(['10^(10^(10^10))', 'exp(exp(exp(exp(exp(z[i,c])))))', 'sum(k in 1..10^9, z[i,c])'])(
    'is judged within its time: %s',
    async (text) => {
      const report = await answerQuestion({ text: LOG_SOFTMAX }, QUESTION, text, { timeLimit: 2 });
      expect(['refuted', 'undecided', 'unread']).toContain(report.verdict);
    },
  );
});

describe('the question of an exercise', () => {
  it('is answered by its own hidden line', async () => {
    const { printText } = await import('../../src/language/print-text.js');
    const document = await examined(LOG_SOFTMAX);
    for (const name of ['log-softmax', 'whole']) {
      const exercise = exerciseOn(document, name, 'fill', 3);
      if (!exercise) throw new Error('there is no exercise');
      const { lines, hidden, frame: context } = exercise;
      const answer = printText(lines[hidden]?.term as never, { context });
      const question = JSON.parse(JSON.stringify(questionOf(exercise)));
      const report = await answerQuestion({ text: LOG_SOFTMAX }, question, answer, {});
      expect(report).toMatchObject({ verdict: 'proved' });
    }
  }, 600_000);

  it('must be about a claim of its document', async () => {
    const lost = answered('z[i,c]', { ...QUESTION, claim: 'other' });
    await expect(lost).rejects.toThrow('there is no claim other');
  });
});
