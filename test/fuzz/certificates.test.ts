/**
 * Damaged certificates: JSON changed anywhere, without regard for what the places mean. Replaying
 * one ends in a theorem or in a refusal, and no theorem has a counterexample.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CertificateError, replay } from '../../src/certificate/certificate.js';
import { ProofError } from '../../src/kernel/check.js';
import type { Theorem } from '../../src/kernel/theorem.js';
import { printText } from '../../src/language/print-text.js';
import { checkRelationNow } from '../../src/numeric/check.js';
import { ruleBook } from '../../src/rules/book.js';
import { certificateOf, prove, SOURCES } from '../kernel/corpus.js';

const { GRADUS_SEED, GRADUS_FUZZ } = process.env;
const SEED = Number(GRADUS_SEED ?? (GRADUS_FUZZ ? Date.now() % 1_000_000 : 1));
const RUNS = Number(GRADUS_FUZZ ?? 2_000);

const originals = SOURCES.map((source) => JSON.stringify(certificateOf(prove(source))));

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Holder = Json[] | { [key: string]: Json };

/** Every place of the document that holds a value: what holds it, and under which key. */
function placesOf(root: Json): [Holder, string][] {
  const places: [Holder, string][] = [];
  const waiting: Json[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const holder: Holder = next;
    for (const key of Object.keys(holder)) {
      places.push([holder, key]);
      waiting.push(read(holder, key));
    }
  }
  return places;
}

const read = (holder: Holder, key: string): Json =>
  (Array.isArray(holder) ? holder[Number(key)] : holder[key]) ?? null;

function write(holder: Holder, key: string, value: Json): void {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else
    Object.defineProperty(holder, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
}

const strange = fc.oneof(
  fc.constantFrom<Json>(null, true, '', [], {}, -1, 0.5, 1e308, 2 ** 53, '1/0', '9'.repeat(40)),
  fc.constantFrom<Json>('%0', '$0', '__proto__', 'constructor', 'theorem:a', '\u0000', '-0', 'NaN'),
  fc.integer({ min: -2, max: 60 }),
  fc.string({ maxLength: 6 }),
);

const change = fc.record({
  kind: fc.constantFrom('near', 'near', 'like', 'like', 'like', 'strange', 'drop', 'add', 'twice'),
  where: fc.nat(),
  from: fc.nat(),
  value: strange,
  by: fc.constantFrom(-1, 1, 2),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function apply(root: Json, { kind, where, from, value, by }: Change): void {
  const places = placesOf(root);
  const [holder, key] = places[where % places.length] as [Holder, string];
  const old = read(holder, key);
  const likes = places.map(([h, k]) => read(h, k)).filter((other) => isLike(old, other));
  const like = likes[from % Math.max(1, likes.length)] ?? null;
  if (kind === 'near')
    write(holder, key, typeof old === 'number' ? old + by : structuredClone(like));
  else if (kind === 'like') write(holder, key, structuredClone(like));
  else if (kind === 'strange') write(holder, key, structuredClone(value));
  else if (kind === 'add')
    write(holder, Array.isArray(holder) ? `${holder.length}` : 'x', structuredClone(value));
  else if (Array.isArray(holder))
    holder.splice(
      Number(key),
      kind === 'drop' ? 1 : 0,
      ...(kind === 'drop' ? [] : [structuredClone(old)]),
    );
  else if (kind === 'drop') delete holder[key];
  else write(holder, `${key}2`, structuredClone(old));
}

const isLike = (a: Json, b: Json): boolean =>
  typeof a === typeof b && Array.isArray(a) === Array.isArray(b);

/** The claim, if some model refutes it. */
function refuted({ statement }: Theorem): string | undefined {
  const { context, relation, left, right } = statement;
  const options = { seed: SEED, runs: 12, maxSize: 3 };
  const { verdict } = checkRelationNow(context, relation, left, right, options);
  if (verdict !== 'refuted') return undefined;
  return `${printText(left, { context })} ${relation} ${printText(right, { context })}`;
}

test('every damaged certificate is refused or proves what is true', () => {
  process.stdout.write(`certificates: seed ${SEED}, ${RUNS} inputs\n`);
  const counts = { accepted: 0, unreadable: 0, 'proves something else': 0 };
  const replayed = (json: Json): Theorem | undefined => {
    try {
      return replay(ruleBook(), json).theorem;
    } catch (error) {
      if (error instanceof CertificateError) counts.unreadable += 1;
      else if (error instanceof ProofError) counts['proves something else'] += 1;
      else throw error;
      return undefined;
    }
  };
  const changes = fc.array(change, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...originals), changes, (original, all) => {
      const json: Json = JSON.parse(original);
      for (const each of all) apply(json, each);
      const theorem = replayed(json);
      if (!theorem) return;
      counts.accepted += 1;
      expect(refuted(theorem)).toBeUndefined();
    }),
    { seed: SEED, numRuns: RUNS },
  );
  process.stdout.write(`certificates: ${JSON.stringify(counts)}\n`);
}, 3_600_000);

test('the certificates themselves are accepted', () => {
  for (const original of originals)
    expect(() => replay(ruleBook(), JSON.parse(original))).not.toThrow();
});

const nothings: Json[] = [null, 0, '', [], {}, 'certificate', { gradus: 1 }, { gradus: 2 }];
test.each(nothings.map((json) => [JSON.stringify(json), json]))('%s is none', (_text, json) => {
  expect(() => replay(ruleBook(), json)).toThrow(CertificateError);
});
