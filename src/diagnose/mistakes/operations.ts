/** A wrong power, number, base, function or operation at one place. */
import { isBinder, type Operator } from '../../term/operator.js';
import { add, type Rational, rational } from '../../term/rational.js';
import { rebuild, subterms } from '../../term/substitution.js';
import { arg, isNumber, type Term } from '../../term/term.js';
import type { Edit, MistakeKind, Wrong } from '../mistake.js';
import type { Place } from '../place.js';

/** A power for a product, another exponent, a root. */
export const wrongPowers = (about: Wrong): Generator<Edit> => changes(about, powers);

/** Another function, base or operation. */
export const wrongOperations = (about: Wrong): Generator<Edit> => changes(about, functions);

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

/** What is meant as its complement: p for 1 − p. */
export const wrongComplements = (about: Wrong): Generator<Edit> => changes(about, complements);

function* complements({ t }: Wrong, { term }: Place): Generator<[MistakeKind, Term]> {
  if (isFactorLike(term)) yield ['complement', t.sub(t.num(1), term)];
}

/** Of a sum 0 is no term and of a product 1 no factor: what is too much is a term or a factor. */
const isNeutral = (value: number, op: Operator | undefined): boolean =>
  value === 0 ? op === 'add' || op === 'sub' : value === 1 && (op === 'mul' || op === 'div');

/** A function of the other side, or of a definition, that is not applied. */
export function* lostFunctions(about: Wrong): Generator<Edit> {
  const { context, other, wrong, t } = about;
  const found = new Set([...subterms(other), ...subterms(wrong)]);
  for (const { op, name } of found) {
    const body = op === 'app' ? context.definitions.get(name)?.body : undefined;
    for (const term of body ? subterms(body) : []) found.add(term);
  }
  const used = new Set([...found].map(({ op }) => op).filter((op) => APPLIED.has(op)));
  for (const place of about.own)
    for (const op of used) {
      const to = t.arena.make(op, [place.term]);
      const sentence = `${about.instead(to, place.term)}: was the function dropped?`;
      yield about.edit('function', place, to, sentence);
    }
}

const APPLIED: ReadonlySet<Operator> = new Set<Operator>([
  'log',
  'log2',
  'log10',
  'exp',
  'tanh',
  'sigmoid',
  'softplus',
  'relu',
  'abs',
]);

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
  if (term.value) return;
  if (parent?.term.op !== 'pow') {
    yield ['power', t.pow(term, t.num(2))];
    yield ['power', t.sqrt(term)];
  }
  if (op === 'mul') {
    yield ['operation', t.add(a, b)];
    yield ['operation', t.div(a, b)];
    yield ['operation', t.div(b, a)];
  }
  if (op === 'add') yield ['operation', t.mul(a, b)];
  if (op !== 'div' && parent?.term.op !== 'div') yield ['operation', t.div(t.num(1), term)];
}

const BASES = [2, 10] as const;

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
  if (op === 'exp') for (const base of BASES) yield ['base', t.pow(t.num(base), arg(term, 0))];
  if (op === 'pow' && BASES.some((base) => isNumber(arg(term, 0), base)))
    yield ['base', t.exp(arg(term, 1))];
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
  // log(u)/log(2) is a logarithm to base 2.
  if (parent?.term.op === 'log')
    for (const base of BASES) if (!isNumber(term, base)) yield ['base', t.num(base)];
  for (const other of [0, 1, 2, 3, 4])
    if (!isNumber(term, other) && !isNeutral(other, parent?.term.op))
      yield ['constant', t.num(other)];
  if (isNumber(term, 2) || isNumber(term, 4))
    yield ['constant', t.num({ n: 1n, d: term.value?.n ?? 2n })];
}

/** One function in place of another, wherever it is applied. */
export function* wrongFunctionsEverywhere(about: Wrong): Generator<Edit> {
  const { arena } = about.t;
  const used = new Set(subterms(about.wrong).map(({ op }) => op));
  for (const from of used)
    for (const [kind, to] of OTHERS[from] ?? []) {
      if (isBinder(from)) continue;
      const changed = rebuild(arena, about.wrong, ({ op, args }) =>
        op === from ? arena.make(to, args) : undefined,
      );
      const sentence = `it holds with ${to} in place of ${from} everywhere on the ${about.side}`;
      yield about.whole(kind, changed, sentence);
    }
}

/** What may be meant as its complement: an entry, a symbol, a definition, a function's value. */
const isFactorLike = ({ op }: Term): boolean =>
  op === 'at' || op === 'sym' || op === 'app' || op === 'sigmoid' || op === 'exp';
