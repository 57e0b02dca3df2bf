/**
 * Compiles terms into a program. Walks the distinct subterms of each scope in the order of
 * their ids (leaves first), so depth costs no stack; definitions are compiled in place with
 * their parameters bound to the slots of the arguments.
 */
import type { Context, Definition } from '../kernel/context.js';
import { boundArgument } from '../term/operator.js';
import { arg, type Term } from '../term/term.js';
import { Dependence } from './dependence.js';
import {
  type Instruction,
  type Loop,
  locationOf,
  newScope,
  type Place,
  type Program,
  type Scope,
} from './program.js';
import { exact, type Value } from './value.js';

/** Bound indices, innermost first. */
interface Bound {
  readonly place: Place;
  readonly outer: Bound | undefined;
}

interface Perturbed {
  readonly name: string;
  readonly place: Place;
}

/** Where a term is compiled: the bound indices it may mention, and what is perturbed around it. */
interface Site {
  readonly depth: number;
  readonly bound: Bound | undefined;
  /** Outermost first. */
  readonly perturbed: readonly Perturbed[];
}

type Unplaced<T> = T extends Instruction ? Omit<T, 'slot' | 'scope'> : never;

/** Nesting past this is refused: each level is a call of its own. */
const MAX_DEPTH = 400;

/** Compiles the terms (closed, or with as many loose indices as there are parameters). */
export function compile(context: Context, terms: readonly Term[], parameters = 0): Program {
  return new Compiler(context).compile(terms, parameters);
}

class Compiler {
  readonly #context: Context;
  readonly #dependence: Dependence;
  readonly #program: Program = {
    root: newScope(0),
    size: 0,
    constants: [],
    results: [],
    parameters: [],
  };

  constructor(context: Context) {
    this.#context = context;
    this.#dependence = new Dependence(context.definitions);
  }

  compile(terms: readonly Term[], parameters: number): Program {
    let bound: Bound | undefined;
    for (let k = 0; k < parameters; k++) {
      const place = { slot: this.#newSlot(), scope: this.#program.root };
      this.#program.parameters.push(place.slot);
      bound = { place, outer: bound };
    }
    for (const term of terms)
      this.#program.results.push(this.#term(term, { depth: 0, bound, perturbed: [] }).slot);
    return this.#program;
  }

  /** Compiles a term and, before it, all subterms that its site holds. */
  #term(root: Term, site: Site): Place {
    if (site.depth > MAX_DEPTH) throw new RangeError('the expression is nested too deeply');
    const waiting = [root];
    const found = new Set<Term>(waiting);
    for (let i = 0; i < waiting.length; i++) {
      const node = waiting[i] as Term;
      if (this.#known(node, site)) continue;
      for (const child of this.#childrenAt(node))
        if (!found.has(child)) {
          found.add(child);
          waiting.push(child);
        }
    }
    waiting.sort((a, b) => a.id - b.id);
    for (const node of waiting) {
      if (this.#known(node, site)) continue;
      const { scope, key } = this.#home(node, site);
      scope.compiled.set(key, this.#node(node, site, scope));
    }
    return this.#place(root, site);
  }

  /** The arguments that are evaluated at the site of the node itself. */
  #childrenAt(node: Term): readonly Term[] {
    if (node.op === 'argmin' || node.op === 'argmax') return [];
    if (node.op === 'diff' || node.op === 'differentiable') {
      const location = locationOf(arg(node, 1));
      return location ? [location.symbol, ...location.indices] : [];
    }
    const under = boundArgument(node.op);
    return under < 0 ? node.args : node.args.filter((_, i) => i !== under);
  }

  /** The innermost scope that the node depends on, and its name there. */
  #home(node: Term, site: Site): { scope: Scope; key: string } {
    let scope = this.#program.root;
    let key = `${node.id}`;
    for (const index of this.#dependence.indicesOf(node)) {
      const { place } = this.#boundAt(site, index);
      key += `,${place.slot}`;
      if (place.scope.depth > scope.depth) scope = place.scope;
    }
    for (const { name, place } of site.perturbed)
      if (place.scope.depth > scope.depth && this.#dependence.dependsOn(node, name))
        scope = place.scope;
    return { scope, key };
  }

  #boundAt(site: Site, index: number): Bound {
    let bound = site.bound;
    for (let k = 0; k < index; k++) bound = bound?.outer;
    if (!bound) throw new RangeError(`loose index ${index} has no binder`);
    return bound;
  }

  #known(node: Term, site: Site): Place | undefined {
    const { scope, key } = this.#home(node, site);
    return scope.compiled.get(key);
  }

  #place(node: Term, site: Site): Place {
    const place = this.#known(node, site);
    if (!place) throw new RangeError(`${node.op} was not compiled before it was used`);
    return place;
  }

  #newSlot(): number {
    return this.#program.size++;
  }

  #emit(scope: Scope, instruction: Unplaced<Instruction>): Place {
    const slot = this.#newSlot();
    scope.instructions.push({ ...instruction, slot, scope } as Instruction);
    return { slot, scope };
  }

  #constant(value: Value): Place {
    const slot = this.#newSlot();
    this.#program.constants.push({ slot, value });
    return { slot, scope: this.#program.root };
  }

  #node(node: Term, site: Site, scope: Scope): Place {
    switch (node.op) {
      case 'num':
        return this.#constant(exact(node.value ?? { n: 0n, d: 1n }));
      case 'sym':
        return this.#symbol(node.name, site, scope);
      case 'bound':
        return this.#boundAt(site, node.index).place;
      case 'app':
        return this.#application(node, site, scope);
      case 'sum':
      case 'prod':
      case 'max':
      case 'min':
      case 'int':
      case 'array':
      case 'forall':
        return this.#loop(node.op, node, site, scope);
      case 'diff':
      case 'differentiable':
        return this.#derivative(node, site, scope);
      case 'argmin':
      case 'argmax':
        return this.#emit(scope, { kind: 'fail', reason: `${node.op} inside an expression` });
      case 'sqrt':
        return this.#root(node, site, scope);
      default:
        return this.#emit(scope, {
          kind: 'apply',
          op: node.op,
          args: this.#slots(node.args, site),
        });
    }
  }

  /** The root of a square is the absolute value, which tells its kink at 0. */
  #root(node: Term, site: Site, scope: Scope): Place {
    const inside = arg(node, 0);
    const isSquare = inside.op === 'pow' && arg(inside, 1).value?.n === 2n;
    const of = isSquare && arg(inside, 1).value?.d === 1n ? arg(inside, 0) : undefined;
    const args = this.#slots([of ?? inside], site);
    return this.#emit(scope, { kind: 'apply', op: of ? 'abs' : 'sqrt', args });
  }

  #slots(nodes: readonly Term[], site: Site): number[] {
    return nodes.map((node) => this.#place(node, site).slot);
  }

  #symbol(name: string, site: Site, scope: Scope): Place {
    const inner = site.perturbed.findLast((p) => p.name === name);
    return inner?.place ?? this.#emit(scope, { kind: 'load', name });
  }

  #loop(op: Loop, node: Term, site: Site, scope: Scope): Place {
    const [lo, hi] = this.#slots([arg(node, 0), arg(node, 1)], site) as [number, number];
    const body = newScope(site.depth + 1);
    const bound = this.#newSlot();
    const inside: Site = {
      ...site,
      depth: site.depth + 1,
      bound: { place: { slot: bound, scope: body }, outer: site.bound },
    };
    const result = this.#term(arg(node, 2), inside).slot;
    return this.#emit(scope, { kind: 'loop', op, lo, hi, bound, body, result });
  }

  #derivative(node: Term, site: Site, scope: Scope): Place {
    const location = locationOf(arg(node, 1));
    if (!location)
      return this.#emit(scope, { kind: 'fail', reason: 'diff needs a symbol or an entry of one' });
    const base = this.#place(location.symbol, site).slot;
    const indices = this.#slots(location.indices, site);
    const body = newScope(site.depth + 1);
    const place = { slot: this.#newSlot(), scope: body };
    const inside: Site = {
      ...site,
      depth: site.depth + 1,
      perturbed: [...site.perturbed, { name: location.symbol.name, place }],
    };
    const result = this.#term(arg(node, 0), inside).slot;
    const tag = site.perturbed.length;
    const perturbed = place.slot;
    const found = this.#emit(scope, { kind: 'diff', tag, base, indices, perturbed, body, result });
    if (node.op === 'diff') return found;
    return this.#emit(scope, { kind: 'apply', op: 'defined', args: [found.slot] });
  }

  #application(node: Term, site: Site, scope: Scope): Place {
    const definition = this.#context.definitions.get(node.name);
    if (definition) return this.#definition(definition, node, site, scope);
    if (!this.#context.declarations.has(node.name))
      return this.#emit(scope, { kind: 'fail', reason: `${node.name} is not declared` });
    return this.#emit(scope, { kind: 'call', name: node.name, args: this.#slots(node.args, site) });
  }

  /** The body in place, its parameters bound to the arguments; index arguments must lie in range. */
  #definition(definition: Definition, node: Term, site: Site, scope: Scope): Place {
    if (definition.parameters.length !== node.args.length)
      return this.#emit(scope, {
        kind: 'fail',
        reason: `${node.name} has another number of arguments`,
      });
    let bound: Bound | undefined;
    for (const child of node.args) bound = { place: this.#place(child, site), outer: bound };
    const inside: Site = { depth: site.depth + 1, bound, perturbed: site.perturbed };
    const checks: number[] = [];
    definition.parameters.forEach(({ axis }, k) => {
      if (!axis) return;
      const value = this.#place(node.args[k] as Term, site).slot;
      const args = [
        value,
        this.#term(axis.lo, inside).slot,
        this.#term(axis.hi, inside).slot,
      ] as const;
      checks.push(this.#emit(scope, { kind: 'within', args }).slot);
    });
    const body = this.#term(definition.body, inside);
    if (checks.length === 0) return body;
    return this.#emit(scope, { kind: 'guarded', args: [...checks, body.slot] });
  }
}
