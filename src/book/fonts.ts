/** The fonts of a page's formulas, each with no more signs than the formulas of the page show. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

/** Stands in a style sheet for the font of that name, until the page is whole. */
export const fontAddress = (name: string): string => `url(font:${name})`;

const made = new Map<string, Promise<string>>();

/** The page with its fonts inside, also for what its scripts show later. */
export async function withFonts(html: string, later = ''): Promise<string> {
  const names = new Set([...html.matchAll(/url\(font:([\w-]+)\)/g)].map(([, name = '']) => name));
  if (names.size === 0) return html;
  const signs = [...new Set([...signsOf(html), ...signsOf(later)])].sort().join('');
  const addresses = new Map(
    await Promise.all(
      [...names].map(async (name) => [name, await inlined(name, signs)] as [string, string]),
    ),
  );
  return html.replace(/url\(font:([\w-]+)\)/g, (_, name) => addresses.get(name) ?? 'none');
}

/** Fonts are the same for all pages that show the same signs. */
function inlined(name: string, signs: string): Promise<string> {
  const key = `${name} ${signs}`;
  const font = made.get(key) ?? addressOf(name, signs);
  made.set(key, font);
  return font;
}

async function addressOf(name: string, signs: string): Promise<string> {
  const path = createRequire(import.meta.url).resolve(`katex/dist/fonts/${name}.woff2`);
  const options = { targetFormat: 'woff2', noHinting: true } as const;
  const font = await subsetFont(readFileSync(path), signs, options);
  return `url(data:font/woff2;base64,${font.toString('base64')})`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
};

/** The signs that stand in visible formulas, whose elements are written as `i`. */
function signsOf(html: string): Set<string> {
  const signs = new Set<string>();
  let depth = 0;
  const parts = html.replace(/<math[\s\S]*?<\/math>/g, '').matchAll(/<(\/?)(\w+)[^>]*>|[^<]+/g);
  for (const [part, end, tag] of parts) {
    if (tag === 'i') depth += end ? -1 : 1;
    if (tag !== undefined || depth === 0) continue;
    const text = part
      .replace(/&(?:lt|gt|amp|quot);/g, (name) => ENTITIES[name] ?? '')
      .replace(/&#x27;/g, "'");
    for (const sign of text) signs.add(sign);
  }
  return signs;
}
