/** Has Coq look at checked documents, for a book or transcripts that tell of it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckedClaim } from '../document/check-claim.js';
import type { Recheck } from '../document/recheck.js';
import type { RecheckReport } from '../document/report.js';
import { claimsOf } from './proved-claims.js';
import { FILES, verify } from './verify.js';

/** A recheck by Coq. Throws as `verify` does where there is no Coq. */
export const recheckByCoq =
  (milliseconds: number): Recheck =>
  async (documents) => {
    const folder = await mkdtemp(join(tmpdir(), 'gradus-coq-'));
    try {
      const gathered = documents.flatMap(({ path, checked }) => claimsOf(checked, path));
      const { claims } = await verify(
        folder,
        gathered.map(({ proved }) => proved),
        milliseconds,
      );
      const accepted = new Map<CheckedClaim, RecheckReport[] | undefined>();
      claims.forEach(({ theorem, rejected }, k) => {
        const { claim } = gathered[k] as (typeof gathered)[number];
        const known = accepted.has(claim) ? accepted.get(claim) : [];
        const isAccepted = theorem !== undefined && rejected === undefined;
        const report = isAccepted
          ? ({ by: 'Coq', theorem: theorem.name, statement: theorem.statement } as const)
          : undefined;
        accepted.set(claim, known && report ? [...known, report] : undefined);
      });
      return { accepted: whole(accepted), files: await filesIn(folder) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

/** The claims of which every relation is proved and accepted. */
const whole = (
  accepted: ReadonlyMap<CheckedClaim, readonly RecheckReport[] | undefined>,
): Map<CheckedClaim, readonly RecheckReport[]> =>
  new Map(
    [...accepted].flatMap(([claim, reports]) =>
      reports && claim.report.verdict === 'proved' ? [[claim, reports] as const] : [],
    ),
  );

async function filesIn(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of FILES) files.set(name, await readFile(join(folder, name), 'utf8'));
  return files;
}
