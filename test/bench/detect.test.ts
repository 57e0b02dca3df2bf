/**
 * A small run of `npm run bench:detect`, so that the measurement keeps working and keeps what it
 * shows: no false alarms, and errors found that the peers cannot find.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../cli/built.js';
import { temporaryFolder } from '../cli/files.js';

interface Level {
  readonly seen: number;
  readonly smallest?: number;
}

interface Report {
  readonly detection: readonly {
    readonly name: string;
    readonly instances: number;
    readonly alarms: number;
    readonly whole: Level;
    readonly one: Level;
  }[];
  readonly falseAlarms: readonly { readonly name: string; readonly alarms: number }[];
  readonly identities: readonly {
    readonly name: string;
    readonly points: number;
    readonly right: Record<'fails' | 'holds', number>;
    readonly off: Record<'fails' | 'holds' | 'zero', number>;
    readonly structural: Record<'fails' | 'holds', number>;
  }[];
}

const folder = temporaryFolder();
let report: Report;

beforeAll(() => {
  build(folder);
  const script = resolve(import.meta.dirname, '../../bench/detect.mjs');
  const counts = ['--instances', '60', '--alarms', '400', '--points', '8', '--json'];
  const dist = join(folder.path('build'), 'dist');
  const { stdout, stderr } = spawnSync(process.execPath, [script, '--dist', dist, ...counts], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  expect(stderr).toBe('');
  report = JSON.parse(stdout) as Report;
}, 600_000);

const named = (start: string) => report.detection.filter(({ name }) => name.startsWith(start));

describe('errors in a gradient', () => {
  it('are found to 1e-12 in double, in the whole and in one entry', () => {
    const checkers = named('Gradus,').filter(({ name }) => !name.includes('float32'));
    expect(checkers).toHaveLength(2);
    for (const { alarms, whole, one } of checkers) {
      expect(alarms).toBe(0);
      expect(whole.seen).toBeGreaterThan(40);
      expect(one.seen).toBeGreaterThan(10);
      expect(whole.smallest).toBeLessThanOrEqual(1e-12);
      expect(one.smallest).toBeLessThanOrEqual(1e-12);
    }
  });

  it('are found to 1e-5 in float32', () => {
    const checkers = named('Gradus,').filter(({ name }) => name.includes('float32'));
    expect(checkers).toHaveLength(2);
    for (const { alarms, whole, one } of checkers) {
      expect(alarms).toBe(0);
      expect(whole.smallest).toBeLessThanOrEqual(1e-5);
      expect(one.smallest).toBeLessThanOrEqual(1e-5);
    }
  });

  it('are found to 1e-5 without a formula, where f is a black box', () => {
    const [gradcheck] = named('Gradus gradcheck');
    expect(gradcheck?.alarms).toBe(0);
    expect(gradcheck?.whole.seen).toBeGreaterThan(0);
    expect(gradcheck?.whole.smallest).toBeLessThanOrEqual(1e-5);
  });

  it('of a thousandth escape the default rule of PyTorch, which shouts at float32', () => {
    const [double, fast, single] = named('PyTorch');
    expect(double?.alarms).toBe(0);
    expect(double?.whole.smallest).toBeGreaterThan(1e-3);
    expect(fast?.one.smallest).toBeUndefined();
    expect(single?.alarms).toBeGreaterThan((single?.instances ?? 0) / 2);
  });

  it('are never seen where there are none', () => {
    for (const { alarms } of report.falseAlarms) expect(alarms).toBe(0);
    expect(report.falseAlarms).toHaveLength(4);
  });
});

describe('identities of the field', () => {
  it('are at least 50, each with points', () => {
    expect(report.identities.length).toBeGreaterThanOrEqual(50);
    for (const { points } of report.identities) expect(points).toBeGreaterThan(0);
  });

  it('are never called different where they hold', () => {
    for (const { name, right } of report.identities) expect([name, right.fails]).toEqual([name, 0]);
  });

  it('are never called equal when a side is off by 1e-14', () => {
    for (const { name, off, points } of report.identities) {
      expect([name, off.holds]).toEqual([name, 0]);
      expect(off.fails + off.zero, name).toBe(points);
    }
  });

  it('are told from what is wrong in structure', () => {
    for (const { name, structural } of report.identities)
      expect(structural.fails, name).toBeGreaterThan(0);
  });
});
