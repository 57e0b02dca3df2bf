/** Deltas, brackets and case distinctions in the normal form. */

import type { Derivation } from '../strategy/derivation.js';
import { arg } from '../term/term.js';
import type { Form } from './form.js';

/** 1 or 0 where that can be shown, else with its indices in a fixed order. */
export function normalizeDelta(form: Form, d: Derivation): void {
  const { engine } = form;
  form.arguments(d);
  const [i, j] = d.current.args;
  if (!i || !j) return;
  if (i === j) engine.rule(d, 'delta-same');
  else if (engine.rule(d, 'delta-equal') || engine.rule(d, 'delta-distinct')) return;
  else if (BINARY.some((rule) => engine.rule(d, rule))) form.normalize(d);
  else if (i.id > j.id) engine.rule(d, 'delta-symmetric');
}

/** A label that is 0 or 1 compared with 0 or 1. */
const BINARY = ['delta-binary-one', 'delta-one-binary', 'delta-binary-zero', 'delta-zero-binary'];

const BY_TRUTH = {
  eq: ['iverson-true', 'iverson-eq-false', 'iverson-delta'],
  ne: ['iverson-ne'],
  le: ['iverson-le-true', 'iverson-le-false'],
  lt: ['iverson-lt'],
  and: ['iverson-and'],
  not: ['iverson-not'],
} as const;

/** A bracket by the truth of its condition, or by simpler brackets. */
export function normalizeBracket(form: Form, d: Derivation): void {
  const { engine } = form;
  d.inside(0, (inner) => form.arguments(inner));
  const { op } = arg(d.current, 0);
  if (!Object.hasOwn(BY_TRUTH, op)) return;
  for (const rule of BY_TRUTH[op as keyof typeof BY_TRUTH]) if (engine.rule(d, rule)) return;
}

/** A case distinction as a sum with deltas or brackets. */
export function normalizeIf(form: Form, d: Derivation): void {
  const { engine } = form;
  for (const rule of ['if-eq', 'if-ne', 'if-le', 'if-lt']) if (engine.rule(d, rule)) return;
  form.arguments(d);
}
