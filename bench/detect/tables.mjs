/** The report of bench:detect as tables in Markdown. */
import { ms, table } from '../table.mjs';

const level = ({ smallest, next, seen }) => {
  const share = next && `${percent(next.caught, seen)} at ${power(next.level)}`;
  if (smallest === undefined) return share ? `none (${share})` : 'none';
  return share ? `**${power(smallest)}** (${share})` : `**${power(smallest)}**`;
};

const power = (x) => x.toExponential(0);
/** Rounded down: 100 % is all of them. */
const percent = (part, all) => `${Math.floor((10_000 * part) / all) / 100} %`;
const whole = (x) => x.toLocaleString('en');

export function detectionTable(rows) {
  const [{ ms: reference, instances }] = rows;
  table(
    `Smallest error of a gradient that is always found, in ${whole(instances)} instances`,
    [
      'checker',
      'instances',
      'false alarms',
      'whole gradient × (1 + d)',
      'one entry × (1 + d)',
      'evaluations',
      'time',
      'of PyTorch',
    ],
    rows.map((row) => {
      const isNoisy = row.alarms * 2 > row.instances;
      return [
        row.name,
        whole(row.instances),
        whole(row.alarms),
        isNoisy ? '–' : level(row.whole),
        isNoisy ? '–' : level(row.one),
        row.evaluations,
        `${(1000 * row.ms).toFixed(0)} µs`,
        `${(row.ms / reference).toFixed(2)} ×`,
      ];
    }),
  );
}

export const alarmTable = (rows) =>
  table(
    'False alarms on right gradients',
    ['checker', 'instances', 'false alarms'],
    rows.map(({ name, instances, alarms }) => [name, whole(instances), whole(alarms)]),
  );

export function identityTable(rows) {
  const sum = (of) => rows.reduce((total, row) => total + of(row), 0);
  const points = Math.max(...rows.map((row) => row.points));
  const isMissed = (row, key) => row[key].fails === 0 && row[key].zero < row.points;
  const lines = [
    ['true', 'right', rows.filter((row) => row.right.fails > 0).length],
    ['right side × (1 + 1e-14)', 'off', rows.filter((row) => isMissed(row, 'off')).length],
    ['a mistake', 'structural', rows.filter((row) => isMissed(row, 'structural')).length],
  ];
  table(
    `${rows.length} identities at ${points} points each, fewer where there are not as many models`,
    [
      'version',
      'points',
      'identities misjudged',
      'points told different',
      'told equal',
      'both sides 0',
      'undecided',
    ],
    lines.map(([name, key, misjudged]) => [
      name,
      whole(sum((row) => row.points)),
      misjudged,
      ...['fails', 'holds', 'zero', 'undecided'].map((kind) => whole(sum((row) => row[key][kind]))),
    ]),
  );
  const time = sum((row) => row.ms) / rows.length;
  process.stdout.write(`\n${ms(time)} for the three versions at a point, on average.\n`);
}
