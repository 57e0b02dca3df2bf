/**
 * The README is run: every `sh` block of one command with a `text` block after it is a command and
 * its output. A `markdown` block named before it is the file that the command reads.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, runBuilt } from './built.js';
import { temporaryFolder } from './files.js';
import { gradus } from './run-cli.js';

const root = resolve(import.meta.dirname, '../..');
const readme = resolve(root, 'README.md');
const folder = temporaryFolder();
const { path, write } = folder;

interface Example {
  readonly command: string;
  readonly output: string;
}

function examplesIn(text: string): Example[] {
  const pair = /```sh\n(?:\$ )?(?:npx )?(gradus [^\n]*)\n```\n+```text\n([\s\S]*?)```/g;
  return [...text.matchAll(pair)].map(([, command, output]) => ({
    command: command as string,
    output: output as string,
  }));
}

/** Files that the text shows: "This is `notes.md`" and a block of Markdown. */
const filesIn = (text: string): [name: string, content: string][] =>
  [...text.matchAll(/`([\w-]+\.md)`[^`]*\n\n````markdown\n([\s\S]*?)````/g)].map(
    ([, name, content]) => [name as string, content as string],
  );

/** The words of a command line in single or double quotes or none. */
const words = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((m) => (m[1] ?? m[2] ?? m[3]) as string);

/** A line as it is printed: the time of a verdict is left out, the size of an error may differ. */
const pattern = (line: string): RegExp => {
  const escaped = line
    .trimEnd()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\de-\d+/g, '\\de-\\d+')
    .replaceAll('…', '.*');
  return new RegExp(`^${escaped}( · [\\d.]+ ms)?$`);
};

/** In this process, but for what starts a thread: that needs a build. */
async function run(argv: readonly string[]): Promise<{ out: string; err: string }> {
  if (argv[0] !== 'test-kernel') return gradus(...argv);
  const { stdout, stderr } = runBuilt(folder, argv);
  return { out: stdout, err: stderr };
}

describe('the examples of the README', () => {
  beforeAll(() => build(folder), 600_000);
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  const files = new Map(filesIn(text));
  for (const [name, content] of files) write(name, content);
  const place = (word: string): string => {
    if (files.has(word)) return path(word);
    return /^(proofs|examples)\b/.test(word) ? resolve(root, word) : word;
  };

  it.each(examplesIn(text))('$command', async ({ command, output }) => {
    const [, ...argv] = words(command);
    const { out, err } = await run(argv.map(place));
    expect(err).toBe('');
    const printed = out
      .replaceAll(path(''), '')
      .replaceAll(`${root}/`, '')
      .split('\n')
      .map((line) => line.trimEnd());
    const shown = output.split('\n').filter((line) => line.trim() !== '');
    expect(shown.length).toBeGreaterThan(0);
    for (const line of shown) expect(printed).toContainEqual(expect.stringMatching(pattern(line)));
  });

  it('are found in a text', () => {
    const sample = "```sh\nnpx gradus derive 'a b' -c x.md\n```\n\n```text\nout\n```\n";
    expect(examplesIn(sample)).toEqual([
      { command: "gradus derive 'a b' -c x.md", output: 'out\n' },
    ]);
    expect(words("gradus derive 'a b' -c x.md")).toEqual(['gradus', 'derive', 'a b', '-c', 'x.md']);
    expect(filesIn('This is `n.md`:\n\n````markdown\n# N\n````')).toEqual([['n.md', '# N\n']]);
    expect('proved in 4 steps · 12 ms').toMatch(pattern('proved in 4 steps'));
  });
});
