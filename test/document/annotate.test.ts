import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/document/annotate.js';
import { examineDocument } from '../../src/document/check.js';
import { freeName, withCalculation } from '../../src/document/insert.js';

const DOCUMENT = `# Prose with   odd  spaces\t
\`\`\`gradus
positive u, v   # declared
let d = u*v
calc c:
     log(d)
  == log(u*v)       # after it, a comment
  == log(u) +
       log(v)
  == log(v) + log(u)     by algebra
  == 2*log(u)            # wrong
\`\`\`
last line without an end`;

async function annotated(text: string): Promise<{ text: string; count: number }> {
  const { claims } = await examineDocument(text, 'a.md');
  return annotate(text, claims);
}

/** What was put in, and the rest. */
function insertions(before: string, after: string): string[] {
  const found: string[] = [];
  let at = 0;
  for (let k = 0; k < after.length; ) {
    const added = after[k] === before[at] ? undefined : / {2}by [^#\r\n]*?(?= {2,}#|\r|\n)/y;
    if (!added) {
      at++;
      k++;
      continue;
    }
    added.lastIndex = k;
    const [text = ''] = added.exec(after) ?? [];
    if (text === '') throw new Error(`changed at ${k}: ${after.slice(k, k + 40)}`);
    found.push(text);
    k += text.length;
  }
  expect(at).toBe(before.length);
  return found;
}

describe('annotations', () => {
  it.each([
    ['as it is', DOCUMENT],
    ['with CRLF', DOCUMENT.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${DOCUMENT}`],
    ['in a quotation', DOCUMENT.replace(/^/gm, '> ')],
    ['after astral letters', `𝔸𝔹 ${DOCUMENT}`],
  ])('stand at proved lines without a reason, and leave all else: %s', async (_how, text) => {
    const { text: after, count } = await annotated(text);
    expect(count).toBe(2);
    expect(after.match(/ {2}by [^#\r\n]*/g)?.map((by) => by.trim())).toEqual([
      'by d',
      'by log-mul',
      'by algebra',
    ]);
    const without = after.replace('  by d', '').replace('  by log-mul', '');
    expect(without).toBe(text);
  });

  it('are right reasons: the annotated text is checked alike, and has nothing to add', async () => {
    const { text } = await annotated(DOCUMENT);
    expect((await annotated(text)).count).toBe(0);
    const { report } = await examineDocument(text, 'a.md');
    const steps = report.claims[0]?.steps ?? [];
    expect(steps.map(({ verdict }) => verdict)).toEqual(['proved', 'proved', 'proved', 'refuted']);
    expect(steps.filter(({ wrongReason, note }) => wrongReason ?? note)).toEqual([]);
  });

  it('name all rules of a jump, hypotheses and earlier claims', async () => {
    const text = `\`\`\`gradus
positive u, v
real s, t
assume same: s == t
calc jump:
  log(u*v^2)
  == log(u) + 2*log(v)
calc given:
  s*2 + exp(s)
  == t*2 + exp(t)
\`\`\`
`;
    const { text: after } = await annotated(text);
    expect(insertions(text, after)).toEqual(['  by log-mul, log-pow', '  by same']);
  });

  it('are not made in a document that cannot be read', async () => {
    const text = DOCUMENT.replace('let d = u*v', 'let d = u*w');
    expect(await annotated(text)).toEqual({ text, count: 0 });
  });
});

describe('annotations of a display formula', () => {
  const ALIGNED = `<!-- gradus
positive u, v
-->
$$
\\begin{aligned}
  \\log(uv) &= \\log u + \\log v, \\\\
    &= \\log v + \\log u
\\end{aligned}
$$

$$\\log(uv) = \\log u + \\log v$$

$$\\begin{split} \\log(uv) &= \\log u + \\log v \\end{split}$$

\`\`\`gradus
calc c:
  log(u*v)
  == log(u) + log(v)
\`\`\`
`;

  it.each([
    ['as it is', ALIGNED],
    ['with CRLF', ALIGNED.replaceAll('\n', '\r\n')],
    [
      'in a quotation',
      ALIGNED.replace(/\$\$[\s\S]*?\$\$/, (display) => display.replace(/^/gm, '> ')),
    ],
  ])(
    'stand in a column of their own, in alignments alone, and leave all else: %s',
    async (_how, text) => {
      const { text: after, count } = await annotated(text);
      expect(count).toBe(3);
      const added = [' && \\text{(by log-mul)}', ' && \\text{(by algebra)}', '  by log-mul'];
      expect(after).toContain(`\\log v,${added[0]} \\\\`);
      expect(added.reduce((rest, each) => rest.replace(each, ''), after)).toBe(text);
    },
  );

  it('are right reasons, and nothing is added twice', async () => {
    const { text } = await annotated(ALIGNED);
    expect((await annotated(text)).count).toBe(0);
    const { report } = await examineDocument(text, 'a.md');
    expect(report.errors).toBeUndefined();
    const steps = report.claims.flatMap((claim) => claim.steps ?? []);
    expect(steps.map(({ verdict, note }) => [verdict, note])).toEqual(
      steps.map(() => ['proved', undefined]),
    );
  });
});

describe('a derivation in a document', () => {
  const BASE = '# Notes\n\n```gradus\nreal x\n```\n';

  it('is a block at the end, with its reasons; the text before it stays', async () => {
    const lines = ['(x + 1)^2 - 1', 'x^2 + 2*x'];
    const text = await withCalculation(BASE, 'square', { letters: [], lines });
    expect(text).toBe(
      `${BASE}\n\`\`\`gradus\ncalc square:\n     (x + 1)^2 - 1\n  == x^2 + 2*x  by algebra\n\`\`\`\n`,
    );
  });

  it('keeps the line breaks of the document, and declares its own letters', async () => {
    const crlf = BASE.replaceAll('\n', '\r\n').trimEnd();
    const calculation = { letters: ['index k in 1..3'], lines: ['x*k', 'k*x'] };
    const text = await withCalculation(crlf, 'c', calculation);
    expect(text.startsWith(crlf)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain(
      'index k in 1..3\r\n\r\ncalc c:\r\n     x*k\r\n  == k*x  by algebra\r\n',
    );
  });

  it('is refused where it would not be read', async () => {
    const calculation = { letters: [], lines: ['x', 'y'] };
    await expect(withCalculation(BASE, 'c', calculation)).rejects.toThrow('y is not declared');
    await expect(withCalculation('```gradus\nreal x\n', 'c', calculation)).rejects.toThrow();
  });

  it('gets a name that is free', () => {
    expect(freeName('```gradus\nclaim a: 1 == 1\nclaim a-2: 1 == 1\n```\n', 'a')).toBe('a-3');
    expect(freeName('', 'a')).toBe('a');
  });
});
