/** The stored points at which a rule fails without one of its requirements. */
import type { Rule } from '../../src/kernel/rule.js';
import { Arena, type Term } from '../../src/term/term.js';
import { Evaluator, type World } from './evaluate.js';
import { holds, type Instance, instanceOf, judge } from './law.js';
import { readFunction, readTerm } from './sample.js';

const CHOICES = 80;

/** Has the entries that a point gives and no others; `convention = 1` stands for 0*log(0) = 0. */
class PointWorld implements World {
  readonly zeroLogZero: boolean;

  constructor(readonly given: ReadonlyMap<string, number>) {
    this.zeroLogZero = given.get('convention') === 1;
  }

  entry(name: string, indices: readonly number[]): number | undefined {
    return this.given.get(indices.length === 0 ? name : `${name}[${indices.join()}]`);
  }
}

/** `u = -1, F(k) = k + 1, X = s, s = 0` as names and texts. */
export function readAssignments(point: string): [name: string, value: string][] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= point.length; i++) {
    const c = point[i];
    if (c === '(' || c === '[') depth++;
    if (c === ')' || c === ']') depth--;
    if (c !== undefined && (c !== ',' || depth > 0)) continue;
    parts.push(point.slice(start, i));
    start = i + 1;
  }
  return parts.map((part) => {
    const [, name, value] = /^\s*([^=]*?)\s*=\s(.*)$/.exec(part) ?? [];
    if (name === undefined || value === undefined) throw new Error(`not an assignment: ${part}`);
    return [name, value];
  });
}

/** The rule at a point. */
export function instanceAt(rule: Rule, point: string): Instance {
  const arena = new Arena();
  const substitution = new Map<string, Term>();
  const given = new Map<string, number>();
  for (const [name, value] of readAssignments(point)) {
    const [, base, letters] = /^(\w+)(?:\((.*)\))?$/.exec(name) ?? [];
    if (base === undefined || !rule.variables.has(base))
      given.set(name.replaceAll(' ', ''), Number(value));
    else if (letters === undefined) substitution.set(base, readTerm(arena, value));
    else
      substitution.set(
        base,
        readFunction(
          arena,
          value,
          letters.split(',').map((l) => l.trim()),
        ),
      );
  }
  return instanceOf(arena, rule, substitution, new PointWorld(given), 1);
}

/** What is wrong with a point that should break the rule without this requirement alone. */
export function complaint(rule: Rule, requirement: number, point: string): string | undefined {
  const base = instanceAt(rule, point);
  let found = 'the requirement holds there';
  // Terms without a value stand for unknown numbers: a few choices of them are tried.
  for (let seed = 1; seed <= CHOICES; seed++) {
    const instance = { ...base, seed };
    if (holds(instance, instance.premises[requirement] as Term)) continue;
    const other = instance.premises.findIndex((p, i) => i !== requirement && !holds(instance, p));
    if (other >= 0) {
      found = `requirement ${other + 1} does not hold there either`;
    } else {
      if (judge(new Evaluator(instance.world, seed), instance.conclusion) === 'fails')
        return undefined;
      found = 'the rule does not fail there';
    }
  }
  return found;
}
