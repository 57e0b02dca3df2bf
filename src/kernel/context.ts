/**
 * A context: what a claim is made about. Declared symbols, definitions, hypotheses, conventions.
 * A declaration is only a name for facts; `factsOf` states them, once, and nothing else in the
 * kernel knows what "one-hot" or "simplex" means.
 */

import { builder } from '../term/build.js';
import type { Arena, Term } from '../term/term.js';

/** What a declared symbol is. `function` kinds take real arguments instead of indices. */
export type Kind =
  | 'size'
  | 'integer'
  | 'index'
  | 'label'
  | 'real'
  | 'positive'
  | 'nonneg'
  | 'unit'
  | 'probability'
  | 'binary'
  | 'sign'
  | 'onehot'
  | 'onehot or zero'
  | 'simplex'
  | 'closed simplex'
  | 'symmetric'
  | 'spd'
  | 'function'
  | 'smooth function'
  | 'increasing function';

/** One axis of an array: its indices are lo, …, hi (none when hi < lo). */
export interface Axis {
  readonly lo: Term;
  readonly hi: Term;
}

export interface Declaration {
  readonly name: string;
  readonly kind: Kind;
  /** Empty for a scalar. */
  readonly axes: readonly Axis[];
  /** Smallest and largest value, both allowed: bounds of a real, range of a label or index. */
  readonly lower?: Term;
  readonly upper?: Term;
  /** Number of real arguments of a function kind. */
  readonly arity?: number;
}

/** A parameter of a definition: an index with its range, a real number, or an array. */
export interface Parameter {
  readonly name: string;
  readonly kind: 'index' | 'real' | 'array';
  /** For an index parameter: its range. For an array: none. */
  readonly axis?: Axis;
}

/**
 * `let yhat[i,c] = …`: the body is closed but for one loose index per parameter (the last
 * parameter is index 0). A reference to it is an `app` node with one argument a parameter.
 */
export interface Definition {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Term;
  /** How references are written: J, yhat[i,c], f(u). */
  readonly style: 'value' | 'indexed' | 'function';
}

export interface Hypothesis {
  /** `y.sum` for the sum fact of the declaration of y; `assume-1` for a stated assumption. */
  readonly name: string;
  /** A closed proposition, with `forall` for each range it is stated for. */
  readonly proposition: Term;
}

/** `0*log(0) = 0`: the one convention there is. */
export type Convention = '0*log(0)';

export interface Context {
  readonly arena: Arena;
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly hypotheses: ReadonlyMap<string, Hypothesis>;
  readonly conventions: ReadonlySet<Convention>;
}

/** The context with nothing declared. */
export const emptyContext = (arena: Arena): Context => ({
  arena,
  declarations: new Map(),
  definitions: new Map(),
  hypotheses: new Map(),
  conventions: new Set(),
});

/** The context with one more declaration and the facts that come with it. */
export function declare(context: Context, declaration: Declaration): Context {
  const hypotheses = new Map(context.hypotheses);
  for (const [label, proposition] of factsOf(context.arena, declaration)) {
    const name = `${declaration.name}.${label}`;
    hypotheses.set(name, { name, proposition });
  }
  const declarations = new Map(context.declarations).set(declaration.name, declaration);
  return { ...context, declarations, hypotheses };
}

/** The context with one more definition. */
export const define = (context: Context, definition: Definition): Context => ({
  ...context,
  definitions: new Map(context.definitions).set(definition.name, definition),
});

/** The context with one more hypothesis; its name must be new. */
export const assume = (context: Context, hypothesis: Hypothesis): Context => ({
  ...context,
  hypotheses: new Map(context.hypotheses).set(hypothesis.name, hypothesis),
});

/** The facts that a declaration states, each with its label. */
export function factsOf(arena: Arena, declaration: Declaration): [string, Term][] {
  const t = builder(arena);
  const { axes, lower, upper } = declaration;
  const letters = axes.map((_, k) => `%${k}`);
  const self = t.at(t.sym(declaration.name), ...letters.map((letter) => t.sym(letter)));
  const zero = t.num(0);
  const one = t.num(1);
  const last = axes.at(-1);
  const each = (proposition: Term, upTo = axes.length): Term => {
    let result = proposition;
    for (let k = upTo - 1; k >= 0; k--) {
      const axis = axes[k] as Axis;
      result = t.forall(letters[k] as string, axis.lo, axis.hi, result);
    }
    return result;
  };
  /** The entry of the same row at another place of the last axis. */
  const entry = (letter: string): Term =>
    t.at(t.sym(declaration.name), ...letters.slice(0, -1).map((l) => t.sym(l)), t.sym(letter));
  const rowSum = (): Term => (last ? t.sum('%s', last.lo, last.hi, entry('%s')) : self);
  const between = (): [string, Term][] => [
    ['nonneg', each(t.le(zero, self))],
    ['at-most-one', each(t.le(self, one))],
  ];
  const idempotent: [string, Term] = ['idempotent', each(t.eq(t.mul(self, self), self))];
  const orthogonal = (): [string, Term][] => {
    if (!last) return [];
    const product = t.eq(
      t.mul(self, entry('%s')),
      t.mul(t.delta(t.sym(letters.at(-1) as string), t.sym('%s')), self),
    );
    return [['orthogonal', each(t.forall('%s', last.lo, last.hi, product))]];
  };
  const rowSumIsOne = (): [string, Term] => ['sum', each(t.eq(rowSum(), one), axes.length - 1)];
  const positive: [string, Term] = ['positive', each(t.lt(zero, self))];
  const swapped = (): Term => {
    const [first, second] = letters as [string, string];
    return t.at(t.sym(declaration.name), t.sym(second), t.sym(first));
  };
  const whole = (): Term =>
    axes.reduceRight((entry, { lo, hi }, k) => t.array(letters[k] as string, lo, hi, entry), self);

  const facts: [string, Term][] = [];
  switch (declaration.kind) {
    case 'size':
    case 'integer':
      facts.push(['integer', each(t.integer(self))]);
      break;
    case 'index':
    case 'label':
      if (lower && upper) facts.push(['range', each(t.member(self, lower, upper))]);
      return facts;
    case 'positive':
      facts.push(positive);
      break;
    case 'nonneg':
      facts.push(['nonneg', each(t.le(zero, self))]);
      break;
    case 'unit':
      facts.push(positive, ['below-one', each(t.lt(self, one))]);
      break;
    case 'probability':
      facts.push(...between());
      break;
    case 'binary':
      facts.push(['integer', each(t.integer(self))], ...between(), idempotent);
      break;
    case 'sign':
      facts.push(
        ['integer', each(t.integer(self))],
        ['above', each(t.le(t.num(-1), self))],
        ['at-most-one', each(t.le(self, one))],
        ['square', each(t.eq(t.mul(self, self), one))],
      );
      break;
    case 'onehot':
      facts.push(
        rowSumIsOne(),
        ['integer', each(t.integer(self))],
        ...between(),
        idempotent,
        ...orthogonal(),
      );
      break;
    case 'onehot or zero':
      facts.push(['integer', each(t.integer(self))], ...between(), idempotent, ...orthogonal());
      facts.push(['sum', each(t.le(rowSum(), one), axes.length - 1)]);
      break;
    case 'simplex':
      facts.push(rowSumIsOne(), positive, ['at-most-one', each(t.le(self, one))]);
      break;
    case 'closed simplex':
      facts.push(rowSumIsOne(), ...between());
      break;
    case 'symmetric':
    case 'spd':
      facts.push(['symmetric', each(t.eq(self, swapped()))]);
      if (declaration.kind === 'spd') facts.push(['definite', arena.make('definite', [whole()])]);
      break;
    case 'real':
    case 'function':
    case 'smooth function':
    case 'increasing function':
      break;
  }
  if (lower) facts.push(['lower', each(t.le(lower, self))]);
  if (upper) facts.push(['upper', each(t.le(self, upper))]);
  return facts;
}
