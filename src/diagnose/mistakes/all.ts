/** All mistakes that are looked for, the likeliest and simplest first. */
import type { Edit, Wrong } from '../mistake.js';
import { forgottenDeltas, halfProducts, lostInnerFactors } from './derivatives.js';
import { borrowedFactors, innerFactors, simpleFactors, wholeFactors } from './factor.js';
import { lostDeltas, wrongIndex, wrongIndexEverywhere } from './indices.js';
import { wrongNumbers, wrongOperations, wrongPowers } from './operations.js';
import { rangeMistakes } from './range.js';
import { innerSigns, wholeSign } from './sign.js';
import { splitFunctions } from './split.js';
import { exchanges, exchangesInTerms, wrongEntries, wrongSymbols } from './symbols.js';
import { droppedParts, droppedTerms, extraTerms, wrongTerms } from './terms.js';

type Family = (about: Wrong) => Generator<Edit>;

/** Families that are tried together: within a group the simplest change wins. */
export const GROUPS: readonly (readonly Family[])[] = [
  [wholeSign, wholeFactors, innerSigns, rangeMistakes],
  [lostDeltas, wrongIndex, exchanges, wrongIndexEverywhere, forgottenDeltas],
  [wrongNumbers, splitFunctions, simpleFactors, extraTerms, droppedTerms],
  [halfProducts, lostInnerFactors],
  [innerFactors, wrongPowers, wrongOperations, wrongSymbols, wrongEntries, exchangesInTerms],
  [wrongTerms, droppedParts, borrowedFactors],
];

/** What is looked for on the left: of the line before, which is there to be followed, little. */
export const LEFT_GROUPS: readonly (readonly Family[])[] = [
  [innerSigns, rangeMistakes],
  [wrongIndex, exchanges],
  [simpleFactors],
];
