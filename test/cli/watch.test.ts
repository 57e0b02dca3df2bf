import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.js';
import { styleFor } from '../../src/cli/style.js';
import { documentOf } from '../document/given.js';
import { temporaryFolder } from './files.js';

const { path, write } = temporaryFolder();

/** A watch that is running, and what it has written so far. */
class Watch {
  readonly #stop = new AbortController();
  readonly #code: Promise<number>;
  out = '';
  err = '';

  constructor(...argv: string[]) {
    const style = styleFor(false, {});
    this.#code = run(['check', '--watch', ...argv], {
      out: (text) => {
        this.out += text;
      },
      err: (text) => {
        this.err += text;
      },
      style,
      errStyle: style,
      stop: this.#stop.signal,
    });
  }

  /** What is written until the next round is over. */
  async round(): Promise<{ out: string; err: string }> {
    const isOver = (): boolean => this.err.includes('waiting for changes');
    for (let k = 0; k < 400 && !isOver(); k++) await setTimeout(25);
    const { out, err } = this;
    this.out = '';
    this.err = '';
    return { out, err };
  }

  async end(): Promise<number> {
    this.#stop.abort();
    return this.#code;
  }
}

const TWO = 'real x\nclaim one: x + x == 2*x\n\nclaim two: x + 1 == ';

describe('gradus check --watch', () => {
  it('checks a changed document again, and of it only what has changed', async () => {
    const file = write('one/a.md', documentOf(`${TWO}x`));
    const watch = new Watch(file);
    expect((await watch.round()).out).toContain('2 claims · 1 proved · 1 refuted');
    writeFileSync(file, documentOf(`# moved down\n${TWO}1 + x`));
    const { out, err } = await watch.round();
    expect(out).toContain('2 claims · 2 proved');
    expect(err).toContain('1 claim as before');
    expect(await watch.end()).toBe(0);
  });

  it('sees files that appear, are replaced, renamed and removed in a folder', async () => {
    const file = write('two/a.md', documentOf('claim a: 1 == 1'));
    const watch = new Watch(path('two'));
    await watch.round();
    write('two/deep/b.md', documentOf('claim b: 1 == 2'));
    expect((await watch.round()).out).toContain('2 documents · 2 claims · 1 proved · 1 refuted');
    write('two/next', documentOf('claim a: 1 == 3'));
    renameSync(path('two/next'), file);
    const replaced = await watch.round();
    expect(replaced.out).toContain('2 documents · 2 claims · 2 refuted');
    expect(replaced.out).not.toContain('deep/b.md');
    rmSync(path('two/deep/b.md'));
    const removed = await watch.round();
    expect(removed.err).toContain(`${path('two')}/deep/b.md is gone`);
    expect(removed.out).toContain('1 document · 1 claim · 1 refuted');
    expect(await watch.end()).toBe(0);
  });

  it('goes on after a document that cannot be read', async () => {
    const file = write('three/a.md', documentOf('claim a: q == 1'));
    const watch = new Watch(file);
    expect((await watch.round()).out).toContain('q is not declared');
    writeFileSync(file, documentOf('claim a: 1 == 1'));
    expect((await watch.round()).out).toContain('1 proved');
    expect(await watch.end()).toBe(0);
  });

  it('refuses a path that does not exist', async () => {
    const watch = new Watch(path('nowhere.md'));
    expect(await watch.end()).toBe(2);
    expect(watch.err).toContain('there is no such file or folder');
  });
});
