/**
 * Scalar expressions without indices: what is left of a term in one model when its sums and
 * products are written out. Variables are numbered, so that no name of a document ever reaches
 * another system's parser.
 */

export type Expression =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'variable'; readonly place: number }
  | {
      readonly kind: 'add' | 'sub' | 'mul' | 'div' | 'pow';
      readonly parts: readonly [Expression, Expression];
    }
  | { readonly kind: 'neg' | 'exp' | 'log' | 'sqrt' | 'abs' | 'tanh'; readonly part: Expression };

export const number = (text: string): Expression => ({ kind: 'number', text });

export const binary = (
  kind: 'add' | 'sub' | 'mul' | 'div' | 'pow',
  left: Expression,
  right: Expression,
): Expression => ({ kind, parts: [left, right] });

export const unary = (
  kind: 'neg' | 'exp' | 'log' | 'sqrt' | 'abs' | 'tanh',
  part: Expression,
): Expression => ({ kind, part });

/** The name of a variable in every other system: x1, x2, … */
export const variableName = (place: number): string => `x${place + 1}`;

const SIGNS = { add: '+', sub: '-', mul: '*', div: '/', pow: '^' } as const;

/** The expression in the notation that mathjs and nerdamer share, with every operation in parentheses. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return `(${expression.text})`;
    case 'variable':
      return variableName(expression.place);
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
    case 'pow': {
      const [left, right] = expression.parts.map(expressionText);
      return `(${left}${SIGNS[expression.kind]}${right})`;
    }
    case 'neg':
      return `(-${expressionText(expression.part)})`;
    default:
      return `${expression.kind}(${expressionText(expression.part)})`;
  }
}
