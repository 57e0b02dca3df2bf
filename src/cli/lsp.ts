/** `gradus lsp` */
import type { Command } from 'commander';
import type { Start } from './command.js';

export function lspCommand(program: Command, start: Start): void {
  program
    .command('lsp')
    .description('a language server over standard input and output, for editors')
    .option('--stdio', 'the way that editors ask for; there is no other')
    .action(() => start(serveUntilTheEnd));
}

async function serveUntilTheEnd(): Promise<number> {
  const { createConnection, ProposedFeatures } = await import('vscode-languageserver/node');
  const { serve } = await import('../lsp/server.js');
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const ended = new Promise<number>((resolve) => {
    connection.onExit(() => resolve(0));
    process.stdin.once('end', () => resolve(0));
  });
  serve(connection);
  return ended;
}
