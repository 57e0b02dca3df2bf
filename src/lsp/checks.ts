/**
 * The checks of the documents that are open: one at a time, on a thread, the one that was changed
 * last before the others. A check that is not wanted now ends at the next claim. When nobody needs
 * what it finds and that claim takes long, its thread is ended with it: what the thread knew of
 * claims that did not change is lost, and another one begins.
 */
import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DEFAULTS } from '../document/options.js';
import type { Answer, Answers, Notice, Outcome, Question } from './messages.js';
import { type Asked, OpenDocument } from './open-document.js';
import { Thread } from './thread.js';

/**
 * Milliseconds that an outdated check may take to come to the next claim, besides those that it
 * would take to find again what the thread knows: it would be no help to end it sooner.
 */
const PATIENCE = 500;

export interface Listener {
  readonly onChecked: (uri: string, version: number, diagnostics: Diagnostic[]) => void;
  /** This version cannot be checked. */
  readonly onFailed: (uri: string, version: number, reason: string) => void;
  /** The thread broke down, at a document if it is known, and is replaced. */
  readonly onBroken: (uri: string | undefined, reason: string) => void;
  /** An outdated check was ended with its thread. */
  readonly onEnded: (uri: string) => void;
}

interface Running {
  readonly document: OpenDocument;
  readonly version: number;
  /** It has come to its first claim. */
  isBegun: boolean;
  isStopped: boolean;
}

export class Checks {
  /** Seconds for each claim; unless the client asks for others those of `gradus check`. */
  timeLimit = DEFAULTS.timeLimit;
  readonly #listener: Listener;
  /** Those that were changed last stand last. */
  readonly #open = new Map<string, OpenDocument>();
  #thread: Thread | undefined;
  #running: Running | undefined;
  #patience: NodeJS.Timeout | undefined;
  #spent = 0;
  /** What the thread is asked now, and about which document. */
  #asked: { readonly document: OpenDocument; readonly asked: Asked } | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  document(uri: string): OpenDocument | undefined {
    return this.#open.get(uri);
  }

  /** A document is opened, or has a new version. */
  changed(source: TextDocument): void {
    const { uri } = source;
    const document = this.#open.get(uri) ?? new OpenDocument(source);
    this.#open.delete(uri);
    this.#open.set(uri, document);
    document.changed(() => this.#proceed());
    // It begins while one types.
    this.#begin();
    this.#proceed();
  }

  close(uri: string): void {
    this.#open.get(uri)?.close();
    this.#open.delete(uri);
    this.#thread?.post({ kind: 'forget', uri });
    this.#proceed();
  }

  /** Ends all. */
  end(): void {
    for (const uri of [...this.#open.keys()]) this.close(uri);
    this.#lose();
    this.#thread?.end();
    this.#thread = undefined;
  }

  /**
   * The answer from the check of the version that is the latest now, when it is done. Nothing when
   * the document is closed, changed or given up before, or the question is withdrawn. Throws when
   * the answer breaks down.
   */
  ask<About extends keyof Answers>(
    question: Question & { readonly about: About },
    token: CancellationToken,
  ): Promise<Answers[About] | undefined> {
    return new Promise((resolve, reject) => {
      const document = this.#open.get(question.uri);
      // A token that is cancelled from the start does not tell it.
      if (!document || token.isCancellationRequested) return resolve(undefined);
      const answer = resolve as Asked['answer'];
      const asked: Asked = { question, answer, fail: reject };
      document.ask(asked);
      token.onCancellationRequested(() => {
        if (document.settle(asked)) answer(undefined);
      });
      this.#proceed();
    });
  }

  /** Has the thread do what is to be done next. */
  #proceed(): void {
    const next = [...this.#open.values()].findLast(({ needsCheck }) => needsCheck);
    const running = this.#running;
    if (!running) {
      if (next) this.#check(next);
    } else if (this.#isOutdated(running)) {
      this.#stop(running);
      // A thread that has not come to a claim hears of it before the first.
      if (running.isBegun)
        this.#patience ??= setTimeout(() => this.#endThread(), PATIENCE + this.#spent);
    } else if (next && next !== running.document) this.#stop(running);
    this.#askNext();
  }

  #isOutdated({ document, version }: Running): boolean {
    return this.#open.get(document.uri) !== document || document.version !== version;
  }

  #check(document: OpenDocument): void {
    const { uri, text, version } = document;
    this.#running = { document, version, isBegun: false, isStopped: false };
    this.#begin().post({ kind: 'check', uri, text, timeLimit: this.timeLimit });
  }

  #stop(running: Running): void {
    if (!running.isStopped) this.#thread?.post({ kind: 'stop' });
    running.isStopped = true;
  }

  /** One question at a time: so one that is withdrawn while it waits costs nothing. */
  #askNext(): void {
    if (this.#asked || !this.#thread) return;
    for (const document of this.#open.values()) {
      const asked = document.question;
      if (!asked) continue;
      this.#asked = { document, asked };
      this.#thread.post({ kind: 'ask', ...asked.question });
      return;
    }
  }

  #begin(): Thread {
    this.#thread ??= new Thread({
      onNotice: (notice) => this.#hear(notice),
      onDeath: (reason) => this.#died(reason),
    });
    return this.#thread;
  }

  #hear(notice: Notice): void {
    if (notice.kind === 'claim') this.#judging(notice.spent);
    else if (notice.kind === 'ended') this.#ended(notice);
    else this.#answered(notice);
  }

  #judging(spent: number): void {
    this.#spent = spent;
    if (!this.#running || this.#running.isBegun) return;
    this.#running.isBegun = true;
    this.#proceed();
  }

  #ended({ diagnostics, fault }: Outcome): void {
    const running = this.#running;
    this.#rest();
    if (running && !this.#isOutdated(running)) {
      const { document, version } = running;
      if (fault !== undefined) this.#fail(running, fault);
      else if (diagnostics && document.checked())
        this.#listener.onChecked(document.uri, version, diagnostics);
    }
    this.#proceed();
  }

  #answered({ answer, fault }: Answer): void {
    const { document, asked } = this.#asked ?? {};
    this.#asked = undefined;
    if (asked && document?.settle(asked)) {
      if (fault === undefined) asked.answer(answer);
      else asked.fail(new Error(fault));
    }
    this.#askNext();
  }

  #fail({ document, version }: Running, reason: string): void {
    document.failed();
    this.#listener.onFailed(document.uri, version, reason);
  }

  /** Nothing is checked now. */
  #rest(): void {
    this.#running = undefined;
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }

  /** Forgets what the thread knew. */
  #lose(): void {
    this.#rest();
    this.#asked = undefined;
    this.#spent = 0;
    for (const document of this.#open.values()) document.lost();
  }

  /** Ends an outdated check that does not come to an end. */
  #endThread(): void {
    const uri = this.#running?.document.uri;
    this.#lose();
    this.#thread?.end();
    this.#thread = undefined;
    this.#begin();
    if (uri !== undefined) this.#listener.onEnded(uri);
    this.#proceed();
  }

  /** What the thread did when it ended may be what ended it. */
  #died(reason: string): void {
    const { document, asked } = this.#asked ?? {};
    const running = this.#running;
    this.#thread = undefined;
    this.#lose();
    if (asked && document?.settle(asked)) asked.answer(undefined);
    const uri = (running?.document ?? document)?.uri;
    if (running && !this.#isOutdated(running) && !running.document.died())
      this.#fail(running, reason);
    else this.#listener.onBroken(uri, reason);
    this.#proceed();
  }
}
