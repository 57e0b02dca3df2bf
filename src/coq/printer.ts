/**
 * Prints terms as Coq: values, propositions and decisions. What a name, a definition or a location
 * is called depends on where the term stands (in a claim or in a rule), so that is left to a
 * `Dialect`; everything else is said here, once, for claims and rules alike.
 */
import { isProposition, type Operator } from '../term/operator.js';
import { arg, type Term } from '../term/term.js';
import { differentiableText, okText, zeroText } from './definedness.js';
import { bare, type Dialect, type Names, type TermPrinter, variablesOf } from './dialect.js';
import { freshName, indexIdentifier } from './identifiers.js';
import { NotExportable, refuse } from './not-exportable.js';

const INFIX: Readonly<Partial<Record<Operator, string>>> = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  eq: '=',
  ne: '<>',
  lt: '<',
  le: '<=',
  and: '/\\',
  or: '\\/',
  implies: '->',
};

const CALLED: Readonly<Partial<Record<Operator, string>>> = {
  pow: 'Pow',
  exp: 'exp',
  log: 'ln',
  log2: 'log2',
  log10: 'log10',
  sqrt: 'sqrt',
  abs: 'Rabs',
  sign: 'sgn',
  tanh: 'tanh',
  relu: 'relu',
  softplus: 'softplus',
  sigmoid: 'sigmoid',
  factorial: 'Fact',
  binom: 'Binom',
  maximum: 'Rmax',
  minimum: 'Rmin',
  delta: 'delta',
  in: 'range',
  integer: 'is_int',
};

const RANGED: Readonly<Partial<Record<Operator, string>>> = {
  sum: 'Sum',
  prod: 'Prod',
  max: 'Max',
  min: 'Min',
};

const DECIDED: Readonly<Partial<Record<Operator, string>>> = {
  eq: 'eq_dec',
  ne: 'ne_dec',
  le: 'le_dec',
  lt: 'lt_dec',
  and: 'and_dec',
  or: 'or_dec',
};

export class Printer implements TermPrinter {
  constructor(
    readonly dialect: Dialect,
    readonly names: Names,
  ) {}

  with(changes: Partial<Names>): Printer {
    return new Printer(this.dialect, { ...this.names, ...changes });
  }

  /** The printer in which one more name is taken, and the name: this one, or one like it. */
  fresh(wish: string): { name: string; inside: Printer } {
    const name = freshName(wish, this.names.taken);
    return { name, inside: this.with({ taken: new Set([...this.names.taken, name]) }) };
  }

  /** Inside of a binder: its index is called like its letter. */
  under(letter: string): { name: string; inside: Printer } {
    const { name, inside } = this.fresh(indexIdentifier(letter));
    return { name, inside: inside.with({ bound: [...this.names.bound, name] }) };
  }

  /** `fun k => …` for a body under one binder. */
  lambda(letter: string, body: (inside: Printer) => string): string {
    const { name, inside } = this.under(letter);
    return `(fun ${name} => ${bare(body(inside))})`;
  }

  /** The value of a term. Throws NotExportable. */
  value(term: Term): string {
    const { op, args } = term;
    if (op === 'num') return numeral(term);
    const infix = INFIX[op];
    if (infix && !isProposition(op))
      return `(${this.value(arg(term, 0))} ${infix} ${this.value(arg(term, 1))})`;
    if (CALLED[op] && !isProposition(op))
      return `(${CALLED[op]} ${args.map((a) => this.value(a)).join(' ')})`;
    if (RANGED[op]) return this.#ranged(term);
    switch (op) {
      case 'sym':
        return this.names.symbols.get(term.name) ?? this.dialect.symbol(term.name, this);
      case 'bound':
        return this.names.bound[this.names.bound.length - 1 - term.index] as string;
      case 'meta':
        return this.dialect.meta(term, this);
      case 'pi':
        return 'PI';
      case 'neg':
        return `(- ${arg(term, 0).op === 'num' ? `(${this.value(arg(term, 0))})` : this.value(arg(term, 0))})`;
      case 'at':
        return this.#entry(term);
      case 'app':
        return this.dialect.application(term, this);
      case 'iverson':
        return `(bracket ${this.decision(arg(term, 0))})`;
      case 'if':
        return `(if ${this.decision(arg(term, 0))} then ${bare(this.value(arg(term, 1)))} else ${bare(this.value(arg(term, 2)))})`;
      case 'diff': {
        const { text, variable, inside } = this.dialect.location(arg(term, 1), this);
        return `(D ${text} (fun ${variable} => ${bare(inside.value(arg(term, 0)))}))`;
      }
      case 'argmin':
      case 'argmax': {
        const { text, variable, inside } = this.dialect.variables(args.slice(1), this);
        const name = op === 'argmin' ? 'Argmin' : 'Argmax';
        return `(${name} ${text} (fun ${variable} => ${bare(inside.value(arg(term, 0)))}))`;
      }
      default:
        return refuse(op);
    }
  }

  #ranged(term: Term): string {
    const [lo, hi, body] = term.args as [Term, Term, Term];
    const ends = `${this.value(lo)} ${this.value(hi)}`;
    const lambda = this.lambda(term.letter, (inside) => inside.#guarded(term.op, body));
    return `(${RANGED[term.op]} ${ends} ${lambda})`;
  }

  /** The body of a binder, which may be restricted by a condition. */
  #guarded(op: Operator, body: Term): string {
    if (body.op !== 'guard') return this.value(body);
    if (op !== 'sum' && op !== 'prod') throw new NotExportable(`a condition on the range of ${op}`);
    const otherwise = op === 'sum' ? '0' : '1';
    return `(if ${this.decision(arg(body, 0))} then ${this.#guarded(op, arg(body, 1))} else ${otherwise})`;
  }

  #entry(term: Term): string {
    const indices: string[] = [];
    let base = term;
    for (; base.op === 'at'; base = arg(base, 0)) indices.unshift(this.value(arg(base, 1)));
    if (base.op !== 'sym' && base.op !== 'meta') return refuse(base.op);
    return `(${this.value(base)} ${indices.join(' ')})`;
  }

  /** A proposition. Throws NotExportable. */
  prop(term: Term): string {
    const { op, args } = term;
    const infix = INFIX[op];
    if (op === 'and' || op === 'or' || op === 'implies')
      return `(${this.prop(arg(term, 0))} ${infix} ${this.prop(arg(term, 1))})`;
    if (infix) return `(${this.value(arg(term, 0))} ${infix} ${this.value(arg(term, 1))})`;
    if (CALLED[op]) return `(${CALLED[op]} ${args.map((a) => this.value(a)).join(' ')})`;
    switch (op) {
      case 'true':
        return 'True';
      case 'false':
        return 'False';
      case 'not':
        return `(~ ${this.prop(arg(term, 0))})`;
      case 'forall': {
        const [lo, hi, body] = args as [Term, Term, Term];
        const { name, inside } = this.under(term.letter);
        const within = `range ${name} ${this.value(lo)} ${this.value(hi)}`;
        return `(forall ${name}, ${within} -> ${bare(inside.prop(body))})`;
      }
      case 'near': {
        const { text, variable, inside } = this.dialect.location(arg(term, 0), this);
        return `(near ${text} (fun ${variable} => ${bare(inside.prop(arg(term, 1)))}))`;
      }
      case 'any': {
        const { text, variable, inside } = this.dialect.variables(variablesOf(arg(term, 0)), this);
        return `(forall ${variable}, ${text} ${variable} -> ${bare(inside.prop(arg(term, 1)))})`;
      }
      case 'zeroLogZero':
        return this.dialect.convention();
      case 'defined':
        return okText(this, arg(term, 0));
      case 'differentiable':
        return differentiableText(this, term);
      default:
        return refuse(op);
    }
  }

  /** A decision procedure for a condition. Throws NotExportable. */
  decision(term: Term): string {
    const name = DECIDED[term.op];
    if (term.op === 'and' || term.op === 'or')
      return `(${name} ${this.decision(arg(term, 0))} ${this.decision(arg(term, 1))})`;
    if (name) return `(${name} ${this.value(arg(term, 0))} ${this.value(arg(term, 1))})`;
    if (term.op === 'not') return `(not_dec ${this.decision(arg(term, 0))})`;
    if (term.op === 'integer') return `(int_dec ${this.value(arg(term, 0))})`;
    throw new NotExportable(`a case distinction by ${term.op}`);
  }

  /** That a term has a value. */
  ok(term: Term): string {
    return okText(this, term);
  }

  /** That a term is a product with a bracket or delta that is 0. */
  zero(term: Term): string {
    return zeroText(this, term);
  }

  /** The contrary of a condition, as the checker states it. */
  contrary(term: Term): string {
    if (term.op === 'not') return this.prop(arg(term, 0));
    const sign = CONTRARY[term.op];
    if (!sign) return `(~ ${this.prop(term)})`;
    const [left, right] = term.args.map((side) => this.value(side)) as [string, string];
    return sign === '<>' || sign === '='
      ? `(${left} ${sign} ${right})`
      : `(${right} ${sign} ${left})`;
  }
}

const CONTRARY: Readonly<Partial<Record<Operator, string>>> = {
  eq: '<>',
  ne: '=',
  lt: '<=',
  le: '<',
};

function numeral(term: Term): string {
  const { n, d } = term.value as { n: bigint; d: bigint };
  const whole = n < 0n ? `(${n})` : `${n}`;
  return d === 1n ? whole : `(${whole} / ${d})`;
}
