/** A document as one page to print: its prose, its claims, and the lines of its derivations. */
import { examineDocument } from '../document/check.js';
import { readDocument } from '../document/check-file.js';
import type { CheckOptions } from '../document/options.js';
import type { FileReport } from '../document/report.js';
import { documentBody, titleOfDocument } from './document-page.js';
import { withFonts } from './fonts.js';
import { htmlPage } from './page.js';

export interface Paper {
  readonly html: string;
  readonly report: FileReport;
}

/** Reasons with their conditions, and elementary steps, are for a reader who asks for all. */
const LINES_ALONE = '<style>details{display:none}</style>';

/** Checks the document and lays it out. With `steps: all`, everything is shown. */
export async function paperOf(path: string, options: CheckOptions = {}): Promise<Paper> {
  const checked = await examineDocument(await readDocument(path), path, options);
  const body = documentBody(checked, path, { pages: new Map(), theorems: '' });
  // On paper no link to another page leads anywhere.
  const unlinked = body.replace(/<a href="(?:rules\/[\w-]+\.html)?#[\w-]+">(.*?)<\/a>/g, '$1');
  const html = htmlPage({
    title: titleOfDocument(checked.text, path),
    body: options.steps === 'all' ? unlinked : `${LINES_ALONE}${unlinked}`,
    links: [],
    scripts: [],
    root: '',
  });
  return { html: await withFonts(html), report: checked.report };
}
