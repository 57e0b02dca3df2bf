/** Concrete functions that stand for unknown ones. */
import { emptyContext, type Kind } from '../kernel/context.js';
import { type Builder, builder } from '../term/build.js';
import { rational } from '../term/rational.js';
import { Arena, type Term } from '../term/term.js';
import { compile } from './compile.js';
import type { Program } from './program.js';

export interface FunctionModel {
  /** The function as text, u its argument (u1, u2, … when there are several). */
  readonly text: string;
  readonly program: Program;
}

interface Shape {
  /** With `u` for the argument. */
  readonly text: string;
  readonly of: (t: Builder, u: Term) => Term;
}

const half = rational(1, 2);

const INCREASING: readonly Shape[] = [
  { text: 'u', of: (_t, u) => u },
  { text: 'exp(u)', of: (t, u) => t.exp(u) },
  { text: '2*u + 1', of: (t, u) => t.add(t.mul(t.num(2), u), t.num(1)) },
  { text: 'u^3 + u', of: (t, u) => t.add(t.pow(u, t.num(3)), u) },
  { text: 'tanh(u)', of: (t, u) => t.arena.make('tanh', [u]) },
  { text: 'softplus(u) - 3', of: (t, u) => t.sub(t.arena.make('softplus', [u]), t.num(3)) },
];

const SMOOTH: readonly Shape[] = [
  {
    text: 'u^2 - u/2 + 1',
    of: (t, u) => t.add(t.sub(t.pow(u, t.num(2)), t.mul(t.num(half), u)), t.num(1)),
  },
  { text: 'exp(-u/2)', of: (t, u) => t.exp(t.mul(t.num(rational(-1, 2)), u)) },
  { text: '3 - 2*u', of: (t, u) => t.sub(t.num(3), t.mul(t.num(2), u)) },
  { text: 'u*exp(-u^2)', of: (t, u) => t.mul(u, t.exp(t.neg(t.pow(u, t.num(2))))) },
  { text: '1/2', of: (t) => t.num(half) },
  { text: 'u^3 - 2*u', of: (t, u) => t.sub(t.pow(u, t.num(3)), t.mul(t.num(2), u)) },
  { text: '0', of: (t) => t.num(0) },
];

const ARBITRARY: readonly Shape[] = [
  { text: 'abs(u) + 1/2', of: (t, u) => t.add(t.arena.make('abs', [u]), t.num(half)) },
  {
    text: 'if(u > 1, 2, -u)',
    of: (t, u) => t.arena.make('if', [t.lt(t.num(1), u), t.num(2), t.neg(u)]),
  },
  { text: '[u > 0] - 3', of: (t, u) => t.sub(t.iverson(t.lt(t.num(0), u)), t.num(3)) },
];

/** The functions that a kind of declaration may stand for, plain ones first. */
export function shapesOf(kind: Kind): readonly Shape[] {
  if (kind === 'increasing function') return INCREASING;
  return kind === 'smooth function'
    ? [...SMOOTH, ...INCREASING]
    : [...SMOOTH, ...ARBITRARY, ...INCREASING];
}

/**
 * The function numbered `choice` for this kind. One of several arguments is a shape of a weighted
 * sum of them plus (unless it must increase) the product of the first two.
 */
export function functionModel(kind: Kind, arity: number, choice: number): FunctionModel {
  const key = `${kind} ${arity} ${choice}`;
  const found = made.get(key);
  if (found) return found;
  const model = makeModel(kind, arity, choice);
  made.set(key, model);
  return model;
}

/** There are few of them, and machines keep what they prepare for a program. */
const made = new Map<string, FunctionModel>();

function makeModel(kind: Kind, arity: number, choice: number): FunctionModel {
  const shapes = shapesOf(kind);
  const shape = shapes[choice % shapes.length] as Shape;
  const t = builder(new Arena());
  const parameters = Array.from({ length: arity }, (_, k) => t.arena.bound(arity - 1 - k));
  const names = parameters.map((_, k) => (arity === 1 ? 'u' : `u${k + 1}`));
  const mixed = kind !== 'increasing function' && arity > 1;
  let body = shape.of(t, weighted(t, parameters));
  let text = shape.text.replace(/\bu\b/g, arity > 1 ? `(${weightedText(names)})` : 'u');
  if (mixed) {
    body = t.add(body, t.mul(parameters[0] as Term, parameters[1] as Term));
    text += ` + ${names[0]}*${names[1]}`;
  }
  const program = compile(emptyContext(t.arena), [body], arity);
  return { text: `${names.join(', ')} ↦ ${text}`, program };
}

const weighted = (t: Builder, parameters: readonly Term[]): Term =>
  parameters.reduce((sum, u, k) => (k === 0 ? u : t.add(sum, t.mul(t.num(k + 1), u))), t.num(0));

const weightedText = (names: readonly string[]): string =>
  names.map((name, k) => (k === 0 ? name : `${k + 1}*${name}`)).join(' + ');
