/** The engine in a worker of a page: a message is a request with a number, and so is its answer. */
import { answer } from './answer.js';
import type { Request } from './request.js';

interface Message {
  readonly id: number;
  readonly request: Request;
}

/** The parts of a worker's global object that are used here. */
interface WorkerScope {
  onmessage: ((event: { readonly data: Message }) => void) | null;
  postMessage(message: unknown): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = async ({ data: { id, request } }) => {
  try {
    scope.postMessage({ id, ...(await answer(request)) });
  } catch (fault) {
    scope.postMessage({ id, fault: String(fault instanceof Error ? fault.message : fault) });
  }
};
