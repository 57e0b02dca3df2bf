/** nerdamer as a witness of a derivative: its `diff`, evaluated at the values of an instance. */
import { rationalText } from '../term/rational.js';
import { expressionText, variableName } from './expression.js';
import { type Instance, Unsupported } from './instance.js';

/** Longest text that nerdamer is given: its time grows fast with the length. */
const MAX_LENGTH = 2500;

/** What is used of nerdamer; its own declarations leave the arguments of diff out. */
interface Nerdamer {
  (text: string): Quantity;
  diff(quantity: Quantity, name: string): Quantity;
}

interface Quantity {
  evaluate(values: Readonly<Record<string, string>>): Quantity;
  text(form: 'decimals'): string;
}

/** nerdamer with its calculus, loaded when it is first asked. */
async function loadNerdamer(): Promise<Nerdamer> {
  const { default: nerdamer } = await import('nerdamer');
  await import('nerdamer/Calculus.js');
  return nerdamer as unknown as Nerdamer;
}

/** The value by nerdamer. Throws Unsupported, and what nerdamer throws. */
export async function nerdamerValue({ body, by, values }: Instance): Promise<number> {
  const text = expressionText(body);
  if (text.length > MAX_LENGTH) throw new Unsupported('an expression of this length');
  const nerdamer = await loadNerdamer();
  let quantity = nerdamer(text);
  for (const place of by) quantity = nerdamer.diff(quantity, variableName(place));
  const scope = Object.fromEntries(
    values.map((value, place) => [variableName(place), rationalText(value)]),
  );
  return Number(quantity.evaluate(scope).text('decimals'));
}
