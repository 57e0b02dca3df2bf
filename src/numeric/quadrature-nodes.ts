/**
 * The substitutions of the double exponential rule: where its points lie and what they weigh, on
 * the unit interval, the half line and the line. Each is computed once for each precision: its
 * exponentials cost more than most integrands.
 *
 * Source: Takahasi, Mori, Double exponential formulas for numerical integration, Publ. RIMS 9 (1974).
 */
import { type Rational, rational } from '../term/rational.js';
import { ballOf } from './ball.js';
import { piBall } from './ball-functions.js';
import type { Calculus } from './calculus.js';
import { exact, type Real, whole } from './value.js';

export type Span = 'unit interval' | 'half line' | 'line';

/** x(t) and dx/dt. */
export interface Node {
  readonly x: Real;
  readonly weight: Real;
}

/** Nodes that are kept. */
const KEPT = 20_000;
const nodes = new Map<string, Node>();

export function nodeAt(c: Calculus, span: Span, t: Rational): Node {
  const key = `${span} ${c.arithmetic.bits} ${t.n}/${t.d}`;
  const found = nodes.get(key);
  if (found) return found;
  if (nodes.size >= KEPT) nodes.clear();
  const node = SUBSTITUTIONS[span](c, ballOf(t, c.arithmetic.bits));
  nodes.set(key, node);
  return node;
}

const half = exact(rational(1, 2));

/** e^t/2 and e^-t/2, of which sinh and cosh are the difference and the sum. */
function halves(c: Calculus, t: Real): readonly [Real, Real] {
  const { arithmetic: k } = c;
  return [k.mul(half, c.apply('exp', t)), k.mul(half, c.apply('exp', k.neg(t)))];
}

/** u = π/2·sinh t and its slope. */
function inner(c: Calculus, t: Real): { u: Real; slope: Real } {
  const { arithmetic: k } = c;
  const quarterTurn = k.mul(half, piBall(k.bits));
  const [rising, falling] = halves(c, t);
  return {
    u: k.mul(quarterTurn, k.sub(rising, falling)),
    slope: k.mul(quarterTurn, k.add(rising, falling)),
  };
}

const SUBSTITUTIONS: { readonly [span in Span]: (c: Calculus, t: Real) => Node } = {
  // x = s(2u) with s the logistic function.
  'unit interval': (c, t) => {
    const { arithmetic: k } = c;
    const { u, slope } = inner(c, t);
    const twice = k.mul(whole(2), u);
    const x = c.apply('sigmoid', twice);
    const other = c.apply('sigmoid', k.neg(twice));
    return { x, weight: k.mul(k.mul(x, other), k.mul(whole(2), slope)) };
  },
  // x = e^u
  'half line': (c, t) => {
    const { u, slope } = inner(c, t);
    const x = c.apply('exp', u);
    return { x, weight: c.arithmetic.mul(x, slope) };
  },
  // x = sinh u
  line: (c, t) => {
    const { arithmetic: k } = c;
    const { u, slope } = inner(c, t);
    const [rising, falling] = halves(c, u);
    return { x: k.sub(rising, falling), weight: k.mul(k.add(rising, falling), slope) };
  },
};
