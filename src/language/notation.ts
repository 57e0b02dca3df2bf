/**
 * What all printers share: how tightly each operator binds, and the operands' places. A term in a
 * place that asks for more is put in parentheses.
 */
import type { Operator } from '../term/operator.js';
import type { Rational } from '../term/rational.js';
import type { Term } from '../term/term.js';

/** From loosest to tightest. */
export const LEVEL = {
  any: 0,
  implication: 1,
  disjunction: 2,
  conjunction: 3,
  negation: 4,
  relation: 5,
  sum: 6,
  /** A sum sign and the product it reaches over: between the two. */
  big: 6.5,
  product: 7,
  factor: 8,
  power: 9,
  postfix: 10,
  atom: 11,
} as const;

export interface Infix {
  /** Level of the whole, and the least level of each operand. */
  readonly level: number;
  readonly left: number;
  readonly right: number;
}

const infix = (level: number, left: number, right: number): Infix => ({ level, left, right });
const relation = infix(LEVEL.relation, LEVEL.sum, LEVEL.sum);

export const INFIX: ReadonlyMap<Operator, Infix> = new Map<Operator, Infix>([
  ['implies', infix(LEVEL.implication, LEVEL.disjunction, LEVEL.implication)],
  ['or', infix(LEVEL.disjunction, LEVEL.disjunction, LEVEL.conjunction)],
  ['and', infix(LEVEL.conjunction, LEVEL.conjunction, LEVEL.negation)],
  ['eq', relation],
  ['ne', relation],
  ['lt', relation],
  ['le', relation],
  ['add', infix(LEVEL.sum, LEVEL.sum, LEVEL.big)],
  ['sub', infix(LEVEL.sum, LEVEL.sum, LEVEL.big)],
  ['mul', infix(LEVEL.product, LEVEL.product, LEVEL.factor)],
  ['div', infix(LEVEL.product, LEVEL.product, LEVEL.factor)],
  ['pow', infix(LEVEL.power, LEVEL.postfix, LEVEL.power)],
]);

/** The level at which a term stands when it is printed on one line. */
export function levelOf(term: Term): number {
  const known = INFIX.get(term.op);
  if (known) return known.level;
  switch (term.op) {
    case 'forall':
      return LEVEL.implication;
    case 'not':
      return LEVEL.negation;
    case 'in':
      return LEVEL.relation;
    case 'neg':
      return LEVEL.sum;
    case 'num':
      return numberLevel(term.value as Rational);
    case 'at':
      return LEVEL.postfix;
    case 'guard':
      return LEVEL.any;
    default:
      return LEVEL.atom;
  }
}

function numberLevel(value: Rational): number {
  if (value.n < 0n) return LEVEL.sum;
  return decimalText(value) === undefined ? LEVEL.product : LEVEL.atom;
}

/** Longest decimal, and most zeros at an end, that are written without a power of ten. */
const PLAIN_DIGITS = 15;
const PLAIN_ZEROS = 4;

/** A number as a decimal, exactly; undefined when its decimals do not end. */
export function decimalText(value: Rational): string | undefined {
  const places = decimalPlaces(value.d);
  if (places === undefined) return undefined;
  const digits = (value.n * 10n ** BigInt(places)) / value.d;
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString();
  if (places === 0) return wholeText(sign, text);
  if (places > PLAIN_DIGITS || places - text.length > PLAIN_ZEROS)
    return `${sign}${text}e-${places}`;
  const padded = text.padStart(places + 1, '0');
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

function wholeText(sign: string, text: string): string {
  const zeros = /0*$/.exec(text)?.[0].length ?? 0;
  if (text.length <= PLAIN_DIGITS || zeros <= PLAIN_ZEROS) return sign + text;
  return `${sign}${text.slice(0, -zeros)}e${zeros}`;
}

/** Number of decimal places of 1/d; undefined when there is no end to them. */
function decimalPlaces(d: bigint): number | undefined {
  let rest = d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/** The base of a nest of entries and all its indices: at(at(z, i), c) is z[i,c]. */
export function flattenEntry(term: Term): { base: Term; indices: Term[] } {
  const indices: Term[] = [];
  let base = term;
  while (base.op === 'at') {
    indices.push(base.args[1] as Term);
    base = base.args[0] as Term;
  }
  return { base, indices: indices.reverse() };
}

/** The body of a nest of derivatives and its variables, the innermost first. */
export function flattenDerivative(
  term: Term,
  isNamed: (term: Term) => boolean,
): { body: Term; targets: Term[] } {
  const targets: Term[] = [];
  let body = term;
  do {
    targets.push(body.args[1] as Term);
    body = body.args[0] as Term;
  } while (body.op === 'diff' && !isNamed(body));
  return { body, targets: targets.reverse() };
}
