/**
 * Sums and products of the same terms over different ranges: the longer range is split where the
 * shorter one ends, so that both sides of an equation speak of the same ranges.
 */
import type { Scope } from '../kernel/scope.js';
import type { Derivation } from '../strategy/derivation.js';
import { topDown } from '../strategy/strategy.js';
import { subterms } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { Form } from './form.js';

/** Most splits for one equation. */
const MAX_SPLITS = 8;

const RULES = { sum: 'sum-split', prod: 'prod-split' } as const;

type Folded = Term & { readonly op: keyof typeof RULES };

/** True of a sum or product of which the scope can speak. */
const isFolded =
  (scope: Scope) =>
  (term: Term): term is Folded =>
    (term.op === 'sum' || term.op === 'prod') && scope.knows(term);

/** Both lines with common ranges; undefined when nothing was split. */
export function withCommonRanges(
  form: Form,
  left: Derivation,
  right: Derivation,
): readonly [Derivation, Derivation] | undefined {
  const lines = [left.copy(), right.copy()] as const;
  let any = false;
  for (let count = 0; count < MAX_SPLITS; count++) {
    if (!splitOnce(form, lines)) break;
    any = true;
  }
  return any ? lines : undefined;
}

function splitOnce(form: Form, lines: readonly [Derivation, Derivation]): boolean {
  const { scope } = lines[0];
  const terms = new Set(lines.flatMap((d) => subterms(d.current)));
  const folded = [...terms].filter(isFolded(scope));
  const pairs = folded.flatMap((longer) =>
    folded.flatMap((shorter) =>
      longer !== shorter && longer.op === shorter.op ? [[longer, shorter] as const] : [],
    ),
  );
  const isSame = ([longer, shorter]: readonly [Folded, Folded]): boolean =>
    longer.args[2] === shorter.args[2];
  const cut = (longer: Folded, c: Term): boolean =>
    lines.map((d) => splitAt(form, d, longer, c)).some(Boolean);
  return (
    pairs
      .filter(isSame)
      .some(([longer, shorter]) =>
        placesOf(form, lines[0], longer, shorter).some((c) => cut(longer, c)),
      ) ||
    pairs.some(([longer, shorter]) => {
      const c = firstPlace(form, lines[0], longer, shorter);
      return c !== undefined && cut(longer, c);
    })
  );
}

/** The start of a range, where that of other terms starts one later and ends with it. */
function firstPlace(form: Form, d: Derivation, longer: Folded, shorter: Folded): Term | undefined {
  const { arena } = d.scope;
  const [a, b] = longer.args as [Term, Term];
  const [lo, hi] = shorter.args as [Term, Term];
  const rise = form.of(d.scope, arena.make('sub', [lo, a])).current;
  return b === hi && rise === arena.num(1) ? a : undefined;
}

/** Where the longer range could be split: behind the other's end, or before its start. */
function placesOf(form: Form, d: Derivation, longer: Folded, shorter: Folded): Term[] {
  const { arena } = d.scope;
  const [a, b] = longer.args as [Term, Term];
  const [lo, hi] = shorter.args as [Term, Term];
  if (a === lo) return b === hi ? [] : [hi];
  const before = form.of(d.scope, arena.make('sub', [lo, arena.num(1)])).current;
  return before === b ? [] : [before];
}

function splitAt(form: Form, d: Derivation, whole: Folded, c: Term): boolean {
  const before = d.current;
  const split = topDown(
    (inner) => inner.current === whole && form.engine.rule(inner, RULES[whole.op], { c }),
  );
  split(d);
  if (d.current === before) return false;
  form.normalize(d);
  return true;
}
