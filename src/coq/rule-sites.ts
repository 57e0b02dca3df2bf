/**
 * The sites of a rule: its locations and the variables of its optima. What stands in the scope of
 * one is a function of its state, unless the rule says that it is free of it.
 */
import type { Rule } from '../kernel/rule.js';
import { arg, type Term } from '../term/term.js';
import { variablesOf } from './dialect.js';
import { NotExportable } from './not-exportable.js';

/** A location or the variables of an optimum, as a rule has it. */
export interface Site {
  readonly meta: string;
  /** The number of indices of the array that it is an entry of; 0 for a location as a whole. */
  readonly indices: number;
  readonly isOptimum: boolean;
}

export function siteOf(target: Term, isOptimum: boolean): Site {
  let base = target;
  let indices = 0;
  for (; base.op === 'at'; base = arg(base, 0)) indices++;
  if (base.op !== 'meta') throw new NotExportable('a location that is no metavariable');
  return { meta: base.name, indices, isOptimum };
}

/** The site that a term opens, with the arguments inside it. */
function opened(term: Term): { site: Site; inside: Term } | undefined {
  switch (term.op) {
    case 'diff':
    case 'differentiable':
      return { site: siteOf(arg(term, 1), false), inside: arg(term, 0) };
    case 'near':
      return { site: siteOf(arg(term, 0), false), inside: arg(term, 1) };
    case 'any':
      return { site: siteOf(variablesOf(arg(term, 0))[0] as Term, true), inside: arg(term, 1) };
    case 'argmin':
    case 'argmax':
      return { site: siteOf(arg(term, 1), true), inside: arg(term, 0) };
    default:
      return undefined;
  }
}

/** The sites of a rule, and for each metavariable those in whose scope it stands. */
export class Sites {
  readonly all = new Map<string, Site>();
  readonly #around = new Map<string, Set<string>>();
  readonly #free = new Set<string>();

  constructor(rule: Rule) {
    for (const { op, args } of rule.premises)
      if (op === 'free' && args[0]?.op === 'meta')
        this.#free.add(`${args[0].name} ${siteOf(args[1] as Term, false).meta}`);
    for (const term of [...rule.premises, rule.conclusion])
      if (term.op !== 'free') this.#walk(term, []);
  }

  #walk(term: Term, around: readonly string[]): void {
    if (term.op === 'meta') {
      const sites = this.#around.get(term.name) ?? new Set();
      for (const site of around) if (site !== term.name) sites.add(site);
      this.#around.set(term.name, sites);
    }
    const found = opened(term);
    if (found) {
      const { site, inside } = found;
      this.all.set(site.meta, site);
      for (const child of term.args)
        this.#walk(child, child === inside ? [...around, site.meta] : around);
      return;
    }
    for (const child of term.args) this.#walk(child, around);
  }

  /** The sites whose state a metavariable depends on, in the order of the rule. */
  of(meta: string): string[] {
    const around = this.#around.get(meta) ?? new Set();
    return [...this.all.keys()].filter((s) => around.has(s) && !this.#free.has(`${meta} ${s}`));
  }
}
