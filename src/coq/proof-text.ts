/**
 * Prints a proof as tactics of Coq, goal by goal as the checker reads it. It decides nothing: what
 * it prints is taken from the proof, and Coq says whether it holds.
 */
import { constantOf, equalByAlgebra } from '../kernel/algebra.js';
import { obligationsFor } from '../kernel/existence.js';
import type { Proof, Step } from '../kernel/proof.js';
import { instantiatePattern } from '../kernel/rule.js';
import { descend, negation } from '../kernel/scope.js';
import { ruleBook } from '../rules/book.js';
import { isProposition } from '../term/operator.js';
import * as Q from '../term/rational.js';
import { instantiate, withArgument } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { congruence } from './congruence.js';
import { identifier } from './identifiers.js';
import { anywhere, block, type Lines, nearby } from './near-proof.js';
import { NotExportable } from './not-exportable.js';
import { bare } from './printer.js';
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

type Shown<K extends Proof['by']> = Extract<Proof, { by: K }>;

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
      const index = freshIndex(here, identifier(goal.letter === '' ? 'k' : goal.letter));
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
      return byDeclaration(here, proof.premises, goal);
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
      return byCombination(here, proof, goal);
    case 'syntax':
      return bySyntax(here, goal);
    case 'chain':
      return chain(here, proof.steps, goal);
    case 'rewrite':
      return rewritten(here, proof, goal);
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
        ...block(proofLines(here, proof.no, contrary)),
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

/** `conj _ (conj _ _)` for so many goals. */
const conjunction = (count: number): string =>
  count <= 1 ? '_' : `(conj _ ${conjunction(count - 1)})`;

function byDeclaration(here: Standpoint, premises: readonly Proof[], goal: Term): Lines {
  const obligations = obligationsFor(here.scope, goal);
  if (typeof obligations === 'string') throw new NotExportable(obligations);
  const subject = arg(goal, 0);
  if (obligations.length === 0) return ['exact I.'];
  if (goal.op === 'differentiable') return ofDefinition(here, premises, obligations, goal);
  const goals = obligations.map((obligation, k) => {
    if (obligation.scope !== here.scope) throw new NotExportable(`the operator ${subject.op}`);
    return proofLines(here, premises[k] as Proof, obligation.goal);
  });
  if (goals.length === 1) return goals[0] as Lines;
  return [`refine ${conjunction(goals.length)}.`, ...goals.flatMap((lines) => block(lines))];
}

/** A definition is differentiable as its body is; that its arguments have values holds nearby. */
function ofDefinition(
  here: Standpoint,
  premises: readonly Proof[],
  obligations: Exclude<ReturnType<typeof obligationsFor>, string>,
  goal: Term,
): Lines {
  const last = obligations.length - 1;
  const around = obligations
    .slice(0, last)
    .flatMap((obligation, k) => [
      'apply exD_and.',
      ...block(
        nearby(here, arg(goal, 1), (there) =>
          proofLines(there, premises[k] as Proof, obligation.goal),
        ),
      ),
    ]);
  const body = obligations[last] as (typeof obligations)[number];
  return [...around, ...proofLines(here, premises[last] as Proof, body.goal)];
}

function byAlgebra(here: Standpoint, proof: Shown<'algebra'>, goal: Term): Lines {
  const zero = here.scope.arena.num(0);
  let at = here;
  const names: string[] = [];
  const shownFirst = proof.nonzero.flatMap(({ term, proof: reason }) => {
    const fact = freshFact(at, 'N');
    at = fact.here;
    names.push(fact.name);
    const nonzero = here.scope.arena.make('ne', [term, zero]);
    return [
      `assert (${fact.name} : ${bare(here.printer.prop(nonzero))}).`,
      ...block(proofLines(here, reason, nonzero)),
    ];
  });
  const [left, right] = goal.args as [Term, Term];
  return [...shownFirst, `change (${here.printer.prop(goal)}).`, algebraTactic(left, right)];
}

/** Ring operations alone where they do; else fractions, whose denominators were shown not to be 0. */
function algebraTactic(left: Term, right: Term): string {
  return equalByAlgebra(left, right, new Set()) ? 'by_ring.' : 'by_field.';
}

type Relation = 'eq' | 'le' | 'lt';

/** The right side minus the left is a constant and a combination of such differences. */
function byCombination(here: Standpoint, proof: Shown<'linear'>, goal: Term): Lines {
  const { arena } = here.scope;
  let at = here;
  const lines: string[] = [];
  const parts: { name: string; text: string }[] = [];
  let rest = difference(arena, goal);
  for (const { fact, proof: reason, factor } of proof.terms) {
    const own = freshFact(at);
    const scaled = arena.make('mul', [arena.num(factor), difference(arena, fact)]);
    const text = here.printer.value(scaled);
    at = own.here;
    rest = arena.make('sub', [rest, scaled]);
    parts.push({ name: own.name, text });
    const isStrict = fact.op === 'lt' && Q.compare(factor, Q.ZERO) > 0;
    const sign = fact.op === 'eq' ? '=' : isStrict ? '<' : '<=';
    const lemma = fact.op === 'eq' ? 'scaled_eq' : isStrict ? 'scaled_lt' : 'scaled_le';
    lines.push(`assert (${own.name} : 0 ${sign} ${text}).`);
    const side = fact.op === 'eq' ? '' : '; [lra |]';
    const weak = fact.op === 'lt' && !isStrict ? ['apply Rlt_le.'] : [];
    lines.push(...block([`apply ${lemma}${side}.`, ...weak, ...proofLines(here, reason, fact)]));
  }
  const slack = arena.num(constantOf(rest) ?? Q.ZERO);
  const sum = parts.reduce((t, { text }) => `(${t} + ${text})`, here.printer.value(slack));
  const lemma = { eq: 'eq_by_difference', le: 'le_by_difference', lt: 'lt_by_difference' } as const;
  const names = parts.map(({ name }) => name).join(' ');
  const opaque = parts.map(({ text }) => text).join(' ');
  return [
    ...lines,
    `change (${here.printer.prop(goal)}).`,
    `apply (${lemma[goal.op as Relation]} _ _ ${sum}).`,
    '{ by_ring. }',
    parts.length === 0
      ? 'lra.'
      : `clear - ${names}; revert ${names}; generalize ${opaque}; intros; lra.`,
  ];
}

const difference = (arena: Standpoint['scope']['arena'], { args }: Term): Term =>
  arena.make('sub', [args[1] as Term, args[0] as Term]);

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

/** Steps from the left side to the right, each an equation at a path or an inequality as a whole. */
function chain(here: Standpoint, steps: readonly Step[], goal: Term): Lines {
  const { arena } = here.scope;
  let relation = goal.op as Relation;
  let current = arg(goal, 0);
  const right = arg(goal, 1);
  if (steps.length === 0) return [relation === 'eq' ? 'reflexivity.' : 'apply Rle_refl.'];
  const lines = [`change (${here.printer.prop(goal)}).`];
  steps.forEach((step, k) => {
    if (step.relation !== 'eq' && (relation === 'eq' || step.path.length > 0 || step.reverse))
      throw new NotExportable('an inequality below the root or among equations');
    const proof = stepLines(here, step, current);
    const isLast = k === steps.length - 1;
    if (isLast && (step.relation === relation || (step.relation === 'lt' && relation === 'le')))
      lines.push(...(step.relation === relation ? [] : ['apply Rlt_le.']), ...proof);
    else if (isLast && step.relation === 'eq') lines.push('apply Req_le.', ...proof);
    else if (isLast) throw new NotExportable('a chain that is not strict');
    else {
      lines.push(
        `apply (${joined(relation, step.relation)} _ ${here.printer.value(step.result)}).`,
      );
      lines.push(...block(proof));
      if (step.relation === 'lt' && relation === 'lt') relation = 'le';
    }
    current = step.result;
  });
  if (current !== right && arena) throw new NotExportable('a chain that ends elsewhere');
  return lines;
}

/** The lemma that begins a chain with one step: a ? b, b ? c, so a ? c. */
function joined(goal: Relation, step: Relation): string {
  if (goal === 'eq') return 'eq_trans_at';
  if (step === 'eq') return goal === 'le' ? 'eq_le_at' : 'eq_lt_at';
  if (goal === 'le') return step === 'le' ? 'le_le_at' : 'lt_le_at';
  return step === 'le' ? 'le_lt_at' : 'lt_then_le_at';
}

function stepLines(here: Standpoint, step: Step, line: Term): Lines {
  return congruence(here, line, step.path, (there, before) => {
    const after = step.path.length === 0 ? step.result : undefined;
    const target = after ?? opened(here, step.result, step.path);
    const goal = there.scope.arena.make(
      step.relation,
      step.reverse ? [target, before] : [before, target],
    );
    const lines = proofLines(there, step.proof, goal);
    return step.reverse ? ['symmetry.', ...lines] : lines;
  });
}

/** The term at a path, with the indices on the way named as the scopes name them. */
function opened(here: Standpoint, root: Term, path: readonly number[]): Term {
  let scope = here.scope;
  let term = root;
  for (const i of path) {
    const down = descend(scope, term, i);
    if (!down) throw new NotExportable('a step where nothing may be rewritten');
    scope = down.scope;
    term = down.term;
  }
  return term;
}

/** The goal with one side rewritten by each step, and at last the rewritten goal. */
function rewritten(here: Standpoint, proof: Shown<'rewrite'>, goal: Term): Lines {
  const lines: string[] = [];
  let current = goal;
  for (const step of proof.steps) {
    lines.push(...rewriteStep(here, step, current));
    current = step.result;
  }
  return [...lines, ...proofLines(here, proof.next, current)];
}

function rewriteStep(here: Standpoint, step: Step, current: Term): string[] {
  const { arena } = here.scope;
  let depth = 0;
  let before = current;
  let after = step.result;
  do {
    const i = step.path[depth++];
    if (i === undefined) throw new NotExportable('a proposition rewritten as a whole');
    if (before.op === 'forall' || before.op === 'near' || before.op === 'any')
      throw new NotExportable('a step under a quantifier of a proposition');
    before = arg(before, i);
    after = arg(after, i);
  } while (isProposition(before.op));
  const { name, inside } = here.printer.fresh('h');
  const symbols = new Map([...inside.names.symbols, ['%hole', name]]);
  const put = (term: Term, k: number): Term =>
    k === depth
      ? arena.sym('%hole')
      : withArgument(
          arena,
          term,
          step.path[k] as number,
          put(arg(term, step.path[k] as number), k + 1),
        );
  const text = inside.with({ symbols }).prop(put(current, 0));
  const rest = { ...step, path: step.path.slice(depth), result: after };
  return [
    `apply (rewrite_in (fun ${name} => ${text}) ${here.printer.value(before)} ${here.printer.value(after)}).`,
    ...block(stepLines(here, rest, before)),
  ];
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
