/** Puts a derivation into a document, as a calculation in a block of its own at the end. */
import { parseDocument } from '../language/document.js';
import { Arena } from '../term/term.js';
import { annotate } from './annotate.js';
import { checkClaim } from './check-claim.js';
import { type Calculation, DocumentError } from './derive.js';
import { Lemmas } from './lemmas.js';
import { settingsOf } from './options.js';

/**
 * The text with the calculation at its end, each line with its reason. Throws DocumentError when
 * the calculation is not read there as it was meant.
 */
export async function withCalculation(
  text: string,
  name: string,
  { letters, lines }: Calculation,
): Promise<string> {
  const [first = '', ...others] = lines;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' ? '' : text.endsWith('\n') ? newline : newline + newline;
  const rows = [
    '```gradus',
    ...letters,
    ...(letters.length > 0 ? [''] : []),
    `calc ${name}:`,
    `     ${first}`,
    ...others.map((line) => `  == ${line}`),
    '```',
    '',
  ];
  const extended = text + gap + rows.join(newline);
  const { claims, diagnostics } = parseDocument(new Arena(), extended);
  const [error] = diagnostics;
  if (error) throw new DocumentError(error.message, error, error);
  const claim = claims.at(-1);
  if (claim?.name !== name || claim.lines.length !== lines.length)
    throw new DocumentError('the derivation cannot be put at the end of this document');
  const checked = await checkClaim(claim, settingsOf({}), new Lemmas());
  return annotate(extended, [checked]).text;
}

/** A name that no claim of the document has. */
export function freeName(text: string, wanted: string): string {
  const taken = new Set(parseDocument(new Arena(), text).claims.map(({ name }) => name));
  let name = wanted;
  for (let k = 2; taken.has(name); k++) name = `${wanted}-${k}`;
  return name;
}
