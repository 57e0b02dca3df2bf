import { describe, expect, it } from 'vitest';
import { check, lastClaim, SOFTMAX } from './given.js';

describe('a claim', () => {
  it('is proved by a replayed proof, with which the numbers agree', async () => {
    const claim = await lastClaim(`${SOFTMAX}claim g: diff(J, z[a,b]) == yhat[a,b] - y[a,b]`);
    expect(claim).toMatchObject({
      name: 'g',
      kind: 'equal',
      verdict: 'proved',
      text: '∂J/∂z[a,b] = ŷ[a,b] − y[a,b]',
      line: 8,
      hypotheses: ['sum(c in 1..C, y[i,c]) == 1'],
      start: { text: '∂J/∂z[a,b]' },
    });
    expect(claim.replayed).toBeGreaterThan(5);
    expect(claim.steps?.at(-1)?.text).toBe('= ŷ[a,b] − y[a,b]');
    expect(claim.numeric?.models).toBe(60);
    expect(claim.numeric?.finiteDifference?.maxError).toBeLessThan(1e-9);
  });

  it('has its elementary steps, with rule and place, when they are asked for', async () => {
    const text = 'positive u, v\nclaim c: log(u*v) == log(u) + log(v)';
    expect((await lastClaim(text)).steps?.[0]?.substeps).toBeUndefined();
    const [step] = (await lastClaim(text, { steps: 'all' })).steps ?? [];
    expect(step?.substeps).toEqual([
      expect.objectContaining({ rule: 'log-mul', path: [], verdict: 'proved' }),
    ]);
  });

  it('is refuted by a smallest model, with the likely mistake', async () => {
    const claim = await lastClaim(`${SOFTMAX}claim g: diff(J, z[a,b]) == y[a,b] - yhat[a,b]`);
    expect(claim).toMatchObject({
      verdict: 'refuted',
      counterexample: { sizes: { n: 1, C: 2 }, left: -0.5, right: 0.5 },
      diagnosis: 'the two sides differ by the factor −1: is a minus sign missing?',
    });
    expect(claim).not.toHaveProperty('steps');
  });

  it('is no less refuted when a side has no value', async () => {
    const claim = await lastClaim('real x\nclaim c: x/x == 1');
    expect(claim).toMatchObject({ verdict: 'refuted', counterexample: { left: 'undefined' } });
  });

  it('is an inequality as well, in either direction', async () => {
    const report = await check('real x\nclaim up: x^2 >= 0\nclaim down: 0 <= x^2\nclaim no: x > 0');
    expect(report.claims.map(({ verdict, kind }) => [verdict, kind])).toEqual([
      ['proved', 'inequality'],
      ['proved', 'inequality'],
      ['refuted', 'inequality'],
    ]);
    expect(report.claims[2]).toMatchObject({
      text: 'x > 0',
      counterexample: { left: 0, right: 0 },
    });
  });

  it('is an error when no model of its context exists', async () => {
    const claim = await lastClaim('real x\nassume x > 1\nassume x < 0\nclaim c: x == x');
    expect(claim.verdict).toBe('error');
    expect(claim.error).toContain('no model');
  });

  it('has a report that is the same every time but for its time', async () => {
    const text = `${SOFTMAX}claim g: diff(J, z[a,b]) == y[a,b]`;
    const [first, second] = [await lastClaim(text), await lastClaim(text)];
    expect({ ...first, ms: 0 }).toEqual({ ...second, ms: 0 });
  });
});

describe('a refute', () => {
  it('expects a refutation', async () => {
    const claim = await lastClaim('real x\nrefute no: sqrt(x^2) == x');
    expect(claim).toMatchObject({ verdict: 'refuted', expected: 'refuted' });
  });

  it('keeps the verdict of what holds', async () => {
    const claim = await lastClaim('real x\nrefute no: x + x == 2*x');
    expect(claim).toMatchObject({ verdict: 'proved', expected: 'refuted' });
  });
});

describe('a calculation', () => {
  const LIKELIHOOD =
    'size K\npositive p[K]\nreal t[K]\ncalc l:\n  -log(prod(k in 1..K, p[k]^t[k]))\n';

  it('has an entry for every relation, with its own line and verdict', async () => {
    const claim = await lastClaim(`${LIKELIHOOD}  == -sum(k in 1..K, log(p[k]^t[k]))  by log-prod
  == -sum(k in 1..K, t[k]*log(p[k]))  by log-pow`);
    expect(claim).toMatchObject({
      kind: 'calculation',
      verdict: 'proved',
      text: '−log(Π_{k=1..K} p[k]^t[k]) = −Σ_{k=1..K} t[k] · log(p[k])',
      start: { text: '−log(Π_{k=1..K} p[k]^t[k])' },
    });
    expect(claim.steps?.map(({ line, rule, verdict }) => [line, rule, verdict])).toEqual([
      [7, 'log-prod', 'proved'],
      [8, 'log-pow', 'proved'],
    ]);
    expect(claim.steps?.every(({ note }) => note === undefined)).toBe(true);
  });

  it('is as good as its worst line, which alone is to blame', async () => {
    const claim = await lastClaim(`${LIKELIHOOD}  == -sum(k in 1..K, log(p[k]^t[k]))
  == sum(k in 1..K, log(p[k]^t[k]))
  == sum(k in 1..K, t[k]*log(p[k]))`);
    expect(claim.verdict).toBe('refuted');
    expect(claim.steps?.map(({ verdict }) => verdict)).toEqual(['proved', 'refuted', 'proved']);
    expect(claim.steps?.[1]).toMatchObject({ line: 8, counterexample: {} });
  });

  it('states what follows from all its lines', async () => {
    const claim = await lastClaim('real x\ncalc c:\n  0\n  <= x^2\n  < x^2 + 1\n  == 1 + x^2');
    expect(claim).toMatchObject({ verdict: 'proved', text: '0 < 1 + x²' });
  });
});

describe('a reason', () => {
  const line = (by: string): string =>
    `positive u, v\nreal w\nassume small: w <= 1\nlet d = u*v\ncalc c:\n  log(d)\n  == log(u*v) by ${by}`;

  it('that no rule has is an error, with the nearest name', async () => {
    const claim = await lastClaim(line('log-mull'));
    expect(claim.verdict).toBe('error');
    expect(claim.steps?.[0]?.error).toBe('there is no rule log-mull (did you mean log-mul?)');
  });

  it('that is not what makes a line hold is told, with what does', async () => {
    const claim = await lastClaim(line('log-mul'));
    expect(claim).toMatchObject({ verdict: 'proved' });
    expect(claim.steps?.[0]).toMatchObject({
      rule: 'definition d',
      wrongReason: { stated: ['log-mul'], found: ['definition d'] },
      note: 'log-mul is not the reason: the line follows by definition d',
    });
    expect(claim.steps?.[0]).not.toHaveProperty('fault');
  });

  it('that is one too many is a note', async () => {
    const claim = await lastClaim(line('d, log-mul'));
    expect(claim.steps?.[0]?.note).toBe('log-mul was not needed: the line follows by definition d');
    expect(claim.steps?.[0]).not.toHaveProperty('wrongReason');
  });

  it.each([
    ['log-mul', '  log(u*v)\n  == log(u) + log(v)'],
    ['log-mul', '  log(u) + log(v) + 1\n  == 1 + log(u*v)'],
    ['algebra', '  (u + v)^2\n  == u^2 + 2*u*v + v^2'],
    ['log-pow', '  log(u^3)*v\n  == 3*v*log(u)'],
    ['sum-add', '  sum(k in 1..3, u*k + k^2)\n  == sum(k in 1..3, u*k) + sum(k in 1..3, k^2)'],
    ['exp-add', '  exp(u + v)/2\n  == exp(v)*exp(u)/2'],
  ])('is found where none is given: %s', async (rule, lines) => {
    const claim = await lastClaim(`positive u, v\ncalc c:\n${lines}`);
    expect(claim.steps?.map((step) => [step.verdict, step.rule])).toEqual([['proved', rule]]);
    expect(claim.steps?.[0]).not.toHaveProperty('jump');
  });

  it('may be several: such a line is a jump, and shows its steps', async () => {
    const text = 'positive u, v\ncalc c:\n  log(u*v^2)\n  == log(u) + 2*log(v)';
    const claim = await lastClaim(text);
    expect(claim).toMatchObject({ verdict: 'proved' });
    const [step] = claim.steps ?? [];
    expect(step?.jump).toEqual(['log-mul', 'log-pow']);
    expect(step?.substeps?.map(({ rule }) => rule)).toEqual(['log-mul', 'log-pow']);
    expect(step).not.toHaveProperty('fault');
    const strict = await lastClaim(text, { strict: true });
    expect(strict.verdict).toBe('proved');
    expect(strict.steps?.[0]?.fault).toBe('this line is a jump of 2 rules: log-mul, log-pow');
  });

  it.each(['definition', 'd'])('may be a definition: %s', async (by) => {
    const claim = await lastClaim(line(by));
    expect(claim).toMatchObject({ verdict: 'proved' });
    expect(claim.steps?.[0]?.note).toBeUndefined();
  });

  it('may be an assumption', async () => {
    const claim = await lastClaim('real w, v\nassume same: w == v\ncalc c:\n  w\n  == v  by same');
    expect(claim.steps?.[0]).toMatchObject({ verdict: 'proved', rule: 'same' });
    expect(claim.steps?.[0]?.note).toBeUndefined();
  });
});

describe('a proved claim', () => {
  const POSITIVE = 'positive u, v\n';
  const FIRST = 'claim first: log(u*v) == log(u) + log(v)\n';

  it('may be named as the reason of a later line', async () => {
    const claim = await lastClaim(
      `${POSITIVE}${FIRST}calc second:\n  log(u*v)\n  == log(u) + log(v)  by first`,
    );
    expect(claim.verdict).toBe('proved');
    expect(claim.hypotheses).toContain('claim first');
    expect(claim.steps?.[0]?.note).toBeUndefined();
  });

  it('is unknown before it is made', async () => {
    const report = await check(
      `${POSITIVE}calc second:\n  log(u*v)\n  == log(u) + log(v)  by first\n${FIRST}`,
    );
    expect(report.claims[0]?.steps?.[0]?.error).toContain('there is no rule first');
  });
});

describe('a document that cannot be read', () => {
  it('is not judged, and says where', async () => {
    const report = await check('size K\nclaim c: sum(k in 1..K, qq[k]) == 1\nclaim d: 1 == 1');
    expect(report.claims).toEqual([]);
    expect(report.errors).toEqual([
      expect.objectContaining({ line: 3, message: 'qq is not declared' }),
    ]);
  });
});
