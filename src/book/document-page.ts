/** The page of a document: its prose as it is written, and each claim where it is made. */
import { posix } from 'node:path';
import type { CheckedDocument } from '../document/check.js';
import type { CheckedClaim } from '../document/check-claim.js';
import { macrosOf } from '../language/latex/macro.js';
import { htmlProse, htmlText } from '../transcript/prose-html.js';
import { relativeAddress } from './address.js';
import { claimSection } from './claim-section.js';
import { definitionsIn } from './definitions.js';
import { proseMath } from './formula.js';
import { ruleAddress } from './rules-page.js';

/** Where the pages of a book are, relative to its folder. */
export interface Addresses {
  /** From the path of a document, relative to the folder of documents, to the path of its page. */
  readonly pages: ReadonlyMap<string, string>;
  /** The page of what another checker accepted. */
  readonly theorems: string;
}

/** A claim's name as a part of an address, each different. */
export function claimIds(claims: readonly CheckedClaim[]): string[] {
  const taken = new Set<string>(['content', 'exercises', 'progress', 'answer', 'how']);
  return claims.map(({ claim }) => {
    const plain = claim.name.replace(/[^\p{L}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, '') || 'claim';
    const base = /-(step-\d+|name|(fill|find|name)-\d+)$/.test(plain) ? `${plain}-claim` : plain;
    let id = base;
    for (let k = 2; taken.has(id); k++) id = `${base}-${k}`;
    taken.add(id);
    return id;
  });
}

/** The document's first heading, or its path. */
export const titleOfDocument = (text: string, path: string): string =>
  /^#\s+(.+?)\s*#*$/m.exec(text)?.[1] ?? path;

/** The body of the page of the document at `path`, relative to the folder of documents. */
export function documentBody(
  { text, document, claims, report }: CheckedDocument,
  path: string,
  addresses: Addresses,
): string {
  const page = addresses.pages.get(path) ?? '';
  const theorems = relativeAddress(page, addresses.theorems);
  const ids = claimIds(claims);
  const lines = text.split('\n');
  /** What names macros is no prose; code says it as it is. */
  const proseLines = macrosOf(text, document.blocks).text.split('\n');
  const math = proseMath(document.background);
  const parts: string[] = [];
  let level = 1;
  let next = 0;
  const prose = (from: number, to: number, isCode: boolean): void => {
    const written = isCode ? lines : proseLines;
    const html = htmlProse(written.slice(from - 1, to).join('\n'), math);
    for (const [, digit] of html.matchAll(/<h([1-6])>/g)) level = Number(digit);
    if (html !== '') parts.push(linked(html, path, page, addresses));
  };
  /** The claims that end up to this line. */
  const made = (line: number): void => {
    for (let claim = claims[next]; claim && claim.report.endLine <= line; claim = claims[++next])
      parts.push(
        claimSection(claim, {
          id: ids[next] ?? '',
          level: Math.min(level + 1, 6),
          rule: (rule) => ruleAddress(page, rule),
          theorems,
        }),
      );
  };
  if (!/^#\s/m.test(text)) parts.push(`<h1>${htmlText(path)}</h1>`);
  for (const { kind, start, end, startLine, endLine } of document.blocks) {
    if (kind === 'fence')
      parts.push(
        definitionsIn(text.slice(start, end), document.context),
        source(text.slice(start, end)),
      );
    if (kind === 'prose' || kind === 'code' || kind === 'hidden') {
      // A formula claims where it stands: the prose is taken apart after it.
      let from = startLine;
      for (const { report } of claims.slice(next)) {
        if (report.endLine >= endLine) break;
        if (report.endLine < from) continue;
        prose(from, report.endLine, kind === 'code');
        made(report.endLine);
        from = report.endLine + 1;
      }
      prose(from, endLine, kind === 'code');
    }
    made(endLine);
  }
  made(Number.POSITIVE_INFINITY);
  return [...parts.filter((part) => part !== ''), ...troubles(report)].join('\n');
}

const source = (text: string): string =>
  `<details class="source"><summary>As it is written</summary><pre><code>${htmlText(text.trimEnd())}</code></pre></details>`;

/** What cannot be read, and what makes no claim. */
function troubles({ errors = [], unclaimed = [] }: CheckedDocument['report']): string[] {
  const unread = errors.map(
    ({ line, column, message }) =>
      `<li><strong>${line}:${column}</strong> ${htmlText(message)}</li>`,
  );
  const passed = unclaimed.map(
    ({ name, reason }) => `<li>${htmlText(name)}: ${htmlText(reason)}</li>`,
  );
  return [
    ...(unread.length > 0
      ? [
          `<section class="claim error"><h2>Cannot be read</h2><ul>${unread.join('')}</ul></section>`,
        ]
      : []),
    ...(passed.length > 0
      ? [`<section><h2>Formulas that are no claim</h2><ul>${passed.join('')}</ul></section>`]
      : []),
  ];
}

/** Links to other documents of the book lead to their pages; others that are relative go nowhere. */
const linked = (html: string, path: string, page: string, { pages }: Addresses): string =>
  html.replace(/<a href="([^":#]+)(#[^"]*)?">(.*?)<\/a>/g, (_, target, fragment = '', words) => {
    const found = pages.get(posix.join(posix.dirname(path), decoded(target)));
    return found === undefined
      ? words
      : `<a href="${relativeAddress(page, found)}${fragment}">${words}</a>`;
  });

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
