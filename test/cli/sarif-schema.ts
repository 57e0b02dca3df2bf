/** The schema of SARIF 2.1.0. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import draft4 from 'ajv-draft-04';
import formats from 'ajv-formats';

const ajv = new draft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv as never);
const schema = readFileSync(resolve(import.meta.dirname, 'sarif-2.1.0.schema.json'), 'utf8');
const validate = ajv.compile(JSON.parse(schema) as object);

/** What the schema finds fault with; null for a valid log. */
export function sarifFaults(log: unknown): readonly object[] | null {
  validate(log);
  return validate.errors ?? null;
}
