/** Claims that differ from the one that a proof was made for, in one thing. */
import type { Statement } from '../../../src/kernel/theorem.js';
import type { Claim } from '../../../src/language/claim.js';
import { mutantsOf } from '../../mutants/mutations.js';
import { otherRanges } from './mutated-proofs.js';

export interface MutatedStatement {
  readonly kind: string;
  readonly mutant: Statement;
}

/** Every mutant of a claim's statement. */
export function* mutatedStatements(statement: Statement): Generator<MutatedStatement> {
  const { context, relation, left, right } = statement;
  const { arena, hypotheses } = context;
  const swapped = { ...statement, left: right, right: left };
  if (relation !== 'eq') yield { kind: 'statement: swapped sides', mutant: swapped };
  const others = { eq: ['lt'], le: ['lt', 'eq'], lt: ['eq'] } as const;
  for (const other of others[relation])
    yield { kind: 'statement: another relation', mutant: { ...statement, relation: other } };
  yield {
    kind: 'statement: negated right side',
    mutant: { ...statement, right: arena.make('neg', [right]) },
  };
  for (const name of hypotheses.keys()) {
    const fewer = new Map(hypotheses);
    fewer.delete(name);
    const mutant = { ...statement, context: { ...context, hypotheses: fewer } };
    yield { kind: 'statement: a dropped hypothesis', mutant };
  }
  for (const side of ['left', 'right'] as const)
    for (const term of otherRanges(context, statement[side]))
      yield { kind: 'statement: an off-by-one range', mutant: { ...statement, [side]: term } };
  // The core's terms are terms of the language too, and the mutants need no more of a claim.
  const claim = { context, lines: [{ term: left }, { term: right }] } as unknown as Claim;
  for (const { slip, ...changed } of mutantsOf(claim)) {
    const kind = slip === 'a declaration' ? 'statement: a weaker declaration' : 'statement: a slip';
    yield { kind, mutant: { ...changed, relation } };
  }
}
