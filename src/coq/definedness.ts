/**
 * When a term has a value, as a proposition of Coq, where every function is total. Follows the
 * rules of definedness: a logarithm needs a positive number, a quotient a denominator other than
 * 0, an entry indices in range. A bracket or delta that is 0 makes a product 0 whatever its other
 * factors are, so for products two things are printed: that they have a value, and that they have
 * such a factor.
 */
import type { Operator } from '../term/operator.js';
import { arg, type Term } from '../term/term.js';
import { bare, type TermPrinter } from './dialect.js';
import { refuse } from './not-exportable.js';

/** Of the parts that always hold none is left out: an instance of a rule has them where it has. */
const allOf = (parts: readonly string[]): string => {
  if (parts.length === 0) return 'True';
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(' /\\ ')})`;
};

/** What an operation asks of its arguments, beside that they have values. */
function conditionOf(p: TermPrinter, term: Term): string[] {
  const condition = conditionText(p, term);
  return condition === undefined ? [] : [condition];
}

function conditionText(p: TermPrinter, term: Term): string | undefined {
  const [u, v] = term.args;
  switch (term.op as Operator) {
    case 'div':
      return `(${p.value(v as Term)} <> 0)`;
    case 'log':
    case 'log2':
    case 'log10':
      return `(log_ok ${p.dialect.convention()} ${p.value(u as Term)})`;
    case 'sqrt':
      return `(0 <= ${p.value(u as Term)})`;
    case 'pow':
      return `(pow_ok ${p.value(u as Term)} ${p.value(v as Term)})`;
    case 'factorial':
      return `(is_int ${p.value(u as Term)} /\\ 0 <= ${p.value(u as Term)})`;
    case 'binom': {
      const [n, k] = [p.value(u as Term), p.value(v as Term)];
      return `(is_int ${n} /\\ is_int ${k} /\\ 0 <= ${k} /\\ ${k} <= ${n})`;
    }
    default:
      return undefined;
  }
}

/** That the term has a value. Throws NotExportable. */
export function okText(p: TermPrinter, term: Term): string {
  const { op, args } = term;
  const own = (children: readonly Term[]): string[] => children.map((child) => okText(p, child));
  switch (op) {
    case 'num':
    case 'pi':
    case 'sym':
      return 'True';
    case 'bound':
      return p.names.parameters.get(p.value(term))?.ok ?? 'True';
    case 'meta':
      return p.dialect.metaOk(term, p, 'ok');
    case 'at':
      return p.dialect.entryOk(term, p);
    case 'app':
      return p.dialect.applicationOk(term, p);
    case 'mul':
      return `(mul_ok ${[arg(term, 0), arg(term, 1)]
        .flatMap((factor) => [okText(p, factor), zeroText(p, factor)])
        .join(' ')})`;
    case 'iverson':
      return conditionOk(p, arg(term, 0));
    case 'if': {
      const [when, yes, no] = args as [Term, Term, Term];
      return allOf([
        conditionOk(p, when),
        `(${p.prop(when)} -> ${okText(p, yes)})`,
        `(${p.contrary(when)} -> ${okText(p, no)})`,
      ]);
    }
    case 'sum':
    case 'prod':
    case 'max':
    case 'min':
      return rangedOk(p, term);
    case 'guard': {
      const [when, body] = args as [Term, Term];
      return allOf([conditionOk(p, when), `(${p.prop(when)} -> ${okText(p, body)})`]);
    }
    case 'diff':
      return differentiableText(p, term);
    case 'argmin':
    case 'argmax': {
      const { text, variable, inside } = p.dialect.variables(args.slice(1), p);
      return `(forall ${variable}, ${text} ${variable} -> ${bare(okText(inside, arg(term, 0)))})`;
    }
    default: {
      p.value(term);
      return allOf([...own(args), ...conditionOf(p, term)]);
    }
  }
}

function rangedOk(p: TermPrinter, term: Term): string {
  const [lo, hi, body] = term.args as [Term, Term, Term];
  const [a, b] = [p.value(lo), p.value(hi)];
  const { name, inside } = p.under(term.letter);
  const ends = [okText(p, lo), okText(p, hi), `(is_int ${a})`, `(is_int ${b})`];
  const some = term.op === 'max' || term.op === 'min' ? [`(${a} <= ${b})`] : [];
  const each = `(forall ${name}, range ${name} ${a} ${b} -> ${bare(okText(inside, body))})`;
  return allOf([...ends, ...some, each]);
}

/** That the sides of a condition have values. */
function conditionOk(p: TermPrinter, condition: Term): string {
  switch (condition.op) {
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'integer':
      return allOf(condition.args.map((side) => okText(p, side)));
    case 'and':
    case 'or':
    case 'not':
      return allOf(condition.args.map((part) => conditionOk(p, part)));
    default:
      return refuse(condition.op);
  }
}

/** That the term is a product with a bracket or delta that is 0. */
export function zeroText(p: TermPrinter, term: Term): string {
  switch (term.op) {
    case 'meta':
      return p.dialect.metaOk(term, p, 'zero');
    case 'bound':
      return p.names.parameters.get(p.value(term))?.zero ?? 'False';
    case 'delta': {
      const [i, j] = term.args as [Term, Term];
      return allOf([okText(p, i), okText(p, j), `(${p.value(i)} <> ${p.value(j)})`]);
    }
    case 'iverson':
      return allOf([conditionOk(p, arg(term, 0)), p.contrary(arg(term, 0))]);
    case 'mul':
      return `(${zeroText(p, arg(term, 0))} \\/ ${zeroText(p, arg(term, 1))})`;
    default:
      return 'False';
  }
}

/** `differentiable(e, X)`, which is also what `diff(e, X)` asks for. */
export function differentiableText(p: TermPrinter, term: Term): string {
  const { text, variable, inside } = p.dialect.location(arg(term, 1), p);
  const body = arg(term, 0);
  return `(exD ${text} (fun ${variable} => ${bare(inside.value(body))}) (fun ${variable} => ${bare(okText(inside, body))}))`;
}
