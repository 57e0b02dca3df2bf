// What another proof checker accepts is told in every kind of transcript.
import { describe, expect, it } from 'vitest';
import type { Recheck } from '../../src/document/recheck.js';
import type { RenderFormat } from '../../src/document/render.js';
import { renderFiles } from '../../src/document/render-files.js';
import { temporaryFolder } from '../cli/files.js';

const { write } = temporaryFolder();
const file = write(
  'one.md',
  '```gradus\npositive s, t\nclaim one: log(s*t) == log(s) + log(t)\nclaim two: s + t == t + s\n```\n',
);

/** Accepts the first claim of each document. */
const acceptsFirst: Recheck = async (documents) => ({
  accepted: new Map(
    documents.flatMap(({ checked }) =>
      checked.claims
        .slice(0, 1)
        .map((claim) => [claim, [{ by: 'Coq', theorem: 't_one', statement: 'a < b' }]] as const),
    ),
  ),
  files: new Map(),
});

async function rendered(format: RenderFormat): Promise<string> {
  for await (const { text } of renderFiles([file], format, { recheck: acceptsFirst })) return text;
  return '';
}

describe('a claim that Coq accepts', () => {
  it('has the theorem in plain text', async () => {
    const text = await rendered('text');
    expect(text.match(/accepted by Coq as t_one/g)).toHaveLength(1);
  });

  it('has the statement in Markdown, as a program', async () =>
    expect(await rendered('markdown')).toContain(
      'Accepted by Coq, as `t_one`:\n\n```coq\na < b\n```',
    ));

  it('has it escaped in HTML', async () =>
    expect(await rendered('html')).toContain(
      '<details><summary>Accepted by Coq, as <code>t_one</code></summary><pre>a &lt; b</pre></details>',
    ));

  it('has the theorem in LaTeX, its signs escaped', async () =>
    expect(await rendered('latex')).toContain('accepted by Coq as t\\_one'));

  it('has it as data', async () => {
    const { claims } = JSON.parse(await rendered('json'));
    expect(claims[0].rechecked).toEqual([{ by: 'Coq', theorem: 't_one', statement: 'a < b' }]);
    expect(claims[1].rechecked).toBeUndefined();
  });
});
