/** `gradus verify --with coq [paths…]` */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type ClaimReport, exitCode, isAsExpected } from '../document/report.js';
import type { Start } from './command.js';
import { COQ_TIME, oneOf, reading, seconds } from './options.js';
import type { Streams } from './streams.js';

interface Given {
  readonly with: 'coq';
  readonly timeLimit: number;
  readonly coqTime: number;
}

export function verifyCommand(program: Command, start: Start): void {
  program
    .command('verify')
    .description('have another proof checker re-check what is proved')
    .argument('[paths...]', 'documents or folders', ['proofs'])
    .requiredOption('--with <checker>', 'coq', reading(oneOf(['coq'] as const), '--with'))
    .option('--time-limit <s>', 'seconds for each claim', reading(seconds, '--time-limit'), 10)
    .option(
      '--coq-time <s>',
      'seconds for each run of Coq',
      reading(seconds, '--coq-time'),
      COQ_TIME / 1000,
    )
    .action((paths: string[], given: Given) => start((streams) => verify(paths, given, streams)));
}

/**
 * Exit code 0 when Coq accepts all that is exported, 1 when it rejects one, 2 without Coq; for what
 * is not proved, and so never reaches Coq, the code that `gradus check` gives.
 */
async function verify(paths: readonly string[], given: Given, streams: Streams): Promise<number> {
  const { provedClaims } = await import('../coq/proved-claims.js');
  const { verify: verifyClaims } = await import('../coq/verify.js');
  const { claims, reports } = await provedClaims(paths, { timeLimit: given.timeLimit });
  const folder = await mkdtemp(join(tmpdir(), 'gradus-coq-'));
  try {
    const verified = await verifyClaims(folder, claims, given.coqTime * 1000);
    let code = exitCode({ gradus: 1, seed: 0, files: reports });
    const counts = { accepted: 0, missing: 0, rejected: 0 };
    const { style } = streams;
    for (const report of reports)
      for (const claim of report.claims)
        if (!isAsExpected(claim))
          streams.out(
            `${style.red('!')} ${report.path} ${claim.name}  not sent to Coq: ${unproved(claim)}\n`,
          );
    for (const { claim, missing, rejected } of verified.claims) {
      const name = `${claim.document} ${claim.name}`;
      if (rejected !== undefined) {
        counts.rejected++;
        if (code === 0 || code === 3) code = 1;
        streams.out(`${style.red('✗')} ${name}  rejected: ${rejected}\n`);
      } else if (missing === undefined) {
        counts.accepted++;
        streams.out(`${style.green('✓')} ${name}  accepted\n`);
      } else {
        counts.missing++;
        streams.out(`${style.yellow('–')} ${name}  not exportable, for want of ${missing}\n`);
      }
    }
    streams.out(
      `${counts.accepted} accepted by Coq · ${counts.missing} not exportable · ${counts.rejected} rejected\n` +
        `axioms: ${verified.axioms.length > 0 ? verified.axioms.join(', ') : 'none'}\n`,
    );
    return code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Why a claim is no theorem. */
const unproved = ({ verdict, note }: ClaimReport): string =>
  note === undefined ? verdict : `${verdict}, ${note}`;
