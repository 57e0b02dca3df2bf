/** Prints a page as PDF with the Chromium of the system, which is no dependency of Gradus. */
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from './failure.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const HOW =
  'install the package chromium, or name a program in CHROMIUM_PATH; --to latex needs none';

/** The program to print with. Throws UsageError, with how to get one, where there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string {
  const { CHROMIUM_PATH: named, PATH = '' } = environment;
  if (named) {
    if (isProgram(named)) return named;
    throw new UsageError(`CHROMIUM_PATH names no program: ${named}`, HOW);
  }
  const found = PATH.split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(isProgram);
  if (found !== undefined) return found;
  throw new UsageError('a PDF is printed with Chromium, and there is none on the PATH', HOW);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Longest time for one page. */
const MOST_MS = 120_000;

/** The page as PDF. Throws UsageError where the program does not make one. */
export async function printPdf(html: string, program: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'gradus-pdf-'));
  try {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    writeFileSync(page, html);
    const said = await run(program, [
      ...[
        '--headless',
        '--disable-gpu',
        '--no-first-run',
        `--user-data-dir=${join(folder, 'user')}`,
      ],
      // Its sandbox does not work for root; the page has no script and loads nothing.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--no-pdf-header-footer', `--print-to-pdf=${pdf}`, pathToFileURL(page).href],
    ]);
    return printed(pdf, program, said);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function printed(pdf: string, program: string, said: string): Uint8Array {
  try {
    const bytes = readFileSync(pdf);
    if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return bytes;
  } catch {
    // There is no file: said below.
  }
  const last = said.trim().split('\n').at(-1) ?? '';
  throw new UsageError(`${program} printed no PDF${last === '' ? '' : `: ${last.slice(0, 200)}`}`);
}

/** Runs a program to its end; what it wrote to stderr. */
const run = (program: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: MOST_MS });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-10_000);
    });
    child.on('error', reject);
    child.on('close', () => resolve(said));
  });
