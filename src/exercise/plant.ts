/**
 * Mistakes to plant: what a diagnosis would put right, done the other way round. Each is one
 * change of the line that a step arrives at, where the step has changed it, and each is refuted
 * by a model before it is planted.
 */
import { describeCounterexample } from '../diagnose/describe.js';
import { diagnose } from '../diagnose/diagnose.js';
import { type Edit, type MistakeKind, Wrong } from '../diagnose/mistake.js';
import { LIKELY_FAMILIES } from '../diagnose/mistakes/all.js';
import type { Context } from '../kernel/context.js';
import { checkRelationNow } from '../numeric/check.js';
import type { Counterexample } from '../numeric/counterexample.js';
import type { Random } from '../numeric/source.js';
import { treeSize } from '../search/size.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { ChainStep } from './chain.js';
import { shuffled } from './draw.js';

/** A mistake that a model refutes. */
export interface Planted {
  readonly term: Term;
  readonly counterexample: Counterexample;
}

/** Kinds that, done the other way round, look like no slip of the pen. */
const UNLIKELY: ReadonlySet<MistakeKind> = new Set([
  'base',
  'delta',
  'complement',
  'constant',
  'dropped-term',
]);

/** Mistakes of one kind that are tried. */
const MOST_OF_A_KIND = 3;
/** Nodes that a mistake may add. */
const MOST_ADDED = 8;

const CHECKED = { seed: 42, runs: 60, maxSize: 4 };
const PATIENCE = 20_000;

/** Mistakes in a step, of different kinds first, in an order drawn by the stream. */
export function* mistakesIn(step: ChainStep, models: Context, random: Random): Generator<Planted> {
  const kinds = new Map<MistakeKind, Edit[]>();
  for (const edit of likelyEdits(step, models))
    kinds.set(edit.kind, [...(kinds.get(edit.kind) ?? []), edit]);
  const drawn = shuffled([...kinds.values()], random).map((edits) =>
    shuffled(edits, random).slice(0, MOST_OF_A_KIND),
  );
  for (let k = 0; k < MOST_OF_A_KIND; k++)
    for (const { [k]: edit } of drawn) {
      const planted = edit && refuted(step, models, edit.right);
      if (planted) yield planted;
    }
}

/** Changes of the line where the step has changed it, each another term. */
function likelyEdits({ before, after }: ChainStep, context: Context): Edit[] {
  const about = new Wrong(context, 'right', after, before);
  const old = new Set(subterms(before));
  const seen = new Set([before, after]);
  const found: Edit[] = [];
  for (const edit of LIKELY_FAMILIES.flatMap((family) => [...family(about)])) {
    const { kind, right, place } = edit;
    const isNew = place === undefined || !place.parent || !old.has(place.term);
    if (UNLIKELY.has(kind) || !isNew || seen.has(right)) continue;
    if (kind === 'power' && powersIn(right) > powersIn(after)) continue;
    if (treeSize(right) > treeSize(after) + MOST_ADDED) continue;
    seen.add(right);
    found.push(edit);
  }
  return found;
}

const powersIn = (term: Term): number =>
  subterms(term).filter(({ op }) => op === 'pow' || op === 'sqrt').length;

/** The mistake with a model in which the two lines have different values. */
function refuted(
  { before, relation }: ChainStep,
  models: Context,
  term: Term,
): Planted | undefined {
  const deadline = Date.now() + PATIENCE;
  const outcome = checkRelationNow(models, relation, before, term, { ...CHECKED, deadline });
  if (outcome.verdict !== 'refuted') return undefined;
  const { counterexample } = outcome;
  if (counterexample.left === 'undefined' || counterexample.right === 'undefined') return undefined;
  return { term, counterexample };
}

/** What is told of a mistake: a model that refutes it, and its likely cause. */
export interface Told {
  readonly counterexample: string;
  readonly diagnosis?: string;
}

export function toldOf(
  { before, relation }: ChainStep,
  models: Context,
  { term, counterexample }: Planted,
): Told {
  const deadline = Date.now() + PATIENCE;
  const found = diagnose(models, relation, before, term, counterexample, deadline);
  return {
    counterexample: describeCounterexample(counterexample),
    ...(found ? { diagnosis: found.sentence } : {}),
  };
}
