/**
 * A thread that loads the module of an implementation and calls its functions. It runs the code
 * that is tested, at its user's wish; so it has a thread of its own, which can be ended.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Assignment, Message, Request, Returned } from './call.js';
import { invoke, reasonOf } from './invoke.js';
import { readReturned } from './returned.js';

const { module } = workerData as Assignment;
const port = parentPort;
const answer = (message: Message): void => port?.postMessage(message);

async function load(): Promise<Record<string, unknown> | undefined> {
  try {
    return (await import(module)) as Record<string, unknown>;
  } catch (problem) {
    answer({ kind: 'unloadable', reason: reasonOf(problem) });
    return undefined;
  }
}

async function call(fn: unknown, { given }: Request): Promise<Returned> {
  const answer = await invoke(fn, given.data, given.shapes);
  return answer.kind === 'value' ? readReturned(answer.value) : answer;
}

const loaded = await load();
if (loaded) {
  const names = Object.keys(loaded).filter((name) => typeof loaded[name] === 'function');
  port?.on('message', async (request: Request) => {
    answer({ id: request.id, ...(await call(loaded[request.name], request)) });
  });
  answer({ kind: 'exports', names });
}
