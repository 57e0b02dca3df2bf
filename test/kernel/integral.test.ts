// When the checker grants an integral a value: the integrand is continuous on a finite interval
// with its ends, and has a value on all of it.

import { describe, expect, it } from 'vitest';
import { obligationsFor } from '../../src/kernel/existence.js';
import { Scope } from '../../src/kernel/scope.js';
import { ruleBook } from '../../src/rules/book.js';
import { Engine } from '../../src/search/engine.js';
import { type Setting, setting } from './setting.js';

/** True when the search proves that the integral has a value and the checker accepts it. */
function hasValue(s: Setting, text: string): boolean {
  const goal = s.t.defined(s.read(text));
  const proof = new Engine(ruleBook()).prover.prove(Scope.root(s.context), goal);
  if (proof) s.check(proof, goal);
  return proof !== undefined;
}

const refusal = (s: Setting, text: string): unknown =>
  obligationsFor(Scope.root(s.context), s.t.defined(s.read(text)));

describe('an integral over a finite interval', () => {
  it.each([
    ['', 'int(x in 0..1, x^2 - 3*x)'],
    ['real a, b', 'int(x in a..b, exp(-x^2))'],
    ['', 'int(x in 0..1, 1/(1 + x))'],
    ['size n', 'int(x in 0..1, sum(k in 1..n, x^k))'],
    ['real a[3]', 'int(x in 0..1, sum(k in 1..3, a[k]*x))'],
    ['let f(u) = abs(u - 1)', 'int(x in 0..2, f(x))'],
    ['size n; label k in 0..n', 'int(t in 0..1, t^k*(1 - t)^(n - k))'],
  ])('has a value: %s %s', (declarations, text) => {
    expect(hasValue(setting(declarations.replaceAll(';', '\n')), text)).toBe(true);
  });

  it.each([
    ['a pole inside', '', 'int(x in -1..1, 1/x)'],
    ['a pole at an end', '', 'int(x in 0..1, 1/x^2)'],
    ['a pole at an end that may be 0', 'nonneg a', 'int(x in a..1, 1/x)'],
    ['ends in either order', 'real a', 'int(x in a..1, log(x))'],
    ['an end without a value', '', 'int(x in 0..log(0), x)'],
    ['a constant without a value', '', 'int(x in 0..1, x*log(0))'],
  ])('is refused one with %s', (_, declarations, text) => {
    expect(hasValue(setting(declarations), text)).toBe(false);
  });

  it.each([
    ['', 'int(x in 0..1, sign(x))'],
    ['', 'int(x in 0..1, [x < 1/2])'],
    ['', 'int(x in 0..1, if(x < 1/2, 0, 1))'],
    ['', 'int(x in 0..1, 2^x)'],
    ['let f(u) = sign(u)', 'int(x in 0..1, f(x))'],
    ['convention 0*log(0) = 0', 'int(x in 0..1, x*log(x))'],
  ])('with jumps, or what may have some, is left to rules: %s %s', (declarations, text) => {
    expect(refusal(setting(declarations), text)).toMatch(/discontinuous/);
  });

  it.each(['int(x in 0..inf, exp(-x))', 'int(x in -inf..inf, 1/(1 + x^2))'])(
    'is finite: %s is left to rules',
    (text) => {
      expect(refusal(setting(), text)).toMatch(/infinite/);
    },
  );
});
