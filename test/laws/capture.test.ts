// Terms put for metavariables must not change their meaning by where they are put.
import { describe, expect, it } from 'vitest';
import { Checker, ProofError } from '../../src/kernel/check.js';
import { assume, declare, emptyContext } from '../../src/kernel/context.js';
import type { Proof } from '../../src/kernel/proof.js';
import { Scope } from '../../src/kernel/scope.js';
import { ruleBook } from '../../src/rules/book.js';
import { builder } from '../../src/term/build.js';
import { Arena } from '../../src/term/term.js';

describe('a substitution', () => {
  // Left 0, since k does not depend on z; right diff(z, z) = 1.
  it('brings no variable under the derivative that varies it', () => {
    const arena = new Arena();
    const t = builder(arena);
    const z = t.sym('z');
    const inRange = { name: 'h', proposition: t.member(z, t.num(1), t.num(5)) };
    const context = assume(
      declare(emptyContext(arena), { name: 'z', kind: 'real', axes: [] }),
      inRange,
    );
    const F = t.diff(arena.bound(0), z);
    const sum = arena.make('sum', [t.num(1), t.num(5), t.mul(t.delta(arena.bound(0), z), F)]);
    const proof: Proof = {
      by: 'rule',
      rule: 'sum-delta',
      substitution: new Map([
        ['a', t.num(1)],
        ['b', t.num(5)],
        ['j', z],
        ['F', F],
      ]),
      premises: [{ by: 'hypothesis', name: 'h', at: [], premises: [] }],
    };
    const check = (): void =>
      new Checker(ruleBook()).check(Scope.root(context), proof, t.eq(sum, t.diff(z, z)));
    expect(check).toThrow(ProofError);
  });

  // `%0` is the name that the kernel gives to the bound index of a rule while it instantiates it.
  it('brings no name under the binder that uses it', () => {
    const arena = new Arena();
    const t = builder(arena);
    const sum = arena.make('sum', [t.num(1), t.num(2), arena.bound(0)]);
    const proof: Proof = {
      by: 'rule',
      rule: 'sum-const',
      substitution: new Map([
        ['a', t.num(1)],
        ['b', t.num(2)],
        ['u', t.sym('%0')],
      ]),
      premises: [{ by: 'linear', terms: [] }, { by: 'syntax' }, { by: 'syntax' }],
    };
    const twice = t.mul(t.add(t.sub(t.num(2), t.num(1)), t.num(1)), t.sym('%0'));
    const check = (): void =>
      new Checker(ruleBook()).check(Scope.root(emptyContext(arena)), proof, t.eq(sum, twice));
    expect(check).toThrow(ProofError);
  });

  // f(u) = diff(u, z): by the value of its argument f(z) is 0, by its text it is 1.
  it('of a definition brings no variable under the derivative that varies it', () => {
    const arena = new Arena();
    const t = builder(arena);
    const z = t.sym('z');
    const context = declare(emptyContext(arena), { name: 'z', kind: 'real', axes: [] });
    const f = {
      name: 'f',
      parameters: [{ name: 'u', kind: 'real' as const }],
      body: t.diff(arena.bound(0), z),
      style: 'function' as const,
    };
    const definitions = new Map([['f', f]]);
    const goal = t.eq(t.app('f', z), t.diff(z, z));
    const check = (): void =>
      new Checker(ruleBook()).check(
        Scope.root({ ...context, definitions }),
        { by: 'unfold' },
        goal,
      );
    expect(check).toThrow(ProofError);
  });
});
