/**
 * Short names for building terms in code: `const t = builder(arena); t.add(t.log(u), v)`.
 * For rules, tests and derivations written in TypeScript; the parser has its own way.
 */
import type { Rational } from './rational.js';
import { close } from './substitution.js';
import type { Arena, Term } from './term.js';

export type Builder = ReturnType<typeof builder>;

export function builder(arena: Arena) {
  const make = arena.make.bind(arena);
  const unary = (op: Parameters<Arena['make']>[0]) => (u: Term) => make(op, [u]);
  const binary = (op: Parameters<Arena['make']>[0]) => (u: Term, v: Term) => make(op, [u, v]);
  /** Binds the free symbol of this name in the body. */
  const binder =
    (op: Parameters<Arena['make']>[0]) => (letter: string, lo: Term, hi: Term, body: Term) =>
      make(op, [lo, hi, close(arena, body, [arena.sym(letter)])], '', letter);
  return {
    arena,
    num: (value: Rational | number | bigint) => arena.num(value),
    sym: (name: string) => arena.sym(name),
    app: (name: string, ...args: Term[]) => make('app', args, name),
    at: (base: Term, ...indices: Term[]) => indices.reduce((a, i) => make('at', [a, i]), base),
    add: binary('add'),
    sub: binary('sub'),
    mul: binary('mul'),
    div: binary('div'),
    pow: binary('pow'),
    neg: unary('neg'),
    exp: unary('exp'),
    log: unary('log'),
    sqrt: unary('sqrt'),
    eq: binary('eq'),
    ne: binary('ne'),
    lt: binary('lt'),
    le: binary('le'),
    diff: binary('diff'),
    delta: binary('delta'),
    iverson: unary('iverson'),
    integer: unary('integer'),
    defined: unary('defined'),
    differentiable: binary('differentiable'),
    member: (i: Term, lo: Term, hi: Term) => make('in', [i, lo, hi]),
    sum: binder('sum'),
    prod: binder('prod'),
    max: binder('max'),
    array: binder('array'),
    forall: binder('forall'),
  };
}
