#!/usr/bin/env node
/** The program: its arguments, its streams, its exit code. */
import { run } from './program.js';
import { styleFor } from './style.js';

// A reader such as `head` may close the pipe early; that is its right.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  style: styleFor(process.stdout.isTTY === true, process.env),
  errStyle: styleFor(process.stderr.isTTY === true, process.env),
  errIsTerminal: process.stderr.isTTY === true,
});
