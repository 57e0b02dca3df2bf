/** Sums of binomial coefficients with powers of k and of n - k, the factors in any order. */
import type { Derivation } from '../strategy/derivation.js';
import { subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { viewOf } from './ring.js';

/** sum(k in 0..n, binom(n, k)*u^k*v^(n - k)) is (u + v)^n; a power that is missing is one of 1. */
export function byBinomialTheorem(form: Form, d: Derivation): boolean {
  const { engine } = form;
  const { arena, nextLocal: k } = d.scope;
  const [, n, body] = d.current.args as [Term, Term, Term];
  if (!subterms(body).some(({ op }) => op === 'binom')) return false;
  const mark = d.mark();
  d.inside(2, (inner) => {
    const view = viewOf(engine, inner);
    const [only, more] = view.polynomial.values();
    if (!only || more) return;
    const atoms = only.factors.filter(([, e]) => e === 1).map(([a]) => view.term(a));
    const same = (e: Term, f: Term): boolean =>
      form.of(inner.scope, e).current === form.of(inner.scope, f).current;
    const power = (exponent: Term): Term | undefined =>
      atoms.find((atom) => atom.op === 'pow' && same(arg(atom, 1), exponent));
    const one = arena.num(1);
    const exponents = [k, arena.make('sub', [n, k])] as const;
    const [u, v] = exponents.map((exponent) => power(exponent) ?? one) as [Term, Term];
    const coefficient = arena.make('binom', [n, k]);
    const target = arena.make('mul', [arena.make('mul', [coefficient, u]), v]);
    if (!engine.algebra(inner, target)) return;
    inner.inside(0, (product) => product.inside(1, (side) => asPower(form, side, exponents[0])));
    inner.inside(1, (side) => asPower(form, side, exponents[1]));
  });
  if (engine.rule(d, 'binomial-theorem')) return true;
  d.rewind(mark);
  return false;
}

/** The power with its exponent as the theorem writes it; 1 as 1^e. */
function asPower(form: Form, side: Derivation, exponent: Term): void {
  if (side.current.op === 'pow') side.inside(1, (inner) => form.engine.algebra(inner, exponent));
  else form.engine.ruleBack(side, 'pow-one-base', { v: exponent });
}
