/**
 * Coq for the tests, where the system's packages install it. Where there is none the tests with it
 * are skipped, and say so; with GRADUS_COQ=required they fail instead.
 */
import { spawnSync } from 'node:child_process';

const isRequired = process.env.GRADUS_COQ === 'required';

/** True where the tests with Coq are to run. */
export const hasCoq = isRequired || spawnSync('coqc', ['--version']).status === 0;

if (!hasCoq)
  console.warn(
    'The tests with Coq are SKIPPED: there is no coqc (packages coq, libcoq-coquelicot).',
  );

/** Milliseconds for a test that has Coq compile the library first. */
export const COQ_TIME = 600_000;
