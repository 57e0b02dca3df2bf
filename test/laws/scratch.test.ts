import { it } from 'vitest';
import { ruleBook } from '../../src/rules/book.js';
import { tryRule, show } from './law.js';
it('scratch', () => {
  let out = '';
  for (const rule of ruleBook().values()) {
    const t0 = Date.now();
    const f = tryRule(rule, 42);
    const ms = Date.now() - t0;
    if (f.failures.length || f.informative < 200 || f.lessDefined.length || ms > 800)
      out += `${rule.id}: ${f.informative} informative, ${f.failures.length} fail, ${f.lessDefined.length} less, ${ms} ms\n` +
        f.failures.slice(0, 2).map((x) => '   FAIL ' + show(x) + '\n').join('') +
        f.lessDefined.slice(0, 1).map((x) => '   LESS ' + show(x) + '\n').join('');
  }
  console.log(out);
}, 600000);
