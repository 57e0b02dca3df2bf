// The language server through a real exchange: a client and the server, joined by two streams.
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CodeAction,
  type CompletionItem,
  createConnection,
  createProtocolConnection,
  type Hover,
  type MarkupContent,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serve } from '../../src/lsp/server.js';

const uri = 'file:///notes.md';
const TEXT = `# Notes

\`\`\`gradus
size K
positive p[K]
onehot y[K]
calc nll:
     -log(prod(k in 1..K, p[k]^y[k]))
  == -sum(k in 1..K, y[k]*log(p[k]))
  == sum(k in 1..K, y[k]*log(p[k]))
claim unread: q == q
\`\`\`
`;
const READABLE = TEXT.replace('claim unread: q == q\n', '');

let client: ProtocolConnection;
const published: PublishDiagnosticsParams[] = [];
let arrived: () => void = () => {};

beforeAll(async () => {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const streams = [new StreamMessageReader(up), new StreamMessageWriter(down)] as const;
  serve(createConnection(ProposedFeatures.all, ...streams));
  client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    arrived();
  });
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await client.sendNotification('initialized', {});
});

afterAll(() => client.dispose());

/** The diagnostics of the next check. */
async function next(begin: () => Promise<void>): Promise<PublishDiagnosticsParams> {
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  await begin();
  await arrival;
  return published.at(-1) as PublishDiagnosticsParams;
}

let version = 0;
const open = (text: string) => () =>
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: ++version, text },
  });
const change = (text: string) => () =>
  client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: ++version },
    contentChanges: [{ text }],
  });
const at = (line: number, character: number) => ({
  textDocument: { uri },
  position: { line, character },
});

describe('the language server', () => {
  it('reports what cannot be read at its place', async () => {
    const { diagnostics } = await next(open(TEXT));
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.range.start).toEqual({ line: 10, character: 14 });
    expect(diagnostics[0]?.message).toContain('q');
  });

  it('checks again as the text changes', async () => {
    const { diagnostics } = await next(change(READABLE));
    expect(diagnostics).toHaveLength(1);
    const [wrong] = diagnostics;
    expect(wrong?.code).toBe('refuted');
    expect(wrong?.range.start).toEqual({ line: 9, character: 5 });
    expect(wrong?.message).toContain('line 3 does not follow from line 2');
  });

  it('tells why a line holds, and both sides in numbers', async () => {
    const hover = (await client.sendRequest('textDocument/hover', at(8, 12))) as Hover;
    const { value } = hover.contents as MarkupContent;
    expect(value).toContain('proved');
    expect(value).toMatch(/by \*\*log-/);
    expect(value).toMatch(/left .*, right /);
  });

  it('says nothing of a line that claims nothing', async () => {
    expect(await client.sendRequest('textDocument/hover', at(0, 2))).toBeNull();
  });

  it('inserts the steps that a line leaves out', async () => {
    const actions = (await client.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 8, character: 6 }, end: { line: 8, character: 6 } },
      context: { diagnostics: [] },
    })) as CodeAction[];
    const [edit] = actions[0]?.edit?.changes?.[uri] ?? [];
    expect(edit?.range.start).toEqual({ line: 8, character: 0 });
    const lines = READABLE.split('\n');
    lines.splice(8, 0, (edit?.newText ?? '').trimEnd());
    const { diagnostics } = await next(change(lines.join('\n')));
    expect(diagnostics.map(({ message }) => String(message).split('\n')[0])).toEqual([
      'nll: line 4 does not follow from line 3',
    ]);
  });

  it('completes declared names, and rules after “by”', async () => {
    const labels = async (line: number, character: number) =>
      (
        (await client.sendRequest(
          'textDocument/completion',
          at(line, character),
        )) as CompletionItem[]
      ).map(({ label }) => label);
    expect(await labels(8, 5)).toEqual(expect.arrayContaining(['K', 'p', 'y', 'sum']));
    await next(change(READABLE.replace('y[k]*log(p[k]))\n', 'y[k]*log(p[k]))  by log-\n')));
    expect(await labels(8, 48)).toContain('log-mul');
  });
});
