// The README tells the truth: each command in it prints what stands below it, and each example runs.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.js';
import { gradcheck } from '../../src/gradcheck/gradcheck.js';
import * as gradus from '../../src/index.js';
import * as kernel from '../../src/numeric/kernel/index.js';

const library = { ...gradus, ...kernel, gradcheck };

interface Fence {
  readonly language: string;
  readonly text: string;
}

const FENCE = /^(`{3,})(\w+)\n([\s\S]*?)^\1$/gm;

const fences: readonly Fence[] = [...readFileSync('README.md', 'utf8').matchAll(FENCE)].map(
  ([, , language = '', text = '']) => ({ language, text }),
);

/** The fences of a language, each with the output that stands below it. */
const withOutput = (language: string): [string, string][] =>
  fences.flatMap((fence, k): [string, string][] => {
    const next = fences[k + 1];
    return fence.language === language && next?.language === 'text'
      ? [[fence.text.trim(), next.text]]
      : [];
  });

const style = picocolors.createColors(false);

/** What a command prints, without times. */
async function output(argv: readonly string[]): Promise<string> {
  let text = '';
  const keep = (more: string): void => {
    text += more;
  };
  await run(argv, { out: keep, err: keep, style, errStyle: style });
  return text.replace(/ · [\d.]+ ms$/gm, '');
}

/** A busy machine must not change a verdict. */
const patient = (argv: readonly string[]): readonly string[] =>
  argv[0] === 'check' || argv[0] === 'derive' ? [...argv, '--time-limit', '120'] : argv;

const wordsOf = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

describe('the README', { timeout: 600_000 }, () => {
  // What starts a thread needs a build: test/cli/readme.test.ts runs it.
  const commands = withOutput('sh').filter(
    ([command]) => command.startsWith('npx gradus ') && !command.includes('test-kernel'),
  );

  it('has commands with their output, and an example of each library', () => {
    expect(commands.length).toBeGreaterThanOrEqual(3);
    expect(withOutput('js').length).toBe(3);
  });

  it.each(commands)('%s prints what stands below it', async (command, expected) => {
    const folder = mkdtempSync(join(tmpdir(), 'gradus-readme-'));
    try {
      const notes = fences.find(({ language }) => language === 'markdown')?.text ?? '';
      writeFileSync(join(folder, 'notes.md'), notes);
      const argv = wordsOf(command)
        .slice(2)
        .map((word) => (word === 'notes.md' ? join(folder, word) : word));
      const printed = (await output(patient(argv))).replaceAll(`${folder}/`, '');
      expect(printed.trimEnd()).toBe(expected.trimEnd());
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each(withOutput('js'))('the example of the library runs: %s', async (code, expected) => {
    const printed: string[] = [];
    const console = { log: (...words: unknown[]) => printed.push(words.join(' ')) };
    const names = Object.keys(library);
    const body = code.replace(/^import .*$/gm, '');
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
    await AsyncFunction(...names, 'console', body)(...Object.values(library), console);
    expect(printed.join('\n')).toBe(expected.trimEnd());
  });

  it('names every command, and no other', async () => {
    const help = await output(['--help']);
    const offered = [...help.matchAll(/^ {2}([\w-]+) (?:\[options\] )?[<[]/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'help');
    const named = [...readFileSync('README.md', 'utf8').matchAll(/^\| `gradus ([\w-]+)/gm)].map(
      ([, name]) => name,
    );
    expect(named.sort()).toEqual(offered.sort());
  });
});
