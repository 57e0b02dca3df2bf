/** What a page hears from the engine is what the command line says. */
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/document/check.js';
import { deriveExpression } from '../../src/document/derive.js';
import { answer } from '../../src/engine/answer.js';
import type { Answers, Request } from '../../src/engine/request.js';
import { renderTranscript } from '../../src/transcript/render.js';
import { documentOf, SOFTMAX } from '../document/given.js';

const GIVEN = documentOf(`${SOFTMAX}
claim gradient: diff(J, z[a,b]) == yhat[a,b] - y[a,b]
calc wrong:
     diff(J, z[a,b])
  == y[a,b] - yhat[a,b]
`);

async function heard<R extends Request>(request: R): Promise<Answers[R['verb']]> {
  const found = await answer(request);
  if ('error' in found) throw new Error(found.error.message);
  return found.value;
}

/** Without what depends on how fast the machine is. */
const timeless = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, each) => (/^(ms|repair)$/.test(key) ? 0 : each)));

describe('the engine', () => {
  it('judges a line in a gap', async () => {
    const question = {
      claim: 'gradient',
      before: 'yhat[a,b] - y[a,b]',
      after: '-y[a,b] + yhat[a,b]',
      into: 'eq',
      out: 'eq',
    } as const;
    const asked = { verb: 'gap', document: GIVEN, question, timeLimit: 60 } as const;
    const right = await heard({ ...asked, answer: '-(y_{ab} - \\hat{y}_{ab})' });
    expect(right).toMatchObject({ verdict: 'proved' });
    const wrong = await heard({ ...asked, answer: 'y[a,b] - yhat[a,b]' });
    expect(wrong).toMatchObject({ verdict: 'refuted', side: 'before' });
    const lost = { ...asked, answer: '1', question: { ...question, claim: 'none' } };
    await expect(heard(lost)).rejects.toThrow('there is no claim none');
  });

  it('reads what is declared and claimed', async () => {
    const read = await heard({ verb: 'read', document: GIVEN });
    expect(read.declarations.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      ...['size n >= 1', 'size C >= 1', 'index i in 1..n', 'index c in 1..C'],
      ...['index a in 1..n', 'index b in 1..C', 'real z[n, C]', 'onehot y[n, C]'],
    ]);
    expect(read.definitions).toEqual(['yhat', 'J']);
    expect(read.claims.map(({ name, lines }) => [name, ...lines])).toEqual([
      ['gradient', 'diff(J, z[a,b])', '== yhat[a,b] - y[a,b]'],
      ['wrong', 'diff(J, z[a,b])', '== y[a,b] - yhat[a,b]'],
    ]);
    expect(read.errors).toEqual([]);
  });

  it('judges a document as gradus check does', { timeout: 600_000 }, async () => {
    const options = { timeLimit: 60 };
    const { report, text } = await heard({
      verb: 'check',
      document: GIVEN,
      path: 'notes.md',
      ...options,
    });
    expect(timeless(report)).toEqual(timeless(await checkDocument(GIVEN, 'notes.md', options)));
    expect(report.claims.map(({ verdict }) => verdict)).toEqual(['proved', 'refuted']);
    expect(text).toContain('✓ gradient');
    expect(text).toContain('is a minus sign missing?');
  });

  it('derives as gradus derive does', { timeout: 600_000 }, async () => {
    const options = { document: GIVEN, timeLimit: 60 };
    const expression = 'diff(J, z[a,b])';
    const found = await heard({ verb: 'derive', expression, ...options });
    expect(found?.report).toEqual(deriveExpression(expression, options));
    expect(found?.text).toBe(renderTranscript(found!.report, 'text'));
    expect(found?.report.result.text).toBe('ŷ[a,b] − y[a,b]');
  });

  it.each([
    ['yhat[a,b] - y[a,b]', 'proved', 'ŷ[a,b] − y[a,b]'],
    ['\\hat{y}_{ab} - y_{ab}', 'proved', 'ŷ[a,b] − y[a,b]'],
    ['y[a,b] - yhat[a,b]', 'refuted', 'y[a,b] − ŷ[a,b]'],
    ['yhat[a,b] - 2*y[a,b]', 'refuted', 'ŷ[a,b] − 2 · y[a,b]'],
  ])(
    'judges the line that a reader types: %s',
    { timeout: 600_000 },
    async (line, verdict, text) => {
      const spot = { document: GIVEN, claim: 'gradient', before: 'diff(J, z[a,b])', timeLimit: 60 };
      const found = await heard({ verb: 'line', ...spot, line });
      expect(found).toMatchObject({ verdict, text });
      expect(found.remarks.length > 0).toBe(verdict === 'refuted');
    },
  );

  it('names the likely mistake of a wrong line, and the reasons of a right one', async () => {
    const spot = { verb: 'line', document: GIVEN, claim: 'gradient', timeLimit: 60 } as const;
    const wrong = await heard({ ...spot, before: 'J', line: '-J' });
    expect(wrong.mistake).toBe('sign');
    expect(wrong.remarks.join(' ')).toContain('minus sign');
    const right = await heard({ ...spot, before: 'log(exp(z[a,b]))', line: 'z[a,b]' });
    expect(right.reasons).toContain('log-exp');
  });

  it.each([
    ['yhat[a,b] -', {}],
    ['yhta[a,b]', { hint: expect.stringContaining('yhat') }],
    ['\\frac{y_{ab}}', {}],
    ['', {}],
  ])('says where a line cannot be read: %j', async (line, more) => {
    const found = await answer({
      verb: 'line',
      document: GIVEN,
      claim: 'gradient',
      before: 'J',
      line,
    });
    expect(found).toMatchObject({ error: { line: 1, message: expect.any(String), ...more } });
  });

  it('says which mistakes are in the document, and which claims there are not', async () => {
    const broken = documentOf('real x\nclaim one: x == ');
    expect(await answer({ verb: 'derive', expression: 'x', document: broken })).toMatchObject({
      error: { line: 3, inDocument: true },
    });
    const line = { verb: 'line', document: GIVEN, before: 'J', line: 'J' } as const;
    expect(await answer({ ...line, claim: 'nothing' })).toMatchObject({
      error: { message: 'the document has no claim nothing' },
    });
  });

  it.each(['read', 'check', 'derive', 'line', 'numbers', 'plots'] as const)(
    'answers what is too deep or too long in words, and throws nothing: %s',
    { timeout: 600_000 },
    async (verb) => {
      const nested = `${'exp('.repeat(350)}x${')'.repeat(350)}`;
      const long = Array.from({ length: 3000 }, (_, k) => `x^${k}`).join(' + ');
      for (const side of [nested, long, '1'.repeat(2000), 'x'.repeat(300)]) {
        const document = documentOf(`real x\nclaim c: ${side} == x`);
        const about = { document, claim: 'c', expression: side, before: side, line: side };
        const found = await answer({ verb, ...about, timeLimit: 1 } as Request);
        expect(Object.keys(found)).toHaveLength(1);
        if ('error' in found) expect(found.error.message.length).toBeGreaterThan(10);
      }
    },
  );
});
