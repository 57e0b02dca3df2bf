/**
 * Derivatives of large expressions with shared parts, in time and size linear in the number of
 * distinct subterms. Each part's derivative is shown once, as an intermediate fact, and cited
 * wherever the part occurs; nothing is multiplied out.
 */

import type { Proof } from '../kernel/proof.js';
import { mentions, type Scope, targetSymbol } from '../kernel/scope.js';
import { chainProof, Derivation, type Move } from '../strategy/derivation.js';
import { isBinder } from '../term/operator.js';
import { subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { differentiateOnce, takeDerivative } from './differentiate.js';
import type { Engine } from './engine.js';
import { unfold } from './facts.js';

/** An intermediate fact and its proof in the scope of those before it. */
interface Fact {
  readonly proposition: Term;
  readonly proof: Proof;
}

export interface SharedDerivative {
  readonly derivative: Term;
  /** Proofs of: the derivative exists; the outcome has a value; the two are equal. */
  readonly leftDefined: Proof;
  readonly rightDefined: Proof;
  readonly proof: Proof;
}

/** The derivative of `term` = diff(e, X), or undefined when some part's is not found. */
export function differentiateShared(
  engine: Engine,
  root: Scope,
  term: Term,
): SharedDerivative | undefined {
  const [subject, location] = term.args as [Term, Term];
  const symbol = targetSymbol(location);
  if (!symbol) return undefined;
  const work = new SharedWork(engine, root, location, symbol.name);
  for (const part of partsInOrder(root, subject)) if (!work.add(part)) return undefined;
  const derivative = work.derivatives.get(subject);
  if (!derivative || !work.showDefined(derivative)) return undefined;
  const { scope } = work;
  const left = engine.prover.prove(scope, root.arena.make('defined', [term]));
  const right = engine.prover.prove(scope, root.arena.make('defined', [derivative]));
  const equation = work.equation(subject);
  if (!left || !right || !equation) return undefined;
  return {
    derivative,
    leftDefined: work.after(left),
    rightDefined: work.after(right),
    proof: work.after(equation),
  };
}

/** The distinct parts of the expression, definitions included, each after what it is made of. */
function partsInOrder(scope: Scope, root: Term): Term[] {
  const order: Term[] = [];
  const state = new Map<Term, 'open' | 'done'>();
  const stack = [root];
  for (let term = stack.at(-1); term; term = stack.at(-1)) {
    if (state.get(term) === 'done') {
      stack.pop();
    } else if (state.get(term) === 'open') {
      state.set(term, 'done');
      order.push(term);
      stack.pop();
    } else {
      state.set(term, 'open');
      const body = term.op === 'app' ? unfold(scope, term) : undefined;
      const children = body ? [body] : isBinder(term.op) || term.op === 'at' ? [] : term.args;
      for (const child of children) if (!state.has(child)) stack.push(child);
    }
  }
  return order;
}

class SharedWork {
  readonly derivatives = new Map<Term, Term>();
  readonly #facts: Fact[] = [];
  scope: Scope;

  constructor(
    readonly engine: Engine,
    root: Scope,
    readonly location: Term,
    readonly symbol: string,
  ) {
    this.scope = root;
  }

  /** Shows the derivative of one part; its own parts have been shown. */
  add(part: Term): boolean {
    const { arena } = this.scope;
    if (!mentions(this.scope.context, part, this.symbol)) {
      this.derivatives.set(part, arena.num(0));
      return true;
    }
    const exists = arena.make('differentiable', [part, this.location]);
    if (!this.#have(exists, this.engine.prover.prove(this.scope, exists))) return false;
    const before = arena.make('diff', [part, this.location]);
    const d = new Derivation(this.scope, before);
    if (part.op === 'app') d.inside(0, (inner) => this.engine.unfold(inner));
    else if (isBinder(part.op) || part.op === 'at') takeDerivative(this.engine, d);
    else differentiateOnce(this.engine, d);
    if (d.current === before) return false;
    this.#cite(d);
    const equation = arena.make('eq', [before, d.current]);
    this.#have(equation, chainProof(this.scope, before, d.moves));
    this.derivatives.set(part, d.current);
    return true;
  }

  /** Replaces the derivatives of parts, which stand near the root, by what they equal. */
  #cite(d: Derivation): void {
    if (d.current.op === 'diff') {
      const value = this.derivatives.get(arg(d.current, 0));
      const { arena } = this.scope;
      const index = value && this.scope.placeOf(arena.make('eq', [d.current, value]));
      if (value && index !== undefined) d.replace(value, { by: 'fact', index });
      else if (value) this.engine.rule(d, 'diff-const');
      return;
    }
    for (let i = 0; i < d.current.args.length; i++) {
      const child = arg(d.current, i);
      if (child.op !== 'diff' && this.#isKnown(child)) continue;
      d.inside(i, (inner) => this.#cite(inner));
    }
  }

  /** A part that was there before: it holds no derivative of its own. */
  #isKnown(term: Term): boolean {
    return this.derivatives.has(term) || term.args.length === 0 || isBinder(term.op);
  }

  /** Shows, leaves first, that every distinct subterm has a value. */
  showDefined(term: Term): boolean {
    const { arena } = this.scope;
    for (const part of subterms(term)) {
      if (part.loose > 0 || part.args.length === 0 || part.op === 'at') continue;
      const goal = arena.make('defined', [part]);
      if (!this.#have(goal, this.engine.prover.prove(this.scope, goal))) return false;
    }
    return true;
  }

  /** The proof that the part's derivative is what was found. */
  equation(part: Term): Proof | undefined {
    const derivative = this.derivatives.get(part);
    if (!derivative) return undefined;
    const { arena } = this.scope;
    const left = arena.make('diff', [part, this.location]);
    const index = this.scope.placeOf(arena.make('eq', [left, derivative]));
    if (index === undefined) return undefined;
    const move: Move = {
      path: [],
      from: left,
      to: derivative,
      proof: { by: 'fact', index },
      reverse: false,
      relation: 'eq',
    };
    return chainProof(this.scope, left, [move]);
  }

  #have(proposition: Term, proof: Proof | undefined): boolean {
    if (!proof) return false;
    this.#facts.push({ proposition, proof });
    this.scope = this.scope.assume(proposition);
    return true;
  }

  /** The proof after all intermediate facts. */
  after(proof: Proof): Proof {
    return this.#facts.reduceRight<Proof>(
      (next, fact) => ({ by: 'have', proposition: fact.proposition, proof: fact.proof, next }),
      proof,
    );
  }
}
