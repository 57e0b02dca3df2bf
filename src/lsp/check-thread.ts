/**
 * A thread that checks documents for the language server and answers what is asked about them.
 * Terms and proofs stay here: they cannot be sent to another thread.
 */
import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { type CheckedDocument, examineDocument } from '../document/check.js';
import { Memory } from '../document/memory.js';
import { diagnosticsOf } from './diagnostics.js';
import { hoverAt } from './hover.js';
import type { Answers, CheckOrder, Notice, Order, Question } from './messages.js';
import { missingSteps } from './missing-steps.js';

interface Known {
  readonly memory: Memory;
  /** Its last check that came to an end. */
  checked?: CheckedDocument;
  /** Milliseconds that it took to find what is in the memory. */
  spent: number;
}

const port = parentPort;
const documents = new Map<string, Known>();
let isStopped = false;

const tell = (notice: Notice): void => port?.postMessage(notice);

function obey(order: Order): void {
  if (order.kind === 'check') void check(order);
  else if (order.kind === 'stop') isStopped = true;
  else if (order.kind === 'forget') documents.delete(order.uri);
  else answer(order);
}

async function check({ uri, text, timeLimit }: CheckOrder): Promise<void> {
  isStopped = false;
  const known: Known = documents.get(uri) ?? { memory: new Memory(), spent: 0 };
  documents.set(uri, known);
  const begun = performance.now();
  const onClaim = (): void => {
    // What came while the last claim was judged is heard before the next, not after it.
    for (let next = waiting(); next; next = waiting()) obey(next);
    if (isStopped) throw new Stopped();
    known.spent = Math.max(known.spent, performance.now() - begun);
    tell({ kind: 'claim', spent: sum([...documents.values()].map(({ spent }) => spent)) });
  };
  try {
    const checked = await examineDocument(text, uri, { timeLimit, onClaim }, known.memory);
    known.checked = checked;
    const { claims } = checked.report;
    // What cannot be read is not judged, and nothing is forgotten.
    if (claims.length > 0) known.spent = sum(claims.map(({ ms }) => ms));
    tell({ kind: 'ended', diagnostics: diagnosticsOf(checked.report) });
  } catch (error) {
    if (error instanceof Stopped) tell({ kind: 'ended' });
    else tell({ kind: 'ended', fault: (error as Error).message });
  }
}

const waiting = (): Order | undefined => port && receiveMessageOnPort(port)?.message;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function answer(question: Question): void {
  try {
    const checked = documents.get(question.uri)?.checked;
    const found = checked && answerTo(question, checked);
    tell({ kind: 'answer', ...(found ? { answer: found } : {}) });
  } catch (error) {
    tell({ kind: 'answer', fault: (error as Error).message });
  }
}

function answerTo(
  { uri, about, range }: Question,
  checked: CheckedDocument,
): Answers[keyof Answers] {
  return about === 'hover' ? hoverAt(checked, range.start) : missingSteps(checked, uri, range);
}

/** Thrown to end a check that nobody needs now. */
class Stopped extends Error {}

port?.on('message', obey);
