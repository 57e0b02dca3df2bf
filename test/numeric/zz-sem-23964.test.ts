import { test } from 'vitest';
import { check, verdict } from '/work/main/test/numeric/claim-text.js';
const cases: [string, string, string][] = [
  ['', 'log(0) == 0', 'R'], ['', '1/0 == 1/0', 'R'], ['', '0^(-1) == 0', 'R'], ['', '(-8)^(1/3) == -2', 'R'], ['', 'sqrt(-1) == 1', 'R'],
  ['', '0^0 == 1', 'A'], ['real x', 'x^0 == 1', 'A'], ['', '4^(1/2) == 2', 'A'], ['', 'sqrt(2)*sqrt(2) == 2', 'A'],
  ['size n >= 0\nreal x[n]', 'sum(i in 1..n, x[i]) == sum(i in 1..n, x[i]) + 0', 'A'],
  ['size n >= 0\nreal x[n]', 'max(i in 1..n, x[i]) == max(i in 1..n, x[i])', 'R'],
  ['size n\nreal x[n]', 'x[n+1] == x[n+1]', 'R'], ['size n\nreal x[n]', 'sum(i in 1..n, x[i]) == sum(i in 0..n, [i > 0]*x[i])', 'A'],
  ['real x', '[x > 0]*log(x) == if(x > 0, log(x), 0)', 'A'], ['real x', '[x > 0]*2*log(x) == 2*if(x > 0, log(x), 0)', 'A'],
  ['real x', 'log(x)*(3*[x > 0]) == 3*if(x > 0, log(x), 0)', 'A'],
  ['', '0*log(0) == 0', 'R'], ['convention 0*log(0) = 0', '0*log(0) == 0', 'A'], ['convention 0*log(0) = 0', '0/0 == 0', 'R'], ['convention 0*log(0) = 0', '0*(1/0) == 0', 'R'], ['convention 0*log(0) = 0', '1*log(0) == 1*log(0)', 'R'],
  ['real x', 'log(1 + exp(-300)) == 0', 'R'], ['real x', 'x*(1+1/10^9) == x', 'R'], ['real x', 'x + 1/10^30 == x', 'R'],
  ['real x', 'diff(abs(x), x) == sign(x)', 'R'], ['real x\nassume x != 0', 'diff(abs(x), x) == sign(x)', 'A'],
  ['real x', 'diff(relu(x), x) == [x > 0]', 'R'], ['real x\nassume x != 0', 'diff(relu(x), x) == [x > 0]', 'A'], ['real x', 'diff(relu(x)-relu(-x), x) == 1', 'A'], ['real x', 'diff(abs(x)^2, x) == 2*x', 'A'],
  ['real x', 'diff(softplus(x), x) == sigmoid(x)', 'A'], ['real x', 'diff(tanh(x), x) == 1 - tanh(x)^2', 'A'], ['real x', 'diff(diff(softplus(x), x), x) == sigmoid(x)*(1-sigmoid(x))', 'A'], ['real x', 'diff(diff(softplus(x), x), x) == sigmoid(x)*(1-sigmoid(x))*(1+1/10^9)', 'R'],
  ['positive x', 'diff(x^x, x) == x^x*(log(x)+1)', 'A'], ['positive x', 'diff(lgamma(x), x) == digamma(x)', 'A'], ['positive x', 'diff(gamma(x), x) == gamma(x)*digamma(x)', 'A'], ['real x', 'diff(erf(x), x) == 2/sqrt(pi)*exp(-x^2)', 'A'], ['real x', 'diff(Phi(x), x) == exp(-x^2/2)/sqrt(2*pi)', 'A'],
  ['integer n >= 0', 'factorial(n) == gamma(n+1)', 'A'], ['integer n >= 0\ninteger k >= 0\nassume k <= n', 'binom(n,k) == factorial(n)/(factorial(k)*factorial(n-k))', 'A'],
  ['', 'int(x in -inf..inf, exp(-x^2)) == sqrt(pi)', 'A'], ['', 'int(x in 0..inf, exp(-x)) == 1', 'A'], ['real a', 'diff(int(x in 0..1, exp(a*x)), a) == int(x in 0..1, x*exp(a*x))', 'A'], ['', 'int(x in 0..1, 1/sqrt(x)) == 2', 'A'], ['', 'int(x in 0..1, x) == 1/2 + 1/10^9', 'R'],
  ['size K\nreal z[K]\nindex a in 1..K, b in 1..K\nlet p[k in 1..K] = exp(z[k])/sum(j in 1..K, exp(z[j]))', 'diff(p[a], z[b]) == p[a]*(delta(a,b) - p[b])', 'A'],
  ['size K\nreal z[K]\nindex a in 1..K, b in 1..K\nlet p[k in 1..K] = exp(z[k])/sum(j in 1..K, exp(z[j]))', 'diff(p[a], z[b]) == p[a]*(1 - p[b])', 'R'],
  ['size K\nreal z[K]\nindex a in 1..K, b in 1..K\nlet L = log(sum(j in 1..K, exp(z[j])))\nlet p[k in 1..K] = exp(z[k])/sum(j in 1..K, exp(z[j]))', 'diff(diff(L, z[a]), z[b]) == p[a]*(delta(a,b) - p[b])', 'A'],
  ['size K\nsimplex p[K], q[K]', 'sum(k in 1..K, p[k]*log(p[k]/q[k])) >= 0', 'A'], ['size K\nsimplex p[K], q[K]', 'sum(k in 1..K, p[k]*log(p[k]/q[k])) > 0', 'R'],
  ['real x', 'x^2 - 2*x + 1 >= 0', 'A'], ['real x', 'x^2 - 7*x + 12.2499 >= 0', 'R'], ['real x, y', 'x^2 + y^2 + 1 > 2*x*y', 'A'], ['real x, y', '(x-1.37)^2 + (y+0.61)^2 >= 0.0000001', 'R'],
  ['real x', 'exp(x) >= 1 + x', 'A'], ['real x', 'sqrt(x^2) == x', 'R'], ['real x', 'sqrt(x^2) == abs(x)', 'A'],
  ['function f(real)\nreal x, y', 'f(x+y) == f(x) + f(y)', 'R'], ['function f(real)\nreal x', 'f(x) - f(x) == 0', 'A'], ['smooth f(real), g(real)\nreal x', 'diff(f(x)*g(x), x) == diff(f(x), x)*g(x) + f(x)*diff(g(x), x)', 'A'], ['increasing h(real)\nreal x, y\nassume x < y', 'h(x) < h(y)', 'A'], ['smooth h(real)\nreal x, y\nassume x < y', 'h(x) < h(y)', 'R'],
  ['increasing h(real)\nreal w', 'argmin(w, w^2) == argmin(w, h(w^2))', 'A'], ['real w', 'argmin(w, w^2) == argmin(w, w^4)', 'A'], ['real w', 'argmin(w, w^2) == argmin(w, w^3)', 'R'], ['real w', 'argmax(w, -w^2) == argmin(w, w^2)', 'A'],
  ['real x\nassume x > 1\nassume x < 0', 'x == x', 'N'], ['real x, y\nassume x^2 + y^2 == 1', 'x^2 == 1 - y^2', 'A'], ['real x[3]\nassume sum(k in 1..3, x[k]) == 1', 'x[3] == 1 - x[1] - x[2]', 'A'],
  ['size n\nspd A[n,n]\nreal b[n]', 'matmul(A, matmul(inv(A), b)) == b', 'A'], ['size n\nspd A[n,n]\nreal b[n]', 'matmul(inv(A), matmul(A, b)) == b', 'A'], ['real A[2,2]', 'det(A) == A[1,1]*A[2,2] - A[1,2]*A[2,1]', 'A'], ['size n\nspd A[n,n]\nindex i in 1..n, j in 1..n', 'diff(log(det(A)), A[i,j]) == inv(A)[j,i]', 'A'],
  ['size n\nspd A[n,n]', 'det(A) > 0', 'A'], ['real A[2,2]', 'matmul(A, inv(A)) == eye(2)', 'R'],
  ['size n\nreal z[n]\nindex i in 1..n', 'diff(logsumexp(z), z[i]) == softmax(z)[i]', 'A'],
  ['size n\nreal z[n]', 'logsumexp(z) >= max(i in 1..n, z[i])', 'A'],
  ['size n\nreal z[n]', 'logsumexp(z) <= max(i in 1..n, z[i])', 'R'],
  ['size n\nreal z[n]', 'logsumexp(z) <= max(i in 1..n, z[i]) + log(n)', 'A'],
  ['size n\nreal z[n]', 'max(i in 1..n, z[i]) == z[1]', 'R'],
  ['binary y\nreal z', 'softplus(z) - y*z == max(z, 0) - z*y + log(1 + exp(-abs(z)))', 'A'],
  ['real x, y', 'abs(x - y) == abs(y - x)', 'A'],
  ['size n\nreal x[n]', 'diff(max(i in 1..n, x[i]), x[1]) == [x[1] == max(i in 1..n, x[i])]', 'R'],
  ['positive x', 'log2(x) == log(x)/log(2)', 'A'], ['positive x', 'log10(x) == log(x)/log(10)', 'A'], ['positive x', 'log10(x) == log(x)/log(2)', 'R'],
  ['real x', 'diff(if(x > 0, x^2, 0), x) == 2*relu(x)', 'A'], ['real x', 'diff([x > 0], x) == 0', 'R'],
  ['nonneg x', 'diff(sqrt(x), x) == 1/(2*sqrt(x))', 'R'], ['positive x', 'diff(sqrt(x), x) == 1/(2*sqrt(x))', 'A'],
  ['real a in [1, 2]', 'a >= 1', 'A'], ['real a in [1, 2]', 'a > 1', 'R'], ['real a in [1, 2]', 'a < 2', 'R'],
  ['sign s', 's^2 == 1', 'A'], ['sign s', 's == 1', 'R'], ['size n\nonehot or zero y[n]', 'sum(k in 1..n, y[k]) == 1', 'R'], ['size n\nsymmetric A[n,n]\nindex i in 1..n, j in 1..n', 'A[i,j] == A[j,i]', 'A'],
  ['size n\nlabel t[n] in 1..n', 'sum(i in 1..n, sum(k in 1..n, [t[i]==k])) == n', 'A'],
  ['size n\nreal x[n]', 'sum(i in 1..n, (x[i] - 1/n*sum(j in 1..n, x[j]))^2) == sum(i in 1..n, x[i]^2) - n*(1/n*sum(j in 1..n, x[j]))^2', 'A'],
];
test('semantics', () => {
  for (const [d, c, want] of cases) {
    let got = '';
    const t0 = performance.now();
    let o: any;
    try { o = check(d, c); got = { agrees: 'A', refuted: 'R', 'no-model': 'N', inconclusive: 'I' }[o.verdict as string]!; } catch (e) { got = 'THROW ' + (e as Error).message.slice(0, 200); }
    const ms = performance.now() - t0;
    if (got !== want || ms > 150 || o?.undecided > 0) console.log(got === want ? 'slow' : 'BAD ', want, got, ms.toFixed(0), '|', d.replaceAll('\n', '; '), '|', c, JSON.stringify(o).slice(0, 300));
  }
});
