/** The kinds of mistakes that are looked for, and what a guess at one consists of. */
import type { Context } from '../kernel/context.js';
import { decoratedName } from '../language/decorated-name.js';
import { printUnicode } from '../language/print-unicode.js';
import { type Builder, builder } from '../term/build.js';
import type { Term } from '../term/term.js';
import { type Place, Places } from './place.js';

/** Frozen names: they are in the JSON of a report. */
export type MistakeKind =
  | 'sign'
  | 'factor'
  | 'mean'
  | 'base'
  | 'range'
  | 'empty-range'
  | 'index'
  | 'exchange'
  | 'delta'
  | 'dropped-term'
  | 'extra-term'
  | 'wrong-term'
  | 'split'
  | 'operation'
  | 'power'
  | 'constant'
  | 'function'
  | 'complement'
  | 'product-rule'
  | 'chain-rule'
  | 'hypothesis'
  | 'convention'
  | 'direction';

/** A changed relation that would hold if this was the mistake. */
export interface Edit {
  readonly kind: MistakeKind;
  readonly left: Term;
  readonly right: Term;
  /** One sentence, true when the changed relation holds. */
  readonly sentence: string;
  /** What would be changed, on the side that is wrong. */
  readonly place?: Place;
  readonly side: 'left' | 'right';
}

/** A wrong relation, seen from the side that is to be repaired. */
export class Wrong {
  readonly t: Builder;
  readonly places: Places;
  /** The places of the wrong side, and of the other. */
  readonly own: readonly Place[];
  readonly others: readonly Place[];

  constructor(
    readonly context: Context,
    readonly side: 'left' | 'right',
    readonly wrong: Term,
    readonly other: Term,
  ) {
    this.t = builder(context.arena);
    this.places = new Places(context, [wrong, other]);
    this.own = this.places.values(wrong);
    this.others = this.places.values(other);
  }

  /** The edit that puts a term at a place of the wrong side; another may be the one to show. */
  edit(kind: MistakeKind, place: Place, to: Term, sentence: string, shown = place): Edit {
    const named = isInExponent(place) && IN_EXPONENT.has(kind) ? 'power' : kind;
    return this.whole(named, place.put(to), sentence, shown);
  }

  /** The edit that makes the wrong side another term. */
  whole(kind: MistakeKind, to: Term, sentence: string, place?: Place): Edit {
    const sides =
      this.side === 'right' ? { left: this.other, right: to } : { left: to, right: this.other };
    return { kind, side: this.side, ...sides, sentence, ...(place ? { place } : {}) };
  }

  /** A term in Unicode, a long one cut. */
  text(term: Term): string {
    const text = printUnicode(term, { context: this.context });
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  }

  /** The sentence of an edit that changes one term into another. */
  instead(to: Term, from: Term): string {
    return `it holds with ${this.text(to)} in place of ${this.text(from)}`;
  }

  name(symbol: Term): string {
    return decoratedName(symbol.name);
  }

  /** The letters that stand for bound indices at some place. */
  get letters(): ReadonlySet<string> {
    return new Set(
      [...this.own, ...this.others].flatMap(({ indices }) =>
        indices.map(({ symbol }) => symbol.name),
      ),
    );
  }

  /** The sizes that are declared. */
  get sizes(): Term[] {
    return [...this.context.declarations.values()]
      .filter(({ kind }) => kind === 'size')
      .map(({ name }) => this.t.sym(name));
  }
}

/** What is another power when it is changed in an exponent. */
const IN_EXPONENT: ReadonlySet<MistakeKind> = new Set<MistakeKind>([
  'sign',
  'constant',
  'operation',
  'dropped-term',
  'extra-term',
  'factor',
]);

const isInExponent = ({ parent, path }: Place): boolean =>
  parent !== undefined && ((parent.term.op === 'pow' && path.at(-1) === 1) || isInExponent(parent));

const LONGEST = 60;
