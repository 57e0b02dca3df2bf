/**
 * Prints a proof as tactics of Coq, goal by goal as the checker reads it. It decides nothing: what
 * it prints is taken from the proof, and Coq says whether it holds.
 */
import { equalByAlgebra } from '../kernel/algebra.js';
import type { Proof } from '../kernel/proof.js';
import { instantiatePattern } from '../kernel/rule.js';
import { negation } from '../kernel/scope.js';
import { ruleBook } from '../rules/book.js';
import { isProposition } from '../term/operator.js';
import { instantiate } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { chain, rewritten } from './chain.js';
import { byCombination } from './combination.js';
import { byDeclaration } from './declaration.js';
import { bare } from './dialect.js';
import { indexIdentifier } from './identifiers.js';
import { anywhere, block, type Lines, nearby } from './near-proof.js';
import { NotExportable } from './not-exportable.js';
import type { Shown } from './prove.js';
import { argumentsOf } from './rule-instance.js';
import { ruleLemma } from './rule-lemma.js';
import {
  factName,
  freshFact,
  freshIndex,
  grown,
  hypothesisName,
  type Standpoint,
  withFact,
} from './standpoint.js';

/** Lines that prove the goal. Throws NotExportable. */
export function proofLines(here: Standpoint, proof: Proof, goal: Term): Lines {
  const { shared } = here;
  if (here.frames.length > 0 || isShort(proof)) return ownLines(here, proof, goal);
  if (!shared.isRepeated(proof, goal)) return ownLines(here, proof, goal);
  if (shared.isCounting) return [];
  const text = bare(here.printer.prop(goal));
  return [`exact ${shared.name(goal, text, () => block(ownLines(here, proof, goal)))}.`];
}

/** A proof that is no longer than the name of what it proves. */
const isShort = ({ by }: Proof): boolean =>
  by === 'syntax' || by === 'fact' || by === 'unfold' || by === 'hypothesis';

function ownLines(here: Standpoint, proof: Proof, goal: Term): Lines {
  if (proof.by === 'have') {
    const { name, here: at } = freshFact(here);
    return [
      `assert (${name} : ${bare(here.printer.prop(proof.proposition))}).`,
      ...block(proofLines(here, proof.proof, proof.proposition)),
      ...proofLines(withFact(at, proof.proposition, name), proof.next, goal),
    ];
  }
  switch (goal.op) {
    case 'forall': {
      const [lo, hi, body] = goal.args as [Term, Term, Term];
      const local = here.scope.nextLocal;
      const index = freshIndex(here, indexIdentifier(goal.letter));
      const fact = freshFact(index.here);
      const scope = here.scope.open(lo, hi);
      const there = grown(fact.here, scope, [{ kind: 'fact', name: fact.name }], fact.here.printer);
      const inner = instantiate(scope.arena, body, [local]);
      return [`intros ${index.name} ${fact.name}.`, ...proofLines(there, proof, inner)];
    }
    case 'implies': {
      const fact = freshFact(here);
      const there = withFact(fact.here, arg(goal, 0), fact.name);
      return [`intros ${fact.name}.`, ...proofLines(there, proof, arg(goal, 1))];
    }
    case 'near':
      return nearby(here, arg(goal, 0), (there) => proofLines(there, proof, arg(goal, 1)));
    case 'any':
      return anywhere(here, arg(goal, 0), (there) => proofLines(there, proof, arg(goal, 1)));
    default:
      return shown(here, proof, goal);
  }
}

function shown(here: Standpoint, proof: Exclude<Proof, { by: 'have' }>, goal: Term): Lines {
  const { arena } = here.scope;
  switch (proof.by) {
    case 'rule':
      return byRule(here, proof);
    case 'hypothesis':
      return byHypothesis(here, proof);
    case 'fact':
      return [`exact ${factName(here, proof.index, here.scope.fact(proof.index) as Term)}.`];
    case 'declared':
      return byDeclaration(here, proof.premises, goal, proofLines);
    case 'symmetry': {
      const other = arena.make(goal.op, [arg(goal, 1), arg(goal, 0)]);
      const tactic = goal.op === 'eq' ? 'symmetry.' : 'apply not_eq_sym.';
      return [tactic, ...proofLines(here, proof.of, other)];
    }
    case 'unfold':
      return ['reflexivity.'];
    case 'algebra':
      return byAlgebra(here, proof, goal);
    case 'linear':
      return byCombination(here, proof, goal, proofLines);
    case 'syntax':
      return bySyntax(here, goal);
    case 'chain':
      return chain(here, proof.steps, goal, proofLines);
    case 'rewrite':
      return rewritten(here, proof, goal, proofLines);
    case 'cases':
      return byCases(here, proof, goal);
    case 'absurd': {
      const yes = freshFact(here);
      const no = freshFact(yes.here);
      const contrary = negation(arena, proof.proposition);
      return [
        `assert (${yes.name} : ${bare(here.printer.prop(proof.proposition))}).`,
        ...block(proofLines(here, proof.yes, proof.proposition)),
        `assert (${no.name} : ${bare(here.printer.prop(contrary))}).`,
        ...block(proofLines(yes.here, proof.no, contrary)),
        `absurd_by ${yes.name} ${no.name}.`,
      ];
    }
  }
}

function byRule(here: Standpoint, proof: Shown<'rule'>): Lines {
  const lemma = ruleLemma(proof.rule);
  const rule = ruleBook().get(proof.rule);
  if (!rule) throw new NotExportable(`there is no rule ${proof.rule}`);
  const given = argumentsOf(here, rule, lemma, proof.substitution);
  const goals = rule.premises.flatMap((premise, k) =>
    lemma.premises[k] === undefined
      ? []
      : [
          proofLines(
            here,
            proof.premises[k] as Proof,
            instantiatePattern(here.scope.arena, premise, proof.substitution),
          ),
        ],
  );
  const call = [lemma.name, ...given, ...goals.map(() => '_')].join(' ');
  return [`refine (${call}).`, ...goals.flatMap((lines) => block(lines))];
}

function byHypothesis(here: Standpoint, proof: Shown<'hypothesis'>): Lines {
  const { context, arena } = here.scope;
  let proposition = context.hypotheses.get(proof.name)?.proposition as Term;
  const given: string[] = [];
  const goals: Lines[] = [];
  proof.at.forEach((value, i) => {
    const [lo, hi, body] = proposition.args as [Term, Term, Term];
    given.push(here.printer.value(value), '_');
    goals.push(proofLines(here, proof.premises[i] as Proof, arena.make('in', [value, lo, hi])));
    proposition = instantiate(arena, body, [value]);
  });
  const name = hypothesisName(here, proof.name);
  if (given.length === 0) return [`exact ${name}.`];
  return [`refine (${[name, ...given].join(' ')}).`, ...goals.flatMap((lines) => block(lines))];
}

function byAlgebra(here: Standpoint, proof: Shown<'algebra'>, goal: Term): Lines {
  const zero = here.scope.arena.num(0);
  let at = here;
  const names: string[] = [];
  const shownFirst = proof.nonzero.flatMap(({ term, proof: reason }) => {
    // What shows one may use no name of those before it.
    const before = at;
    const fact = freshFact(before, 'N');
    at = fact.here;
    names.push(fact.name);
    const nonzero = here.scope.arena.make('ne', [term, zero]);
    return [
      `assert (${fact.name} : ${bare(here.printer.prop(nonzero))}).`,
      ...block(proofLines(before, reason, nonzero)),
    ];
  });
  const [left, right] = goal.args as [Term, Term];
  return [...shownFirst, `change (${here.printer.prop(goal)}).`, algebraTactic(left, right)];
}

/** Ring operations alone where they do; else fractions, whose denominators were shown not to be 0. */
function algebraTactic(left: Term, right: Term): string {
  return equalByAlgebra(left, right, new Set()) ? 'by_ring.' : 'by_field.';
}

function bySyntax(here: Standpoint, goal: Term): Lines {
  switch (goal.op) {
    case 'zeroLogZero':
      return ['exact I.'];
    case 'integer':
      return [`exact (is_int_IZR ${here.printer.value(arg(goal, 0))}).`];
    case 'le':
    case 'lt':
      return ['Numbers.numbers.'];
    default:
      throw new NotExportable(`${goal.op} by syntax`);
  }
}

function byCases(here: Standpoint, proof: Shown<'cases'>, goal: Term): Lines {
  const fact = freshFact(here);
  const contrary = negation(here.scope.arena, proof.on);
  const sides = proof.on.args.map((side) =>
    isProposition(side.op) ? '' : here.printer.value(side),
  );
  const decided = { eq: 'eq_or_ne', ne: 'ne_or_eq', le: 'le_or_lt', lt: 'lt_or_le' } as const;
  const decision = decided[proof.on.op as keyof typeof decided];
  const by = decision
    ? `(${decision} ${sides.join(' ')})`
    : `(classic ${here.printer.prop(proof.on)})`;
  return [
    `destruct ${by} as [${fact.name} | ${fact.name}].`,
    ...block(proofLines(withFact(fact.here, proof.on, fact.name), proof.yes, goal)),
    ...block(proofLines(withFact(fact.here, contrary, fact.name), proof.no, goal)),
  ];
}
