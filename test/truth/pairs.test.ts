/**
 * The tables of pairs, each line checked as a document of its own: nothing false is proved,
 * nothing true is refuted, and everything false is refuted.
 */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/document/check.js';

type Expected = 'proved' | 'tested' | 'refuted';

interface Pair {
  readonly expected: Expected;
  /** What this line alone declares. */
  readonly given: string;
  readonly statements: readonly string[];
  readonly claim: string;
}

const LINE = /^(proved|tested|refuted) +(.*?) ?:: (.*)$/;

function pairsOf(file: string): Pair[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  const statementsOf = (text: string) => (text === '' ? [] : text.split(/; */));
  const shared: string[] = [];
  const pairs: Pair[] = [];
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue;
    const given = /^given +(.*)$/.exec(line)?.[1];
    if (given !== undefined) {
      shared.push(...statementsOf(given));
      continue;
    }
    const [, expected, own, claim] = LINE.exec(line) ?? [];
    if (own === undefined || claim === undefined) throw new Error(`no pair: ${line}`);
    const statements = [...shared, ...statementsOf(own)];
    pairs.push({ expected: expected as Expected, given: own, statements, claim });
  }
  return pairs;
}

async function verdictOf({ statements, claim }: Pair): Promise<string> {
  const text = ['```gradus', ...statements, `claim it: ${claim}`, '```', ''].join('\n');
  const { claims, errors } = await checkDocument(text, 'pair.md');
  const [only] = claims;
  if (errors || !only) throw new Error(errors?.map(({ message }) => message).join('; '));
  if (only.contradiction) return `proved and refuted: ${only.note}`;
  return only.verdict === 'error' ? `error: ${only.error}` : only.verdict;
}

const counts = new Map<string, number>();
/** Claims that the tables call tested and that a proof is found for. */
const improved: string[] = [];

afterAll(() => {
  const all = [...counts].sort().map(([outcome, count]) => `${outcome} ${count}`);
  process.stdout.write(`pairs: ${all.join(', ')}\n`);
  for (const claim of improved) process.stdout.write(`no longer only tested: ${claim}\n`);
});

describe.each(['pairs.txt', 'softmax-pairs.txt', 'extreme-pairs.txt', 'chained-pairs.txt'])(
  '%s',
  (file) => {
    const pairs = pairsOf(file);
    const titled = pairs.map((pair) => [pair.expected, pair.given, pair.claim, pair] as const);

    test.each(titled)('%s: %s :: %s', async (_expected, _given, _claim, pair) => {
      const verdict = await verdictOf(pair);
      const truth = pair.expected === 'refuted' ? 'false' : 'true';
      counts.set(`${truth} and ${verdict}`, (counts.get(`${truth} and ${verdict}`) ?? 0) + 1);
      if (pair.expected === 'tested' && verdict === 'proved') improved.push(pair.claim);
      else expect(verdict).toBe(pair.expected);
    });

    test('has no line twice', () => {
      const lines = pairs.map(({ statements, claim }) => [...statements, claim].join('; '));
      expect(new Set(lines).size).toBe(lines.length);
    });
  },
);
