/** Loaded into a program that is measured: writes down what it used, when it ends. */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { GRADUS_USAGE } = process.env;
if (isMainThread && GRADUS_USAGE)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const cpu = (userCPUTime + systemCPUTime) / 1e6;
    writeFileSync(GRADUS_USAGE, JSON.stringify({ cpu, megabytes: maxRSS / 1024 }));
  });
