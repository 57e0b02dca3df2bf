/** What a subterm depends on: its loose indices, and symbols also through definitions. */
import type { Definition } from '../kernel/context.js';
import { boundArgument, type Operator } from '../term/operator.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';

export class Dependence {
  readonly #definitions: ReadonlyMap<string, Definition>;
  readonly #indices = new Map<Term, readonly number[]>();
  readonly #symbols = new Map<string, Map<Term, boolean>>();

  constructor(definitions: ReadonlyMap<string, Definition>) {
    this.#definitions = definitions;
  }

  /** The loose indices that occur in the term, ascending. */
  indicesOf(term: Term): readonly number[] {
    if (term.loose === 0) return NONE;
    const found = this.#indices.get(term);
    if (found) return found;
    for (const node of subterms(term))
      if (node.loose > 0 && !this.#indices.has(node)) this.#indices.set(node, this.#collect(node));
    return this.#indices.get(term) ?? NONE;
  }

  #collect(node: Term): readonly number[] {
    if (node.op === 'bound') return [node.index];
    const under = boundArgument(node.op);
    const found = new Set<number>();
    node.args.forEach((child, i) => {
      for (const index of this.#indices.get(child) ?? NONE)
        if (i !== under) found.add(index);
        else if (index > 0) found.add(index - 1);
    });
    return [...found].sort((a, b) => a - b);
  }

  /** True when the value of the term may depend on the free symbol of this name. */
  dependsOn(term: Term, name: string): boolean {
    let known = this.#symbols.get(name);
    if (!known) {
      known = new Map();
      this.#symbols.set(name, known);
    }
    const found = known.get(term);
    if (found !== undefined) return found;
    for (const node of subterms(term))
      if (!known.has(node)) known.set(node, this.#mentions(node, name, known));
    return known.get(term) ?? false;
  }

  #mentions(node: Term, name: string, known: ReadonlyMap<Term, boolean>): boolean {
    if (node.op === 'sym') return node.name === name;
    if (node.args.some((child) => known.get(child))) return true;
    const definition = node.op === 'app' ? this.#definitions.get(node.name) : undefined;
    return definition !== undefined && this.dependsOn(definition.body, name);
  }

  /** Every declared or free name that the terms depend on, through definitions, sorted. */
  namesIn(terms: readonly Term[]): string[] {
    const names = new Set<string>();
    for (const node of this.#nodesOf(terms))
      if (node.op === 'sym' || node.op === 'app') names.add(node.name);
    return [...names].sort();
  }

  /** True when the operator occurs in a term or a definition that it uses. */
  usesOperator(terms: readonly Term[], op: Operator): boolean {
    for (const node of this.#nodesOf(terms)) if (node.op === op) return true;
    return false;
  }

  /** The distinct subterms of the terms and of every definition that they use. */
  *#nodesOf(terms: readonly Term[]): Generator<Term> {
    const waiting = [...terms];
    const opened = new Set<string>();
    for (let term = waiting.pop(); term; term = waiting.pop())
      for (const node of subterms(term)) {
        yield node;
        const definition = node.op === 'app' ? this.#definitions.get(node.name) : undefined;
        if (!definition || opened.has(node.name)) continue;
        opened.add(node.name);
        waiting.push(definition.body, ...rangesOf(definition));
      }
  }
}

const rangesOf = (definition: Definition): Term[] =>
  definition.parameters.flatMap(({ axis }) => (axis ? [axis.lo, axis.hi] : []));

const NONE: readonly number[] = [];
