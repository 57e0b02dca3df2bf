/** Verdicts against truths: what is counted, printed and asked for. */

const VERDICTS = ['proved', 'tested', 'refuted', 'error'];
const TRUTHS = [true, false];

/**
 * Prints a table by tag, what came out otherwise than it should, and the time.
 * @param {Result[]} results
 */
export function printTally(results, seconds, jobs) {
  const tags = [...new Set(results.flatMap(({ entry }) => entry.tags ?? []))].sort();
  printColumns([
    ['', ...TRUTHS.flatMap((truth) => VERDICTS.map((verdict) => `${truth} ${verdict}`))],
    ['all', ...counts(results)],
    ...tags.map((tag) => [tag, ...counts(results.filter((result) => hasTag(result, tag)))]),
  ]);
  for (const result of results.filter(isSurprise)) say(surprise(result));
  const derivations = results.filter(({ wrongSteps }) => wrongSteps);
  const right = derivations.filter(stepsAreRight).length;
  if (derivations.length > 0)
    say(
      `derivations: ${derivations.length}, of which ${right} with all wrong steps found and no other`,
    );
  const slowest = results.reduce((slow, result) => (result.ms > slow.ms ? result : slow));
  say(`${results.length} entries in ${seconds.toFixed(1)} s on ${jobs} threads`);
  say(`slowest: ${slowest.entry.id}, ${slowest.ms.toFixed(0)} ms`);
}

/**
 * True when nothing is on the wrong side and the goal, two shares in per cent, is met.
 * @param {Result[]} results
 */
export function meetsGoal(results, [proved, refuted]) {
  return (
    count(results, false, 'proved') === 0 &&
    count(results, true, 'refuted') === 0 &&
    share(results, true, 'proved') >= proved &&
    share(results, false, 'refuted') >= refuted
  );
}

const hasTag = ({ entry }, tag) => entry.tags?.includes(tag) ?? false;

const counts = (results) =>
  TRUTHS.flatMap((truth) => VERDICTS.map((verdict) => count(results, truth, verdict) || '·'));

const count = (results, truth, verdict) =>
  results.filter((result) => result.entry.truth === truth && result.verdict === verdict).length;

function share(results, truth, verdict) {
  const all = results.filter(({ entry }) => entry.truth === truth).length;
  return all === 0 ? 100 : (100 * count(results, truth, verdict)) / all;
}

const isSurprise = ({ entry, verdict }) => verdict !== (entry.truth ? 'proved' : 'refuted');

const surprise = ({ entry, verdict, message }) =>
  `${entry.truth ? 'true ' : 'false'} ${verdict.padEnd(7)} ${entry.id}${message ? `: ${message}` : ''}`;

const stepsAreRight = ({ entry, wrongSteps }) => String(wrongSteps) === String(plantedSteps(entry));

/** Steps that the entry says are wrong. */
function plantedSteps({ wrongStep, wrongLine, steps }) {
  if (wrongStep !== undefined) return [wrongStep];
  if (wrongLine === undefined) return [];
  return [wrongLine, wrongLine + 1].filter((step) => step < steps.length);
}

function printColumns(rows) {
  const width = (column) => Math.max(...rows.map((cells) => String(cells[column]).length));
  const widths = rows[0].map((_, column) => width(column));
  const shown = (cell, k) =>
    k === 0 ? String(cell).padEnd(widths[k]) : String(cell).padStart(widths[k]);
  for (const cells of rows) say(cells.map(shown).join('  '));
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * @typedef {object} Result
 * @property {import('./entry.mjs').Entry} entry
 * @property {string} verdict
 * @property {number} ms
 * @property {string} [message] why it is an error
 * @property {number[]} [wrongSteps] numbers of the steps that were refuted
 */
