/**
 * Terms in a certificate: a table in which every distinct term stands once, after its arguments.
 * Read back, a term is well-formed: numbers where numbers are due, conditions where conditions
 * are due, and nothing that only the rule book or the checker may say.
 */

import { targetSymbol } from '../kernel/scope.js';
import { isOperator, isProposition, OPERATORS, type Operator } from '../term/operator.js';
import { parseRational, type Rational, rationalText } from '../term/rational.js';
import type { Arena, Term } from '../term/term.js';
import { BOUNDS, demand, met, readCount, readList, readSymbol, readText } from './fields.js';

/** `["num", "1/2"]`, `["sym", "x"]`, `["bound", 0]`, `["app", "f", …]`, or the operator and places. */
export type TermEntry = readonly (string | number)[];

/** Collects terms for a certificate. */
export class TermWriter {
  readonly entries: TermEntry[] = [];
  /** The terms that the entries stand for. */
  readonly written: Term[] = [];
  readonly #places = new Map<Term, number>();

  /** The place of a term in the table; it and its subterms are entered if they are new. */
  place(root: Term): number {
    const stack = [root];
    for (let term = stack.at(-1); term; term = stack.at(-1)) {
      const missing = term.args.filter((child) => !this.#places.has(child));
      if (missing.length > 0) {
        stack.push(...missing.reverse());
        continue;
      }
      stack.pop();
      if (this.#places.has(term)) continue;
      this.#places.set(term, this.entries.length);
      this.entries.push(this.#entry(term));
      this.written.push(term);
    }
    return this.#places.get(root) as number;
  }

  #entry(term: Term): TermEntry {
    if (term.value) return ['num', rationalText(term.value)];
    if (term.op === 'bound') return ['bound', term.index];
    const places = term.args.map((child) => this.#places.get(child) as number);
    return term.name === '' ? [term.op, ...places] : [term.op, term.name, ...places];
  }
}

/** The table read back. */
export class TermReader {
  readonly #terms: Term[] = [];
  readonly #depths: number[] = [];
  /** Whether the proposition speaks of having a value, which is not a matter of values. */
  readonly #speaksOfValue: boolean[] = [];
  readonly #arena: Arena;

  /** `letters` says how the indices are printed that the terms at these places bind. */
  constructor(arena: Arena, table: unknown, letters: ReadonlyMap<number, string> = new Map()) {
    this.#arena = arena;
    readList(table, 'terms', 'terms').forEach((entry, i) => {
      this.#letter = letters.get(i) ?? '';
      this.#terms.push(this.#read(entry, `terms[${i}]`));
    });
  }

  /** A number, array or function value without open indices. */
  value(place: unknown, where: string, loose = 0): Term {
    const term = this.#at(place, where, loose);
    demand(!isProposition(term.op), where, 'a condition stands where a number is needed');
    return term;
  }

  proposition(place: unknown, where: string, loose = 0): Term {
    const term = this.#at(place, where, loose);
    demand(isProposition(term.op), where, 'a condition is needed');
    return term;
  }

  #at(place: unknown, where: string, loose: number): Term {
    const term = this.#terms[readCount(place, where, this.#terms.length)] as Term;
    demand(term.loose <= loose, where, 'an index is bound nowhere');
    return term;
  }

  #read(value: unknown, where: string): Term {
    const [op, ...rest] = readList(value, where);
    const name = readText(op, where);
    demand(isOperator(name) && !FORBIDDEN.has(name), where, 'there is no such operator');
    const term = this.#make(name, rest, where);
    this.#depths.push(this.#depth);
    this.#speaksOfValue.push(this.#speaks);
    return term;
  }

  #depth = 0;
  #speaks = false;
  #letter = '';

  #make(op: Operator, rest: readonly unknown[], where: string): Term {
    this.#depth = 0;
    this.#speaks = op === 'defined' || op === 'differentiable';
    if (op === 'num' || op === 'sym' || op === 'bound') {
      demand(rest.length === 1, where, `${op} takes one entry`);
      if (op === 'num') return this.#arena.num(readNumber(rest[0], where));
      if (op === 'sym') return this.#arena.sym(readName(rest[0], where));
      return this.#arena.bound(readCount(rest[0], where, BOUNDS.locals));
    }
    const name = op === 'app' ? readSymbol(rest[0], where) : '';
    const places = op === 'app' ? rest.slice(1) : rest;
    const { arity } = OPERATORS[op];
    demand(arity < 0 || places.length === arity, where, `${op} takes ${arity} arguments`);
    const args = places.map((place, i) => this.#argument(op, place, i, where));
    if (this.#depth > BOUNDS.nesting) throw met('nesting', where);
    requireTargets(op, args, where);
    return this.#arena.make(op, args, name, this.#letter);
  }

  #argument(op: Operator, place: unknown, i: number, where: string): Term {
    const at = readCount(place, where, this.#terms.length);
    const child = this.#terms[at] as Term;
    demand(child.op !== 'variables', where, 'a list of variables is no value');
    const isCondition = takesCondition(op, i);
    demand(
      isProposition(child.op) === isCondition,
      where,
      `argument ${i + 1} of ${op} must ${isCondition ? '' : 'not '}be a condition`,
    );
    const speaks = this.#speaksOfValue[at] as boolean;
    demand(
      !speaks || isProposition(op),
      where,
      'whether a value exists is not a condition on values',
    );
    this.#speaks ||= speaks;
    this.#depth = Math.max(this.#depth, (this.#depths[at] as number) + 1);
    return child;
  }
}

/** Operators of the rule book and of the checker's own propositions. */
const FORBIDDEN: ReadonlySet<Operator> = new Set<Operator>([
  'meta',
  'free',
  'near',
  'any',
  'zeroLogZero',
]);

function takesCondition(op: Operator, i: number): boolean {
  switch (op) {
    case 'and':
    case 'or':
    case 'not':
    case 'implies':
      return true;
    case 'iverson':
    case 'if':
    case 'guard':
      return i === 0;
    case 'forall':
      return i === 2;
    default:
      return false;
  }
}

/** A derivative is by an entry of a symbol, an optimum over symbols. */
function requireTargets(op: Operator, args: readonly Term[], where: string): void {
  const isSymbol = (term: Term | undefined): boolean =>
    term?.op === 'sym' && !term.name.startsWith('$');
  if (op === 'diff' || op === 'differentiable') {
    const target = args[1];
    demand(isSymbol(target && targetSymbol(target)), where, 'a derivative is by a symbol');
  }
  if (op === 'argmin' || op === 'argmax')
    demand(args.length > 1 && args.slice(1).every(isSymbol), where, 'an optimum is over symbols');
}

/** A declared symbol or a local index `$n`. */
function readName(value: unknown, where: string): string {
  const name = readText(value, where);
  if (!/^\$(0|[1-9]\d{0,3})$/.test(name)) return readSymbol(name, where);
  if (Number(name.slice(1)) >= BOUNDS.locals) throw met('locals', where);
  return name;
}

/** A rational number in lowest terms. */
export function readNumber(value: unknown, where: string): Rational {
  const text = readText(value, where);
  if (text.length > 2 * BOUNDS.digits) throw met('digits', where);
  const number = /^-?\d+(\/\d+)?$/.test(text) ? parseRational(text) : undefined;
  demand(
    number !== undefined && rationalText(number) === text,
    where,
    'not a number in lowest terms',
  );
  return number;
}
