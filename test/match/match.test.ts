import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantiatePattern } from '../../src/kernel/rule.js';
import { lowerContext } from '../../src/language/lower.js';
import { parsePattern } from '../../src/language/pattern.js';
import { match, metavariables } from '../../src/match/match.js';
import { ruleBook } from '../../src/rules/book.js';
import { contextOf, words } from '../language/given.js';
import { arbitraryFormula, FORMULAS } from '../search/arbitrary-formula.js';
