/**
 * A derivation in the making: a line, the moves that changed it so far, and the scope it stands
 * in. Every change is a move with a proof; nothing else changes the line. Moves are relative to
 * the line's root, so that a derivation of a subterm lifts into one of the whole.
 */
import type { Proof, Step } from '../kernel/proof.js';
import { ascend, descend, type Scope } from '../kernel/scope.js';
import { withArgument } from '../term/substitution.js';
import type { Term } from '../term/term.js';

/** The subterm at `path`, opened, changes from `from` to `to`. */
export interface Move {
  readonly path: readonly number[];
  readonly from: Term;
  readonly to: Term;
  readonly proof: Proof;
  readonly reverse: boolean;
  readonly relation: Step['relation'];
}

/** Most moves of a derivation: those of a shared part count each time that it occurs. */
const MAX_MOVES = 200_000;

class DerivationTooLong extends Error {
  constructor() {
    super(`a derivation has more than ${MAX_MOVES} steps (bound: steps)`);
    this.name = 'DerivationTooLong';
  }
}

export class Derivation {
  readonly start: Term;
  current: Term;
  moves: Move[] = [];

  constructor(
    readonly scope: Scope,
    start: Term,
  ) {
    this.start = start;
    this.current = start;
  }

  /** The whole line becomes `to`. */
  replace(to: Term, proof: Proof, reverse = false, relation: Step['relation'] = 'eq'): void {
    if (to === this.current) return;
    this.moves.push({ path: [], from: this.current, to, proof, reverse, relation });
    this.current = to;
  }

  /** Lets `change` work on argument i; true when it changed anything. */
  inside(i: number, change: (inner: Derivation) => void): boolean {
    const down = descend(this.scope, this.current, i);
    if (!down) return false;
    const inner = new Derivation(down.scope, down.term);
    change(inner);
    if (inner.moves.length === 0) return false;
    for (const move of inner.moves) this.moves.push({ ...move, path: [i, ...move.path] });
    this.#requireShort();
    const child = ascend(this.scope, this.current, i, inner.current);
    this.current = withArgument(this.scope.arena, this.current, i, child);
    return true;
  }

  /** Appends another derivation of the same scope that starts at this line. */
  append(other: { readonly moves: readonly Move[]; readonly to: Term }): void {
    for (const move of other.moves) this.moves.push(move);
    this.#requireShort();
    this.current = other.to;
  }

  #requireShort(): void {
    if (this.moves.length > MAX_MOVES) throw new DerivationTooLong();
  }

  /** The same derivation, to be continued in another way. */
  copy(): Derivation {
    const copy = new Derivation(this.scope, this.start);
    copy.append({ moves: this.moves, to: this.current });
    return copy;
  }

  /** Takes everything since a mark back. */
  rewind(mark: Mark): void {
    this.moves.length = mark.moves;
    this.current = mark.line;
  }

  mark(): Mark {
    return { moves: this.moves.length, line: this.current };
  }
}

interface Mark {
  readonly moves: number;
  readonly line: Term;
}

/** The moves backwards: from the end to the start. */
export const reversed = (moves: readonly Move[]): Move[] =>
  moves
    .map((move) => ({ ...move, from: move.to, to: move.from, reverse: !move.reverse }))
    .reverse();

/** The moves as steps with their whole lines, starting at `line`. */
export function toSteps(scope: Scope, line: Term, moves: readonly Move[]): Step[] {
  let current = line;
  return moves.map(({ path, from, to, proof, reverse, relation }) => {
    current = rewriteAt(scope, current, path, 0, from, to);
    return { path, proof, reverse, result: current, relation };
  });
}

function rewriteAt(
  scope: Scope,
  line: Term,
  path: readonly number[],
  depth: number,
  from: Term,
  to: Term,
): Term {
  const i = path[depth];
  if (i === undefined) {
    if (line !== from) throw new Error('a move does not fit the line it is made on');
    return to;
  }
  const down = descend(scope, line, i);
  if (!down) throw new Error('a move leads where nothing may be rewritten');
  const child = rewriteAt(down.scope, down.term, path, depth + 1, from, to);
  return withArgument(scope.arena, line, i, ascend(scope, line, i, child));
}

/** A proof of start = current. */
export const chainProof = (scope: Scope, start: Term, moves: readonly Move[]): Proof => ({
  by: 'chain',
  steps: toSteps(scope, start, moves),
});
