/**
 * Theorems: claims whose proof the checker has accepted. Only `establish` makes one, so holding a
 * Theorem is holding the evidence. A theorem may serve as a hypothesis `theorem:NAME` of later
 * claims; that name is accepted from nowhere else.
 */
import type { Term } from '../term/term.js';
import { Checker, ProofError } from './check.js';
import { type Context, type Declaration, factsOf } from './context.js';
import type { Proof } from './proof.js';
import type { RuleBook } from './rule.js';
import { Scope } from './scope.js';
import { generalized, quantify, type Statement, THEOREM, termsOf } from './statement.js';

export type { Relation, Statement } from './statement.js';
export { generalize, theoremName } from './statement.js';

/** An earlier claim that a proof leans on, stated in its own context. */
export interface Lemma {
  readonly name: string;
  readonly statement: Statement;
  readonly proof: ClaimProof;
}

export interface ClaimProof {
  readonly leftDefined: Proof;
  readonly rightDefined: Proof;
  readonly proof: Proof;
  /** In an order in which each uses only those before it. */
  readonly lemmas?: readonly Lemma[];
}

const TOKEN = Symbol('established');

export class Theorem {
  readonly #book: RuleBook;

  constructor(
    token: symbol,
    book: RuleBook,
    readonly statement: Statement,
    /** Names of the hypotheses that the proofs use, those of the lemmas included. */
    readonly hypotheses: ReadonlySet<string>,
    /** Ids of the rules that the proofs use, those of the lemmas included. */
    readonly rules: ReadonlySet<string>,
  ) {
    if (token !== TOKEN) throw new TypeError('only establish() makes a theorem');
    this.#book = book;
    Object.freeze(this);
  }

  /** True of a theorem that was established with these rules. */
  static isEstablished(theorem: Theorem, book: RuleBook): boolean {
    return #book in theorem && theorem.#book === book;
  }
}

/**
 * The theorem, if the proof shows it. `known` holds theorems of earlier claims by name; a lemma of
 * the proof that is not among them is established first. Throws a ProofError.
 */
export function establish(
  rules: RuleBook,
  statement: Statement,
  proof: ClaimProof,
  known: ReadonlyMap<string, Theorem> = new Map(),
): Theorem {
  const theorems = new Map(known);
  for (const lemma of proof.lemmas ?? []) {
    if (isSame(theorems.get(lemma.name)?.statement, lemma.statement)) continue;
    theorems.set(lemma.name, establish(rules, lemma.statement, lemma.proof, theorems));
  }
  const lemmas = lemmasOf(rules, statement.context, theorems);
  requireClosed(statement);
  const { context, relation, left, right } = statement;
  const { arena } = context;
  const checker = new Checker(rules);
  const scope = Scope.root(context);
  checker.check(scope, proof.leftDefined, arena.make('defined', [left]));
  checker.check(scope, proof.rightDefined, arena.make('defined', [right]));
  checker.check(scope, proof.proof, arena.make(relation, [left, right]));
  const used = usedNames([proof.leftDefined, proof.rightDefined, proof.proof]);
  for (const [name, lemma] of lemmas) {
    if (!used.hypotheses.has(name)) continue;
    for (const hypothesis of lemma.hypotheses) used.hypotheses.add(hypothesis);
    for (const rule of lemma.rules) used.rules.add(rule);
  }
  return new Theorem(TOKEN, rules, statement, used.hypotheses, used.rules);
}

const isSame = (a: Statement | undefined, b: Statement): boolean =>
  a !== undefined &&
  a.context === b.context &&
  a.relation === b.relation &&
  a.left === b.left &&
  a.right === b.right;

/** The theorems behind the context's `theorem:` hypotheses. Throws where there is none. */
function lemmasOf(
  rules: RuleBook,
  context: Context,
  theorems: ReadonlyMap<string, Theorem>,
): Map<string, Theorem> {
  const found = new Map<string, Theorem>();
  for (const { name, proposition } of context.hypotheses.values()) {
    if (!name.startsWith(THEOREM)) continue;
    const theorem = theorems.get(name.slice(THEOREM.length));
    if (!theorem || !Theorem.isEstablished(theorem, rules))
      throw new ProofError(`${name} was not proved before`);
    const { context: own } = theorem.statement;
    const letters = generalized(own, theorem.statement);
    if (quantify(own, theorem.statement, letters) !== proposition)
      throw new ProofError(`${name} does not say what was proved`);
    requireIncluded(own, letters, context, name);
    found.set(name, theorem);
  }
  return found;
}

/** Everything that the checker takes from a context or a claim is closed. */
function requireClosed({ context, left, right }: Statement): void {
  const isClosed = (term: Term, loose = 0): boolean => term.loose <= loose && term.locals === 0;
  const fail = (what: string): never => {
    throw new ProofError(`${what} mentions an index that nothing binds`);
  };
  if (!isClosed(left) || !isClosed(right)) fail('the claim');
  for (const { name, proposition } of context.hypotheses.values())
    if (!isClosed(proposition)) fail(name);
  for (const { name, parameters, body } of context.definitions.values())
    if (!isClosed(body, parameters.length)) fail(name);
  for (const declaration of context.declarations.values())
    if (!termsOf(declaration).every((term) => isClosed(term))) fail(declaration.name);
}

/** Throws unless every model of `later` is one of `own`, the letters aside. */
function requireIncluded(
  own: Context,
  letters: readonly Declaration[],
  later: Context,
  what: string,
): void {
  const ensure = (holds: boolean, name: string): void => {
    if (!holds) throw new ProofError(`${what} was proved where ${name} meant something else`);
  };
  ensure(own.arena === later.arena, 'every term');
  for (const declaration of own.declarations.values())
    if (!letters.includes(declaration))
      ensure(
        isSameDeclaration(declaration, later.declarations.get(declaration.name)),
        declaration.name,
      );
  const ranges = new Set(letters.flatMap((d) => factsOf(own.arena, d).map(([, fact]) => fact)));
  for (const { name, proposition } of own.hypotheses.values())
    if (!name.startsWith(THEOREM) && !ranges.has(proposition))
      ensure(later.hypotheses.get(name)?.proposition === proposition, name);
  for (const { name, body, parameters } of own.definitions.values()) {
    const other = later.definitions.get(name);
    ensure(other?.body === body && other.parameters.length === parameters.length, name);
  }
  for (const name of own.conventions) ensure(later.conventions.has(name), name);
}

const isSameDeclaration = (a: Declaration, b: Declaration | undefined): boolean =>
  b !== undefined &&
  a.kind === b.kind &&
  a.arity === b.arity &&
  a.axes.length === b.axes.length &&
  (a.lower === undefined) === (b.lower === undefined) &&
  termsOf(a).length === termsOf(b).length &&
  termsOf(a).every((term, k) => term === termsOf(b)[k]);

/** The names of the hypotheses and rules in these proofs. */
function usedNames(proofs: readonly Proof[]): { hypotheses: Set<string>; rules: Set<string> } {
  const hypotheses = new Set<string>();
  const rules = new Set<string>();
  const seen = new Set<Proof>();
  const pending = [...proofs];
  for (let proof = pending.pop(); proof; proof = pending.pop()) {
    if (seen.has(proof)) continue;
    seen.add(proof);
    if (proof.by === 'hypothesis') hypotheses.add(proof.name);
    if (proof.by === 'rule') rules.add(proof.rule);
    pending.push(...premisesOf(proof));
  }
  return { hypotheses, rules };
}

/** The proofs that a proof is made of. */
export function premisesOf(proof: Proof): Proof[] {
  switch (proof.by) {
    case 'rule':
    case 'hypothesis':
    case 'declared':
      return [...proof.premises];
    case 'fact':
    case 'unfold':
    case 'syntax':
      return [];
    case 'symmetry':
      return [proof.of];
    case 'algebra':
      return proof.nonzero.map((n) => n.proof);
    case 'linear':
      return proof.terms.map((t) => t.proof);
    case 'chain':
      return proof.steps.map((step) => step.proof);
    case 'rewrite':
      return [...proof.steps.map((step) => step.proof), proof.next];
    case 'cases':
    case 'absurd':
      return [proof.yes, proof.no];
    case 'have':
      return [proof.proof, proof.next];
  }
}
