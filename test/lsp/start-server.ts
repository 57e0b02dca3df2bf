/** The language server as editors start it: a process, over standard input and output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { Client } from './client.js';

/** The language server, and a client that talks with it. */
export interface Server {
  readonly server: ChildProcess;
  readonly client: Client;
  /** What was written to standard error. */
  readonly printed: () => string;
  readonly code: Promise<number | null>;
}

/** Starts what was built in a folder. */
export async function startServer(
  folder: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Server> {
  const program = join(folder, 'dist/cli/main.js');
  const env = { ...process.env, ...environment };
  const server = spawn(process.execPath, [program, 'lsp', '--stdio'], { env });
  let printed = '';
  server.stderr.on('data', (part: Buffer) => {
    printed += part.toString();
  });
  const code = new Promise<number | null>((resolve) => server.on('exit', resolve));
  const ends = [new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin)];
  const client = new Client(
    createProtocolConnection(...(ends as [StreamMessageReader, StreamMessageWriter])),
  );
  void code.then(() => client.over());
  expect(await client.begin()).toMatchObject({
    capabilities: { positionEncoding: 'utf-16', hoverProvider: true },
  });
  return { server, client, printed: () => printed, code };
}
