/**
 * One step of a chain: what stands beside the path is the same on both sides, so it is enough to
 * show that the ends of the path are equal, in the scope that the checker has there. One lemma for
 * each operator on the way.
 */
import { descend } from '../kernel/scope.js';
import { isProposition, type Operator } from '../term/operator.js';
import { withArgument } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { indexIdentifier } from './identifiers.js';
import { anywhere, type Lines, nearby } from './near-proof.js';
import { NotExportable } from './not-exportable.js';
import { type Frame, freshFact, freshIndex, grown, type Standpoint } from './standpoint.js';

const BINARY: Readonly<Partial<Record<Operator, string>>> = {
  add: 'in_add',
  sub: 'in_sub',
  mul: 'in_mul',
  div: 'in_div',
};

const UNARY: Readonly<Partial<Record<Operator, string>>> = {
  neg: 'Ropp',
  exp: 'exp',
  log: 'ln',
  sqrt: 'sqrt',
  abs: 'Rabs',
  sigmoid: 'sigmoid',
  softplus: 'softplus',
  tanh: 'tanh',
  relu: 'relu',
  sign: 'sgn',
  factorial: 'Fact',
};

const RANGED: Readonly<Partial<Record<Operator, string>>> = {
  sum: 'in_Sum',
  prod: 'in_Prod',
  max: 'in_Max',
  min: 'in_Min',
};

/**
 * Lines that reduce `before = after` (as values) to the goal at the end of the path; `inside` is
 * given the standpoint there and the two terms.
 */
export function congruence(
  here: Standpoint,
  before: Term,
  path: readonly number[],
  inside: (there: Standpoint, before: Term) => Lines,
): string[] {
  const [i, ...rest] = path;
  if (i === undefined) return [...inside(here, before)];
  const down = descend(here.scope, before, i);
  if (!down) throw new NotExportable('a step where nothing may be rewritten');
  const child = arg(before, i);
  const deeper = (there: Standpoint): string[] => congruence(there, down.term, rest, inside);
  if (RANGED[before.op] && i === 2)
    return underBinder(here, before, deeper, RANGED[before.op] as string);
  switch (before.op) {
    case 'mul':
      return inProduct(here, before, i, deeper);
    case 'if':
      if (i > 0) return inBranch(here, i === 1 ? 'in_then' : 'in_else', down.scope, deeper);
      break;
    case 'guard':
      if (i === 1) return inBranch(here, 'in_then', down.scope, deeper);
      break;
    case 'diff':
      return ['apply in_D.', ...nearby(here, arg(before, 1), deeper)];
    case 'argmin':
    case 'argmax':
      return [
        `apply in_${before.op === 'argmin' ? 'Argmin' : 'Argmax'}.`,
        ...anywhere(here, arg(before, 1), deeper),
      ];
    default:
      break;
  }
  const opened = down.scope.length - here.scope.length;
  const frames = Array.from({ length: opened }, (): Frame => ({ kind: 'open' }));
  const there = grown(here, down.scope, frames, here.printer);
  if (isProposition(child.op)) return inCondition(here, before, path, inside);
  const lemma = BINARY[before.op];
  if (lemma) return [`apply ${lemma}_${i === 0 ? 'l' : 'r'}.`, ...deeper(there)];
  const unary = UNARY[before.op];
  if (unary) return [`apply (f_equal ${unary}).`, ...deeper(there)];
  return [`apply (f_equal ${holed(here, before, i)}).`, ...deeper(there)];
}

/** `fun h => …` with h in the place of one argument. */
function holed(here: Standpoint, term: Term, i: number): string {
  const { arena } = here.scope;
  const hole = arena.sym('%hole');
  const { name, inside } = here.printer.fresh('h');
  const symbols = new Map([...inside.names.symbols, ['%hole', name]]);
  return `(fun ${name} => ${inside.with({ symbols }).value(withArgument(arena, term, i, hole))})`;
}

/** A step inside a condition: at the first value on the path. */
function inCondition(
  here: Standpoint,
  before: Term,
  path: readonly number[],
  inside: (there: Standpoint, before: Term) => Lines,
): string[] {
  const { arena } = here.scope;
  const { name, inside: printer } = here.printer.fresh('h');
  const symbols = new Map([...printer.names.symbols, ['%hole', name]]);
  let depth = 0;
  let at = before;
  do at = arg(at, path[depth++] as number);
  while (isProposition(at.op));
  const put = (term: Term, k: number): Term =>
    k === depth
      ? arena.sym('%hole')
      : withArgument(arena, term, path[k] as number, put(arg(term, path[k] as number), k + 1));
  const text = printer.with({ symbols }).value(put(before, 0));
  return [
    `apply (f_equal (fun ${name} => ${text})).`,
    ...congruence(here, at, path.slice(depth), inside),
  ];
}

function underBinder(
  here: Standpoint,
  before: Term,
  deeper: (there: Standpoint) => string[],
  lemma: string,
): string[] {
  const [lo, hi] = before.args as [Term, Term, Term];
  const index = freshIndex(here, indexIdentifier(before.letter));
  const fact = freshFact(index.here);
  const scope = here.scope.open(lo, hi);
  const there = grown(fact.here, scope, [{ kind: 'fact', name: fact.name }], fact.here.printer);
  return [`apply ${lemma}; intros ${index.name} ${fact.name}.`, ...deeper(there)];
}

function inBranch(
  here: Standpoint,
  lemma: string,
  scope: Standpoint['scope'],
  deeper: (there: Standpoint) => string[],
): string[] {
  const fact = freshFact(here);
  const there = grown(fact.here, scope, [{ kind: 'fact', name: fact.name }], fact.here.printer);
  return [`apply ${lemma}; intros ${fact.name}.`, ...deeper(there)];
}

/** A factor: where brackets and deltas among the other factors are not 0, if that is used. */
function inProduct(
  here: Standpoint,
  before: Term,
  i: number,
  deeper: (there: Standpoint) => string[],
): string[] {
  const side = i === 0 ? 'l' : 'r';
  const scope = (descend(here.scope, before, i) as { scope: Standpoint['scope'] }).scope;
  const frames: Frame[] = [];
  const names: string[] = [];
  let isUsed = false;
  let at = here;
  for (let place = here.scope.length; place < scope.length; place++) {
    const fact = freshFact(at);
    at = fact.here;
    names.push(fact.name);
    const use = (): void => {
      isUsed = true;
    };
    frames.push({ kind: 'fact', name: fact.name, use });
  }
  const lines = deeper(grown(at, scope, frames, at.printer));
  if (!isUsed) return [`apply in_mul_${side}.`, ...lines];
  const facts = names.map((_, k) => here.printer.prop(scope.fact(here.scope.length + k) as Term));
  const pattern = names.length === 1 ? names[0] : `(${names.join(' & ')})`;
  return [
    `apply (in_mul_${side}_when (${facts.join(' /\\ ')})); [strong_zero | intros ${pattern}].`,
    ...lines,
  ];
}
