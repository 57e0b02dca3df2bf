/**
 * A statement taken apart: its sides and the relations between them, the conditions it is made
 * under, and the reasons its author gives.
 */
import type { Relation } from '../claim.js';
import { isOperator, isRelation } from './alignment.js';
import { type Atom, contentOf, hasScripts, isCommand, isSign } from './atom.js';
import {
  conditionOf,
  type IsIndex,
  opened,
  saysIndex,
  saysRange,
  withoutStop,
} from './condition-piece.js';
import { changes, isIff, refuseDecimalComma, refuseFurtherValue } from './words.js';

/** A side of a chain with the relation before it. */
export interface Side {
  readonly atoms: readonly Atom[];
  readonly relation: Relation | undefined;
  /** The relation, or the first atom of all. */
  readonly place: Atom;
  readonly isDefinition: boolean;
  /** What the author writes beside it. */
  readonly words: readonly string[];
}

export interface Chain {
  readonly sides: readonly Side[];
  /** Conditions under which it is stated. */
  readonly conditions: readonly (readonly Atom[])[];
  /** `implies` and `iff` say that it follows from the chain before. */
  readonly after: 'implies' | 'iff' | undefined;
  /** True when the next chain follows from it. */
  readonly isSupposed: boolean;
}

/** A statement that makes no claim, with the reason. */
export interface NoClaim {
  readonly atoms: readonly Atom[];
  readonly reason: string;
  /** An expression alone, which the next display may go on with. */
  readonly start?: Chain;
}

const CLAIMED: ReadonlyMap<string, Relation> = new Map<string, Relation>([
  ['=', 'eq'],
  ['==', 'eq'],
  [':=', 'eq'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['lt', 'lt'],
  ['gt', 'gt'],
  ['le', 'le'],
  ['ge', 'ge'],
  ['defined', 'eq'],
  ['equiv', 'eq'],
]);

const UNCLAIMED: ReadonlyMap<string, string> = new Map([
  ['sim', 'it states a distribution'],
  ['approx', 'an approximation is not claimed'],
  ['simeq', 'an approximation is not claimed'],
  ['cong', 'an approximation is not claimed'],
  ['propto', 'a proportionality is not claimed'],
  ['to', 'an arrow is no relation of a claim'],
  ['mapsto', 'it describes a map'],
  ['leftarrow', 'it is an assignment'],
  ['ne', '≠ is no relation of a claim'],
  ['in', 'it states where something lies'],
  ['notin', 'it states where something lies'],
  ['subset', 'it is about sets'],
  ['subseteq', 'it is about sets'],
  ['ll', 'an order of magnitude is not claimed'],
  ['gg', 'an order of magnitude is not claimed'],
  ['perp', 'it states an independence'],
]);

const CONDITION =
  /^\(?\s*(if|for|when|whenever|where|with|assuming|provided|provided that|for all|for each|for every|for any)\s*:?$/i;

/** The chains and other statements of a formula's statement. */
export function chainsOf(statement: readonly Atom[], isIndex: IsIndex): (Chain | NoClaim)[] {
  const parts = splitSteps(statement.flatMap(unboxed));
  const found: (Chain | NoClaim)[] = [];
  for (const [n, { atoms, after }] of parts.entries())
    for (const [k, part] of separated(atoms, isIndex).entries()) {
      // In a series of implications only the first is supposed.
      const isSupposed = n === 0 && parts.length > 1;
      const result = chainOf(part, k === 0 ? after : undefined, isSupposed);
      if (result) found.push(...result);
    }
  return found;
}

/** A box around a relation is no part of it. */
const unboxed = (atom: Atom): readonly Atom[] =>
  atom.kind === 'group' && !hasScripts(atom) && contentOf(atom).some(isRelation)
    ? contentOf(atom)
    : [atom];

interface Step {
  readonly atoms: readonly Atom[];
  readonly after: Chain['after'];
}

function splitSteps(statement: readonly Atom[]): Step[] {
  const steps: { atoms: Atom[]; after: Chain['after'] }[] = [{ atoms: [], after: undefined }];
  for (const atom of statement) {
    if (isIff(atom) || isCommand(atom, 'implies'))
      steps.push({ atoms: [], after: isIff(atom) ? 'iff' : 'implies' });
    else steps.at(-1)?.atoms.push(atom);
  }
  return steps.filter(({ atoms }) => atoms.some((atom) => !isSign(atom, 'quad', ',')));
}

/** A statement with its conditions, the statements after it being separate. */
interface Part {
  readonly atoms: readonly Atom[];
  readonly conditions: readonly (readonly Atom[])[];
  /** True when words stand in the middle of a side, which then has no meaning. */
  readonly isBroken: boolean;
}

/** Split at commas, wide spaces and words between relations. */
function separated(atoms: readonly Atom[], isIndex: IsIndex): Part[] {
  const parts: { atoms: Atom[]; conditions: (readonly Atom[])[]; isBroken: boolean }[] = [];
  const begin = (list: readonly Atom[]): void => {
    parts.push({ atoms: [...list], conditions: [], isBroken: false });
  };
  for (const whole of pieces(atoms)) {
    const last = parts.at(-1);
    const piece = last ? opened(whole, isIndex) : whole;
    const [first] = piece;
    if (!first) continue;
    if (first.kind === 'text' && CONDITION.test(first.text.trim())) {
      const rest = piece.slice(1);
      const isCondition = !/^(where|with)$/i.test(first.text.trim());
      if (last && isCondition) last.conditions.push(...conditionOf(rest));
      else if (rest.length > 0) begin(rest);
      continue;
    }
    const restricts =
      saysRange(piece) || (saysIndex(piece, isIndex) && !saysIndex(last?.atoms ?? [], isIndex));
    if (last && restricts) last.conditions.push(...conditionOf(piece));
    else if (last && piece.every((atom) => atom.kind === 'text' || isEmphasis(atom)))
      last.atoms.push(...piece);
    else if (last && goesOn(piece)) last.atoms.push(...piece);
    else {
      const words = last?.atoms.at(-1);
      if (last?.conditions.length) refuseFurtherValue(piece);
      if (last && words && isProse(words) && !piece.some(isRelation)) last.isBroken = true;
      else begin(piece);
    }
  }
  return parts;
}

/** True of what a comma or words cut out of a chain: `\\text{(by …)} = b`. */
function goesOn(piece: readonly Atom[]): boolean {
  const first = piece.find((atom) => !isProse(atom));
  return isRelation(first) || isOperator(first);
}

/** Words that are no part of the mathematics. */
const isProse = (atom: Atom): boolean => atom.kind === 'text' && !isValueText(atom);

const isEmphasis = (atom: Atom): boolean =>
  atom.kind === 'fenced' &&
  contentOf(atom).every((each) => each.kind === 'text' || each.kind === 'number');

/** Between commas, semicolons, wide spaces, and the words that begin a condition. */
function pieces(atoms: readonly Atom[]): Atom[][] {
  const found: Atom[][] = [[]];
  for (const [k, atom] of atoms.entries()) {
    const before = found.at(-1)?.at(-1);
    if (isSign(atom, ',')) refuseDecimalComma(before, atom, atoms[k + 1]);
    if (isSign(atom, 'quad') && (isOperator(before) || isRelation(before))) continue;
    const isEnd =
      isSign(atom, ',', ';', 'quad') || (atom.kind === 'text' && /^\s*(and|,)\s*$/.test(atom.text));
    if (isEnd && !atom.sub && !atom.sup) {
      found.push([]);
      continue;
    }
    const isWord = atom.kind === 'text' && CONDITION.test(atom.text.trim());
    const isAfterWords =
      before && isProse(before) && atom.kind !== 'text' && found.at(-1)?.some(isRelation);
    if (isWord || isAfterWords || isCommand(atom, 'forall')) found.push([]);
    found.at(-1)?.push(atom);
  }
  return joined(found.filter((piece) => piece.length > 0));
}

/** `i = 1, \dots, n` is one piece; so is what a comma or space cuts out of a chain. */
function joined(list: readonly Atom[][]): Atom[][] {
  const output: Atom[][] = [];
  for (let k = 0; k < list.length; k++) {
    const piece = list[k] as Atom[];
    const isDots = list[k + 1]?.length === 1 && isCommand(list[k + 1]?.[0], 'dots') && list[k + 2];
    if (isDots) {
      output.push([...piece, ...(list[k + 1] as Atom[]), ...(list[k + 2] as Atom[])]);
      k += 2;
    } else output.push(piece);
  }
  return output;
}

/** A chain that begins here. */
const begin = (
  place: Atom,
): { -readonly [K in keyof Side]: Side[K] } & { atoms: Atom[]; words: string[] } => ({
  atoms: [],
  relation: undefined,
  place,
  isDefinition: false,
  words: [],
});

function chainOf(
  part: Part,
  after: Chain['after'],
  isSupposed: boolean,
): (Chain | NoClaim)[] | undefined {
  const atoms = withoutStop(part.atoms);
  if (atoms.length === 0) return undefined;
  if (part.isBroken) return [{ atoms, reason: 'words stand between its parts' }];
  if (atoms.some((atom) => isProse(atom) && changes(atom.text.trim())))
    return [{ atoms, reason: 'words change what it says' }];
  const found: (Chain | NoClaim)[] = [];
  let sides: {
    atoms: Atom[];
    relation: Relation | undefined;
    place: Atom;
    isDefinition: boolean;
    words: string[];
  }[] = [begin(atoms[0] as Atom)];
  let reason: string | undefined;
  const close = (): void => {
    if (sides.length > 1) found.push({ sides, conditions: part.conditions, after, isSupposed });
  };
  for (const atom of atoms) {
    const side = sides.at(-1);
    const unclaimed = atom.kind === 'command' ? UNCLAIMED.get(atom.text) : undefined;
    const isColon = isSign(atom, ':') && !atoms.some((each) => isSign(each, '='));
    if (unclaimed !== undefined || isColon) {
      close();
      reason ??= isColon ? 'it describes a map' : unclaimed;
      sides = [begin(atom)];
      continue;
    }
    const relation = isRelation(atom) ? CLAIMED.get(atom.text) : undefined;
    if (relation) {
      const over = (atom.args[0] ?? []).map(({ text }) => text).join('');
      const isDefinition =
        /^(:=|defined)$/.test(atom.text) || /^(def|defn?|Δ|Delta|!|:)\.?$/i.test(over);
      const words = /^\p{L}/u.test(over) && !isDefinition ? [over] : [];
      sides.push({ atoms: [], relation, place: atom, isDefinition, words });
    } else if (atom.kind === 'text' && side && !isValueText(atom))
      side.words.push(atom.text.trim());
    else if (!isSign(atom, 'quad')) side?.atoms.push(atom);
  }
  close();
  if (reason !== undefined) found.push({ atoms, reason });
  else if (found.length === 0) {
    const start = { sides, conditions: part.conditions, after: undefined, isSupposed: false };
    found.push({ atoms, reason: 'it states no relation', start });
  }
  return found;
}

/** Words that are part of the mathematics: one word of letters. */
const isValueText = (atom: Atom): boolean =>
  atom.sub !== undefined ||
  atom.sup !== undefined ||
  (/^\s*[\p{L}_]+\s*$/u.test(atom.text) &&
    !/^\s*(by|since|as|because|hence|thus|so|or|but|then|also|plus|minus|times|equals|is)\s*$/i.test(
      atom.text,
    ));
