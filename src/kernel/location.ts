/** Where a derivative is taken, and what depends on it. */
import { mentionsName, subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import type { Context } from './context.js';

/** True when the symbol occurs in the term, or in a definition that the term uses. */
export function mentions(context: Context, term: Term, symbol: string): boolean {
  const seen = new Set<string>();
  const pending = [term];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (mentionsName(next, symbol)) return true;
    for (const sub of subterms(next)) {
      if (sub.op !== 'app' || seen.has(sub.name)) continue;
      seen.add(sub.name);
      const body = context.definitions.get(sub.name)?.body;
      if (body) pending.push(body);
    }
  }
  return false;
}

/** The symbol that a derivative's target names, or undefined when it is no location. */
export function targetSymbol(target: Term): Term | undefined {
  let base = target;
  while (base.op === 'at') base = arg(base, 0);
  return base.op === 'sym' && !base.name.startsWith('$') ? base : undefined;
}

/** The symbols that a location or a list of variables names; none when it is neither. */
export function variedSymbols(location: Term): readonly Term[] {
  if (location.op !== 'variables') {
    const symbol = targetSymbol(location);
    return symbol ? [symbol] : [];
  }
  return location.args.every((v) => v.op === 'sym') ? location.args : [];
}
