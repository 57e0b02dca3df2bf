/**
 * Notations that a document declares: `notation \hat{y} = yhat`, or with letters that stand for
 * anything, `notation q(y=k \mid x^{(i)}) = q[i,k]`.
 */
import type { Term } from '../../term/term.js';
import { type Atom, bareAtom, isSign, sameAtoms, sameHead, sameScript } from './atom.js';

export type NotationMeaning =
  | { readonly kind: 'name'; readonly name: string }
  /** A term with a loose index for each variable. */
  | { readonly kind: 'term'; readonly body: Term };

export interface Notation {
  readonly pattern: readonly Atom[];
  readonly variables: readonly string[];
  /** Those of the variables that stand for an index. */
  readonly indices: readonly string[];
  readonly meaning: NotationMeaning;
}

export interface NotationMatch {
  readonly notation: Notation;
  /** Number of atoms that were matched. */
  readonly length: number;
  /** What the variables stand for, in their order. */
  readonly bound: readonly (readonly Atom[])[];
  /** The last matched atom with the scripts that the pattern does not have. */
  readonly rest: Atom;
}

type Bound = ReadonlyMap<string, readonly Atom[]>;

export class NotationTable {
  readonly #notations: Notation[];

  /** A table that begins with those of another one. */
  constructor(base?: NotationTable) {
    this.#notations = [...(base ? base.#notations : [])];
  }

  add(notation: Notation): void {
    this.#notations.push(notation);
  }

  /** True of a head that some notation writes with parentheses after it: f in `f(x)`. */
  isApplied(head: Atom): boolean {
    return this.#notations.some(
      ({ pattern: [first, second] }) =>
        first !== undefined &&
        second?.kind === 'fenced' &&
        sameHead(first, head) &&
        (first.sub === undefined) === (head.sub === undefined),
    );
  }

  /** The longest notation that the atoms begin with; the latest wins a draw. */
  match(atoms: readonly Atom[]): NotationMatch | undefined {
    let best: NotationMatch | undefined;
    for (const notation of this.#notations) {
      const found = matchNotation(notation, atoms);
      if (found && (!best || weight(found) >= weight(best))) best = found;
    }
    return best;
  }
}

/** Atoms matched, and then scripts that belong to the pattern. */
const weight = ({ notation: { pattern }, length }: NotationMatch): number =>
  length * 4 +
  pattern.filter((atom) => atom.sub).length +
  pattern.filter((atom) => atom.sup).length;

function matchNotation(notation: Notation, atoms: readonly Atom[]): NotationMatch | undefined {
  const { pattern, variables } = notation;
  const before = pattern.slice(0, -1);
  const last = pattern.at(-1);
  if (!last || atoms.length === 0) return undefined;
  for (const { bound, used } of prefixes(before, atoms, variables, new Map())) {
    const given = atoms[used];
    const match = given && matchLast(last, given, variables, bound);
    if (!match) continue;
    const all = variables.map((name) => match.bound.get(name) ?? []);
    return { notation, length: used + 1, bound: all, rest: match.rest };
  }
  return undefined;
}

/** The last atom may have scripts that the pattern does not mention. */
function matchLast(
  pattern: Atom,
  given: Atom,
  variables: readonly string[],
  bound: Bound,
): { bound: Bound; rest: Atom } | undefined {
  const rest: { -readonly [K in keyof Atom]: Atom[K] } = { ...given };
  let now: Bound | undefined = bound;
  if (pattern.primes > 0) {
    if (pattern.primes !== given.primes) return undefined;
    rest.primes = 0;
  }
  if (pattern.sub) {
    now = given.sub && matchAll(pattern.sub, given.sub, variables, now);
    delete rest.sub;
  }
  if (pattern.sup && now) {
    now = given.sup && matchAll(pattern.sup, given.sup, variables, now);
    delete rest.sup;
  }
  const found = now && matchBase(pattern, given, variables, now);
  return found && { bound: found, rest };
}

function matchBase(
  pattern: Atom,
  given: Atom,
  variables: readonly string[],
  bound: Bound,
): Bound | undefined {
  if (!sameHead(pattern, given) || pattern.args.length !== given.args.length) return undefined;
  let now: Bound | undefined = bound;
  pattern.args.forEach((arg, k) => {
    now = now && matchAll(arg, given.args[k] ?? [], variables, now);
  });
  return now;
}

/** All of the atoms, by all of the pattern. */
function matchAll(
  pattern: readonly Atom[],
  atoms: readonly Atom[],
  variables: readonly string[],
  bound: Bound,
): Bound | undefined {
  for (const found of prefixes(pattern, atoms, variables, bound))
    if (found.used === atoms.length) return found.bound;
  return undefined;
}

interface Prefix {
  readonly bound: Bound;
  readonly used: number;
}

/** Most atoms that a variable stands for. */
const LONGEST = 40;

/** The ways in which the pattern fits the first atoms of a list. */
function* prefixes(
  pattern: readonly Atom[],
  atoms: readonly Atom[],
  variables: readonly string[],
  bound: Bound,
): Generator<Prefix> {
  const [first, ...others] = pattern;
  if (!first) {
    yield { bound, used: 0 };
    return;
  }
  if (isVariable(first, variables)) {
    const known = bound.get(first.text);
    for (let length = 1; length <= Math.min(atoms.length, LONGEST); length++) {
      const stands = atoms.slice(0, length);
      if (isSign(stands.at(-1), ',', ';', '|')) return;
      if (known && !sameAtoms(known, stands)) continue;
      const now = new Map(bound).set(first.text, stands);
      for (const rest of prefixes(others, atoms.slice(length), variables, now))
        yield { bound: rest.bound, used: rest.used + length };
    }
    return;
  }
  const [given] = atoms;
  if (!given) return;
  const now = matchExactly(first, given, variables, bound);
  if (!now) return;
  for (const rest of prefixes(others, atoms.slice(1), variables, now))
    yield { bound: rest.bound, used: rest.used + 1 };
}

/** An atom with just the scripts of the pattern. */
function matchExactly(
  pattern: Atom,
  given: Atom,
  variables: readonly string[],
  bound: Bound,
): Bound | undefined {
  if (pattern.primes !== given.primes) return undefined;
  let now: Bound | undefined = bound;
  for (const [own, other] of [
    [pattern.sub, given.sub],
    [pattern.sup, given.sup],
  ]) {
    if (!own || !other) {
      if (!sameScript(own, other)) return undefined;
    } else now = now && matchAll(own, other, variables, now);
  }
  return now && matchBase(bareAtom(pattern), bareAtom(given), variables, now);
}

const isVariable = (atom: Atom, variables: readonly string[]): boolean =>
  atom.kind === 'letter' &&
  !atom.sub &&
  !atom.sup &&
  atom.primes === 0 &&
  atom.accent === '' &&
  variables.includes(atom.text);
