/**
 * The attack: proofs with one wrong thing in them go past the checker straight to the exporter, and
 * Coq has to reject them. `npm run attack` tries some hundreds, the test run a few.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { development, type ProvedClaim, THEOREMS_HEADER } from '../../../src/coq/development.js';
import { provedClaims } from '../../../src/coq/proved-claims.js';
import { hasCoq } from '../coq.js';
import { type Answer, ask, libraryIn } from './session.js';
import { shuffled } from './shuffle.js';
import { type Trial, Trials } from './trials.js';

const IS_WHOLE = process.env.GRADUS_ATTACK === 'all';
const SEED = Number(process.env.GRADUS_SEED ?? 42);
const OF_EACH_KIND = IS_WHOLE ? 20 : 1;
/** Mutants that Coq may accept, since a tactic proves by itself what the checker wants to be told. */
const OTHER_PROOFS = 0.02;
/**
 * Says less, and nothing wrong: that a denominator is not 0 often follows from other facts at hand,
 * which the tactic for fractions finds by itself.
 */
const SAYS_LESS = 'a dropped nonzero';

const DOCUMENTS = IS_WHOLE
  ? [
      ...['01-where-data-come-from', '02-maximum-likelihood', '03-categorical-distribution'],
      ...['04-negative-log-likelihood', '05-entropy', '06-cross-entropy-and-divergence'],
      ...['07-softmax', '08-categorical-cross-entropy', '12-binary-cross-entropy', '13-sigmoid'],
      ...['14-two-classes', '17-shards', '19-newton-step', '20-log-sum-exp'],
    ]
  : ['12-binary-cross-entropy', '20-log-sum-exp'];

/** Claims of these documents with proofs of few steps. */
async function smallClaims(): Promise<ProvedClaim[]> {
  const paths = DOCUMENTS.map((name) => `proofs/${name}.md`);
  const proved = await provedClaims(paths, { timeLimit: 60 });
  const exported = development(proved.claims).claims.filter(({ theorem }) => theorem);
  const claims = exported.map(({ claim }) => claim);
  return DOCUMENTS.flatMap((document) =>
    shuffled(
      claims.filter((claim) => claim.document === document && !claim.proof.lemmas?.length),
      SEED,
    ).slice(0, 4),
  );
}

describe.skipIf(!hasCoq)('mutants of proofs and statements', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gradus-attack-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const judged: { trial: Trial; answer: Answer }[] = [];
  let originals: Answer[] = [];

  beforeAll(async () => {
    await libraryIn(folder);
    const made = new Trials(await smallClaims());
    const trials = made.mutants(OF_EACH_KIND, SEED);
    const sent = trials.filter(({ refusal }) => refusal === undefined);
    const answers = await ask(folder, `${THEOREMS_HEADER}\n${made.definitions}`, [
      ...made.originals,
      ...sent,
    ]);
    originals = answers.slice(0, made.originals.length);
    for (const trial of trials) {
      const answer = answers[originals.length + sent.indexOf(trial)];
      judged.push({ trial, answer: trial.refusal ? { isAccepted: false } : (answer as Answer) });
    }
    report(judged);
  }, 3_600_000);

  it('the unchanged claims are accepted', () => {
    expect(originals.length).toBeGreaterThan(IS_WHOLE ? 40 : 5);
    expect(originals.filter(({ isAccepted }) => !isAccepted)).toEqual([]);
  });

  it('are rejected by Coq or refused by the exporter', () => {
    const wrong = judged.filter(({ trial }) => trial.kind !== SAYS_LESS);
    const accepted = wrong.filter(({ answer }) => answer.isAccepted);
    expect(wrong.length).toBeGreaterThan(IS_WHOLE ? 300 : 20);
    expect(judged.filter(({ trial }) => !trial.refusal).length).toBeGreaterThan(
      IS_WHOLE ? 200 : 12,
    );
    expect(
      accepted
        .map(({ trial }) => `${trial.about}: ${trial.kind}`)
        .slice(Math.max(1, Math.floor(wrong.length * OTHER_PROOFS))),
    ).toEqual([]);
  });
});

/** How many of each kind were rejected, and which were accepted. */
function report(judged: readonly { trial: Trial; answer: Answer }[]): void {
  if (!IS_WHOLE) return;
  const lines = [...new Set(judged.map(({ trial }) => trial.kind))].map((kind) => {
    const own = judged.filter(({ trial }) => trial.kind === kind);
    const refused = own.filter(({ trial }) => trial.refusal).length;
    const accepted = own.filter(({ answer }) => answer.isAccepted).length;
    const late = own.filter(({ answer }) => answer.error?.includes('Timeout')).length;
    return `${kind}: ${own.length - refused - accepted} rejected (${late} by time), ${refused} refused, ${accepted} accepted`;
  });
  const accepted = judged.filter(({ answer }) => answer.isAccepted);
  console.log(
    [...lines, ...accepted.map(({ trial }) => `accepted: ${trial.about}, ${trial.kind}`)].join(
      '\n',
    ),
  );
  if (process.env.GRADUS_ATTACK_LOG)
    writeFileSync(
      process.env.GRADUS_ATTACK_LOG,
      judged.map(({ trial, answer }) => JSON.stringify({ ...trial, ...answer })).join('\n'),
    );
}
