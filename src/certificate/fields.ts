/**
 * Reading plain JSON that may be hostile: every value is looked at before it is used, and what is
 * not as it should be is a CertificateError that names the place.
 */

/** A certificate that cannot be read, with the place and the reason. */
export class CertificateError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'CertificateError';
  }
}

/** Bounds on what is read; a message names the one that was met. */
export const BOUNDS = {
  terms: 500_000,
  proofs: 500_000,
  /** Arguments of arguments of a term. */
  nesting: 10_000,
  /** Premises of premises of a proof, which the checker follows by recursion. */
  depth: 1_000,
  /** Declarations, definitions or assumptions of a context. */
  context: 1_000,
  /** Distinct terms in a context and its claim. */
  statement: 50_000,
  /** Earlier claims that a proof leans on. */
  lemmas: 200,
  /** Number of entries of any other list. */
  list: 100_000,
  /** Characters of a name. */
  name: 200,
  /** Digits of a numerator or denominator. */
  digits: 1_000,
  /** Named bound indices, and indices that a substitution may leave open. */
  locals: 200,
} as const;

export const met = (bound: keyof typeof BOUNDS, place: string): CertificateError =>
  new CertificateError(`${place}: more than ${BOUNDS[bound]} (bound: ${bound})`);

export function demand(holds: boolean, place: string, reason: string): asserts holds {
  if (!holds) throw new CertificateError(`${place}: ${reason}`);
}

export type Fields = Readonly<Record<string, unknown>>;

/** An object with the required fields, perhaps the optional ones, and no others. */
export function readFields(
  value: unknown,
  place: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Fields {
  const fields = readObject(value, place);
  for (const name of required) demand(Object.hasOwn(fields, name), place, `${name} is missing`);
  for (const name of Object.keys(fields))
    demand(
      required.includes(name) || optional.includes(name),
      place,
      `there is no field ${JSON.stringify(name.slice(0, 40))}`,
    );
  return fields;
}

export function readObject(value: unknown, place: string): Fields {
  demand(
    typeof value === 'object' && value !== null && !Array.isArray(value),
    place,
    'an object is needed',
  );
  return value as Fields;
}

export function readList(
  value: unknown,
  place: string,
  bound: keyof typeof BOUNDS = 'list',
): readonly unknown[] {
  demand(Array.isArray(value), place, 'a list is needed');
  if (value.length > BOUNDS[bound]) throw met(bound, place);
  return value;
}

/** A list of exactly so many entries. */
export function readTuple(value: unknown, place: string, length: number): readonly unknown[] {
  const list = readList(value, place);
  demand(list.length === length, place, `a list of ${length} is needed`);
  return list;
}

export function readText(value: unknown, place: string): string {
  demand(typeof value === 'string', place, 'a text is needed');
  return value;
}

/** A whole number from 0 to less than `below`. */
export function readCount(value: unknown, place: string, below: number): number {
  demand(
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < below,
    place,
    `a whole number from 0 to ${below - 1} is needed`,
  );
  return value;
}

export function readChoice<T extends string>(
  value: unknown,
  place: string,
  choices: readonly T[],
): T {
  const found = choices.find((choice) => choice === value);
  demand(found !== undefined, place, `one of ${choices.join(', ')} is needed`);
  return found;
}

const SYMBOL = /^[\p{L}_][\p{L}\p{N}\p{M}_]*['′]*$/u;
const LABEL = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_'′.-]*$/u;

export const isSymbol = (text: string): boolean => SYMBOL.test(text);

/** The name of a symbol or definition. */
export const readSymbol = (value: unknown, place: string): string =>
  readMatching(value, place, SYMBOL, 'a name of letters and digits is needed');

/** The name of a claim or of an assumption. */
export const readLabel = (value: unknown, place: string): string =>
  readMatching(value, place, LABEL, 'a label of letters, digits and hyphens is needed');

function readMatching(value: unknown, place: string, shape: RegExp, reason: string): string {
  const text = readText(value, place);
  if (text.length > BOUNDS.name) throw met('name', place);
  demand(shape.test(text), place, reason);
  return text;
}
