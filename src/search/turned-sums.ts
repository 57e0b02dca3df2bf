/** Sums whose terms count from the upper end, such as Σ b^(n-k), taken from the other end. */
import type { Scope } from '../kernel/scope.js';
import { Derivation } from '../strategy/derivation.js';
import { bottomUp, topDown } from '../strategy/strategy.js';
import { subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';

/** The term with these sums turned round; undefined if it has none. */
export function withSumsTurned(form: Form, scope: Scope, term: Term): Derivation | undefined {
  const d = new Derivation(scope, term);
  topDown((inner) => turn(form, inner))(d);
  return d.moves.length > 0 ? d : undefined;
}

function turn(form: Form, d: Derivation): boolean {
  if (d.current.op !== 'sum') return false;
  const [, hi, body] = d.current.args as [Term, Term, Term];
  const end = subterms(hi).find(({ op }) => op === 'sym');
  const mentionsEnd = (term: Term): boolean =>
    subterms(term).some(
      ({ op, args }) => COUNTS.has(op) && subterms(args[1] as Term).some((t) => t === end),
    );
  if (!end || !mentionsEnd(body)) return false;
  const mark = d.mark();
  const isTurned = form.engine.rule(d, 'sum-reverse');
  if (isTurned)
    d.inside(2, (inner) => {
      bottomUp((part) => COUNTS.has(part.current.op) && part.inside(1, (i) => form.normalize(i)))(
        inner,
      );
    });
  if (isTurned && !mentionsEnd(arg(d.current, 2))) return true;
  d.rewind(mark);
  return false;
}

/** What has an exponent or an index as its second argument. */
const COUNTS = new Set(['pow', 'at']);
