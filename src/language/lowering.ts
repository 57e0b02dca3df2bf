/**
 * Surface terms to core terms. In the core an array is a comprehension or merely named, and all
 * operations on whole arrays are written out entry by entry; an entry of a comprehension is the
 * instance of its body. Nothing else is changed: numbers and functions stay as they were written.
 */
import type { Context, Definition, Parameter } from '../kernel/context.js';
import type { Operator } from '../term/operator.js';
import { close, instantiate } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { lowerArrayOperation } from './array-operation.js';
import { BOUNDS, boundMet } from './bounds.js';
import { bracket, everywhere, guarded } from './condition-lowering.js';
import { LanguageError } from './language-error.js';
import { Shapes, UnknownShape } from './shapes.js';
import { INTEGER, REAL } from './sorts.js';
import { byDefined } from './varied.js';

/** Operators whose first argument may go on for very long: a sum of thousands of terms. */
const SPINE: ReadonlySet<Operator> = new Set<Operator>([
  ...(['add', 'sub', 'mul', 'div', 'and', 'or'] as const),
  ...(['at', 'neg', 'maximum', 'minimum', 'transpose'] as const),
]);

interface LoweredDefinition {
  /** Undefined where the body only makes sense at its uses, and is put there. */
  readonly core: Definition | undefined;
  /** Number of parameters beyond the written ones: the axes of an array-valued body. */
  readonly extra: number;
}

export class Lowering {
  readonly shapes: Shapes;
  /** Variables that stand for a step of a defined quantity: each is 0. */
  readonly steps = new Set<string>();
  readonly #done = new Map<number, Term>();
  readonly #definitions = new Map<Definition, LoweredDefinition>();
  /** Number of definitions that are being written out inside one another. */
  #uses = 0;
  #context: Context;

  constructor(context: Context) {
    this.#context = context;
    this.shapes = new Shapes(context);
  }

  /** Goes on with a context that declares or defines more. */
  extend(context: Context): void {
    this.#context = context;
    this.shapes.extend(context);
  }

  /** The core form of a term. Throws LanguageError where shapes do not fit. */
  lower(root: Term): Term {
    const chain: Term[] = [];
    let node = root;
    while (SPINE.has(node.op) && !this.#done.has(node.id)) {
      chain.push(node);
      node = arg(node, 0);
    }
    let result = this.#done.get(node.id) ?? this.#remember(node, this.#node(node));
    for (let next = chain.pop(); next; next = chain.pop())
      result = this.#remember(next, this.#spine(next, result));
    return result;
  }

  #remember(node: Term, result: Term): Term {
    this.#done.set(node.id, result);
    return result;
  }

  /** A node of the spine, its first argument being lowered. */
  #spine(node: Term, first: Term): Term {
    const { shapes } = this;
    const make = (op: Operator, ...args: Term[]): Term => shapes.arena.make(op, args);
    if (node.op === 'transpose') return lowerArrayOperation(shapes, 'transpose', [first]);
    if (node.op === 'neg') return shapes.map([first], ([u]) => make('neg', u as Term));
    const second = this.lower(arg(node, 1));
    if (node.op === 'at') return shapes.entry(first, second);
    const [a, b] = [shapes.rank(first), shapes.rank(second)];
    if (a === 0 && b === 0) return make(node.op, first, second);
    if (a === 0) return shapes.map([second], ([v]) => make(node.op, first, v as Term));
    if (b === 0) return shapes.map([first], ([u]) => make(node.op, u as Term, second));
    return shapes.map([first, second], (entries) => make(node.op, ...entries));
  }

  #node(node: Term): Term {
    const { arena } = this.shapes;
    switch (node.op) {
      case 'num':
      case 'sym':
      case 'bound':
        return node;
      case 'sum':
      case 'prod':
      case 'max':
      case 'min':
      case 'int':
      case 'array':
      case 'forall':
        return this.#binder(node);
      case 'app':
        return this.#application(node);
      case 'diff':
        return this.#derivative(this.lower(arg(node, 0)), this.lower(arg(node, 1)));
      case 'if':
        return this.#conditional(node);
      case 'iverson':
        return bracket(this.shapes, this.lower(arg(node, 0)));
      case 'delta':
        return bracket(this.shapes, arena.make('eq', this.#arguments(node)));
      case 'eq':
      case 'ne':
      case 'lt':
      case 'le':
        return this.#comparison(node);
      case 'argmin':
      case 'argmax':
        return arena.make(node.op, [this.lower(arg(node, 0)), ...node.args.slice(1)]);
      case 'log2':
      case 'log10': {
        const base = arena.num(node.op === 'log2' ? 2 : 10);
        const logs = [this.lower(arg(node, 0)), base].map((u) => arena.make('log', [u]));
        return arena.make('div', logs);
      }
      default:
        return lowerArrayOperation(this.shapes, node.op, this.#arguments(node), node);
    }
  }

  #arguments(node: Term): Term[] {
    return node.args.map((child) => this.lower(child));
  }

  /** The condition of a binder's body becomes a factor, a choice or a premise; max and min keep it. */
  #binder(node: Term): Term {
    const { shapes } = this;
    const axis = { lo: this.lower(arg(node, 0)), hi: this.lower(arg(node, 1)) };
    const body = (index: Term): Term => {
      const open = instantiate(shapes.arena, arg(node, 2), [index]);
      if (open.op !== 'guard') return this.lower(open);
      const condition = this.lower(arg(open, 0));
      return shapes.map([this.lower(arg(open, 1))], ([value]) =>
        guarded(shapes, node.op, condition, value as Term),
      );
    };
    return node.op === 'array' || node.op === 'forall'
      ? shapes.bind(node.op, axis, node.letter, body)
      : shapes.bindEntries(node.op, axis, node.letter, body);
  }

  #conditional(node: Term): Term {
    const [condition, yes, no] = this.#arguments(node) as [Term, Term, Term];
    return this.shapes.map([yes, no], (entries) =>
      this.shapes.arena.make('if', [condition, ...entries]),
    );
  }

  /** Arrays are compared entry by entry. */
  #comparison(node: Term): Term {
    const { shapes } = this;
    const [left, right] = this.#arguments(node) as [Term, Term];
    if (shapes.rank(left) > 0 && node.op === 'ne')
      throw new LanguageError('arrays are compared by == and <=, not by !=');
    return everywhere(
      shapes.arena,
      shapes.map([left, right], (sides) => shapes.arena.make(node.op, sides)),
    );
  }

  /** Partials of each entry, by each entry. */
  #derivative(body: Term, target: Term): Term {
    const { shapes } = this;
    return shapes.map([body], ([entry]) =>
      shapes.map([target], ([by]) => this.#partial(entry as Term, by as Term)),
    );
  }

  #partial(entry: Term, by: Term): Term {
    const { shapes } = this;
    const isDefined = by.op === 'app' && this.#context.definitions.has(by.name);
    if (!isDefined) return shapes.arena.make('diff', [entry, by]);
    const core = (definition: Definition) => this.definition(definition).core;
    const term = byDefined({ shapes, context: this.#context, core }, entry, by);
    this.steps.add(arg(term, 1).name);
    // Where there is no such entry there is no derivative by it.
    return shapes.arena.make('add', [term, shapes.arena.make('mul', [shapes.arena.num(0), by])]);
  }

  #application(node: Term): Term {
    const { arena } = this.shapes;
    const definition = this.#context.definitions.get(node.name);
    if (!definition) return arena.make('app', this.#arguments(node), node.name);
    const { core, extra } = this.definition(definition);
    if (!core) return this.#written(definition, node.args);
    const args = this.#arguments(node);
    if (extra === 0) return arena.make('app', args, node.name);
    return this.#rows(node.name, args, core.parameters.slice(-extra));
  }

  /** The body of a definition in the place of its use. */
  #written(definition: Definition, args: readonly Term[]): Term {
    if (this.#uses >= BOUNDS.nesting / 4)
      throw boundMet('nesting', `the definition of ${definition.name} is nested too deeply`);
    this.#uses++;
    try {
      return this.lower(instantiate(this.shapes.arena, definition.body, args));
    } finally {
      this.#uses--;
    }
  }

  /** The array that a definition with an array as its body stands for. */
  #rows(name: string, args: readonly Term[], parameters: readonly Parameter[]): Term {
    const [first, ...rest] = parameters;
    if (!first?.axis) return this.shapes.arena.make('app', args, name);
    return this.shapes.bind('array', first.axis, first.name, (index) =>
      this.#rows(name, [...args, index], rest),
    );
  }

  /** The core form of a definition: an array-valued one gets its axes as further parameters. */
  definition(definition: Definition): LoweredDefinition {
    const found = this.#definitions.get(definition);
    if (found) return found;
    // In the order of the text, so that a long chain of definitions needs no deep recursion.
    for (const earlier of this.#context.definitions.values()) {
      if (earlier === definition) break;
      if (!this.#definitions.has(earlier))
        this.#definitions.set(earlier, this.#lowerDefinition(earlier));
    }
    const lowered = this.#lowerDefinition(definition);
    this.#definitions.set(definition, lowered);
    return lowered;
  }

  #lowerDefinition(definition: Definition): LoweredDefinition {
    const { shapes } = this;
    const ranks = shapes.sorts.parameterRanks(definition);
    const symbols = definition.parameters.map((parameter, k) =>
      shapes.sorts.open(
        parameter.name,
        parameter.kind === 'index' ? INTEGER : { ...REAL, rank: ranks[k] ?? 0 },
      ),
    );
    const open = instantiate(shapes.arena, definition.body, symbols);
    try {
      const body = this.lower(open);
      if (shapes.rank(body) === 0) {
        const closed = close(shapes.arena, body, symbols);
        return { core: { ...definition, body: closed }, extra: 0 };
      }
      if (definition.style === 'function') return { core: undefined, extra: 0 };
      return this.#arrayDefinition(definition, body, symbols);
    } catch (error) {
      if (error instanceof UnknownShape) return { core: undefined, extra: 0 };
      throw error;
    }
  }

  #arrayDefinition(
    definition: Definition,
    body: Term,
    symbols: readonly Term[],
  ): LoweredDefinition {
    const { shapes } = this;
    const all = [...symbols];
    const parameters = [...definition.parameters];
    let entry = body;
    while (shapes.rank(entry) > 0) {
      const axis = shapes.axis(entry);
      if (close(shapes.arena, axis.lo, all).loose + close(shapes.arena, axis.hi, all).loose > 0)
        throw new LanguageError('the rows of this array are of different lengths');
      const name = unusedLetter(shapes.letter(entry, axis), parameters);
      const symbol = shapes.sorts.open(name, INTEGER);
      all.push(symbol);
      parameters.push({ name, kind: 'index', axis });
      entry = shapes.entry(entry, symbol);
    }
    const core: Definition = {
      name: definition.name,
      style: 'indexed',
      parameters,
      body: close(shapes.arena, entry, all),
    };
    return { core, extra: parameters.length - definition.parameters.length };
  }

  /** Both sides, entry by entry, with the indices that were opened. */
  entries(left: Term, right: Term): { left: Term; right: Term } {
    const [a, b] = [this.lower(left), this.lower(right)];
    this.shapes.map([a, b], ([u]) => u as Term);
    return { left: a, right: b };
  }
}

const unusedLetter = (letter: string, parameters: readonly Parameter[]): string => {
  let name = letter;
  while (parameters.some((parameter) => parameter.name === name)) name += "'";
  return name;
};
