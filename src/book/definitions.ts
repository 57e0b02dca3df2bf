/** What a block of declarations defines, as formulas. */
import type { Context, Definition } from '../kernel/context.js';
import { instantiate } from '../term/substitution.js';
import { displayEquation } from './formula.js';

const LET = /^\s*let\s+([\p{L}_][\p{L}\p{N}_]*)/gmu;

/** The definitions that the statements in `source` make, in their order. */
export function definitionsIn(source: string, context: Context): string {
  const made = [...source.matchAll(LET)].flatMap(([, name = '']) => {
    const definition = context.definitions.get(name);
    return definition ? [equation(definition, context)] : [];
  });
  return made.length === 0 ? '' : `<div class="definitions">${made.join('\n')}</div>`;
}

function equation({ name, parameters, body }: Definition, context: Context): string {
  const { arena } = context;
  const letters = parameters.map((parameter) => arena.sym(parameter.name));
  const defined = arena.make('app', letters, name);
  return displayEquation(context, [defined, 'eq', instantiate(arena, body, letters)]);
}
