/** The report on an implementation, for people. */
import {
  entryText,
  errorText,
  failingText,
  givenText,
  ulpsText,
} from '../implementation/failure-text.js';
import type { Failure, FunctionReport, KernelReport } from '../implementation/report.js';
import type { Style } from './style.js';

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
  const { name, trials, failures, examples, worstUlps } = report;
  const isRight = failures === 0 && trials > 0;
  const mark = isRight ? style.green('✓') : style.red('✗');
  const head = `  ${mark} ${name.padEnd(width)}  `;
  if (trials === 0) return [`${head}was not judged: no trial of the context was found`];
  if (isRight)
    return [`${head}right in ${trials} trials · the worst entry is off by ${ulpsText(worstUlps)}`];
  return [
    `${head}${failingText(report)}`,
    ...examples.flatMap((failure) => failureLines(name, failure, style)),
  ];
}

function failureLines(name: string, failure: Failure, style: Style): string[] {
  const error = errorText(failure);
  return [
    `      ${style.red(entryText(name, failure))} ${failure.message}`,
    ...(error === undefined ? [] : [`        ${error}`]),
    style.dim(`        ${givenText(failure)}`),
  ];
}
