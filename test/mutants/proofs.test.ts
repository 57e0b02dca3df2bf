import { describe } from 'vitest';
import { claimsOfProofs } from './claims.js';
import { mutantLaws } from './laws.js';

describe('mutants of the claims of proofs/', () => mutantLaws(claimsOfProofs));
