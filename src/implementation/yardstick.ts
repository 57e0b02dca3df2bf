/**
 * What an implementation is measured by: a claim of a document that the checker has proved. From
 * `diff(e, z[a,b]) == g` come two functions, the loss e and the gradient g at all a and b; any
 * other equation `l == r` gives one, the value r.
 */
import { readFile } from 'node:fs/promises';
import { examineDocument } from '../document/check.js';
import { type CheckedClaim, checkClaim } from '../document/check-claim.js';
import { type CoreClaim, coreClaim } from '../document/core-claim.js';
import { InputError } from '../document/find.js';
import { Lemmas } from '../document/lemmas.js';
import { settingsOf } from '../document/options.js';
import { readStore } from '../document/store-file.js';
import type { Context, Declaration } from '../kernel/context.js';
import type { Claim, Line } from '../language/claim.js';
import { parseDocument } from '../language/document.js';
import { Dependence } from '../numeric/dependence.js';
import { relevantContext } from '../search/relevance.js';
import { builder } from '../term/build.js';
import { Arena, arg, type Term } from '../term/term.js';

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
  const hash = reference.lastIndexOf('#');
  if (hash <= 0 || hash === reference.length - 1)
    throw new InputError(reference, 'this names no claim', 'write DOCUMENT.md#claim');
  const [path, name] = [reference.slice(0, hash), reference.slice(hash + 1)];
  const text = await textOf(path);
  const checked = await provedClaim(text, path, name, timeLimit);
  return yardstickOf(reference, path, checked);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(
      path,
      code === 'ENOENT' ? 'there is no such file' : `this file cannot be read (${code})`,
    );
  }
}

/**
 * The claim after its check: by the certificate that is stored beside the document if that proves
 * it, else alone, else with the claims before it.
 */
async function provedClaim(
  text: string,
  path: string,
  name: string,
  timeLimit: number,
): Promise<CheckedClaim> {
  const isTex = path.endsWith('.tex');
  const { claims, diagnostics } = parseDocument(new Arena(), text, { isTex });
  const [fault] = diagnostics;
  if (fault) throw new InputError(path, `line ${fault.line}: ${fault.message}`, fault.hint);
  const claim = claims.find((each) => each.name === name);
  if (!claim) throw new InputError(path, `there is no claim ${name}`, namesOf(claims));
  requireEquation(path, claim);
  const store = await readStore(path);
  if (store.size > 0) {
    const replayed = await checkClaim(claim, settingsOf({ timeLimit, store }), new Lemmas());
    if (replayed.report.verdict === 'proved') return replayed;
  }
  const alone = await checkClaim(claim, settingsOf({ timeLimit }), new Lemmas());
  if (alone.report.verdict === 'proved') return alone;
  const document = await examineDocument(text, path, { timeLimit });
  const checked = document.claims.find((each) => each.claim.name === name);
  if (checked?.report.verdict === 'proved') return checked;
  const { verdict } = checked?.report ?? alone.report;
  throw new InputError(
    `${path}#${name}`,
    `this claim is not proved (${verdict}), so nothing can be measured by it`,
    `see gradus check ${path}`,
  );
}

const namesOf = (claims: readonly Claim[]): string =>
  claims.length === 0
    ? 'the document makes no claim'
    : `its claims are ${claims.map((c) => c.name).join(', ')}`;

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
