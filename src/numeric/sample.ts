/** Models of a context: plain and small ones first, extreme ones late, then more at random. */
import type { Context, Hypothesis } from '../kernel/context.js';
import type { Rational } from '../term/rational.js';
import type { Term } from '../term/term.js';
import { Constraints, type Rebuild } from './constraint.js';
import { Dependence } from './dependence.js';
import type { Model } from './model.js';
import { ModelBuilder } from './model-builder.js';
import { overriding, randomSource, type Source, styleAt } from './source.js';

export interface SampleOptions {
  readonly seed: number;
  readonly runs: number;
  /** Largest size that is drawn (sizes with a larger lower bound start there). */
  readonly maxSize: number;
  readonly deadline?: number;
  /** Where the coordinates of a run come from, in place of the usual styles. */
  readonly sourceAt?: (run: number) => Source;
}

/** Failed attempts in a row after which a context counts as having no model. */
const PATIENCE = 60;

/** Most models for claims with integrals, each of which costs thousands of evaluations. */
const TAME_RUNS = 20;

/** Samples the models of a context that matter for some terms, and rebuilds them changed. */
export class Sampler {
  readonly #builder: ModelBuilder;
  readonly #constraints: Constraints;
  readonly #options: SampleOptions;
  /** Integrals are estimates that steep integrands defeat. */
  readonly #isTame: boolean;

  constructor(context: Context, terms: readonly Term[], options: SampleOptions) {
    const assumptions = assumptionsOf(context);
    this.#builder = new ModelBuilder(context, namesFor(context, terms, assumptions));
    this.#constraints = new Constraints(context, assumptions, options.deadline);
    this.#options = options;
    this.#isTame = new Dependence(context.definitions).usesOperator(terms, 'int');
  }

  /** Distinct models, at most `runs` of them. Ends early when attempt after attempt fails. */
  *models(): Generator<Model> {
    for (const [, model] of this.numbered()) yield model;
  }

  /** The models with the numbers of the runs that they come from. */
  *numbered(): Generator<readonly [run: number, model: Model]> {
    const seen = new Set<string>();
    let failures = 0;
    let found = 0;
    const runs = this.#isTame ? Math.min(this.#options.runs, TAME_RUNS) : this.#options.runs;
    for (let run = 0; found < runs && failures < PATIENCE; run++) {
      const model = this.#modelAt(run);
      const isNew = model && !seen.has(nameOf(model));
      if (!isNew) {
        failures += 1;
        continue;
      }
      seen.add(nameOf(model));
      failures = 0;
      found += 1;
      yield [run, model];
    }
  }

  #modelAt(run: number): Model | undefined {
    const { seed, maxSize, sourceAt } = this.#options;
    if (sourceAt) return this.#satisfied(sourceAt(run), run);
    const source = randomSource(
      Math.imul(seed + 1, 0x01000193) + run,
      styleAt(run, this.#isTame),
      maxSize,
    );
    return this.#satisfied(source, run);
  }

  /** The model with these coordinates in place of its own, if it satisfies every assumption. */
  changed(model: Model, changes: ReadonlyMap<string, Rational>): Model | undefined {
    const given = new Map(changes);
    for (const [key, { value }] of model.coordinates) if (!given.has(key)) given.set(key, value);
    const changedModel = this.#builder.build(overriding(given, LEAST));
    return changedModel && this.#constraints.hold(changedModel) ? changedModel : undefined;
  }

  /**
   * A model with these coordinates where they fit and plain ones elsewhere. Where an assumption
   * asks for it another coordinate is moved, but not `kept`.
   */
  near(given: ReadonlyMap<string, Rational>, kept?: string): Model | undefined {
    const { seed, maxSize } = this.#options;
    const plain = randomSource(seed, styleAt(0, this.#isTame), maxSize);
    return this.#satisfied(overriding(given, plain), 0, kept);
  }

  /** A model like this one in all but the coordinates of the named symbols, drawn anew. */
  redrawn(model: Model, names: ReadonlySet<string>, run: number): Model | undefined {
    const given = new Map<string, Rational>();
    for (const [key, { value }] of model.coordinates)
      if (!names.has(symbolOf(key))) given.set(key, value);
    const { seed, maxSize } = this.#options;
    const fresh = randomSource(
      Math.imul(seed + 7, 0x9e3779b1) + run,
      styleAt(run, this.#isTame),
      maxSize,
    );
    const other = this.#satisfied(overriding(given, fresh), run);
    return other && agreeOutside(model, other, names) ? other : undefined;
  }

  #satisfied(source: Source, run: number, kept?: string): Model | undefined {
    const model = this.#builder.build(source);
    const rebuild: Rebuild = (changes) => this.#builder.build(overriding(changes, source));
    return model && this.#constraints.satisfy(model, rebuild, run, kept);
  }
}

/** Coordinates that a changed size brings in: the least that the domain allows. */
const LEAST: Source = randomSource(0, { sizes: 'least', values: 'simple' }, 1);

export const symbolOf = (key: string): string => key.replace(/[[ ].*$/, '');

const nameOf = (model: Model): string =>
  [...model.coordinates].map(([key, { value }]) => `${key}=${value.n}/${value.d}`).join(';');

function agreeOutside(a: Model, b: Model, names: ReadonlySet<string>): boolean {
  for (const [key, { value }] of a.coordinates) {
    if (names.has(symbolOf(key))) continue;
    const other = b.coordinates.get(key);
    if (other?.value.n !== value.n || other.value.d !== value.d) return false;
  }
  return true;
}

/** The stated hypotheses, and those facts of declarations that a model does not have by construction. */
function assumptionsOf(context: Context): Hypothesis[] {
  return [...context.hypotheses.values()].filter(({ name }) => {
    const dot = name.lastIndexOf('.');
    const declaration = dot < 0 ? undefined : context.declarations.get(name.slice(0, dot));
    if (!declaration) return true;
    const isBound = name.endsWith('.lower') || name.endsWith('.upper');
    return isBound && STRUCTURED.has(declaration.kind);
  });
}

const STRUCTURED = new Set([
  'onehot',
  'onehot or zero',
  'simplex',
  'closed simplex',
  'symmetric',
  'spd',
]);

/** Every name that the terms, the assumptions, or the declarations of such names mention. */
function namesFor(
  context: Context,
  terms: readonly Term[],
  assumptions: readonly Hypothesis[],
): ReadonlySet<string> {
  const dependence = new Dependence(context.definitions);
  const names = new Set<string>();
  let waiting = dependence.namesIn([...terms, ...assumptions.map((h) => h.proposition)]);
  while (waiting.length > 0) {
    const bounds: Term[] = [];
    for (const name of waiting) {
      names.add(name);
      const declaration = context.declarations.get(name);
      if (!declaration) continue;
      bounds.push(...declaration.axes.flatMap(({ lo, hi }) => [lo, hi]));
      if (declaration.lower) bounds.push(declaration.lower);
      if (declaration.upper) bounds.push(declaration.upper);
    }
    waiting = dependence.namesIn(bounds).filter((name) => !names.has(name));
  }
  return names;
}

/** Models of the whole context. */
export function sampleModels(context: Context, options: SampleOptions): Model[] {
  const all = [...context.declarations.keys()].map((name) => context.arena.sym(name));
  return [...new Sampler(context, all, options).models()];
}
