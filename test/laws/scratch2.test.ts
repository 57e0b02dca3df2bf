import { it } from 'vitest';
import { Arena } from '../../src/term/term.js';
import { builder } from '../../src/term/build.js';
import { close } from '../../src/term/substitution.js';
import { emptyContext, declare, assume } from '../../src/kernel/context.js';
import { Scope } from '../../src/kernel/scope.js';
import { Checker } from '../../src/kernel/check.js';
import { ruleBook } from '../../src/rules/book.js';
it('capture under diff', () => {
  const a = new Arena(); const t = builder(a);
  let c = declare(emptyContext(a), { name: 'z', kind: 'real', axes: [] });
  c = assume(c, { name: 'h', proposition: t.member(t.sym('z'), t.num(1), t.num(5)) });
  const z = t.sym('z');
  const F = a.make('diff', [a.bound(0), z]);
  const sub = new Map([['a', t.num(1)], ['b', t.num(5)], ['j', z], ['F', F]]);
  const left = a.make('sum', [t.num(1), t.num(5), t.mul(t.delta(a.bound(0), z), F)]);
  new Checker(ruleBook()).check(Scope.root(c), { by: 'rule', rule: 'sum-delta', substitution: sub, premises: [{ by: 'hypothesis', name: 'h', at: [], premises: [] }] }, t.eq(left, t.diff(z, z)));
  console.log('ACCEPTED: sum(k in 1..5, delta(k,z)*diff(k,z)) == diff(z,z), i.e. 0 = 1');
});
it('capture of %0', () => {
  const a = new Arena(); const t = builder(a);
  const u = a.sym('%0');
  const int = { by: 'syntax' } as const;
  const left = a.make('sum', [t.num(1), t.num(2), a.bound(0)]);
  const right = t.mul(t.add(t.sub(t.num(2), t.num(1)), t.num(1)), u);
  new Checker(ruleBook()).check(Scope.root(emptyContext(a)), { by: 'rule', rule: 'sum-const', substitution: new Map([['a', t.num(1)], ['b', t.num(2)], ['u', u]]), premises: [{ by: 'linear', terms: [] }, int, int] }, t.eq(left, right));
  console.log('ACCEPTED: sum(k in 1..2, k) == (2-1+1)*%0');
});
