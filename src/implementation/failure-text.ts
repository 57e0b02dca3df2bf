/** A failure of an implementation, in words. */
import type { Failure, FunctionReport } from './report.js';

/** Characters of an array that are shown. */
const MOST = 160;

/** Where it fails, by families. */
export function failingText({ failures, trials, families }: FunctionReport): string {
  const where = families
    .filter((family) => family.failures > 0)
    .map((family) => `${family.name} ${family.failures}/${family.trials}`);
  return `fails in ${failures} of ${trials} trials: ${where.join(', ')}`;
}

/** `gradient[1,2]` */
export const entryText = (name: string, { entry }: Failure): string =>
  entry ? `${name}[${entry.join(',')}]` : name;

/** By how much the entry is wrong; undefined where it is no finite number. */
export function errorText({ ulps, factor }: Failure): string | undefined {
  if (ulps === undefined) return undefined;
  const times = factor === undefined ? '' : `, ${short(factor)} times what is right`;
  return `off by ${ulpsText(ulps)}${times}`;
}

/** What the function was given. */
export function givenText({ given }: Failure): string {
  const values = Object.entries(given.data).map(
    ([symbol, value]) => `${symbol} = ${valueText(value, given.shapes[symbol] ?? [])}`,
  );
  return `at ${values.join(', ')}`;
}

export function ulpsText(ulps: number): string {
  if (ulps < 100) return `${Number(ulps.toFixed(1))} ulps`;
  return ulps < 1e6 ? `${Math.round(ulps)} ulps` : `${ulps.toExponential(0)} ulps`;
}

const short = (value: number): string => String(Number(value.toPrecision(6)));

function valueText(value: number | ArrayLike<number>, shape: readonly number[]): string {
  if (typeof value === 'number') return String(value);
  let next = 0;
  const rows = (depth: number): string =>
    depth === shape.length
      ? String(value[next++]).replace('Infinity', '∞').replace('-', '−')
      : `[${Array.from({ length: shape[depth] ?? 0 }, () => rows(depth + 1)).join(', ')}]`;
  const text = rows(0);
  return text.length > MOST ? `${text.slice(0, MOST)} …` : text;
}
