/**
 * The matrix behind an entry: Σᵢ X[i,a]·(ŷ[i,b] − y[i,b]) is entry (a,b) of Xᵀ(ŷ − y). What is
 * read off is a whole-array term for printing; whoever shows it lowers it again and compares.
 */
import type { Context } from '../kernel/context.js';
import { builder } from '../term/build.js';
import { instantiate, mentionsName } from '../term/substitution.js';
import { arg, type Term } from '../term/term.js';

/** The array whose entry at these one or two index symbols is the term; undefined if not seen. */
export function matrixForm(
  context: Context,
  entry: Term,
  indices: readonly Term[],
): Term | undefined {
  return new Reading(context).read(entry, indices);
}

class Reading {
  constructor(readonly context: Context) {}

  read(term: Term, indices: readonly Term[]): Term | undefined {
    const { arena } = this.context;
    switch (term.op) {
      case 'at':
      case 'app':
        return this.#array(term, indices);
      case 'neg': {
        const inner = this.read(arg(term, 0), indices);
        return inner && arena.make('neg', [inner]);
      }
      case 'add':
      case 'sub': {
        const left = this.read(arg(term, 0), indices);
        const right = left && this.read(arg(term, 1), indices);
        return left && right && arena.make(term.op, [left, right]);
      }
      case 'mul':
      case 'div':
        return this.#scaled(term, indices);
      case 'sum':
        return this.#product(term, indices);
      default:
        return undefined;
    }
  }

  /** A number times an array, or an array by a number. */
  #scaled(term: Term, indices: readonly Term[]): Term | undefined {
    const { arena } = this.context;
    const [u, v] = term.args as [Term, Term];
    const isScalar = (t: Term): boolean => !indices.some((i) => mentionsName(t, i.name));
    if (isScalar(v)) {
      const inner = this.read(u, indices);
      return inner && arena.make(term.op, term.op === 'mul' ? [v, inner] : [inner, v]);
    }
    if (term.op !== 'mul' || !isScalar(u)) return undefined;
    const inner = this.read(v, indices);
    return inner && arena.make('mul', [u, inner]);
  }

  /** Σₖ A[k,i]·B[k,j] as the product of the transpose of A with B. */
  #product(term: Term, indices: readonly Term[]): Term | undefined {
    const { arena } = this.context;
    const k = arena.sym('%k');
    const body = instantiate(arena, arg(term, 2), [k]);
    if (body.op !== 'mul') return undefined;
    const [u, v] = body.args as [Term, Term];
    return this.#pair(k, u, v, indices) ?? this.#pair(k, v, u, indices);
  }

  #pair(k: Term, left: Term, right: Term, indices: readonly Term[]): Term | undefined {
    const { arena } = this.context;
    const [i, j] = indices as [Term, Term?];
    const mentions = (t: Term, index: Term | undefined): boolean =>
      index !== undefined && mentionsName(t, index.name);
    if (mentions(left, j) || mentions(right, i) || !mentions(left, i)) return undefined;
    const a = this.read(left, [i, k]);
    const b = a && this.read(right, j ? [k, j] : [k]);
    return a && b && arena.make('matmul', [a, b]);
  }

  /** A declared or defined array, perhaps transposed. */
  #array(term: Term, indices: readonly Term[]): Term | undefined {
    const { arena } = this.context;
    const found = term.op === 'app' ? term.args : spine(term);
    const straight = found.length === indices.length && found.every((t, n) => t === indices[n]);
    const crossed = found.length === 2 && found[0] === indices[1] && found[1] === indices[0];
    if (!straight && !crossed) return undefined;
    const whole = term.op === 'app' ? this.#defined(term.name) : head(term);
    if (!whole) return undefined;
    return straight ? whole : arena.make('transpose', [whole]);
  }

  /** The array of all entries of an indexed definition. */
  #defined(name: string): Term | undefined {
    const { arena } = this.context;
    const parameters = this.context.definitions.get(name)?.parameters ?? [];
    const t = builder(arena);
    const letters = parameters.map((p) => t.sym(`%${p.name}`));
    let result = t.app(name, ...letters);
    for (let n = parameters.length - 1; n >= 0; n--) {
      const axis = parameters[n]?.axis;
      if (!axis) return undefined;
      result = t.array((letters[n] as Term).name, axis.lo, axis.hi, result);
    }
    return result;
  }
}

function spine(term: Term): Term[] {
  const indices: Term[] = [];
  for (let base = term; base.op === 'at'; base = arg(base, 0)) indices.unshift(arg(base, 1));
  return indices;
}

function head(term: Term): Term {
  let base = term;
  while (base.op === 'at') base = arg(base, 0);
  return base;
}
