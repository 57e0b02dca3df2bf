/** All mistakes that are looked for, the likeliest and simplest first. */
import type { Edit, Wrong } from '../mistake.js';
import { forgottenDeltas, halfProducts, lostInnerFactors } from './derivatives.js';
import { borrowedFactors, innerFactors, wholeFactors } from './factor.js';
import {
  exchanges,
  lostDeltas,
  wrongIndex,
  wrongIndexEverywhere,
  wrongSymbols,
} from './indices.js';
import { splitFunctions, wrongOperations } from './operations.js';
import { rangeMistakes } from './range.js';
import { innerSigns, wholeSign } from './sign.js';
import { droppedTerms, extraTerms } from './terms.js';

type Family = (about: Wrong) => Generator<Edit>;

/** Families that are tried together: within a group the simplest change wins. */
export const GROUPS: readonly (readonly Family[])[] = [
  [wholeSign, wholeFactors, innerSigns, rangeMistakes],
  [lostDeltas, exchanges, wrongIndex, wrongIndexEverywhere, forgottenDeltas],
  [halfProducts, lostInnerFactors, splitFunctions],
  [innerFactors, wrongOperations, wrongSymbols],
  [extraTerms, droppedTerms],
  [borrowedFactors],
];
