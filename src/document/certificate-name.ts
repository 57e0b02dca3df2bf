/** The names of certificates. */
import type { Claim, Line } from '../language/claim.js';

/** The claim's name; of a calculation, with the number of the line. */
export const certificateName = ({ name, form, lines }: Claim, line: Line): string =>
  form === 'calc' ? `${name}.${lines.indexOf(line) + 1}` : name;
