import { it } from 'vitest';
import { replay } from '../../src/kernel/certificate.js';
import { checkRelationNow } from '../../src/numeric/check.js';
import { ruleBook } from '../../src/rules/book.js';
import { certificateOf, prove, SOURCES } from './corpus.js';
import { MUTATIONS, mutate } from './mutation.js';
it('x', () => {
  for (const s of SOURCES) {
    const c = certificateOf(prove(s));
    const m = mutate(c, MUTATIONS.find((x) => x.name === 'another kind')!, 2);
    try { const { theorem: { statement: t } } = replay(ruleBook(), m);
      const o = checkRelationNow(t.context, t.relation, t.left, t.right, { seed: 1, runs: 40, maxSize: 3 });
      if (o.verdict === 'refuted') console.log(s.name, JSON.stringify(m.context.declarations), JSON.stringify(o, (k, v) => typeof v === 'bigint' ? String(v) : v instanceof Map ? [...v] : k==='args'?undefined: v).slice(0, 3000));
    } catch (e) { }
  }
});
