/** The part of KaTeX's style sheet that a page needs, with the fonts that it uses inlined. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface StyleRule {
  readonly selectors: readonly string[];
  readonly body: string;
}

const dist = (name: string): string => createRequire(import.meta.url).resolve(`katex/dist/${name}`);

let rules: readonly StyleRule[] | undefined;
const fonts = new Map<string, string>();

function katexRules(): readonly StyleRule[] {
  rules ??= [...readFileSync(dist('katex.min.css'), 'utf8').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(
    ([, selector = '', body = '']) => ({ selectors: selector.split(','), body }),
  );
  return rules;
}

/** The style for the formulas of a page. */
export function mathStyle(html: string): string {
  const used = new Set(
    [...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
  );
  if (!used.has('katex')) return '';
  const applies = (selector: string): boolean =>
    [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => used.has(name));
  const kept = katexRules().flatMap(({ selectors, body }) => {
    const left = selectors.filter((selector) => !selector.startsWith('@') && applies(selector));
    return left.length > 0 ? [{ selectors: left, body }] : [];
  });
  const bodies = kept.map(({ body }) => body);
  const faces = katexRules().filter(
    ({ selectors, body }) => selectors[0] === '@font-face' && isUsed(body, bodies),
  );
  return [
    ...faces.map(({ body }) => `@font-face{${inlined(body)}}`),
    ...kept.map(({ selectors, body }) => `${selectors.join(',')}{${body}}`),
  ].join('\n');
}

const declared = (body: string, property: string): string | undefined =>
  new RegExp(`(?:^|;)${property}:([^;]*)`).exec(body)?.[1];

const BOLD = /(?:^|;)font-weight:(?:700|bold)/;
const ITALIC = /(?:^|;)font-style:italic/;

/** True when a rule asks for the font, in its weight and slope. */
function isUsed(face: string, bodies: readonly string[]): boolean {
  const family = declared(face, 'font-family') ?? '';
  return bodies.some(
    (body) =>
      new RegExp(`\\b${family}\\b`).test(body) &&
      BOLD.test(body) === BOLD.test(face) &&
      ITALIC.test(body) === ITALIC.test(face),
  );
}

function inlined(face: string): string {
  const name = /url\(fonts\/([\w-]+\.woff2)\)/.exec(face)?.[1] ?? '';
  const data = fonts.get(name) ?? readFileSync(dist(`fonts/${name}`)).toString('base64');
  fonts.set(name, data);
  const source = `src:url(data:font/woff2;base64,${data}) format("woff2")`;
  return face.replace(/src:.*$/, source);
}
