/** Times and how they are shown. */
import { spawnSync } from 'node:child_process';

/** Milliseconds of one call. */
export function once(run) {
  const start = performance.now();
  const result = run();
  return { ms: performance.now() - start, result };
}

/** The median of some calls after a few that warm up. */
export function warm(run, { before = 5, calls = 15 } = {}) {
  for (let k = 0; k < before; k++) run();
  return median(Array.from({ length: calls }, () => once(run).ms));
}

/** The median time of a process from start to end; undefined when it fails. */
export function wholeProcess(command, args, runs = 11) {
  const times = [];
  for (let k = 0; k < runs; k++) {
    const { ms, result } = once(() => spawnSync(command, args, { encoding: 'utf8' }));
    if (result.status !== 0) return undefined;
    times.push(ms);
  }
  return median(times);
}

export function median(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

export const ms = (time) =>
  time === undefined ? 'not available' : `${time < 10 ? time.toFixed(1) : time.toFixed(0)} ms`;

/** Prints rows as a Markdown table. */
export function table(title, heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |\n`;
  const rule = heads.map(() => '---');
  process.stdout.write(`\n## ${title}\n\n${[heads, rule, ...rows].map(line).join('')}`);
}
