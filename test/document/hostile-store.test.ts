// Files of certificates that were spoilt or forged: each is a clear message and exit code 2.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/files.js';
import { gradus } from '../cli/run-cli.js';
import { apply, change } from '../fuzz/damage.js';
import { documentOf } from './given.js';

const { path, write } = temporaryFolder();
const document = path('notes.md');
const DECLARED = 'positive a, b\nindex i in 1..3\n';
const TRUE = documentOf(`${DECLARED}claim product: log(a*b) == log(a) + log(b)
claim sum: log(a*b) + log(a) == 2*log(a) + log(b)`);
const FALSE = documentOf(`${DECLARED}claim product: log(a*b) == log(a) - log(b)
claim sum: log(a*b) + log(a) == log(a) + log(b)`);

let good: string;

// biome-ignore lint/suspicious/noExplicitAny: a certificate that is about to be spoilt has any shape.
type Spoilt = any;

beforeAll(async () => {
  write('notes.md', TRUE);
  expect((await gradus('check', document, '--update', '--no-cache')).code).toBe(0);
  good = readFileSync(path('notes.certificate.json'), 'utf8');
});

async function frozen(store: string, text = TRUE): Promise<{ code: number; says: string }> {
  write('notes.md', text);
  write('notes.certificate.json', store);
  const { code, out, err } = await gradus('check', document, '--frozen', '--no-cache');
  return { code, says: out + err };
}

/** The file with its first certificate changed. */
function spoilt(spoil: (certificate: Spoilt, whole: Spoilt) => void): string {
  const whole = JSON.parse(good);
  spoil(whole.certificates[0], whole);
  return JSON.stringify(whole);
}

/** As `spoilt`, for a change that JSON.stringify does not write. */
const replaced = (from: string | RegExp, to: string): string => {
  const store = good.replace(from, to);
  expect(store).not.toBe(good);
  return store;
};

const FILES: readonly (readonly [string, () => string])[] = [
  ['an empty file', () => ''],
  ['half a file', () => good.slice(0, good.length / 2)],
  ['a file without its last line', () => good.slice(0, -4)],
  ['bytes', () => '\u0000\u0007\u001b[2J'],
  ['null', () => 'null'],
  ['a number', () => '17'],
  ['a list', () => '[]'],
  ['an object without certificates', () => '{"gradus": 1}'],
  ['certificates that are no list', () => '{"gradus": 1, "certificates": {"length": 1}}'],
  ['a certificate that is null', () => '{"gradus": 1, "certificates": [null]}'],
  ['a certificate without a name', () => '{"gradus": 1, "certificates": [{}]}'],
  ['lists in lists, a hundred thousand deep', () => `${'['.repeat(1e5)}${']'.repeat(1e5)}`],
  ['a prototype', () => '{"__proto__": {"certificates": []}}'],
];

const CERTIFICATES: readonly (readonly [string, () => string])[] = [
  ['none for the claim', () => '{"gradus": 1, "certificates": []}'],
  ['that of another version', () => spoilt((c) => Object.assign(c, { gradus: 2 }))],
  ['one with a field too many', () => spoilt((c) => Object.assign(c, { trusted: true }))],
  ['one without its terms', () => spoilt((c) => delete c.terms)],
  ['one without a proof', () => spoilt((c) => delete c.steps)],
  ['one with two proofs', () => spoilt((c) => Object.assign(c, { proof: 0 }))],
  ['one with no steps', () => spoilt((c) => Object.assign(c, { steps: [] }))],
  [
    'the proof of another claim',
    () =>
      spoilt((c, whole) => {
        const { steps, proofs, terms, defined } = whole.certificates[1];
        Object.assign(c, { steps, proofs, terms, defined });
      }),
  ],
  [
    'the certificate of another claim',
    () =>
      spoilt((c, whole) => {
        whole.certificates = [{ ...whole.certificates[1], name: c.name }];
      }),
  ],
  ['another result', () => spoilt((c) => Object.assign(c.steps.at(-1), { result: 0 }))],
  ['another direction', () => spoilt((c) => Object.assign(c.steps[0], { direction: 'backward' }))],
  ['no direction', () => spoilt((c) => Object.assign(c.steps[0], { direction: 'sideways' }))],
  ['another relation', () => spoilt((c) => Object.assign(c.claim, { relation: 'le' }))],
  ['sides that have changed places', () => spoilt((c) => c.steps.reverse() && swap(c.claim))],
  ['a place outside of the table', () => spoilt((c) => Object.assign(c.claim, { left: 10_000 }))],
  ['a place that is no whole number', () => spoilt((c) => Object.assign(c.claim, { left: 0.5 }))],
  ['a term of itself', () => spoilt((c) => c.terms.unshift(['log', 0]))],
  ['an operator that there is none of', () => spoilt((c) => c.terms.push(['trust', 0]))],
  ['a pattern of the rule book', () => spoilt((c) => c.terms.push(['meta', 'u']))],
  ['a number that is none', () => spoilt((c) => c.terms.push(['num', '1/0']))],
  ['a rule that there is none of', () => replaced(/"rule":"log-mul"/, '"rule":"log-trust"')],
  ['another rule', () => replaced(/"rule":"log-mul"/, '"rule":"log-div"')],
  ['a path that leads nowhere', () => spoilt((c) => Object.assign(c.steps[0], { path: [7, 7] }))],
  ['a hypothesis that is not stated', () => spoilt((c) => assume(c))],
  ['a lemma that nothing proves', () => spoilt((c) => c.context.lemmas.push('sum'))],
  [
    'weaker declarations',
    () => spoilt((c) => Object.assign(c.context.declarations[0], { kind: 'real' })),
  ],
  ['a symbol twice', () => spoilt((c) => c.context.declarations.push(c.context.declarations[0]))],
  ['too many terms', () => spoilt((c) => Object.assign(c, { terms: Array(500_001).fill(0) }))],
  ['no proof of values', () => spoilt((c) => Object.assign(c, { defined: [] }))],
  [
    'terms that nest without end',
    () =>
      spoilt((c) => {
        for (let k = 0; k < 20_000; k++) c.terms.push(['neg', c.terms.length - 1]);
      }),
  ],
  ['a prototype', () => replaced('{"gradus":1,', '{"gradus":1,"__proto__":{"terms":[]},')],
];

const swap = (claim: { left: number; right: number }): void => {
  [claim.left, claim.right] = [claim.right, claim.left];
};

function assume({ context, terms }: Spoilt): void {
  context.assumptions.push({ name: 'extra', proposition: terms.push(['false']) - 1 });
}

describe('a file of certificates that is', () => {
  it.each(FILES)('%s is told as such, with exit code 2', async (_what, store) => {
    const { code, says } = await frozen(store());
    expect(code).toBe(2);
    expect(says).toContain('notes.certificate.json: this file holds no certificates');
    expect(says).not.toMatch(/internal error|\n\s+at /);
  });
});

describe('in place of a certificate,', () => {
  it.each(CERTIFICATES)('%s proves nothing, with exit code 2', async (_what, store) => {
    const { code, says } = await frozen(store());
    expect(code).toBe(2);
    expect(says).toMatch(/certificate/);
    expect(says).toMatch(/! product/);
    expect(says).not.toMatch(/internal error|\n\s+at /);
  });

  it('any damaged one of true claims proves no false one', async () => {
    const changes = fc.array(change, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(changes, fc.boolean(), async (all, isFalse) => {
        const whole = JSON.parse(good);
        for (const each of all) apply(whole, each);
        const { code, says } = await frozen(JSON.stringify(whole), isFalse ? FALSE : TRUE);
        expect([0, 2]).toContain(code);
        if (isFalse) expect(says).not.toContain('✓');
        expect(says).not.toMatch(/internal error|\n\s+at /);
      }),
      { seed: 1, numRuns: 300 },
    );
  }, 600_000);
});
