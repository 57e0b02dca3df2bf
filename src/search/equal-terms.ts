/** Equations between sums over one range that hold for each term, if need be by cases. */
import type { Proof } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { chainProof, Derivation, reversed } from '../strategy/derivation.js';
import { instantiate, subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { proveByCases } from './cases.js';
import type { Form } from './form.js';
import { proveByForms } from './normal-equality.js';
import { byGroup, groupsBetween } from './telescope.js';

/** What a case distinction decides. */
const DECIDED = new Set(['abs', 'relu', 'sign', 'maximum', 'minimum', 'iverson', 'if', 'delta']);

/** A proof of left = right by their terms: what is left over is the same for each of them. */
export function byEqualTerms(form: Form, scope: Scope, left: Term, right: Term): Proof | undefined {
  const [down, up] = [form.of(scope, left), form.of(scope, right)];
  const { view, groups } = groupsBetween(form, scope, down.current, up.current);
  for (const group of groups) {
    if (!group.parts.some(({ body }) => subterms(body).some(({ op }) => DECIDED.has(op)))) continue;
    const close = (sum: Term, formula: Term) => equalTerms(form, scope, sum, formula);
    const moves = byGroup(form, scope, view, group, down.current, up.current, close);
    if (moves) return chainProof(scope, left, [...down.moves, ...moves, ...reversed(up.moves)]);
  }
  return undefined;
}

/** A proof that the sum is the formula, of which each term is an equal part. */
function equalTerms(form: Form, scope: Scope, sum: Term, formula: Term): Proof | undefined {
  const { arena } = scope;
  const [lo, hi, body] = sum.args as [Term, Term, Term];
  const zero = arena.num(0);
  const count = arena.make('add', [arena.make('sub', [hi, lo]), arena.num(1)]);
  const part = formula === zero ? zero : arena.make('div', [formula, count]);
  const term = instantiate(arena, body, [scope.nextLocal]);
  const proof = proveByCases(form, scope.open(lo, hi), term, part);
  if (!proof) return undefined;
  const d = new Derivation(scope, sum);
  d.inside(2, (inner) => inner.replace(part, proof));
  const total = proveByForms(form, scope, d.current, formula);
  if (!total) return undefined;
  d.replace(formula, total);
  return chainProof(scope, sum, d.moves);
}
