/** Paper: LaTeX that pdflatex compiles without overfull lines, and PDF printed by a browser. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium, printPdf } from '../../src/cli/print-pdf.js';
import { renderText } from '../../src/document/render.js';
import { hasBrowser } from '../book/browser.js';
import { temporaryFolder } from './files.js';
import { gradus } from './run-cli.js';

const { path, write } = temporaryFolder();

const hasLatex = spawnSync('pdflatex', ['--version']).status === 0;
if (!hasLatex)
  console.warn(
    'The documents are NOT COMPILED as LaTeX: there is no pdflatex (texlive-latex-base).',
  );

const documents = ['proofs', 'proofs/refuted', 'proofs/styles'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`),
);

const DISPLAYS = `# Displays

\`\`\`gradus
real x, y
\`\`\`

$$
\\begin{aligned} x + y &= y + x \\\\ &= 1 y + x \\end{aligned}
$$

\`\`\`
a program with ${'a very long line '.repeat(20)}
    --and what is within it
\`\`\`
`;

describe('a document in LaTeX', { timeout: 600_000 }, () => {
  it('has inner environments in a display, and programs that end at the margin', async () => {
    const latex = await renderText(DISPLAYS, 'latex');
    expect(latex).toMatch(/\\\[\n\\begin\{aligned\}[\s\S]*?\\end\{aligned\}\n\\\]/);
    expect(latex).toContain('\\hangindent=4em \\mbox{}a program with a very long line');
    expect(latex).toContain('\\mbox{}~~~~-{}-and what');
    const open = [...latex.matchAll(/\\(begin|end)\{([\w*]+)\}/g)].map(([, way, name]) => [
      way,
      name,
    ]);
    expect(open.filter(([way]) => way === 'begin')).toHaveLength(open.length / 2);
  });

  it('makes a long line as narrow as the page, also in a document of somebody else', async () => {
    const terms = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `${letter}_1*${letter}_2`);
    const names = terms.flatMap((term) => term.split('*'));
    const text = `\`\`\`gradus\nreal ${names.join(', ')}\ncalc c:\n  ${terms.join(' + ')}\n  == ${terms.reverse().join(' + ')}\n\`\`\`\n`;
    const whole = await renderText(text, 'latex');
    expect(whole.split('\\fitline{')).toHaveLength(3);
    expect(whole).toContain('\\newcommand{\\fitline}');
    const part = await renderText(text, 'latex', { isFragment: true });
    expect(part).toContain('\\providecommand{\\fitline}[1]{#1}');
  });
});

describe.skipIf(!hasLatex)('every document of proofs/', { timeout: 600_000 }, () => {
  it.each(documents)(
    'compiles with pdflatex, every line within the margins: %s',
    async (document) => {
      const text = readFileSync(document, 'utf8');
      const latex = await renderText(text, 'latex', { timeLimit: 120, path: document });
      const file = write(`latex/${document.replaceAll('/', '-')}.tex`, latex);
      const { status, stdout } = spawnSync(
        'pdflatex',
        ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', basename(file)],
        { cwd: path('latex'), encoding: 'latin1', timeout: 100_000 },
      );
      expect(stdout.match(/^(?:!|Overfull).*/gm) ?? []).toEqual([]);
      expect(status).toBe(0);
    },
  );
});

describe('gradus render --to pdf', { timeout: 600_000 }, () => {
  const document = write('one.md', '# One\n\n```gradus\nreal x\nclaim c: x + x == 2*x\n```\n');

  it.skipIf(!hasBrowser)('prints a document', async () => {
    const { code, out, err } = await gradus('render', document, '--to', 'pdf', '-o', path('pdf'));
    expect([code, out, err]).toEqual([0, '', `${path('pdf/one.pdf')}\n`]);
    expect(readFileSync(path('pdf/one.pdf')).toString('latin1')).toMatch(
      /^%PDF-1\.\d[\s\S]*%%EOF\s*$/,
    );
    expect(readdirSync(path('pdf'))).toEqual(['one.pdf']);
  });

  it('is not for a terminal', async () => {
    const { code, err } = await gradus('render', document, '--to', 'pdf');
    expect([code, err]).toEqual([
      2,
      'error a PDF is not for a terminal\n    name a folder for it: -o DIR\n',
    ]);
  });

  it('says what is missing, and how to get it, where there is no browser', async () => {
    expect(() => findChromium({ PATH: path('') })).toThrow(/there is none on the PATH/);
    expect(() => findChromium({ CHROMIUM_PATH: path('none') })).toThrow(/names no program/);
    process.env.CHROMIUM_PATH = path('none');
    const { code, err } = await gradus('render', document, '--to', 'pdf', '-o', path('never'));
    delete process.env.CHROMIUM_PATH;
    expect([code, err]).toEqual([2, expect.stringContaining('install the package chromium')]);
    expect(existsSync(path('never'))).toBe(false);
  });

  it('finds a browser on the PATH by any of its names', () => {
    chmodSync(write('bin/google-chrome', '#!/bin/sh\n'), 0o755);
    expect(findChromium({ PATH: path('bin') })).toBe(path('bin/google-chrome'));
  });

  it('says so when the browser prints nothing', async () => {
    const silent = write('bin/silent', '#!/bin/sh\necho broken >&2\nexit 1\n');
    chmodSync(silent, 0o755);
    await expect(printPdf('<p>x</p>', silent)).rejects.toThrow(`${silent} printed no PDF: broken`);
  });
});
