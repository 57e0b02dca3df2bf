/** A thread that checks its share of the documents and answers with a report for each. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Answer, type Assignment, checkSafely } from './check-files.js';

const { documents, options } = workerData as Assignment;
for (const [place, path] of documents) {
  const answer: Answer = { place, report: await checkSafely(path, options) };
  parentPort?.postMessage(answer);
}
