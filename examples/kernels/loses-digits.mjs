/** The textbook's p − y: where p is nearly 1, the subtraction leaves nothing of it. */

export function gradient({ n, C, z, y }) {
  const g = new Float64Array(n * C);
  for (let i = 0; i < n; i++) {
    const row = z.subarray(i * C, (i + 1) * C);
    const m = Math.max(...row);
    const e = row.map((entry) => Math.exp(entry - m));
    const total = e.reduce((sum, entry) => sum + entry, 0);
    for (let c = 0; c < C; c++) g[i * C + c] = (e[c] / total - y[i * C + c]) / n;
  }
  return g;
}
