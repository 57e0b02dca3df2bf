/** Prose and formulas in HTML. Everything from a document is escaped; formulas are MathML. */
import katex from 'katex';
import { type Inline, type Prose, readInline, readProse } from './prose.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const htmlText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** A formula as MathML. What KaTeX cannot read is shown as it was written. */
export function htmlMath(latex: string, isDisplay: boolean): string {
  try {
    return katex.renderToString(latex, {
      output: 'mathml',
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      maxExpand: 1000,
    });
  } catch {
    return `<code>${htmlText(latex)}</code>`;
  }
}

/** How formulas are written: `htmlMath`, or another way. */
export type MathWriter = (latex: string, isDisplay: boolean) => string;

/** The prose of a Markdown text as HTML. */
export const htmlProse = (markdown: string, math: MathWriter = htmlMath): string =>
  readProse(markdown)
    .map((prose) => blockText(prose, math))
    .join('\n');

function blockText(prose: Prose, math: MathWriter): string {
  const inlineText = (content: readonly Inline[]): string => spanText(content, math);
  switch (prose.kind) {
    case 'heading':
      return `<h${prose.level}>${inlineText(prose.content)}</h${prose.level}>`;
    case 'paragraph':
      return `<p>${inlineText(prose.content)}</p>`;
    case 'quotation':
      return `<blockquote>${inlineText(prose.content)}</blockquote>`;
    case 'list': {
      const tag = prose.isOrdered ? 'ol' : 'ul';
      return `<${tag}>${prose.items.map((item) => `<li>${inlineText(item)}</li>`).join('')}</${tag}>`;
    }
    case 'code':
      return `<pre><code>${htmlText(prose.text)}</code></pre>`;
    case 'display':
      return math(prose.text, true);
  }
}

/** One line of Markdown. */
export const htmlInline = (text: string, math: MathWriter = htmlMath): string =>
  spanText(readInline(text), math);

const spanText = (content: readonly Inline[], math: MathWriter): string =>
  content.map((part) => partText(part, math)).join('');

function partText(part: Inline, math: MathWriter): string {
  switch (part.kind) {
    case 'text':
      return htmlText(part.text);
    case 'code':
      return `<code>${htmlText(part.text)}</code>`;
    case 'strong':
      return `<strong>${htmlText(part.text)}</strong>`;
    case 'emphasis':
      return `<em>${htmlText(part.text)}</em>`;
    case 'math':
      return math(part.text, false);
    case 'link':
      return /^(https?:|#|\.{0,2}\/|(?:[\w-]+\/)*[\w-]+\.md)/.test(part.target)
        ? `<a href="${htmlText(part.target)}">${htmlText(part.text)}</a>`
        : htmlText(part.text);
  }
}
