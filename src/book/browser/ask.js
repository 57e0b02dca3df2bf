// Asks the engine: one worker, made of the text of the function gradusEngine, so that it runs
// wherever the page is opened. A question that takes longer than its limit ends the worker.

globalThis.gradus ??= {};

Object.assign(globalThis.gradus, asker());

function asker() {
  let worker;
  let count = 0;
  const waiting = new Map();
  /** Seconds beyond what the engine may take by its own clock. */
  const GRACE = 5;

  function start() {
    const text = `(${gradusEngine})()`;
    const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    worker = new Worker(address);
    URL.revokeObjectURL(address);
    worker.onmessage = ({ data: { id, value, error, fault } }) => {
      const found = waiting.get(id);
      if (!found) return;
      waiting.delete(id);
      clearTimeout(found.timer);
      if (fault === undefined) found.resolve({ value, error });
      else found.reject(new Error(`a fault of Gradus: ${fault}`));
    };
    worker.onerror = (event) => stop(event.message || 'the engine could not be started');
  }

  /** Ends the worker, with what it was asked. */
  function stop(reason) {
    worker?.terminate();
    worker = undefined;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(new Error(reason));
    }
    waiting.clear();
  }

  /**
   * The answer to a request of src/engine/request.ts: { value } or { error }. Rejected when it
   * takes too long. `seconds` bounds the whole of it; the engine's own limit is its timeLimit.
   */
  function ask(request, seconds = (request.timeLimit ?? 10) + GRACE) {
    if (!worker) start();
    const id = ++count;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => stop(`it took longer than ${seconds} seconds`),
        seconds * 1000,
      );
      waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, request });
    });
  }

  return { ask, stop };
}
