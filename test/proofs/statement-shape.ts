/**
 * The shape of a statement: what it says when names, the starts of ranges and definitions do not
 * matter. `sum(k in 0..C-1, z[k])` and `sum(j in 1..K, x[j])` have the same.
 */

import { goalOf } from '../../src/document/core-claim.js';
import type { Context } from '../../src/kernel/context.js';
import type { Claim, Line } from '../../src/language/claim.js';
import { lowerRelation } from '../../src/language/lower.js';
import { boundArgument, isBinder } from '../../src/term/operator.js';
import { toNumber } from '../../src/term/rational.js';
import { instantiate } from '../../src/term/substitution.js';
import { arg, type Term } from '../../src/term/term.js';

/** The shape of a claim of one relation; `a >= b` has that of `b <= a`. */
export function shapeOfClaim({ context, lines }: Claim): string {
  const [before, line] = lines as [Line, Line];
  const core = lowerRelation(context, before.term, line.term);
  const isTurned = line.relation === 'ge' || line.relation === 'gt';
  const sides = isTurned ? [core.right, core.left] : [core.left, core.right];
  const shapes = new Shapes(core.context);
  const [left, right] = sides.map((side) => shapes.of(side));
  const { relation } = goalOf({ ...core, relation: line.relation ?? 'eq' });
  return `${left} ${relation} ${right} for ${shapes.kinds().join(', ')}`;
}

class Shapes {
  /** Names in the order in which they are met. */
  readonly #letters = new Map<string, string>();
  #depth = 0;

  constructor(readonly context: Context) {}

  /** What the letters stand for. */
  kinds(): string[] {
    return [...this.#letters].map(
      ([name, letter]) => `${letter}: ${this.context.declarations.get(name)?.kind ?? 'bound'}`,
    );
  }

  of(term: Term): string {
    const { arena, definitions } = this.context;
    const definition = definitions.get(term.name);
    if (definition) return this.of(instantiate(arena, definition.body, term.args));
    if (term.op === 'sym') return this.#letter(term.name);
    if (term.value) return String(toNumber(term.value));
    if (isBinder(term.op)) return this.#binder(term);
    const name = term.name === '' ? '' : `:${this.#letter(term.name)}`;
    return `${term.op}${name}(${term.args.map((part) => this.of(part)).join(', ')})`;
  }

  #binder(term: Term): string {
    const size = sizeOf(arg(term, 0), arg(term, 1), (name) => this.#letter(name));
    const index = this.context.arena.sym(`$${this.#depth++}`);
    const body = arg(term, boundArgument(term.op));
    const shape = this.of(instantiate(this.context.arena, body, [index]));
    this.#depth--;
    return `${term.op}{${size}}(${shape})`;
  }

  #letter(name: string): string {
    if (name.startsWith('$')) return name;
    const known = this.#letters.get(name) ?? `v${this.#letters.size}`;
    this.#letters.set(name, known);
    return known;
  }
}

/** Names with how often they are counted; '' counts ones. */
type Linear = ReadonlyMap<string, number>;

/** The number of indices from lo to hi, as text. */
function sizeOf(lo: Term, hi: Term, letter: (name: string) => string): string {
  const count = new Map(plus(linear(hi), linear(lo), -1));
  count.set('', (count.get('') ?? 0) + 1);
  return [...count]
    .filter(([, times]) => times !== 0)
    .map(([name, times]) => (name === '' ? `${times}` : `${times}*${letter(name)}`))
    .join('+');
}

function linear(term: Term): Linear {
  if (term.value) return new Map([['', toNumber(term.value)]]);
  if (term.op === 'add') return plus(linear(arg(term, 0)), linear(arg(term, 1)), 1);
  if (term.op === 'sub') return plus(linear(arg(term, 0)), linear(arg(term, 1)), -1);
  return new Map([[term.op === 'at' ? arg(term, 0).name : term.name, 1]]);
}

const plus = (a: Linear, b: Linear, factor: number): Linear =>
  new Map([...a.keys(), ...b.keys()].map((k) => [k, (a.get(k) ?? 0) + factor * (b.get(k) ?? 0)]));
