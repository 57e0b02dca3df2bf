import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentOf, SOFTMAX } from '../document/given.js';
import { temporaryFolder } from './files.js';
import { gradus } from './run-cli.js';

const { path, write } = temporaryFolder();
const softmax = write(
  'softmax.md',
  documentOf(`${SOFTMAX}claim g: diff(J, z[a,b]) == yhat[a,b] - y[a,b]`),
);
const GRADIENT = 'diff(J, z[a,b])';

describe('gradus derive', () => {
  it('prints the derivation of a gradient that it is not told', async () => {
    const { code, out } = await gradus('derive', GRADIENT, '-c', softmax);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}∂J\/∂z\[a,b\]\n/);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^= ŷ\[a,b\] − y\[a,b\]/);
  });

  it('unfolds the elementary steps', async () => {
    const { out } = await gradus('derive', GRADIENT, '-c', softmax, '--steps', 'all');
    expect(out).toContain('      · log-div at ');
  });

  it.each([
    ['markdown', /^\$\$\n\\frac\{\\partial J\}/],
    ['latex', /^\\begin\{align\*\}/],
    ['json', /^\{\n {2}"gradus": 1/],
  ])('writes %s', async (format, start) => {
    const { code, out } = await gradus('derive', GRADIENT, '-c', softmax, '--format', format);
    expect(code).toBe(0);
    expect(out).toMatch(start);
  });

  it('writes to a file', async () => {
    const target = path('derivation.txt');
    const { code, out } = await gradus('derive', GRADIENT, '-c', softmax, '-o', target);
    expect([code, out]).toEqual([0, '']);
    expect(readFileSync(target, 'utf8')).toContain('= ŷ[a,b] − y[a,b]');
  });

  it('proves a stated result, and owns up when it cannot', async () => {
    const to = (goal: string) => gradus('derive', GRADIENT, '-c', softmax, '--to', goal);
    expect((await to('-y[a,b] + yhat[a,b]')).code).toBe(0);
    const failed = await to('y[a,b]');
    expect(failed).toMatchObject({ code: 3, out: '' });
    expect(failed.err).toContain('no derivation of diff(J, z[a,b]) to y[a,b] was found');
  });

  it.each([
    [['-log(exp(2))', '-c', softmax]],
    [['-c', softmax, '-log(exp(2))']],
    [['-log(exp(2))', '-c', softmax, '--to', '-2']],
    [['-c', softmax, '--', '-log(exp(2))']],
  ])('takes an expression that begins with a minus: %j', async (words) => {
    const { code, out, err } = await gradus('derive', ...words);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^ {2}−log\(exp\(2\)\)\n/);
  });

  it('does not take -cos for the option -c', async () => {
    expect((await gradus('derive', '-cosh(0)')).err).not.toContain('no such file');
  });

  it('still refuses an option that it does not know', async () => {
    const { code, err } = await gradus('derive', '1', '--stepz', 'all');
    expect(code).toBe(2);
    expect(err).toContain("unknown option '--stepz'");
  });

  it('says whether the expression or the document is wrong', async () => {
    const unreadable = write('unreadable.md', documentOf('size 3'));
    const inExpression = await gradus('derive', 'diff(K, z[a,b])', '-c', softmax);
    expect(inExpression).toMatchObject({ code: 2, out: '' });
    expect(inExpression.err).toContain('K is not declared');
    const inDocument = await gradus('derive', '1', '-c', unreadable);
    expect(inDocument.code).toBe(2);
    expect(inDocument.err).toContain(`${unreadable}:2:6 `);
    const missing = await gradus('derive', '1', '-c', path('missing.md'));
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('missing.md');
  });
});

describe('gradus render', () => {
  it('prints a document, or writes one file for each', async () => {
    expect((await gradus('render', softmax, '--to', 'text')).out).toContain('g: ∂J/∂z[a,b]');
    const { code, out, err } = await gradus('render', softmax, '--to', 'latex', '-o', path('out'));
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(path('out/softmax.tex'));
    expect(readFileSync(path('out/softmax.tex'), 'utf8')).toContain('\\end{document}');
  });

  it('says what cannot be read', async () => {
    const file = write('bad.md', `# Bad\n\n${documentOf('real x\nclaim c: y == x')}`);
    const { code, err } = await gradus('render', file);
    expect(code).toBe(2);
    expect(err).toContain(`${file}:5:10 y is not declared`);
  });
});

describe('gradus rules', () => {
  it('lists the rule book by chapters', async () => {
    const { code, out } = await gradus('rules');
    expect(code).toBe(0);
    expect(out).toMatch(/^logarithms\n {2}log-mul +log\(u · v\) = log\(u\) \+ log\(v\)\n/);
    expect(out).toContain('\n\nsums\n');
  });

  it('lists what is asked for, also as JSON', async () => {
    const { out } = await gradus('rules', 'log-one', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject([{ id: 'log-one' }]);
  });

  it('offers the nearest name', async () => {
    const { code, err } = await gradus('rules', 'log-dvi');
    expect(code).toBe(2);
    expect(err).toContain('did you mean log-div?');
  });
});

describe('gradus explain', () => {
  it('tells the whole story of a rule', async () => {
    const { code, out } = await gradus('explain', 'log-prod');
    expect(code).toBe(0);
    expect(out).toBe(`log-prod  logarithms, major
The logarithm of a product is the sum of the logarithms, over a range

    log(Π_{k=a..b} F(k)) = Σ_{k=a..b} log(F(k))
    given 0 < F(k) for k in a..b
          false without it: a = 1, b = 2, F(k) = -2

example
    log(Π_{k=1..n} x[k]) = Σ_{k=1..n} log(x[k]),  given that 0 < x[k] for k in 1..n

mathlib  Real.log_prod
`);
  });

  it('names a source that a reader can look up', async () => {
    const { out } = await gradus('explain', 'log-div');
    expect(out).toContain('\n\nsource   Knuth, TAOCP 1, 1.2.2\nmathlib  Real.log_div\n');
  });

  it('offers the nearest name', async () => {
    const { code, err } = await gradus('explain', 'log-prd');
    expect(code).toBe(2);
    expect(err).toBe('error there is no rule log-prd\n    did you mean log-prod?\n');
  });
});

describe('gradus replay', () => {
  const edit = async (change: (certificate: Record<string, unknown>) => void): Promise<string> => {
    await gradus('check', softmax, '--save-certificates', path('certificates'));
    const certificate = JSON.parse(
      readFileSync(path('certificates/softmax.g.json'), 'utf8'),
    ) as Record<string, unknown>;
    change(certificate);
    return write('edited.json', JSON.stringify(certificate));
  };

  it('refuses a certificate that has lost a step', async () => {
    const file = await edit(({ steps }) => void (steps as unknown[]).pop());
    const { code, out } = await gradus('replay', file);
    expect(code).toBe(1);
    expect(out).toContain('✗');
  });

  it('refuses a certificate of another form', async () => {
    const file = await edit((certificate) => {
      certificate.defined = 'yes';
    });
    expect((await gradus('replay', file)).code).toBe(2);
  });

  it('refuses a file that is none', async () => {
    const { code, err } = await gradus('replay', softmax);
    expect(code).toBe(2);
    expect(err).toContain('this file is no JSON');
  });
});
