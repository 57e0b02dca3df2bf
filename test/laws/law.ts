/** The laws that every rule has to obey, tried on samples. */
import { instantiatePattern, type Rule, type Substitution } from '../../src/kernel/rule.js';
import { Arena, arg, type Term } from '../../src/term/term.js';
import { Evaluator, type Result, UNDEFINED, Unsure, type Value, type World } from './evaluate.js';
import { Random } from './random.js';
import { partsOf, sampleSubstitution } from './sample.js';
import { SampleWorld } from './world.js';

export type Verdict = 'holds' | 'fails' | 'unsure';

export interface Instance {
  readonly substitution: Substitution;
  readonly premises: readonly Term[];
  readonly conclusion: Term;
  readonly world: World;
  readonly seed: number;
}

export interface Findings {
  readonly informative: number;
  /** Samples at which the conclusion is false. */
  readonly failures: readonly Instance[];
  /** Samples at which the left side has a value and the right side has none. */
  readonly lessDefined: readonly Instance[];
}

/** A tolerance past this says nothing. */
const COARSE = 1e-3;

/** Whether the conclusion holds, its terms taken as total. */
export function judge(evaluator: Evaluator, conclusion: Term): Verdict {
  const { op } = conclusion;
  if (op !== 'eq' && op !== 'ne' && op !== 'lt' && op !== 'le')
    return unlessUnsure(() => (evaluator.holds(conclusion) ? 'holds' : 'fails'));
  if (isOptimum(arg(conclusion, 0))) return unlessUnsure(() => judgeOrders(evaluator, conclusion));
  return unlessUnsure(() => {
    const x = evaluator.total(arg(conclusion, 0));
    const y = evaluator.total(arg(conclusion, 1));
    if (evaluator.tolerance > COARSE) return 'unsure';
    const difference = x.v - y.v;
    if (op === 'eq') return Math.abs(difference) <= evaluator.tolerance ? 'holds' : 'fails';
    if (!(x.exact && y.exact) && Math.abs(difference) <= evaluator.tolerance)
      return op === 'le' ? 'holds' : 'unsure';
    if (op === 'ne') return difference !== 0 ? 'holds' : 'fails';
    return difference < 0 || (op === 'le' && difference === 0) ? 'holds' : 'fails';
  });
}

const isOptimum = ({ op }: Term): boolean => op === 'argmin' || op === 'argmax';

/** Two optima are equal when their objectives order every pair of admissible values alike. */
function judgeOrders(evaluator: Evaluator, { args }: Term): Verdict {
  const [left, right] = args.map((side) => evaluator.objective(side, true));
  if (!Array.isArray(left) || !Array.isArray(right)) return 'unsure';
  const order = (values: readonly Value[], i: number, j: number): number | undefined => {
    const [x, y] = [values[i], values[j]] as [Value, Value];
    const isClear = Math.abs(x.v - y.v) > evaluator.tolerance || (x.exact && y.exact);
    return isClear ? Math.sign(x.v - y.v) : undefined;
  };
  let verdict: Verdict = 'holds';
  for (let i = 0; i < left.length; i++)
    for (let j = 0; j < i; j++) {
      const orders = [order(left, i, j), order(right, i, j)];
      // A tie that rounding may have made decides nothing, unless both sides have one there.
      const [a, b] = orders.map((o) => o ?? 0);
      if (a === b) continue;
      if (!orders.includes(undefined)) return 'fails';
      verdict = 'unsure';
    }
  return verdict;
}

function unlessUnsure(decide: () => Verdict): Verdict {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Unsure) return 'unsure';
    throw error;
  }
}

const evaluatorOf = ({ world, seed }: Instance): Evaluator => new Evaluator(world, seed);

export const holds = (instance: Instance, premise: Term): boolean =>
  unlessUnsure(() => (evaluatorOf(instance).holds(premise) ? 'holds' : 'fails')) === 'holds';

/** Whether one side of an equation has a value by the partial meaning and the other has none. */
export function definedSides(instance: Instance): 'both' | 'left' | 'right' | 'neither' | 'unsure' {
  const side = (i: number): boolean => {
    const term = arg(instance.conclusion, i);
    const evaluator = evaluatorOf(instance);
    const value = isOptimum(term) ? evaluator.objective(term, false) : evaluator.partial(term);
    return value !== UNDEFINED;
  };
  try {
    const [left, right] = [side(0), side(1)];
    if (left && right) return 'both';
    return left ? 'left' : right ? 'right' : 'neither';
  } catch (error) {
    if (error instanceof Unsure) return 'unsure';
    throw error;
  }
}

/** Instances of the rule, each with a seed of its own; none is checked for its premises. */
export function* instances(rule: Rule, seed: number, count: number): Generator<Instance> {
  const parts = partsOf(rule);
  const random = new Random(seed);
  let arena = new Arena();
  for (let n = 0; n < count; n++) {
    if (arena.size > 5000) arena = new Arena();
    const substitution = sampleSubstitution(arena, rule, parts, random);
    const own = random.below(2 ** 31);
    yield instanceOf(arena, rule, substitution, new SampleWorld(own), own);
  }
}

export const instanceOf = (
  arena: Arena,
  rule: Rule,
  substitution: Substitution,
  world: World,
  seed: number,
): Instance => ({
  substitution,
  premises: rule.premises.map((premise) => instantiatePattern(arena, premise, substitution)),
  conclusion: instantiatePattern(arena, rule.conclusion, substitution),
  world,
  seed,
});

/** Tries the rule on samples until `wanted` of them said something. */
export function tryRule(rule: Rule, seed: number, wanted = 200, tries = 12_000): Findings {
  let informative = 0;
  const failures: Instance[] = [];
  const lessDefined: Instance[] = [];
  for (const instance of instances(rule, seed, tries)) {
    if (informative >= wanted || failures.length >= 3) break;
    if (!instance.premises.every((premise) => holds(instance, premise))) continue;
    const verdict = judge(evaluatorOf(instance), instance.conclusion);
    if (verdict === 'unsure') continue;
    informative++;
    if (verdict === 'fails') failures.push(instance);
    else if (rule.conclusion.op === 'eq') {
      const sides = definedSides(instance);
      if (sides === 'left') lessDefined.push(instance);
    }
  }
  return { informative, failures, lessDefined };
}

/** The instance as text, for a message. */
export function show(instance: Instance): string {
  const values = [...instance.substitution].map(([name, term]) => `${name} = ${text(term)}`);
  const describe = (evaluate: () => Result): string => {
    try {
      const value = evaluate();
      return value === UNDEFINED ? 'undefined' : `${value.v}`;
    } catch (error) {
      if (error instanceof Unsure) return 'unsure';
      throw error;
    }
  };
  const side = (t: Term): string =>
    `${text(t)}: ${describe(() => evaluatorOf(instance).total(t))}, partial ${describe(() => evaluatorOf(instance).partial(t))}`;
  const { op, args } = instance.conclusion;
  const isRelation = ['eq', 'ne', 'lt', 'le'].includes(op) && !args.some(isOptimum);
  const sides = isRelation ? instance.conclusion.args.map(side) : [text(instance.conclusion)];
  const { world } = instance;
  const scalars = `s = ${world.entry('s', [])}, t = ${world.entry('t', [])}, z = ${[1, 2, 3, 4].map((i) => world.entry('z', [i]))}`;
  return `${values.join(', ')} (${scalars}; world ${instance.seed})\n    ${sides.join('\n    ')}`;
}

/** A term as text, good enough for messages. */
export function text(term: Term): string {
  if (term.value)
    return term.value.d === 1n ? `${term.value.n}` : `${term.value.n}/${term.value.d}`;
  if (term.op === 'sym' || term.op === 'meta') return term.name;
  if (term.op === 'bound') return `#${term.index}`;
  if (term.op === 'at') return `${text(arg(term, 0))}[${text(arg(term, 1))}]`;
  return `${term.op}(${term.args.map(text).join(', ')})`;
}
