/**
 * The style of the formulas of a page: the part of KaTeX's style sheet that the page needs, with
 * the fonts that it uses inlined. KaTeX writes long names and a style on most elements; here each
 * becomes one short class, which makes a page less than half as long.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface StyleRule {
  readonly selectors: readonly string[];
  readonly body: string;
}

const distributed = (name: string): string =>
  createRequire(import.meta.url).resolve(`katex/dist/${name}`);

/** KaTeX itself, for formulas that are not known before a reader types. */
export const katexScript = (): string => readFileSync(distributed('katex.min.js'), 'utf8');

let rules: readonly StyleRule[] | undefined;
const fonts = new Map<string, string>();

function katexRules(): readonly StyleRule[] {
  const sheet = (): string => readFileSync(distributed('katex.min.css'), 'utf8');
  rules ??= [...sheet().matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selectors: selector.split(','),
    body,
  }));
  return rules;
}

/** KaTeX's elements are written as `i`, which nothing else in a page is. */
export const shortTags = (html: string): string =>
  html.replace(/<span(?=[\s>])/g, '<i').replace(/<\/span>/g, '</i>');

const ELEMENT = /<i(?: class="([^"]*)")?((?: aria-hidden="true")?)(?: style="([^"]*)")?>/g;
/** Classes that the book's own style and script know. */
const OWN = ['katex', 'katex-display', 'became', 'changes'];

export interface StyledBody {
  readonly body: string;
  readonly style: string;
}

/** The page's body with short classes, and their style. */
export function styledMath(html: string): StyledBody {
  const used = new Set<string>(OWN);
  for (const [, names = ''] of html.matchAll(ELEMENT))
    for (const name of names.split(/\s+/)) used.add(name);
  if (used.size === OWN.length) return { body: html, style: '' };
  const kept = rulesFor(used);
  const styled = new Set(kept.flatMap(({ selectors }) => selectors.flatMap(classesOf)));
  const short = new Map<string, string>(OWN.map((name) => [name, name]));
  const shorten = (name: string): string => {
    const known = short.get(name) ?? `m${(short.size - OWN.length).toString(36)}`;
    short.set(name, known);
    return known;
  };
  const declarations = new Map<string, string>();
  const body = html.replace(ELEMENT, (_, names = '', hidden = '', style) => {
    const classes = [...new Set<string>(names.split(/\s+/))]
      .filter((name) => styled.has(name) || OWN.includes(name))
      .map(shorten);
    if (style !== undefined) {
      const name = shorten(`style ${style}`);
      declarations.set(name, style);
      classes.push(name);
    }
    return `<i${classAttribute(classes)}${hidden}>`;
  });
  const renamed = (selector: string): string =>
    selector
      .replace(/\.([\w-]+)/g, (_, name) => `.${shorten(name)}`)
      .replace(/(^|[\s>+~])span\b/g, '$1i');
  const style = [
    ...facesFor(kept),
    '.katex i{font-style:inherit}',
    ...kept.map(({ selectors, body: text }) => `${selectors.map(renamed).join(',')}{${text}}`),
    ...[...declarations].map(([name, text]) => `.${name}{${important(text)}}`),
  ].join('\n');
  return { body, style };
}

function classAttribute(classes: readonly string[]): string {
  if (classes.length === 0) return '';
  return classes.length === 1 ? ` class=${classes[0]}` : ` class="${classes.join(' ')}"`;
}

/** What stood on an element wins over every rule. */
const important = (style: string): string =>
  style
    .split(';')
    .filter((part) => part !== '')
    .map((part) => `${part}!important`)
    .join(';');

const classesOf = (selector: string): string[] =>
  [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);

/** The rules that apply to elements with these classes. */
const rulesFor = (used: ReadonlySet<string>): StyleRule[] =>
  katexRules().flatMap(({ selectors, body }) => {
    const left = selectors.filter(
      (selector) =>
        !selector.startsWith('@') && classesOf(selector).every((name) => used.has(name)),
    );
    return left.length > 0 ? [{ selectors: left, body }] : [];
  });

/** The fonts that rules ask for, in their weight and slope. */
function facesFor(kept: readonly StyleRule[]): string[] {
  const faces = katexRules().filter(
    ({ selectors, body }) =>
      selectors[0] === '@font-face' && kept.some((rule) => asksFor(rule.body, body)),
  );
  return faces.map(({ body }) => `@font-face{${inlined(body)}}`);
}

const BOLD = /(?:^|;)font-weight:(?:700|bold)/;
const ITALIC = /(?:^|;)font-style:italic/;

function asksFor(body: string, face: string): boolean {
  const family = /(?:^|;)font-family:([^;]*)/.exec(face)?.[1] ?? '';
  return (
    new RegExp(`\\b${family}\\b`).test(body) &&
    BOLD.test(body) === BOLD.test(face) &&
    ITALIC.test(body) === ITALIC.test(face)
  );
}

function inlined(face: string): string {
  const name = /url\(fonts\/([\w-]+\.woff2)\)/.exec(face)?.[1] ?? '';
  const data = fonts.get(name) ?? readFileSync(distributed(`fonts/${name}`)).toString('base64');
  fonts.set(name, data);
  const source = `src:url(data:font/woff2;base64,${data}) format("woff2")`;
  return face.replace(/src:.*$/, source);
}
