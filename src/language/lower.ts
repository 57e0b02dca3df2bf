/** The entry points of lowering: contexts, relations, single terms. */
import type { Context, Declaration, Definition, Hypothesis } from '../kernel/context.js';
import { declare } from '../kernel/context.js';
import { mentionsName } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { declaredLetter } from './axis-letter.js';
import { LanguageError } from './language-error.js';
import { Lowering } from './lowering.js';
import { withSteps } from './varied.js';

/** The core form of a term. Throws LanguageError where shapes do not fit. */
export const lowerTerm = (context: Context, term: Term): Term => new Lowering(context).lower(term);

/**
 * The context in core form: bodies of definitions, axes, bounds and hypotheses. A definition that
 * makes sense only at its uses (its array arguments have no size of their own) is left out, as
 * the core form of terms does not mention it.
 */
export const lowerContext = (context: Context): Context =>
  coreContext(context, new Lowering(context));

function coreContext(context: Context, lowering: Lowering): Context {
  const definitions = new Map<string, Definition>();
  for (const [name, definition] of context.definitions) {
    const { core } = lowering.definition(definition);
    if (core) definitions.set(name, core);
  }
  const hypotheses = new Map<string, Hypothesis>();
  for (const [name, { proposition }] of context.hypotheses)
    hypotheses.set(name, { name, proposition: lowering.lower(proposition) });
  const declarations = new Map<string, Declaration>();
  for (const [name, declaration] of context.declarations)
    declarations.set(name, coreDeclaration(declaration, lowering));
  return withSteps({ ...context, declarations, definitions, hypotheses }, lowering.steps);
}

function coreDeclaration(declaration: Declaration, lowering: Lowering): Declaration {
  const { axes, lower, upper, ...rest } = declaration;
  return {
    ...rest,
    axes: axes.map(({ lo, hi }) => ({ lo: lowering.lower(lo), hi: lowering.lower(hi) })),
    ...(lower ? { lower: lowering.lower(lower) } : {}),
    ...(upper ? { upper: lowering.lower(upper) } : {}),
  };
}

export interface CoreRelation {
  /** The context in core form, with the indices of the entries declared. */
  readonly context: Context;
  readonly left: Term;
  readonly right: Term;
}

/** What was lowered for the relations of a context that needed nothing beyond it. */
const shared = new WeakMap<Context, { readonly lowering: Lowering; readonly core: Context }>();

/**
 * Both sides of a relation in core form, and where they are arrays, their entries at free
 * indices: those that are declared for the axes if nothing else mentions them, or fresh ones.
 */
export function lowerRelation(context: Context, left: Term, right: Term): CoreRelation {
  const known = shared.get(context);
  // What throws, or leaves a mark on the lowering, is not used again.
  shared.delete(context);
  const lowering = known?.lowering ?? new Lowering(context);
  const { shapes } = lowering;
  let [a, b] = [lowering.lower(left), lowering.lower(right)];
  const isPlain = lowering.steps.size === 0 && shapes.rank(a) === 0;
  let core = (isPlain && known?.core) || coreContext(context, lowering);
  if (isPlain) shared.set(context, { lowering, core });
  const used: string[] = [];
  while (shapes.rank(a) > 0) {
    if (shapes.rank(b) !== shapes.rank(a))
      throw new LanguageError('the two sides have different numbers of axes');
    const axis = shapes.axis(a);
    const other = shapes.matching(axis, b);
    const letter = shapes.letter(a, axis, context.declarations.keys());
    const idle = idleLetter(core, axis, [a, b], used);
    const name = idle ?? unusedName(context, letter);
    if (!idle) core = declare(core, indexOver(name, axis));
    // Declared in both, so that the next axis finds the name in use.
    if (!idle) context = declare(context, indexOver(name, axis));
    lowering.extend(context);
    used.push(name);
    const index = shapes.arena.sym(name);
    a = shapes.entry(a, index);
    b = shapes.entry(b, shapes.shifted(index, axis, other));
  }
  return { context: core, left: a, right: b };
}

const indexOver = (name: string, axis: { lo: Term; hi: Term }): Declaration => ({
  name,
  kind: 'index',
  axes: [],
  lower: axis.lo,
  upper: axis.hi,
});

/** A declared letter of this range that neither the sides nor an assumption mention. */
function idleLetter(
  context: Context,
  axis: { lo: Term; hi: Term },
  sides: readonly Term[],
  used: readonly string[],
): string | undefined {
  const busy = new Set(used);
  for (;;) {
    const letter = declaredLetter(context, axis, busy);
    if (letter === undefined) return undefined;
    const own = `${letter}.`;
    const isBusy =
      sides.some((side) => mentionsName(side, letter)) ||
      [...context.hypotheses.values()].some(
        ({ name, proposition }) => !name.startsWith(own) && mentionsName(proposition, letter),
      );
    if (!isBusy) return letter;
    busy.add(letter);
  }
}

function unusedName(context: Context, letter: string): string {
  let name = letter;
  while (context.declarations.has(name) || context.definitions.has(name)) name += "'";
  return name;
}
