/**
 * The part of a context that a claim is about: the symbols it mentions, what these are declared
 * or defined by, and the assumptions on them. A symbol that nothing of this mentions restricts no
 * model: `index i in 1..m` does not say that there is an index.
 */
import { type Context, type Declaration, factsOf, type Hypothesis } from '../kernel/context.js';
import { remembered } from '../term/memo.js';
import { subterms } from '../term/substitution.js';
import type { Arena, Term } from '../term/term.js';

/** The answers for each context: the same is asked for the search, for the numbers, and again. */
const answersIn = remembered((_context: Context) => new Map<string, Context>());

/** The context without what has nothing to do with the terms. */
export function relevantContext(context: Context, terms: readonly Term[]): Context {
  const ids = new Set(terms.map(({ id }) => id));
  const key = [...ids].sort((a, b) => a - b).join();
  const answers = answersIn(context);
  const relevant = answers.get(key) ?? partAbout(context, terms);
  answers.set(key, relevant);
  return relevant;
}

function partAbout(context: Context, terms: readonly Term[]): Context {
  const { arena, declarations, definitions } = context;
  const names = new Set<string>();
  const pending = [...terms];
  const stated = assumptionsOf(context);
  const kept = new Set<string>();
  for (;;) {
    for (let term = pending.pop(); term; term = pending.pop())
      for (const name of namesIn(term)) {
        if (names.has(name)) continue;
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
        !kept.has(name) && allNamesIn(context, proposition).some((each) => names.has(each)),
    );
    if (!next) break;
    kept.add(next.name);
    pending.push(next.proposition);
  }
  const isKept = (name: string): boolean => names.has(name);
  const facts = new Set(
    [...declarations.values()].filter(({ name }) => isKept(name)).flatMap(factNamesOf(arena)),
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

/** The hypotheses that come with no declaration. */
const assumptionsOf = remembered(({ arena, declarations, hypotheses }: Context): Hypothesis[] => {
  const facts = new Set([...declarations.values()].flatMap(factNamesOf(arena)));
  return [...hypotheses.values()].filter(({ name }) => !facts.has(name));
});

/** The names that a term mentions: bodies of definitions are asked for again and again. */
const namesIn = remembered((term: Term): string[] => [
  ...new Set(subterms(term).flatMap(({ name }) => (name === '' ? [] : [name]))),
]);

/** The names that a term mentions, and those that the definitions in it are made of. */
function allNamesIn({ definitions }: Context, term: Term): readonly string[] {
  const found = new Set(namesIn(term));
  for (const name of found) {
    const body = definitions.get(name)?.body;
    if (body) for (const each of namesIn(body)) found.add(each);
  }
  return [...found];
}

/** The names of the facts that come with a declaration. */
const factNamesOf = remembered((arena: Arena) =>
  remembered((declaration: Declaration): readonly string[] =>
    factsOf(arena, declaration).map(([label]) => `${declaration.name}.${label}`),
  ),
);
