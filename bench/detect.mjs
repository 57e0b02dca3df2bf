/**
 * What checkers of gradients and identities find: `npm run bench:detect`, or
 * `node bench/detect.mjs [--dist DIR] [--instances N] [--alarms N] [--points N] [--json]`.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { detection, falseAlarms } from './detect/detection.mjs';
import { identities } from './detect/identities.mjs';
import { alarmTable, detectionTable, identityTable } from './detect/tables.mjs';

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    instances: { type: 'string', default: '10000' },
    alarms: { type: 'string', default: '1000000' },
    points: { type: 'string', default: '100' },
    json: { type: 'boolean', default: false },
  },
});
const folder = resolve(values.dist);
if (!existsSync(resolve(folder, 'cli/main.js'))) {
  process.stderr.write(`there is no build in ${folder}: run npm run build\n`);
  process.exit(2);
}
const dist = pathToFileURL(`${folder}/`);
const from = (path) => import(new URL(path, dist).href);
const { Bank } = await from('numeric/double-double/bank.js');
const { exp } = await from('numeric/double-double/functions.js');
const { softmaxCrossEntropy } = await from('numeric/kernel/index.js');
const { gradcheck } = await from('gradcheck/gradcheck.js');
const engine = { Bank, exp, softmaxCrossEntropy, gradcheck };

const report = {
  detection: detection(engine, Number(values.instances)),
  falseAlarms: falseAlarms(engine, Number(values.alarms)),
  identities: await identities(dist, Number(values.points)),
};
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
else {
  detectionTable(report.detection);
  alarmTable(report.falseAlarms);
  identityTable(report.identities);
}
