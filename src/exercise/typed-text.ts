/**
 * What readers type, in the plain language: signs as the page shows them (Σ_{k=1..K}, ∂J/∂z, ŷ, ², δ),
 * powers of e, products without a sign. Only how a line is written changes here; what it means is read
 * afterwards, and shown to the reader.
 */
import type { Context } from '../kernel/context.js';
import { BUILTINS } from '../language/builtin.js';
import { decoratedName } from '../language/decorated-name.js';

/** The text with each way of writing that the language does not have replaced by one that it has. */
export function plainText(context: Context, text: string): string {
  const names = new Names(context);
  let plain = text
    .normalize('NFC')
    .replace(/[‐‑‒–−]/g, '-')
    .replace(/[×⋅∙·]/g, '*')
    .replace(/÷/g, '/');
  plain = plain.replace(
    /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
    (digits) => `^${[...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('')}`,
  );
  plain = plain.replace(NAME, (name) => names.plain(name));
  plain = derivatives(withRoundSigns(plain, names));
  plain = binders(plain);
  plain = plain
    .replace(/\|([^|]+)\|/g, 'abs($1)')
    .replace(/√/g, 'sqrt')
    .replace(/π/g, 'pi')
    .replace(/(?<![=<>!])=(?!=)/g, '==');
  if (!names.has('delta')) plain = plain.replace(/δ(?=\s*\()/g, 'delta');
  if (!names.has('sigma')) plain = plain.replace(/(?<![\p{L}_])(σ|sigma)(?=\s*\()/gu, 'sigmoid');
  if (!names.has('e')) plain = powersOfE(plain);
  return products(plain, names);
}

const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_₀-₉]*['′]*/gu;

/** The names of the document, by how they are shown. */
class Names {
  readonly #byShown = new Map<string, string>();
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
    for (const name of [...context.declarations.keys(), ...context.definitions.keys()])
      this.#byShown.set(decoratedName(name), name);
  }

  has(name: string): boolean {
    return this.#context.declarations.has(name) || this.#context.definitions.has(name);
  }

  plain(name: string): string {
    if (this.has(name)) return name;
    return this.#byShown.get(name.replace(/'/g, '′')) ?? this.#entry(name) ?? name;
  }

  /** `z_ab` as z[a,b], where z has two indices and the letters are names. */
  #entry(name: string): string | undefined {
    const [, head, letters] = /^(.+?)_(\p{L}+)$/u.exec(name) ?? [];
    const known = head && this.#byShown.get(head);
    const array = known ?? (head && this.has(head) ? head : undefined);
    if (!array || !letters) return undefined;
    const rank =
      this.#context.declarations.get(array)?.axes.length ??
      this.#context.definitions.get(array)?.parameters.length;
    const indices = [...letters];
    const isEntry = rank === indices.length && indices.every((letter) => this.has(letter));
    return isEntry ? `${array}[${indices.join(',')}]` : undefined;
  }

  /** A number, which may stand before a bracket as a factor. */
  isNumber(name: string): boolean {
    const { declarations, definitions } = this.#context;
    const declaration = declarations.get(name);
    if (declaration) return declaration.axes.length === 0 && !declaration.arity;
    return definitions.get(name)?.parameters.length === 0;
  }
}

/** Just past the bracket that closes the one at a place. */
function closing(text: string, at: number): number {
  let depth = 0;
  for (let k = at; k < text.length; k++) {
    if ('([{'.includes(text[k] as string)) depth++;
    else if (')]}'.includes(text[k] as string) && --depth === 0) return k + 1;
  }
  return text.length;
}

/** Just past a number, a bracket, a name with its indices or arguments. */
function operandEnd(text: string, from: number): number {
  let at = from;
  const number = /^\s*\d+(\.\d+)?/.exec(text.slice(at));
  if (number) return at + number[0].length;
  const name = /^\s*[\p{L}_][\p{L}\p{N}_]*'*/u.exec(text.slice(at));
  if (name) at += name[0].length;
  else {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    return '(['.includes(text[at] ?? ' ') ? closing(text, at) : from;
  }
  while ('(['.includes(text[at] ?? ' ')) at = closing(text, at);
  return at;
}

/** dJ/dz as ∂J/∂z, where J is a name and dJ is none. */
const withRoundSigns = (text: string, names: Names): string =>
  text.replace(
    /(?<![\p{L}\p{N}_])d([\p{L}_][\p{L}\p{N}_]*)\s*\/\s*d(?=[\p{L}_])/gu,
    (whole, name: string) => (names.has(name) && !names.has(`d${name}`) ? `∂${name}/∂` : whole),
  );

/** ∂J/∂z[a,b] and ∂/∂z (…), also of higher order. */
function derivatives(text: string): string {
  const above = /∂(?:\^\d+)?\s*([^∂/]*?)\s*\/\s*(?=∂)/gu;
  for (;;) {
    // The innermost comes last.
    const last = [...text.matchAll(above)].at(-1);
    if (!last) return text;
    const [whole, named = ''] = last;
    let at = last.index + whole.length;
    const targets: string[] = [];
    for (let found = TARGET.exec(text.slice(at)); found; found = TARGET.exec(text.slice(at))) {
      at += found[0].length;
      targets.unshift(found[1] as string);
    }
    if (targets.length === 0) return text;
    const end = named === '' ? operandEnd(text, at) : at;
    const body = named === '' ? text.slice(at, end) : named;
    text = `${text.slice(0, last.index)}diff(${body}, ${targets.join(', ')})${text.slice(end)}`;
  }
}

/** What stands below: a name with its indices. */
const TARGET = /^\s*∂\s*([\p{L}_][\p{L}\p{N}_]*'*(?:\[(?:[^[\]]|\[[^[\]]*\])*\])?)/u;

const BINDERS: Readonly<Record<string, string>> = { Σ: 'sum', Π: 'prod', '∑': 'sum', '∏': 'prod' };

/** Σ_{k=1..K} with the product after it. */
function binders(text: string): string {
  const sign = /([ΣΠ∑∏])_\{\s*([^=}]+?)\s*=\s*([^}]*)\}/u;
  // The innermost comes last.
  for (;;) {
    const all = [...text.matchAll(new RegExp(sign, 'gu'))];
    const last = all.at(-1);
    if (!last) return text;
    const [whole, big = 'Σ', letter = 'k', range = ''] = last;
    const start = last.index + whole.length;
    const end = productEnd(text, start);
    const body = text.slice(start, end).trim();
    const made = `${BINDERS[big]}(${letter} in ${range}, ${body})`;
    text = text.slice(0, last.index) + made + text.slice(end);
  }
}

/** Just past a product: it ends before a sum, a relation, a comma or a bracket that closes. */
function productEnd(text: string, from: number): number {
  let isStart = true;
  let k = from;
  for (; k < text.length; k++) {
    const sign = text[k] as string;
    if ('([{'.includes(sign)) k = closing(text, k) - 1;
    else if (')]},=<>'.includes(sign) || (!isStart && '+-'.includes(sign))) break;
    // After an operator a minus is a sign.
    isStart = sign === ' ' ? isStart : '*/^'.includes(sign) || (isStart && sign === '-');
  }
  return k;
}

/** e^-z and e^(u + v) as exponentials. */
function powersOfE(text: string): string {
  const sign = /(?<![\p{L}\p{N}_])e\s*\^\s*(-?)/u;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    const start = found.index + found[0].length;
    const end = operandEnd(text, start);
    if (end === start) return text;
    const inside = text.slice(start, end).trim();
    const bare = /^\((.*)\)$/s.exec(inside);
    const isWhole = bare && closing(inside, 0) === inside.length;
    const exponent = `${found[1]}${isWhole && !found[1] ? bare[1] : inside}`;
    text = `${text.slice(0, found.index)}exp(${exponent})${text.slice(end)}`;
  }
  return text;
}

/** Signs between factors that stand side by side: 2x, (u)(v), K log(x). */
function products(text: string, names: Names): string {
  const tokens = text.match(TOKEN) ?? [];
  let made = '';
  for (const [k, token] of tokens.entries()) {
    const before = tokens.slice(0, k).findLast((each) => each.trim() !== '');
    const gap = tokens[k - 1]?.trim() === '';
    const isFactor = before !== undefined && meets(before, token, gap, names);
    made += isFactor ? `*${token}` : token;
  }
  return made;
}

const TOKEN = /\s+|\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}\p{M}_]*'*|\.\.|./gsu;
const WORDS = new Set(['in', 'where', 'and', 'or', 'not', 'forall']);

const isName = (token: string): boolean => /^[\p{L}_]/u.test(token) && !WORDS.has(token);
const isNumber = (token: string): boolean => /^\d/.test(token);

function meets(before: string, token: string, gap: boolean, names: Names): boolean {
  const opens = token === '(' || isName(token) || (isNumber(token) && gap);
  if (!opens) return false;
  if (before === ')') return true;
  if (before === ']') return token !== '(' || gap;
  if (isNumber(before)) return token === '(' || isName(token);
  if (!isName(before)) return false;
  // A name before a bracket is a function, unless it is declared as a number.
  if (token === '(') return names.isNumber(before);
  return gap && !BUILTINS.has(before) && names.has(before);
}
