/**
 * log 2 and π as integers scaled by 2^bits, right to one unit. Computed once per precision:
 * a cache of constants is the only thing this module remembers.
 */

const logTwoAt = new Map<number, bigint>();
const piAt = new Map<number, bigint>();

/** Extra bits that swallow the rounding of every term of the series below. */
const GUARD = 24;

/** Σ ±1/((2k+1)·n^(2k+1)), scaled: atanh(1/n), or atan(1/n) when the signs alternate. */
function inverseSeries(n: bigint, bits: number, alternating: boolean): bigint {
  const square = n * n;
  let power = (1n << BigInt(bits)) / n;
  let total = power;
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= square;
    const term = power / k;
    total += alternating && k % 4n === 3n ? -term : term;
  }
  return total;
}

function remembered(
  cache: Map<number, bigint>,
  bits: number,
  compute: (bits: number) => bigint,
): bigint {
  const found = cache.get(bits);
  if (found !== undefined) return found;
  const value = compute(bits + GUARD) >> BigInt(GUARD);
  cache.set(bits, value);
  return value;
}

/** floor(log 2 · 2^bits), at most one off. */
export const scaledLogTwo = (bits: number): bigint =>
  remembered(
    logTwoAt,
    bits,
    (b) =>
      18n * inverseSeries(26n, b, false) -
      2n * inverseSeries(4801n, b, false) +
      8n * inverseSeries(8749n, b, false),
  );

/** floor(π · 2^bits), at most one off. */
export const scaledPi = (bits: number): bigint =>
  remembered(
    piAt,
    bits,
    (b) => 16n * inverseSeries(5n, b, true) - 4n * inverseSeries(239n, b, true),
  );
