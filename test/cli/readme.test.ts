/** The README is run: every `sh` block with a `text` block after it is a command and its output. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gradus } from './run-cli.js';

const root = resolve(import.meta.dirname, '../..');
const readme = resolve(root, 'README.md');

interface Example {
  readonly command: string;
  readonly output: string;
}

function examplesIn(text: string): Example[] {
  const pair = /```sh\n((?:\$ |npx )?(?:npx )?gradus [^\n]*)\n```\s*\n(?:[^`]*\n)?```text\n([\s\S]*?)```/g;
  const together = /```(?:text|console)\n\$ (?:npx )?(gradus [^\n]*)\n([\s\S]*?)```/g;
  return [...text.matchAll(pair), ...text.matchAll(together)].map(([, command, output]) => ({
    command: (command as string).replace(/^\$ /, '').replace(/^npx /, ''),
    output: output as string,
  }));
}

/** The words of a command line in single or double quotes or none. */
const words = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((m) => (m[1] ?? m[2] ?? m[3]) as string);

/** Times differ from run to run, and what is written as … is left out. */
const pattern = (line: string): RegExp => {
  const escaped = line
    .trimEnd()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\d+(\\\.\d+)? ms/g, '[\\d.]+ ms')
    .replace(/\de-\d+/g, '\\de-\\d+')
    .replaceAll('…', '.*');
  return new RegExp(`^${escaped}$`);
};

describe('the examples of the README', () => {
  const examples = existsSync(readme) ? examplesIn(readFileSync(readme, 'utf8')) : [];

  it.each(examples)('$command', async ({ command, output }) => {
    const [, ...argv] = words(command);
    const inRoot = argv.map((word) => (/^proofs\b/.test(word) ? resolve(root, word) : word));
    const { out } = await gradus(...inRoot);
    const lines = out.replaceAll(`${root}/`, '').split('\n').map((line) => line.trimEnd());
    for (const line of output.split('\n').filter((text) => !/^\s*(…|\.\.\.)?\s*$/.test(text)))
      expect(lines).toContainEqual(expect.stringMatching(pattern(line)));
  });

  it('are found in a text', () => {
    const text = "```sh\nnpx gradus derive 'a b' -c x.md\n```\n\n```text\nout\n```\n```text\n$ gradus rules\nlist\n```";
    expect(examplesIn(text)).toEqual([
      { command: "gradus derive 'a b' -c x.md", output: 'out\n' },
      { command: 'gradus rules', output: 'list\n' },
    ]);
    expect(words("gradus derive 'a b' -c x.md")).toEqual(['gradus', 'derive', 'a b', '-c', 'x.md']);
  });
});
