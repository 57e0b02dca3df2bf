/** Checks a document by what a check of the same text has kept. */
import * as v from 'valibot';
import { Arena } from '../term/term.js';
import { type CheckedDocument, examine } from './check.js';
import { Entry } from './kept-form.js';
import type { CheckOptions } from './options.js';
import { Recall, StaleEntry } from './recall.js';

/** As examineDocument; undefined when what was kept cannot be used. */
export async function examineAgain(
  text: string,
  path: string,
  options: CheckOptions,
  entry: unknown,
): Promise<CheckedDocument | undefined> {
  if (!v.is(Entry, entry)) return undefined;
  const arena = new Arena();
  try {
    return await examine(text, path, options, { arena, recall: () => new Recall(arena, entry) });
  } catch (error) {
    if (error instanceof StaleEntry) return undefined;
    throw error;
  }
}
