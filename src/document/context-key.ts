/** Contexts as plain data, for comparing two of one arena: equal keys say the same. */
import type { Context, Declaration, Definition } from '../kernel/context.js';

type Key = string | undefined;

/** All that the context declares, defines and assumes, in its order. */
export const contextKey = ({
  declarations,
  definitions,
  hypotheses,
  conventions,
}: Context): readonly unknown[] => [
  [...declarations.values()].map(declarationKey),
  [...definitions.values()].map(definitionKey),
  [...hypotheses.values()].map(({ name, proposition }) => [name, proposition.id]),
  [...conventions],
];

/** Terms stand for themselves by their numbers. */
export const declarationKey = (declaration: Declaration | undefined): Key => {
  if (!declaration) return undefined;
  const { name, kind, axes, lower, upper, arity } = declaration;
  return JSON.stringify([
    name,
    kind,
    axes.map(({ lo, hi }) => [lo.id, hi.id]),
    lower?.id,
    upper?.id,
    arity,
  ]);
};

export const definitionKey = (definition: Definition | undefined): Key => {
  if (!definition) return undefined;
  const { name, body, style, parameters } = definition;
  const shape = parameters.map(({ name, kind, axis }) => [name, kind, axis?.lo.id, axis?.hi.id]);
  return JSON.stringify([name, body.id, style, shape]);
};
