/** A sum over all classes of y · log p: where z is masked by −∞, it adds 0 · (−∞), which is NaN. */
export { gradient } from './correct.mjs';

export function loss({ n, C, z, y }) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    const row = z.subarray(i * C, (i + 1) * C);
    const top = row.indexOf(Math.max(...row));
    const m = row[top];
    let sum = 0;
    row.forEach((entry, c) => {
      if (c !== top) sum += Math.exp(entry - m);
    });
    for (let c = 0; c < C; c++) total += y[i * C + c] * (Math.log1p(sum) + (m - row[c]));
  }
  return total / n;
}
