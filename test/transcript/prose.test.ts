import { describe, expect, it } from 'vitest';
import { type Prose, readInline, readProse } from '../../src/transcript/prose.js';
import { htmlMath, htmlProse } from '../../src/transcript/prose-html.js';
import { latexProse } from '../../src/transcript/prose-latex.js';

describe('prose', () => {
  it.each<[string, Prose['kind'][]]>([
    ['# Title\ntext\nmore', ['heading', 'paragraph']],
    ['one\n\ntwo', ['paragraph', 'paragraph']],
    ['- a\n- b\n  more of b\n\n1. c', ['list', 'list']],
    ['> quoted\n> lines', ['quotation']],
    ['```js\n# no heading\n```\ntext', ['code', 'paragraph']],
    ['$$\nx = 1\n$$\n\\[ y \\]', ['display', 'display']],
    ['<!-- nothing\nto see -->\ntext', ['paragraph']],
    ['$$ never closed', ['display']],
    ['text\n\\begin{align*}\nx &= 1\n\\end{align*}\nmore', ['paragraph', 'display', 'paragraph']],
    ['\\begin{equation} never closed', ['display']],
    ['```math\nx = 1\n```', ['display']],
    ['', []],
  ])('%j is read', (text, kinds) => {
    expect(readProse(text).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('joins the lines of an item', () => {
    const [list] = readProse('- a\n  b\n- c');
    expect(list).toMatchObject({ isOrdered: false, items: [[{ text: 'a b' }], [{ text: 'c' }]] });
  });

  it('has emphasis, code, mathematics and links in its lines', () => {
    expect(
      readInline('a `b*c*` **d** *e* _f_ $g_1$ \\(h\\) [i](j.md) k_l_m').map((p) => p.kind),
    ).toEqual([
      'text',
      'code',
      'text',
      'strong',
      'text',
      'emphasis',
      'text',
      'emphasis',
      'text',
      'math',
      'text',
      'math',
      'text',
      'link',
      'text',
    ]);
  });

  it('takes no price for a formula', () => {
    const kinds = (text: string): string[] => readInline(text).map((p) => p.kind);
    expect(kinds('it costs $5 or $6')).toEqual(['text']);
    expect(kinds('a $ b $ c')).toEqual(['text']);
    expect(kinds('$x$ costs $y$')).toEqual(['math', 'text', 'math']);
  });

  it('loses no text, whatever it holds', () => {
    const texts = ['a * b', '**', '$', '[x](', '`', '2 < 3 & 4', '_a', '\\(x'];
    for (const text of texts)
      expect(
        readInline(text)
          .map((p) => p.text)
          .join(''),
      ).toBe(text);
  });

  it('is read in time that grows with its length alone', () => {
    const start = performance.now();
    for (const hard of [
      '*'.repeat(50_000),
      '['.repeat(50_000),
      '\\('.repeat(20_000),
      '_ '.repeat(20_000),
    ])
      readInline(hard);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('prose in LaTeX', () => {
  it('keeps its structure', () => {
    expect(latexProse('# A & B\n\n1. *x*\n\n> `c_d`')).toBe(
      '\\section*{A \\& B}\n\n\\begin{enumerate}\n\\item \\emph{x}\n\\end{enumerate}\n\n' +
        '\\begin{quote}\n\\texttt{c\\_d}\n\\end{quote}',
    );
  });

  it('keeps program text line for line', () => {
    expect(latexProse('```\na  b\n--c\n```')).toBe(
      [
        '{\\raggedright\\small\\ttfamily\\setlength{\\parskip}{0pt}',
        '\\hangindent=4em \\mbox{}a\\ \\ b\\par',
        '\\hangindent=4em \\mbox{}-{}-c\\par',
        '}',
      ].join('\n'),
    );
  });
});

describe('prose in HTML', () => {
  it('escapes what is not its own', () => {
    expect(htmlProse('## <b> & "c"')).toBe('<h2>&lt;b&gt; &amp; &quot;c&quot;</h2>');
    expect(htmlProse('`<i>`')).toBe('<p><code>&lt;i&gt;</code></p>');
  });

  it('has formulas as MathML, and one that KaTeX cannot read as text', () => {
    expect(htmlMath('x^2', false)).toContain('<math');
    expect(htmlMath('\\nonsense{<b>}', true)).toBe('<code>\\nonsense{&lt;b&gt;}</code>');
    expect(htmlMath('\\href{javascript:alert(1)}{x}', false)).not.toContain('href="javascript');
  });
});
