/**
 * Identities at points: is a true one ever called different, or a wrong one equal? Each is judged
 * by the ladder of precisions, and beside it by the rules that people write: doubles compared to
 * a relative 1e-9, and as numpy.isclose does by default.
 */
import { readFileSync } from 'node:fs';

/** Scales of the values, in turn. */
const SCALES = [1, 10, 40, 300];
const LARGEST_SIZE = 4;
/** What a wrong right side is multiplied by: 1 + 1e-14, exactly. */
const OFF = { n: 10n ** 14n + 1n, d: 10n ** 14n };

async function load(dist) {
  const from = (path) => import(new URL(path, dist).href);
  return {
    ...(await from('term/term.js')),
    ...(await from('term/build.js')),
    ...(await from('language/document.js')),
    ...(await from('language/lower.js')),
    ...(await from('numeric/judge.js')),
    ...(await from('numeric/sample.js')),
    ...(await from('implementation/spread.js')),
  };
}

/** The identities of the data file: a claim, and the refute after it with the mistake. */
function read(g) {
  const text = readFileSync(new URL('identities.md', import.meta.url), 'utf8');
  const { claims, diagnostics } = g.parseDocument(new g.Arena(), text);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics[0]));
  return claims
    .filter(({ form }) => form === 'claim')
    .map((claim) => {
      const wrong = claims.find(({ name }) => name === `${claim.name}-wrong`);
      if (wrong?.form !== 'refute') throw new Error(`${claim.name} has no wrong version`);
      return { name: claim.name, claim, wrong };
    });
}

/** Both sides of both versions, and the right side a little off, in one context. */
function termsOf(g, { claim, wrong }) {
  const core = (one) => g.lowerRelation(one.context, one.lines[0].term, one.lines[1].term);
  const right = core(claim);
  const mistaken = core(wrong);
  const { arena } = right.context;
  const off = arena.make('mul', [right.right, arena.num(OFF)]);
  const terms = [right.left, right.right, off, mistaken.left, mistaken.right];
  return { context: mistaken.context, terms };
}

function modelsOf(g, context, terms, points) {
  const sourceAt = (run) => {
    const scale = SCALES[run % SCALES.length];
    const family = { name: '', scale, values: 'normal', sizes: 'any', isMasked: false, digits: 20 };
    const values = g.spreadSource(run + 1, family, LARGEST_SIZE, 20);
    return {
      draw: (key, domain) => (domain.role === 'size' ? sizeAt(run, key) : values.draw(key, domain)),
    };
  };
  const options = { seed: 1, runs: points, maxSize: LARGEST_SIZE, sourceAt };
  return [...new g.Sampler(context, terms, options).models()];
}

/** Sizes from 2 on, and 1 at every eighth point or so. */
function sizeAt(run, key) {
  const turn = Math.floor(run / SCALES.length) + 3 * key.codePointAt(0);
  const size = turn % 8 === 0 ? 1 : 2 + (turn % (LARGEST_SIZE - 1));
  return { n: BigInt(size), d: 1n };
}

/** How often each version was told to differ, to be equal, or neither. */
const count = () => ({ fails: 0, holds: 0, undecided: 0, zero: 0 });

/** Bits of the highest precision that a side must vanish in to count as 0. */
const ZERO_BITS = 1200;

/** True when a side is 0, as far as can be seen: a factor does not change it. */
function isZero(g, judge, model) {
  const value = judge.read(model, g.RUNGS.length - 1).values[1];
  if (value.kind === 'exact') return value.q.n === 0n;
  const { m, e, r } = value;
  return ((m < 0n ? -m : m) + r).toString(2).length + e < -ZERO_BITS;
}

export async function identities(dist, points) {
  const g = await load(dist);
  const all = read(g);
  const rows = all.map((identity) => {
    const { context, terms } = termsOf(g, identity);
    const judge = new g.Judge(context, terms);
    const right = count();
    const off = count();
    const structural = count();
    const start = performance.now();
    const models = modelsOf(g, context, terms, points);
    for (const model of models) {
      right[judge.judge(model, 'eq', 0, 1).kind] += 1;
      const judged = judge.judge(model, 'eq', 0, 2);
      if (judged.kind === 'holds' && isZero(g, judge, model)) off.zero += 1;
      else off[judged.kind] += 1;
      structural[judge.judge(model, 'eq', 3, 4).kind] += 1;
    }
    const ms = (performance.now() - start) / models.length;
    return { name: identity.name, points: models.length, right, off, structural, ms };
  });
  return rows;
}
