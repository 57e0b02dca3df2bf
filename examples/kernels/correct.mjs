/**
 * Softmax cross-entropy from logits, the mean over the samples, in a form that cancels nothing:
 * the loss as log1p of the others plus a difference, the gradient at the label as minus the
 * others. y holds one-hot rows.
 */

/** The sum of exp(z - m) over a row, without the entry at `skip`. */
function others({ C, z }, i, m, skip) {
  let sum = 0;
  for (let c = 0; c < C; c++) if (c !== skip) sum += Math.exp(z[i * C + c] - m);
  return sum;
}

function placeOfMax({ C, z }, i) {
  let place = 0;
  for (let c = 1; c < C; c++) if (z[i * C + c] > z[i * C + place]) place = c;
  return place;
}

const labelOf = ({ C, y }, i) => y.subarray(i * C, (i + 1) * C).indexOf(1);

export function loss(data) {
  const { n, C, z } = data;
  let total = 0;
  for (let i = 0; i < n; i++) {
    const top = placeOfMax(data, i);
    const m = z[i * C + top];
    total += Math.log1p(others(data, i, m, top)) + (m - z[i * C + labelOf(data, i)]);
  }
  return total / n;
}

export function gradient(data) {
  const { n, C, z } = data;
  const g = new Float64Array(n * C);
  for (let i = 0; i < n; i++) {
    const m = z[i * C + placeOfMax(data, i)];
    const label = labelOf(data, i);
    const total = others(data, i, m, -1);
    for (let c = 0; c < C; c++) g[i * C + c] = Math.exp(z[i * C + c] - m) / (total * n);
    g[i * C + label] = -others(data, i, m, label) / (total * n);
  }
  return g;
}
