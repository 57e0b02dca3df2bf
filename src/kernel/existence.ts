/**
 * When what is declared or defined has a value: an entry of an array at indices in range, a
 * definition at arguments in range where its body has one, and the integral of a continuous
 * function over a finite interval. Says what remains to be shown.
 */
import type { Operator } from '../term/operator.js';
import { instantiate, mentionsName, subterms } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';
import { isCaptureFree } from './capture.js';
import { type Scope, targetSymbol } from './scope.js';

/** A proposition to be shown in a scope. */
export interface Obligation {
  readonly scope: Scope;
  readonly goal: Term;
}

/**
 * What shows `defined(e)`, or `differentiable(f(…), x)`, for an e that is declared or defined; a
 * text with the reason where nothing does.
 */
export function obligationsFor(scope: Scope, goal: Term): readonly Obligation[] | string {
  if (goal.op !== 'defined' && goal.op !== 'differentiable')
    return 'a declaration shows only that a value exists';
  const subject = arg(goal, 0);
  if (subject.op === 'app') return ofDefinition(scope, goal, subject);
  if (subject.op === 'int' && goal.op === 'defined') return ofIntegral(scope, subject);
  return goal.op === 'defined' ? ofEntry(scope, subject) : 'not the application of a definition';
}

function ofDefinition(scope: Scope, goal: Term, subject: Term): readonly Obligation[] | string {
  const definition = scope.context.definitions.get(subject.name);
  if (!definition) return `${subject.name} is not defined`;
  const { parameters, body } = definition;
  if (parameters.length !== subject.args.length)
    return `${subject.name}: wrong number of arguments`;
  if (!isCaptureFree(scope.context, body, subject.args)) return `${subject.name}: captured`;
  const { arena } = scope;
  const symbol = goal.op === 'differentiable' ? targetSymbol(arg(goal, 1)) : undefined;
  // A derivative asks for the value near the point, so the indices must be in range there.
  const around = symbol ? scope.near(symbol.name) : scope;
  const ranges = parameters.flatMap(({ kind, axis }, k): Obligation[] => {
    const given = arg(subject, k);
    if (axis) return [{ scope: around, goal: arena.make('in', [given, axis.lo, axis.hi]) }];
    return kind === 'real' ? [{ scope: around, goal: arena.make('defined', [given]) }] : [];
  });
  const value = instantiate(arena, body, subject.args);
  return [...ranges, { scope, goal: arena.make(goal.op, [value, ...goal.args.slice(1)]) }];
}

function ofEntry(scope: Scope, subject: Term): readonly Obligation[] | string {
  const indices: Term[] = [];
  let base = subject;
  for (; base.op === 'at'; base = arg(base, 0)) indices.unshift(arg(base, 1));
  const isPlain = base.op === 'num' || base.op === 'pi' || base.name.startsWith('$');
  if (isPlain) return indices.length === 0 ? [] : 'a number has no entries';
  if (base.op !== 'sym') return 'not an entry of a declared array';
  const declaration = scope.context.declarations.get(base.name);
  if (!declaration) return `${base.name} is not declared`;
  if (declaration.arity !== undefined) return `${base.name} is a function`;
  const { axes } = declaration;
  if (axes.length !== indices.length) return `${base.name}: wrong number of indices`;
  const range = (index: Term, k: number): Obligation => {
    const axis = axes[k] as (typeof axes)[number];
    return { scope, goal: scope.arena.make('in', [index, axis.lo, axis.hi]) };
  };
  return indices.map(range);
}

/** Operators that are continuous in all arguments together, wherever they have a value. */
const CONTINUOUS: ReadonlySet<Operator> = new Set<Operator>([
  ...(['num', 'sym', 'pi', 'add', 'sub', 'mul', 'div', 'neg', 'exp', 'log', 'sqrt'] as const),
  ...(['abs', 'tanh', 'relu', 'softplus', 'sigmoid', 'erf', 'Phi', 'maximum', 'minimum'] as const),
]);

/**
 * True when the term is continuous in the symbol wherever it has a value: powers have exponents
 * and sums have ranges that do not vary. Where 0*log(0) has a value, logarithms are left alone.
 */
function isContinuous(scope: Scope, root: Term, x: string): boolean {
  const { conventions, definitions } = scope.context;
  const varies = (term: Term): boolean => mentionsName(term, x);
  return subterms(root).every((term) => {
    if (!varies(term)) return true;
    if (CONTINUOUS.has(term.op)) return term.op !== 'log' || conventions.size === 0;
    if (term.op === 'pow') return !varies(arg(term, 1));
    if (term.op === 'sum' || term.op === 'prod') return !term.args.slice(0, 2).some(varies);
    const body = term.op === 'app' ? definitions.get(term.name)?.body : undefined;
    return body !== undefined && isContinuous(scope, instantiate(scope.arena, body, term.args), x);
  });
}

/** What is continuous on an interval with both its ends has an integral over it. */
function ofIntegral(scope: Scope, integral: Term): readonly Obligation[] | string {
  const [lo, hi, body] = integral.args as [Term, Term, Term];
  const { arena, nextLocal: x } = scope;
  const whole = instantiate(arena, body, [x]);
  if ([lo, hi].flatMap(subterms).some(({ op }) => op === 'inf')) return 'an end is infinite';
  if (!isContinuous(scope, whole, x.name)) return 'the integrand may be discontinuous';
  const defined = (term: Term): Term => arena.make('defined', [term]);
  return [
    { scope, goal: defined(lo) },
    { scope, goal: defined(hi) },
    { scope: scope.openReal(lo, hi), goal: defined(whole) },
  ];
}
