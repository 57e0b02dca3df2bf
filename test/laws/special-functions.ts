/** Gamma and error functions on doubles, written for the laws alone. */

const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** log Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const series = LANCZOS.reduce((sum, c, i) => (i === 0 ? c : sum + c / (x - 1 + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** Γ(x) for x > 0; exact for small whole numbers. */
export function gamma(x: number): number {
  if (!Number.isInteger(x) || x > 22) return Math.exp(logGamma(x));
  let product = 1;
  for (let k = 2; k < x; k++) product *= k;
  return product;
}

/** The derivative of log Γ for x > 0. */
export function digamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < 12) sum -= 1 / shifted++;
  const r = 1 / (shifted * shifted);
  const tail = r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132)))));
  return sum + Math.log(shifted) - 0.5 / shifted - tail;
}

export function erf(x: number): number {
  if (x < 0) return -erf(-x);
  if (x > 3) return 1 - complement(x);
  let term = x;
  let sum = x;
  for (let n = 1; n < 120; n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** 1 - erf(x) for x > 3, by its continued fraction. */
function complement(x: number): number {
  let fraction = 0;
  for (let n = 80; n > 0; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}
