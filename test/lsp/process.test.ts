// The language server as editors start it: the built program, over standard input and output.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { build } from '../cli/built.js';
import { temporaryFolder } from '../cli/files.js';
import { Client } from './client.js';

const patience = { timeout: 600_000 };
const folder = temporaryFolder();
beforeAll(() => build(folder), patience.timeout);

interface Server {
  readonly server: ChildProcess;
  readonly client: Client;
  readonly printed: () => string;
  readonly code: Promise<number | null>;
}

async function start(): Promise<Server> {
  const program = join(folder.path('build'), 'dist/cli/main.js');
  const server = spawn(process.execPath, [program, 'lsp', '--stdio']);
  let printed = '';
  server.stderr.on('data', (part: Buffer) => {
    printed += part.toString();
  });
  const code = new Promise<number | null>((resolve) => server.on('exit', resolve));
  const ends = [new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin)];
  const client = new Client(
    createProtocolConnection(...(ends as [StreamMessageReader, StreamMessageWriter])),
  );
  expect(await client.begin()).toMatchObject({
    capabilities: { positionEncoding: 'utf-16', hoverProvider: true },
  });
  return { server, client, printed: () => printed, code };
}

describe('gradus lsp', patience, () => {
  it('checks what is opened, and ends with 0 when it is asked to', async () => {
    const { client, printed, code } = await start();
    const text = '```gradus\nreal x\nclaim wrong: x + x == 3*x\n```\n';
    const [only] = await client.check('file:///notes.md', text);
    expect(only?.message).toContain('wrong: refuted');
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    expect([await code, printed()]).toEqual([0, '']);
  });

  it('ends with 1 when it was not asked to shut down', async () => {
    const { client, code } = await start();
    await client.connection.sendNotification('exit');
    expect(await code).toBe(1);
  });

  it('ends when the editor is gone', async () => {
    const { server, printed, code } = await start();
    server.stdin?.end();
    expect([await code, printed()]).toEqual([1, '']);
  });
});
