/**
 * A language server over a connection: diagnostics as one types, hover with the reason and the
 * numbers, the missing steps of a line as an action, completion of names and rules. Nothing here
 * takes long: checks run on a thread, and completion needs none.
 */
import {
  type CancellationToken,
  type Connection,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Checks } from './checks.js';
import { completionsAt } from './completion.js';
import { diagnosticsOf } from './diagnostics.js';
import type { Answers, Question } from './messages.js';
import { ACTION_KIND } from './missing-steps.js';

const CAPABILITIES: InitializeResult = {
  capabilities: {
    // Columns of Gradus count what JavaScript does.
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [ACTION_KIND] },
    completionProvider: {},
  },
  serverInfo: { name: 'gradus' },
};

/** Serves until the connection ends. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const checks = new Checks({
    onChecked: (uri, version, diagnostics) => {
      void connection.sendDiagnostics({ uri, version, diagnostics });
    },
    onFailed: (uri, version, reason) => {
      const errors = [{ line: 1, column: 1, message: `this document is not checked: ${reason}` }];
      const diagnostics = diagnosticsOf({ path: uri, claims: [], errors });
      void connection.sendDiagnostics({ uri, version, diagnostics });
      connection.console.error(`${uri} is not checked until it changes: ${reason}`);
    },
    onBroken: (uri, reason) => {
      const where = uri === undefined ? '' : ` at ${uri}`;
      connection.console.error(
        `The thread that checks broke down${where}, and is replaced: ${reason}`,
      );
    },
    onEnded: (uri) =>
      connection.console.log(
        `A claim of an older version of ${uri} took long; its check was ended, and claims that did not change are judged anew`,
      ),
  });

  // One that is opened again without an end begins anew.
  documents.onDidOpen(({ document: { uri } }) => checks.close(uri));
  documents.onDidChangeContent(({ document }) => checks.changed(document));
  documents.onDidClose(({ document: { uri } }) => {
    checks.close(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  /** What is found in the check of the latest version; `none` where there is none. */
  async function answer<About extends keyof Answers, None>(
    question: Question & { readonly about: About },
    token: CancellationToken,
    none: None,
  ): Promise<NonNullable<Answers[About]> | None | ResponseError<void>> {
    const found = await checks.ask(question, token);
    if (token.isCancellationRequested)
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return found ?? none;
  }

  connection.onInitialize(({ initializationOptions }) => {
    const { timeLimit } = (initializationOptions ?? {}) as Partial<Record<string, unknown>>;
    if (typeof timeLimit === 'number' && timeLimit > 0) checks.timeLimit = timeLimit;
    return CAPABILITIES;
  });
  connection.onHover(({ textDocument: { uri }, position }, token) => {
    const range = { start: position, end: position };
    return answer({ uri, about: 'hover', range }, token, null);
  });
  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) => {
    const isWanted = context.only?.some((kind) => `${ACTION_KIND}.`.startsWith(`${kind}.`)) ?? true;
    return isWanted ? answer({ uri, about: 'steps', range }, token, []) : [];
  });
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const document = checks.document(uri);
    return document ? completionsAt(document.text, document.document, position) : [];
  });
  connection.onShutdown(() => checks.end());
  documents.listen(connection);
  connection.listen();
}
