/** Simple terms to show a rule at work: x for u, x[k] for F(k), 1..n for a range. */
import type { Rule, Substitution } from '../kernel/rule.js';
import { type Builder, builder } from '../term/build.js';
import type { Arena, Term } from '../term/term.js';

/** A term for each metavariable of the rule. */
export function exampleTerms(arena: Arena, rule: Rule): Substitution {
  const t = builder(arena);
  const terms = new Map<string, Term>();
  for (const [name, indices] of rule.variables)
    terms.set(name, indices > 0 ? family(t, rule, name, indices) : single(t, rule, name));
  return terms;
}

/** F(k) is x[k], or where the rule is about a derivative by t, t·x[k]. */
function family(t: Builder, rule: Rule, name: string, indices: number): Term {
  const bound = Array.from({ length: indices }, (_, k) => t.arena.bound(indices - 1 - k));
  const entry = t.at(t.sym(name === 'F' ? 'x' : 'y'), ...bound);
  return rule.variables.has('X') ? t.mul(t.sym('t'), entry) : entry;
}

function single(t: Builder, rule: Rule, name: string): Term {
  const isFree = rule.premises.some(
    ({ op, args }) => op === 'free' && args[0]?.op === 'meta' && args[0].name === name,
  );
  switch (name) {
    case 'a':
      return rule.id.includes('entry') ? t.sym('a') : t.num(1);
    case 'b':
      return t.sym(rule.id.includes('entry') ? 'b' : 'n');
    case 'c':
      return rule.variables.has('d') ? t.num(1) : t.sym('c');
    case 'd':
      return t.sym('m');
    case 'i':
      return rule.variables.has('x') ? t.sym('i') : t.add(t.sym('i'), t.num(1));
    case 'X':
      return t.sym('t');
    case 'Y':
      return t.sym('s');
    case 'x':
      return t.sym('z');
    case 'u':
      if (!rule.variables.has('X')) return t.sym('x');
      return isFree ? t.num(3) : t.pow(t.sym('t'), t.num(2));
    case 'v':
      if (!rule.variables.has('X')) return t.add(t.sym('y'), t.num(1));
      return isFree ? t.num(3) : t.exp(t.sym('t'));
    default:
      return t.sym(name);
  }
}
