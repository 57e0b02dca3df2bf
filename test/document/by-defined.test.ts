import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/document/check.js';

const DECLARED = `size K
real z[K], c[K], u, w, t
onehot y[K]
index i in 1..K, j in 1..K, k in 1..K
let a[k in 1..K] = exp(z[k])/sum(l in 1..K, exp(z[l]))
let L = -sum(k in 1..K, y[k]*log(a[k]))
let s = w*u + t
let g = sigmoid(s)
let E = (g - u)^2 + s
let again = sum(k in 1..K, exp(z[k]))
let B[i in 1..K, j in 1..K] = z[i]*c[j]
let S = sum(i in 1..K, sum(j in 1..K, B[i,j]^2))
`;

const checked = (claim: string) =>
  checkDocument(`\`\`\`gradus\n${DECLARED}claim c: ${claim}\n\`\`\``, 'a.md', { timeLimit: 60 });

const judged = async (claim: string) => {
  const { claims, errors } = await checked(claim);
  expect(errors).toBeUndefined();
  return claims[0] as NonNullable<(typeof claims)[0]>;
};

describe('a derivative by a defined quantity', () => {
  it.each([
    ['of an entry', 'diff(L, a[k]) == -y[k]/a[k]'],
    ['in the chain rule', 'diff(L, z[i]) == sum(k in 1..K, diff(L, a[k])*diff(a[k], z[i]))'],
    ['by itself', 'diff(a[i], a[j]) == [i == j]'],
    ['of two indices', 'diff(S, B[i,j]) == 2*B[i,j]'],
    ['without an index', 'diff(E, g) == 2*(g - u)'],
    ['that is reached through another definition, too', 'diff(E, s) == 2*(g - u)*g*(1 - g) + 1'],
    ['along a path', 'diff(E, w) == diff(E, s)*diff(s, w)'],
    ['of all entries', 'diff(L, a) == array(k in 1..K, -y[k]/a[k])'],
  ])('%s is proved', async (_, claim) => {
    const { verdict, numeric } = await judged(claim);
    expect(verdict).toBe('proved');
    // The independent witness: differences of the function that is varied.
    expect(numeric?.finiteDifference).toBeDefined();
  });

  it.each([
    ['with a wrong sign', 'diff(L, a[k]) == y[k]/a[k]'],
    ['as if the input were varied', 'diff(L, a[k]) == a[k] - y[k]'],
    ['of the wrong entry', 'diff(L, a[k]) == -y[j]/a[j]'],
    ['that forgets the path through another definition', 'diff(E, s) == 1'],
    ['that forgets the direct path', 'diff(E, s) == 2*(g - u)*g*(1 - g)'],
    ['that varies what is fixed', 'diff(E, g) == 2*(g - u) + 1'],
    ['that is 0, as the step is', 'diff(a[i], a[j]) == 0'],
    ['by an entry that there is not', 'diff(L, a[0]) == 0'],
    ['of another entry of a matrix', 'diff(S, B[i,j]) == 2*B[j,i]'],
  ])('%s is refuted', async (_, claim) => {
    expect((await judged(claim)).verdict).toBe('refuted');
  });

  it.each([
    ['of what is not made of it', 'diff(again, a[k]) == 0', 'is not made of a'],
    [
      'of a derivative by what the quantity depends on',
      'diff(diff(L, z[i]), a[k]) == 0',
      'can be read in two ways, as a depends on z',
    ],
  ])('is refused %s', async (_, claim, message) => {
    const { claims, errors } = await checked(claim);
    expect(claims).toEqual([]);
    expect(errors?.map((error) => error.message).join()).toContain(message);
  });
});
