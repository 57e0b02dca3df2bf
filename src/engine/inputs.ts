/** The coordinates of a model as inputs that a reader can move, within what is declared. */
import type { Context, Declaration } from '../kernel/context.js';
import { decoratedName } from '../language/decorated-name.js';
import { approximate } from '../numeric/counterexample.js';
import type { Domain } from '../numeric/domain.js';
import { functionModel } from '../numeric/function-model.js';
import type { Coordinate, Model } from '../numeric/model.js';
import { symbolOf } from '../numeric/sample.js';
import type { Value } from '../numeric/value.js';
import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  parseRational,
  type Rational,
  rational,
  rationalText,
  subtract,
  toNumber,
  ZERO,
} from '../term/rational.js';
import type { InputReport, SymbolReport } from './request.js';

const NOTES: { readonly [kind in Declaration['kind']]?: string } = {
  simplex:
    'the entries of each row add up to 1: when one is moved, the others keep their proportions',
  'closed simplex':
    'the entries of each row add up to 1: when one is moved, the others keep their proportions',
  onehot: 'each row has one 1',
  'onehot or zero': 'each row has at most one 1',
  symmetric: 'the entries on the diagonal and below it',
  spd: 'the entries of a triangle L, of which this is L·Lᵀ',
};

/** The symbols of a model with their inputs, in the order of declaration. */
export function symbolsOf(
  context: Context,
  model: Model,
  hidden: ReadonlySet<string>,
): SymbolReport[] {
  const byName = new Map<string, InputReport[]>();
  for (const [key, coordinate] of model.coordinates) {
    const name = symbolOf(key);
    const declaration = context.declarations.get(name);
    if (!declaration || hidden.has(name)) continue;
    const inputs = byName.get(name) ?? [];
    inputs.push(inputOf(key, coordinate, declaration, model));
    byName.set(name, inputs);
  }
  return [...byName].map(([name, inputs]) => {
    const { kind } = context.declarations.get(name) as Declaration;
    const note = NOTES[kind];
    return { name: decoratedName(name), kind, inputs, ...(note ? { note } : {}) };
  });
}

function inputOf(
  key: string,
  { value, domain }: Coordinate,
  declaration: Declaration,
  model: Model,
): InputReport {
  const { name } = declaration;
  const options = optionsOf(key, domain, declaration);
  const isWeight = domain.role === 'weight';
  const bounds = isWeight
    ? { ...domain, upper: { at: ONE, open: domain.lower?.open === true } }
    : domain;
  const number = isWeight ? entryAt(model.values.get(name), key) : toNumber(value);
  const shown = decoratedName(name);
  const entry = `${declaration.kind === 'spd' ? `${shown}: L` : shown}${key.slice(name.length)}`;
  return {
    key,
    label: entry.replace(/ place$/, ''),
    value: number,
    ...boundsOf(bounds),
    ...(domain.whole ? { isWhole: true } : {}),
    ...(options ? { options } : {}),
  };
}

function boundsOf({ lower, upper }: Pick<Domain, 'lower' | 'upper'>): Partial<InputReport> {
  return {
    ...(lower ? { lower: toNumber(lower.at) } : {}),
    ...(upper ? { upper: toNumber(upper.at) } : {}),
    ...(lower?.open ? { isLowerOpen: true } : {}),
    ...(upper?.open ? { isUpperOpen: true } : {}),
  };
}

/** Most choices that are listed. */
const MOST_OPTIONS = 20;

/** What the values of a choice mean. */
function optionsOf(
  key: string,
  { role, lower, upper }: Domain,
  { kind, arity = 1 }: Declaration,
): InputReport['options'] {
  if (role !== 'choice' || !lower || !upper) return undefined;
  const [lo, hi] = [toNumber(lower.at), toNumber(upper.at)];
  if (hi - lo >= MOST_OPTIONS) return undefined;
  const labelOf = (value: number): string => {
    if (kind.endsWith('function')) return functionModel(kind, arity, value).text;
    if (kind === 'sign') return value === 0 ? '1' : '−1';
    if (key.endsWith(' place')) return kind !== 'onehot' && value === lo ? 'no 1' : `1 at ${value}`;
    return String(value);
  };
  return Array.from({ length: hi - lo + 1 }, (_, k) => ({ value: lo + k, label: labelOf(lo + k) }));
}

/** The indices in a key: 1 and 2 of `z[1,2]`. */
const indicesIn = (key: string): number[] =>
  /\[(.*)\]/.exec(key)?.[1]?.split(',').map(Number) ?? [];

function entryAt(value: Value | undefined, key: string): number {
  let found = value;
  for (const i of indicesIn(key))
    found = found?.kind === 'array' ? found.items[i - found.lo] : undefined;
  const number = found && approximate(found);
  return typeof number === 'number' ? number : Number.NaN;
}

/** The coordinates as texts, for the reader's next request. */
export const pointOf = (model: Model): Record<string, string> =>
  Object.fromEntries([...model.coordinates].map(([key, { value }]) => [key, rationalText(value)]));

/** The coordinates of a request; what is no number is left out. */
export function coordinatesIn(point: Readonly<Record<string, string>>): Map<string, Rational> {
  const found = new Map<string, Rational>();
  for (const [key, text] of Object.entries(point)) {
    const value = LONG.test(text) ? undefined : parseRational(text);
    if (value) found.set(key, value);
  }
  return found;
}

/** A number that is too long to be one that a reader has chosen. */
const LONG = /.{400}/;

/** Parts of a unit that an entry of an open simplex stays away from its ends. */
const MARGIN = rational(1, 1000);

/** The coordinates with one moved; a weight so that its entry becomes the number that is asked for. */
export function moved(model: Model, key: string, to: Rational): Map<string, Rational> {
  const all = new Map([...model.coordinates].map(([name, { value }]) => [name, value]));
  const own = model.coordinates.get(key);
  if (own?.domain.role !== 'weight') return all.set(key, to);
  const row = key.replace(/[^[,]+\]$/, '');
  const others = [...all].filter(([name]) => name !== key && name.replace(/[^[,]+\]$/, '') === row);
  const rest = others.reduce((sum, [, weight]) => add(sum, weight), ZERO);
  const isOpen = own.domain.lower?.open === true;
  const least = isOpen ? MARGIN : ZERO;
  const most = subtract(ONE, isOpen ? MARGIN : ZERO);
  const part = compare(to, least) < 0 ? least : compare(to, most) > 0 ? most : to;
  if (others.length === 0) return all;
  if (compare(part, ONE) === 0) {
    for (const [name] of others) all.set(name, ZERO);
    return all.set(key, ONE);
  }
  // With nothing in the others to keep in proportion, each takes the same.
  if (rest.n === 0n) {
    for (const [name] of others)
      all.set(name, divide(subtract(ONE, part), rational(others.length)));
    return all.set(key, part);
  }
  for (const [name, weight] of others)
    all.set(name, divide(multiply(weight, subtract(ONE, part)), rest));
  return all.set(key, part);
}
