/**
 * The part of a context that a claim is about: the symbols it mentions, what these are declared
 * or defined by, and the assumptions on them. A symbol that nothing of this mentions restricts no
 * model: `index i in 1..m` does not say that there is an index.
 */
import { type Context, type Declaration, factsOf } from '../kernel/context.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';

/** The context without what has nothing to do with the terms. */
export function relevantContext(context: Context, terms: readonly Term[]): Context {
  const { arena, declarations, definitions } = context;
  const names = new Set<string>();
  const pending = [...terms];
  const declared = factNames(context);
  const stated = [...context.hypotheses.values()].filter(({ name }) => !declared.has(name));
  const kept = new Set<string>();
  for (;;) {
    for (let term = pending.pop(); term; term = pending.pop())
      for (const { name } of subterms(term)) {
        if (name === '' || names.has(name)) continue;
        names.add(name);
        const declaration = declarations.get(name);
        if (declaration) pending.push(...partsOf(declaration));
        const definition = definitions.get(name);
        if (definition)
          pending.push(
            definition.body,
            ...definition.parameters.flatMap(({ axis }) => (axis ? [axis.lo, axis.hi] : [])),
          );
      }
    const next = stated.find(
      ({ name, proposition }) =>
        !kept.has(name) && subterms(proposition).some((t) => names.has(t.name)),
    );
    if (!next) break;
    kept.add(next.name);
    pending.push(next.proposition);
  }
  const isKept = (name: string): boolean => names.has(name);
  const facts = new Set(
    [...declarations.values()]
      .filter(({ name }) => isKept(name))
      .flatMap((d) => factsOf(arena, d).map(([label]) => `${d.name}.${label}`)),
  );
  return {
    ...context,
    declarations: only(declarations, isKept),
    definitions: only(definitions, isKept),
    hypotheses: only(context.hypotheses, (name) => kept.has(name) || facts.has(name)),
  };
}

const only = <T>(map: ReadonlyMap<string, T>, keep: (name: string) => boolean): Map<string, T> =>
  new Map([...map].filter(([name]) => keep(name)));

const partsOf = ({ axes, lower, upper }: Declaration): Term[] => [
  ...axes.flatMap(({ lo, hi }) => [lo, hi]),
  ...(lower ? [lower] : []),
  ...(upper ? [upper] : []),
];

/** The names of all facts that come with declarations. */
const factNames = ({ arena, declarations }: Context): Set<string> =>
  new Set(
    [...declarations.values()].flatMap((d) =>
      factsOf(arena, d).map(([label]) => `${d.name}.${label}`),
    ),
  );
