import { describe, expect, it } from 'vitest';
import { DocumentError, deriveExpression } from '../../src/document/derive.js';
import { LanguageError } from '../../src/language/language-error.js';
import { documentOf, SOFTMAX } from './given.js';

const document = documentOf(SOFTMAX);

describe('a derivation', () => {
  it('finds the gradient of softmax cross-entropy without being told it', () => {
    const found = deriveExpression('diff(J, z[a,b])', { document });
    expect(found?.result).toEqual({ text: 'ŷ[a,b] − y[a,b]', latex: '\\hat{y}_{ab} - y_{ab}' });
    expect(found?.hypotheses).toEqual(['sum(c in 1..C, y[i,c]) == 1']);
    expect(found?.steps.length).toBeGreaterThanOrEqual(6);
    expect(found?.steps.length).toBeLessThanOrEqual(12);
    expect(found?.steps.every(({ title }) => title.length > 0)).toBe(true);
    expect(found?.replayed).toBeGreaterThan(20);
  });

  it('unfolds into the steps that were replayed', () => {
    const found = deriveExpression('diff(J, z[a,b])', { document, steps: 'all' });
    const substeps = found?.steps.flatMap((step) => step.substeps ?? []) ?? [];
    expect(substeps.length).toBe(found?.replayed);
    for (const step of found?.steps ?? []) expect(step.substeps?.at(-1)?.text).toBe(step.text);
  });

  it('takes letters that the document does not declare as any index', () => {
    const text = documentOf('size K\nreal z[K]\nlet s = sum(k in 1..K, z[k]^2)');
    const found = deriveExpression('diff(s, z[j])', { document: text });
    expect(found?.result.text).toBe('2 · z[j]');
  });

  it('proves a stated result', () => {
    const found = deriveExpression('diff(J, z[a,b])', { document, to: '-(y[a,b] - yhat[a,b])' });
    expect(found?.steps.at(-1)?.text).toBe('= −(y[a,b] − ŷ[a,b])');
  });

  it('finds none for a wrong result', () => {
    expect(deriveExpression('diff(J, z[a,b])', { document, to: 'y[a,b]' })).toBeUndefined();
  });

  it('needs no document', () => {
    expect(deriveExpression('1 + 1', { to: '2' })?.result.text).toBe('2');
  });

  it('tells an error in the expression from one in the document', () => {
    expect(() => deriveExpression('diff(JJ, z[a,b])', { document })).toThrow(LanguageError);
    expect(() => deriveExpression('1', { document: documentOf('size 3') })).toThrow(DocumentError);
  });
});
