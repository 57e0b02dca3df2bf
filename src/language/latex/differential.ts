/** The differential that ends an integral. */
import type { FormulaReader } from './formula-reader.js';

/** `\mathrm{d}x` and `dx` end the integral over x. */
export function endsIntegral(reader: FormulaReader): boolean {
  const open = reader.setting.differentials.at(-1);
  const { atom } = reader;
  if (open === undefined || atom.text !== 'd' || atom.sub || atom.sup) return false;
  return reader.peek().text === open;
}
