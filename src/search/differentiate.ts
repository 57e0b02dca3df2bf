/**
 * Derivatives in the normal form: taken apart by the structure of the expression until only
 * variables are left.
 */
import { mentions, targetSymbol } from '../kernel/scope.js';
import { Derivation } from '../strategy/derivation.js';
import { type Strategy, topDown } from '../strategy/strategy.js';
import type { Term } from '../term/term.js';
import type { Engine } from './engine.js';
import type { Form } from './form.js';

/** Rules for each operator under a derivative, in the order in which they are tried. */
const RULES: Readonly<Partial<Record<Term['op'], readonly string[]>>> = {
  add: ['diff-add'],
  sub: ['diff-sub'],
  neg: ['diff-neg'],
  mul: ['diff-mul-const', 'diff-mul-const-right', 'diff-mul'],
  div: ['diff-div-const', 'diff-reciprocal', 'diff-div'],
  pow: ['diff-pow-natural', 'diff-pow-integer', 'diff-pow', 'diff-pow-base', 'diff-pow-general'],
  log: ['diff-log'],
  exp: ['diff-exp'],
  sqrt: ['diff-sqrt'],
  abs: ['diff-abs'],
  relu: ['diff-relu'],
  sigmoid: ['diff-sigmoid'],
  softplus: ['diff-softplus'],
  tanh: ['diff-tanh'],
  erf: ['diff-erf'],
  Phi: ['diff-Phi'],
  gamma: ['diff-gamma'],
  lgamma: ['diff-lgamma'],
  maximum: ['diff-maximum-left', 'diff-maximum-right'],
  sum: ['diff-sum'],
  int: ['diff-int-upper'],
  prod: ['diff-prod-nonzero', 'diff-prod'],
  minimum: ['diff-minimum-left', 'diff-minimum-right'],
  if: [
    'diff-if-eq',
    'diff-if-le',
    'diff-if-le-yes',
    'diff-if-le-no',
    'diff-if-lt-yes',
    'diff-if-lt-no',
    'diff-if-eq-no',
    'diff-if-ne-yes',
  ],
  iverson: ['diff-bracket'],
  sign: ['diff-sign'],
  sym: ['diff-self'],
  at: ['diff-entry', 'diff-entry-2', 'diff-entry-3', 'array-entry', 'diff-inverse'],
  det: ['diff-determinant'],
};

/** The line, a derivative, becomes an expression without it, in normal form. */
export function differentiate(form: Form, d: Derivation): void {
  d.inside(0, (inner) => {
    eliminate(form, inner);
    logarithmsApart(form.engine)(inner);
  });
  const before = d.current;
  takeDerivative(form.engine, d);
  if (d.current !== before) form.normalize(d);
}

/** Logarithms of products, quotients and powers, which are easier to differentiate in parts. */
const logarithmsApart = (engine: Engine): Strategy =>
  topDown((d) => {
    if (d.current.op === 'pow') return engine.rule(d, 'square-sqrt');
    return d.current.op === 'log' && LOGARITHMS.some((rule) => engine.rule(d, rule));
  });

const LOGARITHMS = ['log-div', 'log-mul', 'log-prod', 'log-pow', 'log-exp'];

/** Removes derivatives that stand inside the expression. */
function eliminate(form: Form, d: Derivation): void {
  if (d.current.op === 'diff') {
    form.normalize(d);
    return;
  }
  if (d.current.op === 'app' && form.engine.unfold(d)) {
    eliminate(form, d);
    return;
  }
  if (!containsDerivative(d.current)) return;
  for (let i = 0; i < d.current.args.length; i++) d.inside(i, (inner) => eliminate(form, inner));
}

/** Gives the derivative of a definition's application in closed form; false where it does not. */
export type DefinitionDerivative = (d: Derivation) => boolean;

/**
 * The derivative at the root taken apart as far as rules go; nothing else is changed. A
 * definition is inserted, unless `known` gives its derivative.
 */
export function takeDerivative(engine: Engine, d: Derivation, known?: DefinitionDerivative): void {
  if (d.current.op !== 'diff') return descend(engine, d, known);
  if (known) return takeApart(engine, d, known);
  const table = engine.derivatives.get(d.scope) ?? new Map<Term, Derivation>();
  engine.derivatives.set(d.scope, table);
  const before = table.get(d.current);
  if (before) {
    d.append({ moves: before.moves, to: before.current });
    return;
  }
  const once = new Derivation(d.scope, d.current);
  takeApart(engine, once, undefined);
  table.set(d.current, once);
  d.append({ moves: once.moves, to: once.current });
}

function takeApart(engine: Engine, d: Derivation, known: DefinitionDerivative | undefined): void {
  const [subject, location] = d.current.args as [Term, Term];
  const symbol = targetSymbol(location);
  if (symbol && !mentions(d.scope.context, subject, symbol.name)) {
    engine.rule(d, 'diff-const');
    return;
  }
  if (subject.op === 'app') {
    if (known?.(d)) return;
    if (d.inside(0, (inner) => engine.unfold(inner))) takeDerivative(engine, d, known);
    return;
  }
  if (differentiateOnce(engine, d)) descend(engine, d, known);
}

/** One rule for the operator under the derivative; true when one applied. */
export function differentiateOnce(engine: Engine, d: Derivation): boolean {
  const { op } = d.current.args[0] as Term;
  return (RULES[op] ?? []).some((rule) => engine.rule(d, rule));
}

function descend(engine: Engine, d: Derivation, known?: DefinitionDerivative): void {
  if (!containsDerivative(d.current)) return;
  for (let i = 0; i < d.current.args.length; i++)
    d.inside(i, (inner) => takeDerivative(engine, inner, known));
}

const known = new WeakMap<Term, boolean>();

/** True when a derivative occurs in the text of the term. */
export function containsDerivative(term: Term): boolean {
  const answer = known.get(term);
  if (answer !== undefined) return answer;
  const result = term.op === 'diff' || term.args.some(containsDerivative);
  known.set(term, result);
  return result;
}
