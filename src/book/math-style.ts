/**
 * The style of the formulas of a page: the part of KaTeX's style sheet that the page needs, with
 * the fonts that it uses. KaTeX writes long names and a style on most elements; here each
 * becomes one short class, which makes a page less than half as long.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { COMPACT_STYLE } from './compact-math.js';
import { fontAddress } from './fonts.js';

interface StyleRule {
  readonly selectors: readonly string[];
  readonly body: string;
}

const distributed = (name: string): string =>
  createRequire(import.meta.url).resolve(`katex/dist/${name}`);

let rules: readonly StyleRule[] | undefined;

function katexRules(): readonly StyleRule[] {
  // The last part says so for fewer boxes.
  const sheet = (): string =>
    readFileSync(distributed('katex.min.css'), 'utf8').replace(
      '.katex .vlist>span>span{display:inline-block}',
      '',
    );
  const text = (): string => `${sheet()}${COMPACT_STYLE.join('')}`;
  rules ??= [...text().matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selectors: selector.split(','),
    body,
  }));
  return rules;
}

let styled: ReadonlySet<string> | undefined;

/** True of the classes that KaTeX's style sheet or the book's own mentions. */
export function isStyled(name: string): boolean {
  styled ??= new Set([
    ...OWN,
    ...katexRules().flatMap(({ selectors }) => selectors.flatMap(classesOf)),
  ]);
  // MathML is hidden from the eyes by its own name.
  return styled.has(name) && name !== 'katex-mathml';
}

/** KaTeX's elements are written as `i`, which nothing else in a page is. */
export const shortTags = (html: string): string =>
  html.replace(/<span(?=[\s>])/g, '<i').replace(/<\/span>/g, '</i>');

/** The most frequent looks are those of elements that no formula has otherwise. */
const TAGS = ['b', 's', 'u', 'em', 'var', 'dfn'];
const RESET =
  '.katex :is(i,b,s,u,em,var,dfn){font-style:inherit;font-weight:inherit;text-decoration:none}';

const TAG = /<\/i>|<i(?: class="([^"]*)")?((?: aria-hidden="true")?)(?: style="([^"]*)")?>/g;
const ELEMENT = /<i(?: class="([^"]*)")?((?: aria-hidden="true")?)(?: style="([^"]*)")?>/g;
/** Classes that the book's own style and script know. */
const OWN = ['katex', 'row', 'became', 'changes'];

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
  const kept = rulesFor(used, html.includes('<svg'));
  const known = new Set(kept.flatMap(({ selectors }) => selectors.flatMap(classesOf)));
  const looks = looksOf(html, known);
  const open: string[] = [];
  const body = html.replace(TAG, (tag, names = '', hidden = '', style = '') => {
    if (tag === '</i>') return `</${open.pop()}>`;
    const { own, key } = lookOf(names, style, known);
    const look = key === '' ? undefined : looks.get(key);
    const isTag = own.length === 0 && look !== undefined && TAGS.includes(look);
    open.push(isTag ? look : 'i');
    const classes = [...own, ...(look === undefined ? [] : [look])];
    const attribute = hidden === '' ? '' : ' aria-hidden=true';
    return isTag ? `<${look}${attribute}>` : `<i${classAttribute(classes)}${attribute}>`;
  });
  const style = [...facesFor(kept), RESET, ...rulesOf(kept, looks)];
  return { body, style: style.join('\n') };
}

/** What an element looks like: the names that stay, and one key for all the rest. */
function lookOf(names: string, style: string, known: ReadonlySet<string>) {
  const classes = [...new Set(names.split(/\s+/))].filter((name) => known.has(name));
  const own = OWN.filter((name) => names.split(/\s+/).includes(name));
  const others = classes.filter((name) => !OWN.includes(name)).sort();
  const key = others.length === 0 && style === '' ? '' : `${others.join(' ')}|${style}`;
  return { own, key };
}

/** A short class for each look, the shortest for the most frequent. */
function looksOf(html: string, known: ReadonlySet<string>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const [, names = '', , style = ''] of html.matchAll(ELEMENT)) {
    const { key } = lookOf(names, style, known);
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const keys = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return new Map(keys.map((key, k) => [key, TAGS[k] ?? shortName(k - TAGS.length)]));
}

const LETTERS = 'acdefghijklmnopqrtvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const REST = `${LETTERS}0123456789`;

/** `a`, `c`, …, `Z`, `_aa`, `_ab`, …: none is a class of the book. */
function shortName(k: number): string {
  if (k < LETTERS.length) return LETTERS.charAt(k);
  const rest = k - LETTERS.length;
  return `_${LETTERS.charAt(rest % LETTERS.length)}${REST.charAt(Math.floor(rest / LETTERS.length) % REST.length)}${rest >= LETTERS.length * REST.length ? Math.floor(rest / (LETTERS.length * REST.length)) : ''}`;
}

/** The kept rules, for the elements that have their classes, and what stood on the elements. */
function rulesOf(kept: readonly StyleRule[], looks: ReadonlyMap<string, string>): string[] {
  const byClass = new Map<string, string[]>();
  const byStyle = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, name: string): void => {
    const chosen = TAGS.includes(name) ? `:is(${name},.${name})` : `.${name}`;
    map.set(key, [...(map.get(key) ?? []), chosen]);
  };
  for (const [key, name] of looks) {
    const [classes = '', style = ''] = splitKey(key);
    for (const each of classes.split(' ')) if (each !== '') add(byClass, each, name);
    if (style !== '') add(byStyle, style, name);
  }
  const namesOf = (name: string): string[] =>
    OWN.includes(name) ? [`.${name}`] : (byClass.get(name) ?? []);
  /** What stands for classes that one element has together. */
  const chosen = (compound: string): string => {
    const lists = classesOf(compound).map(namesOf);
    const own = lists.filter(([name = '.']) => OWN.includes(name.slice(1))).map(([name]) => name);
    const others = lists.filter(([name = '.']) => !OWN.includes(name.slice(1)));
    const both = (others[0] ?? []).filter((name) => others.every((list) => list.includes(name)));
    if (others.length === 0) return own.join('');
    return own.join('') + (both.length === 1 ? (both[0] ?? '') : `:is(${both.join()})`);
  };
  const renamed = (selector: string): string =>
    selector.replace(/(?:\.[\w-]+)+/g, chosen).replace(/(^|[\s>+~])span\b/g, '$1*');
  const renamedRules = kept.flatMap(({ selectors, body }): [string, string][] => {
    const left = selectors.map(renamed).filter((selector) => !selector.includes(':is()'));
    return left.length === 0 ? [] : [[left.join(), body]];
  });
  return [
    ...merged(renamedRules).map(([selector, body]) => `${selector}{${body}}`),
    // What stood on an element comes last, and wins.
    `.katex{${[...byStyle].map(([style, names]) => `${names.join()}{${style}}`).join('')}}`,
  ];
}

/** Neighbours with the same selector as one. */
function merged(rules: readonly [string, string][]): [string, string][] {
  const found: [string, string][] = [];
  for (const [selector, body] of rules) {
    const last = found.at(-1);
    if (last?.[0] === selector) last[1] += `;${body}`;
    else found.push([selector, body]);
  }
  return found;
}

const splitKey = (key: string): string[] => [
  key.slice(0, key.indexOf('|')),
  key.slice(key.indexOf('|') + 1),
];

function classAttribute(classes: readonly string[]): string {
  if (classes.length === 0) return '';
  return classes.length === 1 ? ` class=${classes[0]}` : ` class="${classes.join(' ')}"`;
}

const classesOf = (selector: string): string[] =>
  [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);

/** The rules that apply to elements with these classes. */
const rulesFor = (used: ReadonlySet<string>, hasDrawings: boolean): StyleRule[] =>
  katexRules().flatMap(({ selectors, body }) => {
    const left = selectors
      .map((selector) =>
        selector.replace(/:not\(\.([\w-]+)\)/g, (not, name) => (used.has(name) ? not : '')),
      )
      .filter(
        (selector) =>
          !/^@|^body|\bimg\b/.test(selector) &&
          (hasDrawings || !/\bsvg\b/.test(selector)) &&
          classesOf(selector).every((name) => used.has(name)),
      );
    return left.length > 0 ? [{ selectors: left, body }] : [];
  });

/** The fonts that rules ask for, in their weight and slope. */
function facesFor(kept: readonly StyleRule[]): string[] {
  const faces = katexRules().filter(
    ({ selectors, body }) =>
      selectors[0] === '@font-face' && kept.some((rule) => asksFor(rule.body, body)),
  );
  return faces.map(({ body }) => `@font-face{${addressed(body)}}`);
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

/** The font itself comes into the page when all its signs are known. */
function addressed(face: string): string {
  const name = /url\(fonts\/([\w-]+)\.woff2\)/.exec(face)?.[1] ?? '';
  return face.replace(/src:.*$/, `src:${fontAddress(name)} format("woff2")`);
}
