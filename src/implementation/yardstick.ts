/**
 * What an implementation is measured by: a claim of a document that the checker has proved. From
 * `diff(e, z[a,b]) == g` come two functions, the loss e and the gradient g at all a and b; any
 * other equation `l == r` gives one, the value r.
 */
import type { CheckedClaim } from '../document/check-claim.js';
import { type CoreClaim, coreClaim } from '../document/core-claim.js';
import { InputError } from '../document/find.js';
import { readNamedClaim, replayNamedClaim } from '../document/named-claim.js';
import type { Context, Declaration } from '../kernel/context.js';
import type { Claim, Line } from '../language/claim.js';
import { Dependence } from '../numeric/dependence.js';
import { relevantContext } from '../search/relevance.js';
import { builder } from '../term/build.js';
import { arg, type Term } from '../term/term.js';

/** A function that a module may export: its value is the term, an array over the letters. */
export interface Expected {
  readonly name: 'loss' | 'gradient' | 'value';
  readonly term: Term;
  /** Axes of the value; 0 for a number. */
  readonly rank: number;
}

export interface Yardstick {
  readonly context: Context;
  /** The claim in Unicode mathematics. */
  readonly statement: string;
  /** Where the document states it. */
  readonly place: string;
  readonly functions: readonly Expected[];
  /** What a function is given, in the order of declaration. */
  readonly inputs: readonly Declaration[];
  /** The symbol by which the claim differentiates. */
  readonly variable: string | undefined;
}

/** Seconds for the proof of the claim. */
export const PROOF_TIME = 60;

/** The claim `DOCUMENT.md#name`. Throws InputError where it is not proved, or no yardstick. */
export async function readYardstick(reference: string, timeLimit: number): Promise<Yardstick> {
  const named = await readNamedClaim(reference);
  requireEquation(named.path, named.claim);
  const checked = await replayNamedClaim(named, { timeLimit });
  const { verdict } = checked.report;
  if (verdict === 'proved') return yardstickOf(reference, named.path, checked);
  throw new InputError(
    reference,
    `this claim is not proved (${verdict}), so nothing can be measured by it`,
    `see gradus check ${named.path}`,
  );
}

function requireEquation(path: string, { name, form, lines }: Claim): void {
  const isEquation = lines.every(({ relation = 'eq' }) => relation === 'eq');
  if (form !== 'refute' && isEquation) return;
  const what = form === 'refute' ? 'says what is false' : 'is an inequality';
  throw new InputError(`${path}#${name}`, `this claim ${what}: an equation is needed`);
}

function yardstickOf(
  reference: string,
  path: string,
  { claim, relations, report }: CheckedClaim,
): Yardstick {
  const { context, left, right } = statementOf(claim, relations);
  const relevant = relevantContext(context, [left, right]);
  const letters = freeLetters(relevant, [left, right]);
  const functions = functionsOf(relevant, left, right, letters);
  const inputs = [...relevant.declarations.values()].filter((d) => !letters.includes(d));
  const unknown = inputs.find(({ kind }) => kind.endsWith('function'));
  if (unknown)
    throw new InputError(
      reference,
      `${unknown.name} is an unknown function: no data stands for it`,
    );
  const variable = left.op === 'diff' ? baseOf(arg(left, 1)).base.name : undefined;
  const place = `${path}:${claim.line}:${claim.column}`;
  return { context: relevant, statement: report.text, place, functions, inputs, variable };
}

/** What was proved: the statement of the theorem, and of a calculation that of its two ends. */
function statementOf(claim: Claim, relations: CheckedClaim['relations']): CoreClaim {
  const theorem = relations[0]?.judged?.proved?.theorem;
  if (claim.form === 'claim' && theorem) return { ...theorem.statement, relation: 'eq' };
  return coreClaim(claim.context, claim.lines[0] as Line, claim.lines.at(-1) as Line);
}

/** The declared letters that the sides leave free, in the order of declaration. */
function freeLetters(context: Context, sides: readonly Term[]): Declaration[] {
  const names = new Set(new Dependence(context.definitions).namesIn(sides));
  return [...context.declarations.values()].filter(
    ({ name, kind }) => kind === 'index' && names.has(name),
  );
}

function functionsOf(
  context: Context,
  left: Term,
  right: Term,
  letters: readonly Declaration[],
): Expected[] {
  const over = (name: Expected['name'], body: Term, order: readonly Declaration[]): Expected => {
    const own = freeLetters(context, [body]);
    const axes = order.filter((letter) => name !== 'loss' || own.includes(letter));
    return { name, term: arrayOver(context, axes, body), rank: axes.length };
  };
  if (left.op !== 'diff') return [over('value', right, letters)];
  const { indices } = baseOf(arg(left, 1));
  const place = (letter: Declaration): number => {
    const at = indices.findIndex(({ op, name }) => op === 'sym' && name === letter.name);
    return at < 0 ? indices.length : at;
  };
  const order = [...letters].sort((a, b) => place(a) - place(b));
  return [over('loss', arg(left, 0), order), over('gradient', right, order)];
}

/** The symbol of an entry, and its indices. */
function baseOf(entry: Term): { readonly base: Term; readonly indices: readonly Term[] } {
  const indices: Term[] = [];
  let base = entry;
  for (; base.op === 'at'; base = arg(base, 0)) indices.unshift(arg(base, 1));
  return { base, indices };
}

function arrayOver({ arena }: Context, letters: readonly Declaration[], body: Term): Term {
  const t = builder(arena);
  return letters.reduceRight(
    (inner, { name, lower, upper }) => t.array(name, lower as Term, upper as Term, inner),
    body,
  );
}
