/**
 * A language server over a connection: diagnostics as one types, hover with the reason and the
 * numbers, the missing steps of a line as an action, completion of names and rules.
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
import type { CheckedDocument } from '../document/check.js';
import { completionsAt } from './completion.js';
import { diagnosticsOf } from './diagnostics.js';
import { hoverAt } from './hover.js';
import { ACTION_KIND, missingSteps } from './missing-steps.js';
import { OpenDocument, type Settings } from './open-document.js';

/** Seconds for each claim, unless the client asks for others: an editor does not wait. */
const TIME_LIMIT = 3;

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
  const open = new Map<string, OpenDocument>();
  let settings: Settings = { timeLimit: TIME_LIMIT };

  documents.onDidOpen(({ document }) => {
    const { uri } = document;
    const onChecked = (checked: CheckedDocument, version: number): void => {
      const diagnostics = diagnosticsOf(checked.report);
      void connection.sendDiagnostics({ uri, version, diagnostics });
    };
    const onBreakdown = (error: Error): void =>
      connection.console.error(`${uri}: ${error.message}`);
    open.set(uri, new OpenDocument(document, settings, { onChecked, onBreakdown }));
  });
  documents.onDidChangeContent(({ document: { uri } }) => open.get(uri)?.changed());
  documents.onDidClose(({ document: { uri } }) => {
    open.get(uri)?.close();
    open.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  /** What is found in the check of the latest version; `none` where there is none. */
  async function answer<T>(
    uri: string,
    token: CancellationToken,
    none: T,
    find: (checked: CheckedDocument) => T,
  ): Promise<T | ResponseError<void>> {
    const checked = await open.get(uri)?.checked(token);
    if (token.isCancellationRequested)
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return checked ? find(checked) : none;
  }

  connection.onInitialize(({ initializationOptions }) => {
    const { timeLimit } = (initializationOptions ?? {}) as Partial<Record<string, unknown>>;
    if (typeof timeLimit === 'number' && timeLimit > 0) settings = { timeLimit };
    return CAPABILITIES;
  });
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answer(uri, token, null, (checked) => hoverAt(checked, position) ?? null),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) => {
    const isWanted = context.only?.some((kind) => `${ACTION_KIND}.`.startsWith(`${kind}.`)) ?? true;
    return isWanted ? answer(uri, token, [], (checked) => missingSteps(checked, uri, range)) : [];
  });
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const document = open.get(uri);
    return document ? completionsAt(document.text, document.lastChecked?.document, position) : [];
  });
  documents.listen(connection);
  connection.listen();
}
