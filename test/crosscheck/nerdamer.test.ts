import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** What nerdamer says in a process of its own: its answers depend on what it was asked before. */
function nerdamerSays(text: string, values: Readonly<Record<string, string>>): number {
  const program = `
    import nerdamer from 'nerdamer';
    import 'nerdamer/Calculus.js';
    const [text, values] = process.argv.slice(1);
    process.stdout.write(nerdamer(text).evaluate(JSON.parse(values)).text('decimals'));`;
  const given = ['--input-type=module', '-e', program, text, JSON.stringify(values)];
  return Number(execFileSync(process.execPath, given, { encoding: 'utf8' }));
}

/** What nerdamer 1.1.13 answers and what is right: the reason why it is never a judge. */
describe('a wrong answer of nerdamer', () => {
  const softmax = Math.exp(0.3) / (Math.exp(0.3) + Math.exp(1.1));
  const AT = { a: '0.3', b: '1.1' };

  it.each([
    ['the value of softmax', 'exp(a)/(exp(a)+exp(b))', 0.3571, softmax],
    ['the derivative of log-sum-exp', 'diff(log(exp(a)+exp(b)),a)', 0, softmax],
    ['the derivative of log-softmax', 'diff(log(exp(a)/(exp(a)+exp(b))),a)', 1, 1 - softmax],
  ])('is %s', (_, text, answer, right) => {
    const value = nerdamerSays(text, AT);
    expect(value).toBeCloseTo(answer, 4);
    expect(Math.abs(value - right)).toBeGreaterThan(0.04);
  });

  it('is the logarithm of a power of which only a factor is a power', () => {
    const value = nerdamerSays('log(2*(a+b)^7)', AT);
    expect(value).toBeCloseTo(7 * Math.log(2 * 1.4), 6);
    expect(Math.abs(value - (Math.log(2) + 7 * Math.log(1.4)))).toBeGreaterThan(1);
  });
});
