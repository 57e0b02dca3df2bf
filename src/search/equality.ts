/**
 * Shows that two terms are equal: both to normal form, and where these differ by common ranges,
 * telescoping sums, or logarithms.
 */
import { type Proof, REFLEXIVE } from '../kernel/proof.js';
import type { Scope } from '../kernel/scope.js';
import { chainProof, Derivation, type Move, reversed } from '../strategy/derivation.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { byHypotheses } from './equation.js';
import type { Form } from './form.js';
import { meetAligned } from './normal-equality.js';
import { byOneRule, differingPlace } from './one-rule.js';
import { withCommonRanges } from './range-split.js';
import { telescope } from './telescope.js';
import { withSumsTurned } from './turned-sums.js';

/** How the gap between two lines was closed. */
export type Level = 'identical' | 'algebra' | 'one rule' | 'normal forms';

/** Moves from left to right, or undefined when the search finds none. */
export function connect(
  form: Form,
  scope: Scope,
  left: Term,
  right: Term,
): { moves: Move[]; level: Level } | undefined {
  if (left === right) return { moves: [], level: 'identical' };
  const direct = new Derivation(scope, left);
  if (form.engine.algebra(direct, right)) return { moves: direct.moves, level: 'algebra' };
  const single = byOneRule(form.engine, scope, left, right);
  if (single) return { moves: single, level: 'one rule' };
  const place = differingPlace(scope, left, right);
  const inside =
    place && meetAligned(form, form.of(place.scope, place.left), form.of(place.scope, place.right));
  if (inside) {
    const moves = inside.map((move) => ({ ...move, path: [...place.path, ...move.path] }));
    return { moves, level: 'normal forms' };
  }
  const [down, up] = [form.of(scope, left), form.of(scope, right)];
  // Within a case distinction there are many pairs of lines, and most are not equal.
  const isWhole = scope.length === 0;
  const moves =
    meetAligned(form, down, up) ??
    (isWhole ? (bridged(form, down, up) ?? turned(form, scope, left, right)) : undefined);
  return moves && { moves, level: 'normal forms' };
}

/** As bridged, with the sums that count from their upper end taken from the other one. */
function turned(form: Form, scope: Scope, left: Term, right: Term): Move[] | undefined {
  const lines = [left, right].map((side) => withSumsTurned(form, scope, side));
  if (!lines.some(Boolean)) return undefined;
  const [down, up] = [left, right].map((side, i) => {
    const line = lines[i] ?? new Derivation(scope, side);
    form.normalize(line);
    return line;
  }) as [Derivation, Derivation];
  return meetAligned(form, down, up) ?? bridged(form, down, up);
}

/** Moves between normal forms that algebra alone does not connect. */
function bridged(form: Form, down: Derivation, up: Derivation): Move[] | undefined {
  const split = withCommonRanges(form, down, up);
  const common = split && meetAligned(form, ...split);
  if (common) return common;
  const [from, to] = split ?? [down, up];
  const closed = telescope(form, from.scope, from.current, to.current, up.start);
  if (closed) return [...from.moves, ...closed, ...reversed(to.moves)];
  const { scope, current } = down;
  const proof =
    byHypotheses(form, scope, current, up.current) ??
    byLogarithms(form, scope, current, up.current);
  if (!proof) return undefined;
  const bridge = new Derivation(scope, current);
  bridge.replace(up.current, proof);
  return [...down.moves, ...bridge.moves, ...reversed(up.moves)];
}

/** Positive numbers with a product over a range in them are equal when their logarithms are. */
function byLogarithms(form: Form, scope: Scope, u: Term, v: Term): Proof | undefined {
  const hasPower = [u, v].flatMap(subterms).some(({ op, args }) => op === 'exp' && hasSum(args));
  if (!hasPower) return undefined;
  const { arena } = scope;
  const zero = arena.num(0);
  const positive = [u, v].map((side) => arena.make('lt', [zero, side]));
  const signs = form.engine.prover.all(scope, positive, 0);
  const logarithms = [u, v].map((side) => arena.make('log', [side])) as [Term, Term];
  const equal = signs && proveEqual(form, scope, ...logarithms);
  if (!equal) return undefined;
  const substitution = new Map(Object.entries({ u, v }));
  return { by: 'rule', rule: 'log-injective', substitution, premises: [...signs, equal] };
}

const hasSum = (args: readonly Term[]): boolean =>
  args.flatMap(subterms).some(({ op }) => op === 'sum');

/** A proof of left = right by connecting them. */
export function proveEqual(form: Form, scope: Scope, left: Term, right: Term): Proof | undefined {
  if (left === right) return REFLEXIVE;
  const connection = connect(form, scope, left, right);
  return connection && chainProof(scope, left, connection.moves);
}
