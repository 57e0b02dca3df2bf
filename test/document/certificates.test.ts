import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  certificatesOf,
  replayCertificate,
  replayFile,
  saveCertificates,
} from '../../src/document/certificates.js';
import { examine, SOFTMAX } from './given.js';

const folder = mkdtempSync(join(tmpdir(), 'gradus-'));
afterAll(() => rmSync(folder, { recursive: true }));

const stored = async (text: string) => {
  const { claims, lemmas } = await examine(text);
  return certificatesOf(claims, lemmas);
};

describe('the certificates of a document', () => {
  it('are one for each claim and for each line of a calculation', async () => {
    const found = await stored(
      'positive u, v\nclaim one: log(u*v) == log(u) + log(v)\ncalc two:\n  log(u/v)\n  == log(u) - log(v)\n  == -(log(v) - log(u))\nrefute no: u == v',
    );
    expect(found.map(({ name }) => name)).toEqual(['one', 'two.2', 'two.3']);
  });

  it('are replayed by the kernel alone, after a way through JSON', async () => {
    const [one] = await stored(`${SOFTMAX}claim g: diff(J, z[a,b]) == yhat[a,b] - y[a,b]`);
    const report = replayCertificate(JSON.parse(JSON.stringify(one?.certificate)));
    expect(report).toMatchObject({
      name: 'g',
      statement: '∂J/∂z[a,b] = ŷ[a,b] − y[a,b]',
      hypotheses: [expect.stringMatching(/^sum\(.* in 1\.\.C, y\[[ai],.*\]\) == 1$/)],
    });
    expect(report.rules).toContain('diff-exp');
  });

  it('prove nothing else', async () => {
    const [one] = await stored('positive u, v\nclaim one: log(u*v) == log(u) + log(v)');
    const json = JSON.parse(JSON.stringify(one?.certificate)) as {
      claim: { left: number; right: number };
    };
    const { left, right } = json.claim;
    Object.assign(json.claim, { left: right, right: left });
    expect(() => replayCertificate(json)).toThrow();
  });

  it('are files that can be read back', async () => {
    const certificates = await stored(
      'positive u\nclaim a/b: exp(log(u)) == u'.replace('a/b', 'ab'),
    );
    const paths = await saveCertificates(folder, 'notes/logs.md', certificates);
    expect(paths).toEqual([join(folder, 'logs.ab.json')]);
    expect(JSON.parse(readFileSync(paths[0] as string, 'utf8'))).toMatchObject({ gradus: 1 });
    expect((await replayFile(paths[0] as string)).statement).toBe('exp(log(u)) = u');
  });

  it.each([
    ['no JSON', '{', 'this file is no JSON'],
    ['something else', '{"a": 1}', 'this file holds no certificate'],
    ['a list', '[]', 'this file holds no certificate'],
  ])('are told from %s', async (_, text, message) => {
    const path = join(folder, 'other.json');
    writeFileSync(path, text);
    await expect(replayFile(path)).rejects.toThrow(message);
  });
});
