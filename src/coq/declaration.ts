/** That what is declared or defined has a value, or is differentiable as its definition is. */
import { obligationsFor } from '../kernel/existence.js';
import type { Proof } from '../kernel/proof.js';
import { arg, type Term } from '../term/term.js';
import { block, type Lines, nearby } from './near-proof.js';
import { NotExportable } from './not-exportable.js';
import type { Prove } from './prove.js';
import type { Standpoint } from './standpoint.js';

/** `conj _ (conj _ _)` for so many goals. */
const conjunction = (count: number): string =>
  count <= 1 ? '_' : `(conj _ ${conjunction(count - 1)})`;

export function byDeclaration(
  here: Standpoint,
  premises: readonly Proof[],
  goal: Term,
  prove: Prove,
): Lines {
  const obligations = obligationsFor(here.scope, goal);
  if (typeof obligations === 'string') throw new NotExportable(obligations);
  const subject = arg(goal, 0);
  if (obligations.length === 0) return ['exact I.'];
  if (goal.op === 'differentiable') return ofDefinition(here, premises, obligations, goal, prove);
  const goals = obligations.map((obligation, k) => {
    if (obligation.scope !== here.scope) throw new NotExportable(`the operator ${subject.op}`);
    return prove(here, premises[k] as Proof, obligation.goal);
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
  prove: Prove,
): Lines {
  const last = obligations.length - 1;
  const around = obligations
    .slice(0, last)
    .flatMap((obligation, k) => [
      'apply exD_and.',
      ...block(
        nearby(here, arg(goal, 1), (there) => prove(there, premises[k] as Proof, obligation.goal)),
      ),
    ]);
  const body = obligations[last] as (typeof obligations)[number];
  return [...around, ...prove(here, premises[last] as Proof, body.goal)];
}
