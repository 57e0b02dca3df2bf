/** Exercises and verdicts on answers, for a terminal. */
import type { Exercise, ExerciseLine } from '../exercise/exercise.js';
import type { AnswerReport } from '../exercise/judge-answer.js';
import { printUnicode } from '../language/print-unicode.js';

const SIGNS = { eq: '=', le: '≤', lt: '<', ge: '≥', gt: '>' } as const;

const QUESTIONS = {
  fill: 'One line is missing. Write it, in the plain language or in LaTeX: --answer LINE',
  find: 'One step is wrong; what follows goes on from its line, correctly. Which? --answer NUMBER',
  name: 'Which rule leads from the first line to the second? --answer NUMBER',
} as const;

/** What is asked. */
export function questionText(exercise: Exercise): string {
  const { kind, claim, seed, lines } = exercise;
  const shown = lines.flatMap((line, k) => lineText(exercise, line, k));
  const options =
    kind === 'name'
      ? [
          '',
          ...exercise.options.map(
            ({ title, statement }, k) => `  ${k + 1}. ${title}: ${statement}`,
          ),
        ]
      : [];
  return [
    `${claim} · ${kind} · seed ${seed}`,
    '',
    ...shown,
    ...options,
    '',
    QUESTIONS[kind],
    '',
  ].join('\n');
}

function lineText(
  exercise: Exercise,
  { term, relation, title }: ExerciseLine,
  k: number,
): string[] {
  const { kind, context } = exercise;
  const sign = relation ? SIGNS[relation] : ' ';
  const isHidden = kind === 'fill' && k === exercise.hidden;
  const number = kind === 'find' && k > 0 ? `${k}. ` : '';
  const reason = title && !isHidden ? [`    { ${number}${title.title} }`] : [];
  return [...reason, `${sign} ${isHidden ? '?' : printUnicode(term, { context })}`];
}

/** The line that is missing, the step that is wrong, or the rule. */
export function solutionText(exercise: Exercise): string {
  switch (exercise.kind) {
    case 'fill': {
      const { lines, hidden, context } = exercise;
      const line = lines[hidden];
      return line ? printUnicode(line.term, { context }) : '';
    }
    case 'find':
      return `${exercise.wrong}: ${whyWrong(exercise).join('\n')}`;
    case 'name': {
      const { options, right } = exercise;
      return `${right + 1}: ${options[right]?.title} (${options[right]?.rule})`;
    }
  }
}

function whyWrong({
  right,
  context,
  counterexample,
  diagnosis,
}: Exercise & { kind: 'find' }): string[] {
  return [
    counterexample,
    ...(diagnosis === undefined ? [] : [`  ${diagnosis}`]),
    `  the line should be ${printUnicode(right, { context })}`,
  ];
}

/** What is said of a typed line, and whether it counts. */
export function verdictOnLine(report: AnswerReport): readonly [isRight: boolean, text: string] {
  switch (report.verdict) {
    case 'unread': {
      const { column, message, expected, hint } = report.fault;
      const more = [expected && `expected ${expected}`, hint].filter(Boolean).join('; ');
      return [
        false,
        `the answer cannot be read, at character ${column}: ${message}${more ? ` (${more})` : ''}`,
      ];
    }
    case 'repeated':
      return [false, repetition(report)];
    case 'proved':
      return [true, 'right: both steps are proved'];
    case 'tested':
      return [
        true,
        `right, as far as numbers say: both steps hold in ${report.models} models, no proof was found`,
      ];
    case 'refuted': {
      const { side, counterexample, diagnosis } = report;
      const what =
        side === 'before'
          ? 'this does not follow from the line before'
          : 'the line after does not follow from this';
      const guess = diagnosis === undefined ? '' : `\n  ${diagnosis}`;
      return [
        false,
        `not yet: ${what}\n  the line ${side} on the left, yours on the right, ${counterexample}${guess}`,
      ];
    }
    case 'undecided':
      return [false, `it cannot be told whether this is right: ${report.reason}`];
  }
}

/** What is said of a line that is there already. */
function repetition({ side, how }: Extract<AnswerReport, { verdict: 'repeated' }>): string {
  if (how === 'rewritten')
    return `that is the line ${side} the gap, written otherwise: it is true, and not yet a step`;
  if (how !== 'beyond')
    return `that is the line ${side} the gap once more: write what comes between`;
  return side === 'before'
    ? 'that is true, and stands farther up already: go on from the line before the gap'
    : 'that is true, and stands farther down already: write a line that comes before the line after the gap';
}
