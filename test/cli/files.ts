/** A folder for a test's files, removed when its tests are done. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

export interface Folder {
  readonly path: (name: string) => string;
  /** Writes a file; its path. */
  readonly write: (name: string, text: string) => string;
}

export function temporaryFolder(): Folder {
  const root = mkdtempSync(join(tmpdir(), 'gradus-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const path = (name: string): string => (name === '' ? `${root}/` : join(root, name));
  const write = (name: string, text: string): string => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
    return path(name);
  };
  return { path, write };
}
