/** Every formula on every page of a book is read aloud in words. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Book, makeBook } from '../../src/book/book.js';
import { temporaryFolder } from '../cli/files.js';
import { GRADIENT, HOSTILE } from './given.js';

/** Prose with formulas that read as mathematics of the document, and with others. */
const PROSE = String.raw`# The loss $J$ and a rate $\eta$

A score is any $z_{ic} \in \mathbb{R}$; the gradient is $\hat y_{ic} - y_{ic}$, and (\eta) is no
formula, but \(\alpha_0\) is one.

$$
\theta_{t+1} = \theta_t - \eta \nabla_\theta J \tag{1}
$$

\newcommand{\norm}[1]{\lVert #1 \rVert} \newcommand{\loss}{J}

By names of the author's own, $\loss$ and $\norm{\theta}$.

~~~latex
\newcommand{\kept}{as it is}
~~~

- an item with $\Pr(y \mid x; \theta) \sim \mathcal{N}(0, \Sigma)$
- one that cannot be set, $\undefined{x}$

> a quotation with $\underset{w}{\operatorname{argmin}}\; \lVert w \rVert_2^2$

${'```'}gradus
size n, C
real z[n, C]
onehot y[n, C]
index i in 1..n, c in 1..C, a in 1..n, b in 1..C
let yhat[i,c] = exp(z[i,c]) / sum(k in 1..C, exp(z[i,k]))
let J = -sum(i, sum(c, y[i,c]*log(yhat[i,c])))
${'```'}

\begin{align}
\frac{\partial J}{\partial z_{ab}} &= \hat y_{ab} - y_{ab} \\
\sum_{c=1}^{C} y_{ac} &= 1 \label{eq:rows}
\end{align}

<!-- gradus: skip -->
$$
\begin{cases} 1 & \text{if } x \backslash y \\ 0 & \text{otherwise} \end{cases}
$$
`;

const { path, write } = temporaryFolder();
write('documents/01.md', PROSE);
write('documents/02.md', GRADIENT);
write('documents/more/03.md', HOSTILE);

let book: Book;
beforeAll(async () => {
  book = await makeBook(path('documents'), { timeLimit: 120 });
}, 600_000);

const ATTRIBUTES = String.raw`((?:\s[\w-]+=(?:"[^"]*"|[^\s">]+))*)`;
const FORMULA = new RegExp(`<math${ATTRIBUTES}>|<code role="math"${ATTRIBUTES}>`, 'g');

/** The labels of a text's formulas; undefined for one without. */
const labelsOf = (html: string): (string | undefined)[] =>
  [...html.matchAll(FORMULA)].map(
    ([, math, code]) => / aria-label="([^"]*)"/.exec(math ?? code ?? '')?.[1],
  );

/** What pages show at once, and what exercises show when they are opened. */
function texts(): [string, string][] {
  const exercises = [...book.scripts].filter(([name]) => name.includes('exercises/'));
  return [
    ...book.pages,
    ...exercises.map(([name, script]): [string, string] => {
      const [, json = ''] = /^gradus\.exercises\("[^"]*", (.*)\);$/m.exec(script) ?? [];
      return [name, (JSON.parse(json) as { pieces: string[] }).pieces.join('\n')];
    }),
  ];
}

describe('the formulas of a book', () => {
  it('are labelled in words, without a backslash', () => {
    let total = 0;
    for (const [name, text] of texts()) {
      const labels = labelsOf(text);
      total += labels.length;
      expect([name, labels.length]).toEqual([name, text.match(/<math|role="math"/g)?.length ?? 0]);
      for (const label of labels) {
        expect([name, label]).toEqual([name, expect.stringMatching(/[\p{L}\p{N}]/u)]);
        expect([name, label]).toEqual([name, expect.not.stringContaining('\\')]);
      }
    }
    expect(total).toBeGreaterThan(600);
  });

  it('are all labelled: none is shown to the eyes alone', () => {
    for (const [name, text] of texts())
      expect([name, text.match(/<i class=(?:katex>|"katex row")/g)?.length ?? 0]).toEqual([
        name,
        text.match(/<math/g)?.length ?? 0,
      ]);
  });

  it('are spoken as what they mean in their document, or else as they are written', () => {
    const labels = labelsOf(book.pages.get('01.html') ?? '');
    for (const label of [
      'J',
      'eta',
      'z sub i c in the real numbers',
      'y hat sub i c minus y sub i c',
      'alpha sub 0',
      'the derivative of J by z sub a b equals y hat sub a b minus y sub a b; the sum over c from 1 to C of y sub a c equals 1',
      'theta sub t plus 1, end of subscript, equals theta sub t minus eta nabla sub theta J (1)',
      'argmin over w of double bar w double bar sub 2 squared',
      'a formula that cannot be set: undefined{x}',
    ])
      expect(labels).toContain(label);
  });

  it('may use macros, whose definitions are not shown', () => {
    const html = book.pages.get('01.html') ?? '';
    expect(html).toMatch(/By names of the author&#39;s own, <i class=katex><math aria-label="J">/);
    expect(labelsOf(html)).toContain('double bar theta double bar');
    expect(html.replace(/<details class="source">.*?<\/details>/gs, '')).not.toContain('{\\loss}');
    expect(html).toContain('\\newcommand{\\kept}{as it is}');
  });

  it('are spoken in titles, wherever these stand', () => {
    const title = /<a href="01\.html">.*?<\/a>/s.exec(book.pages.get('index.html') ?? '')?.[0];
    expect(labelsOf(title ?? '')).toEqual(['J', 'eta']);
  });

  it('are spoken in exercises as in the chapter', () => {
    const page = book.pages.get('02.exercises.html') ?? '';
    expect(labelsOf(page)).toContain(
      'the derivative of J by z sub a b equals y hat sub a b minus y sub a b',
    );
  });

  it('escape what is planted in them', () => {
    const labels = labelsOf(book.pages.get('more/03.html') ?? '').join('\n');
    expect(labels).toContain('is less than i m g s r c equals x o n e r r o r equals &quot;');
    expect(labels).not.toMatch(/[<>]/);
  });
});
