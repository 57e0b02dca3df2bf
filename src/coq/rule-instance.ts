/** The arguments of a rule's lemma, from the substitution of a proof. */
import type { Rule, Substitution } from '../kernel/rule.js';
import { subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { bare, type TermPrinter } from './dialect.js';
import { dialectOf } from './near-proof.js';
import { NotExportable } from './not-exportable.js';
import type { Parameter, RuleLemma } from './rule-lemma.js';
import type { Standpoint } from './standpoint.js';

/** The arguments, in the order of the lemma's parameters. Throws NotExportable. */
export function argumentsOf(
  here: Standpoint,
  rule: Rule,
  lemma: RuleLemma,
  substitution: Substitution,
): string[] {
  const targets = targetsOf(here, rule, substitution);
  return lemma.parameters.map((parameter) => argument(here, parameter, targets, substitution));
}

/** What each location or optimum of the rule stands for: the location, or the variables. */
function targetsOf(here: Standpoint, rule: Rule, substitution: Substitution): Map<string, Target> {
  const found = new Map<string, Target>();
  const note = (pattern: Term, isOptimum: boolean): void => {
    const indices: Term[] = [];
    let base = pattern;
    for (; base.op === 'at'; base = arg(base, 0)) indices.unshift(arg(base, 1));
    if (base.op !== 'meta') return;
    const put = (meta: Term): Term => substitution.get(meta.name) ?? meta;
    const { arena } = here.scope;
    const term = indices.reduce((t, index) => arena.make('at', [t, put(index)]), put(base));
    found.set(base.name, { term, isOptimum });
  };
  for (const term of [...rule.premises, rule.conclusion].flatMap(subterms)) {
    if (term.op === 'diff' || term.op === 'differentiable') note(arg(term, 1), false);
    else if (term.op === 'near') note(arg(term, 0), false);
    else if (term.op === 'any') note(arg(term, 0), true);
    else if (term.op === 'argmin' || term.op === 'argmax') note(arg(term, 1), true);
  }
  return found;
}

interface Target {
  readonly term: Term;
  readonly isOptimum: boolean;
}

const variables = (term: Term): readonly Term[] => (term.op === 'variables' ? term.args : [term]);

function argument(
  here: Standpoint,
  parameter: Parameter,
  targets: ReadonlyMap<string, Target>,
  substitution: Substitution,
): string {
  const dialect = dialectOf(here);
  if (parameter.role === 'convention') return dialect.convention();
  const value = substitution.get(parameter.of);
  if (!value) throw new NotExportable(`no term for ${parameter.of}`);
  const bound: string[] = [];
  let printer = here.printer;
  for (const state of parameter.states) {
    const { term, isOptimum } = targets.get(state) as Target;
    const place = isOptimum
      ? dialect.variables(variables(term), printer)
      : dialect.location(term, printer);
    bound.push(place.variable);
    printer = place.inside;
  }
  const target = targets.get(parameter.of);
  if (parameter.role === 'value' && target) return printer.value(value);
  switch (parameter.role) {
    case 'location':
      return lambda(bound, dialect.location((target as Target).term, printer).text);
    case 'admissible':
      return dialect.variables(variables(value), printer).text;
    case 'range':
      return inRange(here, parameter, value, printer);
    default:
      break;
  }
  const { names, inside } = indices(printer, value.loose, parameter);
  const text =
    parameter.role === 'ok'
      ? inside.ok(value)
      : parameter.role === 'zero'
        ? inside.zero(value)
        : inside.value(value);
  return lambda([...bound, ...names], text);
}

/** Names for the bound indices that a metavariable takes, by the type of its parameter. */
function indices(
  printer: TermPrinter,
  loose: number,
  { type, states }: Parameter,
): { names: string[]; inside: TermPrinter } {
  const count = Math.max(loose, arity(type) - states.length);
  const names: string[] = [];
  let inside = printer;
  for (let k = 0; k < count; k++) {
    const next = inside.under(['k', 'l', 'm'][k] ?? 'k');
    names.push(next.name);
    inside = next.inside;
  }
  return { names, inside };
}

/** How many arguments a type takes, arrows in brackets aside. */
function arity(type: string): number {
  let depth = 0;
  let count = 0;
  for (let k = 0; k < type.length; k++) {
    if (type[k] === '(') depth++;
    else if (type[k] === ')') depth--;
    else if (depth === 0 && type.startsWith('->', k)) count++;
  }
  return count;
}

function inRange(here: Standpoint, { type }: Parameter, array: Term, printer: TermPrinter): string {
  const names: string[] = [];
  let inside = printer;
  for (let k = arity(type); k > 0; k--) {
    const next = inside.fresh(['i', 'j', 'k'][names.length] ?? 'i');
    names.push(next.name);
    inside = next.inside;
  }
  return lambda(names, dialectOf(here).inRange(array.name, names, inside));
}

const lambda = (names: readonly string[], text: string): string =>
  names.length === 0 ? text : `(fun ${names.join(' ')} => ${bare(text)})`;
