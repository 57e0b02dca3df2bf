/**
 * Derivatives by a quantity that is defined, such as the activations between two layers: a is
 * varied at one entry, and all else is fixed that a is not part of. The derivative of e by a[k] is
 * that of e by a fresh ε at 0, with a[j] + ε·[j = k] in the place of every a[j] that e is made of.
 */
import type { Context, Definition } from '../kernel/context.js';
import { assume, declare } from '../kernel/context.js';
import { mentions } from '../kernel/location.js';
import { instantiate, mentionsName, remake } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { BOUNDS, boundMet } from './bounds.js';
import { bracket } from './condition-lowering.js';
import { LanguageError } from './language-error.js';
import type { Shapes } from './shapes.js';
import { targetSymbol } from './sort-check.js';
import { REAL } from './sorts.js';

/** What lowering offers here. */
interface Source {
  readonly shapes: Shapes;
  readonly context: Context;
  /** The core form of a definition; undefined where it has none. */
  readonly core: (definition: Definition) => Definition | undefined;
}

/** The derivative of a core term by an application of a definition. Throws LanguageError. */
export function byDefined(source: Source, body: Term, target: Term): Term {
  const { shapes, context } = source;
  if (!mentions(context, body, target.name))
    throw new LanguageError(`what is differentiated is not made of ${target.name}`, undefined, {
      hint: `define it by ${target.name}, or differentiate by what ${target.name} is made of`,
    });
  const name = freshName(context, body);
  const step = shapes.arena.sym(name);
  shapes.sorts.setLocal(step, REAL);
  const varied = new Variation(source, target, step).vary(body);
  return shapes.arena.make('diff', [varied, step]);
}

/** The context in which the steps of these names are 0. */
export function withSteps(context: Context, names: Iterable<string>): Context {
  const { arena } = context;
  let all = context;
  for (const name of names) {
    all = declare(all, { name, kind: 'real', axes: [] });
    const proposition = arena.make('eq', [arena.sym(name), arena.num(0)]);
    all = assume(all, { name: `zero-${name}`, proposition });
  }
  return all;
}

/** A second derivative needs a second step. */
function freshName(context: Context, body: Term): string {
  let name = 'ε';
  const isTaken = (): boolean =>
    context.declarations.has(name) || context.definitions.has(name) || mentionsName(body, name);
  while (isTaken()) name += "'";
  return name;
}

class Variation {
  readonly #source: Source;
  readonly #target: Term;
  readonly #step: Term;
  readonly #done = new Map<Term, Term>();
  #depth = 0;

  constructor(source: Source, target: Term, step: Term) {
    this.#source = source;
    this.#target = target;
    this.#step = step;
  }

  vary(term: Term): Term {
    const known = this.#done.get(term);
    if (known) return known;
    if (++this.#depth > BOUNDS.nesting)
      throw boundMet('nesting', 'what is differentiated is nested too deeply');
    const isMade = mentions(this.#source.context, term, this.#target.name);
    const result = isMade ? this.#node(term) : term;
    this.#depth--;
    this.#done.set(term, result);
    return result;
  }

  #node(term: Term): Term {
    const { shapes } = this.#source;
    switch (term.op) {
      case 'sum':
      case 'prod':
      case 'max':
      case 'min':
      case 'array':
      case 'forall':
      case 'int': {
        const axis = { lo: this.vary(arg(term, 0)), hi: this.vary(arg(term, 1)) };
        return shapes.bind(term.op, axis, term.letter, (index) =>
          this.vary(instantiate(shapes.arena, arg(term, 2), [index])),
        );
      }
      case 'diff':
        this.#refuseWithin(targetSymbol(arg(term, 1)).name);
        return shapes.arena.make('diff', [this.vary(arg(term, 0)), arg(term, 1)]);
      case 'argmin':
      case 'argmax':
        for (const { name } of term.args.slice(1)) this.#refuseWithin(name);
        return this.#remade(term);
      case 'app':
        return this.#application(term);
      default:
        return this.#remade(term);
    }
  }

  #remade(term: Term): Term {
    return remake(
      this.#source.shapes.arena,
      term,
      term.args.map((child) => this.vary(child)),
    );
  }

  #application(term: Term): Term {
    const { shapes, context, core } = this.#source;
    const { arena } = shapes;
    const args = term.args.map((child) => this.vary(child));
    if (term.name === this.#target.name) {
      const same = args.map((index, r) =>
        bracket(shapes, arena.make('eq', [index, arg(this.#target, r)])),
      );
      const step = same.reduce((product, each) => arena.make('mul', [product, each]), this.#step);
      return arena.make('add', [arena.make('app', args, term.name), step]);
    }
    const definition = context.definitions.get(term.name);
    const isMade = definition && mentions(context, definition.body, this.#target.name);
    if (!isMade) return arena.make('app', args, term.name);
    const body = core(definition)?.body;
    if (!body) throw new LanguageError(`${term.name} has no derivative by ${this.#target.name}`);
    return this.vary(instantiate(arena, body, args));
  }

  /** Nothing says what is fixed when the variable of a derivative inside varies the target, too. */
  #refuseWithin(name: string): void {
    const { name: own } = this.#target;
    if (mentions(this.#source.context, this.#target, name))
      throw new LanguageError(
        `a derivative by ${own} of a derivative by ${name} can be read in two ways, as ${own} depends on ${name}`,
        undefined,
        { hint: 'write the derivative inside out' },
      );
  }
}
