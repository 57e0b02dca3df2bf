/**
 * The sort of a term: how many axes it has, and whether it is a whole number (so that it may be
 * an index), a condition or a set of minimisers. Computed from the term alone, each distinct node
 * once, without recursion.
 *
 * A loose bound index counts as a whole number. That is right for every binder but `int`, and an
 * integral is never a whole number whatever its body is.
 */
import type { Context, Definition, Kind } from '../kernel/context.js';
import { boundArgument } from '../term/operator.js';
import { instantiate } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';

export interface Sort {
  readonly rank: number;
  readonly kind: 'real' | 'integer' | 'condition' | 'set';
}

export const REAL: Sort = { rank: 0, kind: 'real' };
export const INTEGER: Sort = { rank: 0, kind: 'integer' };
const CONDITION: Sort = { rank: 0, kind: 'condition' };
const SET: Sort = { rank: 0, kind: 'set' };

const INTEGER_KINDS: ReadonlySet<Kind> = new Set(['size', 'integer', 'index', 'label']);

/** True of declarations whose entries are whole numbers that may serve as an index. */
export const isIntegerKind = (kind: Kind): boolean => INTEGER_KINDS.has(kind);

export const isFunctionKind = (kind: Kind): boolean =>
  kind === 'function' || kind === 'smooth function' || kind === 'increasing function';

export class Sorts {
  readonly #known = new Map<number, Sort>();
  readonly #locals = new Map<string, Sort>();
  readonly #definitions = new Map<Definition, Sort>();

  readonly #ranks = new Map<Definition, readonly number[]>();
  #context: Context;
  #fresh = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Goes on with a context that declares or defines more. */
  extend(context: Context): void {
    this.#context = context;
  }

  /** A new symbol of this sort, with a name that no text contains. */
  open(letter: string, sort: Sort): Term {
    const symbol = this.#context.arena.sym(`${letter}%${this.#fresh++}`);
    this.setLocal(symbol, sort);
    return symbol;
  }

  /** Gives a free symbol that is not declared (an opened index, a parameter) its sort. */
  setLocal(symbol: Term, sort: Sort): void {
    this.#locals.set(symbol.name, sort);
    this.#known.set(symbol.id, sort);
  }

  of(root: Term): Sort {
    const stack = [root];
    while (stack.length > 0) {
      const node = stack[stack.length - 1] as Term;
      const missing = this.#known.has(node.id)
        ? []
        : node.args.filter((child) => !this.#known.has(child.id));
      if (missing.length > 0) {
        for (const child of missing) stack.push(child);
        continue;
      }
      stack.pop();
      if (!this.#known.has(node.id)) this.#known.set(node.id, this.#compute(node));
    }
    return this.#known.get(root.id) ?? REAL;
  }

  rank(term: Term): number {
    return this.of(term).rank;
  }

  isInteger(term: Term): boolean {
    const sort = this.of(term);
    return sort.kind === 'integer' && sort.rank === 0;
  }

  #arg(node: Term, i: number): Sort {
    return this.#known.get(arg(node, i).id) ?? REAL;
  }

  /** The sort of a node whose arguments are known. */
  #compute(node: Term): Sort {
    switch (node.op) {
      case 'num':
        return node.value?.d === 1n ? INTEGER : REAL;
      case 'bound':
        return INTEGER;
      case 'sym':
        return this.#symbol(node.name);
      case 'at':
        return { ...this.#arg(node, 0), rank: Math.max(0, this.#arg(node, 0).rank - 1) };
      case 'add':
      case 'sub':
      case 'mul':
      case 'maximum':
      case 'minimum':
        return this.#both(this.#arg(node, 0), this.#arg(node, 1));
      case 'neg':
      case 'transpose':
        return this.#arg(node, 0);
      case 'if':
        return this.#both(this.#arg(node, 1), this.#arg(node, 2));
      case 'sum':
      case 'prod':
      case 'max':
      case 'min':
        return this.#arg(node, 2);
      case 'guard':
        return this.#arg(node, 1);
      case 'app':
        return this.#application(node);
      case 'argmin':
      case 'argmax':
        return SET;
      default:
        return this.#computeRank(node);
    }
  }

  #computeRank(node: Term): Sort {
    switch (node.op) {
      case 'div':
      case 'softmax':
      case 'inv':
        return array(this.#arg(node, 0).rank);
      case 'array':
        return { ...this.#arg(node, 2), rank: 1 + this.#arg(node, 2).rank };
      case 'diff':
        return array(this.#arg(node, 0).rank + this.#arg(node, 1).rank);
      case 'matmul':
        return array(Math.max(0, this.#arg(node, 0).rank + this.#arg(node, 1).rank - 2));
      case 'diag':
        return array(this.#arg(node, 0).rank === 1 ? 2 : 1);
      case 'outer':
      case 'eye':
        return array(2);
      case 'ones':
        return array(1);
      case 'true':
      case 'false':
      case 'eq':
      case 'ne':
      case 'lt':
      case 'le':
      case 'and':
      case 'or':
      case 'not':
      case 'implies':
      case 'forall':
      case 'in':
      case 'integer':
      case 'defined':
      case 'differentiable':
      case 'free':
        return CONDITION;
      default:
        return REAL;
    }
  }

  #both(a: Sort, b: Sort): Sort {
    const rank = Math.max(a.rank, b.rank);
    return a.kind === 'integer' && b.kind === 'integer'
      ? { rank, kind: 'integer' }
      : a.kind === 'condition'
        ? a
        : array(rank);
  }

  #symbol(name: string): Sort {
    const local = this.#locals.get(name);
    if (local) return local;
    const declaration = this.#context.declarations.get(name);
    if (!declaration) return REAL;
    const kind = isIntegerKind(declaration.kind) ? 'integer' : 'real';
    return { rank: declaration.axes.length, kind };
  }

  /** An application to more arguments than parameters is an entry of an array-valued one. */
  #application(node: Term): Sort {
    const definition = this.#context.definitions.get(node.name);
    if (!definition) return REAL;
    // In the order of the text, so that a long chain of definitions needs no deep recursion.
    if (!this.#definitions.has(definition))
      for (const earlier of this.#context.definitions.values()) {
        this.definition(earlier);
        if (earlier === definition) break;
      }
    const sort = this.definition(definition);
    const extra = node.args.length - definition.parameters.length;
    return extra > 0 ? { ...sort, rank: Math.max(0, sort.rank - extra) } : sort;
  }

  /** Number of axes of each parameter of a definition. */
  parameterRanks(definition: Definition): readonly number[] {
    const found = this.#ranks.get(definition);
    if (found) return found;
    const ranks = parameterRanks(definition);
    this.#ranks.set(definition, ranks);
    return ranks;
  }

  /** The sort of the body of a definition, its parameters being what its body makes of them. */
  definition(definition: Definition): Sort {
    const found = this.#definitions.get(definition);
    if (found) return found;
    const arena = this.#context.arena;
    const ranks = this.parameterRanks(definition);
    const symbols = definition.parameters.map((parameter, k) => {
      const kind = parameter.kind === 'index' ? 'integer' : 'real';
      return this.open(parameter.name, { rank: ranks[k] ?? 0, kind });
    });
    const sort = this.of(instantiate(arena, definition.body, symbols));
    this.#definitions.set(definition, sort);
    return sort;
  }
}

const array = (rank: number): Sort => (rank === 0 ? REAL : { rank, kind: 'real' });

/** Number of axes of each parameter of a definition, read off its use in the body. */
function parameterRanks(definition: Definition): number[] {
  const count = definition.parameters.length;
  const ranks: number[] = definition.parameters.map((parameter) =>
    parameter.kind === 'array' ? 1 : 0,
  );
  visitLoose(definition.body, (index, rank) => {
    const k = count - 1 - index;
    if (definition.parameters[k]?.kind === 'array') ranks[k] = Math.max(ranks[k] ?? 0, rank);
  });
  return ranks;
}

/** Calls `found` with every loose index of the term and the number of axes its place asks for. */
function visitLoose(root: Term, found: (index: number, rank: number) => void): void {
  const seen = new Set<string>();
  const stack: [Term, number, number][] = [[root, 0, 0]];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const [node, depth, rank] = entry;
    const key = `${node.id},${depth},${rank}`;
    if (node.loose <= depth || seen.has(key)) continue;
    seen.add(key);
    if (node.op === 'bound') found(node.index - depth, rank);
    node.args.forEach((child, i) => {
      const under = i === boundArgument(node.op) ? depth + 1 : depth;
      stack.push([child, under, rankAsked(node.op, i, child, rank)]);
    });
  }
}

const TAKES_MATRIX: ReadonlySet<string> = new Set(['transpose', 'inv', 'det', 'trace', 'matmul']);

const ENTRYWISE: ReadonlySet<string> = new Set(['add', 'sub', 'neg', 'mul', 'div']);

/** Number of axes that an operator of this rank asks of its argument i. */
function rankAsked(op: Term['op'], i: number, child: Term, rank: number): number {
  if (op === 'at' && i === 0) return rank + 1;
  if (TAKES_MATRIX.has(op) && i === 0) return 2;
  // An entry beside an array is a factor of it.
  const isFactor = (op === 'mul' || op === 'div') && child.op === 'at';
  return ENTRYWISE.has(op) && !isFactor ? rank : 0;
}
