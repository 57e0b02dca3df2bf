/** The point of a counterexample, as the coordinates from which its model is built. */
import type { Context, Declaration } from '../kernel/context.js';
import type { Counterexample, Plain } from '../numeric/counterexample.js';
import { functionModel, shapesOf } from '../numeric/function-model.js';

/** A matrix that is positive definite is drawn as its triangle, which is not told: it is left out. */
export function pointOfCounterexample(
  { declarations }: Context,
  { sizes, indices, values, candidates }: Counterexample,
): Record<string, string> {
  const point: Record<string, string> = {};
  // Of the places that are compared, for an optimum, the first.
  const all = { ...sizes, ...indices, ...values, ...candidates?.[0]?.values };
  for (const [name, value] of Object.entries(all)) {
    const declaration = declarations.get(name);
    if (!declaration || declaration.kind === 'spd') continue;
    for (const [key, text] of coordinates(declaration, value, [])) point[key] = text;
  }
  return point;
}

const keyOf = (name: string, at: readonly number[]): string =>
  at.length === 0 ? name : `${name}[${at.join(',')}]`;

function* coordinates(
  declaration: Declaration,
  value: Plain,
  at: readonly number[],
): Generator<readonly [string, string]> {
  const { name, kind, axes } = declaration;
  if (typeof value === 'object') {
    const first = Number(axes[at.length]?.lo.value?.n ?? 1n);
    const isRow = at.length === axes.length - 1;
    if (isRow && (kind === 'onehot' || kind === 'onehot or zero'))
      yield [`${keyOf(name, at)} place`, String(first + value.indexOf(1))];
    else
      for (const [k, item] of value.entries())
        yield* coordinates(declaration, item, [...at, first + k]);
    return;
  }
  const shape = kind.endsWith('function') ? choiceOf(declaration, value) : -1;
  if (shape >= 0) yield [name, String(shape)];
  else yield [keyOf(name, at), kind === 'sign' ? String(value === 1 ? 0 : 1) : String(value)];
}

/** The number of the function that is told as this text; -1 when it is none. */
const choiceOf = ({ kind, arity = 1 }: Declaration, told: Plain): number =>
  shapesOf(kind).findIndex((_, choice) => functionModel(kind, arity, choice).text === told);
