/**
 * One-place mutants of a claim: everything that a slip of the pen makes of it. Each changes one
 * place of one side, of one definition, or of one hypothesis.
 */
import { type Context, declare, type Kind } from '../../src/kernel/context.js';
import type { Claim } from '../../src/language/claim.js';
import { boundArgument } from '../../src/term/operator.js';
import { remake } from '../../src/term/substitution.js';
import type { Arena, Term } from '../../src/term/term.js';

export interface Mutant {
  /** What was changed. */
  readonly slip: string;
  readonly context: Context;
  readonly left: Term;
  readonly right: Term;
}

/** Every mutant of a claim with two sides. */
export function* mutantsOf({ context, lines }: Claim): Generator<Mutant> {
  const [left, right] = lines.map(({ term }) => term) as [Term, Term];
  for (const [slip, changed] of slipsIn(context, left))
    yield { slip, context, left: changed, right };
  for (const [slip, changed] of slipsIn(context, right))
    yield { slip, context, left, right: changed };
  yield { slip: 'sides swapped, a sign', context, left, right: context.arena.make('neg', [right]) };
  for (const [slip, changed] of changedContexts(context))
    yield { slip, context: changed, left, right };
}

type Slip = readonly [slip: string, term: Term];

/** The term with one place changed, for every place; `depth` binders stand above it. */
export function* slipsIn(context: Context, term: Term, depth = 0): Generator<Slip> {
  yield* slipsAt(context, term, depth);
  for (const [i, argument] of term.args.entries()) {
    const below = boundArgument(term.op) === i ? depth + 1 : depth;
    for (const [slip, changed] of slipsIn(context, argument, below))
      yield [slip, remake(context.arena, term, term.args.with(i, changed))];
  }
}

/** What the node itself may become. */
function* slipsAt(context: Context, term: Term, depth: number): Generator<Slip> {
  const { arena } = context;
  const [a, b, c] = term.args as [Term, Term, Term];
  switch (term.op) {
    case 'num':
      yield [
        'a constant plus 1',
        arena.num({ n: (term.value?.n ?? 0n) + (term.value?.d ?? 1n), d: term.value?.d ?? 1n }),
      ];
      return;
    case 'neg':
      yield ['a sign', a];
      return;
    case 'add':
      yield ['a sign', arena.make('sub', [a, b])];
      yield ['a term', a];
      yield ['a term', b];
      return;
    case 'sub':
      yield ['a sign', arena.make('add', [a, b])];
      yield ['arguments swapped', arena.make('sub', [b, a])];
      yield ['a term', a];
      return;
    case 'mul':
      yield ['a factor', a];
      yield ['a factor', b];
      yield ['an operator', arena.make('add', [a, b])];
      return;
    case 'div':
      yield ['a divisor', a];
      yield ['an operator', arena.make('mul', [a, b])];
      yield ['arguments swapped', arena.make('div', [b, a])];
      return;
    case 'pow':
      yield ['an exponent', a];
      yield ['an operator', arena.make('mul', [a, b])];
      return;
    case 'exp':
    case 'log':
    case 'sqrt':
    case 'sigmoid':
      yield ['a function', a];
      return;
    case 'sum':
    case 'prod':
    case 'max':
    case 'min':
    case 'int':
      yield ['a lower bound', remake(arena, term, [successor(arena, a), b, c])];
      yield ['an upper bound', remake(arena, term, [a, successor(arena, b), c])];
      if (term.op === 'sum') yield ['an operator', arena.make('prod', [a, b, c], '', term.letter)];
      if (term.op === 'prod') yield ['an operator', arena.make('sum', [a, b, c], '', term.letter)];
      return;
    case 'at':
      if (a.op === 'at')
        yield [
          'indices swapped',
          arena.make('at', [arena.make('at', [a.args[0] as Term, b]), a.args[1] as Term]),
        ];
      return;
    case 'app':
      if (a && b && term.args.length === 2)
        yield ['arguments swapped', remake(arena, term, [b, a])];
      return;
    case 'eq':
      yield ['a condition', arena.make('ne', [a, b])];
      return;
    case 'bound':
      for (let other = 0; other < depth; other++)
        if (other !== term.index) yield ['an index', arena.bound(other)];
      yield* otherIndices(context, term);
      return;
    case 'sym':
      if (isIndex(context, term)) yield* otherIndices(context, term);
      return;
  }
}

const successor = (arena: Arena, term: Term): Term => arena.make('add', [term, arena.num(1)]);

const isIndex = ({ declarations }: Context, { name }: Term): boolean =>
  ['index', 'label'].includes(declarations.get(name)?.kind ?? '');

function* otherIndices(context: Context, term: Term): Generator<Slip> {
  for (const { name, kind } of context.declarations.values())
    if (kind === 'index' && name !== term.name) yield ['an index', context.arena.sym(name)];
}

/** What a declaration says too little of when it becomes the other. */
const WEAKER: Readonly<Partial<Record<Kind, Kind>>> = {
  onehot: 'binary',
  'onehot or zero': 'binary',
  simplex: 'positive',
  'closed simplex': 'nonneg',
  positive: 'nonneg',
  nonneg: 'real',
  unit: 'probability',
  probability: 'real',
  binary: 'real',
  sign: 'real',
  spd: 'symmetric',
};

/** The context without one assumption, with one weaker declaration, or with one changed definition. */
function* changedContexts(context: Context): Generator<readonly [string, Context]> {
  for (const name of context.hypotheses.keys()) {
    if (name.includes('.')) continue;
    const hypotheses = new Map(context.hypotheses);
    hypotheses.delete(name);
    yield ['an assumption', { ...context, hypotheses }];
  }
  for (const declaration of context.declarations.values()) {
    const kind = WEAKER[declaration.kind];
    if (!kind) continue;
    const hypotheses = new Map(context.hypotheses);
    for (const name of hypotheses.keys())
      if (name.startsWith(`${declaration.name}.`)) hypotheses.delete(name);
    yield ['a declaration', declare({ ...context, hypotheses }, { ...declaration, kind })];
  }
  for (const definition of context.definitions.values())
    for (const [slip, body] of slipsIn(context, definition.body, definition.parameters.length)) {
      const definitions = new Map(context.definitions);
      definitions.set(definition.name, { ...definition, body });
      yield [`${slip} of a definition`, { ...context, definitions }];
    }
}
