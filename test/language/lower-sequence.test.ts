// What is lowered for one claim of a document is shared with the next: it must mean the same there.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/kernel/context.js';
import type { Claim, Line } from '../../src/language/claim.js';
import { LanguageError } from '../../src/language/language-error.js';
import { lowerRelation } from '../../src/language/lower.js';
import { relevantContext } from '../../src/search/relevance.js';
import { documentOf } from './given.js';

/** Claims on entries, whole arrays and steps of defined quantities. */
const MIXED = `
size n, m
real x[n], y[n], W[n, m], a
index i in 1..n
let p[k in 1..n] = exp(x[k])/sum(l in 1..n, exp(x[l]))
let J = -sum(i, y[i]*log(p[i]))
let q = 2*x
let H(u) = dot(u, u)
claim entries: sum(i, x[i]) == sum(k in 1..n, x[k])
claim arrays: x + y == y + x
claim rows: W == W
claim varied: diff(J, p[i]) == -y[i]/p[i]
claim again: sum(i, x[i]) == sum(k in 1..n, x[k])
claim other-rows: q == x + x
claim whole: diff(J, x) == p - y
claim squares: H(x) == sum(i, x[i]^2)
claim entry: q[1] == 2*x[1]
claim last: diff(J, x[i]) == p[i] - y[i]
`;

interface Pair {
  readonly context: Context;
  readonly left: Line;
  readonly right: Line;
}

const pairsOf = (claims: readonly Claim[]): Pair[] =>
  claims.flatMap(({ context, lines }) =>
    lines.slice(1).map((right, k) => ({ context, left: lines[k] as Line, right })),
  );

/** All that a lowered relation says; terms of one arena are known by their numbers. */
function lowered(context: Context, { left, right }: Pair): string {
  try {
    const core = lowerRelation(context, left.term, right.term);
    const { declarations, definitions, hypotheses, conventions } = core.context;
    return JSON.stringify(
      [
        [core.left, core.right],
        [...declarations],
        [...definitions],
        [...hypotheses],
        [...conventions],
      ],
      (_, value) => (typeof value?.id === 'number' && value.op ? `#${value.id}` : value),
    );
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    return `error: ${error.message}`;
  }
}

const chapter = (name: string): string =>
  [...readFileSync(`proofs/${name}.md`, 'utf8').matchAll(/```gradus\n([^`]*)```/g)]
    .map(([, statements]) => statements)
    .join('\n');

describe.each([
  ['claims of all kinds', MIXED],
  ['the softmax', chapter('07-softmax')],
  ['its cross-entropy', chapter('09-softmax-cross-entropy')],
  ['a linear layer', chapter('11-linear-layer')],
])('in a document with %s', (_, statements) => {
  const { claims, diagnostics } = documentOf(statements);
  const pairs = pairsOf(claims);

  test('a claim is lowered as in a document of its own, in any order', () => {
    expect(diagnostics).toEqual([]);
    const alone = pairs.map((pair) => lowered({ ...pair.context }, pair));
    const inTurn = pairs.map((pair) => lowered(pair.context, pair));
    const backwards = [...pairs].reverse().map((pair) => lowered(pair.context, pair));
    expect(inTurn).toEqual(alone);
    expect(backwards.reverse()).toEqual(alone);
  });

  test('what is relevant to a claim is what it would be alone', () => {
    for (const { context, left, right } of [...pairs, ...[...pairs].reverse()]) {
      const terms = [left.term, right.term];
      expect(relevantContext(context, terms)).toEqual(relevantContext({ ...context }, terms));
    }
  });
});
