/** `gradus replay CERT…` */
import type { Command } from 'commander';
import type { Start } from './command.js';
import type { Streams } from './streams.js';

export function replayCommand(program: Command, start: Start): void {
  program
    .command('replay')
    .description('check stored certificates with the checker alone')
    .argument('<certificates...>', 'files that gradus check --save-certificates wrote')
    .action((paths: string[]) => start((streams) => replay(paths, streams)));
}

/** Exit code 0 when all are accepted, 1 when one proves nothing, 2 when one cannot be read. */
async function replay(paths: readonly string[], streams: Streams): Promise<number> {
  const { replayFile } = await import('../document/certificates.js');
  const { out, style } = streams;
  let code = 0;
  for (const path of paths) {
    try {
      const { name, statement, using, rules } = await replayFile(path);
      out(`${style.green('✓')} ${name}  ${statement}\n`);
      out(style.dim(`    ${rules.length} rules${using.map((h) => `; ${h}`).join('')}\n`));
    } catch (error) {
      if (!(error instanceof Error) || !REFUSALS.has(error.name)) throw error;
      out(`${style.red('✗')} ${path}  ${error.message}\n`);
      code = Math.max(code, error.name === 'ProofError' ? 1 : 2);
    }
  }
  return code;
}

const REFUSALS = new Set(['ProofError', 'CertificateError']);
