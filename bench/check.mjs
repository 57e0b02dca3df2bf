/**
 * How long a check of many documents takes: `npm run bench:check [documents]`. All runs are of the
 * program as a user starts it; ratios are of runs of one call. CPU is the time of all threads.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { documents } from './documents.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const count = Number(process.argv[2] ?? 1000);
if (!Number.isInteger(count) || count < 8) {
  console.error('usage: node bench/check.mjs [documents], at least 8');
  process.exit(2);
}

const room = mkdtempSync(join(tmpdir(), 'gradus-bench-'));
mkdirSync(join(room, 'node_modules'));
const usage = join(room, 'usage.json');

/** Runs `gradus check` and prints what it took. */
function measure(title, ...args) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', at('usage.mjs'), at('../dist/cli/main.js'), 'check', ...args],
    { cwd: room, encoding: 'utf8', env: { ...process.env, GRADUS_USAGE: usage }, maxBuffer: 1e9 },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0)
    throw new Error(`${title}: exit code ${status}\n${stderr}${stdout.slice(-2000)}`);
  const { cpu, megabytes } = JSON.parse(readFileSync(usage, 'utf8'));
  const figures = [seconds.toFixed(2), cpu.toFixed(2), megabytes.toFixed(0)];
  console.log(`${title.padEnd(44)}${figures.map((figure) => figure.padStart(9)).join('')}`);
  return { seconds, cpu, megabytes };
}

const ratio = (title, a, b, of = 'seconds') =>
  console.log(`${title.padEnd(44)}${`${(a[of] / b[of]).toFixed(1)}`.padStart(9)}`);

try {
  const all = documents(count);
  for (const [folder, some] of [
    ['all', all],
    ['quarter', all.slice(0, Math.round(count / 4))],
  ]) {
    mkdirSync(join(room, folder));
    for (const { name, text } of some) writeFileSync(join(room, folder, name), text);
  }
  cpSync(at('../proofs'), join(room, 'proofs'), { recursive: true });

  console.log(
    `${''.padEnd(44)}${['seconds', 'CPU', 'MB'].map((word) => word.padStart(9)).join('')}`,
  );
  const quarter = measure(
    `${Math.round(count / 4)} documents`,
    'quarter',
    '--jobs',
    '1',
    '--no-cache',
  );
  const cold = measure(`${count} documents`, 'all', '--jobs', '1', '--no-cache');
  const two = measure(`${count} documents, two jobs`, 'all', '--jobs', '2', '--no-cache');
  measure(`${count} documents, filling the cache`, 'all', '--jobs', '2');
  const warm = measure(`${count} documents, unchanged`, 'all', '--jobs', '1');
  const both = measure(`${count} documents, unchanged, two jobs`, 'all', '--jobs', '2');
  const search = measure(
    'proofs/, storing certificates',
    'proofs',
    '--update',
    '--jobs',
    '1',
    '--no-cache',
  );
  const frozen = measure('proofs/, frozen', 'proofs', '--frozen', '--jobs', '1', '--no-cache');
  console.log('');
  ratio('four times the documents', cold, quarter);
  ratio('  in CPU', cold, quarter, 'cpu');
  ratio('  in memory', cold, quarter, 'megabytes');
  ratio('one job against two', cold, two);
  ratio('cold against unchanged', cold, warm);
  ratio('  in CPU', cold, warm, 'cpu');
  ratio('  with two jobs', two, both);
  ratio('search against frozen', search, frozen);
  ratio('  in CPU', search, frozen, 'cpu');
} finally {
  rmSync(room, { recursive: true, force: true });
}
