/** Which symbols derivatives and optima vary inside a term, also by way of definitions. */
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { Context } from './context.js';
import { variedSymbols } from './location.js';

/** The symbols that are varied in a term; undefined where an open index decides which. */
type Varied = ReadonlySet<string> | undefined;

/** The symbols that a definition varies in its body, also by way of other definitions. */
export function variedBy(context: Context, name: string): Varied {
  const bodies: Term[] = [];
  const seen = new Set<string>();
  const pending = [name];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const body = seen.has(next) ? undefined : context.definitions.get(next)?.body;
    seen.add(next);
    if (!body) continue;
    bodies.push(body);
    for (const sub of subterms(body)) if (sub.op === 'app') pending.push(sub.name);
  }
  return variedIn(context, bodies, ({ op }) => op !== 'app');
}

/** The symbols that the nodes of interest vary in these terms. */
export function variedIn(
  context: Context,
  roots: readonly Term[],
  matters: (term: Term) => boolean,
): Varied {
  const found = new Set<string>();
  for (const term of roots.flatMap(subterms)) {
    if (!matters(term)) continue;
    const names = variedAt(context, term);
    if (!names) return undefined;
    for (const name of names) found.add(name);
  }
  return found;
}

/** The symbols that the node itself varies. */
function variedAt(context: Context, term: Term): Varied {
  switch (term.op) {
    case 'app':
      return variedBy(context, term.name);
    case 'diff':
    case 'differentiable':
      return namesOf(term.args.slice(1));
    case 'near':
    case 'any':
      return namesOf(term.args.slice(0, 1));
    case 'argmin':
    case 'argmax':
      return namesOf(term.args.slice(1));
    default:
      return new Set();
  }
}

function namesOf(locations: readonly Term[]): Varied {
  const symbols = locations.map(variedSymbols);
  if (symbols.some((list) => list.length === 0)) return undefined;
  return new Set(symbols.flatMap((list) => list.map(({ name }) => name)));
}
