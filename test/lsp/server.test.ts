// The language server through a real exchange, with the program that is built.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type Diagnostic,
  LSPErrorCodes,
} from 'vscode-languageserver/node';
import { build } from '../cli/built.js';
import { temporaryFolder } from '../cli/files.js';
import { applied, type Client } from './client.js';
import { type Server, startServer } from './start-server.js';

const patience = { timeout: 600_000 };
const NOTES = `# Notes

\`\`\`gradus
size K
positive p[K]
onehot y[K]
calc nll:
     -log(prod(k in 1..K, p[k]^y[k]))
  == -sum(k in 1..K, y[k]*log(p[k]))
  == sum(k in 1..K, y[k]*log(p[k]))
\`\`\`
`;

const folder = temporaryFolder();
let server: Server;
let client: Client;
let count = 0;
/** A document that no other test has. */
const fresh = (): string => `file:///notes-${++count}.md`;

beforeAll(async () => {
  build(folder);
  server = await startServer(folder.path('build'));
  client = server.client;
}, patience.timeout);

afterAll(async () => {
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
  expect([await server.code, server.printed()]).toEqual([0, '']);
});

/** What a diagnostic is about, in the text that it was made for. */
function marked(text: string, { range: { start, end } }: Diagnostic): string {
  const rows = text.split(/\r\n|\n/);
  expect(end.line === start.line || end.character === 0).toBe(true);
  const row = rows[start.line] as string;
  return row.slice(start.character, end.line === start.line ? end.character : row.length);
}

describe('diagnostics', patience, () => {
  it('are of what cannot be read, at its place', async () => {
    const text = NOTES.replace('calc nll', 'claim unread: q == q\ncalc nll');
    const [only, ...others] = await client.check(fresh(), text);
    expect(others).toEqual([]);
    expect(only?.range.start).toEqual({ line: 6, character: 14 });
    expect(only?.message).toContain('q is not declared');
  });

  it('are of the step that is wrong, with the counterexample', async () => {
    const [only, ...others] = await client.check(fresh(), NOTES);
    expect(others).toEqual([]);
    expect(only?.code).toBe('refuted');
    expect(only?.range.start).toEqual({ line: 9, character: 5 });
    expect(only?.message).toContain('nll: line 3 does not follow from line 2');
    expect(only?.message).toMatch(/at K = 1, p = .*: left .*, right /);
  });

  it('go away as the text is mended, by an edit of a part of it', async () => {
    const uri = fresh();
    expect(await client.check(uri, NOTES)).toHaveLength(1);
    const range = { start: { line: 9, character: 5 }, end: { line: 9, character: 5 } };
    expect(await client.diagnostics(uri, await client.edit(uri, [{ range, text: '-' }]))).toEqual(
      [],
    );
  });

  // Positions of the protocol count UTF-16 units: 𝐱 and 😀 are two of them, α is one.
  it.each([
    ['Greek letters', 'real ξ, α', '\n', 'ξ + α', 'α + α'],
    ['letters beyond the first plane', 'real 𝐱, 𝜶', '\n', '𝐱 + 𝜶', '𝜶 + 𝜶'],
    ['lines that end as on Windows', 'real 𝐱, α', '\r\n', '𝐱 + α', 'α + α'],
  ])('stand at the right place among %s', async (_, declared, end, left, wrong) => {
    const rows = ['😀 prose', '```gradus', declared, 'calc 𝒷:', `  ${left}`, ` == ${wrong}`];
    const text = [...rows, '```', ''].join(end);
    const [only] = await client.check(fresh(), text);
    expect(marked(text, only as Diagnostic)).toBe(wrong);
    const unread = text.replace(wrong, `${left} + nowhere`);
    const [fault] = await client.check(fresh(), unread);
    expect(marked(unread, fault as Diagnostic)).toBe('nowhere');
  });

  it('are of each document on its own, and go when it is closed', async () => {
    const [one, two] = [fresh(), fresh()];
    const versions = [await client.write(one, NOTES), await client.write(two, '# Nothing\n')];
    expect(await client.diagnostics(two, versions[1] as number)).toEqual([]);
    expect(await client.diagnostics(one, versions[0] as number)).toHaveLength(1);
    await client.close(one);
    await expect
      .poll(() => client.published.filter(({ uri }) => uri === one).at(-1)?.diagnostics)
      .toEqual([]);
    expect(await client.hover(one, 8, 12)).toBeNull();
    expect(await client.labels(one, 8, 5)).toEqual([]);
  });

  it.each([
    ['a fence that is not closed', '```gradus\nreal x\nclaim c: x == '],
    ['a declaration without an end', '```gradus\nreal x[\n```\n'],
    ['brackets without an end', `\`\`\`gradus\nreal x\nclaim c: ${'('.repeat(5000)}x\n\`\`\`\n`],
    ['a formula without an end', '```gradus\nreal x\n```\n\n$$ x = \\frac{1}{ $$\n'],
  ])('tell what is broken: %s', async (_, text) => {
    const found = await client.check(fresh(), text);
    expect(found.map(({ code }) => code)).toEqual(['unreadable']);
  });
});

/** So many claims, each a second's work or less, and the last one wrong. */
const longText = (claims: number, last: string): string =>
  [
    '```gradus\nsize n\nreal x[n]\nindex a in 1..n',
    ...Array.from(
      { length: claims },
      (_, k) => `claim c${k}: diff(sum(i in 1..n, (x[i] - ${k})^2), x[a]) == 2*(x[a] - ${k})`,
    ),
    `claim last: ${last}\n\`\`\`\n`,
  ].join('\n');

/** A claim for which no proof is found, after seconds. */
const HARD = `\`\`\`gradus
real a, b, c, d, e
claim hard: exp(a)*exp(b)*log(1+exp(a+b+c)) <= exp(a+b)*(log(2)+abs(a)+abs(b)+abs(c)+abs(d)+abs(e)) + exp(d)
\`\`\`
`;

describe('a document that is edited while it is checked', patience, () => {
  it('is told of in its last version alone', async () => {
    const uri = fresh();
    const old = await client.write(uri, longText(40, 'x[a] == 0'));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(client.published.some((each) => each.uri === uri)).toBe(false);
    const latest = await client.write(uri, longText(40, 'x[a] == x[a]'));
    expect(await client.diagnostics(uri, latest)).toEqual([]);
    expect(client.published.some((each) => each.uri === uri && each.version === old)).toBe(false);
  });

  it('answers while it is checked, and drops what was asked of an older text', async () => {
    const uri = fresh();
    const text = longText(40, 'x[a] == 0');
    await client.write(uri, text);
    const asked = client.hover(uri, 5, 12);
    expect(await client.labels(uri, 5, 12)).toContain('sum');
    const latest = await client.write(uri, `\n${text}`);
    expect(await asked).toBeNull();
    expect(await client.diagnostics(uri, latest)).toHaveLength(1);
    expect(await client.hover(uri, 6, 12)).toContain('proved');
  });

  it('has its names completed before a hard claim is decided, and is explained after it', async () => {
    const uri = fresh();
    await client.write(uri, HARD);
    const told = (): boolean => client.published.some((each) => each.uri === uri);
    const asked = client.hover(uri, 2, 12).then((value) => [value, told()]);
    expect([await client.labels(uri, 2, 12), told()]).toEqual([
      expect.arrayContaining(['a', 'b', 'c', 'log']),
      false,
    ]);
    expect(await asked).toEqual([expect.stringContaining('tested'), true]);
  });

  it('is checked to the end in its last version, though a claim is hard in each', async () => {
    const uri = fresh();
    const logged = client.logged.length;
    for (let k = 0; k < 3; k++) {
      await client.write(uri, HARD.replace('+ exp(d)', `+ exp(d) + ${k}`));
      await new Promise((resolve) => setTimeout(resolve, 600));
    }
    const latest = await client.write(uri, HARD);
    expect(await client.diagnostics(uri, latest)).toHaveLength(1);
    expect(client.published.at(-1)).toMatchObject({ uri, version: latest });
    // No check is ended for a version that nobody typed.
    expect(client.logged.length - logged).toBeLessThanOrEqual(3);
  });

  it('is let go of when it is closed, however long it is', async () => {
    const uri = fresh();
    await client.write(uri, longText(2000, 'x[a] == 0'));
    expect(await client.labels(uri, 1500, 12)).toContain('sum');
    await new Promise((resolve) => setTimeout(resolve, 400));
    await client.close(uri);
    expect(await client.check(fresh(), NOTES)).toHaveLength(1);
    const ofIt = client.published.filter((each) => each.uri === uri);
    expect(ofIt.map(({ diagnostics }) => diagnostics)).toEqual([[]]);
  });

  it('answers a request that is cancelled by saying so', async () => {
    const uri = fresh();
    await client.write(uri, longText(40, 'x[a] == 0'));
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(
      'textDocument/hover',
      { textDocument: { uri }, position: { line: 5, character: 12 } },
      source.token,
    );
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    await client.close(uri);
  });
});

describe('hover', patience, () => {
  it('tells why a line holds, with the rule and both sides in numbers', async () => {
    const uri = fresh();
    await client.write(uri, NOTES);
    const value = await client.hover(uri, 8, 12);
    expect(value).toContain('proved');
    expect(value).toMatch(/by \*\*log-/);
    expect(value).toMatch(/left .*, right /);
    expect(await client.hover(uri, 0, 2)).toBeNull();
  });

  it('shows terms as they are, and escapes what Markdown would take for its own', async () => {
    const uri = fresh();
    await client.write(
      uri,
      '```gradus\nsize n\nreal x[n, n], b_c\nindex i in 1..n\nclaim c: log(exp(x[i,i])) == b_c\n```\n',
    );
    const value = await client.hover(uri, 4, 12);
    expect(value).toContain('x = [[');
    expect(value).toContain('b\\_c = ');
  });
});

describe('the action that inserts the missing step', patience, () => {
  it.each([
    ['in a fence', NOTES],
    ['in a text with lines that end as on Windows', NOTES.replaceAll('\n', '\r\n')],
    ['in a quotation', NOTES.replace(/^/gm, '> ')],
  ])('gives a document that checks, line by line: %s', async (_, text) => {
    const right = text.replace('== sum', '== -sum');
    const uri = fresh();
    expect(await client.check(uri, right)).toEqual([]);
    const [action] = await client.actions(uri, 8);
    expect(action?.title).toMatch(/^Insert the missing steps?$/);
    const longer = applied(right, uri, action?.edit ?? {});
    const rows = longer.split(/\r?\n/);
    expect(rows.length).toBeGreaterThan(right.split('\n').length);
    expect(rows[8]).toMatch(/^(> )? {2}== .* by [\w-]+$/);
    expect(longer.includes('\r\n')).toBe(text.includes('\r\n'));
    expect(longer.replaceAll('\r\n', '')).not.toContain('\r');
    expect(await client.check(uri, longer)).toEqual([]);
    // Every line is one rule from the line before: there is nothing more to insert.
    const added = rows.length - right.split('\n').length;
    for (let k = 0; k <= added; k++) expect(await client.actions(uri, 8 + k)).toEqual([]);
  });

  it('is offered only where there is something to insert, in the plain language', async () => {
    const uri = fresh();
    await client.check(uri, NOTES);
    expect(await client.actions(uri, 0)).toEqual([]);
    expect(await client.actions(uri, 9)).toEqual([]);
    expect(await client.actions(uri, 8, ['source.organizeImports'])).toEqual([]);
    expect(await client.actions(uri, 8, ['quickfix'])).toHaveLength(1);
    const latex = fresh();
    const formula = `\`\`\`gradus\npositive a, b, c\n\`\`\`\n\n$$
\\log(abc)
= \\log(a) + \\log(b) + \\log(c)
$$
`;
    expect(await client.check(latex, formula)).toEqual([]);
    expect(await client.hover(latex, 6, 4)).toContain('proved');
    expect(await client.actions(latex, 6)).toEqual([]);
  });
});

describe('completion', patience, () => {
  it('is of declared names and functions, and of rules after “by”', async () => {
    const uri = fresh();
    const text = NOTES.replace('y[k]*log(p[k]))\n', 'y[k]*log(p[k]))  by log-\n');
    await client.write(uri, text);
    expect(await client.labels(uri, 8, 5)).toEqual(expect.arrayContaining(['K', 'p', 'y', 'sum']));
    const rules = await client.labels(uri, 8, 48);
    expect(rules).toContain('log-mul');
    expect(rules).not.toContain('sum');
  });

  it('is of nothing in prose, and of names in a text that cannot be read', async () => {
    const uri = fresh();
    const broken = NOTES.replace('-log(prod', '-log(((');
    expect(await client.check(uri, broken)).not.toEqual([]);
    expect(await client.labels(uri, 0, 3)).toEqual([]);
    expect(await client.labels(uri, 1, 0)).toEqual([]);
    expect(await client.labels(uri, 2, 4)).toEqual([]);
    expect(await client.labels(uri, 8, 5)).toEqual(expect.arrayContaining(['K', 'p', 'y']));
  });
});
