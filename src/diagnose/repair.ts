/** Changes to the sides of a claim that people often forget, each with what to say of it. */
import type { Context } from '../kernel/context.js';
import { decoratedName } from '../language/decorated-name.js';
import { type Builder, builder } from '../term/build.js';
import { isBinder } from '../term/operator.js';
import { rebuild, subterms, withArgument } from '../term/substitution.js';
import { arg, isNumber, type Term } from '../term/term.js';

export interface Repair {
  /** The left side, when that is what changes. */
  readonly left?: Term;
  readonly right: Term;
  readonly sentence: string;
}

/** Subterms that are tried as the place of a change. */
const MAX_PLACES = 12;

/** Repairs, the likeliest first. */
export function* repairsOf(context: Context, left: Term, right: Term): Generator<Repair> {
  const t = builder(context.arena);
  yield* signRepairs(t, right);
  yield* factorRepairs(context, t, right);
  yield* rangeRepairs(t, right, (side) => ({ right: side }), 'right');
  yield* rangeRepairs(t, left, (side) => ({ left: side, right }), 'left');
  yield* deltaRepairs(context, t, right);
  yield* exchangeRepairs(context, left, right);
  yield* partRepairs(t, right);
}

function* signRepairs(t: Builder, right: Term): Generator<Repair> {
  yield {
    right: t.neg(right),
    sentence: 'the two sides differ by the factor −1: is a minus sign missing?',
  };
}

/** 1/n and n for every size, 2 and 1/2, and logarithms to another base. */
function* factorRepairs(context: Context, t: Builder, right: Term): Generator<Repair> {
  for (const { name, kind } of context.declarations.values()) {
    if (kind !== 'size') continue;
    const size = decoratedName(name);
    const large = `is 1/${size} missing, or something counted ${size} times?`;
    const small = `is a factor ${size} missing, or 1/${size} too much?`;
    const sentence = (what: string, guess: string): string =>
      `the right side is too ${what} by the factor ${size}: ${guess}`;
    yield { right: t.div(right, t.sym(name)), sentence: sentence('large', large) };
    yield { right: t.mul(right, t.sym(name)), sentence: sentence('small', small) };
  }
  const half = 'the two sides differ by the factor 2';
  yield { right: t.div(right, t.num(2)), sentence: `${half}: is 1/2 missing on the right?` };
  yield { right: t.mul(right, t.num(2)), sentence: `${half}: is a 2 missing on the right?` };
  const base = 'the two sides differ by the factor log 2: is one of the logarithms to base 2?';
  const logTwo = t.log(t.num(2));
  yield { right: t.div(right, logTwo), sentence: base };
  yield { right: t.mul(right, logTwo), sentence: base };
}

/** Ranges that start or end one earlier or later. */
function* rangeRepairs(
  t: Builder,
  side: Term,
  changed: (side: Term) => Omit<Repair, 'sentence'>,
  which: 'left' | 'right',
): Generator<Repair> {
  const binders = subterms(side).filter((node) => isBinder(node.op) && node.op !== 'int');
  for (const node of binders.slice(0, MAX_PLACES))
    for (const [end, word] of ENDS)
      for (const [step, when] of STEPS) {
        const moved = withArgument(t.arena, node, end, plus(t, arg(node, end), step));
        const range = `the range of ${node.letter === '' ? 'the index' : decoratedName(node.letter)}`;
        const sentence = `it holds when ${range} on the ${which} ${word}s one ${when}: is the range off by one?`;
        yield { ...changed(substituted(t, side, node, moved)), sentence };
      }
}

const ENDS = [
  [0, 'start'],
  [1, 'end'],
] as const;
const STEPS = [
  [-1, 'earlier'],
  [1, 'later'],
] as const;

/** The end of a range moved by a step, as a number where it is one. */
const plus = (t: Builder, end: Term, step: number): Term =>
  end.value
    ? t.num({ n: end.value.n + BigInt(step) * end.value.d, d: end.value.d })
    : t.add(end, t.num(step));

/** A delta of two free indices in place of a 1, or as a factor. */
function* deltaRepairs(context: Context, t: Builder, right: Term): Generator<Repair> {
  const indices = [...context.declarations.values()]
    .filter(({ kind }) => kind === 'index' || kind === 'label')
    .slice(0, 4);
  for (let a = 0; a < indices.length; a++)
    for (let b = a + 1; b < indices.length; b++) {
      const [i, j] = [indices[a]?.name ?? '', indices[b]?.name ?? ''];
      const delta = t.delta(t.sym(i), t.sym(j));
      const sentence = `it holds with δ(${decoratedName(i)}, ${decoratedName(j)}) on the right: is a delta missing?`;
      yield { right: t.mul(delta, right), sentence };
      for (const node of subterms(right))
        if (isNumber(node, 1)) yield { right: substituted(t, right, node, delta), sentence };
    }
}

/** Two symbols of the same shape exchanged. */
function* exchangeRepairs(context: Context, left: Term, right: Term): Generator<Repair> {
  const used = new Set([...subterms(left), ...subterms(right)].map((node) => node.name));
  const declared = [...context.declarations.values()]
    .filter(({ name }) => used.has(name))
    .slice(0, 8);
  for (const [k, a] of declared.entries())
    for (const b of declared.slice(k + 1)) {
      const alike = a.axes.length === b.axes.length && a.arity === b.arity;
      if (!alike || a.kind === 'size' || b.kind === 'size') continue;
      const [p, q] = [context.arena.sym(a.name), context.arena.sym(b.name)];
      const exchanged = rebuild(context.arena, right, (node) =>
        node === p ? q : node === q ? p : undefined,
      );
      const sentence = `it holds with ${decoratedName(a.name)} and ${decoratedName(b.name)} exchanged on the right: are they mixed up?`;
      if (exchanged !== right) yield { right: exchanged, sentence };
    }
}

/** One term of the right side with the other sign. */
function* partRepairs(t: Builder, right: Term): Generator<Repair> {
  const sums = subterms(right).filter((node) => node.op === 'add' || node.op === 'sub');
  for (const node of sums.slice(-MAX_PLACES)) {
    const other = node.op === 'add' ? t.sub : t.add;
    const changed = other(arg(node, 0), arg(node, 1));
    yield {
      right: substituted(t, right, node, changed),
      sentence: 'it holds with the other sign in one sum on the right: is a plus or minus wrong?',
    };
  }
}

/** `right` with one subterm replaced wherever it stands; loose indices keep their binders. */
function substituted(t: Builder, right: Term, from: Term, to: Term): Term {
  return rebuild(t.arena, right, (node) => (node === from ? to : undefined));
}
