/**
 * How long Coq takes: `npm run bench:coq -- [DOCUMENTS…]`, by default proofs/. Every theorem is in
 * one file. Prints seconds of processor time per file, and of the theorems per theorem and step.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { development } from '../dist/coq/development.js';
import { provedClaims } from '../dist/coq/proved-claims.js';
import { writeDevelopment } from '../dist/coq/verify.js';

const paths = process.argv.slice(2);
const { claims } = await provedClaims(paths.length > 0 ? paths : ['proofs']);
const made = development(claims);
const folder = mkdtempSync(join(tmpdir(), 'gradus-bench-coq-'));
try {
  await writeDevelopment(folder, made);
  const theorems = made.claims.flatMap(({ theorem }) => theorem?.theorems ?? []).length;
  const text = readFileSync(join(folder, 'Theorems.v'), 'utf8');
  const steps = claims.reduce((n, { proof }) => n + stepsOf(proof.proof), 0);
  console.log(`${claims.length} claims, ${theorems} theorems, ${steps} steps of the derivations`);
  console.log(`${(text.length / 1e6).toFixed(1)} MB of proofs`);
  for (const file of ['Gradus.v', 'Numbers.v', 'Theorems.v', 'All.v']) {
    const seconds = compile(file);
    console.log(`${file.padEnd(12)}${seconds.toFixed(1)} s`);
    if (file !== 'Theorems.v') continue;
    console.log(`${''.padEnd(12)}${((1000 * seconds) / theorems).toFixed(0)} ms a theorem`);
    console.log(`${''.padEnd(12)}${((1000 * seconds) / steps).toFixed(1)} ms a step`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Seconds of processor time. */
function compile(file) {
  const command = `time -p coqc -w -ambiguous-paths -Q . Gradus ${file} >/dev/null`;
  const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file}: ${stderr}`);
  const of = (kind) => Number(new RegExp(`^${kind} ([\\d.]+)`, 'm').exec(stderr)[1]);
  return of('user') + of('sys');
}

/** The steps of a chain; a proof of another kind is one step. */
function stepsOf(proof) {
  return proof.by === 'chain' ? Math.max(1, proof.steps.length) : 1;
}
