// Every formula of the four seeds, in display or inside the text, means what it should: the table
// in seed-formulas.txt gives each in the plain language, or says that it makes no claim.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../src/language/document.js';
import { readDisplay } from '../../../src/language/latex/display.js';
import { parseFormula } from '../../../src/language/latex/formula.js';
import { printText } from '../../../src/language/print-text.js';
import { Scope } from '../../../src/language/scope.js';
import { Arena } from '../../../src/term/term.js';

interface SeedFormula {
  readonly id: string;
  readonly kind: 'display' | 'inline';
  readonly latex: string;
}

const formulas: readonly SeedFormula[] = JSON.parse(
  readFileSync(new URL('seed-formulas.json', import.meta.url), 'utf8'),
);

/** What the texts mention besides what their contexts declare. */
const FURTHER: Readonly<Record<string, readonly [context: string, more: string]>> = {
  '000': [
    '000-categorical',
    'size d\nreal x[N, d]\nfunction g(real)\nnotation f_\\theta(x^{(i)}) = z[i,:]',
  ],
  '001': [
    '001-maximum-likelihood',
    `size d
real x[N, d], beta[0..C]
let posterior = L
notation \\theta = q
notation \\hat{\\theta} = q
notation D = y
notation \\mathcal{D} = y
notation 1_{x==i} = [t == i]
notation p(\\theta | \\mathcal{D}) = posterior
notation p(y|x) = p[t]
notation p(y|x^{(i)}) = p[t]
notation q(y|x; \\theta) = p[t]`,
  ],
  '002': ['002-cross-entropy', ''],
};

const backgrounds = new Map(
  Object.entries(FURTHER).map(([seed, [path, more]]) => {
    const arena = new Arena();
    const given = parseDocument(arena, readFileSync(`proofs/seeds/${path}.context.md`, 'utf8'));
    const { background, diagnostics } = parseDocument(arena, `\`\`\`gradus\n${more}\n\`\`\``, {
      background: given.background,
    });
    expect(diagnostics).toEqual([]);
    return [seed, background];
  }),
);

const SIGNS = { eq: '==', le: '<=', lt: '<', ge: '>=', gt: '>' } as const;

/** The meaning of a formula in the plain language. */
function meaningOf({ id, latex }: SeedFormula): string {
  const background = backgrounds.get(id.slice(0, 3));
  if (!background) throw new Error(`no context for ${id}`);
  const setting = { ...background, text: latex };
  const extent = { start: 0, end: latex.length, line: 1, column: 1 };
  const { claims, unclaimed, errors } = readDisplay(setting, extent);
  const claimed = claims.map(({ lines, context }) =>
    lines
      .map(({ term, relation }) => {
        const text = printText(term, { context });
        return relation ? `${SIGNS[relation]} ${text}` : text;
      })
      .join(' '),
  );
  const refused = errors.map(({ message }) => `error: ${message}`);
  const others = unclaimed.map(({ reason }) => reason);
  const only = others.length === 1 && claimed.length === 0 && others[0] === 'it states no relation';
  if (!only) return [...claimed, ...others.map((reason) => `(${reason})`), ...refused].join('  ');
  try {
    const { context, notations } = background;
    return printText(parseFormula(new Scope(context), latex, notations), { context });
  } catch (error) {
    return `no value: ${(error as Error).message}`;
  }
}

const table = new Map(
  readFileSync(new URL('seed-formulas.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', meaning = ''] = line.split('\t');
      return [id, meaning];
    }),
);

describe('a formula of the seeds', () => {
  test('the table has all 23 displays and all 65 inside the text', () => {
    expect(formulas.filter(({ kind }) => kind === 'display')).toHaveLength(23);
    expect(formulas.filter(({ kind }) => kind === 'inline')).toHaveLength(65);
    expect([...table.keys()]).toEqual(formulas.map(({ id }) => id));
  });

  test.each(formulas)('$id $latex', (formula) => {
    expect(meaningOf(formula)).toBe(table.get(formula.id));
  });
});
