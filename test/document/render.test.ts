import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { type RenderFormat, renderText } from '../../src/document/render.js';
import { SOFTMAX } from './given.js';

const TEXT = `# Softmax & friends

The *gradient* of the **loss** is \`yhat - y\`, or $\\hat y - y$; see [the book](https://example.org).

- first
- second

\`\`\`gradus
${SOFTMAX.trim()}
claim gradient: diff(J, z[a,b]) == yhat[a,b] - y[a,b]
refute wrong-sign: diff(J, z[a,b]) == y[a,b] - yhat[a,b]
\`\`\`

<!-- gradus
real s
-->

That is 100% <all>.
`;

const render = (format: RenderFormat, isFragment = false) =>
  renderText(TEXT, format, { isFragment, path: 'softmax.md' });

describe('a rendered document', () => {
  it('keeps the prose, the source, and adds the derivation and the verdict', async () => {
    const text = await render('text');
    expect(text).toContain('The *gradient* of the **loss**');
    expect(text).toContain('    onehot y[n, C]');
    expect(text).toContain('  = ŷ[a,b] − y[a,b]\n    proved in ');
    expect(text).toContain(
      'wrong-sign: ∂J/∂z[a,b] = y[a,b] − ŷ[a,b]\n    refuted, as it should be',
    );
    expect(text).toContain('is a minus sign missing?');
    expect(text.indexOf('gradient:')).toBeLessThan(text.indexOf('That is 100%'));
  });

  it('is Markdown that can be checked again', async () => {
    const markdown = await render('markdown');
    expect(markdown).toContain('```gradus\nsize n, C');
    expect(markdown).toMatch(/\*\*gradient\*\* — proved in \d+ steps/);
    expect(await renderText(markdown, 'markdown')).toContain('**gradient** — proved in');
  });

  it('hides what the document hides', async () => {
    expect(await render('text')).not.toContain('real s');
  });

  it('is a complete LaTeX document, or a fragment of one', async () => {
    const latex = await render('latex');
    expect(latex).toMatch(/^\\documentclass/);
    expect(latex).toContain('\\title{Softmax \\& friends}');
    expect(latex).toContain('\\emph{gradient}');
    expect(latex).toContain('\\begin{itemize}\n\\item first');
    expect(latex).toContain('That is 100\\% $<$all$>$.');
    expect(latex.trimEnd().endsWith('\\end{document}')).toBe(true);
    expect(await render('latex', true)).not.toContain('\\documentclass');
  });

  it('has balanced environments and braces, and no character that pdflatex lacks', async () => {
    const latex = await render('latex');
    const open: string[] = [];
    for (const [, kind, name] of latex.matchAll(/\\(begin|end)\{(\w+\*?)\}/g))
      if (kind === 'begin') open.push(name as string);
      else expect(open.pop()).toBe(name);
    expect(open).toEqual([]);
    const braces = latex.replaceAll(/\\[{}]/g, '');
    expect(braces.split('{').length).toBe(braces.split('}').length);
    expect(latex).toMatch(/^[\n -~À-ÿ]*$/);
  });

  it('has only formulas that KaTeX renders', async () => {
    const latex = await render('latex');
    const displays = [...latex.matchAll(/\\begin\{align\*\}[\s\S]*?\\end\{align\*\}/g)];
    expect(displays.length).toBeGreaterThan(0);
    for (const [display] of displays)
      expect(() =>
        katex.renderToString(display, {
          displayMode: true,
          macros: { '\\fitline': '#1' },
          throwOnError: true,
        }),
      ).not.toThrow();
  });

  it('is an HTML page in which everything is escaped', async () => {
    const html = await render('html');
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain('<title>Softmax &#38; friends</title>');
    expect(html).toContain('That is 100% &lt;all&gt;.');
    expect(html).toContain('<a href="https://example.org">the book</a>');
    expect(html).toContain('<math');
    expect(html).not.toContain('<script');
  });

  it('takes no link that runs a script', async () => {
    const html = await renderText('[a](javascript:alert)', 'html');
    expect(html).not.toContain('href');
  });

  it('is the report as JSON', async () => {
    const report = JSON.parse(await render('json')) as { path: string; claims: { name: string }[] };
    expect(report.path).toBe('softmax.md');
    expect(report.claims.map(({ name }) => name)).toEqual(['gradient', 'wrong-sign']);
  });

  it('has the derivation of a display formula below it, and the prose around it', async () => {
    const text =
      'Let\n\n<!-- gradus\npositive u, v\n-->\n\nso\n\n$$\\log(uv)$$\n$$= \\log u + \\log v$$\nand so on.\n';
    const markdown = await renderText(text, 'markdown');
    const order = ['so', '$$= \\log u', '**formula-2** — proved', 'and so on.'];
    const places = order.map((part) => markdown.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(markdown.split('and so on.').length).toBe(2);
  });
});
