/**
 * Contexts in a certificate. What a declaration means is never read from a file: the context is
 * rebuilt from what was declared, and only stated assumptions are taken as they stand.
 */

import {
  type Axis,
  assume,
  type Context,
  type Declaration,
  type Definition,
  declare,
  define,
  emptyContext,
  type Hypothesis,
  type Kind,
  type Parameter,
} from '../kernel/context.js';
import { THEOREM, termsOf } from '../kernel/statement.js';
import type { Arena, Term } from '../term/term.js';
import {
  demand,
  type Fields,
  readChoice,
  readCount,
  readFields,
  readLabel,
  readList,
  readSymbol,
  readTuple,
} from './fields.js';
import { NameCheck } from './names.js';
import type { Entry } from './proofs.js';
import type { TermReader, TermWriter } from './terms.js';

/** Every kind, with the number of axes that it must have where that is fixed. */
const KINDS: Readonly<Record<Kind, { readonly axes?: number; readonly isFunction?: true }>> = {
  size: { axes: 0 },
  integer: {},
  index: { axes: 0 },
  label: {},
  real: {},
  positive: {},
  nonneg: {},
  unit: {},
  probability: {},
  binary: {},
  sign: {},
  onehot: {},
  'onehot or zero': {},
  simplex: {},
  'closed simplex': {},
  symmetric: { axes: 2 },
  spd: { axes: 2 },
  function: { axes: 0, isFunction: true },
  'smooth function': { axes: 0, isFunction: true },
  'increasing function': { axes: 0, isFunction: true },
};
const KIND_NAMES = Object.keys(KINDS) as Kind[];
/** Axes of an array, arguments of a function or definition. */
const MAX_ARGUMENTS = 16;

/** The context as plain JSON. Throws a CertificateError when it holds facts of unknown origin. */
export function writeContext(context: Context, terms: TermWriter): Entry {
  const { arena, declarations, definitions, hypotheses, conventions } = context;
  const plain = [...declarations.values()].reduce(declare, emptyContext(arena));
  for (const { name, proposition } of plain.hypotheses.values())
    demand(hypotheses.get(name)?.proposition === proposition, name, 'not the fact declared');
  const stated = [...hypotheses.values()].filter(({ name }) => !plain.hypotheses.has(name));
  return {
    declarations: [...declarations.values()].map((declaration) =>
      writeDeclaration(declaration, terms),
    ),
    definitions: [...definitions.values()].map(({ name, style, parameters, body }) => ({
      name,
      style,
      parameters: parameters.map((parameter) => writeParameter(parameter, terms)),
      body: terms.place(body),
    })),
    assumptions: stated
      .filter(({ name }) => !name.startsWith(THEOREM))
      .map(({ name, proposition }) => ({ name, proposition: terms.place(proposition) })),
    lemmas: stated
      .filter(({ name }) => name.startsWith(THEOREM))
      .map(({ name }) => name.slice(THEOREM.length)),
    conventions: [...conventions].sort(),
  };
}

const writeAxis = ({ lo, hi }: Axis, terms: TermWriter): number[] => [
  terms.place(lo),
  terms.place(hi),
];

const writeDeclaration = (
  { name, kind, axes, lower, upper, arity }: Declaration,
  terms: TermWriter,
): Entry => ({
  name,
  kind,
  axes: axes.map((axis) => writeAxis(axis, terms)),
  ...(lower ? { lower: terms.place(lower) } : {}),
  ...(upper ? { upper: terms.place(upper) } : {}),
  ...(arity === undefined ? {} : { arity }),
});

const writeParameter = ({ name, kind, axis }: Parameter, terms: TermWriter): Entry => ({
  name,
  kind,
  ...(axis ? { axis: writeAxis(axis, terms) } : {}),
});

/** A context read back, and what tells that a claim speaks of nothing else. */
export interface ReadContext {
  readonly context: Context;
  /** Throws unless every name in the term is declared or defined. */
  readonly requireNames: (term: Term, where: string) => void;
}

/** The context rebuilt. `lemma` gives what an earlier lemma says as a hypothesis. */
export function readContext(
  arena: Arena,
  terms: TermReader,
  value: unknown,
  where: string,
  lemma: (name: string, where: string) => Hypothesis,
): ReadContext {
  const reader = new ContextReader(emptyContext(arena), terms);
  const parts = ['declarations', 'definitions', 'assumptions', 'lemmas', 'conventions'];
  const fields = readFields(value, where, parts);
  const each = (part: string, read: (entry: unknown, place: string) => void): void =>
    readList(fields[part], `${where}.${part}`, 'context').forEach((entry, i) => {
      read(entry, `${where}.${part}[${i}]`);
    });
  each('declarations', (entry, place) => reader.declaration(entry, place));
  each('definitions', (entry, place) => reader.definition(entry, place));
  reader.requireOrder(where);
  each('assumptions', (entry, place) => reader.assumption(entry, place));
  each('lemmas', (entry, place) => reader.hypothesis(lemma(readLabel(entry, place), place), place));
  each('conventions', (entry, place) => reader.convention(entry, place));
  return { context: reader.context, requireNames: (term, at) => void reader.names.last(term, at) };
}

class ContextReader {
  context: Context;
  readonly names = new NameCheck();
  readonly #terms: TermReader;

  constructor(context: Context, terms: TermReader) {
    this.context = context;
    this.#terms = terms;
  }

  declaration(value: unknown, where: string): void {
    const optional = ['lower', 'upper', 'arity'];
    const fields = readFields(value, where, ['name', 'kind', 'axes'], optional);
    const name = this.#newName(fields.name, where);
    const kind = readChoice(fields.kind, `${where}.kind`, KIND_NAMES);
    const axes = readList(fields.axes, `${where}.axes`).map((axis) => this.#axis(axis, where));
    const { axes: count, isFunction } = KINDS[kind];
    demand(axes.length <= MAX_ARGUMENTS, where, 'too many axes');
    demand(count === undefined || axes.length === count, where, `a ${kind} has ${count} axes`);
    const [first, second] = axes;
    if (count === 2)
      demand(first?.lo === second?.lo && first?.hi === second?.hi, where, 'the axes differ');
    demand(
      (isFunction ?? false) === Object.hasOwn(fields, 'arity'),
      where,
      'functions have an arity',
    );
    const declaration: Declaration = {
      name,
      kind,
      axes,
      ...this.#bound(fields, 'lower', where),
      ...this.#bound(fields, 'upper', where),
      ...(isFunction
        ? { arity: readCount(fields.arity, `${where}.arity`, MAX_ARGUMENTS + 1) }
        : {}),
    };
    this.names.declare(name, declaration.arity);
    this.context = declare(this.context, declaration);
  }

  /** What a declaration says mentions only what was declared before it. */
  requireOrder(where: string): void {
    [...this.context.declarations.values()].forEach((declaration, k) => {
      for (const term of termsOf(declaration))
        demand(
          this.names.last(term, where) < k,
          where,
          `${declaration.name} is declared before what it depends on`,
        );
    });
  }

  definition(value: unknown, where: string): void {
    const fields = readFields(value, where, ['name', 'style', 'parameters', 'body']);
    const name = this.#newName(fields.name, where);
    const parameters = readList(fields.parameters, `${where}.parameters`).map((entry) =>
      this.#parameter(entry, where),
    );
    demand(parameters.length <= MAX_ARGUMENTS, where, 'too many parameters');
    const body = this.#terms.value(fields.body, `${where}.body`, parameters.length);
    const last = this.names.last(body, where);
    this.names.define(name, parameters.length, last);
    const style = readChoice(fields.style, where, ['value', 'indexed', 'function'] as const);
    this.context = define(this.context, { name, parameters, body, style } satisfies Definition);
  }

  assumption(value: unknown, where: string): void {
    const fields = readFields(value, where, ['name', 'proposition']);
    const name = readLabel(fields.name, `${where}.name`);
    const proposition = this.#terms.proposition(fields.proposition, where);
    this.names.last(proposition, where);
    this.hypothesis({ name, proposition }, where);
  }

  hypothesis(hypothesis: Hypothesis, where: string): void {
    demand(!this.context.hypotheses.has(hypothesis.name), where, `${hypothesis.name} stands twice`);
    this.context = assume(this.context, hypothesis);
  }

  convention(value: unknown, where: string): void {
    const convention = readChoice(value, where, ['0*log(0)'] as const);
    demand(!this.context.conventions.has(convention), where, 'stands twice');
    const conventions = new Set(this.context.conventions).add(convention);
    this.context = { ...this.context, conventions };
  }

  #newName(value: unknown, where: string): string {
    const name = readSymbol(value, `${where}.name`);
    const { declarations, definitions } = this.context;
    demand(!declarations.has(name) && !definitions.has(name), where, `${name} stands twice`);
    return name;
  }

  #axis(value: unknown, where: string): Axis {
    const [lo, hi] = readTuple(value, `${where}.axes`, 2);
    return {
      lo: this.#terms.value(lo, `${where}.axes`),
      hi: this.#terms.value(hi, `${where}.axes`),
    };
  }

  #bound(fields: Fields, name: 'lower' | 'upper', where: string): { [bound: string]: Term } {
    if (!Object.hasOwn(fields, name)) return {};
    return { [name]: this.#terms.value(fields[name], `${where}.${name}`) };
  }

  #parameter(value: unknown, where: string): Parameter {
    const fields = readFields(value, where, ['name', 'kind'], ['axis']);
    const name = readSymbol(fields.name, `${where}.parameters`);
    const kind = readChoice(fields.kind, where, ['index', 'real', 'array'] as const);
    if (!Object.hasOwn(fields, 'axis')) return { name, kind };
    return { name, kind, axis: this.#axis(fields.axis, where) };
  }
}
