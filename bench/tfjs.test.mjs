/** What `gradus test-kernel` finds in @tensorflow/tfjs. Runs the build in dist. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';

const root = resolve(import.meta.dirname, '..');
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [
    ...['dist/cli/main.js', 'test-kernel', 'bench/kernels/tfjs.mjs'],
    ...['--against', 'proofs/09-softmax-cross-entropy.md#mean-gradient'],
    ...['--element', 'float32', '--time-limit', '60', '--format', 'json'],
  ],
  { cwd: root, encoding: 'utf8' },
);
assert.notEqual(stdout, '', stderr);
const { functions } = JSON.parse(stdout);
const [loss, gradient] = functions;
const family = (report, name) => report.families.find((each) => each.name === name);
const example = (report, isIt) => report.examples.find(isIt);

describe('softmaxCrossEntropy of tfjs against the proved formula', () => {
  it('cannot be judged for one class: its oneHot wants two', () => {
    assert.equal(status, 2);
    for (const report of [loss, gradient]) {
      const { message, given } = example(report, ({ fault }) => fault === 'threw');
      assert.match(message, /depth must be >=2/);
      assert.equal(given.data.C, 1);
    }
  });

  it('is NaN where an entry is masked by -Infinity', () => {
    const { trials, faults } = family(loss, 'masked');
    assert.ok(trials > 0);
    assert.equal(faults.wrong, trials);
    const { expected } = example(loss, ({ returned }) => returned === 'NaN');
    assert.ok(Number.isFinite(expected));
  });

  it('loses digits at ties', () => {
    assert.ok(family(loss, 'ties').faults.wrong > 0);
  });

  it('loses all digits of a loss that is nearly 0', () => {
    assert.ok(family(loss, 'one dominates').faults.wrong > 0);
    assert.ok(loss.worstUlps > 2 ** 23);
  });

  it('has a gradient that a mask does not break', () => {
    const { trials, faults } = family(gradient, 'masked');
    assert.ok(trials > (faults.threw ?? 0));
    assert.equal(faults.wrong, undefined);
  });
});
