import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/language/document.js';
import { Arena } from '../../src/term/term.js';
import { shapeOfClaim } from './statement-shape.js';

function shapeOf(statements: string): string {
  const { claims } = parseDocument(new Arena(), `\`\`\`gradus\n${statements}\n\`\`\`\n`);
  return shapeOfClaim(claims[0] as Parameters<typeof shapeOfClaim>[0]);
}

const claim = shapeOf('size n\nreal x[n]\nclaim a: sum(i in 1..n, 2*x[i]) <= 1');

describe('the shape of a statement', () => {
  it.each([
    ['names', 'size K\nreal z[K]\nclaim b: sum(k in 1..K, 2*z[k]) <= 1'],
    ['where ranges start', 'size n\nreal x[0..n-1]\nclaim a: sum(i in 0..n-1, 2*x[i]) <= 1'],
    [
      'definitions',
      'size n\nreal x[n]\nlet d[i in 1..n] = 2*x[i]\nclaim a: sum(i in 1..n, d[i]) <= 1',
    ],
    ['which side comes first', 'size n\nreal x[n]\nclaim a: 1 >= sum(i in 1..n, 2*x[i])'],
    ['whether it is to be refuted', 'size n\nreal x[n]\nrefute a: sum(i in 1..n, 2*x[i]) <= 1'],
  ])('does not depend on %s', (_, statements) => {
    expect(shapeOf(statements)).toBe(claim);
  });

  it.each([
    ['the range', 'size n\nreal x[n]\nclaim a: sum(i in 1..n-1, 2*x[i]) <= 1'],
    ['a number', 'size n\nreal x[n]\nclaim a: sum(i in 1..n, 3*x[i]) <= 1'],
    ['a sign', 'size n\nreal x[n]\nclaim a: sum(i in 1..n, -2*x[i]) <= 1'],
    ['an index', 'size n\nreal x[n]\nindex j in 1..n\nclaim a: sum(i in 1..n, 2*x[j]) <= 1'],
    ['the relation', 'size n\nreal x[n]\nclaim a: sum(i in 1..n, 2*x[i]) == 1'],
    ['what is declared', 'size n\npositive x[n]\nclaim a: sum(i in 1..n, 2*x[i]) <= 1'],
  ])('depends on %s', (_, statements) => {
    expect(shapeOf(statements)).not.toBe(claim);
  });
});
