/** Finds the documents that are meant by paths: files as they are, folders with all below them. */
import { statSync } from 'node:fs';
import { glob } from 'tinyglobby';

/** A path that cannot be used, with what to do about it. */
export class InputError extends Error {
  readonly hint?: string;

  constructor(
    readonly path: string,
    message: string,
    hint?: string,
  ) {
    super(message);
    this.name = 'InputError';
    if (hint !== undefined) this.hint = hint;
  }
}

/** Declarations for documents that are checked with --context; they claim nothing themselves. */
const CONTEXTS = '**/*.context.md';

/**
 * The documents, each once, sorted within each folder. Throws InputError for a path that does not
 * exist and for a folder without a document.
 */
export async function findDocuments(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) for (const document of await documentsAt(path)) found.add(document);
  return [...found];
}

async function documentsAt(path: string): Promise<string[]> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new InputError(path, 'there is no such file or folder');
  if (!stat.isDirectory()) return [path];
  const folder = path.replace(/\/+$/, '');
  const files = await glob('**/*.md', { cwd: path, ignore: ['**/node_modules/**', CONTEXTS] });
  if (files.length === 0)
    throw new InputError(path, 'there is no document in this folder', 'documents end in .md');
  const prefix = folder === '.' ? '' : `${folder}/`;
  return files.sort(byFolder).map((file) => `${prefix}${file}`);
}

/** The files of a folder before those of its folders. */
function byFolder(a: string, b: string): number {
  const depth = a.split('/').length - b.split('/').length;
  if (depth !== 0) return depth;
  return a < b ? -1 : 1;
}
