/** Renders files: checks each and writes it out. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type CheckedDocument, checkDocument, examineDocument } from './check.js';
import { findDocuments } from './find.js';
import type { CheckOptions } from './options.js';
import { type Recheck, withRechecked } from './recheck.js';
import { type RenderFormat, type RenderOptions, renderDocument } from './render.js';
import type { FileReport } from './report.js';

export interface RenderedFile {
  readonly path: string;
  /** A path for the result, relative to a folder of results. */
  readonly target: string;
  readonly text: string;
  readonly report: FileReport;
}

const ENDINGS: Readonly<Record<RenderFormat, string>> = {
  text: 'txt',
  markdown: 'md',
  latex: 'tex',
  html: 'html',
  json: 'json',
};

/**
 * The documents at these paths, written out. Throws InputError as findDocuments does, and the
 * error of node:fs for a file that cannot be read.
 */
export async function* renderFiles(
  paths: readonly string[],
  format: RenderFormat,
  options: CheckOptions & RenderOptions & { readonly recheck?: Recheck } = {},
): AsyncGenerator<RenderedFile> {
  const { recheck, ...settings } = options;
  const targets = await renderTargets(paths, ENDINGS[format]);
  if (recheck) return yield* renderRechecked(targets, format, settings, recheck);
  for (const { path, target } of targets) {
    const source = await readFile(path, 'utf8');
    const report = await checkDocument(source, path, settings);
    const text = await renderDocument(source, report, format, settings);
    yield { path, target, text, report };
  }
}

/** All documents are checked before another checker looks at them, and only then written out. */
async function* renderRechecked(
  targets: readonly Pick<RenderedFile, 'path' | 'target'>[],
  format: RenderFormat,
  options: CheckOptions & RenderOptions,
  recheck: Recheck,
): AsyncGenerator<RenderedFile> {
  const documents: { path: string; checked: CheckedDocument }[] = [];
  for (const { path } of targets)
    documents.push({
      path,
      checked: await examineDocument(await readFile(path, 'utf8'), path, options),
    });
  const rechecked = await recheck(documents);
  for (const [k, { path, checked }] of documents.entries()) {
    const { report } = withRechecked(checked, rechecked);
    const text = await renderDocument(checked.text, report, format, options);
    yield { path, target: (targets[k] as RenderedFile).target, text, report };
  }
}

/** The documents at these paths, and where what is made of each goes in a folder of results. */
export async function renderTargets(
  paths: readonly string[],
  ending: string,
): Promise<Pick<RenderedFile, 'path' | 'target'>[]> {
  const documents = await findDocuments(paths);
  const root = commonFolder(documents);
  return documents.map((path) => ({
    path,
    target: join(
      dirname(path).slice(root.length),
      `${basename(path).replace(/\.md$/, '')}.${ending}`,
    ),
  }));
}

/** The longest folder, with its slash, that all paths lie in. */
function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths.map((path) => dirname(path).split('/'));
  const parts = [...first];
  for (const other of others)
    while (parts.length > 0 && !parts.every((part, k) => part === other[k])) parts.pop();
  return parts.join('/');
}
