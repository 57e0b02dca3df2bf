/**
 * A document that is open in an editor: the check of its latest version, and who waits for it.
 * One check runs at a time; the check of a version that is no longer the latest ends at the next
 * claim, and nothing of it is told.
 */
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CheckedDocument, examineDocument } from '../document/check.js';
import { Memory } from '../document/memory.js';

/** Milliseconds without typing after which a document is checked. */
const PAUSE = 150;
/** What the check of a version found; nothing where it broke down. */
interface Outcome {
  readonly version: number;
  readonly checked: CheckedDocument | undefined;
}

export interface Listener {
  readonly onChecked: (checked: CheckedDocument, version: number) => void;
  readonly onBreakdown: (error: Error) => void;
}

/** What a client may ask for when it begins. */
export interface Settings {
  /** Seconds for each claim. */
  readonly timeLimit: number;
}

export class OpenDocument {
  readonly #document: TextDocument;
  readonly #settings: Settings;
  readonly #listener: Listener;
  readonly #memory = new Memory();
  readonly #waiting = new Set<() => void>();
  #outcome: Outcome | undefined;
  #pause: NodeJS.Timeout | undefined;
  #isRunning = false;
  #isClosed = false;

  constructor(document: TextDocument, settings: Settings, listener: Listener) {
    this.#document = document;
    this.#settings = settings;
    this.#listener = listener;
  }

  get text(): string {
    return this.#document.getText();
  }

  get version(): number {
    return this.#document.version;
  }

  /** The last check, which may be of an older version. */
  get lastChecked(): CheckedDocument | undefined {
    return this.#outcome?.checked;
  }

  /** Called when there is a new version: it is checked after a pause. */
  changed(): void {
    this.#answerAll();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      void this.#run();
    }, PAUSE);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#pause);
    this.#answerAll();
  }

  /**
   * The check of the version that is the latest now, when it is done. Nothing when it is closed,
   * changed or cancelled before: whoever asked, asked about another text.
   */
  async checked(token: CancellationToken): Promise<CheckedDocument | undefined> {
    const { version } = this.#document;
    if (this.#outcome?.version !== version && !this.#isClosed)
      await new Promise<void>((answer) => {
        this.#waiting.add(answer);
        token.onCancellationRequested(() => {
          this.#waiting.delete(answer);
          answer();
        });
      });
    return this.#outcome?.version === version && this.version === version
      ? this.#outcome.checked
      : undefined;
  }

  #answerAll(): void {
    for (const answer of this.#waiting) answer();
    this.#waiting.clear();
  }

  /** Checks until the latest version is checked, or is still being typed. */
  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (!this.#isClosed && !this.#pause && this.#outcome?.version !== this.version)
      await this.#check();
    this.#isRunning = false;
  }

  async #check(): Promise<void> {
    const { version } = this.#document;
    const isLatest = (): boolean => !this.#isClosed && this.version === version;
    const onClaim = (): void => {
      if (!isLatest()) throw new Outdated();
    };
    let checked: CheckedDocument | undefined;
    try {
      const options = { ...this.#settings, onClaim };
      checked = await examineDocument(this.text, this.#document.uri, options, this.#memory);
    } catch (error) {
      if (error instanceof Outdated) return;
      this.#listener.onBreakdown(error as Error);
    }
    if (!isLatest()) return;
    this.#outcome = { version, checked };
    if (checked) this.#listener.onChecked(checked, version);
    this.#answerAll();
  }
}

/** Thrown to end a check that nobody needs any more. */
class Outdated extends Error {}
