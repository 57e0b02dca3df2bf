/**
 * Find the wrong step. The lines up to the mistake are those of the proof. From the wrong line on,
 * the derivation is made anew, and each of its steps is proved: the mistake is carried on, and
 * there is no other.
 */
import { replayProof } from '../document/replay-proof.js';
import type { Context } from '../kernel/context.js';
import type { Random } from '../numeric/source.js';
import { ruleBook } from '../rules/book.js';
import { derive } from '../search/derive.js';
import { ClaimProver } from '../search/prove-claim.js';
import { treeSize } from '../search/size.js';
import type { Term } from '../term/term.js';
import { lineTitle } from '../transcript/reason.js';
import type { Chain, ChainStep } from './chain.js';
import { shuffled } from './draw.js';
import type { ExerciseLine, FindExercise } from './exercise.js';
import { mistakesIn, type Planted, toldOf } from './plant.js';

/** Steps in which a mistake is tried, and mistakes that are tried in each. */
const MOST_STEPS = 4;
const MOST_MISTAKES = 4;

/** Most steps and most nodes of a line that a reader is to look through. */
const MOST_LINES = 14;
const MOST_NODES = 200;
/** A single step would be the wrong one. */
const LEAST_STEPS = 2;

/** Bounds on a derivation from a wrong line; milliseconds are there for the worst case. */
const MOVES = 4_000;
const PATIENCE = 30_000;

export function findExercise(chain: Chain, seed: number, random: Random): FindExercise | undefined {
  const { name, context, models, steps } = chain;
  const places = shuffled([...steps.keys()], random).filter((k) => isReadable(steps, k));
  for (const k of places.slice(0, MOST_STEPS)) {
    const step = steps[k] as ChainStep;
    let tried = 0;
    for (const planted of mistakesIn(step, models, random)) {
      const isLast = k === steps.length - 1;
      const carried = isLast ? [] : carriedOn(step.context, planted.term);
      const lines = carried && linesWith(steps.slice(0, k), step, planted, carried);
      if (lines && lines.length > LEAST_STEPS) {
        return {
          kind: 'find',
          claim: name,
          seed,
          context,
          lines,
          wrong: k + 1,
          right: step.after,
          ...toldOf(step, models, planted),
        };
      }
      if (++tried === MOST_MISTAKES) break;
    }
  }
  return undefined;
}

const isReadable = (steps: readonly ChainStep[], k: number): boolean =>
  steps.slice(0, k + 1).every(({ before, after }) => isShort(before) && isShort(after));

const isShort = (term: Term): boolean => treeSize(term) <= MOST_NODES;

/** The lines that follow from a wrong line, each proved; undefined where no derivation is found. */
function carriedOn(context: Context, wrong: Term): ExerciseLine[] | undefined {
  const limits = { moves: MOVES, deadline: Date.now() + PATIENCE };
  const found = guarded(() => derive(new ClaimProver(ruleBook(), limits), context, wrong));
  if (!found) return undefined;
  const { proof, result, transcript } = found;
  const claim = { context, relation: 'eq', left: wrong, right: result } as const;
  if ('fault' in replayProof(claim, proof)) return undefined;
  return transcript.steps.map((step) => ({
    term: step.after,
    relation: step.relation,
    title: lineTitle(step, context),
  }));
}

function linesWith(
  proved: readonly ChainStep[],
  { before, relation, title }: ChainStep,
  { term }: Planted,
  carried: readonly ExerciseLine[],
): ExerciseLine[] | undefined {
  const [first] = proved;
  const lines = [
    { term: first?.before ?? before },
    ...proved.map((step) => ({ term: step.after, relation: step.relation, title: step.title })),
    { term, relation, title },
    ...carried,
  ];
  const isFit = lines.length <= MOST_LINES && lines.every((line) => isShort(line.term));
  return isFit ? lines : undefined;
}

const BOUNDS = new Set(['SearchExhausted', 'ArenaFull', 'PolynomialTooLarge']);

/** A search that meets a bound finds nothing. */
function guarded<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && BOUNDS.has(error.name)) return undefined;
    throw error;
  }
}
