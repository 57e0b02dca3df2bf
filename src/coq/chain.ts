/** Chains of steps from one side of a relation to the other, and propositions rewritten by steps. */
import type { Step } from '../kernel/proof.js';
import { descend } from '../kernel/scope.js';
import { isProposition } from '../term/operator.js';
import { withArgument } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { congruence } from './congruence.js';
import { block, type Lines } from './near-proof.js';
import { NotExportable } from './not-exportable.js';
import type { Prove, Relation, Shown } from './prove.js';
import type { Standpoint } from './standpoint.js';

/** Steps from the left side to the right, each an equation at a path or an inequality as a whole. */
export function chain(here: Standpoint, steps: readonly Step[], goal: Term, prove: Prove): Lines {
  const { arena } = here.scope;
  let relation = goal.op as Relation;
  let current = arg(goal, 0);
  const right = arg(goal, 1);
  if (steps.length === 0) return [relation === 'eq' ? 'reflexivity.' : 'apply Rle_refl.'];
  const lines = [`change (${here.printer.prop(goal)}).`];
  steps.forEach((step, k) => {
    if (step.relation !== 'eq' && (relation === 'eq' || step.path.length > 0 || step.reverse))
      throw new NotExportable('an inequality below the root or among equations');
    const proof = stepLines(here, step, current, prove);
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

function stepLines(here: Standpoint, step: Step, line: Term, prove: Prove): Lines {
  return congruence(here, line, step.path, (there, before) => {
    const after = step.path.length === 0 ? step.result : undefined;
    const target = after ?? opened(here, step.result, step.path);
    const goal = there.scope.arena.make(
      step.relation,
      step.reverse ? [target, before] : [before, target],
    );
    const lines = prove(there, step.proof, goal);
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
export function rewritten(
  here: Standpoint,
  proof: Shown<'rewrite'>,
  goal: Term,
  prove: Prove,
): Lines {
  const lines: string[] = [];
  let current = goal;
  for (const step of proof.steps) {
    lines.push(...rewriteStep(here, step, current, prove));
    current = step.result;
  }
  return [...lines, ...prove(here, proof.next, current)];
}

function rewriteStep(here: Standpoint, step: Step, current: Term, prove: Prove): string[] {
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
    ...block(stepLines(here, rest, before, prove)),
  ];
}
