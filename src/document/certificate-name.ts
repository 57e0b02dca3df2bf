/** The names of certificates. */
import type { Claim, Line } from '../language/claim.js';

/** The claim's name, its signs as hyphens; of a calculation, with the number of the line. */
export const certificateName = ({ name, form, lines }: Claim, line: Line): string =>
  `${name.replace(/[^\p{L}\p{N}.-]/gu, '-')}${form === 'calc' ? `.${lines.indexOf(line) + 1}` : ''}`;
