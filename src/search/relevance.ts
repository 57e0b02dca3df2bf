/**
 * The part of a context that a claim is about: the symbols it mentions, what these are declared
 * or defined by, and the assumptions on them. A symbol that nothing of this mentions restricts no
 * model: `index i in 1..m` does not say that there is an index.
 */
import { type Context, type Declaration, factsOf } from '../kernel/context.js';
import { subterms } from '../term/substitution.js';
import type { Arena, Term } from '../term/term.js';

/** The last answer for each context: the same is often asked for the search and for the numbers. */
const answers = new WeakMap<Context, { readonly key: string; readonly relevant: Context }>();

/** The context without what has nothing to do with the terms. */
export function relevantContext(context: Context, terms: readonly Term[]): Context {
  const ids = new Set(terms.map(({ id }) => id));
  const key = [...ids].sort((a, b) => a - b).join();
  const known = answers.get(context);
  if (known?.key === key) return known.relevant;
  const relevant = partAbout(context, terms);
  answers.set(context, { key, relevant });
  return relevant;
}

function partAbout(context: Context, terms: readonly Term[]): Context {
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
      .flatMap((declaration) => factNamesOf(arena, declaration)),
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
  new Set([...declarations.values()].flatMap((declaration) => factNamesOf(arena, declaration)));

const namesOfFacts = new WeakMap<Declaration, readonly string[]>();

function factNamesOf(arena: Arena, declaration: Declaration): readonly string[] {
  const names =
    namesOfFacts.get(declaration) ??
    factsOf(arena, declaration).map(([label]) => `${declaration.name}.${label}`);
  namesOfFacts.set(declaration, names);
  return names;
}
