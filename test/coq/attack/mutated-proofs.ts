/**
 * Mutants of a proof, as a bug of the search, of the checker or of the exporter could make them: at
 * one place of the proof one thing is wrong. The statement stays.
 */
import type { Context } from '../../../src/kernel/context.js';
import type { Proof, Step } from '../../../src/kernel/proof.js';
import { REFLEXIVE } from '../../../src/kernel/proof.js';
import { type ClaimProof, premisesOf } from '../../../src/kernel/theorem.js';
import { ruleBook } from '../../../src/rules/book.js';
import * as Q from '../../../src/term/rational.js';
import { remake } from '../../../src/term/substitution.js';
import type { Term } from '../../../src/term/term.js';
import { slipsIn } from '../../mutants/mutations.js';

/** One wrong thing at one place; made only when it is asked for. */
export interface MutatedProof {
  readonly kind: string;
  readonly make: () => ClaimProof;
}

type Wrong = readonly [kind: string, proof: Proof];

const SYNTAX: Proof = { by: 'syntax' };
const ALGEBRA: Proof = { by: 'algebra', nonzero: [] };
const PARTS = ['leftDefined', 'rightDefined', 'proof'] as const;

/** Every mutant of a claim's proof. */
export function* mutatedProofs(context: Context, whole: ClaimProof): Generator<MutatedProof> {
  for (const part of PARTS) {
    const root = whole[part];
    const put = (proof: Proof): ClaimProof => ({ ...whole, [part]: proof });
    for (const [kind, proof] of falselyShown(context, root)) yield { kind, make: () => put(proof) };
    for (const node of nodesOf(root))
      for (const [kind, wrong] of wrongAt(context, node))
        yield { kind, make: () => put(replaced(root, node, wrong)) };
  }
}

/** The proofs that a proof is made of, each once. */
function nodesOf(root: Proof): Proof[] {
  const found = new Set([root]);
  for (const node of found) for (const premise of premisesOf(node)) found.add(premise);
  return [...found];
}

/** The proof with one of its parts replaced wherever it stands. */
function replaced(root: Proof, from: Proof, to: Proof): Proof {
  const made = new Map<Proof, Proof>([[from, to]]);
  const of = (proof: Proof): Proof => {
    const known = made.get(proof);
    if (known) return known;
    const result = withPremises(proof, of);
    made.set(proof, result);
    return result;
  };
  return of(root);
}

function withPremises(proof: Proof, of: (premise: Proof) => Proof): Proof {
  const inStep = (step: Step): Step => ({ ...step, proof: of(step.proof) });
  switch (proof.by) {
    case 'rule':
    case 'hypothesis':
    case 'declared':
      return { ...proof, premises: proof.premises.map(of) };
    case 'fact':
    case 'unfold':
    case 'syntax':
      return proof;
    case 'symmetry':
      return { ...proof, of: of(proof.of) };
    case 'algebra':
      return { ...proof, nonzero: proof.nonzero.map((n) => ({ ...n, proof: of(n.proof) })) };
    case 'linear':
      return { ...proof, terms: proof.terms.map((t) => ({ ...t, proof: of(t.proof) })) };
    case 'chain':
      return { ...proof, steps: proof.steps.map(inStep) };
    case 'rewrite':
      return { ...proof, steps: proof.steps.map(inStep), next: of(proof.next) };
    case 'cases':
    case 'absurd':
      return { ...proof, yes: of(proof.yes), no: of(proof.no) };
    case 'have':
      return { ...proof, proof: of(proof.proof), next: of(proof.next) };
  }
}

/** What is said to show all of it. */
function* falselyShown({ arena, hypotheses }: Context, root: Proof): Generator<Wrong> {
  const impossible = arena.make('eq', [arena.num(0), arena.num(1)]);
  for (const proof of [SYNTAX, ALGEBRA, REFLEXIVE])
    yield ['something false first', { by: 'have', proposition: impossible, proof, next: root }];
  for (const proof of [SYNTAX, ALGEBRA, REFLEXIVE, { by: 'unfold' } as const])
    yield ['nothing shown', proof];
  yield ['nothing shown', { by: 'declared', premises: [] }];
  for (const { name, proposition } of hypotheses.values()) {
    const own: Proof = { by: 'hypothesis', name, at: [], premises: [] };
    yield ['a contradiction that is none', { by: 'absurd', proposition, yes: own, no: own }];
  }
}

function* wrongAt(context: Context, proof: Proof): Generator<Wrong> {
  const { arena } = context;
  switch (proof.by) {
    case 'rule':
      return yield* wrongRule(context, proof);
    case 'hypothesis':
      for (const name of context.hypotheses.keys())
        if (name !== proof.name) yield ['a wrong hypothesis', { ...proof, name }];
      for (const [k, value] of proof.at.entries())
        yield ['a wrong index', { ...proof, at: proof.at.with(k, plus(arena, value, 1)) }];
      return yield* droppedPremises(proof);
    case 'declared':
      return yield* droppedPremises(proof);
    case 'fact':
      for (const by of [-1, 1]) yield ['a wrong fact', { ...proof, index: proof.index + by }];
      return;
    case 'symmetry':
      yield ['a reversal', proof.of];
      return;
    case 'algebra':
      for (const k of proof.nonzero.keys())
        yield ['a dropped nonzero', { ...proof, nonzero: proof.nonzero.toSpliced(k, 1) }];
      return;
    case 'linear':
      for (const [k, term] of proof.terms.entries()) {
        const factors = [Q.add(term.factor, Q.ONE), Q.negate(term.factor)];
        for (const factor of factors)
          yield ['a wrong factor', { ...proof, terms: proof.terms.with(k, { ...term, factor }) }];
        yield ['a dropped inequality', { ...proof, terms: proof.terms.toSpliced(k, 1) }];
      }
      return;
    case 'cases':
      yield ['swapped cases', { ...proof, yes: proof.no, no: proof.yes }];
      yield ['a dropped case', { ...proof, no: SYNTAX }];
      return;
    case 'absurd':
      yield ['swapped cases', { ...proof, yes: proof.no, no: proof.yes }];
      return;
    case 'have':
      for (const proposition of falsified(context, proof.proposition))
        yield ['a false lemma', { ...proof, proposition }];
      return;
    case 'chain':
    case 'rewrite':
      for (const [kind, steps] of wrongSteps(context, proof.steps))
        yield [kind, { ...proof, steps }];
  }
}

type Shown<K extends Proof['by']> = Extract<Proof, { by: K }>;

function* wrongRule({ arena }: Context, proof: Shown<'rule'>): Generator<Wrong> {
  const own = ruleBook().get(proof.rule);
  if (!own) return;
  const names = [...own.variables.keys()].join();
  for (const rule of ruleBook().values())
    if (
      rule.id !== own.id &&
      [...rule.variables.keys()].join() === names &&
      rule.premises.length === own.premises.length
    )
      yield ['a wrong rule', { ...proof, rule: rule.id }];
  const given = [...proof.substitution];
  for (const [i, [a, first]] of given.entries()) {
    const substitution = new Map(proof.substitution);
    yield [
      'a sign in a rule',
      { ...proof, substitution: substitution.set(a, arena.make('neg', [first])) },
    ];
    for (const [b, second] of given.slice(i + 1))
      if (own.variables.get(a) === own.variables.get(b) && first !== second)
        yield [
          'swapped metavariables',
          { ...proof, substitution: new Map([...proof.substitution, [a, second], [b, first]]) },
        ];
  }
  for (const [k, { op }] of own.premises.entries())
    if (op !== 'free')
      yield ['a dropped premise', { ...proof, premises: proof.premises.with(k, SYNTAX) }];
}

function* droppedPremises(proof: Shown<'hypothesis' | 'declared'>): Generator<Wrong> {
  for (const k of proof.premises.keys()) {
    yield ['a dropped premise', { ...proof, premises: proof.premises.with(k, SYNTAX) }];
    yield ['a dropped premise', { ...proof, premises: proof.premises.toSpliced(k, 1) }];
  }
}

type Steps = readonly [kind: string, steps: readonly Step[]];

function* wrongSteps(context: Context, steps: readonly Step[]): Generator<Steps> {
  for (const [k, step] of steps.entries()) {
    yield ['a dropped step', steps.toSpliced(k, 1)];
    const next = steps[k + 1];
    if (next) yield ['swapped steps', steps.toSpliced(k, 2, next, step)];
    yield ['a reversal', steps.with(k, { ...step, reverse: !step.reverse })];
    for (const [kind, changed] of wrongStep(context, step)) yield [kind, steps.with(k, changed)];
  }
}

function* wrongStep(context: Context, step: Step): Generator<readonly [string, Step]> {
  const { arena } = context;
  const { path, result } = step;
  const last = path.at(-1);
  if (last !== undefined) {
    yield ['a wrong path', { ...step, path: path.slice(0, -1) }];
    yield ['a wrong path', { ...step, path: path.with(-1, last === 0 ? 1 : last - 1) }];
  }
  yield ['a wrong path', { ...step, path: [...path, 0] }];
  for (const relation of ['eq', 'le', 'lt'] as const)
    if (relation !== step.relation) yield ['a wrong relation', { ...step, relation }];
  yield ['a sign', { ...step, result: arena.make('neg', [result]) }];
  for (const [slip, changed] of slipsIn(context, result))
    yield [slip === 'a sign' ? 'a sign' : 'a wrong result', { ...step, result: changed }];
  for (const changed of otherRanges(context, result))
    yield ['an off-by-one range', { ...step, result: changed }];
}

/** 1..n becomes 1..n-1, 1..n+1, 0..n and 2..n. */
export function* otherRanges(context: Context, term: Term): Generator<Term> {
  const { arena } = context;
  if (['sum', 'prod', 'max', 'min'].includes(term.op))
    for (const side of [0, 1])
      for (const by of [-1, 1])
        yield remake(arena, term, term.args.with(side, plus(arena, term.args[side] as Term, by)));
  for (const [i, argument] of term.args.entries())
    for (const changed of otherRanges(context, argument))
      yield remake(arena, term, term.args.with(i, changed));
}

const plus = (arena: Context['arena'], term: Term, by: number): Term =>
  arena.make(by < 0 ? 'sub' : 'add', [term, arena.num(Math.abs(by))]);

/** A proposition with another in its place: its sides swapped, or strict, or one of them changed. */
function* falsified({ arena }: Context, proposition: Term): Generator<Term> {
  const [left, right] = proposition.args;
  yield arena.make('eq', [arena.num(0), arena.num(1)]);
  if (!left || !right || !['eq', 'ne', 'le', 'lt'].includes(proposition.op)) return;
  yield arena.make(proposition.op, [left, arena.make('neg', [right])]);
  yield arena.make(proposition.op, [left, plus(arena, right, -1)]);
  if (proposition.op === 'le' || proposition.op === 'lt')
    yield arena.make(proposition.op, [right, left]);
}
