/** True claims whose proofs the search finds: what the tests of certificates start from. */
import { type Certificate, encodeCertificate } from '../../src/certificate/certificate.js';
import type { ClaimProof, Relation, Statement } from '../../src/kernel/theorem.js';
import { parseExpression } from '../../src/language/expression.js';
import { lowerRelation } from '../../src/language/lower.js';
import { ruleBook } from '../../src/rules/book.js';
import { ClaimProver } from '../../src/search/prove-claim.js';
import { contextOf } from '../language/given.js';

interface Source {
  readonly name: string;
  readonly given: string;
  readonly claim: readonly [left: string, relation: Relation, right: string];
}

const SOFTMAX = `
size n, C
real z[n, C]
onehot y[n, C]
index i in 1..n, c in 1..C, a in 1..n, b in 1..C
let yhat[i,c] = exp(z[i,c]) / sum(k in 1..C, exp(z[i,k]))
let J = -sum(i, sum(c, y[i,c]*log(yhat[i,c])))`;

const LIKELIHOOD = `
size K
positive p[K]
real y[K], w[K]
index j in 1..K`;

const NUMBERS = `
real x, w
positive s, t
assume x != 0`;

export const SOURCES: readonly Source[] = [
  {
    name: 'softmax-gradient',
    given: SOFTMAX,
    claim: ['diff(J, z[i,c])', 'eq', 'yhat[i,c] - y[i,c]'],
  },
  {
    name: 'softmax-jacobian',
    given: SOFTMAX,
    claim: ['diff(yhat[i,c], z[a,b])', 'eq', 'yhat[i,c]*delta(i,a)*(delta(c,b) - yhat[i,b])'],
  },
  { name: 'softmax-sums-to-one', given: SOFTMAX, claim: ['sum(k in 1..C, yhat[i,k])', 'eq', '1'] },
  { name: 'one-hot-row', given: SOFTMAX, claim: ['sum(k in 1..C, y[a,k])', 'eq', '1'] },
  {
    name: 'cross-entropy-by-logits',
    given: SOFTMAX,
    claim: [
      'J',
      'eq',
      'sum(i in 1..n, log(sum(k in 1..C, exp(z[i,k])))) - sum(i in 1..n, sum(c in 1..C, y[i,c]*z[i,c]))',
    ],
  },
  {
    name: 'log-likelihood',
    given: LIKELIHOOD,
    claim: ['-log(prod(k in 1..K, p[k]^y[k]))', 'eq', '-sum(k in 1..K, y[k]*log(p[k]))'],
  },
  {
    name: 'log-sum-exp-shift',
    given: LIKELIHOOD,
    claim: ['log(sum(k in 1..K, exp(w[k] + 3)))', 'eq', '3 + log(sum(k in 1..K, exp(w[k])))'],
  },
  {
    name: 'log-sum-exp-gradient',
    given: LIKELIHOOD,
    claim: [
      'diff(log(sum(k in 1..K, exp(w[k]))), w[j])',
      'eq',
      'exp(w[j])/sum(k in 1..K, exp(w[k]))',
    ],
  },
  {
    name: 'likelihood-gradient',
    given: LIKELIHOOD,
    claim: ['diff(sum(k in 1..K, y[k]*log(p[k])), p[j])', 'eq', 'y[j]/p[j]'],
  },
  {
    name: 'sigmoid-derivative',
    given: NUMBERS,
    claim: ['diff(sigmoid(x), x)', 'eq', 'sigmoid(x)*(1 - sigmoid(x))'],
  },
  { name: 'sigmoid-symmetry', given: NUMBERS, claim: ['sigmoid(-x)', 'eq', '1 - sigmoid(x)'] },
  { name: 'quotient', given: NUMBERS, claim: ['(x*w + x)/x', 'eq', 'w + 1'] },
  { name: 'logarithms', given: NUMBERS, claim: ['log(s^2*t/s)', 'eq', 'log(s) + log(t)'] },
  { name: 'positive-sum', given: LIKELIHOOD, claim: ['0', 'lt', 'sum(k in 1..K, p[k])'] },
  { name: 'square', given: NUMBERS, claim: ['0', 'le', '(x - w)^2 + s'] },
];

export interface Proved {
  readonly name: string;
  readonly statement: Statement;
  readonly proof: ClaimProof;
}

/** The claim with the proof that the search finds. */
export function prove({ name, given, claim: [l, relation, r] }: Source): Proved {
  const surface = contextOf(given);
  const read = (text: string) => parseExpression(surface, text);
  const { context, left, right } = lowerRelation(surface, read(l), read(r));
  const found = new ClaimProver(ruleBook()).prove(context, relation, left, right);
  if (!found.found) throw new Error(`${name} was not proved: ${found.missing}`);
  return { name, statement: { context, relation, left, right }, proof: found };
}

/** The certificate as it is read from a file. */
export const certificateOf = ({ name, statement, proof }: Proved): Certificate =>
  JSON.parse(JSON.stringify(encodeCertificate(name, statement, proof))) as Certificate;
