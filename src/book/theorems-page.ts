/** The page of what another checker has accepted: each claim with its theorems. */
import { htmlText } from '../transcript/prose-html.js';
import { claimIds } from './document-page.js';
import type { Chapter } from './index-page.js';

export const THEOREMS = 'coq.html';
/** The folder of the files that were accepted, in that of the book. */
export const PROOFS = 'coq';

export function theoremsBody(chapters: readonly Chapter[]): string {
  const parts = chapters.flatMap(({ page, checked }) => {
    const ids = claimIds(checked.claims);
    const sections = checked.claims.flatMap(({ report: { name, rechecked } }, k) =>
      (rechecked ?? []).map(
        ({ theorem, statement }) =>
          `<h3 id="${theorem}"><a href="${page}#${ids[k]}">${htmlText(name)}</a></h3>\n<pre>${htmlText(`${theorem} :\n${statement}`)}</pre>`,
      ),
    );
    return sections.length > 0
      ? [`<h2>${htmlText(page.replace(/\.html$/, ''))}</h2>`, ...sections]
      : [];
  });
  return [
    '<h1>Accepted by Coq</h1>',
    `<p>Each theorem was checked again by Coq, against a library with a proved lemma for each rule. The proofs are in <a href="${PROOFS}/Theorems.v">Theorems.v</a>; what the statements mean is said in <a href="${PROOFS}/Gradus.v">Gradus.v</a>, chapter 1. All files are in the folder <code>${PROOFS}</code>: run <code>make</code> there.</p>`,
    ...parts,
  ].join('\n');
}
