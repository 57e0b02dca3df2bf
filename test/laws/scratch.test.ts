import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { ruleBook, ruleEntries } from '../../src/rules/book.js';
import { complaint } from './point.js';
import { partsOf } from './sample.js';
import { Random } from './random.js';
it('points', () => {
  const out: Record<string, Record<string, string>> = {};
  const missing: string[] = [], bad: string[] = [];
  for (const entry of ruleEntries()) {
    const rule = ruleBook().get(entry.id)!;
    const parts = partsOf(rule);
    const loc = parts.hasLocation;
    (entry.requires ?? []).forEach((req, r) => {
      const stored = entry.withoutIt?.[req];
      if (stored) { const c = complaint(rule, r, stored); if (c) bad.push(`${entry.id} / ${req} / ${stored}: ${c}`); return; }
      const random = new Random(7);
      let best: string | undefined;
      for (let n = 0; n < 5000; n++) {
        const given = new Map<string, string>();
        const list: string[] = [];
        for (const [name, count] of rule.variables) {
          const part = parts.of.get(name)!;
          const axes = parts.axes.get(name) ?? 1;
          let v: string;
          if (part === 'real') v = random.pick(loc ? ['s', 's', '1', '0', '2', '-1', '-s', 'abs(s)', '1/0', 's - 1', '-1/s', 's^2', 'sqrt(-1)', '3', '1/2', '1 - s', 'abs(s) + 1', 'abs(s) + 1', 'abs(s)', 'abs(s) - 1', 'z[9]'] : ['0', '1', '-1', '2', '-2', '1/2', '1/0', '3','-1/2']);
          else if (part === 'index') v = random.pick(loc ? ['0', '1', '2', '1/2', 's', '1/0', '-1', '3/2', parts.axes.size ? 'z[1]' : '1', parts.axes.size?'m[1, 1]':'1', parts.axes.size ? 'q[1, 1, 1]':'2'] : ['0', '1', '2', '3', '1/2', '1/0', '3/2', '-1']);
          else if (part === 'function') v = random.pick(loc ? ['1', 's', 'k', '0', '-1', 'abs(s)', '1/0', '1/s', 'k*s', 's - k', 'abs(s) + 1'] : ['1', 'k', '0', '-1', '2', '2*(k - 1)', '1/0', 'k/2', '-k']);
          else if (part === 'array') v = ['', 'z', 'm', 'q'][axes]!;
          else v = random.pick(['s', 's', 's', 'z[1]']);
          list.push(`${name}${part === 'function' ? (count > 1 ? '(k, l)' : '(k)') : ''} = ${v}`);
        }
        const all = list.join(', ');
        for (const sym of all.match(/\b[st]\b/g) ?? []) given.set(sym, given.get(sym) ?? random.pick(['0', '1', '1', '-1', '2']));
        if (parts.axes.size) for (const a of parts.axes.values()) {
          const base = ['', 'z', 'm', 'q'][a]!; const one = [[''],['1'],['1,1'],['1,1,1']][a]![0]!;
          given.set(`${base}[${one}]`, random.pick(['0','1','2']));
          if (random.chance(0.5)) given.set(`${base}[${one.replace(/1/, '2')}]`, random.pick(['1','2']));
        }
        const point = [all, ...[...given].map(([n, v]) => `${n} = ${v}`)].join(', ');
        const cost = (p: string) => p.length + 10 * (p.match(/z.9/g) ?? []).length + (/X = z/.test(p) ? 30 : 0) + 15 * (p.match(/1\/0/g) ?? []).length + 2 * (p.match(/1\/2|3\/2|-/g) ?? []).length;
 if (best && cost(point) >= cost(best)) continue;
        try { if (complaint(rule, r, point) === undefined) best = point; } catch (e) { if (!/no term|unknown/.test(String(e))) throw new Error(entry.id + point + e); }
      }
      if (best) (out[entry.id] ??= {})[req] = best; else missing.push(`${entry.id} [${entry.level ?? 'minor'}] / ${req}`);
    });
  }
  writeFileSync('/tmp/points.json', JSON.stringify(out, null, 1));
  console.log('BAD\n' + bad.join('\n') + '\nMISSING\n' + missing.join('\n'));
}, 600000);
