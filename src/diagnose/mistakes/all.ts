/** All mistakes that are looked for, the likeliest and simplest first. */
import type { Edit, Wrong } from '../mistake.js';
import { forgottenDeltas, halfProducts, lostInnerFactors, sumsOfOthers } from './derivatives.js';
import {
  complementsEverywhere,
  exchangedEntries,
  lostEntryFactors,
  lostEntryTerms,
  wrongCounts,
  wrongEntries,
} from './entries.js';
import {
  borrowedFactors,
  innerFactors,
  lostComplements,
  simpleFactors,
  wholeFactors,
} from './factor.js';
import {
  factorsOutside,
  lostDeltas,
  wrongIndex,
  wrongIndexEverywhere,
  wrongSums,
} from './indices.js';
import { lostSlopes, misappliedRules } from './misapplied.js';
import {
  lostFunctions,
  wrongComplements,
  wrongFunctionsEverywhere,
  wrongNumbers,
  wrongOperations,
  wrongPowers,
} from './operations.js';
import { rangeMistakes } from './range.js';
import { innerSigns, wholeSign } from './sign.js';
import { cancelledInverses, splitFunctions } from './split.js';
import { exchanges, exchangesInTerms, wrongSymbols } from './symbols.js';
import {
  droppedFromDefinitions,
  droppedParts,
  droppedTerms,
  extraTerms,
  lostCounterparts,
  wrongTerms,
} from './terms.js';

type Family = (about: Wrong) => Generator<Edit>;

/** Families that are tried together: within a group the simplest change wins. */
export type Groups = readonly (readonly Family[])[];

export const GROUPS: Groups = [
  [wholeSign, wholeFactors, wrongComplements, innerSigns, rangeMistakes],
  [lostDeltas, wrongIndex, exchanges, exchangedEntries, wrongIndexEverywhere, forgottenDeltas],
  [wrongNumbers, splitFunctions, simpleFactors, lostCounterparts, extraTerms, droppedTerms],
  [halfProducts, lostInnerFactors],
  [innerFactors, wrongPowers, wrongOperations, wrongSymbols, wrongEntries, exchangesInTerms],
  [lostSlopes, misappliedRules, sumsOfOthers, cancelledInverses],
  [wrongTerms, borrowedFactors, droppedParts],
  [wrongSums, factorsOutside, lostEntryFactors, lostEntryTerms, droppedFromDefinitions],
  [lostComplements, lostFunctions, wrongFunctionsEverywhere, wrongCounts, complementsEverywhere],
];

/** Groups whose mistakes, done the other way round, a pen makes; the others join the two sides. */
const LIKELY_GROUPS = 5;

export const LIKELY_FAMILIES = GROUPS.slice(0, LIKELY_GROUPS).flat();

/** What is looked for on the left: of the line before, which is there to be followed, little. */
export const LEFT_GROUPS: Groups = [
  [innerSigns, rangeMistakes, splitFunctions],
  [wrongIndex, exchanges, wrongSums],
  [simpleFactors],
];

/** What is looked for on the left where its definitions are written out. */
export const OPENED_GROUPS: Groups = [[innerSigns, splitFunctions]];
