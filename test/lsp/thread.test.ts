// The thread that checks is ended, or breaks down: what the client is told then. The program is
// the one that is built; where a text says so, a claim comes to no end or the thread breaks down.
import { renameSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { build } from '../cli/built.js';
import { temporaryFolder } from '../cli/files.js';
import type { Client } from './client.js';
import { type Server, startServer } from './start-server.js';

const patience = { timeout: 600_000 };
const [URI, OTHER] = ['file:///notes.md', 'file:///other.md'];
const folder = temporaryFolder();
let current: Server;

const FAULTS = `import { parentPort } from 'node:worker_threads';
const tell = parentPort.postMessage.bind(parentPort);
let isEndless = false;
parentPort.postMessage = (notice) => {
  tell(notice);
  if (notice.kind === 'claim' && isEndless) for (;;);
};
parentPort.on('message', ({ kind, text = '', range }) => {
  if (kind === 'check') isEndless = text.includes('ENDLESS');
  if (text.includes('BROKEN')) throw new Error('a fault');
  if (text.includes('GONE')) process.exit(3);
  if (text.includes('LARGE')) for (const all = []; ; ) all.push(new Array(100_000).fill(all.length));
  if (kind === 'ask' && range.start.line === 0) process.exit(4);
});
`;

/** A text whose claim is right, or else wrong, with a word in its prose. */
const text = (word: string, claim = 'x + x == 2*x'): string =>
  `# ${word}\n\n\`\`\`gradus\nreal x\nclaim c: ${claim}\n\`\`\`\n`;

beforeAll(() => {
  build(folder);
  const path = 'build/dist/lsp/check-thread.js';
  renameSync(folder.path(path), folder.path('build/dist/lsp/checks-documents.js'));
  folder.write('build/dist/lsp/faults.js', FAULTS);
  folder.write(path, "import './faults.js';\nimport './checks-documents.js';\n");
}, patience.timeout);

async function start(environment: NodeJS.ProcessEnv = {}): Promise<Server> {
  current = await startServer(folder.path('build'), environment);
  return current;
}

/** The server lives after all that was done to its thread, and has nothing to complain of. */
afterEach(async () => {
  const { client, code, printed, server } = current;
  if (server.exitCode !== null) return;
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
  expect([await code, printed()]).toEqual([0, '']);
});

describe('while a claim comes to no end', patience, () => {
  it('names are completed, from the text as it is now', async () => {
    const { client } = await start();
    await client.write(URI, text('ENDLESS'));
    expect(await client.labels(URI, 4, 9)).toContain('x');
    await client.write(URI, text('ENDLESS').replace('real x', 'real x, later'));
    expect(await client.labels(URI, 4, 9)).toContain('later');
    expect(client.published).toEqual([]);
  });

  it('new versions end it, each once, and the last one is told', async () => {
    const { client } = await start();
    while (client.logged.length < 3) await typed(client, text('ENDLESS'));
    const latest = await client.write(URI, text('good', 'x == 2*x'));
    expect(await client.diagnostics(URI, latest)).toHaveLength(1);
    expect(client.published.map(({ version }) => version)).toEqual([latest]);
    expect(new Set(client.logged)).toEqual(new Set([expect.stringContaining('took long')]));
  });

  it('what was asked about another document is answered when it is ended', async () => {
    const { client } = await start();
    await client.check(OTHER, text('good'));
    while (client.logged.length < 1) await typed(client, text('ENDLESS'));
    await typed(client, text('ENDLESS'));
    const asked = client.hover(OTHER, 4, 9);
    while (client.logged.length < 2) await typed(client, text('ENDLESS'));
    const latest = await client.write(URI, text('good'));
    expect(await asked).toContain('proved');
    expect(await client.diagnostics(URI, latest)).toEqual([]);
    // It was told already.
    expect(client.published.filter(({ uri }) => uri === OTHER)).toHaveLength(1);
  });

  it('to close its document ends it', async () => {
    const { client } = await start();
    await typed(client, text('ENDLESS'));
    await client.close(URI);
    expect(await client.check(OTHER, text('good'))).toEqual([]);
    expect(await client.hover(OTHER, 4, 9)).toContain('proved');
  });

  it('a question that is withdrawn is answered so', async () => {
    const { client } = await start();
    await typed(client, text('ENDLESS'));
    // The server hears of some only after they are withdrawn.
    for (let k = 0; k < 20; k++) {
      const source = new CancellationTokenSource();
      const asked = client.connection.sendRequest(
        'textDocument/hover',
        { textDocument: { uri: URI }, position: { line: 4, character: 9 } },
        source.token,
      );
      source.cancel();
      await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    }
  });

  it.each([
    [
      'it is asked to',
      0,
      async ({ client }: Server) => {
        await client.connection.sendRequest('shutdown');
        await client.connection.sendNotification('exit');
      },
    ],
    [
      'it was not asked to shut down',
      1,
      ({ client }: Server) => client.connection.sendNotification('exit'),
    ],
    ['the editor is gone', 1, ({ server }: Server) => server.stdin?.end()],
  ])('the process ends when %s', async (_, code, leave) => {
    const server = await start();
    await typed(server.client, text('ENDLESS'));
    await leave(server);
    expect([await server.code, server.printed()]).toEqual([code, '']);
  });
});

describe('a document whose check breaks the thread', patience, () => {
  it.each([
    ['by a fault', 'BROKEN', 'a fault'],
    ['by ending it', 'GONE', 'it ended with code 3'],
    ['by the memory that it needs', 'LARGE', 'it ran out of memory'],
  ])('is tried twice, until it changes: %s', async (_, word, reason) => {
    const { client } = await start({ NODE_OPTIONS: '--max-old-space-size=100' });
    await client.check(OTHER, text('good'));
    const [only, ...others] = await client.check(URI, text(word));
    expect([only?.message, others]).toEqual([`this document is not checked: ${reason}`, []]);
    expect(await client.logOf(2)).toEqual([
      `The thread that checks broke down at ${URI}, and is replaced: ${reason}`,
      `${URI} is not checked until it changes: ${reason}`,
    ]);
    expect(await client.hover(URI, 4, 9)).toBeNull();
    expect(await client.labels(URI, 4, 9)).toContain('x');
    expect(await client.hover(OTHER, 4, 9)).toContain('proved');
    // Once more is enough, while nothing has shown that it can be checked.
    expect(await client.check(URI, text(word, 'x == x'))).toHaveLength(1);
    expect(await client.logOf(3)).toHaveLength(3);
    expect(await client.check(URI, text('good'))).toEqual([]);
    expect(await client.hover(URI, 4, 9)).toContain('proved');
    expect(client.logged).toHaveLength(3);
  });

  it('takes no other document with it', async () => {
    const { client } = await start();
    await client.write(OTHER, text('good', 'x == 2*x'));
    await client.write(URI, text('GONE'));
    expect(await client.diagnostics(OTHER, 1)).toHaveLength(1);
    expect(await client.diagnostics(URI, 1)).toHaveLength(1);
    expect(await client.check(OTHER, text('good'))).toEqual([]);
  });

  it('is told of, when a question breaks it, and the question is not asked again', async () => {
    const { client } = await start();
    await client.check(URI, text('good'));
    expect(await client.hover(URI, 0, 2)).toBeNull();
    expect(await client.logOf(1)).toEqual([
      `The thread that checks broke down at ${URI}, and is replaced: it ended with code 4`,
    ]);
    expect(await client.hover(URI, 4, 9)).toContain('proved');
  });
});

describe('of several documents', patience, () => {
  it('the one that was changed last is checked first', async () => {
    const { client } = await start();
    const claims = Array.from({ length: 2000 }, (_, k) => `claim c${k}: x + ${k} == ${k} + x`);
    await typed(client, `\`\`\`gradus\nreal x\n${claims.join('\n')}\n\`\`\`\n`);
    expect(await client.check(OTHER, text('other', 'x == 2*x'))).toHaveLength(1);
    expect(client.published).toHaveLength(1);
    expect(await client.diagnostics(URI, 1)).toEqual([]);
  });

  it('one that is opened again without an end begins anew', async () => {
    const { client } = await start();
    expect(await client.check(URI, text('good'))).toEqual([]);
    const document = { uri: URI, languageId: 'markdown', version: 7, text: text('', 'x == 2*x') };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: document });
    expect(await client.diagnostics(URI, 7)).toHaveLength(1);
    expect(await client.hover(URI, 4, 9)).toContain('refuted');
  });
});

describe('a text that is deep', patience, () => {
  it.each([
    ['functions in each other', 'x', (inner: string) => `exp(${inner})`, 390],
    ['brackets', 'x', (inner: string) => `(${inner})`, 30_000],
    ['signs', 'x', (inner: string) => `-${inner}`, 30_000],
    ['powers', 'x', (inner: string) => `x^${inner}`, 30_000],
    ['fractions', 'x', (inner: string) => `1/(1 + ${inner})`, 390],
    ['derivatives', 'x', (inner: string) => `diff(${inner}, x)`, 60],
    ['summands', 'x', (inner: string) => `x + ${inner}`, 30_000],
  ])(
    'breaks nothing, is told of, and its names are completed: %s',
    async (_, first, around, times) => {
      const { client } = await start();
      const [before, after] = around('\n').split('\n') as [string, string];
      const deep = before.repeat(times) + first + after.repeat(times);
      const text = `\`\`\`gradus\nreal x, longer\nclaim c:\n  ${deep} == x\n\`\`\`\n`;
      const version = await client.write(URI, text);
      expect(await client.labels(URI, 3, 2)).toContain('longer');
      expect(await client.diagnostics(URI, version)).toHaveLength(1);
      expect(await client.labels(URI, 3, 2)).toContain('longer');
      await client.hover(URI, 3, 4);
      await client.actions(URI, 3);
      expect(client.logged).toEqual([]);
    },
  );
});

/** Writes a text, and types no more for a while, so that its check begins. */
async function typed(client: Client, written: string): Promise<void> {
  await client.write(URI, written);
  await new Promise((resolve) => setTimeout(resolve, 300));
}
