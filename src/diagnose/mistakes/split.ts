/** Functions and sums that were taken apart, or put together, as only linear ones can be. */
import type { Operator } from '../../term/operator.js';
import { arg, type Term } from '../../term/term.js';
import type { Edit, Wrong } from '../mistake.js';

/** What should stand there, the operator, and what was done to it that one cannot do. */
type Mended = readonly [to: Term, op: Operator, wrongly: 'taken apart' | 'put together'];

type Change = (t: Wrong['t'], term: Term) => Generator<Mended>;

export const splitFunctions = (about: Wrong): Generator<Edit> => splits(about, CHANGES);

/** Σ u where log Σ exp u is meant: as if the logarithm met the exponentials through the sum. */
export const cancelledInverses = (about: Wrong): Generator<Edit> => splits(about, [throughInverse]);

function* splits(about: Wrong, changes: readonly Change[]): Generator<Edit> {
  // A number does not show what was done to the line before.
  if (about.side === 'left' && about.other.value) return;
  for (const place of about.own)
    for (const change of changes)
      for (const [to, op, wrongly] of change(about.t, place.term)) {
        if (about.side === 'left' && !isLikely(place.term, to)) continue;
        // Of the line before, what is repaired is what was done to it.
        const done = about.side === 'right' ? wrongly : OPPOSITE[wrongly];
        const sentence = `${about.instead(to, place.term)}: ${NAMES[op] ?? 'this'} is not ${done} like that`;
        yield about.edit('split', place, to, sentence);
      }
}

/** What is made of log(u + v) is a sum: a product with log 1 is 0 by accident. */
const isLikely = ({ args: [inside] }: Term, { op }: Term): boolean =>
  !(inside && isSum(inside.op) && (op === 'mul' || op === 'div'));

const CHANGES: readonly Change[] = [
  functionsTogether,
  functionApart,
  sumTogether,
  sumApart,
  factorsTogether,
  throughFactor,
  quotientTogether,
  quotientApart,
];

const OPPOSITE = { 'taken apart': 'put together', 'put together': 'taken apart' } as const;

const apart = (to: Term, op: Operator): Mended => [to, op, 'taken apart'];
const together = (to: Term, op: Operator): Mended => [to, op, 'put together'];

const NAMES: Partial<Record<Operator, string>> = {
  log: 'a logarithm',
  log2: 'a logarithm',
  log10: 'a logarithm',
  exp: 'an exponential',
  sqrt: 'a root',
  pow: 'a power',
  sum: 'a sum',
  prod: 'a product',
  abs: 'an absolute value',
  div: 'a denominator',
};

const ARITHMETIC: readonly Operator[] = ['add', 'sub', 'mul', 'div'];
const BIG: readonly Operator[] = ['sum', 'prod'];

/** log a + log b, where log(a·b), log(a + b), …, or log a · log b is meant. */
function* functionsTogether(t: Wrong['t'], { op, args }: Term): Generator<Mended> {
  const [a, b] = args as [Term, Term];
  if (!ARITHMETIC.includes(op) || !isFunction(a) || !isSameFunction(a, b)) return;
  for (const inner of ARITHMETIC) {
    yield apart(of(t, a, t.arena.make(inner, [arg(a, 0), arg(b, 0)])), a.op);
    // A sign or a fraction upside down is a mistake of its own.
    if (isSum(inner) !== isSum(op)) yield together(t.arena.make(inner, [a, b]), a.op);
  }
}

/** log(a + b), log Σ, (u^k)² where log a + log b, Σ log, … are meant. */
function* functionApart(t: Wrong['t'], term: Term): Generator<Mended> {
  if (!isFunction(term)) return;
  const { arena } = t;
  const inside = arg(term, 0);
  const [a, b] = inside.args as [Term, Term];
  if (ARITHMETIC.includes(inside.op))
    for (const outer of ARITHMETIC) {
      yield together(arena.make(outer, [of(t, term, a), of(t, term, b)]), term.op);
      yield together(arena.make(outer, [of(t, term, a), b]), term.op);
      yield together(arena.make(outer, [a, of(t, term, b)]), term.op);
    }
  if (BIG.includes(inside.op))
    for (const outer of BIG)
      yield together(withBody(t, inside, of(t, term, arg(inside, 2)), outer), term.op);
  if (isFunction(inside) && inside.op !== term.op)
    yield together(of(t, inside, of(t, term, arg(inside, 0))), term.op);
}

/** Σ log where log Σ is meant. */
function* sumTogether(t: Wrong['t'], term: Term): Generator<Mended> {
  if (!BIG.includes(term.op)) return;
  const body = arg(term, 2);
  if (!isFunction(body)) return;
  for (const inner of BIG)
    yield apart(of(t, body, withBody(t, term, arg(body, 0), inner)), body.op);
}

/** Σ a·b where Σ a · Σ b is meant. */
function* sumApart(t: Wrong['t'], term: Term): Generator<Mended> {
  if (!BIG.includes(term.op)) return;
  const body = arg(term, 2);
  if (body.op !== 'mul' && body.op !== 'div') return;
  const parts = body.args.map((part) => withBody(t, term, part));
  yield together(t.arena.make(body.op, parts), term.op);
}

/** Σ a · Σ b where Σ a·b is meant, also among other factors. */
function* factorsTogether(t: Wrong['t'], term: Term): Generator<Mended> {
  const { op, args } = term;
  const [a, b] = args as [Term, Term];
  if (op !== 'mul' && op !== 'div') return;
  if (a.op === 'sum' && isSameRange(a, b))
    yield apart(withBody(t, a, t.arena.make(op, [arg(a, 2), arg(b, 2)])), 'sum');
  // (c·Σ a)·Σ b is how c·Σ a·Σ b is read.
  const last = a.op === 'mul' ? arg(a, 1) : undefined;
  if (last?.op === 'sum' && isSameRange(last, b)) {
    const joined = withBody(t, last, t.arena.make(op, [arg(last, 2), arg(b, 2)]));
    yield apart(t.mul(arg(a, 0), joined), 'sum');
  }
  // Σ a/(c·Σ b), where Σ a/(c·b) is meant.
  const [c, below] = b.op === 'mul' ? (b.args as [Term, Term]) : [];
  if (op === 'div' && c && below && a.op === 'sum' && isSameRange(a, below) && c.loose === 0)
    yield apart(withBody(t, a, t.div(arg(a, 2), t.mul(c, arg(below, 2)))), 'sum');
}

/** exp(u)/c where exp(u/c) is meant: what belongs inside a function. */
function* throughFactor(t: Wrong['t'], { op, args }: Term): Generator<Mended> {
  if (!ARITHMETIC.includes(op)) return;
  const [a, b] = args as [Term, Term];
  // Of a factor before a power the factor's own power is what is missing.
  if (!isSum(op) && (a.op === 'pow' || b.op === 'pow')) return;
  for (const inner of ARITHMETIC) {
    if (isFunction(a)) yield apart(of(t, a, t.arena.make(inner, [arg(a, 0), b])), a.op);
    if (isFunction(b)) yield apart(of(t, b, t.arena.make(inner, [a, arg(b, 0)])), b.op);
  }
}

function* throughInverse(t: Wrong['t'], term: Term): Generator<Mended> {
  const { op, args } = term;
  const two = t.num(2);
  const pairs: readonly (readonly [Operator, (u: Term) => Term, (u: Term) => Term])[] = [
    ['log', t.log, t.exp],
    ['sqrt', t.sqrt, (u) => t.pow(u, two)],
  ];
  for (const [name, outer, inner] of pairs) {
    if (op === 'sum') yield apart(outer(withBody(t, term, inner(arg(term, 2)))), name);
    if (op === 'add' || op === 'sub') yield apart(outer(t.arena.make(op, args.map(inner))), name);
    else if (!term.value) yield apart(outer(t.add(t.num(1), inner(term))), name);
  }
}

/** u/a + u/b where u/(a + b) is meant. */
function* quotientTogether(t: Wrong['t'], { op, args }: Term): Generator<Mended> {
  const [a, b] = args as [Term, Term];
  if (!isSum(op) || a.op !== 'div' || b.op !== 'div' || arg(a, 0) !== arg(b, 0)) return;
  yield apart(t.div(arg(a, 0), t.arena.make(op, [arg(a, 1), arg(b, 1)])), 'div');
}

/** u/(a + b) where u/a + u/b is meant. */
function* quotientApart(t: Wrong['t'], { op, args }: Term): Generator<Mended> {
  const [u, below] = args as [Term, Term];
  if (op !== 'div' || !isSum(below.op)) return;
  const parts = below.args.map((part) => t.div(u, part));
  yield together(t.arena.make(below.op, parts), 'div');
}

const FUNCTIONS: ReadonlySet<Operator> = new Set<Operator>([
  'log',
  'log2',
  'log10',
  'exp',
  'sqrt',
  'abs',
  'relu',
  'tanh',
  'sigmoid',
  'pow',
  'softplus',
]);

/** A function of one argument, or a power with an exponent of its own. */
const isFunction = (term: Term): boolean =>
  FUNCTIONS.has(term.op) && (term.op !== 'pow' || arg(term, 1).loose === 0);

const isSum = (op: Operator): boolean => op === 'add' || op === 'sub';

const isSameFunction = (a: Term, b: Term): boolean =>
  a.op === b.op && a.args.slice(1).every((rest, k) => rest === b.args[k + 1]);

const isSameRange = (a: Term, b: Term): boolean =>
  a.op === b.op && arg(a, 0) === arg(b, 0) && arg(a, 1) === arg(b, 1);

/** The function of one term, of another. */
const of = ({ arena }: Wrong['t'], f: Term, inside: Term): Term =>
  arena.make(f.op, [inside, ...f.args.slice(1)]);

/** A sum or product over the same range with another body. */
const withBody = ({ arena }: Wrong['t'], term: Term, body: Term, op = term.op): Term =>
  arena.make(op, [arg(term, 0), arg(term, 1), body], '', term.letter);
