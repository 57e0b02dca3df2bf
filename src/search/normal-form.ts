/**
 * The normal form of a term, with the moves that lead to it.
 *
 * Bottom up: arguments first, then the operator's own chapter (sums, logarithms, derivatives, …),
 * until nothing changes. Ring operations become polynomials over what remains. Two terms are
 * shown equal by bringing both here; a transcript for readers is made elsewhere.
 */
import type { Monomial } from '../kernel/polynomial.js';
import * as P from '../kernel/polynomial.js';
import type { Scope } from '../kernel/scope.js';
import { Derivation, type Move } from '../strategy/derivation.js';
import * as Q from '../term/rational.js';
import { subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { normalizeBracket, normalizeDelta, normalizeIf } from './brackets.js';
import { differentiate, takeDerivative } from './differentiate.js';
import type { Engine } from './engine.js';
import type { Form } from './form.js';
import { factorContent, unnest } from './fractions.js';
import { normalizeGamma } from './gamma-form.js';
import { normalizeIntegral } from './integral-form.js';
import { normalizeExp, normalizeLog, normalizePower, normalizeRoot } from './logarithm-form.js';
import { normalizeDeterminant, normalizeEntry } from './matrix-entry.js';
import { normalizeMaximum } from './maximum-form.js';
import { reduceMonomials } from './monomials.js';
import { normalizeOptimum } from './optimum-form.js';
import { normalizeProduct } from './product-form.js';
import { collect, eachAtom, viewOf } from './ring.js';
import { isRing } from './ring-view.js';
import { normalizeSum } from './sum-form.js';

/** Deepest nesting of terms that the normal form descends into. */
const MAX_NESTING = 400;

/** Most rounds at one node before its form is taken as it is. */
const MAX_ROUNDS = 12;

interface Result {
  readonly moves: readonly Move[];
  readonly to: Term;
}

export class Normalizer implements Form {
  readonly #memo = new WeakMap<Scope, Map<Term, Result>>();
  /** Names and entries whose form is being looked for: an equation may lead back to its own left side. */
  readonly #open = new Set<Term>();
  #depth = 0;

  constructor(readonly engine: Engine) {
    engine.prover.normalize = (d) => this.normalize(d);
    engine.prover.together = (d) => factorContent(engine, d);
    engine.prover.takeDerivative = (d) => takeDerivative(engine, d);
  }

  /** Brings the line to its normal form. */
  normalize(d: Derivation): void {
    const table = this.#memo.get(d.scope) ?? new Map<Term, Result>();
    this.#memo.set(d.scope, table);
    const known = table.get(d.current);
    if (known) {
      d.append(known);
      return;
    }
    const start = d.current;
    if (this.#depth > MAX_NESTING || this.#open.has(start)) return;
    this.#depth++;
    const isName = start.op === 'sym' || start.op === 'at';
    if (isName) this.#open.add(start);
    const inner = new Derivation(d.scope, start);
    try {
      for (let round = 0; round < MAX_ROUNDS; round++) {
        const before = inner.current;
        this.#once(inner);
        if (inner.current === before) break;
      }
    } finally {
      this.#depth--;
      this.#open.delete(start);
    }
    // What leads back to itself would grow each time that it is brought to its form.
    const isCircular = isName && inner.current !== start && subterms(inner.current).includes(start);
    const result = isCircular
      ? { moves: [], to: start }
      : { moves: inner.moves, to: inner.current };
    table.set(d.current, result);
    d.append(result);
  }

  /** The normal form of a term in a scope, with the moves to it. */
  of(scope: Scope, term: Term): Derivation {
    const d = new Derivation(scope, term);
    this.normalize(d);
    return d;
  }

  #once(d: Derivation): void {
    const { engine } = this;
    if (d.current.op === 'pow' && arg(d.current, 0).op === 'sqrt')
      if (engine.rule(d, 'square-sqrt')) return this.normalize(d);
    if (isRing(d.current)) {
      eachAtom(d, (inner) => this.normalize(inner));
      unnest(engine, d);
      collect(engine, d);
      reduceMonomials(this, d);
      return;
    }
    switch (d.current.op) {
      case 'num':
      case 'sym':
      case 'pi':
      case 'inf':
        if (!engine.localValue(d)) engine.hypothesis(d, (name) => !name.includes('.'));
        return;
      case 'app':
        if (!engine.unfold(d)) this.arguments(d);
        return;
      case 'sum':
        return normalizeSum(this, d);
      case 'prod':
        return normalizeProduct(this, d);
      case 'int':
        return normalizeIntegral(this, d);
      case 'log':
        return normalizeLog(this, d);
      case 'exp':
        return normalizeExp(this, d);
      case 'pow':
        return normalizePower(this, d);
      case 'sqrt':
        return normalizeRoot(this, d);
      case 'gamma':
      case 'digamma':
      case 'lgamma':
        return normalizeGamma(this, d);
      case 'delta':
        return normalizeDelta(this, d);
      case 'iverson':
        return normalizeBracket(this, d);
      case 'if':
        return normalizeIf(this, d);
      case 'max':
      case 'min':
        return normalizeMaximum(this, d);
      case 'at':
        return normalizeEntry(this, d);
      case 'det':
        return normalizeDeterminant(this, d);
      case 'argmin':
      case 'argmax':
        return normalizeOptimum(this, d);
      case 'diff':
        return differentiate(this, d);
      default:
        return this.#function(d);
    }
  }

  /** Brings every argument to normal form. */
  arguments(d: Derivation): void {
    for (let i = 0; i < d.current.args.length; i++) d.inside(i, (inner) => this.normalize(inner));
  }

  /** Functions that are written out, or that a sign decides. */
  #function(d: Derivation): void {
    const { engine } = this;
    this.arguments(d);
    if (d.current.op === 'abs' || d.current.op === 'sign') orient(engine, d);
    for (const rule of WRITTEN_OUT[d.current.op] ?? []) if (engine.rule(d, rule)) return;
    engine.hypothesis(d, (name) => !name.includes('.'));
  }
}

/** Of u and -u under an absolute value or a sign, the one that begins with a positive term. */
function orient(engine: Engine, d: Derivation): void {
  d.inside(0, (inner) => {
    const view = viewOf(engine, inner);
    const [first] = [...view.polynomial.values()].sort((a, b) => firstAtom(a) - firstAtom(b));
    if (!first || Q.compare(first.coefficient, Q.ZERO) > 0) return;
    const turned = view.sum(P.scale(view.polynomial, Q.rational(-1)));
    engine.algebra(inner, d.scope.arena.make('neg', [turned]));
  });
}

const firstAtom = ({ factors }: Monomial): number => Math.min(...factors.map(([a]) => a), Infinity);

/** Rules tried in turn at the root of a function's application. */
const WRITTEN_OUT: Readonly<Partial<Record<Term['op'], readonly string[]>>> = {
  sigmoid: ['sigmoid-exp'],
  softplus: ['softplus-log'],
  tanh: ['tanh-sigmoid'],
  relu: ['relu-positive', 'relu-negative', 'relu-bracket'],
  abs: ['abs-nonneg', 'abs-nonpos', 'abs-neg'],
  sign: ['sign-positive', 'sign-negative', 'sign-zero', 'sign-neg'],
  maximum: ['maximum-left', 'maximum-right'],
  minimum: ['minimum-as-maximum'],
  at: ['array-entry'],
  binom: ['binom-factorial'],
  factorial: ['factorial-gamma'],
};
