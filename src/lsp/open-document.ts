/**
 * A document that is open in an editor: how far the check of its latest version is, what is asked
 * about it, and what can be read in it without a check.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Document, parseDocument } from '../language/document.js';
import { Arena } from '../term/term.js';
import type { Answers, Question } from './messages.js';

/** Milliseconds without typing after which a document is checked. */
const PAUSE = 150;
/** Checks of one version that may end their thread: the first may have had little memory left. */
const MOST_DEATHS = 2;

/** A question that waits for its answer: it is about the version in which it was asked. */
export interface Asked {
  readonly question: Question;
  readonly answer: (found: Answers[keyof Answers] | undefined) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Of the latest version: `new` until it is checked; `checked` while the thread knows it, `lost`
 * when that thread is gone; `failed` when it cannot be checked.
 */
type State = 'new' | 'checked' | 'lost' | 'failed';

export class OpenDocument {
  readonly #document: TextDocument;
  readonly #questions = new Set<Asked>();
  #state: State = 'new';
  #pause: NodeJS.Timeout | undefined;
  #deaths = 0;
  #read: { readonly version: number; readonly document: Document } | undefined;

  constructor(document: TextDocument) {
    this.#document = document;
  }

  get uri(): string {
    return this.#document.uri;
  }

  get text(): string {
    return this.#document.getText();
  }

  get version(): number {
    return this.#document.version;
  }

  /** The latest version as it is read; it is read when somebody asks. */
  get document(): Document {
    const { version, text } = this;
    if (this.#read?.version !== version) {
      const isTex = /\.tex$/i.test(this.uri);
      this.#read = { version, document: parseDocument(new Arena(), text, { isTex }) };
    }
    return this.#read.document;
  }

  /** True when nobody types, and a check is needed: for the client, or for a question. */
  get needsCheck(): boolean {
    const isNeeded = this.#state === 'lost' && this.#questions.size > 0;
    return !this.#pause && (this.#state === 'new' || isNeeded);
  }

  /** There is a new version, to be checked when nobody types any more. */
  changed(onPause: () => void): void {
    this.close();
    this.#state = 'new';
    // A document that was given up is tried once in each version.
    this.#deaths = Math.min(this.#deaths, MOST_DEATHS - 1);
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      onPause();
    }, PAUSE);
  }

  close(): void {
    clearTimeout(this.#pause);
    this.#answerNothing();
  }

  /** The thread knows it now; true when the client is to be told, for the first time. */
  checked(): boolean {
    const isNew = this.#state === 'new';
    this.#state = 'checked';
    this.#deaths = 0;
    return isNew;
  }

  failed(): void {
    this.#state = 'failed';
    this.#answerNothing();
  }

  /** The thread that knew it is gone. */
  lost(): void {
    if (this.#state === 'checked') this.#state = 'lost';
  }

  /** Its check ended the thread; true when it should be tried again. */
  died(): boolean {
    return ++this.#deaths < MOST_DEATHS;
  }

  ask(asked: Asked): void {
    if (this.#state === 'failed') asked.answer(undefined);
    else this.#questions.add(asked);
  }

  /** Takes a question back, or its answer; false when nobody waits for it any more. */
  settle(asked: Asked): boolean {
    return this.#questions.delete(asked);
  }

  /** A question that the thread can answer now. */
  get question(): Asked | undefined {
    return this.#state === 'checked' ? [...this.#questions][0] : undefined;
  }

  /** Whoever asked, asked about another text. */
  #answerNothing(): void {
    for (const { answer } of this.#questions) answer(undefined);
    this.#questions.clear();
  }
}
