/**
 * Entries of inverses and determinants in the normal form: factors, transposes and products are
 * taken out, and what stands beside an inverse in a sum is cancelled by it.
 */
import { instantiatePattern } from '../kernel/rule.js';
import { match } from '../match/match.js';
import type { Derivation } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { instantiate, mentionsName, subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Engine } from './engine.js';
import type { Form } from './form.js';
import { viewOf } from './ring.js';

/** An entry of an array: of one that is written out, of an inverse, of a symmetric matrix. */
export function normalizeEntry(form: Form, d: Derivation): void {
  const { engine } = form;
  form.arguments(d);
  if (engine.rule(d, 'array-entry') || engine.localValue(d)) return;
  const matrix = inverted(d.current);
  if (matrix) return normalizeInverse(form, d, matrix);
  if (isSwapped(d.current) && engine.hypothesis(d, (name) => name.endsWith('.symmetric'))) return;
  engine.hypothesis(d, (name) => !name.includes('.'));
}

/** The matrix of which the term is an entry of the inverse. */
function inverted(term: Term): Term | undefined {
  if (term.op !== 'at' || arg(term, 0).op !== 'at') return undefined;
  const inverse = arg(arg(term, 0), 0);
  return inverse.op === 'inv' ? arg(inverse, 0) : undefined;
}

/** Two indices in the other than the fixed order. */
function isSwapped(term: Term): boolean {
  const row = arg(term, 0);
  return row.op === 'at' && arg(row, 1).id > arg(term, 1).id && arg(row, 0).op === 'sym';
}

const CLOSED = ['inv-identity', 'inv-inv', 'inv-one', 'inv-two', 'inv-diagonal', 'inv-product'];

function normalizeInverse(form: Form, d: Derivation, matrix: Term): void {
  const { engine } = form;
  for (const rule of CLOSED) if (isTwoByTwo(rule, matrix) && engine.rule(d, rule)) return;
  const u = constantOf(form, d, [0, 0, 0]);
  if (u && engine.rule(d, 'inv-scale', { u })) return;
  if (isFlipped(matrix) && engine.rule(d, 'inv-transpose')) return;
  if (arg(arg(d.current, 0), 1).id > arg(d.current, 1).id) engine.rule(d, 'inv-symmetric');
}

/** Rules for one, two or three rows are tried where the ends are numbers. */
function isTwoByTwo(rule: string, matrix: Term): boolean {
  const size = SIZES[rule];
  if (size === undefined) return true;
  const [lo, hi] = matrix.args;
  if (!lo?.value || !hi?.value) return false;
  return Q.equal(Q.subtract(hi.value, lo.value), Q.rational(size - 1));
}

const SIZES: Readonly<Record<string, number>> = {
  'inv-one': 1,
  'inv-two': 2,
  'det-one': 1,
  'det-two': 2,
  'det-three': 3,
};

const DETERMINANTS = [
  'det-identity',
  'det-one',
  'det-two',
  'det-three',
  'det-diagonal',
  'det-inverse',
  'det-product',
];

export function normalizeDeterminant(form: Form, d: Derivation): void {
  const { engine } = form;
  form.arguments(d);
  const matrix = arg(d.current, 0);
  for (const rule of DETERMINANTS) if (isTwoByTwo(rule, matrix) && engine.rule(d, rule)) return;
  const u = constantOf(form, d, [0]);
  if (u && engine.rule(d, 'det-scale', { u })) return;
  if (isFlipped(matrix)) engine.rule(d, 'det-transpose');
}

/** Writes all entries of the matrix at the path as u*rest, and gives the factor u. */
function constantOf(form: Form, d: Derivation, path: readonly number[]): Term | undefined {
  const { arena } = d.scope;
  const mark = d.mark();
  let head: Term | undefined;
  const atEntry = (entry: Derivation): void => {
    const isIndex = (name: string): boolean => Number(name.slice(1)) >= d.scope.depth;
    const dependsOnIndex = (term: Term): boolean =>
      subterms(term).some((s) => s.op === 'sym' && s.name.startsWith('$') && isIndex(s.name));
    const view = viewOf(form.engine, entry);
    const [only, more] = view.polynomial.values();
    if (!only || more) return;
    const constant = only.factors.filter(([a]) => !dependsOnIndex(view.term(a)));
    if (constant.length === 0 && Q.equal(only.coefficient, Q.ONE)) return;
    const factor = view.product({ factors: constant, coefficient: only.coefficient });
    const factors = only.factors.filter((f) => !constant.includes(f));
    const rest = view.product({ factors, coefficient: Q.ONE });
    if (factors.length > 0 && form.engine.algebra(entry, arena.make('mul', [factor, rest])))
      head = factor;
    // A line that is so already is left as it is.
    else if (entry.current === arena.make('mul', [factor, rest])) head = factor;
  };
  descendAlong(d, [...path, 2, 2], atEntry);
  if (!head) d.rewind(mark);
  return head;
}

function descendAlong(
  d: Derivation,
  path: readonly number[],
  work: (inner: Derivation) => void,
): void {
  const [first, ...rest] = path;
  if (first === undefined) return work(d);
  d.inside(first, (inner) => descendAlong(inner, rest, work));
}

/** True when the first index that occurs in the entries is the one of the columns. */
function isFlipped(matrix: Term): boolean {
  const inner = matrix.args[2];
  if (inner?.op !== 'array') return false;
  return firstIndex(arg(inner, 2), 0) === 0;
}

/** The first of the two innermost indices in reading order, 1 for rows and 0 for columns. */
function firstIndex(term: Term, depth: number): number | undefined {
  if (term.op === 'bound') {
    const index = term.index - depth;
    return index === 0 || index === 1 ? index : undefined;
  }
  if (term.loose <= depth) return undefined;
  for (const [i, child] of term.args.entries()) {
    const found = firstIndex(child, depth + (term.args.length === 3 && i === 2 ? 1 : 0));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** sum(k, F(p, k)*inv(F)[k][q]) and sum(k, inv(F)[p][k]*F(k, q)), alone in a sum: a delta. */
export function cancelInverse(form: Form, d: Derivation): boolean {
  const { engine } = form;
  const { arena } = d.scope;
  const local = d.scope.nextLocal;
  const mark = d.mark();
  const [a, b] = d.current.args as [Term, Term];
  let found: { id: string; values: Readonly<Record<string, Term>> } | undefined;
  d.inside(2, (inner) => {
    const view = viewOf(engine, inner);
    const [only, more] = view.polynomial.values();
    if (!only || more) return;
    for (const [atom, exponent] of only.factors) {
      const inverse = view.term(atom);
      const matrix = exponent === 1 ? inverted(inverse) : undefined;
      if (matrix?.args[2]?.op !== 'array') continue;
      const [row, column] = [arg(arg(inverse, 0), 1), arg(inverse, 1)];
      const isRight = row === local && !mentionsName(column, local.name);
      if (!isRight && (column !== local || mentionsName(row, local.name))) continue;
      const factors = only.factors.filter(([other]) => other !== atom);
      const rest = view.product({ factors, coefficient: only.coefficient });
      const F = arg(arg(matrix, 2), 2);
      const written = arena.make('mul', isRight ? [rest, inverse] : [inverse, rest]);
      const before = inner.mark();
      if (written !== inner.current && !engine.algebra(inner, written)) continue;
      const place = partner(engine, inner, isRight ? 0 : 1, F, local);
      if (place) {
        found = isRight
          ? { id: 'inv-right', values: { a, b, F, p: place, q: column } }
          : { id: 'inv-left', values: { a, b, F, p: row, q: place } };
        return;
      }
      inner.rewind(before);
    }
  });
  if (found && byInstance(engine, d, found.id, found.values)) return true;
  d.rewind(mark);
  return false;
}

/**
 * The p for which the factor at i is F(p, k), or F(k, p) for a factor on the right; an entry of a
 * symmetric array may be turned round for it.
 */
function partner(engine: Engine, d: Derivation, i: number, F: Term, local: Term): Term | undefined {
  const { arena } = d.scope;
  const unknown = arena.make('meta', [], 'p');
  const pattern = instantiate(arena, F, i === 0 ? [unknown, local] : [local, unknown]);
  const find = () => match(arena, pattern, arg(d.current, i))?.get('p');
  const straight = find();
  if (straight) return straight;
  d.inside(i, (factor) => engine.hypothesis(factor, (name) => name.endsWith('.symmetric')));
  return find();
}

/** Rewrites the line by an instance that is given in full. */
function byInstance(
  engine: Engine,
  d: Derivation,
  id: string,
  values: Readonly<Record<string, Term>>,
): boolean {
  const rule = engine.rules.get(id);
  if (!rule) return false;
  engine.spend();
  const substitution = new Map(Object.entries(values));
  const [left, right] = rule.conclusion.args.map((side) =>
    instantiatePattern(d.scope.arena, side, substitution),
  ) as [Term, Term];
  const proof = left === d.current && engine.prover.withSubstitution(rule, d.scope, substitution);
  if (!proof) return false;
  d.replace(right, proof);
  return true;
}
