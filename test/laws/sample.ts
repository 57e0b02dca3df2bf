/** Terms for the metavariables of a rule, drawn by the part that each of them plays. */
import { instantiatePattern, type Rule, type Substitution } from '../../src/kernel/rule.js';
import { parsePattern } from '../../src/language/pattern.js';
import { close } from '../../src/term/substitution.js';
import { Arena, arg, type Term } from '../../src/term/term.js';
import type { Random } from './random.js';

export type Part = 'real' | 'index' | 'location' | 'array' | 'function';

/** What is known of a rule before sampling. */
export interface Parts {
  readonly of: ReadonlyMap<string, Part>;
  /** Number of axes of each metavariable that stands for an array. */
  readonly axes: ReadonlyMap<string, number>;
  readonly hasLocation: boolean;
  /** The rule is about minimisers, whose variables are symbols. */
  readonly isOptimum: boolean;
}

/** The part that each metavariable plays, from where it stands in the rule's propositions. */
export function partsOf(rule: Rule): Parts {
  const of = new Map<string, Part>();
  const axes = new Map<string, number>();
  const rank = { function: 4, location: 3, array: 2, index: 1, real: 0 };
  const mark = (term: Term, part: Part): void => {
    if (term.op === 'meta') {
      const known = of.get(term.name);
      if (!known || rank[part] > rank[known]) of.set(term.name, part);
    } else if (part === 'index' && (term.op === 'add' || term.op === 'sub')) {
      for (const child of term.args) mark(child, part);
    }
  };
  let isOptimum = false;
  const visit = (term: Term): void => {
    const { op, args } = term;
    if (op === 'meta') mark(term, term.args.length > 0 ? 'function' : 'real');
    if (['sum', 'prod', 'max', 'min', 'array', 'forall'].includes(op))
      for (const end of args.slice(0, 2)) mark(end, 'index');
    if (op === 'in' || op === 'delta' || op === 'integer' || op === 'factorial' || op === 'binom')
      for (const child of args) mark(child, 'index');
    if (op === 'diff' || op === 'differentiable' || op === 'free') mark(arg(term, 1), 'location');
    if (op === 'near' || op === 'any') mark(arg(term, 0), 'location');
    if (op === 'argmin' || op === 'argmax') {
      isOptimum = true;
      for (const variable of args.slice(1)) mark(variable, 'location');
    }
    if (op === 'at') {
      mark(arg(term, 1), 'index');
      let base = term;
      let count = 0;
      for (; base.op === 'at'; base = arg(base, 0)) count++;
      if (base.op === 'meta') {
        of.set(base.name, 'array');
        axes.set(base.name, Math.max(count, axes.get(base.name) ?? 0));
      }
    }
    for (const child of args) visit(child);
  };
  for (const proposition of [rule.conclusion, ...rule.premises]) visit(proposition);
  // The symbol of `free(i, x)` is an array when x has entries, whatever came first.
  for (const name of axes.keys()) of.set(name, 'array');
  for (const [name, count] of rule.variables)
    if (!of.has(name)) of.set(name, count > 0 ? 'function' : 'real');
  const hasLocation = axes.size > 0 || [...of.values()].includes('location');
  return { of, axes, hasLocation, isOptimum };
}

const NUMBERS = ['0', '1', '-1', '1/2', '2', '-2', '-1/2', '3', '1/4', '30', '0', '1', '2'];
const WITHOUT_VALUE = ['log(-1)', '1/0', 'log(0)', 'sqrt(-1)', '0*log(0)'];
const REALS = [
  's',
  't',
  'exp(1/2)',
  'sqrt(2)',
  'delta(1, 2)',
  'delta(1, 1)',
  '[2 <= 1]',
  '[1 <= 2]',
  'delta(1, 2)/0',
  'delta(s, 1)',
  '-delta(1, 2)',
  'pos[1]',
  'any[1]',
  'pi',
  '1/3',
];
const INDICES = ['0', '1', '2', '3', '4', '5', '-1', '-2', '1', '2', '3'];
const ODD_INDICES = ['1/2', '3/2', '5/2', '-1/2', '3/4', '1/0', '7/4'];
/** Where a rule speaks of an array's entries: likely to be equal, or to mention the array. */
const ENTRY_INDICES = ['1', '1', '2', 'z[1]', 'm[1, 1]', 'q[2, 1, 1]'];
const FUNCTIONS = [
  'any[k]',
  'any[k]',
  '1/2',
  '1/2',
  '1/4',
  'pos[k]',
  'pos[k + 1]',
  'nonneg[k]',
  'int[k]',
  'k',
  'k - 1',
  '2*k',
  'k^2',
  '3',
  '0',
  '1',
  '-1',
  'pos[k]*s',
  '1/(k - 2)',
  'log(k - 1)',
  'delta(k, 2)',
  'delta(k, 2)*any[k]',
  'if(k == 2, 1, 3)',
  '[k <= 2]',
  '[k <= 2]/(k - 3)',
  'k/2',
  'exp(k)',
  '-pos[k]',
  'log(-1)',
  'sum(l in 1..k, any[l])',
  '-int[k]^2',
];
const DOUBLE_FUNCTIONS = [
  'two[k, l]',
  'two[k, l]',
  'any[k]*any[l]',
  'k - l',
  'delta(k, l)',
  'delta(k, l)*any[k]',
  'k',
  'l^2',
  '1/(k - l)',
  '[k <= l]*pos[k]',
  'delta(k, l)/(k - 2)',
  'any[k + 2*l]',
  's',
];
const LOCATIONS = ['s', 's', 'z[1]', 'z[2]', 'm[1, 2]', 'q[1, 2, 1]', 'z[7]'];
const SMOOTH = [
  'X',
  'X',
  'X^2',
  '3',
  't',
  'X*t',
  'X - 1',
  'exp(X/2)',
  'X^2 + 1',
  '-X',
  'X/3 + 2',
  '1/2',
  'sigmoid(X)',
  '2',
  '-1',
  '0',
  'X^3 - X',
  'tanh(X)',
  '1/(X^2 + 1)',
  'z[1]',
  'z[1]*z[2]',
  'X*z[2]',
  'm[1, 2] + X',
  '1',
  'X + 3',
  'X^2 + t^2 + 1/4',
];
const ROUGH = [
  'abs(X)',
  'relu(X)',
  'log(X)',
  'sqrt(X)',
  '1/X',
  'log(-1)',
  '1/0',
  'sign(X)',
  'delta(1, 2)',
  'delta(X, 1)',
  '[X <= 1]',
  'max(X, t)',
  'abs(X - 1)',
  'delta(1, 2)*log(X)',
  '1/(X - 1)',
  'z[7]',
  'if(X <= 1, X, X^2)',
  'diff(X^2, X)',
  'diff(X^3*t, t)',
  'delta(s, 1)',
  'delta(X, 1)*X',
  'if(X == 1, 0, X)',
  '[X != 2]',
];
const SMOOTH_FUNCTIONS = [
  'z[k]',
  'k*X',
  'X^k',
  'exp(k*X/4)',
  'any[k]',
  'X*z[k]',
  'k',
  'X + k',
  '(X - k)^2',
  'pos[k]*X + 1',
  '3',
  'X',
  'm[k, 2]',
  'q[k, 2, 1]',
  'any[k]*X',
];
const ROUGH_FUNCTIONS = [
  'abs(X - k)',
  'log(k*X)',
  '1/(X - k)',
  'delta(k, X)',
  'relu(z[k])',
  'delta(k, 2)*log(X)',
  'log(k - 2)',
];

const templates = new Map<string, Term>();
const templateArena = new Arena();

/** A template as a pattern: each of its names is a metavariable. */
function template(text: string): Term {
  const known = templates.get(text);
  if (known) return known;
  const names = [...text.matchAll(/[\p{L}_]\w*/gu)].map(([name]) => name);
  const read = parsePattern(templateArena, text, new Map(names.map((name) => [name, 0])));
  templates.set(text, read);
  return read;
}

/** The text as a term, `X` standing for the location and all other names for symbols. */
export function readTerm(arena: Arena, text: string, location?: Term): Term {
  const pattern = template(text);
  const found = new Map<string, Term>();
  const visit = (term: Term): void => {
    if (term.op === 'meta' && !found.has(term.name))
      found.set(term.name, term.name === 'X' && location ? location : arena.sym(term.name));
    term.args.forEach(visit);
  };
  visit(pattern);
  return instantiatePattern(arena, pattern, found);
}

/** The text as a term with loose indices for these letters. */
export const readFunction = (
  arena: Arena,
  text: string,
  letters: readonly string[],
  location?: Term,
): Term =>
  close(
    arena,
    readTerm(arena, text, location),
    letters.map((letter) => arena.sym(letter)),
  );

/** Terms for all metavariables of the rule. */
export function sampleSubstitution(
  arena: Arena,
  rule: Rule,
  parts: Parts,
  random: Random,
): Substitution {
  const found = new Map<string, Term>();
  const indices: string[] = [];
  const locations = parts.isOptimum ? ['s', 't'] : LOCATIONS;
  const location = parts.hasLocation ? readTerm(arena, random.pick(locations)) : undefined;
  const natural = random.chance(0.5);
  const text = (part: Part): string => {
    if (part === 'index') return index();
    if (location) return random.pick(random.chance(0.7) ? SMOOTH : ROUGH);
    if (random.chance(0.75)) return random.pick(NUMBERS);
    return random.pick(random.chance(0.4) ? WITHOUT_VALUE : REALS);
  };
  const index = (): string => {
    if (parts.axes.size > 0 && random.chance(0.6)) return random.pick(ENTRY_INDICES);
    if (location && random.chance(0.15)) return random.pick(['X', 'z[1]', 't', '7']);
    if (indices.length > 0 && random.chance(0.15)) return random.pick(indices);
    const chosen = !natural && random.chance(0.2) ? random.pick(ODD_INDICES) : random.pick(INDICES);
    indices.push(chosen);
    return chosen;
  };
  const functionText = (count: number): string => {
    if (count > 1) return random.pick(DOUBLE_FUNCTIONS);
    if (!location) return random.pick(FUNCTIONS);
    if (random.chance(0.2)) return random.pick(FUNCTIONS);
    return random.pick(random.chance(0.75) ? SMOOTH_FUNCTIONS : ROUGH_FUNCTIONS);
  };
  let placed = 0;
  for (const [name, count] of rule.variables) {
    const part = parts.of.get(name) as Part;
    if (part === 'function')
      found.set(
        name,
        readFunction(arena, functionText(count), ['k', 'l'].slice(0, count), location),
      );
    else if (part === 'array') found.set(name, arrayTerm(arena, parts.axes.get(name) ?? 1, random));
    else if (part === 'location')
      found.set(
        name,
        placed++ === 0 || random.chance(0.5)
          ? (location as Term)
          : readTerm(arena, random.pick(locations)),
      );
    else found.set(name, readTerm(arena, text(part), location));
  }
  return found;
}

function arrayTerm(arena: Arena, axes: number, random: Random): Term {
  const choices = [['z', 'm[1]', 'q[2, 1]'], ['m', 'q[1]'], ['q']][axes - 1] as string[];
  return readTerm(arena, random.pick(choices));
}
