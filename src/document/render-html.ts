/** Documents as one HTML page with MathML and without scripts. */

import { claimRecord, remarks, summary } from './render-claim.js';
import type { ClaimReport } from './report.js';
import type { Writer } from './writer.js';

const STYLE = `body{max-width:52rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui;color-scheme:light dark}
ol.steps{list-style:none;padding:0}ol.steps li{margin:.6rem 0}.reason{font-size:.85rem;opacity:.75}
.claim{border-left:3px solid;padding-left:1rem;margin:1.5rem 0}.proved{border-color:#2a7}.refuted{border-color:#c33}
.tested,.error{border-color:#c90}math{font-size:1.1rem}pre,.wide{overflow-x:auto}`;

/** Loaded when it is first needed, as KaTeX takes time to load. */
export async function htmlWriter(): Promise<Writer> {
  const { htmlInline, htmlMath, htmlProse, htmlText } = await import('../transcript/prose-html.js');
  const line = (latex: string): string => `<div class="wide">${htmlMath(latex, true)}</div>`;
  const claim = (report: ClaimReport): string => {
    const record = claimRecord(report);
    const steps = record?.steps.map(
      ({ title, titleLatex, latex }) =>
        `<li><span class="reason">${titleLatex ? htmlInline(titleLatex) : htmlText(title)}</span>${line(latex)}</li>`,
    );
    return [
      `<section class="claim ${report.expected === report.verdict ? 'proved' : report.verdict}">`,
      `<p><strong>${htmlText(report.name)}</strong> ${htmlText(summary(report))}</p>`,
      line(record ? record.start.latex : report.latex),
      ...(steps ? [`<ol class="steps">${steps.join('\n')}</ol>`] : []),
      ...remarks(report).map((remark) => `<p>${htmlText(remark)}</p>`),
      ...(report.rechecked ?? []).map(
        ({ by, theorem, statement }) =>
          `<details><summary>Accepted by ${by}, as <code>${theorem}</code></summary><pre>${htmlText(statement)}</pre></details>`,
      ),
      '</section>',
    ].join('\n');
  };
  return {
    prose: htmlProse,
    source: (text) => `<pre><code>${htmlText(text)}</code></pre>`,
    claim,
  };
}

/** The frame of a page. */
export const htmlDocument = (title: string, body: string): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`)}</title>`,
    `<style>${STYLE}</style>`,
    `<body>\n${body}\n</body>`,
    '</html>',
    '',
  ].join('\n');
