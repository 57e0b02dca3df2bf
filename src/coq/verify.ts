/**
 * Has Coq check a development: compiles it in a folder of its own and compares the axioms behind
 * all theorems with those that the standard library's reals bring. Exit status 0 is not enough:
 * an empty file compiles too, so every theorem is stated once more and asked for by its name.
 */
import { spawn } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Development,
  development,
  type ExportedClaim,
  type ProvedClaim,
  THEOREMS_HEADER,
} from './development.js';
import { faultOfText } from './forbidden.js';

/** The axioms of the standard library's real numbers, and no others. */
const ALLOWED_AXIOMS: readonly string[] = [
  'ClassicalDedekindReals.sig_forall_dec',
  'ClassicalDedekindReals.sig_not_dec',
  'Classical_Prop.classic',
  'FunctionalExtensionality.functional_extensionality_dep',
];

/** Coq cannot be run; the message says what to install. */
class CoqMissing extends Error {
  readonly hint = 'on Debian: apt-get install coq libcoq-coquelicot';

  constructor(message: string) {
    super(message);
    this.name = 'InputError';
  }
}

export interface Verified extends ExportedClaim {
  /** What Coq says of a theorem that it does not accept. */
  readonly rejected?: string;
}

export interface Verification {
  readonly claims: readonly Verified[];
  readonly axioms: readonly string[];
  readonly development: Development;
}

/** The files that every development has: the rule lemmas, and comparisons of numbers. */
const LIBRARY = ['Gradus.v', 'Numbers.v'] as const;

/** The files of a development. */
export const FILES = [...LIBRARY, 'Theorems.v', 'All.v', '_CoqProject', 'Makefile'] as const;

const library = (name: string): string =>
  fileURLToPath(new URL(`../../coq/${name}`, import.meta.url));

/** Writes a development out: the rule lemmas, the theorems, and how to compile them. */
export async function writeDevelopment(
  folder: string,
  { theorems, all }: Development,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of LIBRARY) await copyFile(library(name), join(folder, name));
  await writeFile(join(folder, 'Theorems.v'), theorems);
  await writeFile(join(folder, 'All.v'), all);
  await writeFile(
    join(folder, '_CoqProject'),
    '-Q . Gradus\nGradus.v\nNumbers.v\nTheorems.v\nAll.v\n',
  );
  await writeFile(join(folder, 'Makefile'), MAKEFILE);
}

const MAKEFILE = `# make: has Coq check every theorem and list the axioms behind them
COQC = coqc -w -ambiguous-paths -Q . Gradus
all: All.vo
All.vo: All.v Theorems.vo ; $(COQC) All.v
Theorems.vo: Theorems.v Numbers.vo ; $(COQC) Theorems.v
Numbers.vo: Numbers.v Gradus.vo ; $(COQC) Numbers.v
Gradus.vo: Gradus.v ; $(COQC) Gradus.v
clean: ; rm -f *.vo *.vok *.vos *.glob .*.aux
`;

/** Most theorems that are taken out of a development, one after the other, as Coq rejects them. */
const MOST_REJECTED = 40;

/**
 * Has Coq check the claims, in this folder. Throws CoqMissing where there is no Coq or no
 * Coquelicot.
 */
export async function verify(
  folder: string,
  claims: readonly ProvedClaim[],
  milliseconds: number,
): Promise<Verification> {
  const rejected = new Map<ProvedClaim, string>();
  let made = development(claims);
  await writeDevelopment(folder, made);
  await compileLibrary(folder, milliseconds);
  let checked = await verifyFolder(folder, made, milliseconds);
  for (; checked.fault; checked = await verifyFolder(folder, made, milliseconds)) {
    const { claim, message } = checked.fault;
    if (!claim || rejected.size >= MOST_REJECTED) return allRejected(claims, made, message);
    rejected.set(claim, message);
    made = development(claims.filter((each) => !rejected.has(each)));
    await writeDevelopment(folder, made);
  }
  const exported = new Map(made.claims.map((each) => [each.claim, each]));
  const verified = claims.map((claim): Verified => {
    const why = rejected.get(claim);
    return why === undefined ? (exported.get(claim) ?? { claim }) : { claim, rejected: why };
  });
  return { claims: verified, axioms: checked.axioms, development: made };
}

const allRejected = (
  claims: readonly ProvedClaim[],
  made: Development,
  rejected: string,
): Verification => ({
  claims: claims.map((claim) => ({ claim, rejected })),
  axioms: [],
  development: made,
});

/** What Coq says of a folder: the axioms behind its theorems, or the first fault. */
export interface FolderCheck {
  readonly axioms: readonly string[];
  readonly fault?: Fault;
}

/**
 * Has Coq check the file of theorems that stands in this folder, whatever is in it, beside compiled
 * rule lemmas. What it has to prove is taken from the development.
 */
export async function verifyFolder(
  folder: string,
  made: Development,
  milliseconds: number,
): Promise<FolderCheck> {
  const fault = await compile(folder, made, milliseconds);
  if (fault) return { axioms: [], fault };
  await writeFile(join(folder, 'All.v'), made.all);
  const { code, output, printed } = await coqc(folder, 'All.v', milliseconds);
  const axioms = axiomsIn(printed);
  if (code !== 0 || !axioms) return { axioms: [], fault: { message: firstError(output) } };
  const others = axioms.filter((axiom) => !ALLOWED_AXIOMS.includes(axiom));
  return others.length > 0
    ? { axioms, fault: { message: `it rests on ${others.join(', ')}` } }
    : { axioms };
}

/** Compiles the rule lemmas of a folder. Throws CoqMissing where that cannot be done. */
export async function compileLibrary(folder: string, milliseconds: number): Promise<void> {
  for (const name of LIBRARY) {
    const { code, output } = await coqc(folder, name, milliseconds);
    if (code === 0) continue;
    if (/prefix Coquelicot|Coquelicot\.vo/.test(output))
      throw new CoqMissing('Coq does not find Coquelicot');
    throw new CoqMissing(`this Coq does not accept ${name}: ${firstError(output)}`);
  }
}

interface Fault {
  readonly claim?: ProvedClaim;
  readonly message: string;
}

/** What Coq does not accept in the theorems, and of which claim it is. */
async function compile(
  folder: string,
  made: Development,
  milliseconds: number,
): Promise<Fault | undefined> {
  const file = 'Theorems.v';
  const message = faultOfText(await readFile(join(folder, file), 'utf8'), THEOREMS_HEADER);
  if (message !== undefined) return { message };
  const { code, output } = await coqc(folder, file, milliseconds);
  if (code === 0) return undefined;
  const line = Number(/line (\d+), characters/.exec(output)?.[1] ?? 0);
  const claim = line > 0 ? claimAt(made, line) : undefined;
  return { ...(claim ? { claim } : {}), message: firstError(output) };
}

/** The claim whose theorems have this line of the development. */
function claimAt({ theorems, claims }: Development, line: number): ProvedClaim | undefined {
  const before = theorems.split('\n').slice(0, line).join('\n');
  const name = [...before.matchAll(/^(?:Theorem|Definition) (\S+)/gm)].at(-1)?.[1] ?? '';
  return claims.find(({ theorem }) => theorem?.theorems.includes(name))?.claim;
}

/** The first error in what Coq printed, on one line. */
function firstError(output: string): string {
  const [, error = output] = /Error:\s*([\s\S]*)/.exec(output) ?? [];
  const text = error.trim().replace(/\s+/g, ' ');
  return text === '' ? 'Coq gave no reason' : text.length > 300 ? `${text.slice(0, 300)} …` : text;
}

/**
 * The axioms that Coq lists, and whatever else it lists beside them; none where it says that there
 * are none, undefined without an answer.
 */
export function axiomsIn(output: string): string[] | undefined {
  if (/^Closed under the global context\s*$/.test(output)) return [];
  const [, list] = /^Axioms:\s*\n([\s\S]*)/.exec(output) ?? [];
  if (list === undefined) return undefined;
  const entries = list.split('\n').filter((line) => /^\S/.test(line));
  return entries.map((line) => /^([A-Za-z_][\w.']*)(?=\s*:|\s*$)/.exec(line)?.[1] ?? line);
}

interface Compiled {
  readonly code: number;
  readonly output: string;
  /** The part of the output that is no warning or error. */
  readonly printed: string;
}

/** Runs coqc on a file of the folder. Throws CoqMissing where there is none. */
function coqc(folder: string, file: string, milliseconds: number): Promise<Compiled> {
  const args = ['-w', '-ambiguous-paths', '-Q', '.', 'Gradus', file];
  return new Promise((resolve, reject) => {
    const child = spawn('coqc', args, {
      cwd: folder,
      timeout: milliseconds,
      killSignal: 'SIGKILL',
    });
    let output = '';
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      printed += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new CoqMissing('coqc is not installed') : error),
    );
    child.on('close', (code, signal) =>
      resolve(
        signal === null
          ? { code: code ?? 1, output, printed }
          : {
              code: 1,
              printed,
              output: `Error: not done within ${milliseconds / 1000} s (bound: --coq-time)`,
            },
      ),
    );
  });
}
