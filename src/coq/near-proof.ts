/** Steps over the barriers of a scope: near a location, and to any admissible value. */
import { targetSymbol, variedSymbols } from '../kernel/scope.js';
import { instantiate } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { ClaimDialect } from './claim-dialect.js';
import { factsAbout } from './definitions.js';
import { indexIdentifier } from './identifiers.js';
import { NotExportable } from './not-exportable.js';
import { freshFact, freshIndex, grown, type Need, type Standpoint } from './standpoint.js';

export type Lines = readonly string[];

/** The lines in braces, as the proof of one of several goals. */
export const block = (lines: Lines): string[] =>
  lines.length === 1
    ? [`{ ${lines[0]} }`]
    : [`{ ${lines[0]}`, ...lines.slice(1, -1).map((l) => `  ${l}`), `  ${lines.at(-1)} }`];

/** Shows `near d (fun z' => …)` by what is shown for every z' that what is needed holds of. */
export function nearby(
  here: Standpoint,
  target: Term,
  inside: (there: Standpoint) => Lines,
): string[] {
  const symbol = targetSymbol(target);
  if (!symbol) throw new NotExportable('a location that names no symbol');
  const needs = new Map<string, Need>();
  const { variable, inside: printer } = dialectOf(here).varied(symbol.name, here.printer);
  const scope = here.scope.near(symbol.name);
  const there = grown(here, scope, [{ kind: 'near', symbol: symbol.name, needs }], printer);
  const lines = inside(there);
  const carried = [...needs.values()];
  return [
    ...carried.flatMap((need) => [
      `apply (near_use _ (fun ${variable} => ${printer.prop(need.proposition)})).`,
      ...block(stays(here, need)),
    ]),
    `apply near_all; intros ${[variable, ...carried.map(({ behind }) => behind).reverse()].join(' ')}.`,
    ...lines,
  ];
}

/** That an open condition holds near the point, since it holds there. */
function stays(here: Standpoint, { proposition, before }: Need): string[] {
  const lines: string[] = [];
  const values: string[] = [];
  let at = here;
  let rest = proposition;
  while (rest.op === 'forall') {
    const [, , body] = rest.args as [Term, Term, Term];
    const index = freshIndex(at, indexIdentifier(rest.letter));
    const within = freshFact(index.here);
    lines.push(`apply near_range; intros ${index.name} ${within.name}.`);
    values.push(index.name, within.name);
    const local = at.scope.nextLocal;
    const scope = at.scope.open(rest.args[0] as Term, rest.args[1] as Term);
    at = grown(within.here, scope, [{ kind: 'fact', name: within.name }], within.here.printer);
    rest = instantiate(at.scope.arena, body, [local]);
  }
  const lemma = rest.op === 'lt' ? 'near_lt' : rest.op === 'ne' ? 'near_ne' : undefined;
  if (!lemma) throw new NotExportable(`a fact near a point that is no open condition`);
  const fact = values.length > 0 ? `(${[before, ...values].join(' ')})` : before;
  return [...lines, `apply ${lemma}; [cty | cty | exact ${fact}].`];
}

/** Introduces any admissible value of the variables, and what the context says of it. */
export function anywhere(
  here: Standpoint,
  location: Term,
  inside: (there: Standpoint) => Lines,
): string[] {
  const [symbol, ...others] = variedSymbols(location);
  if (!symbol || others.length > 0) throw new NotExportable('an optimum by several variables');
  const { context } = here.scope;
  const facts = factsAbout(context, symbol.name);
  const { variable, inside: printer } = dialectOf(here).varied(symbol.name, here.printer);
  let at: Standpoint = { ...here, printer };
  const names = new Map<string, string>();
  for (const [name] of facts) {
    const fact = freshFact(at);
    names.set(name, fact.name);
    at = fact.here;
  }
  const scope = here.scope.any(symbol.name);
  const there = grown(at, scope, [{ kind: 'any', symbol: symbol.name, names }], at.printer);
  const pattern = names.size > 0 ? `(${[...names.values()].join(' & ')})` : '_';
  const intro = names.size === 1 ? [...names.values()][0] : pattern;
  return [`intros ${variable} ${intro}.`, ...inside(there)];
}

export function dialectOf({ printer }: Standpoint): ClaimDialect {
  if (printer.dialect instanceof ClaimDialect) return printer.dialect;
  throw new NotExportable('a proof about no claim');
}
