/** Vocabulary of the language tests: a document's context, terms as nested words, diagnostics. */
import type { Context } from '../../src/kernel/context.js';
import { type Document, parseDocument } from '../../src/language/document.js';
import { parseExpression } from '../../src/language/expression.js';
import { diagnosticText, LanguageError } from '../../src/language/language-error.js';
import { rationalText } from '../../src/term/rational.js';
import { Arena, type Term } from '../../src/term/term.js';

/** The statements as a document of one block; line 1 is the fence. */
export const documentOf = (statements: string, arena = new Arena()): Document =>
  parseDocument(arena, `\`\`\`gradus\n${statements}\n\`\`\`\n`);

/** The context of some statements. Throws when they have a mistake. */
export function contextOf(statements: string): Context {
  const { context, diagnostics } = documentOf(statements);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(diagnosticText).join('\n'));
  return context;
}

/** What is declared in most tests. */
export const SOFTMAX = `
size n, C
real z[n, C], W[n, n], v[n], u[0..n-1]
real a, b, x
onehot y[n, C]
label t[n] in 1..C
label s in 1..C
integer k0 >= 0
index i in 1..n, c in 1..C
function f(real)
let yhat[i,c] = exp(z[i,c]) / sum(k in 1..C, exp(z[i,k]))
let J = -sum(i, sum(c, y[i,c]*log(yhat[i,c])))
let H(p, q) = -sum(k in 1..C, p[k]*log(q[k]))
`;

/** The diagnostics of some statements, one a line, without their places' block offset. */
export const mistakesIn = (statements: string): string[] =>
  documentOf(statements).diagnostics.map(diagnosticText);

/** The error of an expression as one line. */
export function refusalOf(context: Context, text: string): string {
  try {
    parseExpression(context, text);
  } catch (error) {
    if (error instanceof LanguageError) return diagnosticText(error);
    throw error;
  }
  throw new Error(`${text} was read without an error`);
}

/** `(add a (mul 2 b))`: a term as nested words; #0 is the innermost bound index. */
export function words(term: Term): string {
  if (term.value) return rationalText(term.value);
  if (term.op === 'sym') return term.name;
  if (term.op === 'bound') return `#${term.index}`;
  const head = term.name === '' ? term.op : `${term.op}:${term.name}`;
  return term.args.length === 0 ? head : `(${[head, ...term.args.map(words)].join(' ')})`;
}
