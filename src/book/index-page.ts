/** The first page: the documents in reading order, what is proved and refuted, and the search. */
import { posix } from 'node:path';
import type { CheckedDocument } from '../document/check.js';
import { isAsExpected } from '../document/report.js';
import { count, verdictText } from '../document/verdict-text.js';
import { htmlInline, htmlText } from '../transcript/prose-html.js';
import { rulePages } from '../transcript/rule-page.js';
import { relativeAddress } from './address.js';
import { lookOf, markOf } from './claim-section.js';
import { claimIds, titleOfDocument } from './document-page.js';
import { proseMath } from './formula.js';
import { RULES, ruleAddress } from './rules-page.js';

/** A document of the book, once it is checked. */
export interface Chapter {
  /** Relative to the folder of documents. */
  readonly path: string;
  readonly page: string;
  readonly checked: CheckedDocument;
}

/** What the search finds: a claim or a rule. */
interface Entry {
  readonly name: string;
  readonly text: string;
  readonly href: string;
  /** The document of a claim, the chapter of a rule. */
  readonly where: string;
}

export function indexBody(title: string, chapters: readonly Chapter[]): string {
  const reports = chapters.map(({ checked }) => checked.report);
  return [
    `<h1>${htmlText(title)}</h1>`,
    `<p>${count(chapters.length, 'document')}: ${htmlText(countsOf(reports))}.</p>`,
    '<div id="search" hidden><label for="words">Search claims and rules</label>',
    '<input id="words" type="search" autocomplete="off"><p role="status" id="found"></p>',
    '<ul id="results"></ul></div>',
    ...foldersOf(chapters).flatMap(([folder, inside]) => [
      ...(folder === '.' ? [] : [`<h2>${htmlText(folder)}</h2>`]),
      `<ol class="contents">\n${inside.map(chapterItem).join('\n')}\n</ol>`,
    ]),
    `<p><a href="${RULES}">The rule book</a>, with ${count(rulePages().length, 'rule')}.</p>`,
    island(entriesOf(chapters)),
  ].join('\n');
}

/** The documents of each folder, in reading order. */
function foldersOf(chapters: readonly Chapter[]): [string, Chapter[]][] {
  const folders = new Map<string, Chapter[]>();
  for (const chapter of chapters) {
    const folder = posix.dirname(chapter.path);
    folders.set(folder, [...(folders.get(folder) ?? []), chapter]);
  }
  return [...folders];
}

function chapterItem({ path, page, checked }: Chapter): string {
  const { text, document, report, claims } = checked;
  const title = htmlInline(titleOfDocument(text, path), proseMath(document.background));
  const address = relativeAddress('', page);
  const ids = claimIds(claims);
  const items = claims.map((claim, k) => {
    const look = lookOf(claim);
    const to = `${address}#${encodeURIComponent(ids[k] ?? '')}`;
    return `<li class="${look}">${markOf(look)} <a href="${to}">${htmlText(claim.report.name)}</a> <small>${htmlText(verdictText(claim.report))}</small>`;
  });
  const counts = `<span class="counts">${htmlText(countsOf([report]))}</span>`;
  return [
    `<li><a href="${address}">${title}</a>`,
    items.length === 0
      ? `<br>${counts}`
      : `<details><summary>${counts}</summary><ul class="claims">${items.join('\n')}</ul></details>`,
    '</li>',
  ].join('\n');
}

/** `3 proved, 1 refuted as it should be` */
function countsOf(reports: readonly Chapter['checked']['report'][]): string {
  const claims = reports.flatMap((report) => report.claims);
  const errors = reports.flatMap((report) => report.errors ?? []);
  const number = (verdict: string, isExpected: boolean): number =>
    claims.filter(
      (claim) =>
        claim.verdict === verdict &&
        (claim.expected === 'refuted' && isAsExpected(claim)) === isExpected,
    ).length;
  const counted: [number, string][] = [
    [number('proved', false), 'proved'],
    [number('refuted', true), 'refuted, as it should be'],
    [number('tested', false), 'tested, not proved'],
    [number('refuted', false), 'refuted'],
    [number('error', false), 'not decided'],
    [errors.length, 'that cannot be read'],
  ];
  const parts = counted.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`);
  return parts.length > 0 ? parts.join(' · ') : 'no claims';
}

function entriesOf(chapters: readonly Chapter[]): Entry[] {
  const claims = chapters.flatMap(({ path, page, checked }) => {
    const ids = claimIds(checked.claims);
    const where = titleOfDocument(checked.text, path);
    return checked.claims.map(({ report: { name, text } }, k) => ({
      name,
      text,
      href: `${relativeAddress('', page)}#${encodeURIComponent(ids[k] ?? '')}`,
      where,
    }));
  });
  const known = rulePages().map(({ id, title, statement, chapter }) => ({
    name: id,
    text: `${title}: ${statement}`,
    href: ruleAddress('', id),
    where: `rule, ${chapter}`,
  }));
  return [...claims, ...known];
}

/** Data in a page: without a `<`, it cannot end its element. */
const island = (entries: readonly Entry[]): string =>
  `<script type="application/json" id="entries">${JSON.stringify(entries).replaceAll('<', '\\u003c')}</script>`;
