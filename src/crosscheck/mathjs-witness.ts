/** mathjs as a witness of a derivative: its `derivative`, evaluated at the values of an instance. */
import { toNumber } from '../term/rational.js';
import { expressionText, variableName } from './expression.js';
import type { Instance } from './instance.js';

/** The value by mathjs. Throws what mathjs throws. */
export async function mathjsValue({ body, by, values }: Instance): Promise<number> {
  const { parse, derivative } = await import('mathjs');
  let node = parse(expressionText(body));
  for (const place of by) node = derivative(node, variableName(place));
  const scope = new Map(values.map((value, place) => [variableName(place), toNumber(value)]));
  return Number(node.evaluate(scope));
}
