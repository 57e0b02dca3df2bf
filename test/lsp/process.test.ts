// The language server as editors start it: the built program, over standard input and output.
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../cli/built.js';
import { temporaryFolder } from '../cli/files.js';
import { type Server, startServer } from './start-server.js';

const patience = { timeout: 600_000 };
const folder = temporaryFolder();
beforeAll(() => build(folder), patience.timeout);

const start = (): Promise<Server> => startServer(folder.path('build'));

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
