/** Asks one Coq about many theorems: starting one for each would take a second each. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { development } from '../../../src/coq/development.js';
import { compileLibrary, writeDevelopment } from '../../../src/coq/verify.js';

/** Commands that state and prove something, and the names that must exist after them. */
export interface Entry {
  readonly commands: string;
  readonly names: readonly string[];
}

export interface Answer {
  readonly isAccepted: boolean;
  /** The first error; without one some name is missing. */
  readonly error?: string;
}

const MINUTES = 60_000;
/** The time that a single tactic gets; those of true proofs need a hundredth of it. */
const SECONDS = 5;
/** A session that has many theorems behind it becomes slow. */
const AT_ONCE = 60;

let compiled: Promise<string> | undefined;

/** Puts compiled rule lemmas into a folder; they are compiled once for all tests of a run. */
export async function libraryIn(folder: string): Promise<void> {
  compiled ??= compileOnce();
  const from = await compiled;
  for (const name of ['Gradus.vo', 'Numbers.vo'])
    copyFileSync(join(from, name), join(folder, name));
}

async function compileOnce(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gradus-library-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await writeDevelopment(folder, development([]));
  await compileLibrary(folder, 15 * MINUTES);
  return folder;
}

/** What Coq says of each entry, after the header. One session takes some dozens of them. */
export async function ask(
  folder: string,
  header: string,
  entries: readonly Entry[],
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let k = 0; k < entries.length; k += 2 * AT_ONCE) {
    const sessions = [k, k + AT_ONCE].map((from) =>
      askOnce(folder, header, entries.slice(from, from + AT_ONCE)),
    );
    answers.push(...(await Promise.all(sessions)).flat());
  }
  return answers;
}

/** What an entry leaves unfinished is aborted before the next. */
async function askOnce(
  folder: string,
  header: string,
  entries: readonly Entry[],
): Promise<Answer[]> {
  if (entries.length === 0) return [];
  const feed = entries.map(({ commands, names }, k) =>
    [
      `Locate begin_${k}.`,
      commands,
      ...names.map((name) => `Locate ${name}.`),
      `Locate end_${k}.`,
      'Abort All.',
    ].join('\n'),
  );
  const output = await coqtop(
    folder,
    [header, `Set Default Timeout ${SECONDS}.`, ...feed, ''].join('\n'),
  );
  return entries.map(({ names }, k) => {
    const from = output.indexOf(`basename begin_${k}\n`);
    const to = output.indexOf(`basename end_${k}\n`);
    if (from < 0 || to < 0) return { isAccepted: false, error: 'Coq stopped' };
    const said = output.slice(from, to);
    const [error] =
      /^(Error|Timeout|Stack overflow|Syntax error|Out of memory)[\s\S]{0,300}/m.exec(said) ?? [];
    const areThere = names.every((name) => said.includes(`Constant Top.${name}\n`));
    return { isAccepted: error === undefined && areThere, ...(error ? { error } : {}) };
  });
}

/** Everything that coqtop prints, errors where they belong. */
function coqtop(folder: string, input: string): Promise<string> {
  const command = 'exec coqtop -q -quiet -w none -color off -Q . Gradus 2>&1';
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', command], { cwd: folder, timeout: 60 * MINUTES });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', () => resolve(output));
    child.stdin.end(input);
  });
}
