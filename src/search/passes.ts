/**
 * The passes of a derivation for readers. Each is one line of the transcript: a strategy with a
 * title. They run in the order of a textbook: definitions, logarithms, sums, derivative, deltas,
 * and the names put back.
 */
import type { Definition } from '../kernel/context.js';
import { mentions, targetSymbol } from '../kernel/scope.js';
import type { Derivation } from '../strategy/derivation.js';
import {
  attempt,
  bottomUp,
  changing,
  orElse,
  repeat,
  type Strategy,
  topDown,
  where,
} from '../strategy/strategy.js';
import { arg, type Term } from '../term/term.js';
import { containsDerivative, type DefinitionDerivative, takeDerivative } from './differentiate.js';
import type { Engine } from './engine.js';
import { foldDefinition } from './fold.js';
import { clearUnits, factorCommon, signInside, tidy } from './light.js';
import { reduceSum } from './readable-sum.js';
import { collect } from './ring.js';

export interface Pass {
  readonly title: string;
  readonly run: Strategy;
}

/** A rule at one place, left to right. */
const byRule =
  (engine: Engine, ...ids: readonly string[]): Strategy =>
  (d) =>
    ids.some((id) => engine.rule(d, id));

/**
 * Everywhere below a derivative that holds no other; the strategy is told the variable. In a line
 * without derivatives, everywhere.
 */
const inFocus =
  (strategy: (symbol: string | undefined) => Strategy): Strategy =>
  (d) =>
    containsDerivative(d.current) ? underDerivative(strategy)(d) : strategy(undefined)(d);

const underDerivative =
  (strategy: (symbol: string | undefined) => Strategy): Strategy =>
  (d) => {
    if (d.current.op === 'diff' && !containsDerivative(arg(d.current, 0))) {
      const symbol = targetSymbol(arg(d.current, 1))?.name;
      return d.inside(0, (inner) => strategy(symbol)(inner));
    }
    let changed = false;
    for (let i = 0; i < d.current.args.length; i++)
      if (containsDerivative(arg(d.current, i)) && !(d.current.op === 'diff' && i === 1))
        changed = d.inside(i, (inner) => underDerivative(strategy)(inner)) || changed;
    return changed;
  };

/** Rules at the logarithms that vary. */
const atLogarithms = (engine: Engine, ...ids: readonly string[]): Strategy =>
  inFocus((symbol) =>
    topDown(
      where(
        (d) =>
          d.current.op === 'log' &&
          (symbol === undefined || mentions(d.scope.context, d.current, symbol)),
        byRule(engine, ...ids),
      ),
    ),
  );

/** Logarithms of products and quotients, where their arguments are positive. */
export const logarithms = (engine: Engine): Pass => ({
  title: 'Take the logarithms apart',
  run: atLogarithms(engine, 'log-div', 'log-prod', 'log-mul'),
});

export const exponents = (engine: Engine): Pass => ({
  title: 'The exponent comes before the logarithm',
  run: atLogarithms(engine, 'log-pow'),
});

export const undoExponentials = (engine: Engine): Pass => ({
  title: 'The logarithm undoes the exponential',
  run: inFocus(() => topDown(byRule(engine, 'log-exp'))),
});

/** Sums taken apart where something known comes of it. */
export const sums = (engine: Engine): Pass => ({
  title: 'Take the sums apart and use what is known of them',
  run: inFocus(() => bottomUp((d) => reduceSum(engine, d))),
});

/** All derivatives that hold no other, taken apart to the variables. */
export const differentiation = (engine: Engine, known?: DefinitionDerivative): Pass => ({
  title: 'Differentiate term by term',
  run: changing((d) => {
    if (!containsDerivative(d.current)) return false;
    innermostDerivatives(engine, d, known);
    bottomUp((inner) => clearUnits(engine, inner))(d);
    return true;
  }),
});

function innermostDerivatives(
  engine: Engine,
  d: Derivation,
  known: DefinitionDerivative | undefined,
): void {
  if (!containsDerivative(d.current)) return;
  if (d.current.op === 'diff' && !containsDerivative(arg(d.current, 0))) {
    takeDerivative(engine, d, known);
    return;
  }
  for (let i = 0; i < d.current.args.length; i++)
    d.inside(i, (inner) => innermostDerivatives(engine, inner, known));
}

export const DELTAS = 'The deltas pick one term of each sum';

/** Deltas collapsed, known sums used, constants outside. */
export const deltas = (engine: Engine): Pass => ({
  title: DELTAS,
  run: repeat(
    changing(
      bottomUp(
        orElse(
          (d) => reduceSum(engine, d),
          (d) => tidy(engine, d),
          byRule(engine, 'delta-same'),
        ),
      ),
    ),
  ),
});

/** Products multiplied out and like terms collected. */
export const collection = (engine: Engine): Pass => ({
  title: 'Multiply out and collect like terms',
  run: changing((d) => {
    collect(engine, d);
    return true;
  }),
});

/** Definitions recognised and named again. */
export const folding = (engine: Engine, names: ReadonlySet<string>): Pass => ({
  title: `Recognise ${[...names].join(', ')}`,
  run: repeat(changing(bottomUp((d) => foldDefinition(engine, d, names)))),
});

/** What all summands share comes before the sum. */
export const factoring = (engine: Engine): Pass => ({
  title: 'Factor out what the terms share',
  run: changing(
    attempt(
      bottomUp(
        orElse(
          (d) => factorCommon(engine, d),
          (d) => signInside(engine, d),
        ),
      ),
    ),
  ),
});

/**
 * The name of a definition below a derivative that depends on its variable, outermost first; in a
 * line without derivatives, of any definition.
 */
export function nextDefinition(
  d: Derivation,
  accept: (definition: Definition) => boolean,
): string | undefined {
  const { context } = d.scope;
  const everywhere = !containsDerivative(d.current);
  const find = (term: Term, symbol: string | undefined): string | undefined => {
    const definition = term.op === 'app' ? context.definitions.get(term.name) : undefined;
    if (definition && (everywhere || symbol)) {
      const varies = symbol === undefined || mentions(context, term, symbol);
      return accept(definition) && varies ? term.name : undefined;
    }
    if (term.op === 'diff') {
      const inner = arg(term, 0);
      return find(inner, containsDerivative(inner) ? undefined : targetSymbol(arg(term, 1))?.name);
    }
    for (const child of term.args) {
      const name = find(child, symbol);
      if (name) return name;
    }
    return undefined;
  };
  return find(d.current, undefined);
}

/** Inserts the definition of one name wherever it stands below a derivative. */
export const unfolding = (engine: Engine, name: string): Pass => ({
  title: `Insert the definition of ${name}`,
  run: inFocus(() =>
    topDown((d) => d.current.op === 'app' && d.current.name === name && engine.unfold(d)),
  ),
});
