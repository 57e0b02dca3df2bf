/** Fill the missing line: one that can be typed, with hints that name the rule that leads to it. */
import type { Context, Definition } from '../kernel/context.js';
import { printLatex } from '../language/print-latex.js';
import { printText } from '../language/print-text.js';
import { printUnicode } from '../language/print-unicode.js';
import type { Random } from '../numeric/source.js';
import { ruleEntry } from '../rules/book.js';
import { instantiate } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { isMajor } from '../transcript/reason.js';
import { rulePage } from '../transcript/rule-page.js';
import type { Chain, ChainStep } from './chain.js';
import { shuffled } from './draw.js';
import type { ExerciseLine, FillExercise, Hint } from './exercise.js';
import { readAnswer } from './read-answer.js';

/** Characters of the longest line that a reader is asked to type. */
const MOST_TYPED = 240;

export function fillExercise(chain: Chain, seed: number, random: Random): FillExercise | undefined {
  const { name, context, frame, steps } = chain;
  // A step and the one after it: the line between them is hidden.
  const places = [...steps.keys()].slice(1).filter((k) => isTypable(frame, steps, k));
  const [hidden] = shuffled(places, random);
  if (hidden === undefined) return undefined;
  return {
    kind: 'fill',
    claim: name,
    seed,
    context,
    frame,
    lines: linesOf(steps),
    hidden,
    hints: hintsOf(steps[hidden - 1] as ChainStep),
  };
}

/** The line is short enough, and all that an answer is compared with can be written and read. */
const isTypable = (frame: Context, steps: readonly ChainStep[], hidden: number): boolean => {
  const [into, out] = [steps[hidden - 1], steps[hidden]] as [ChainStep, ChainStep];
  return (
    printText(into.after, { context: frame }).length <= MOST_TYPED &&
    [into.before, into.after, out.after].every((term) => isReadBack(frame, term))
  );
};

function isReadBack(context: Context, term: Term): boolean {
  const reading = readAnswer({ context }, printText(term, { context }), term);
  return 'term' in reading && reading.term === term;
}

const linesOf = (steps: readonly ChainStep[]): ExerciseLine[] => [
  { term: (steps[0] as ChainStep).before },
  ...steps.map(({ after, relation, title }) => ({ term: after, relation, title })),
];

/** The title of the rule that leads to the line, and then what the rule says. */
function hintsOf({ title, reasons, context }: ChainStep): Hint[] {
  const { title: text, titleLatex } = title;
  const first = { text, ...(titleLatex === undefined ? {} : { latex: titleLatex }) };
  const named = reasons.find((reason) => isMajor(reason)) ?? reasons[0];
  const second = named === undefined ? undefined : statementOf(named, context);
  return second ? [first, second] : [first];
}

/** What a reason says: the equation of a rule, the body of a definition, an assumption. */
function statementOf(reason: string, context: Context): Hint | undefined {
  if (ruleEntry(reason)) {
    const { statement, latex } = rulePage(reason);
    return { text: statement, latex: `$${latex}$` };
  }
  const [kind, name = ''] = reason.split(' ');
  const definition = kind === 'definition' ? context.definitions.get(name) : undefined;
  if (!definition) return undefined;
  const equation = equationOf(context, definition);
  const latex = `$${printLatex(equation, { context })}$`;
  return { text: printUnicode(equation, { context }), latex };
}

/** `J = …`, or with letters for its parameters. */
function equationOf({ arena }: Context, { name, parameters, body }: Definition): Term {
  const letters = parameters.map((parameter) => arena.sym(parameter.name));
  const side = instantiate(arena, body, letters);
  return arena.make('eq', [arena.make('app', letters, name), side]);
}
