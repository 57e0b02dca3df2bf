/** The engine as it is bundled for pages: small, whole, and without code that is made from text. */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { engineScript } from '../../bundle.mjs';

/** Bytes that the engine may take of a reader's line. */
const MOST_BYTES = 250_000;

describe('the bundle for pages', () => {
  let script = '';
  let modules: readonly string[] = [];
  beforeAll(async () => {
    ({ text: script, modules } = await engineScript());
  });

  it(`is at most ${MOST_BYTES} bytes, compressed`, () => {
    const { length } = gzipSync(script, { level: 9 });
    expect(length).toBeGreaterThan(50_000);
    expect(length).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('is made of the source of Gradus, and of no package', () => {
    expect(modules).toContain('src/kernel/check.ts');
    expect(
      modules.filter((path) => !/^src\/.*\.ts$/.test(path) && !path.includes('rolldown')),
    ).toEqual([]);
    for (const folder of ['cli', 'lsp', 'vitest', 'crosscheck', 'book', 'implementation'])
      expect(modules.filter((path) => path.startsWith(`src/${folder}/`))).toEqual([]);
  });

  it.each(['eval', 'Function', 'import', 'require', 'importScripts', 'fetch', 'XMLHttpRequest'])(
    'does not call %s: it makes no code from text, and loads none',
    (name) => {
      expect(script).toContain('new Worker(');
      expect(
        script.match(new RegExp(`(?<![\\w$.#'"\`-])${name}\\s*\\(.{0,40}`, 'g')) ?? [],
      ).toEqual([]);
    },
  );

  it('has no part of Node', () => {
    for (const name of ['node:', 'process.', '__dirname', 'Buffer.'])
      expect([name, script.includes(name)]).toEqual([name, false]);
  });
});
