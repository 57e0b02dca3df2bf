/**
 * A language server over a connection: diagnostics as one types, hover with the reason and the
 * numbers, the missing steps of a line as an action, completion of names and rules.
 */
import {
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CheckedDocument, examineDocument } from '../document/check.js';
import { Memory } from '../document/memory.js';
import { completionsAt } from './completion.js';
import { diagnosticsOf } from './diagnostics.js';
import { hoverAt } from './hover.js';
import { missingSteps } from './missing-steps.js';

/** Milliseconds without typing after which a document is checked. */
const PAUSE = 150;
/** Seconds for each claim: an editor does not wait. */
const TIME_LIMIT = 3;

const CAPABILITIES: InitializeResult = {
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    codeActionProvider: true,
    completionProvider: {},
  },
  serverInfo: { name: 'gradus' },
};

/** An open document: its last check, and what that check may spare the next one. */
interface Open {
  readonly memory: Memory;
  pending?: NodeJS.Timeout;
  checked?: CheckedDocument;
}

/** Serves until the connection ends. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const open = new Map<string, Open>();

  async function check(uri: string): Promise<void> {
    const [document, state] = [documents.get(uri), open.get(uri)];
    if (!document || !state) return;
    const { version } = document;
    const options = { timeLimit: TIME_LIMIT };
    const checked = await examineDocument(document.getText(), uri, options, state.memory);
    // What was typed meanwhile is checked by its own turn.
    if (documents.get(uri)?.version !== version) return;
    state.checked = checked;
    const diagnostics = diagnosticsOf(checked.report);
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }

  function checkSoon(uri: string): void {
    const state = open.get(uri) ?? { memory: new Memory() };
    open.set(uri, state);
    clearTimeout(state.pending);
    state.pending = setTimeout(() => {
      check(uri).catch((error: Error) => connection.console.error(error.message));
    }, PAUSE);
  }

  documents.onDidChangeContent(({ document }) => checkSoon(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(open.get(uri)?.pending);
    open.delete(uri);
    connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onInitialize(() => CAPABILITIES);
  connection.onHover(({ textDocument, position }) => {
    const checked = open.get(textDocument.uri)?.checked;
    return checked ? (hoverAt(checked, position) ?? null) : null;
  });
  connection.onCodeAction(({ textDocument: { uri }, range }) => {
    const checked = open.get(uri)?.checked;
    return checked ? missingSteps(checked, uri, range) : [];
  });
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const checked = open.get(uri)?.checked;
    const text = documents.get(uri)?.getText();
    return checked && text !== undefined ? completionsAt(text, checked.document, position) : [];
  });
  documents.listen(connection);
  connection.listen();
}
