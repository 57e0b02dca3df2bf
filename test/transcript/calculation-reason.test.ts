import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/document/check.js';

const GIVEN = `
size K
real z[K], x
simplex p[K], q[K]
index k in 1..K
label t in 0..K
let S = sum(k, exp(z[k]))
let H(a) = -sum(k, a[k]*log(a[k]))
let CE(a, b) = -sum(k, a[k]*log(b[k]))
let KL(a, b) = sum(k, a[k]*log(a[k]/b[k]))`;

/** The reason of the only line of a calculation. */
async function reasonOf(calculation: string): Promise<string | undefined> {
  const text = `\`\`\`gradus\n${GIVEN}\ncalc line:\n  ${calculation}\n\`\`\`\n`;
  const { claims, errors } = await checkDocument(text, 'notes.md');
  expect(errors).toBeUndefined();
  expect(claims[0]?.verdict).toBe('proved');
  return claims[0]?.steps?.[0]?.title;
}

describe('an inequality that is proved as a whole', () => {
  it.each([
    ['CE(p, p) <= CE(p, q)', '≤ CE(p, q)', "Jensen's inequality for the concave logarithm"],
    ['sum(k, p[k]*z[k]^2) >= 0', '≥ 0', 'A sum of nonnegative terms is nonnegative'],
    ['exp(1) < 3', '< 3', 'As the numbers say'],
  ])('%s: one line, with its reason', async (inequality, text, title) => {
    const document = `\`\`\`gradus\n${GIVEN}\nclaim one: ${inequality}\n\`\`\`\n`;
    const { claims } = await checkDocument(document, 'notes.md');
    expect(claims[0]).toMatchObject({ verdict: 'proved', steps: [{ text, title }] });
  });
});

describe('a line of a calculation without a reason', () => {
  it.each([
    ['H(p) + KL(p, q) == CE(p, q)', 'By the definitions of H, KL and CE'],
    ['log(S) + 1 == log(sum(k, exp(z[k]))) + 1', 'By the definition of S'],
    ['diff(S^2, z[k]) == 2*S*exp(z[k])', 'Differentiate term by term'],
    [
      'argmin(q, H(p) + KL(p, q)) == argmin(q, KL(p, q))',
      'A constant that the variable does not enter may be dropped',
    ],
    ['argmin(q, CE(p, q)) == argmin(q, H(p) + KL(p, q))', 'By the definitions of CE, H and KL'],
    ['sum(k in 1..K, [t == k]) == sum(k in 0..K, [t == k]) - [t == 0]', 'By cases'],
    ['sum(k, p[k]*z[k]^2) >= 0', 'A sum of nonnegative terms is nonnegative'],
    ['(x + 1)^2 == x^2 + 2*x + 1', 'By algebra'],
  ])('%s: %s', async (calculation, reason) => {
    expect(await reasonOf(calculation)).toBe(reason);
  });
});
