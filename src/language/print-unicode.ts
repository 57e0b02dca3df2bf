/** Terms on one line as people write them: Σ, ∂J/∂z[a,b], ŷ, ·, −. For reading only. */
import type { Operator } from '../term/operator.js';
import { type Rational, rationalText } from '../term/rational.js';
import { arg, type Term } from '../term/term.js';
import { decoratedName } from './decorated-name.js';
import {
  layOut,
  type Notation,
  type Piece,
  type PrintOptions,
  type Surroundings,
} from './layout.js';
import {
  call,
  type Line,
  linePieces,
  listPieces,
  openBinder,
  rangePieces,
} from './line-notation.js';
import { decimalText, flattenDerivative, LEVEL, levelOf } from './notation.js';
import { sliceOf } from './slice.js';

const superscript = (digits: string): string =>
  digits.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit);

/** Denominators up to which a fraction is shown as one. */
const SMALL = 12n;

const number = (value: Rational): string => {
  const text = value.d <= SMALL ? rationalText(value) : (decimalText(value) ?? rationalText(value));
  return text.replace(/^-/, '−');
};

const LINE: Line = {
  infix: new Map<Operator, string>([
    ['implies', ' ⇒ '],
    ['or', ' ∨ '],
    ['and', ' ∧ '],
    ['eq', ' = '],
    ['ne', ' ≠ '],
    ['lt', ' < '],
    ['le', ' ≤ '],
    ['add', ' + '],
    ['sub', ' − '],
    ['mul', ' · '],
    ['div', '/'],
    ['pow', '^'],
  ]),
  minus: '−',
  not: '¬',
  forall: '∀ ',
  in: ' ∈ ',
  name: decoratedName,
  number,
};

const BIG: ReadonlyMap<Operator, string> = new Map<Operator, string>([
  ['sum', 'Σ'],
  ['prod', 'Π'],
  ['int', '∫'],
]);

const isBig = (term: Term): boolean =>
  BIG.has(term.op) || (term.op === 'diff' && !isShort(arg(term, 0)));

/** A function that is written right after the ∂. */
const isShort = (body: Term): boolean =>
  body.op === 'sym' || body.op === 'app' || body.op === 'bound' || body.op === 'meta';

const CONSTANTS: ReadonlyMap<Operator, string> = new Map<Operator, string>([
  ['pi', 'π'],
  ['inf', '∞'],
]);

const isSmallPower = (term: Term): boolean => {
  const value = arg(term, 1).value;
  return value !== undefined && value.d === 1n && value.n >= 0n && value.n < 100n;
};

/** A sum reaches over the product after it, so that only as the last factor it stands alone. */
function level(term: Term): number {
  if (isBig(term) || (term.op === 'mul' && isBig(arg(term, 1)))) return LEVEL.big;
  if (term.op === 'diff' || term.op === 'matmul') return LEVEL.product;
  if (term.op === 'num' && term.value && term.value.d > 1n && term.value.d <= SMALL)
    return term.value.n < 0n ? LEVEL.sum : LEVEL.product;
  return levelOf(term);
}

function pieces(term: Term, around: Surroundings): readonly Piece[] {
  const { letters } = around;
  const constant = CONSTANTS.get(term.op);
  if (constant) return [constant];
  const big = BIG.get(term.op);
  if (big) return bigPieces(big, term, around);
  switch (term.op) {
    case 'mul':
      if (!isBig(arg(term, 1))) break;
      return [
        { term: arg(term, 0), level: LEVEL.product, letters },
        ' · ',
        { term: arg(term, 1), level: LEVEL.big, letters },
      ];
    case 'pow':
      if (!isSmallPower(term)) break;
      return [
        { term: arg(term, 0), level: LEVEL.postfix, letters },
        superscript(String(arg(term, 1).value?.n)),
      ];
    case 'sqrt':
      return call('√', term.args, around);
    case 'delta':
      return call('δ', term.args, around);
    case 'transpose':
      return [{ term: arg(term, 0), level: LEVEL.atom, letters }, 'ᵀ'];
    case 'matmul':
      return [
        { term: arg(term, 0), level: LEVEL.product, letters },
        ' ',
        { term: arg(term, 1), level: LEVEL.factor, letters },
      ];
    case 'diff':
      return derivativePieces(term, around);
    case 'abs':
      return ['|', { term: arg(term, 0), level: LEVEL.any, letters }, '|'];
    case 'array':
      return slicePieces(term, around) ?? linePieces(LINE, term, around);
  }
  return linePieces(LINE, term, around);
}

/** `Σ_{k=1..K} p[k] · log(q[k])` */
function bigPieces(sign: string, term: Term, around: Surroundings): Piece[] {
  const { letter, condition, body } = openBinder(term, around, LEVEL.product);
  const where: Piece[] = condition ? [', ', condition] : [];
  const equals = term.op === 'int' ? '∈' : '=';
  return [
    `${sign}_{${decoratedName(letter)}${equals}`,
    ...rangePieces(term, around),
    ...where,
    '} ',
    body,
  ];
}

/** `∂J/∂z[a,b]`, `∂²J/∂x∂y`, `∂/∂x (x² + 1)` */
function derivativePieces(term: Term, around: Surroundings): Piece[] {
  const { letters } = around;
  const { body, targets } = flattenDerivative(term, around.isNamed);
  const order = targets.length === 1 ? '' : superscript(String(targets.length));
  const below = [...targets]
    .reverse()
    .flatMap((target): Piece[] => ['∂', { term: target, level: LEVEL.postfix, letters }]);
  return isShort(body)
    ? [`∂${order}`, { term: body, level: LEVEL.postfix, letters }, '/', ...below]
    : [`∂${order}/`, ...below, ' (', { term: body, level: LEVEL.any, letters }, ')'];
}

/** `z[i,:]` */
function slicePieces(term: Term, around: Surroundings): Piece[] | undefined {
  const slice = sliceOf(term, around.context);
  if (!slice) return undefined;
  const name = decoratedName(slice.name);
  if (slice.fixed.length === 0) return [name];
  const kept = Array.from({ length: slice.kept }, (): Piece => ',:');
  return [name, '[', ...listPieces(slice.fixed, around, ','), ...kept, ']'];
}

const UNICODE: Notation = {
  level,
  pieces,
  open: '(',
  close: ')',
  name: decoratedName,
  call: (name, letters) => `${name}(${letters.join(', ')})`,
  where: ' where ',
  also: ', ',
  is: ' = ',
};

/** The term in Unicode, on one line. */
export const printUnicode = (term: Term, options?: PrintOptions): string =>
  layOut(term, UNICODE, options);
