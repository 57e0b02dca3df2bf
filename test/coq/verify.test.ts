// What is proved is exported and checked again by Coq, as a user would have it.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { axiomsIn } from '../../src/coq/verify.js';
import { temporaryFolder } from '../cli/files.js';
import { gradus } from '../cli/run-cli.js';
import { COQ_TIME, hasCoq } from './coq.js';

const { path, write } = temporaryFolder();

const NOTES = `
\`\`\`gradus
size n, C
real z[n, C]
onehot y[n, C]
positive s
index i in 1..n, c in 1..C, a in 1..n, b in 1..C
let yhat[i,c] = exp(z[i,c])/sum(k in 1..C, exp(z[i,k]))
let J = -sum(i, sum(c, y[i,c]*log(yhat[i,c])))
claim rows: sum(k in 1..C, yhat[i,k]) == 1
claim gradient: diff(J, z[a,b]) == yhat[a,b] - y[a,b]
claim by-rows: sum(k in 1..C, yhat[i,k])^2 == 1
calc powers:
     log(s^2*s)
  == log(s^2) + log(s)
  == 3*log(s)
claim bound: log(s) <= s - 1
size T >= 1
real x[0..T], f[T], m
positive eta
assume forall t in 1..T: f[t] - m <= (x[t-1]^2 - x[t]^2)/(2*eta)
claim regret: sum(t in 1..T, f[t] - m) <= x[0]^2/(2*eta)
positive u, v
unit w
claim posterior: w*u/(w*u + (1-w)*v) == sigmoid(log(w*u) - log((1-w)*v))
claim special: gamma(s + 1) == s*gamma(s)
refute wrong: diff(J, z[a,b]) == y[a,b] - yhat[a,b]
\`\`\`
`;

describe.skipIf(!hasCoq)('gradus verify --with coq', () => {
  const run = gradus('verify', '--with', 'coq', write('notes.md', NOTES));

  it(
    'says of each proved claim that Coq accepts it, or what has no counterpart',
    async () => {
      const { code, out } = await run;
      for (const name of [
        'rows',
        'gradient',
        'by-rows',
        'powers.2',
        'powers.3',
        'bound',
        'regret',
        'posterior',
      ])
        expect(out).toContain(`✓ notes ${name}  accepted`);
      expect(out).toMatch(/– notes special {2}not exportable, for want of the operator gamma/);
      expect(out).toContain('8 accepted by Coq · 1 not exportable · 0 rejected');
      expect(out).not.toContain('wrong');
      expect(code).toBe(0);
    },
    COQ_TIME,
  );

  it(
    'lists no axiom but those of the real numbers',
    async () => {
      const { out } = await run;
      const [, list = ''] = /^axioms: (.*)$/m.exec(out) ?? [];
      for (const axiom of list.split(', '))
        expect(axiom).toMatch(
          /sig_forall_dec|sig_not_dec|Classical_Prop\.classic|functional_extensionality_dep/,
        );
    },
    COQ_TIME,
  );
});

describe('gradus export --to coq', () => {
  const run = gradus('export', '--to', 'coq', write('notes.md', NOTES), '-o', path('development'));
  const theorems = async (): Promise<string> => {
    await run;
    return readFileSync(path('development/Theorems.v'), 'utf8');
  };

  it('writes the library, the theorems, and how to compile them', async () => {
    expect((await run).code).toBe(0);
    expect(readdirSync(path('development')).sort()).toEqual(
      ['All.v', 'Gradus.v', 'Makefile', 'Numbers.v', 'Theorems.v', '_CoqProject'].sort(),
    );
  });

  it('states a derivative with is_derive, for all sizes', async () => {
    expect(await theorems()).toContain(
      'Theorem t_notes__gradient : forall (n : R) (v_C : R) (z : R -> R -> R) (y : R -> R -> R)',
    );
    expect(await theorems()).toMatch(
      /is_derive \(fun t => d_v_J n v_C \(upd2 z a b t\) y\) \(z a b\)/,
    );
  });

  it('says beside each theorem that its sides have values', async () => {
    expect(await theorems()).toContain('Theorem t_notes__powers_2_left_defined : forall (s : R),');
  });

  it('gives the same bytes for the same document', async () => {
    const again = path('again');
    await gradus('export', '--to', 'coq', path('notes.md'), '-o', again);
    expect(readFileSync(`${again}/Theorems.v`, 'utf8')).toBe(await theorems());
  });

  it('uses no word with which a file could be accepted that proves nothing', async () =>
    expect(await theorems()).not.toMatch(
      /\b(Admitted|admit|Axiom|Parameter|Conjecture|Abort|Unset)\b/,
    ));
});

describe('without Coq', () => {
  it('verify says which packages to install, and answers 2', async () => {
    const { PATH } = process.env;
    process.env.PATH = path('');
    try {
      const { code, err } = await gradus('verify', '--with', 'coq', write('one.md', NOTES));
      expect(code).toBe(2);
      expect(err).toContain('coqc is not installed');
      expect(err).toContain('apt-get install coq libcoq-coquelicot');
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('a checker that is not known is a mistake of usage', async () =>
    expect((await gradus('verify', '--with', 'lean')).code).toBe(2));
});

describe('axioms', () => {
  it('are read from what Coq prints', () => {
    expect(
      axiomsIn('Axioms:\nfoo : False\nClassical_Prop.classic : forall P : Prop, P \\/ ~ P\n'),
    ).toEqual(['foo', 'Classical_Prop.classic']);
    expect(axiomsIn('Closed under the global context\n')).toEqual([]);
  });

  it('are unknown where Coq printed nothing: an empty file compiles too', () =>
    expect(axiomsIn('')).toBeUndefined());
});

describe.skipIf(!hasCoq)('the library', () => {
  const compile = (...names: string[]): string => {
    for (const name of names) {
      copyFileSync(new URL(`../../coq/${name}`, import.meta.url), path(name.replace('tests/', '')));
      const file = name.replace('tests/', '');
      const args = ['-w', '-ambiguous-paths', '-Q', '.', 'Gradus', file];
      const { status, stderr } = spawnSync('coqc', args, { cwd: path(''), encoding: 'utf8' });
      if (status !== 0) return `${name}: ${stderr}`;
    }
    return '';
  };

  it(
    'is accepted: the rules, that each condition is needed, comparisons of numbers',
    () => {
      const files = ['Gradus.v', 'Necessity.v', 'NecessityOfDerivatives.v', 'Numbers.v'];
      expect(compile(...files, 'tests/numbers.v')).toBe('');
    },
    COQ_TIME,
  );
});

describe.skipIf(!hasCoq)('what Coq accepts', () => {
  it(
    'is told in a book, with the statement and the proofs behind it',
    async () => {
      const text =
        '```gradus\npositive s\nclaim powers: log(s^2) == 2*log(s)\nclaim special: gamma(s + 1) == s*gamma(s)\n```\n';
      write('told/one.md', text);
      const to = path('book-of-coq');
      const { code } = await gradus(
        'book',
        path('told'),
        '-o',
        to,
        '--with',
        'coq',
        '--exercises',
        '0',
      );
      expect(code).toBe(0);
      const page = readFileSync(`${to}/one.html`, 'utf8');
      expect(page).toContain('<a href="coq.html#t_one__powers_holds">Accepted by Coq</a>');
      expect(page.match(/Accepted by Coq/g)).toHaveLength(1);
      const theorems = readFileSync(`${to}/coq.html`, 'utf8');
      expect(theorems).toContain(
        '<h3 id="t_one__powers_holds"><a href="one.html#powers">powers</a></h3>',
      );
      expect(theorems).toContain('(ln (Pow s 2)) = (2 * (ln s))');
      expect(readdirSync(`${to}/coq`)).toContain('Theorems.v');
      // It is known as a book, and may be written again.
      expect((await gradus('book', path('told'), '-o', to, '--exercises', '0')).code).toBe(0);
    },
    COQ_TIME,
  );
});
