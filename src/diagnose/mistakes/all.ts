/** All mistakes that are looked for, the likeliest and simplest first. */
import type { Edit, Wrong } from '../mistake.js';
import { forgottenDeltas, halfProducts, lostInnerFactors } from './derivatives.js';
import {
  exchangedEntries,
  lostEntryFactors,
  lostEntryTerms,
  wrongCounts,
  wrongEntries,
} from './entries.js';
import { borrowedFactors, innerFactors, simpleFactors, wholeFactors } from './factor.js';
import { lostDeltas, wrongIndex, wrongIndexEverywhere, wrongSums } from './indices.js';
import { misappliedRules } from './misapplied.js';
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
import { splitFunctions } from './split.js';
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
export const GROUPS: readonly (readonly Family[])[] = [
  [wholeSign, wholeFactors, wrongComplements, innerSigns, rangeMistakes],
  [lostDeltas, wrongIndex, exchanges, exchangedEntries, wrongIndexEverywhere, forgottenDeltas],
  [wrongNumbers, splitFunctions, simpleFactors, lostCounterparts, extraTerms, droppedTerms],
  [halfProducts, misappliedRules, lostInnerFactors],
  [innerFactors, wrongPowers, wrongOperations, wrongSymbols, wrongEntries, exchangesInTerms],
  [wrongTerms, droppedParts, borrowedFactors],
  [
    wrongSums,
    lostEntryFactors,
    lostEntryTerms,
    droppedFromDefinitions,
    lostFunctions,
    wrongFunctionsEverywhere,
    wrongCounts,
  ],
];

/** The last groups trade terms between the sides: done the other way round, that is no slip of the pen. */
export const LIKELY_GROUPS = GROUPS.slice(0, -2);

/** What is looked for on the left: of the line before, which is there to be followed, little. */
export const LEFT_GROUPS: readonly (readonly Family[])[] = [
  [innerSigns, rangeMistakes, splitFunctions],
  [wrongIndex, exchanges, wrongSums],
  [simpleFactors],
];
