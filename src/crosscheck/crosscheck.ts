/**
 * Asks two independent systems about the derivatives in a claim: each is written out for small
 * sizes, differentiated by mathjs and by nerdamer, and compared with our own evaluation. Neither
 * is ever a judge: a disagreement is reported, and the verdict stays.
 */
import type { Context } from '../kernel/context.js';
import { approximate } from '../numeric/counterexample.js';
import { Judge } from '../numeric/judge.js';
import type { Model } from '../numeric/model.js';
import { sampleModels } from '../numeric/sample.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { type Instance, instanceOf, Unsupported } from './instance.js';
import { mathjsValue } from './mathjs-witness.js';
import { nerdamerValue } from './nerdamer-witness.js';

export type Witnessed = 'agree' | 'disagree' | 'unsupported';

export interface Crosscheck {
  /** Concrete derivatives that were compared. */
  readonly instances: number;
  readonly mathjs: Witnessed;
  readonly nerdamer: Witnessed;
}

/** Sizes that instances have. */
const SIZES = [2, 3];
const MODELS_PER_SIZE = 2;
const SAMPLED = 40;

/** The comparison for the derivatives in these terms; undefined when there are none. */
export async function crosscheck(
  context: Context,
  terms: readonly Term[],
  seed: number,
): Promise<Crosscheck | undefined> {
  const derivatives = outermostDerivatives(terms);
  if (derivatives.length === 0) return undefined;
  const models = modelsOf(context, seed);
  const judge = new Judge(context, derivatives);
  const mathjs = new Tally(mathjsValue);
  const nerdamer = new Tally(nerdamerValue);
  let instances = 0;
  for (const model of models) {
    const { values } = judge.read(model, 0);
    for (const [k, derivative] of derivatives.entries()) {
      const own = values[k] && approximate(values[k]);
      const instance = tryInstance(context, model, derivative);
      if (typeof own !== 'number' || !instance) continue;
      instances += 1;
      await mathjs.compare(instance, own);
      await nerdamer.compare(instance, own);
    }
  }
  return { instances, mathjs: mathjs.result, nerdamer: nerdamer.result };
}

/** Closed derivatives that stand in no other derivative. */
function outermostDerivatives(terms: readonly Term[]): Term[] {
  const found = new Set<Term>();
  const inside = new Set<Term>();
  for (const term of terms)
    for (const node of subterms(term)) {
      if (node.op !== 'diff' || node.loose > 0) continue;
      found.add(node);
      for (const inner of subterms(node)) if (inner !== node) inside.add(inner);
    }
  return [...found].filter((node) => !inside.has(node));
}

/** Models in which every size is 2, or 3. */
function modelsOf(context: Context, seed: number): Model[] {
  const sizes = [...context.declarations.values()].filter(({ kind }) => kind === 'size');
  const sampled = sampleModels(context, { seed, runs: SAMPLED, maxSize: Math.max(...SIZES) });
  const largest = ({ values }: Model): number =>
    Math.max(0, ...sizes.map(({ name }) => sizeOf(values.get(name))));
  if (sizes.length === 0) return sampled.slice(0, SIZES.length * MODELS_PER_SIZE);
  return SIZES.flatMap((size) =>
    sampled.filter((model) => largest(model) === size).slice(-MODELS_PER_SIZE),
  );
}

const sizeOf = (value: ReturnType<Model['values']['get']>): number => {
  const size = value && approximate(value);
  return typeof size === 'number' ? size : 0;
};

function tryInstance(context: Context, model: Model, derivative: Term): Instance | undefined {
  try {
    return instanceOf(context, model, derivative);
  } catch (problem) {
    if (problem instanceof Unsupported) return undefined;
    throw problem;
  }
}

/** Relative distance up to which two doubles count as the same value. */
const TOLERANCE = 1e-8;

/** What one witness says, over all instances: the worst that it says of any. */
class Tally {
  #agreed = 0;
  #disagreed = 0;
  readonly #value: (instance: Instance) => Promise<number>;

  constructor(value: (instance: Instance) => Promise<number>) {
    this.#value = value;
  }

  /** A witness that throws, or answers with no number, does not support the instance. */
  async compare(instance: Instance, own: number): Promise<void> {
    const other = await this.#value(instance).catch(() => Number.NaN);
    if (!Number.isFinite(other)) return;
    const distance = Math.abs(other - own);
    if (distance <= TOLERANCE * Math.max(1, Math.abs(own), Math.abs(other))) this.#agreed += 1;
    else this.#disagreed += 1;
  }

  get result(): Witnessed {
    if (this.#disagreed > 0) return 'disagree';
    return this.#agreed > 0 ? 'agree' : 'unsupported';
  }
}
