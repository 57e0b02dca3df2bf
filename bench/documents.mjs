/**
 * Documents for measurements: three claims each, of the kind that `proofs/` makes, with letters,
 * ranges and numbers drawn by a seed. No two have the same text.
 */

/** Numbers from 0 to n - 1, the same for the same seed (mulberry32). */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

const LETTERS = [...'abcdfghjlmpqrstuvwxz', 'alpha', 'beta', 'theta', 'mu', 'eta', 'rho'];
const SIZES = [...'CDHKMNPQST'];

/** Draws names that are not used yet, ranges and numbers. */
function drawer(random) {
  const used = new Set();
  const from = (names) => {
    const free = names.filter((name) => !used.has(name));
    const name = free[random(free.length)];
    used.add(name);
    return name;
  };
  return {
    letter: () => from(LETTERS),
    size: () => from(SIZES),
    whole: () => 2 + random(8),
    /** A range of so many indices, from 0 or from 1. */
    range: (size) => (random(2) === 0 ? `1..${size}` : `0..${size}-1`),
  };
}

/** Each subject gives the declarations and three claims. */
const SUBJECTS = [
  function logarithms({ letter, whole }) {
    const [u, v, w, k] = [letter(), letter(), letter(), whole()];
    return `positive ${u}, ${v}, ${w}

claim product: log(${u}*${v}/${w}) == log(${u}) + log(${v}) - log(${w})
claim power: log(${u}^${k}*${v}) == ${k}*log(${u}) + log(${v})
calc quotient:
     log(${u}/${v}) + log(${v})
  == log(${u}) - log(${v}) + log(${v})
  == log(${u})`;
  },
  function likelihood({ letter, size, range }) {
    const [p, y, k, K] = [letter(), letter(), letter(), size()];
    const R = range(K);
    return `size ${K}
positive ${p}[${R}]
real ${y}[${R}]

claim log-likelihood: log(prod(${k} in ${R}, ${p}[${k}]^${y}[${k}])) == sum(${k} in ${R}, ${y}[${k}]*log(${p}[${k}]))
claim negative: -log(prod(${k} in ${R}, ${p}[${k}])) == -sum(${k} in ${R}, log(${p}[${k}]))
claim constant: sum(${k} in ${R}, log(${p}[${k}]) + ${y}[${k}]) == sum(${k} in ${R}, log(${p}[${k}])) + sum(${k} in ${R}, ${y}[${k}])`;
  },
  function leastSquares({ letter, size, range, whole }) {
    const [x, m, i, n, d] = [letter(), letter(), letter(), size(), whole()];
    const R = range(n);
    return `size ${n}
real ${x}[${R}], ${m}
let loss = sum(${i} in ${R}, (${x}[${i}] - ${m})^2)/(${d}*${n})

claim slope: diff(loss, ${m}) == 2*(${n}*${m} - sum(${i} in ${R}, ${x}[${i}]))/(${d}*${n})
claim expanded: sum(${i} in ${R}, (${x}[${i}] - ${m})^2) == sum(${i} in ${R}, ${x}[${i}]^2) - 2*${m}*sum(${i} in ${R}, ${x}[${i}]) + ${n}*${m}^2
claim curvature: diff(loss, ${m}, ${m}) == 2/${d}`;
  },
  function sigmoid({ letter, whole }) {
    const [t, f, g, k] = [letter(), letter(), letter(), whole()];
    return `real ${t}, ${g}
let ${f} = 1/(1 + exp(-${t}))

claim slope: diff(${f}, ${t}) == ${f}*(1 - ${f})
claim mirror: 1 - ${f} == 1/(1 + exp(${t}))
claim scaled: exp(${k}*${t} + ${g}) == exp(${t})^${k}*exp(${g})`;
  },
  function softmax({ letter, size, range }) {
    const [z, s, a, b, k, K] = [letter(), letter(), letter(), letter(), letter(), size()];
    const R = range(K);
    return `size ${K}
real ${z}[${R}]
index ${a} in ${R}, ${b} in ${R}
let ${s}[${a}] = exp(${z}[${a}])/sum(${k} in ${R}, exp(${z}[${k}]))

claim sums-to-one: sum(${k} in ${R}, ${s}[${k}]) == 1
claim log-softmax: log(${s}[${a}]) == ${z}[${a}] - log(sum(${k} in ${R}, exp(${z}[${k}])))
claim log-sum-exp: diff(log(sum(${k} in ${R}, exp(${z}[${k}]))), ${z}[${a}]) == ${s}[${a}]`;
  },
  function crossEntropy({ letter, size, range }) {
    const [z, y, s, a, b, i, c, k] = Array.from({ length: 8 }, letter);
    const [n, C] = [size(), size()];
    const [N, R] = [range(n), range(C)];
    const total = `sum(${k} in ${R}, exp(${z}[${i},${k}]))`;
    const scores = `sum(${i}, sum(${c}, ${y}[${i},${c}]*${z}[${i},${c}]))`;
    return `size ${n}, ${C}
real ${z}[${N}, ${R}]
onehot ${y}[${N}, ${R}]
index ${i} in ${N}, ${c} in ${R}, ${a} in ${N}, ${b} in ${R}
let ${s}[${i},${c}] = exp(${z}[${i},${c}])/${total}
let loss = -sum(${i}, sum(${c}, ${y}[${i},${c}]*log(${s}[${i},${c}])))

calc loss-in-lines:
     loss
  == -sum(${i}, sum(${c}, ${y}[${i},${c}]*(${z}[${i},${c}] - log(${total}))))
  == -${scores} + sum(${i}, log(${total}))
claim gradient: diff(loss, ${z}[${a},${b}]) == ${s}[${a},${b}] - ${y}[${a},${b}]
claim mean-gradient: diff(loss/${n}, ${z}[${a},${b}]) == (${s}[${a},${b}] - ${y}[${a},${b}])/${n}`;
  },
  function logistic({ letter, size, range }) {
    const [x, w, y, s, i, f, g] = Array.from({ length: 7 }, letter);
    const [n, d] = [size(), size()];
    const [N, D] = [range(n), range(d)];
    const residual = `(sigmoid(${s}[${i}]) - ${y}[${i}])`;
    return `size ${n}, ${d}
real ${x}[${N}, ${D}], ${w}[${D}]
binary ${y}[${N}]
index ${i} in ${N}, ${f} in ${D}, ${g} in ${D}
let ${s}[${i}] = sum(${f}, ${x}[${i},${f}]*${w}[${f}])
let loss = -sum(${i}, ${y}[${i}]*log(sigmoid(${s}[${i}])) + (1 - ${y}[${i}])*log(1 - sigmoid(${s}[${i}])))

claim with-logits: loss == sum(${i}, softplus(${s}[${i}]) - ${y}[${i}]*${s}[${i}])
claim by-weights: diff(loss, ${w}[${g}]) == sum(${i}, ${x}[${i},${g}]*${residual})
claim mean-by-weights: diff(loss/${n}, ${w}[${g}]) == sum(${i}, ${x}[${i},${g}]*${residual})/${n}`;
  },
  function curvature({ letter, size, range }) {
    const [z, y, p, a, b, k, j, v] = Array.from({ length: 8 }, letter);
    const K = size();
    const R = range(K);
    const hessian = `${p}[${a}]*(delta(${a}, ${b}) - ${p}[${b}])`;
    return `size ${K}
real ${z}[${R}], ${v}[${R}]
onehot ${y}[${R}]
index ${a} in ${R}, ${b} in ${R}, ${k} in ${R}
let ${p}[${k}] = exp(${z}[${k}])/sum(${j} in ${R}, exp(${z}[${j}]))
let loss = -sum(${k}, ${y}[${k}]*log(${p}[${k}]))
let mean = sum(${k}, ${p}[${k}]*${v}[${k}])

claim hessian: diff(loss, ${z}[${a}], ${z}[${b}]) == ${hessian}
claim flat-direction: sum(${b}, ${hessian}) == 0
calc variance:
     sum(${a}, sum(${b}, ${v}[${a}]*${hessian}*${v}[${b}]))
  == sum(${k}, ${p}[${k}]*${v}[${k}]^2) - mean^2
  == sum(${k}, ${p}[${k}]*(${v}[${k}] - mean)^2)`;
  },
  function linear({ letter, size, range, whole }) {
    const [x, w, g, f, h, d, k] = [
      ...[letter(), letter(), letter(), letter(), letter()],
      size(),
      whole(),
    ];
    const R = range(d);
    return `size ${d}
real ${x}[${R}], ${w}[${R}], ${h}
index ${g} in ${R}
let score = sum(${f} in ${R}, ${w}[${f}]*${x}[${f}]) + ${h}

claim by-weight: diff(score, ${w}[${g}]) == ${x}[${g}]
claim squared: diff((score - ${k})^2/2, ${w}[${g}]) == (score - ${k})*${x}[${g}]
claim by-bias: diff(exp(score), ${h}) == exp(score)`;
  },
  function normal({ letter, whole }) {
    const [x, m, s, k] = [letter(), letter(), letter(), whole()];
    return `real ${x}, ${m}
positive ${s}
let density = exp(-(${x} - ${m})^2/(2*${s}^2))/(${s}*sqrt(2*pi))

claim score: diff(-(${x} - ${m})^2/(2*${s}^2), ${m}) == (${x} - ${m})/${s}^2
claim shifted: (${x} + ${k} - ${m})^2 == (${x} - ${m})^2 + ${2 * k}*(${x} - ${m}) + ${k * k}
calc log-density:
     log(density)
  == log(exp(-(${x} - ${m})^2/(2*${s}^2))) - log(${s}*sqrt(2*pi))
  == -(${x} - ${m})^2/(2*${s}^2) - log(${s}*sqrt(2*pi))`;
  },
];

/** So many documents, each with its name. */
export function documents(count, seed = 1) {
  return Array.from({ length: count }, (_, k) => {
    const subject = SUBJECTS[k % SUBJECTS.length];
    const text = subject(drawer(randomNumbers(seed * 100_003 + k)));
    const title = `# ${subject.name}, ${k + 1}`;
    const body = `${title}\n\nA document of a measurement.\n\n\`\`\`gradus\n${text}\n\`\`\`\n`;
    return { name: `${String(k + 1).padStart(4, '0')}-${subject.name}.md`, text: body };
  });
}
