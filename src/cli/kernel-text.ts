/** The report on an implementation, for people. */
import type { Failure, FunctionReport, KernelReport } from '../implementation/report.js';
import type { Style } from './style.js';

/** Characters of an array that are shown. */
const MOST = 160;

export function kernelText(report: KernelReport, style: Style): string {
  const { module, against, statement, functions, element, seed } = report;
  const width = Math.max(...functions.map(({ name }) => name.length));
  const lines = [
    module,
    style.dim(`  against ${against}, which is proved: ${statement}`),
    ...functions.flatMap((each) => functionLines(each, width, style)),
    style.dim(`  ${element} · at most ${report.ulps} ulps · seed ${seed}`),
  ];
  return `${lines.join('\n')}\n`;
}

function functionLines(report: FunctionReport, width: number, style: Style): string[] {
  const { name, trials, failures, examples, worstUlps, families } = report;
  const isRight = failures === 0 && trials > 0;
  const mark = isRight ? style.green('✓') : style.red('✗');
  const head = `  ${mark} ${name.padEnd(width)}  `;
  if (trials === 0) return [`${head}was not judged: no trial of the context was found`];
  if (isRight)
    return [`${head}right in ${trials} trials · the worst entry is off by ${ulpsText(worstUlps)}`];
  const where = families
    .filter((family) => family.failures > 0)
    .map((family) => `${family.name} ${family.failures}/${family.trials}`);
  return [
    `${head}fails in ${failures} of ${trials} trials: ${where.join(', ')}`,
    ...examples.flatMap((failure) => failureLines(name, failure, style)),
  ];
}

function failureLines(name: string, failure: Failure, style: Style): string[] {
  const { given, message, entry, ulps, factor } = failure;
  const place = entry ? `[${entry.join(',')}]` : '';
  const lines = [`      ${style.red(`${name}${place}`)} ${message}`];
  if (ulps !== undefined) {
    const times = factor === undefined ? '' : `, ${short(factor)} times what is right`;
    lines.push(`        off by ${ulpsText(ulps)}${times}`);
  }
  const values = Object.entries(given.data).map(
    ([symbol, value]) => `${symbol} = ${valueText(value, given.shapes[symbol] ?? [])}`,
  );
  lines.push(style.dim(`        at ${values.join(', ')}`));
  return lines;
}

function ulpsText(ulps: number): string {
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
