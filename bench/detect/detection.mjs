/** How small an error each checker finds, how often it cries wolf, and what that costs. */

import { Duals } from './duals.mjs';
import {
  DOUBLE,
  instanceAt,
  loss,
  lossInSingle,
  plainGradient,
  SINGLE,
  WELL_SCALED,
} from './instances.mjs';
import { jax, pytorch, pytorchFast, scipy } from './peers.mjs';

/** Relative errors that are put into a gradient. */
const LEVELS = Array.from({ length: 15 }, (_, k) => Number(`1e-${k + 1}`));
/** Seeds: what calibrates a threshold is not what is counted. */
const [SEED, CALIBRATION, ALARM] = [21, 77, 5];

/** The kernel's own promise: four units in the last place, and one of the subnormals. */
const promised = (g, bound, { unit, tiny }) => {
  for (let i = 0; i < g.length; i++) bound[i] = 8 * unit * Math.abs(g[i]) + 4 * tiny;
};

/**
 * The checkers of Gradus: the subject is a gradient with a bound of its own, and the slopes come
 * from the dual numbers of the loss.
 */
function ours(name, format, gradient, duals) {
  const state = { g: new Float64Array(0), bound: new Float64Array(0) };
  return {
    name,
    format,
    evaluations: () => '1 (double-double)',
    gradient: (instance) => {
      const { z } = instance;
      state.g = new Float64Array(z.length);
      state.bound = new Float64Array(z.length);
      gradient(instance, state.g, state.bound);
      return state.g;
    },
    measure: (_f, _z, _seed, instance) => {
      // The bound is part of the check.
      const g = new Float64Array(instance.z.length);
      plainGradient(instance, g, new Float64Array(g.length), format);
      duals.measure(instance, instance.z);
    },
    accepts: (g, _measured, _threshold, instance) => duals.isWithin(instance, g, state.bound),
  };
}

/** Every so many instances only: a black box is evaluated again for each claimed gradient. */
const BLACK_BOX_EVERY = 25;

/** gradcheck of Gradus, which sees f as its peers do. What it does not decide is not found. */
const blackBox = (gradcheck) => {
  let [calls, checks] = [0, 0];
  return {
    name: 'Gradus gradcheck, black box',
    every: BLACK_BOX_EVERY,
    evaluations: () => Math.round(calls / checks),
    measure: (f) => f,
    accepts: (g, f, _threshold, { z }) => {
      const report = gradcheck(f, g, z, { along: 'entries' });
      if (report.verdict === 'agree') {
        calls += report.evaluations;
        checks += 1;
      }
      return report.verdict !== 'different';
    },
  };
};

/** The checkers, peers first. */
function checkers({ Bank, exp, softmaxCrossEntropy, gradcheck }) {
  const duals = new Duals(Bank, exp);
  const plain = (format) => (instance, g, bound) => plainGradient(instance, g, bound, format);
  const kernel = (format, Row) => (instance, g, bound) => {
    const out = new Row(g.length);
    const { labels, C } = instance;
    softmaxCrossEntropy(Row.from(instance.z), labels, { classes: C, gradient: out });
    g.set(out);
    promised(g, bound, format);
  };
  const peers = [pytorch, pytorchFast, jax, scipy, blackBox(gradcheck)].map((peer) => ({
    ...peer,
    format: DOUBLE,
    f: loss,
    gradient: (instance) => {
      const g = new Float64Array(instance.z.length);
      plainGradient(instance, g, new Float64Array(g.length), DOUBLE);
      return g;
    },
  }));
  return [
    ...peers,
    {
      ...pytorch,
      name: 'PyTorch gradcheck, float32 kernel',
      format: SINGLE,
      f: lossInSingle,
      gradient: (instance) => {
        const g = new Float64Array(instance.z.length);
        plainGradient(instance, g, new Float64Array(g.length), SINGLE);
        return g;
      },
    },
    ours('Gradus, plain kernel, derived bound', DOUBLE, plain(DOUBLE), duals),
    ours('Gradus, gradus/kernel, its 4 ulps', DOUBLE, kernel(DOUBLE, Float64Array), duals),
    ours('Gradus, plain float32 kernel, derived bound', SINGLE, plain(SINGLE), duals),
    ours('Gradus, gradus/kernel float32, its 4 ulps', SINGLE, kernel(SINGLE, Float32Array), duals),
  ];
}

/** Counts for one checker on instances that all checkers see. */
class Tally {
  constructor(checker, threshold) {
    this.checker = checker;
    this.threshold = threshold;
    this.instances = 0;
    this.alarms = 0;
    this.ms = 0;
    this.entries = 0;
    this.whole = { seen: 0, caught: LEVELS.map(() => 0) };
    this.one = { seen: 0, caught: LEVELS.map(() => 0) };
  }

  enter(seed, k) {
    const { checker, threshold } = this;
    const instance = instanceAt(seed, k, checker.format.round);
    const { n, z, random } = instance;
    const g = checker.gradient(instance);
    const f = checker.f && ((x) => checker.f(instance, x));
    const start = performance.now();
    const measured = checker.measure(f, z, k, instance);
    const accepts = (claimed) => checker.accepts(claimed, measured, threshold, instance);
    const isAccepted = accepts(g);
    this.ms += performance.now() - start;
    this.instances += 1;
    this.entries += z.length;
    if (!isAccepted) this.alarms += 1;
    this.#inject(g, n, random, accepts);
  }

  #inject(g, n, random, accepts) {
    if (g.some((value) => Math.abs(value) * n >= WELL_SCALED)) {
      this.whole.seen += 1;
      LEVELS.forEach((d, k) => {
        if (!accepts(g.map((value) => value * (1 + d)))) this.whole.caught[k] += 1;
      });
    }
    const place = Math.floor(random() * g.length);
    if (Math.abs(g[place]) * n < WELL_SCALED) return;
    this.one.seen += 1;
    LEVELS.forEach((d, k) => {
      const claimed = g.slice();
      claimed[place] *= 1 + d;
      if (!accepts(claimed)) this.one.caught[k] += 1;
    });
  }

  report() {
    const { checker, instances, alarms, ms, entries } = this;
    const evaluations = checker.evaluations(Math.round(entries / instances));
    return {
      ...{ name: checker.name, instances, alarms, evaluations, ms: ms / instances },
      whole: smallestSure(this.whole),
      one: smallestSure(this.one),
    };
  }
}

/** The smallest level that is always found, as are all above it; and what the next one misses. */
function smallestSure({ seen, caught }) {
  const missed = caught.findIndex((count) => count < seen);
  const sure = missed < 0 ? LEVELS.length : missed;
  return {
    seen,
    smallest: sure === 0 ? undefined : LEVELS[sure - 1],
    next: sure === LEVELS.length ? undefined : { level: LEVELS[sure], caught: caught[sure] },
  };
}

/** Twice the largest error norm on right instances of another seed. */
function calibrated(checker, count) {
  if (!checker.norm) return undefined;
  let largest = 0;
  for (let k = 0; k < count; k++) {
    const instance = instanceAt(CALIBRATION, k);
    const measured = checker.measure((x) => checker.f(instance, x), instance.z);
    largest = Math.max(largest, checker.norm(checker.gradient(instance), measured));
  }
  return 2 * largest;
}

/** The table of detection: every checker sees the same instances, one after the other. */
export function detection(engine, count) {
  const tallies = checkers(engine).map(
    (checker) => new Tally(checker, calibrated(checker, Math.min(count, 10_000))),
  );
  for (let k = 0; k < count; k++)
    for (const tally of tallies) if (k % (tally.checker.every ?? 1) === 0) tally.enter(SEED, k);
  return tallies.map((tally) => tally.report());
}

/** False alarms of the checkers of Gradus alone, on many more instances. */
export function falseAlarms(engine, count) {
  const own = checkers(engine).filter(({ measure, every }) => !every && measure.length === 4);
  const alarms = own.map(() => 0);
  for (const format of [DOUBLE, SINGLE]) {
    const alike = own.filter((checker) => checker.format === format);
    for (let k = 0; k < count; k++) {
      const instance = instanceAt(ALARM, k, format.round);
      alike[0].measure(undefined, instance.z, k, instance);
      for (const checker of alike) {
        const g = checker.gradient(instance);
        if (!checker.accepts(g, undefined, undefined, instance)) alarms[own.indexOf(checker)] += 1;
      }
    }
  }
  return own.map(({ name }, k) => ({ name, instances: count, alarms: alarms[k] }));
}
