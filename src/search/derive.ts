/** Derivations for readers: from an expression to its closed form, or to a stated result. */
import type { Context, Definition } from '../kernel/context.js';
import { Scope } from '../kernel/scope.js';
import { ruleEntry } from '../rules/book.js';
import { Derivation, type Move, toSteps } from '../strategy/derivation.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import { containsDerivative } from './differentiate.js';
import type { Engine } from './engine.js';
import { connect } from './equality.js';
import {
  collection,
  DELTAS,
  deltas,
  differentiation,
  exponents,
  factoring,
  folding,
  logarithms,
  nextDefinition,
  type Pass,
  sums,
  undoExponentials,
  unfolding,
} from './passes.js';
import type { ClaimProver, FoundProof } from './prove-claim.js';
import { differentiateShared } from './shared-derivative.js';
import { isTooLarge, treeSize } from './size.js';
import {
  isMajorRule,
  orderedReasons,
  reasonOf,
  type Transcript,
  type TranscriptStep,
} from './transcript.js';

export interface DerivationFound {
  readonly transcript: Transcript;
  readonly result: Term;
  /** Proof that the expression equals the result and both have values. */
  readonly proof: FoundProof;
}

/** Most derivatives within derivatives, and most definitions inserted for one of them. */
const MAX_ROUNDS = 4;
const MAX_DEFINITIONS = 40;

/** A result of so few nodes is not multiplied out. */
const FINISHED = 9;

/** A result of so few nodes is not looked for in another way. */
const SHORT = 16;

/** A pass that changed the line, with its moves. */
interface Done {
  readonly title: string;
  readonly moves: readonly Move[];
}

/**
 * Derives a closed form of `term` (core form), or shows that it equals `to`. Undefined when no
 * derivation is found, or when one of the two ends cannot be shown to have a value.
 */
export function derive(
  prover: ClaimProver,
  context: Context,
  term: Term,
  to?: Term,
): DerivationFound | undefined {
  const scope = Scope.root(context);
  if (!to && term.op === 'diff' && isTooLarge(scope, term))
    return deriveShared(prover, scope, term);
  const run = bestRun(prover.engine, scope, term, to);
  const end = run.line.current;
  if (to && to !== end) {
    const gap = connect(prover.form, scope, end, to);
    if (!gap) return undefined;
    run.done.push({ title: 'Compare with the stated result', moves: gap.moves });
    run.line.append({ moves: gap.moves, to });
  } else if (!to && containsDerivative(end)) {
    return undefined;
  }
  const result = run.line.current;
  const { arena } = context;
  const leftDefined = prover.engine.prover.prove(scope, arena.make('defined', [term]));
  const rightDefined = prover.engine.prover.prove(scope, arena.make('defined', [result]));
  if (!leftDefined || !rightDefined) return undefined;
  const transcript = transcriptOf(scope, term, run.done);
  const steps = transcript.steps.flatMap((step) => step.elementary);
  const proof = { by: 'chain', steps } as const;
  return { transcript, result, proof: { leftDefined, rightDefined, proof, level: 'normal forms' } };
}

/** The shorter result of two ways: all definitions inserted, or arrays kept and differentiated. */
function bestRun(engine: Engine, scope: Scope, term: Term, to: Term | undefined): Pipeline {
  const inserted = new Pipeline(engine, new Derivation(scope, term), false, to);
  inserted.all();
  const isShort = treeSize(inserted.line.current) <= SHORT || inserted.line.current === to;
  if (isShort || ![...scope.context.definitions.values()].some(isArray)) return inserted;
  const kept = new Pipeline(engine, new Derivation(scope, term), true, to);
  kept.all();
  const isDone = !containsDerivative(kept.line.current);
  return isDone && treeSize(kept.line.current) < treeSize(inserted.line.current) ? kept : inserted;
}

const isArray = (definition: Definition): boolean => definition.style === 'indexed';

/** A derivative too large to be read line by line: one step, its parts shown as facts. */
function deriveShared(prover: ClaimProver, scope: Scope, term: Term): DerivationFound | undefined {
  const found = differentiateShared(prover.engine, scope, term);
  if (!found) return undefined;
  const { derivative, leftDefined, rightDefined, proof } = found;
  const step = { path: [], proof, reverse: false, result: derivative, relation: 'eq' } as const;
  const transcript: Transcript = {
    start: term,
    steps: [
      {
        relation: 'eq',
        before: term,
        after: derivative,
        reasons: ['diff-shared'],
        title: 'Differentiate each distinct part once',
        elementary: [step],
      },
    ],
    end: derivative,
  };
  return {
    transcript,
    result: derivative,
    proof: { leftDefined, rightDefined, proof, level: 'normal forms' },
  };
}

class Pipeline {
  readonly done: Done[] = [];
  readonly #unfolded = new Set<string>();

  constructor(
    readonly engine: Engine,
    readonly line: Derivation,
    /** Keep the names of arrays, and differentiate each by itself. */
    readonly keepArrays: boolean,
    /** The result to arrive at: the passes stop there. */
    readonly to: Term | undefined,
  ) {}

  all(): void {
    const { engine } = this;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      this.#insertDefinitions();
      if (!this.keepArrays)
        for (const pass of [logarithms, exponents, logarithms, undoExponentials, sums])
          this.pass(pass(engine));
      this.pass(differentiation(engine, this.keepArrays ? this.#ofArray : undefined));
      this.pass(deltas(engine));
      this.#bestEnding();
      if (!containsDerivative(this.line.current)) return;
    }
  }

  /** Runs a pass on the line; a pass that changes nothing leaves no trace. */
  pass({ title, run }: Pass): void {
    if (this.line.current === this.to) return;
    const mark = this.line.mark();
    run(this.line);
    const moves = this.line.moves.slice(mark.moves);
    if (this.line.current === mark.line) this.line.rewind(mark);
    else this.done.push({ title, moves });
  }

  /** The derivative of an array's entry, by a derivation of its own. */
  readonly #ofArray = (d: Derivation): boolean => {
    const entry = new Pipeline(this.engine, new Derivation(d.scope, d.current), false, undefined);
    entry.all();
    if (containsDerivative(entry.line.current)) return false;
    for (const name of entry.#unfolded) this.#unfolded.add(name);
    d.append({ moves: entry.line.moves, to: entry.line.current });
    return true;
  };

  #insertDefinitions(): void {
    // What the stated result names stays named; a derivative needs to see inside.
    const isPlain = this.to !== undefined && !containsDerivative(this.line.start);
    const stated = new Set(isPlain ? subterms(this.to).map((t) => t.name) : []);
    const accept = (definition: Definition): boolean =>
      !(this.keepArrays && isArray(definition)) && !stated.has(definition.name);
    for (let count = 0; count < MAX_DEFINITIONS; count++) {
      const name = nextDefinition(this.line, accept);
      if (!name) return;
      this.#unfolded.add(name);
      this.pass(unfolding(this.engine, name));
    }
  }

  /** Of the ways to tidy up, the one with the shortest result. */
  #bestEnding(): void {
    const fold = folding(this.engine, this.#names());
    const factor = factoring(this.engine);
    const expand = collection(this.engine);
    // From the one that changes least to the one that changes most.
    const endings: Pass[][] = [
      [],
      [factor],
      [fold],
      [fold, factor],
      [expand],
      [expand, factor],
      [expand, fold],
      [expand, fold, factor],
    ];
    let best: { done: Done[]; line: Derivation; size: number } | undefined;
    for (const ending of endings) {
      if (best && best.size <= FINISHED && ending.length === 1 && ending[0] === expand) break;
      const trial = new Pipeline(
        this.engine,
        new Derivation(this.line.scope, this.line.current),
        this.keepArrays,
        this.to,
      );
      for (const pass of ending) trial.pass(pass);
      if (trial.line.current === this.line.start && ending.length > 0) continue;
      const size = treeSize(trial.line.current);
      if (!best || size < best.size) best = { done: trial.done, line: trial.line, size };
    }
    if (!best) return;
    this.done.push(...best.done);
    this.line.append({ moves: best.line.moves, to: best.line.current });
  }

  /** Definitions that may be recognised: those that were inserted, the latest first, and others. */
  #names(): ReadonlySet<string> {
    const { definitions } = this.line.scope.context;
    return new Set([...[...this.#unfolded].reverse(), ...[...definitions.keys()].reverse()]);
  }
}

function transcriptOf(scope: Scope, start: Term, done: readonly Done[]): Transcript {
  const steps: TranscriptStep[] = [];
  let line = start;
  for (const { title, moves } of done) {
    const elementary = toSteps(scope, line, moves);
    const after = elementary.at(-1)?.result ?? line;
    const reasons = orderedReasons(moves.map((m) => reasonOf(m.proof, m.reverse ? m.to : m.from)));
    steps.push({
      relation: 'eq',
      before: line,
      after,
      reasons,
      title: titleOf(title, reasons),
      elementary,
    });
    line = after;
  }
  return { start, steps, end: line };
}

/** A step that uses one major rule is called by it. */
function titleOf(title: string, reasons: readonly string[]): string {
  const names = reasons.filter((reason) => reason.startsWith('definition '));
  if (title.startsWith('Recognise') && names.length > 0)
    return `Recognise the ${names.join(' and the ').replaceAll('definition ', 'definition of ')}`;
  const majors = reasons.filter(isMajorRule);
  const [only] = majors;
  if (title === DELTAS && !majors.some((id) => id.startsWith('sum-delta')))
    return majors.length === 1 && only ? (ruleEntry(only)?.title ?? title) : 'Collect like terms';
  return majors.length === 1 && only ? (ruleEntry(only)?.title ?? title) : title;
}
