/** A wrong power, number, base, function or operation at one place. */
import type { Operator } from '../../term/operator.js';
import { add, type Rational, rational } from '../../term/rational.js';
import { arg, isNumber, type Term } from '../../term/term.js';
import type { Edit, MistakeKind, Wrong } from '../mistake.js';
import type { Place } from '../place.js';

/** A power for a product, another exponent, a root. */
export const wrongPowers = (about: Wrong): Generator<Edit> => changes(about, powers);

export const wrongOperations = (about: Wrong): Generator<Edit> => changes(about, changesAt);

/** One number for another. */
export const wrongNumbers = (about: Wrong): Generator<Edit> => changes(about, numbers);

type Changes = (about: Wrong, place: Place) => Generator<[MistakeKind, Term]>;

function* changes(about: Wrong, at: Changes): Generator<Edit> {
  for (const place of about.own)
    for (const [kind, to] of at(about, place)) {
      const sentence = `${about.instead(to, place.term)}${HINTS[kind] ?? ''}`;
      yield about.edit(kind, place, to, sentence);
    }
}

const HINTS: Partial<Record<MistakeKind, string>> = {
  base: ': is it the wrong base?',
};

function* changesAt(about: Wrong, place: Place): Generator<[MistakeKind, Term]> {
  yield* functions(about, place);
  const { term } = place;
  if (isFactorLike(term)) yield ['complement', about.t.sub(about.t.num(1), term)];
}

/** A number and a whole number more. */
const plus = (t: Wrong['t'], { value }: Term, by: number): Term =>
  t.num(add(value as Rational, rational(by)));

function* powers({ t }: Wrong, { term, parent }: Place): Generator<[MistakeKind, Term]> {
  const { op, args } = term;
  const [a, b] = args as [Term, Term];
  if (op === 'pow') {
    yield ['power', t.mul(b, a)];
    yield ['power', a];
    if (!b.value) yield ['power', t.pow(a, t.sub(b, t.num(1)))];
    if (!b.value) yield ['power', t.pow(a, t.add(b, t.num(1)))];
    yield ['power', t.pow(a, t.neg(b))];
    yield ['power', t.pow(b, a)];
  } else if (op === 'sqrt') yield ['power', a];
  else if (op === 'mul') {
    if (a.value) yield ['power', t.pow(b, a)];
    yield ['power', t.pow(a, b)];
    yield ['power', t.pow(b, a)];
  }
  if (term.value || parent?.term.op === 'pow') return;
  yield ['power', t.pow(term, t.num(2))];
  yield ['power', t.sqrt(term)];
  if (op === 'mul') {
    yield ['operation', t.add(a, b)];
    yield ['operation', t.div(a, b)];
    yield ['operation', t.div(b, a)];
  }
  if (op === 'add') yield ['operation', t.mul(a, b)];
}

const OTHERS: Partial<Record<Operator, readonly (readonly [MistakeKind, Operator])[]>> = {
  log: [
    ['base', 'log2'],
    ['base', 'log10'],
    ['function', 'exp'],
  ],
  log2: [
    ['base', 'log'],
    ['base', 'log10'],
  ],
  log10: [
    ['base', 'log'],
    ['base', 'log2'],
  ],
  exp: [['function', 'log']],
  sum: [
    ['operation', 'prod'],
    ['operation', 'max'],
  ],
  prod: [['operation', 'sum']],
  max: [
    ['operation', 'sum'],
    ['operation', 'min'],
  ],
  min: [['operation', 'max']],
  sigmoid: [
    ['function', 'softplus'],
    ['function', 'tanh'],
  ],
  softplus: [['function', 'sigmoid']],
  tanh: [['function', 'sigmoid']],
};

function* functions({ t }: Wrong, { term }: Place): Generator<[MistakeKind, Term]> {
  const { op, args, letter } = term;
  for (const [kind, other] of OTHERS[op] ?? []) yield [kind, t.arena.make(other, args, '', letter)];
  if (args.length !== 1 || op === 'neg' || op === 'app') return;
  yield ['sign', t.arena.make(op, [t.neg(arg(term, 0))])];
  yield ['function', arg(term, 0)];
}

function* numbers({ t }: Wrong, { term, parent }: Place): Generator<[MistakeKind, Term]> {
  const exponent = term.op === 'pow' ? arg(term, 1) : undefined;
  if (exponent?.value)
    for (const by of [-1, 1]) {
      const changed = plus(t, exponent, by);
      const base = arg(term, 0);
      yield ['power', isNumber(changed, 1) ? base : t.pow(base, changed)];
    }
  const isExponent = parent?.term.op === 'pow' && arg(parent.term, 1) === term;
  if (!term.value || isExponent) return;
  for (const other of [0, 1, 2, 3, 4]) if (!isNumber(term, other)) yield ['constant', t.num(other)];
  if (isNumber(term, 2) || isNumber(term, 4))
    yield ['constant', t.num({ n: 1n, d: term.value?.n ?? 2n })];
}

/** What may be meant as its complement: an entry, a symbol, a definition, a function's value. */
const isFactorLike = ({ op }: Term): boolean =>
  op === 'at' || op === 'sym' || op === 'app' || op === 'sigmoid' || op === 'exp';
