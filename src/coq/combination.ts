/** Inequalities that follow from others by adding multiples of them. */
import { constantOf } from '../kernel/algebra.js';
import * as Q from '../term/rational.js';
import type { Term } from '../term/term.js';
import { block, type Lines } from './near-proof.js';
import type { Prove, Relation, Shown } from './prove.js';
import { freshFact, type Standpoint } from './standpoint.js';

/** The right side minus the left is a constant and a combination of such differences. */
export function byCombination(
  here: Standpoint,
  proof: Shown<'linear'>,
  goal: Term,
  prove: Prove,
): Lines {
  const { arena } = here.scope;
  let at = here;
  const lines: string[] = [];
  const parts: { name: string; text: string }[] = [];
  let rest = difference(arena, goal);
  for (const { fact, proof: reason, factor } of proof.terms) {
    // What shows one fact may use no name of those before it.
    const before = at;
    const own = freshFact(before);
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
    lines.push(...block([`apply ${lemma}${side}.`, ...weak, ...prove(before, reason, fact)]));
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
