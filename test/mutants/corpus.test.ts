import { describe } from 'vitest';
import { claimsOfCorpus } from './claims.js';
import { mutantLaws } from './laws.js';

describe('mutants of the claims of the corpora', () => mutantLaws(claimsOfCorpus));
