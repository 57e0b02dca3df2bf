/** nerdamer as a witness of a derivative: its `diff`, evaluated at the values of an instance. */
import { rationalText } from '../term/rational.js';
import { expressionText, variableName } from './expression.js';
import { type Instance, Unsupported } from './instance.js';

/** Longest text that nerdamer is given: its time grows fast with the length. */
const MAX_LENGTH = 2500;

/** The value by nerdamer. Throws Unsupported, and what nerdamer throws. */
export async function nerdamerValue({ body, by, values }: Instance): Promise<number> {
  const text = expressionText(body);
  if (text.length > MAX_LENGTH) throw new Unsupported('an expression of this length');
  const { default: nerdamer } = await import('nerdamer');
  await import('nerdamer/Calculus.js');
  let expression = nerdamer(text);
  for (const place of by) expression = nerdamer.diff(expression, variableName(place));
  const scope = Object.fromEntries(
    values.map((value, place) => [variableName(place), rationalText(value)]),
  );
  return Number(expression.evaluate(scope).text('decimals'));
}
