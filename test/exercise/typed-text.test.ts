/** Lines as readers type them: copied from the page, with powers of e, without signs of products. */
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/exercise/read-answer.js';
import { plainText } from '../../src/exercise/typed-text.js';
import { parseDocument } from '../../src/language/document.js';
import { printUnicode } from '../../src/language/print-unicode.js';
import { Arena } from '../../src/term/term.js';
import { documentOf, SOFTMAX } from '../document/given.js';
import { examined, exerciseOn, LOG_SOFTMAX } from './given.js';

const DECLARED = `${SOFTMAX}\nreal K, s, mu, w[C]\nclaim c: s == s`;
const [claim] = parseDocument(new Arena(), documentOf(DECLARED)).claims;
const { context } = claim!;

describe('a typed line', () => {
  it.each([
    ['Σ_{k=1..C} exp(z[i,k])', 'sum(k in 1..C, exp(z[i,k]))'],
    ['(Σ_{k=1..C} w[k] · exp(s))/2', '(sum(k in 1..C, w[k] * exp(s)))/2'],
    ['Σ_{k=1..C} w[k]² − mu', 'sum(k in 1..C, w[k]^2)- mu'],
    ['Σ_{k=1..C} −w[k]', 'sum(k in 1..C, -w[k])'],
    ['Σ_{i=1..n} (Σ_{k=1..C} z[i,k])', 'sum(i in 1..n, (sum(k in 1..C, z[i,k])))'],
    ['ŷ[a,b] − y[a,b]', 'yhat[a,b] - y[a,b]'],
    ['μ²', 'mu^2'],
    ['δ(a, b)', 'delta(a, b)'],
    ['√(2 · π · s²)', 'sqrt(2 * pi * s^2)'],
    ['|s − K|', 'abs(s - K)'],
    ['∂J/∂z[a,b]', 'diff(J, z[a,b])'],
    ['dJ/dz[a,b]', 'diff(J, z[a,b])'],
    ['∂/∂s (s² + 1)', 'diff( (s^2 + 1), s)'],
    ['∂²/∂s∂K (s·K)', 'diff( (s*K), K, s)'],
    ['z_ab', 'z[a,b]'],
    ['sigma(s)', 'sigmoid(s)'],
    ['1/(1 + e^-s)', '1/(1 + exp(-s))'],
    ['e^(s + K)', 'exp(s + K)'],
    ['e^z[a,b]', 'exp(z[a,b])'],
    ['2s', '2*s'],
    ['2(s + K)', '2*(s + K)'],
    ['(s)(K)', '(s)*(K)'],
    ['K log(s)', 'K *log(s)'],
    ['K(1 - s)', 'K*(1 - s)'],
    ['log(s)', 'log(s)'],
    ['[a = b]', '[a == b]'],
    ['sum(k in 1..C, 2w[k])', 'sum(k in 1..C, 2*w[k])'],
    ['1..2', '1..2'],
  ])('%s is read as %s', (text, plain) => {
    expect(plainText(context, text)).toBe(plain);
  });

  it('keeps what the document declares: a number e, a function sigma', () => {
    const own = documentOf('real e, u\nfunction sigma(real)\nclaim c: e^u == sigma(u)');
    const [first] = parseDocument(new Arena(), own).claims;
    expect(plainText(first!.context, 'e^u + sigma(u)')).toBe('e^u + sigma(u)');
  });

  it('may be any line as the page shows it', async () => {
    const document = await examined(LOG_SOFTMAX);
    for (const name of ['log-softmax', 'gradient']) {
      const { lines, frame } = exerciseOn(document, name, 'fill', 1)!;
      for (const { term } of lines) {
        const reading = readAnswer(
          { context: frame },
          printUnicode(term, { context: frame }),
          term,
        );
        expect('term' in reading && reading.term).toBe(term);
      }
    }
  }, 600_000);

  it.each([
    ['-log 1/s', 'log is written with brackets', 'write log(…)'],
    ['2*sum k w[k]', 'sum is written with brackets', 'write sum(k in 1..n, …)'],
  ])('%s is told where its brackets are missing', (text, message, hint) => {
    expect(readAnswer({ context }, text, context.arena.num(0))).toMatchObject({
      fault: { message, hint },
    });
  });
});
