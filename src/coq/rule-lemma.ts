/**
 * The lemma of a rule: its statement in Coq, from the rule's own terms. A metavariable becomes a
 * function of the locations in whose scope it stands, unless the rule says that it is free of
 * them. Where the rule speaks of a metavariable having a value, a proposition beside it says so.
 */
import type { Rule } from '../kernel/rule.js';
import { ruleBook } from '../rules/book.js';
import { arg, type Term } from '../term/term.js';
import { applied as call } from './claim-dialect.js';
import { bare, type Dialect, type Place, type TermPrinter } from './dialect.js';
import { lemmaIdentifier } from './identifiers.js';
import { NotExportable } from './not-exportable.js';
import { Printer } from './printer.js';
import { type Site, Sites, siteOf } from './rule-sites.js';

/** How a parameter of a lemma comes from a metavariable of the rule. */
export type Role =
  /** Its value: a number, or a function of indices. */
  | 'value'
  /** That it has a value. */
  | 'ok'
  /** That it is a product with a bracket or delta that is 0. */
  | 'zero'
  /** That the indices of an array are in range. */
  | 'range'
  /** The location that it stands for. */
  | 'location'
  /** Which values of the variables of an optimum are admissible. */
  | 'admissible'
  /** Whether 0*log(0) = 0 is a convention; no metavariable's. */
  | 'convention';

export interface Parameter {
  readonly role: Role;
  readonly name: string;
  /** The metavariable; '' for the convention. */
  readonly of: string;
  /** The locations and optima whose state the parameter is a function of, the outermost first. */
  readonly states: readonly string[];
  readonly type: string;
}

export interface RuleLemma {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** The premises that the lemma has: those that something else than the text decides. */
  readonly premises: readonly (string | undefined)[];
  readonly statement: string;
  /** The statement without one of its premises. */
  readonly without: (premise: number) => string;
}

const arrow = (count: number, result: string): string => `${'R -> '.repeat(count)}${result}`;

/** How a rule is printed, collecting the parameters that its lemma needs. */
class RuleDialect implements Dialect {
  readonly #extra = new Map<string, Parameter>();

  constructor(
    readonly rule: Rule,
    readonly sites: Sites,
  ) {}

  /** The type of the states of a site. */
  stateType(site: string): string {
    const { indices, isOptimum } = this.sites.all.get(site) as Site;
    return indices > 0 && !isOptimum ? `(${arrow(indices, 'R')})` : `T_${site}`;
  }

  #lifted(meta: string, rest: string): string {
    return `${this.sites
      .of(meta)
      .map((site) => `${this.stateType(site)} -> `)
      .join('')}${rest}`;
  }

  parameters(): Parameter[] {
    const own = [...this.rule.variables].map(([meta, arity]): Parameter => {
      const site = this.sites.all.get(meta);
      const states = this.sites.of(meta);
      if (site?.isOptimum)
        return { role: 'admissible', name: meta, of: meta, states, type: `T_${meta} -> Prop` };
      const isLocation = site && site.indices === 0;
      const type = isLocation ? `location T_${meta}` : arrow(site?.indices ?? arity, 'R');
      const role = isLocation ? 'location' : 'value';
      return { role, name: meta, of: meta, states, type: this.#lifted(meta, type) };
    });
    const extra = [...this.#extra.values()];
    const convention = extra.filter(({ role }) => role === 'convention');
    return [
      ...convention,
      ...own.flatMap((each) => [each, ...extra.filter(({ of }) => of === each.of)]),
    ];
  }

  /** The states that a metavariable is applied to: the varied ones, else the point itself. */
  #states(meta: string, p: TermPrinter): string[] {
    return this.sites.of(meta).map((site) => this.#state(site, p));
  }

  #state(site: string, p: TermPrinter): string {
    const varied = p.names.symbols.get(`state ${site}`);
    if (varied) return varied;
    const { indices } = this.sites.all.get(site) as Site;
    return indices > 0 ? site : `(pt ${this.#located(site, p)})`;
  }

  #located(site: string, p: TermPrinter): string {
    return call(site, this.#states(site, p));
  }

  symbol(name: string): string {
    throw new NotExportable(`the symbol ${name} of a rule`);
  }

  meta(term: Term, p: TermPrinter): string {
    const site = this.sites.all.get(term.name);
    if (site?.indices) return this.#state(term.name, p);
    if (site) return `(crd ${this.#located(term.name, p)} ${this.#state(term.name, p)})`;
    const indices = term.args.map((index) => p.value(index));
    return call(term.name, [...this.#states(term.name, p), ...indices]);
  }

  metaOk(term: Term, p: TermPrinter, role: 'ok' | 'zero' | 'range'): string {
    const site = this.sites.all.get(term.name);
    if (site && role === 'zero') return 'False';
    if (site?.isOptimum) return 'True';
    const name = `${term.name}_${role}`;
    const type = this.#lifted(term.name, arrow(term.args.length, 'Prop'));
    const states = this.sites.of(term.name);
    this.#extra.set(name, { role, name, of: term.name, states, type });
    const indices = term.args.map((index) => p.value(index));
    return call(name, [...this.#states(term.name, p), ...indices]);
  }

  application(term: Term): string {
    throw new NotExportable(`the application ${term.name} in a rule`);
  }

  applicationOk(term: Term): string {
    return this.application(term);
  }

  entryOk(term: Term, p: TermPrinter): string {
    const indices: string[] = [];
    let base = term;
    for (; base.op === 'at'; base = arg(base, 0)) indices.unshift(p.value(arg(base, 1)));
    const name = `${base.name}_range`;
    const type = arrow(indices.length, 'Prop');
    this.#extra.set(name, { role: 'range', name, of: base.name, states: [], type });
    return call(name, indices);
  }

  location(target: Term, p: TermPrinter): Place {
    const { meta, indices } = siteOf(target, false);
    const entries: string[] = [];
    for (let base = target; base.op === 'at'; base = arg(base, 0))
      entries.unshift(p.value(arg(base, 1)));
    const text =
      indices > 0
        ? call(`var${indices}`, [this.#state(meta, p), ...entries])
        : this.#located(meta, p);
    return { text, ...this.#inside(meta, p) };
  }

  variables(variables: readonly Term[], p: TermPrinter): Place {
    const { meta } = siteOf(variables[0] as Term, true);
    return { text: meta, ...this.#inside(meta, p) };
  }

  #inside(site: string, p: TermPrinter): { variable: string; inside: TermPrinter } {
    const { name, inside } = p.fresh(`${site.toLowerCase()}'`);
    const symbols = new Map([...inside.names.symbols, [`state ${site}`, name]]);
    return { variable: name, inside: inside.with({ symbols }) };
  }

  convention(): string {
    const parameter = {
      role: 'convention',
      name: 'zlz',
      of: '',
      states: [],
      type: 'Prop',
    } as const;
    this.#extra.set('zlz', parameter);
    return 'zlz';
  }

  /** The types of states that the lemma is stated for all of. */
  typeVariables(): string[] {
    return [...this.sites.all.values()]
      .filter(({ indices, isOptimum }) => indices === 0 || isOptimum)
      .map(({ meta }) => `{T_${meta} : Type}`);
  }
}

const lemmas = new Map<string, RuleLemma>();

/** The lemma of the rule with this id. Throws NotExportable where it cannot be stated. */
export function ruleLemma(id: string): RuleLemma {
  const known = lemmas.get(id);
  if (known) return known;
  const rule = ruleBook().get(id);
  if (!rule) throw new NotExportable(`there is no rule ${id}`);
  const lemma = makeLemma(rule);
  lemmas.set(id, lemma);
  return lemma;
}

/** The parameters as binders, neighbours of one type together. */
function grouped(parameters: readonly Parameter[]): string[] {
  const groups: { names: string[]; type: string }[] = [];
  for (const { name, type } of parameters) {
    const last = groups.at(-1);
    if (last?.type === type) last.names.push(name);
    else groups.push({ names: [name], type });
  }
  return groups.map(({ names, type }) => `(${names.join(' ')} : ${type})`);
}

function makeLemma(rule: Rule): RuleLemma {
  const dialect = new RuleDialect(rule, new Sites(rule));
  const taken = new Set([...rule.variables.keys(), 'zlz']);
  const printer = new Printer(dialect, {
    bound: [],
    symbols: new Map(),
    parameters: new Map(),
    taken,
  });
  const premises = rule.premises.map((p) => (p.op === 'free' ? undefined : printer.prop(p)));
  const conclusion = printer.prop(rule.conclusion);
  const parameters = dialect.parameters();
  const binders = [...dialect.typeVariables(), ...grouped(parameters)];
  const quantified = binders.length > 0 ? `forall ${binders.join(' ')}, ` : '';
  const stated = (left: readonly (string | undefined)[]): string => {
    const assumed = left.flatMap((p) => (p === undefined ? [] : [`${premiseText(p)} -> `]));
    return `${quantified}${assumed.join('')}${bare(conclusion)}`;
  };
  return {
    name: lemmaIdentifier(rule.id),
    parameters,
    premises,
    statement: stated(premises),
    without: (k) => stated(premises.map((p, i) => (i === k ? undefined : p))),
  };
}

/** A premise before its arrow; one that is an implication itself keeps its brackets. */
function premiseText(premise: string): string {
  const text = bare(premise);
  return text.includes(' -> ') ? premise : text;
}
