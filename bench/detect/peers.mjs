/**
 * The rules of gradient checkers in use, written anew from their documentation and source:
 *
 * - PyTorch, torch.autograd.gradcheck: central differences at 1e-6 of every entry, allclose with
 *   atol 1e-5 and rtol 1e-3 of the numerical value; fast_mode: one direction of entries U(0, 1),
 *   normalised, atol times the sum of the direction.
 *   https://pytorch.org/docs/stable/generated/torch.autograd.gradcheck.gradcheck.html,
 *   torch/autograd/gradcheck.py (_adjusted_atol)
 * - JAX, jax.test_util.check_grads: one Gaussian direction, central at 1e-4, atol and rtol 1e-5.
 *   https://docs.jax.dev/en/latest/jax.test_util.html, jax/_src/public_test_util.py
 * - SciPy, scipy.optimize.check_grad: forward differences at 1.49e-8 of every entry, the 2-norm of
 *   the error, no verdict: it gets twice the largest norm on other right instances as threshold.
 *   https://docs.scipy.org/doc/scipy/reference/generated/scipy.optimize.check_grad.html
 *
 * Each measures once, in numbers of the function, and then judges any claimed gradient. f is a
 * black box to them: an evaluation is one of the whole loss.
 */
import { normal, uniform } from './instances.mjs';

const dot = (a, b) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};

function central(f, z, step) {
  const x = z.slice();
  return z.map((value, i) => {
    x[i] = value + step;
    const after = f(x);
    x[i] = value - step;
    const before = f(x);
    x[i] = value;
    return (after - before) / (2 * step);
  });
}

function alongCentral(f, z, direction, step) {
  const after = f(z.map((value, i) => value + step * direction[i]));
  return (after - f(z.map((value, i) => value - step * direction[i]))) / (2 * step);
}

export const pytorch = {
  name: 'PyTorch gradcheck',
  evaluations: (entries) => 2 * entries,
  measure: (f, z) => central(f, z, 1e-6),
  accepts: (g, slopes) => g.every((value, i) => close(value, slopes[i], 1e-5, 1e-3)),
};

export const pytorchFast = {
  name: 'PyTorch gradcheck, fast_mode',
  evaluations: () => 2,
  measure: (f, z, seed) => {
    const random = uniform(seed ^ 0x5bd1e995);
    const u = z.map(() => random());
    const norm = Math.sqrt(dot(u, u));
    const direction = u.map((value) => value / norm);
    return { direction, slope: alongCentral(f, z, direction, 1e-6) };
  },
  accepts: (g, { direction, slope }) =>
    close(dot(g, direction), slope, 1e-5 * direction.reduce((sum, v) => sum + v, 0), 1e-3),
};

export const jax = {
  name: 'JAX check_grads',
  evaluations: () => 2,
  measure: (f, z) => {
    const random = uniform(0);
    const direction = z.map(() => normal(random));
    return { direction, slope: alongCentral(f, z, direction, 1e-4) };
  },
  accepts: (g, { direction, slope }) => close(dot(g, direction), slope, 1e-5, 1e-5),
};

export const scipy = {
  name: 'SciPy check_grad, calibrated',
  evaluations: (entries) => entries + 1,
  measure: (f, z) => {
    const here = f(z);
    const x = z.slice();
    return z.map((value, i) => {
      x[i] = value + 1.4901161193847656e-8;
      const slope = (f(x) - here) / 1.4901161193847656e-8;
      x[i] = value;
      return slope;
    });
  },
  norm: (g, slopes) => Math.sqrt(g.reduce((sum, value, i) => sum + (value - slopes[i]) ** 2, 0)),
  accepts: (g, slopes, threshold) => scipy.norm(g, slopes) <= threshold,
};

const close = (value, reference, atol, rtol) =>
  Math.abs(value - reference) <= atol + rtol * Math.abs(reference);
