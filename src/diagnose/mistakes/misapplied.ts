/**
 * Rules for derivatives as they are remembered wrongly, applied to the other side: the wrong side
 * is what comes of it.
 */
import { instantiate } from '../../term/substitution.js';
import { arg, type Term } from '../../term/term.js';
import type { Edit, MistakeKind, Wrong } from '../mistake.js';
import { derivativesOf, type LinearPart, linearParts } from './linear-parts.js';

/** What was made of the derivative of a part, its kind, and what is wrong with it. */
type Misapplied = readonly [done: Term, kind: MistakeKind, why: string];

type Misrule = (about: Wrong, part: Term, target: Term) => Generator<Misapplied>;

/** The derivative of a term that this side lacks. */
export function* lostSlopes(about: Wrong): Generator<Edit> {
  const { t } = about;
  for (const { term, put, isTerm, target } of partsOf(about)) {
    const slope = t.diff(term, target);
    const sentence = `it holds with ${about.text(slope)} added: was the derivative of this term dropped?`;
    if (isTerm) yield about.whole('dropped-term', t.add(about.wrong, put(slope)), sentence);
  }
}

function* partsOf(about: Wrong): Generator<LinearPart & { readonly target: Term }> {
  for (const place of derivativesOf(about)) {
    if (place.indices.length > 0) continue;
    const target = arg(place.term, 1);
    for (const part of linearParts(about, place)) yield { ...part, target };
  }
}

export function* misappliedRules(about: Wrong): Generator<Edit> {
  const { t } = about;
  for (const { term, put, target } of partsOf(about)) {
    const slope = t.diff(term, target);
    for (const misrule of MISRULES)
      for (const [done, kind, why] of misrule(about, term, target)) {
        const mended = t.add(t.sub(about.wrong, put(done)), put(slope));
        yield about.whole(kind, mended, `${about.instead(slope, done)}: ${why}`);
      }
  }
}

/** u′·v′ for (u·v)′, and u′/v′ for (u/v)′. */
function* factorwise({ t }: Wrong, { op, args }: Term, target: Term): Generator<Misapplied> {
  if (op !== 'mul' && op !== 'div') return;
  const slopes = args.map((factor) => t.diff(factor, target));
  const what = op === 'div' ? 'quotient' : 'product';
  const why = `a ${what} is not differentiated factor by factor`;
  yield [t.arena.make(op, slopes), 'product-rule', why];
}

/** f(u) for f(u)′: it was copied. */
function* copied(_about: Wrong, term: Term): Generator<Misapplied> {
  if (COPIED.has(term.op)) yield [term, 'function', 'it is not differentiated yet'];
}

const COPIED: ReadonlySet<string> = new Set([
  'log',
  'pow',
  'sqrt',
  'tanh',
  'sigmoid',
  'softplus',
  'relu',
]);

/** f(u′) and f′(u′) for f(u)′. */
function* slopeInside({ t }: Wrong, { op, args }: Term, target: Term): Generator<Misapplied> {
  const [u, exponent] = args;
  if (!u || !(op === 'pow' || args.length === 1) || op === 'neg' || op === 'app') return;
  const slope = t.diff(u, target);
  const kind = 'chain-rule';
  const why = 'the derivative inside is a factor';
  yield [t.arena.make(op, [slope, ...args.slice(1)]), kind, why];
  if (op === 'log') yield [t.div(t.num(1), slope), kind, why];
  if (op === 'pow' && exponent?.value)
    yield [t.mul(exponent, t.pow(slope, t.sub(exponent, t.num(1)))), kind, why];
}

/** The one term of a sum that has the index of the target, as if the others were constants. */
function* ownTermAlone(
  { t, context }: Wrong,
  { op, args: [, hi, body] }: Term,
  target: Term,
): Generator<Misapplied> {
  if (op !== 'sum' || !body) return;
  for (let entry = target; entry.op === 'at'; entry = arg(entry, 0)) {
    const index = arg(entry, 1);
    if (context.declarations.get(index.name)?.upper !== hi) continue;
    const own = t.diff(instantiate(t.arena, body, [index]), target);
    yield [own, 'dropped-term', 'the other terms depend on it, too'];
  }
}

const MISRULES: readonly Misrule[] = [factorwise, copied, slopeInside, ownTermAlone];
