import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/document/report.js';
import { documentOf, SOFTMAX } from '../document/given.js';
import { temporaryFolder } from './files.js';
import { gradus } from './run-cli.js';

const { path, write } = temporaryFolder();
const good = write(
  'good.md',
  documentOf(`${SOFTMAX}claim gradient: diff(J, z[a,b]) == yhat[a,b] - y[a,b]`),
);
const wrong = write(
  'wrong.md',
  documentOf(`size K
simplex q[K]
closed simplex h[K]
calc nll:
  -log(prod(k in 1..K, q[k]^h[k]))
  == -sum(k in 1..K, h[k]*log(q[k]))
  == sum(k in 1..K, h[k]*log(q[k]))`),
);
const bad = write('bad.md', documentOf('size K\nreal yhat[K]\nclaim c: yhta[1] == 1'));
const refuting = write('refuting.md', documentOf('real x\nrefute no: sqrt(x^2) == x'));

describe('gradus check', () => {
  it('marks what should be refuted and is proved as wrong', async () => {
    const { code, out } = await gradus('check', write('true.md', documentOf('refute no: 1 == 1')));
    expect(code).toBe(1);
    expect(out).toMatch(/✗ no {2}1 = 1\n +proved, but should be refuted/);
  });

  it('shows the statement, the verdict, the steps, the numbers and the hypotheses', async () => {
    const { code, out, err } = await gradus('check', good);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/✓ gradient {2}∂J\/∂z\[a,b\] = ŷ\[a,b\] − y\[a,b\]\n/);
    expect(out).toMatch(
      /proved in \d+ steps · agrees in 60 models · finite differences agree to \de-\d+ · /,
    );
    expect(out).toContain('using Σ_{c=1..C} y[i,c] = 1 for each i in 1..n');
    expect(out).toContain('1 document · 1 claim · 1 proved · seed 42');
  });

  it('shows a wrong line with the line before it, the counterexample and the diagnosis', async () => {
    const { code, out } = await gradus('check', wrong);
    expect(code).toBe(1);
    expect(out).toContain(`${wrong}:8:6 line 3 does not follow from line 2
      7 │   == -sum(k in 1..K, h[k]*log(q[k]))
      8 │   == sum(k in 1..K, h[k]*log(q[k]))
      at K = 2, `);
    expect(out).toContain('is a minus sign missing?');
  });

  it('says where a document cannot be read, what was expected, and what may be meant', async () => {
    const { code, out } = await gradus('check', bad);
    expect(code).toBe(2);
    expect(out).toContain(`${bad}:4:10 yhta is not declared\n    expected a declared name\n`);
    expect(out).toContain('did you mean yhat?');
  });

  it('is content with what is refuted as it should be', async () => {
    const { code, out } = await gradus('check', refuting);
    expect(code).toBe(0);
    expect(out).toMatch(/✓ no .*\n {6}refuted, as it should be/);
    expect(out).toContain('1 refuted as expected');
  });

  it('gives one object as JSON', async () => {
    const { code, out } = await gradus('check', good, refuting, '--format', 'json', '--seed', '7');
    expect(code).toBe(0);
    const report = JSON.parse(out) as CheckReport;
    expect(report).toMatchObject({ gradus: 1, seed: 7 });
    expect(report.files.map((file) => file.path)).toEqual([good, refuting]);
    const [refuted] = report.files[1]?.claims ?? [];
    expect(refuted).toMatchObject({ expected: 'refuted', verdict: 'refuted' });
    expect(Object.keys(refuted?.counterexample ?? {})).toEqual(['values', 'left', 'right']);
  });

  it('lets the worst file win', async () => {
    expect((await gradus('check', good, wrong)).code).toBe(1);
    expect((await gradus('check', bad, wrong)).code).toBe(2);
  });

  it('stores certificates that gradus replay accepts', async () => {
    const folder = path('certificates');
    await gradus('check', good, '--save-certificates', folder);
    const { code, out } = await gradus('replay', `${folder}/good.gradient.json`);
    expect(code).toBe(0);
    expect(out).toContain('✓ gradient  ∂J/∂z[a,b] = ŷ[a,b] − y[a,b]');
  });

  it('asks mathjs and nerdamer when told to', async () => {
    const simple = write('simple.md', documentOf('real x\nclaim c: diff(x^2, x) == 2*x'));
    const { out } = await gradus('check', simple, '--crosscheck');
    expect(out).toContain('mathjs: agree · nerdamer: agree');
    expect((await gradus('check', simple)).out).not.toContain('mathjs');
  });

  it.each([
    [['check', '/no/such/folder'], 'there is no such file or folder'],
    [['check', good, '--runs', 'many'], '--runs many: a number is needed'],
    [['check', good, '--runs', '0'], '--runs 0: at least 1 is needed'],
    [['check', good, '--seed', '1.5'], '--seed 1.5: a whole number is needed'],
    [['check', good, '--time-limit', '-1'], '--time-limit -1: more than 0 seconds are needed'],
    [
      ['check', good, '--format', 'yaml'],
      '--format yaml: one of pretty, json, github, sarif, junit, tap is needed',
    ],
    [['check', good, '--sed', '1'], "unknown option '--sed'\n(Did you mean --seed?)"],
    [['chekc'], "unknown command 'chekc'\n(Did you mean check?)"],
  ])('refuses %j in one message, with exit code 2', async (argv, message) => {
    const { code, out, err } = await gradus(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('prints its help to the output', async () => {
    const { code, out } = await gradus('check', '--help');
    expect(code).toBe(0);
    expect(out).toContain('Exit code: 0 all proved');
  });
});

describe('hostile documents', () => {
  it.each([
    ['deep nesting', `claim c: ${'('.repeat(100_000)}1`],
    ['a line of 10 MB', `claim c: ${'1+'.repeat(5_000_000)}1 == 1`],
    ['prototype names', 'claim c: constructor == __proto__'],
    ['a cyclic definition', 'let a = b + 1\nlet b = a + 1\nclaim c: a == b'],
    ['a duplicate name', 'real x\nreal x\nclaim c: x == x'],
    ['a wrong index count', 'size n\nreal z[n, n]\nclaim c: z[1] == z[1,1]'],
    ['no end', '```'],
  ])('%s: one clear error, exit code 2', async (name, text) => {
    const file = write(`${name.replaceAll(' ', '-')}.md`, documentOf(text));
    const { code, out } = await gradus('check', file, '--time-limit', '2');
    expect(code).toBe(name === 'no end' ? 0 : 2);
    expect(out).not.toMatch(/\n\s+at /);
    expect(out.length).toBeLessThan(4000);
  });
});

describe('gradus check --strict', () => {
  const jump = write(
    'jump.md',
    documentOf('positive u, v\ncalc c:\n  log(u*v^2)\n  == log(u) + 2*log(v)'),
  );
  const reason = write(
    'reason.md',
    documentOf('positive u, v\ncalc c:\n  log(u*v)\n  == log(u) + log(v)  by exp-add'),
  );

  it('objects to a jump, which is right otherwise', async () => {
    expect((await gradus('check', jump)).code).toBe(0);
    const { code, out } = await gradus('check', jump, '--strict');
    expect(code).toBe(1);
    expect(out).toContain(`${jump}:5:6 this line is a jump of 2 rules: log-mul, log-pow`);
  });

  it('objects to a reason that is not the reason', async () => {
    const lenient = await gradus('check', reason);
    expect(lenient.code).toBe(0);
    expect(lenient.out).toContain('exp-add is not the reason: the line follows by log-mul');
    expect((await gradus('check', reason, '--strict')).code).toBe(1);
    const { out } = await gradus('check', reason, '--strict', '--format', 'github');
    expect(out).toContain('::error file=');
  });

  it('has the rule of each line shown by --verbose', async () => {
    const { out } = await gradus('check', jump, '--verbose');
    expect(out).toContain('  5 │ = log(u) + 2 · log(v)  a jump: log-mul, log-pow\n');
    expect(out).toContain('= log(u) + log(v²)  log-mul\n');
  });
});
