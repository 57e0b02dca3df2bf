/** `gradus exercise DOCUMENT#claim` */
import type { Command } from 'commander';
import type { ClaimReport } from '../document/report.js';
import type { Exercise, Kind } from '../exercise/exercise.js';
import type { Start } from './command.js';
import { UsageError } from './failure.js';
import { oneOf, reading, seconds, whole } from './options.js';
import type { Streams } from './streams.js';

const KINDS = ['fill', 'find', 'name'] as const satisfies readonly Kind[];

interface Given {
  readonly kind: Kind;
  readonly seed: number;
  readonly answer?: string;
  readonly hint?: true;
  readonly solution?: true;
  readonly timeLimit: number;
}

const HELP = `
fill hides a line of the derivation, find plants a mistake in it, name asks for the rule of a step.
The same claim, kind and seed give the same exercise.

Exit code: 0 asked, or answered rightly; 1 the answer is wrong; 2 the document, the claim or the
answer cannot be read, or the claim has no such exercise.

Examples:
  $ gradus exercise proofs/07-softmax.md#log-softmax
  $ gradus exercise proofs/07-softmax.md#log-softmax --kind find --seed 3 --answer 2`;

export function exerciseCommand(program: Command, start: Start): void {
  program
    .command('exercise')
    .description('ask for a line, a wrong step or a rule of a proved derivation')
    .argument('<document#claim>', 'the claim')
    .option('--kind <kind>', KINDS.join(', '), reading(oneOf(KINDS), '--kind'), 'fill')
    .option('--seed <n>', 'which exercise', reading(whole(0, 2 ** 31), '--seed'), 1)
    .option('--answer <text>', 'a line, or the number of a step or a rule')
    .option('--hint', 'show what rule leads to the missing line')
    .option('--solution', 'show the solution')
    .option('--time-limit <s>', 'seconds for each claim', reading(seconds, '--time-limit'), 10)
    .addHelpText('after', HELP)
    .action((address: string, given: Given) =>
      start((streams) => exercise(address, given, streams)),
    );
}

async function exercise(address: string, given: Given, streams: Streams): Promise<number> {
  const { kind, seed, answer, hint, solution, timeLimit } = given;
  const [{ checkNamedClaim, readNamedClaim }, { makeExercise }, { questionText, solutionText }] =
    await Promise.all([
      import('../document/named-claim.js'),
      import('../exercise/make-exercise.js'),
      import('./exercise-text.js'),
    ]);
  const named = await readNamedClaim(address);
  const checked = await checkNamedClaim(named, { timeLimit });
  const made = makeExercise(checked, kind, seed);
  if (!made) throw noExercise(address, kind, checked.report);
  if (answer !== undefined) return judge(made, named.text, answer, given, streams);
  streams.out(solution ? `${solutionText(made)}\n` : questionText(made));
  if (hint && made.kind === 'fill')
    streams.out(made.hints.map(({ text }) => `Hint: ${text}\n`).join(''));
  return 0;
}

function noExercise(address: string, kind: Kind, { verdict, expected }: ClaimReport): UsageError {
  const what = expected ? 'says what is false' : `is ${verdict}`;
  return new UsageError(
    `${address} has no exercise of the kind ${kind}`,
    verdict === 'proved'
      ? 'its derivation is too short, or its lines are too long: try another --kind'
      : `exercises are made of proved claims, and this one ${what}`,
  );
}

async function judge(
  made: Exercise,
  text: string,
  answer: string,
  { timeLimit }: Given,
  streams: Streams,
): Promise<number> {
  const { solutionText, verdictOnLine } = await import('./exercise-text.js');
  if (made.kind === 'fill') {
    const { answerQuestion, questionOf } = await import('../exercise/question.js');
    const report = await answerQuestion({ text }, questionOf(made), answer, { timeLimit });
    const [isRight, verdict] = verdictOnLine(report);
    const isRead = report.verdict !== 'unread';
    (isRead ? streams.out : streams.err)(`${verdict}\n`);
    if (!isRead) return 2;
    return isRight ? 0 : 1;
  }
  const [least, most, right] =
    made.kind === 'find'
      ? [1, made.lines.length - 1, made.wrong]
      : [1, made.options.length, made.right + 1];
  const chosen = reading(whole(least, most), '--answer')(answer);
  streams.out(chosen === right ? `right. ${solutionText(made)}\n` : `no, not ${chosen}\n`);
  return chosen === right ? 0 : 1;
}
