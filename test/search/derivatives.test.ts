/**
 * The table of derivatives: each is derived without being told its closed form, the checker
 * accepts the derivation, and its lines follow each other from one end to the other.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Checker } from '../../src/kernel/check.js';
import type { Context } from '../../src/kernel/context.js';
import { Scope } from '../../src/kernel/scope.js';
import { parseExpressionIn } from '../../src/language/expression.js';
import { lowerRelation } from '../../src/language/lower.js';
import { printText } from '../../src/language/print-text.js';
import { ruleBook } from '../../src/rules/book.js';
import { type DerivationFound, derive } from '../../src/search/derive.js';
import { ClaimProver } from '../../src/search/prove-claim.js';
import type { Term } from '../../src/term/term.js';
import { contextOf } from '../language/given.js';

interface Row {
  readonly isReached: boolean;
  readonly statements: string;
  readonly before: string;
  readonly result: string;
}

const LINE = /^(yet )?(?:with (.*) :: )?(diff\(.*) -> (.*)$/;

/** The rows of a table; declarations of a group hold until the next group. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let group: string[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('given ')) {
      if (!isOpen) group = [];
      isOpen = true;
      group.push(line.slice('given '.length));
      continue;
    }
    isOpen = false;
    const [, yet, own, before, result] = LINE.exec(line) ?? [];
    if (before === undefined || result === undefined) throw new Error(`no row: ${line}`);
    const statements = [...group, ...(own === undefined ? [] : [own])].join(';');
    rows.push({
      isReached: yet === undefined,
      statements: statements.replaceAll(/; */g, '\n'),
      before,
      result,
    });
  }
  return rows;
}

interface Derived {
  readonly context: Context;
  readonly start: Term;
  readonly found: DerivationFound;
}

function derived(statements: string, expression: string): Derived {
  const { context: given, term } = parseExpressionIn(contextOf(statements), expression);
  const { context, left } = lowerRelation(given, term, term);
  const found = derive(new ClaimProver(ruleBook()), context, left);
  if (!found) throw new Error(`no derivation of ${expression}`);
  return { context, start: left, found };
}

function check({ context, start, found }: Derived): void {
  const { arena } = context;
  const checker = new Checker(ruleBook());
  const scope = Scope.root(context);
  checker.check(scope, found.proof.leftDefined, arena.make('defined', [start]));
  checker.check(scope, found.proof.rightDefined, arena.make('defined', [found.result]));
  checker.check(scope, found.proof.proof, arena.make('eq', [start, found.result]));
}

const table = readFileSync(new URL('derivatives.txt', import.meta.url), 'utf8');
const rows = rowsOf(table).map((row) => [row.before, row.result, row] as const);
const reached = rows.filter(([, , { isReached }]) => isReached);
const notReached = rows.filter(([, , { isReached }]) => !isReached);

describe('the closed form of', () => {
  test.fails.each(notReached)('%s is not yet %s', (before, result, { statements }) => {
    const { context, found } = derived(statements, before);
    expect(printText(found.result, { context })).toBe(result);
  });

  test.each(reached)('%s is %s', (before, result, { statements }) => {
    const derivation = derived(statements, before);
    const { context, found } = derivation;
    expect(printText(found.result, { context })).toBe(result);
    check(derivation);
  });
});

describe('the lines of a derivation', () => {
  test.each(rows)('of %s follow each other to %s', (before, _result, { statements }) => {
    const { start, found } = derived(statements, before);
    let line = start;
    for (const step of found.transcript.steps) {
      expect(step.before).toBe(line);
      expect(step.elementary.at(-1)?.result).toBe(step.after);
      expect(step.after).not.toBe(step.before);
      expect(step.title).not.toMatch(/simplif/i);
      line = step.after;
    }
    expect(line).toBe(found.result);
  });
});

describe('the gradient of softmax cross-entropy', () => {
  const row = rows.find(([before]) => before === 'diff(J, z[a,b])');
  if (!row) throw new Error('the table has no such row');
  const { context, start, found } = derived(row[2].statements, row[0]);

  test('takes the 6 to 12 steps of a textbook', () => {
    expect(found.transcript.steps.length).toBeGreaterThanOrEqual(6);
    expect(found.transcript.steps.length).toBeLessThanOrEqual(12);
  });

  test('uses that the targets are one-hot, and says so', () => {
    const reasons = found.transcript.steps.flatMap((step) => step.reasons);
    expect(reasons).toContain('hypothesis y.sum');
  });

  test('is refused with any other result', () => {
    const wrong = context.arena.make('neg', [found.result]);
    const checker = new Checker(ruleBook());
    const claim = context.arena.make('eq', [start, wrong]);
    expect(() => checker.check(Scope.root(context), found.proof.proof, claim)).toThrow(
      /ends elsewhere/,
    );
  });
});

describe('a derivative that does not exist', () => {
  const none = [
    ['real x', 'diff(abs(x), x)'],
    ['real x', 'diff(log(x), x)'],
    ['nonneg x', 'diff(sqrt(x), x)'],
    ['real x', 'diff(relu(x), x)'],
    ['size n\nreal x[n]\nindex i in 1..n', 'diff(1/sum(k in 1..n, x[k]), x[i])'],
    ['size n >= 0\nreal x[n], y', 'diff(log(sum(k in 1..n, exp(y*x[k]))), y)'],
  ] as const;
  test.each(none)('%s: %s has no derivation', (statements, expression) => {
    expect(() => derived(statements, expression)).toThrow('no derivation');
  });
});
