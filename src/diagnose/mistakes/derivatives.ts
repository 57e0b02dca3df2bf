/** Derivatives taken wrongly: one half of the product rule, no inner factor, no delta. */
import { Dependence } from '../../numeric/dependence.js';
import { instantiate, replaceAll } from '../../term/substitution.js';
import { arg, type Term } from '../../term/term.js';
import type { Edit, Wrong } from '../mistake.js';
import type { Place } from '../place.js';
import { derivativesOf, linearParts } from './linear-parts.js';

/** A term of the product or quotient rule that this side lacks. */
export function* halfProducts(about: Wrong): Generator<Edit> {
  const { t } = about;
  const dependence = new Dependence(about.context.definitions);
  for (const place of derivativesOf(about)) {
    if (place.indices.length > 0) continue;
    const target = arg(place.term, 1);
    const symbol = headOf(target).name;
    for (const { term, put } of linearParts(about, place)) {
      if (term.op !== 'mul' && term.op !== 'div') continue;
      const [u, v] = term.args as [Term, Term];
      // A factor that is constant has no term of its own.
      if (!dependence.dependsOn(u, symbol) || !dependence.dependsOn(v, symbol)) continue;
      const isQuotient = term.op === 'div';
      const parts = isQuotient
        ? [
            t.div(t.diff(u, target), v),
            t.neg(t.div(t.mul(u, t.diff(v, target)), t.pow(v, t.num(2)))),
          ]
        : [t.mul(t.diff(u, target), v), t.mul(u, t.diff(v, target))];
      const rule = isQuotient ? 'quotient' : 'product';
      for (const part of parts) {
        const sentence = `it holds with the term ${about.text(part)} added: the ${rule} rule has two terms`;
        yield about.whole('product-rule', t.add(about.wrong, put(part)), sentence);
        yield about.whole('product-rule', t.sub(about.wrong, put(part)), sentence);
        if (isQuotient) continue;
        const wrongSign = `it holds with the other sign before ${about.text(part)}`;
        yield about.whole('sign', t.sub(about.wrong, t.mul(t.num(2), put(part))), wrongSign);
      }
    }
  }
}

/** The derivative of an inner function, as a factor that this side lacks. */
export function* lostInnerFactors(about: Wrong): Generator<Edit> {
  const { t } = about;
  for (const place of derivativesOf(about)) {
    if (place.indices.length > 0) continue;
    const target = arg(place.term, 1);
    const body = about.places.child(place, 0);
    for (const inner of about.places.from(body)) {
      if (!inner.parent || inner.indices.length > 0 || !COMPOSED.has(inner.parent.term.op))
        continue;
      if (inner.parent.term.op === 'pow' && inner.path.at(-1) === 1) continue;
      const factor = t.diff(inner.term, target);
      const sentence = `it holds with the factor ${about.text(factor)}: the chain rule asks for the derivative inside`;
      for (const own of about.own.filter(mayLackFactor)) {
        yield about.edit('chain-rule', own, t.mul(own.term, factor), sentence);
        yield about.edit(
          'chain-rule',
          own,
          t.div(own.term, factor),
          `it holds without the factor ${about.text(factor)}`,
        );
      }
    }
  }
}

const COMPOSED = new Set([
  'exp',
  'log',
  'log2',
  'sqrt',
  'pow',
  'tanh',
  'sigmoid',
  'softplus',
  'relu',
  'erf',
  'Phi',
  'app',
  'div',
]);

const TERMS = new Set(['add', 'sub', 'neg']);

const mayLackFactor = ({ parent, indices }: Place): boolean =>
  indices.length === 0 && (!parent || TERMS.has(parent.term.op));

/** The derivatives by all entries added up: what remains when a delta was forgotten. */
export function* forgottenDeltas(about: Wrong): Generator<Edit> {
  const { t, context } = about;
  for (const place of derivativesOf(about)) {
    const target = arg(place.term, 1);
    const symbol = target.op === 'at' ? headOf(target) : undefined;
    const axes = symbol && context.declarations.get(symbol.name)?.axes;
    if (!symbol || !axes || place.indices.length > 0) continue;
    const indices = indicesOf(target);
    for (const [k, axis] of axes.entries()) {
      const letter = `%${k}`;
      const index = indices[k];
      if (index?.op !== 'sym') continue;
      const moved = replaceAll(t.arena, target, index, t.sym(letter));
      const all = t.sum(letter, axis.lo, axis.hi, t.diff(arg(place.term, 0), moved));
      const changed = place.put(all);
      const entry = about.text(target);
      const sentence = `the ${about.side} side adds up the derivatives by all entries of ${about.name(symbol)}: only the terms with ${entry} depend on ${entry}, is a delta forgotten?`;
      // The other side is what is changed: by what was done wrongly.
      const { side, wrong } = about;
      yield side === 'right'
        ? { kind: 'delta', side: 'left', left: changed, right: wrong, sentence }
        : { kind: 'delta', side: 'right', left: wrong, right: changed, sentence };
    }
  }
}

/** A sum over all entries in the place of the one term that depends on the target. */
export function* sumsOfOthers(about: Wrong): Generator<Edit> {
  const { t } = about;
  const targets = derivativesOf(about).map(({ term }) => arg(term, 1));
  for (const place of about.own) {
    if (place.term.op !== 'sum') continue;
    for (const target of targets)
      for (const index of indicesOf(target)) {
        const own = instantiate(t.arena, arg(place.term, 2), [index]);
        const sentence = `${about.instead(own, place.term)}: only one term depends on ${about.text(target)}, is a delta forgotten?`;
        if (index.loose === 0) yield about.edit('delta', place, own, sentence);
      }
  }
}

function headOf(term: Term): Term {
  let head = term;
  while (head.op === 'at') head = arg(head, 0);
  return head;
}

function indicesOf(term: Term): Term[] {
  const found: Term[] = [];
  for (let base = term; base.op === 'at'; base = arg(base, 0)) found.unshift(arg(base, 1));
  return found;
}
