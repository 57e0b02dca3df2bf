/**
 * KaTeX for formulas that are not known before a reader types: the script, its style sheet, and
 * whole fonts, as nobody knows which signs will come. A page loads it when it is first needed.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const distributed = (name: string): string =>
  createRequire(import.meta.url).resolve(`katex/dist/${name}`);

/** What Gradus prints is set in these; other families are left to the fonts of the system. */
const FONTS: ReadonlySet<string> = new Set([
  ...['KaTeX_Main-Regular', 'KaTeX_Main-Bold', 'KaTeX_Main-Italic', 'KaTeX_Math-Italic'],
  ...['KaTeX_AMS-Regular', 'KaTeX_Size1-Regular', 'KaTeX_Size2-Regular'],
  ...['KaTeX_Size3-Regular', 'KaTeX_Size4-Regular'],
]);

/** One classic script: pages that are opened from a disk load neither modules nor fonts. */
export function katexScript(): string {
  const script = readFileSync(distributed('katex.min.js'), 'utf8');
  const style = JSON.stringify(styleSheet());
  return `${script}
document.head.append(Object.assign(document.createElement('style'), { textContent: ${style} }));
`;
}

/** The style sheet with the fonts inside. */
const styleSheet = (): string =>
  readFileSync(distributed('katex.min.css'), 'utf8').replace(/@font-face\{[^}]*\}/g, (face) => {
    const name = /url\(fonts\/([\w-]+)\.woff2\)/.exec(face)?.[1] ?? '';
    if (!FONTS.has(name)) return '';
    const font = readFileSync(distributed(`fonts/${name}.woff2`)).toString('base64');
    return face.replace(/src:[^}]*/, `src:url(data:font/woff2;base64,${font}) format("woff2")`);
  });
