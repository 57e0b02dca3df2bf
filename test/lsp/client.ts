/** A client of the language server: what an editor sends, and what it is told. */
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  Hover,
  LogMessageParams,
  MarkupContent,
  ProtocolConnection,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
  WorkspaceEdit,
} from 'vscode-languageserver/node';

export class Client {
  readonly #connection: ProtocolConnection;
  /** All that was published, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** What the client's log holds. */
  readonly logged: string[] = [];
  readonly #arrivals = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  #isOver = false;

  constructor(connection: ProtocolConnection) {
    this.#connection = connection;
    connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: PublishDiagnosticsParams) => {
        this.published.push(params);
        for (const arrived of this.#arrivals) arrived();
      },
    );
    connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => {
      this.logged.push(message);
      for (const arrived of this.#arrivals) arrived();
    });
    connection.listen();
  }

  /** The server is gone: nothing more arrives. */
  over(): void {
    this.#isOver = true;
    for (const arrived of this.#arrivals) arrived();
    this.#connection.dispose();
  }

  async begin(): Promise<unknown> {
    const answer = await this.#connection.sendRequest('initialize', {
      ...{ processId: null, rootUri: null, capabilities: {} },
      // A busy machine must not change a verdict.
      initializationOptions: { timeLimit: 60 },
    });
    await this.#connection.sendNotification('initialized', {});
    return answer;
  }

  get connection(): ProtocolConnection {
    return this.#connection;
  }

  /** Opens a document, or changes the whole of it; its new version. */
  async write(uri: string, text: string): Promise<number> {
    const before = this.#versions.get(uri);
    if (before !== undefined) return this.edit(uri, [{ text }]);
    this.#versions.set(uri, 1);
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    return 1;
  }

  async edit(
    uri: string,
    contentChanges: readonly TextDocumentContentChangeEvent[],
  ): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.#connection.sendNotification('textDocument/didChange', {
      ...{ textDocument: { uri, version }, contentChanges },
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    this.#versions.delete(uri);
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The diagnostics of a version, when they are published. */
  async diagnostics(uri: string, version: number): Promise<Diagnostic[]> {
    const find = (): PublishDiagnosticsParams | undefined =>
      this.published.find((each) => each.uri === uri && each.version === version);
    return (await this.#arrival(find)).diagnostics;
  }

  /** So many lines of the log, when they are there. */
  logOf(lines: number): Promise<readonly string[]> {
    return this.#arrival(() => (this.logged.length < lines ? undefined : this.logged));
  }

  async #arrival<T>(find: () => T | undefined): Promise<T> {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (this.#isOver) throw new Error('the server ended');
      await new Promise<void>((resolve) => {
        const arrived = (): void => {
          this.#arrivals.delete(arrived);
          resolve();
        };
        this.#arrivals.add(arrived);
      });
    }
  }

  /** Writes a text; what is found in it. */
  async check(uri: string, text: string): Promise<Diagnostic[]> {
    return this.diagnostics(uri, await this.write(uri, text));
  }

  async hover(uri: string, line: number, character: number): Promise<string | null> {
    const hover = (await this.#connection.sendRequest('textDocument/hover', {
      ...{ textDocument: { uri }, position: { line, character } },
    })) as Hover | null;
    return hover && (hover.contents as MarkupContent).value;
  }

  async actions(uri: string, line: number, only?: string[]): Promise<CodeAction[]> {
    const place = { line, character: 6 };
    return (await this.#connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: place, end: place },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    })) as CodeAction[];
  }

  async labels(uri: string, line: number, character: number): Promise<string[]> {
    const items = (await this.#connection.sendRequest('textDocument/completion', {
      ...{ textDocument: { uri }, position: { line, character } },
    })) as CompletionItem[];
    return items.map(({ label }) => label);
  }
}

/** The text after an edit, as an editor makes it. */
export function applied(text: string, uri: string, { changes }: WorkspaceEdit): string {
  const lines = text.split(/(?<=\r\n|\n)/);
  let result = text;
  for (const { range, newText } of changes?.[uri] ?? []) {
    const { line, character } = range.start;
    const at = lines.slice(0, line).join('').length + character;
    result = result.slice(0, at) + newText + result.slice(at);
  }
  return result;
}
