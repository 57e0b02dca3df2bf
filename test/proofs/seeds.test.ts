// The book says of every claim of the seed texts whether it is true: a claim of a chapter proves it,
// or a refute of a chapter refutes it.
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../corpus/entry.mjs';
import type { Claim } from '../../src/language/claim.js';
import { parseDocument } from '../../src/language/document.js';
import { Arena } from '../../src/term/term.js';
import { shapeOfClaim } from './statement-shape.js';

type Entry = Parameters<typeof documentOf>[0];

/** By chapter: the entries of corpus/seeds.json, each with the name of its claim. */
const BOOK: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '01-where-data-come-from': {
    's000-iid-step': 'samples-apart',
    's001-joint-vs-conditional': 'features-forgotten',
    's001-joint-vs-conditional-argmax': 'same-parameters',
    's001-log-of-product': 'log-of-product',
  },
  '02-maximum-likelihood': {
    's001-log-argmax': 'log-keeps-the-order',
    's001-max-to-min': 'minus-turns-the-order',
    's001-increasing-not-concave': 'increasing-is-enough',
    's001-concave-reason': 'concave-is-not',
  },
  '03-categorical-distribution': {
    's000-selector': 'selector',
    's000-normalised': 'normalised',
    's000-selector-multihot': 'two-ones',
    's000-z-as-logit': 'scores-for-probabilities',
    's001-pmf-selects': 'selector-from-0',
    's001-lik-range-fixed': 'likelihood-from-0',
    's001-pmf-normalised': 'normalised-from-0',
    's001-h-sums-to-one-fixed': 'label-vector',
    's001-lik-range-as-written': 'product-from-1',
    's001-lik-not-normalised': 'not-normalised',
    's001-h-sums-to-one-as-written': 'label-vector-from-1',
  },
  '04-negative-log-likelihood': {
    's000-nll-sum': 'all-samples',
    's000-argmin': 'same-minimisers',
    's000-no-constant': 'no-constant',
    's000-nll-sum-closed-raw': 'class-ruled-out',
    's001-nll-sign-fixed': 'with-a-label',
    's001-nll-sign-as-written': 'sign-lost',
    's001-nll-ce-fixed': 'from-0',
    's001-nll-ce-range-as-written': 'from-1',
    's001-mle-ce': 'maximum-likelihood',
    's003-nll-ce': 'with-labels',
  },
  '05-entropy': {
    's002-onehot-entropy-raw': 'certain-without-convention',
    's003-certain-zero-entropy': 'certain',
    's003-uniform-entropy': 'uniform',
    's003-uniform-maximal': 'at-most-uniform',
  },
  '06-cross-entropy-and-divergence': {
    's002-ce-kl': 'decomposition',
    's002-ce-kl-onehot-raw': 'one-hot-without-convention',
    's002-ce-kl-onehot-conv': 'decomposition-with-zeros',
    's002-onehot-entropy-conv': 'one-hot-entropy',
    's002-onehot-ce-is-kl': 'one-hot',
    's002-argmin-ce-kl': 'same-minimisers',
    's003-ce-self': 'with-itself',
    's003-ce-min': 'gibbs-inequality',
    's003-ce-distance-zero': 'zero-for-equals',
    's003-ce-symmetric': 'symmetric',
  },
  '07-softmax': { 's003-softmax-sum': 'sums-to-one' },
  '08-categorical-cross-entropy': {
    's003-085': 'confident-and-right',
    's003-005': 'confident-and-wrong',
    's003-single-survivor': 'one-term',
    's003-quick-reference': 'from-scores',
    's003-unreachable': 'loss-of-zero',
    's003-log-nonpositive': 'at-most-zero',
    's003-log-always-negative': 'always-negative',
  },
  '09-softmax-cross-entropy': {
    's002-log-softmax': 'log-of-the-softmax',
    's002-rewrite': 'two-sums',
    's002-use-sum-one': 'labels-add-up-to-one',
    's002-use-sum-one-multihot': 'without-one-hot-rows',
    's002-J-lse': 'log-sum-exp-form',
    's002-gradient-raw': 'before-the-softmax-is-seen',
    's002-gradient': 'gradient',
    's002-gradient-matrix': 'matrix-form',
    's002-gradient-general-y': 'any-targets',
    's002-gradient-multihot': 'several-classes',
  },
  '12-binary-cross-entropy': {
    's003-bce-y1': 'first',
    's003-bce-y0': 'second',
    's003-bce-drop-boundary': 'drops-out-at-one',
  },
  '13-sigmoid': {
    's003-sigmoid': 'two-scores',
    's003-sigmoid-difference': 'difference',
    's003-sigmoid-replaces-softmax': 'entry-by-entry',
  },
  '14-two-classes': { 's003-bce-mean': 'mean' },
  '15-logistic-regression': { 's002-binary-residual': 'residual' },
  '16-sum-and-mean': {
    's002-mean-gradient': 'gradient-of-the-sum',
    's002-mean-gradient-fixed': 'mean-gradient',
    's003-mean-sum-argmin': 'same-minimisers',
    's003-mean-equals-nll': 'mean-is-sum',
    's003-expected-probability': 'expected-probability',
    's003-geometric-mean': 'geometric-mean',
  },
  '17-shards': {
    's003-shards-global': 'weighted',
    's003-shards-mean-of-means': 'mean-of-means',
  },
  '20-log-sum-exp': {
    's002-lse-shift': 'rows-stable',
    's002-shift-no-overflow': 'rows-no-overflow',
    's002-shift-no-log-zero': 'rows-no-log-of-zero',
    's002-shift-precision': 'loss-is-zero',
  },
  '21-likelihood-is-no-density': {
    's001-likelihood-integral': 'area-is-one',
    's001-likelihood-never-one': 'never-one',
  },
};

/**
 * True entries that the book does not have: no proof of the first two is found, and none of the
 * last can be given, whose sides are infinite in some models.
 */
const OPEN: readonly string[] = [
  's001-likelihood-integral-value',
  's003-newton-scale',
  's000-nll-sum-closed-conv',
];

const entries: readonly Entry[] = JSON.parse(readFileSync('corpus/seeds.json', 'utf8')).entries;

const truthOf = new Map(entries.map(({ id, truth }) => [id, truth]));

/** The claims of a chapter by their names. */
function claimsOf(chapter: string): ReadonlyMap<string, Claim> {
  const text = readFileSync(`proofs/${chapter}.md`, 'utf8');
  return new Map(parseDocument(new Arena(), text).claims.map((claim) => [claim.name, claim]));
}

function shapeOfEntry(id: string): string {
  const entry = entries.find((each) => each.id === id) as Entry;
  const [claim] = parseDocument(new Arena(), documentOf(entry)).claims;
  return shapeOfClaim(claim as Claim);
}

describe('the book', () => {
  it('has every claim of the seeds once, but for those that are open', () => {
    const covered = Object.values(BOOK).flatMap(Object.keys);
    expect([...covered, ...OPEN].sort()).toEqual(entries.map(({ id }) => id).sort());
  });

  it.each(Object.entries(BOOK))(
    '%s claims what is true and refutes what is not',
    (chapter, ids) => {
      const claims = claimsOf(chapter);
      const found = Object.entries(ids).map(([id, name]) => [id, claims.get(name)?.form]);
      const expected = Object.keys(ids).map((id) => [id, truthOf.get(id) ? 'claim' : 'refute']);
      expect(found).toEqual(expected);
    },
  );

  it.each(Object.entries(BOOK))(
    '%s says the same as the corpus, in other letters',
    (chapter, ids) => {
      const claims = claimsOf(chapter);
      const shapes = Object.entries(ids).map(([id, name]) => [
        id,
        shapeOfClaim(claims.get(name) as Claim),
      ]);
      expect(shapes).toEqual(Object.keys(ids).map((id) => [id, shapeOfEntry(id)]));
    },
  );

  it('gives no claim to two entries', () => {
    const names = Object.entries(BOOK).flatMap(([chapter, ids]) =>
      Object.values(ids).map((name) => `${chapter}/${name}`),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('has chapters for all that it names', () => {
    const files = globSync('proofs/*.md').map((path) =>
      path.slice('proofs/'.length, -'.md'.length),
    );
    expect(files).toEqual(expect.arrayContaining(Object.keys(BOOK)));
  });
});
