/** Counterexamples in a sentence: `at K = 2, q = [1/2, 1/2]: left 0.6931…, right −0.6931…`. */
import { decoratedName } from '../language/decorated-name.js';
import type { Candidate, Counterexample, Plain } from '../numeric/counterexample.js';

const MINUS = '−';

/** Digits shown of a number that is not short. */
const DIGITS = 4;

export function describeCounterexample(counterexample: Counterexample): string {
  const { sizes, indices, values, entry, candidates, reason } = counterexample;
  const places = Object.entries({ ...sizes, ...indices, ...values }).map(assignment);
  if (entry) places.push(`entry [${entry.join(', ')}]`);
  const at = places.length > 0 ? `at ${places.join(', ')}: ` : '';
  if (candidates)
    return `${at}${candidates.map(describeCandidate).join('; but ')}${because(reason)}`;
  return `${at}${sidesOf(counterexample)}${because(reason)}`;
}

const sidesOf = ({ left, right }: Pick<Counterexample, 'left' | 'right'>): string =>
  `left ${numberText(left)}, right ${numberText(right)}`;

const because = (reason: string | undefined): string => (reason ? ` (${reason})` : '');

function describeCandidate({ values, left, right }: Candidate): string {
  const places = Object.entries(values).map(assignment);
  return `${places.join(', ')} gives ${sidesOf({ left, right })}`;
}

const assignment = ([name, value]: readonly [string, Plain]): string =>
  `${decoratedName(name)} = ${plainText(value)}`;

function plainText(value: Plain): string {
  if (typeof value === 'number') return withMinus(String(value));
  if (typeof value === 'string') return withMinus(value);
  return `[${value.map(plainText).join(', ')}]`;
}

const withMinus = (text: string): string => text.replace(/^-/, MINUS);

/** A short number as it is, a long one cut after some digits: 0.25, 0.6931…, 2.107e−13. */
export function numberText(value: number | 'undefined'): string {
  if (typeof value !== 'number') return value;
  const whole = String(value);
  if (whole.length <= DIGITS + 3) return minusSigns(whole);
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-4) return minusSigns(value.toExponential(DIGITS - 1));
  const places = Math.max(0, DIGITS - Math.max(0, Math.floor(Math.log10(size)) + 1));
  const scale = 10 ** places;
  return minusSigns(`${(Math.trunc(value * scale) / scale).toFixed(places)}…`);
}

const minusSigns = (text: string): string => text.replaceAll('-', MINUS);
