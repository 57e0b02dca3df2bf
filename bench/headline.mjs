/** The gradient of softmax cross-entropy for symbolic n and C: as a process, and in process. */
import { fileURLToPath } from 'node:url';
import { ms, table, warm, wholeProcess } from './table.mjs';

const EXPRESSION = 'diff(J, z[a,b])';

const DECLARATIONS = `
size n, C
real z[n, C]
onehot y[n, C]
index i in 1..n, c in 1..C
let yhat[i,c] = exp(z[i,c]) / sum(k in 1..C, exp(z[i,k]))
let J = -sum(i, sum(c, y[i,c]*log(yhat[i,c])))
`;

const SYMPY = `
import time
from sympy import *
n, C, j, d, i, c, k = symbols('n C j d i c k', integer=True, positive=True)
z, y = IndexedBase('z'), IndexedBase('y')
def answer():
    J = -Sum(Sum(y[i,c]*log(exp(z[i,c])/Sum(exp(z[i,k]), (k,1,C))), (c,1,C)), (i,1,n))
    return diff(J, z[j,d]).doit()
answer()
times = []
for _ in range(5):
    from sympy.core.cache import clear_cache
    clear_cache()
    t = time.perf_counter(); answer(); times.append(time.perf_counter() - t)
print(sorted(times)[2]*1000)
`;

export async function headline(dist) {
  const document = fileURLToPath(new URL('../proofs/09-softmax-cross-entropy.md', import.meta.url));
  const main = fileURLToPath(new URL('cli/main.js', dist));
  const empty = wholeProcess('node', ['-e', '0']);
  const derive = wholeProcess('node', [main, 'derive', EXPRESSION, '-c', document]);
  const ratio = empty && derive ? `${(derive / empty).toFixed(1)} ×` : '';
  const python = wholeProcess('python3', ['-c', 'import sympy']);
  table(
    'Whole process',
    ['what', 'time', 'of an empty node'],
    [
      ['`node -e 0`', ms(empty), '1 ×'],
      [`\`gradus derive '${EXPRESSION}'\``, ms(derive), ratio],
      ["`python3 -c 'import sympy'`, no work", ms(python), ''],
    ],
  );

  const { deriveExpression } = await import(new URL('document/derive.js', dist).href);
  const text = `\`\`\`gradus\n${DECLARATIONS}\`\`\`\n`;
  const run = () => {
    const found = deriveExpression(EXPRESSION, { document: text });
    if (found?.result.text !== 'ŷ[a,b] − y[a,b]') throw new Error(`got ${found?.result.text}`);
  };
  table(
    'In process, warm, symbolic n and C',
    ['what', 'time'],
    [
      ['Gradus: read, derive, replay, write ŷ − y', ms(warm(run, { before: 20, calls: 41 }))],
      ['SymPy: `diff` and `doit`, no proof', await sympy()],
    ],
  );
}

async function sympy() {
  const { spawnSync } = await import('node:child_process');
  const { status, stdout } = spawnSync('python3', ['-c', SYMPY], { encoding: 'utf8' });
  return status === 0 ? ms(Number(stdout)) : 'skipped: python3 has no sympy';
}
