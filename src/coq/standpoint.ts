/**
 * Where a proof stands: the checker's scope beside the names that Coq has for what the scope knows.
 * A fact that mentions a varied symbol is not at hand near the point; where the checker lets it
 * through (a strict inequality, or a hypothesis about an admissible value), it is asked for at the
 * barrier, which then shows it there under a name of its own.
 */
import type { Context } from '../kernel/context.js';
import { mentions, type Scope } from '../kernel/scope.js';
import type { Term } from '../term/term.js';
import type { TermPrinter } from './dialect.js';
import { NotExportable } from './not-exportable.js';
import type { SharedProofs } from './shared-proofs.js';

/** A fact that is needed on the far side of a barrier. */
export interface Need {
  readonly proposition: Term;
  /** Its name before the barrier, and behind it. */
  readonly before: string;
  readonly behind: string;
}

export type Frame =
  | { readonly kind: 'fact'; readonly name: string; readonly use?: () => void }
  /** The symbol is varied: facts that mention it are carried over as they are needed. */
  | { readonly kind: 'near'; readonly symbol: string; readonly needs: Map<string, Need> }
  /** The symbol is any admissible value: the context's hypotheses hold of it under these names. */
  | { readonly kind: 'any'; readonly symbol: string; readonly names: ReadonlyMap<string, string> }
  /** The checker hides facts here that still hold as they are. */
  | { readonly kind: 'open' };

export interface Standpoint {
  readonly scope: Scope;
  readonly printer: TermPrinter;
  /** One for each frame of the scope. */
  readonly frames: readonly Frame[];
  /** The context's hypotheses by name, at the root. */
  readonly hypotheses: ReadonlyMap<string, string>;
  readonly shared: SharedProofs;
}

const contextOf = ({ scope }: Standpoint): Context => scope.context;

/** The name of the fact at this place of the scope, as it is called here. */
export function factName(here: Standpoint, place: number, proposition: Term): string {
  const frame = here.frames[place];
  if (frame?.kind !== 'fact') throw new NotExportable('a fact that the scope does not have');
  frame.use?.();
  return carried(here, frame.name, proposition, place, undefined);
}

/** The name of a hypothesis of the context, as it is called here. */
export function hypothesisName(here: Standpoint, name: string): string {
  const own = here.hypotheses.get(name);
  const hypothesis = contextOf(here).hypotheses.get(name);
  if (own === undefined || !hypothesis) throw new NotExportable(`the hypothesis ${name}`);
  return carried(here, own, hypothesis.proposition, -1, name);
}

/** Over the barriers behind a place. */
function carried(
  here: Standpoint,
  given: string,
  proposition: Term,
  place: number,
  hypothesis: string | undefined,
): string {
  let name = given;
  here.frames.forEach((frame, k) => {
    if (k <= place || frame.kind === 'fact' || frame.kind === 'open') return;
    if (!mentions(contextOf(here), proposition, frame.symbol)) return;
    if (frame.kind === 'near') {
      name = needed(frame.needs, name, proposition);
      return;
    }
    const own = hypothesis === undefined ? undefined : frame.names.get(hypothesis);
    if (own === undefined) throw new NotExportable('a local fact about any value of a symbol');
    name = own;
  });
  return name;
}

function needed(needs: Map<string, Need>, before: string, proposition: Term): string {
  const key = `${before} ${proposition.id}`;
  const known = needs.get(key);
  if (known) return known.behind;
  const need = { proposition, before, behind: `${before}'` };
  needs.set(key, need);
  return need.behind;
}

/** With one more fact, under this name. */
export function withFact(here: Standpoint, proposition: Term, name: string): Standpoint {
  return grown(here, here.scope.assume(proposition), [{ kind: 'fact', name }], here.printer);
}

/** In a scope that has grown from this one by these frames. */
export const grown = (
  here: Standpoint,
  scope: Scope,
  frames: readonly Frame[],
  printer: TermPrinter,
): Standpoint => ({ ...here, scope, frames: [...here.frames, ...frames], printer });

/** A name for a fact that is not taken, and the standpoint in which it is. */
export function freshFact(here: Standpoint, wish = 'H'): { name: string; here: Standpoint } {
  const { name, inside } = here.printer.fresh(wish);
  return { name, here: { ...here, printer: inside } };
}

/** With the scope's next index under a name: the standpoint before its range is assumed. */
export function freshIndex(here: Standpoint, wish: string): { name: string; here: Standpoint } {
  const { name, inside } = here.printer.fresh(wish);
  const symbols = new Map([...inside.names.symbols, [here.scope.nextLocal.name, name]]);
  return { name, here: { ...here, printer: inside.with({ symbols }) } };
}
