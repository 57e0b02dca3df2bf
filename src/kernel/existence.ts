/**
 * When what is declared or defined has a value: an entry of an array at indices in range, and a
 * definition at arguments in range where its body has one. Says what remains to be shown.
 */
import { instantiate } from '../term/substitution.js';
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
