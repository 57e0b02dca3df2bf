/**
 * Checks corpus files: `npm run corpus -- [FILE…] [--jobs N] [--goal PROVED,REFUTED] [--keep DIR]`.
 * Every entry becomes a document; worker threads check them; the verdicts are compared with the
 * truths that the files state. Exit code 1 when a false claim is proved, a true one refuted, or
 * fewer true ones are proved or false ones refuted than the goal says (in per cent).
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFiles } from '../dist/index.js';
import { documentOf } from './entry.mjs';
import { meetsGoal, printTally } from './tally.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jobs: { type: 'string', default: String(cpus().length) },
    goal: { type: 'string', default: '0,0' },
    keep: { type: 'string' },
    'time-limit': { type: 'string', default: '10' },
  },
});
const files = positionals.length > 0 ? positionals : shipped();
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'gradus-corpus-'));
mkdirSync(folder, { recursive: true });
const entries = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).entries);
const begun = performance.now();
const { paths, unreadable } = writeDocuments(entries);
const report = await checkFiles(paths, {
  jobs: Number(values.jobs),
  timeLimit: Number(values['time-limit']),
});
const seconds = (performance.now() - begun) / 1000;
if (values.keep === undefined) rmSync(folder, { recursive: true });

const results = [...unreadable, ...report.files.map((file) => resultOf(file))];
printTally(results, seconds, values.jobs);
process.exitCode = meetsGoal(results, values.goal.split(',').map(Number)) ? 0 : 1;

/** The corpus files of this folder. */
function shipped() {
  const here = new URL('.', import.meta.url).pathname;
  return readdirSync(here, { recursive: true })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => join(here, file));
}

function writeDocuments(all) {
  const paths = [];
  const unreadable = [];
  for (const [place, entry] of all.entries()) {
    const path = join(folder, `${String(place).padStart(5, '0')}-${entry.id}.md`);
    try {
      writeFileSync(path, documentOf(entry));
      paths.push(path);
    } catch (problem) {
      unreadable.push({ entry, verdict: 'error', ms: 0, message: problem.message });
    }
  }
  return { paths, unreadable };
}

function resultOf({ path, claims, errors = [] }) {
  const entry = entries[Number(path.slice(folder.length + 1).split('-')[0])];
  const claim = claims.find(({ name }) => name === 'c');
  const steps = claims.find(({ name }) => name === 'steps')?.steps;
  const message =
    claim?.error ?? errors.map((error) => `${error.line}: ${error.message}`).join('; ');
  return {
    entry,
    verdict: errors.length > 0 || !claim ? 'error' : claim.verdict,
    ms: claims.reduce((sum, { ms }) => sum + ms, 0),
    message,
    ...(steps ? { wrongSteps: wrongSteps(steps) } : {}),
  };
}

/** Numbers of the steps that are refuted. */
function wrongSteps(steps) {
  return steps.flatMap(({ verdict }, place) => (verdict === 'refuted' ? [place + 1] : []));
}
