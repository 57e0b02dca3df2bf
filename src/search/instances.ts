/**
 * Instances of known inequalities about what occurs in a goal, and other facts about it, each
 * brought to normal form like the goal, so that they speak of the same atoms.
 */
import { instantiatePattern } from '../kernel/rule.js';
import type { Scope } from '../kernel/scope.js';
import { Derivation, reversed, toSteps } from '../strategy/derivation.js';
import { type Arena, arg, type Term } from '../term/term.js';
import type { Form } from './form.js';
import { quadraticInstances, squaredFacts } from './quadratic-instances.js';
import { atomsOf, type Fact } from './relation-atoms.js';
import { factorsOf } from './ring.js';
import { jensens, tangentsBetween } from './weighted-logs.js';
import { aboutSums } from './whole-sums.js';

/** Most instances that are tried for one goal. */
const MAX_INSTANCES = 80;

type Values = Readonly<Record<string, Term>>;

/** Instances of known inequalities about the atoms of a goal, in normal form. */
export function instances(form: Form, scope: Scope, goal: Term): Fact[] {
  const found: Fact[] = [];
  const add = (rule: string, values: Values): void => {
    if (found.length >= MAX_INSTANCES) return;
    const fact = instance(form, scope, rule, values);
    if (fact) found.push(fact);
  };
  const atoms = [...new Set(atomsOf(goal))];
  jensens(scope, goal, add);
  tangentsBetween(scope, goal, add);
  aboutSums(scope, goal, add);
  for (const atom of atoms) aboutAtom(scope, atom, add);
  quadraticInstances(scope, atoms, add);
  squaredFacts(scope, add);
  for (const atom of atoms)
    for (const other of atoms) if (atom !== other) aboutPair(scope.arena, atom, other, add);
  return found;
}

type Add = (rule: string, values: Values) => void;

function aboutAtom(scope: Scope, atom: Term, add: Add): void {
  const { arena } = scope;
  switch (atom.op) {
    case 'log': {
      const u = arg(atom, 0);
      add('log-tangent', { u });
      add('log-tangent-below', { u });
      if (u.op === 'sum') {
        const [a, b, body] = u.args as [Term, Term, Term];
        if (body.op === 'exp') aboutSumOfExp(scope, a, b, arg(body, 0), add);
      }
      return;
    }
    case 'exp':
      add('exp-tangent', { u: arg(atom, 0) });
      add('square-difference', { u: atom, v: arena.num(1) });
      return;
    case 'abs':
      add('le-abs', { u: arg(atom, 0) });
      add('neg-le-abs', { u: arg(atom, 0) });
      return;
    case 'maximum': {
      const [u, v] = atom.args as [Term, Term];
      add('le-maximum-left', { u, v });
      add('le-maximum-right', { u, v });
      return;
    }
    case 'sum': {
      const [a, b, body] = atom.args as [Term, Term, Term];
      if (body.op === 'exp') aboutSumOfExp(scope, a, b, arg(body, 0), add);
      aboutWeightedLog(scope, atom, add);
      return;
    }
    case 'sym':
    case 'at':
      add('square-difference', { u: atom, v: arena.num(1) });
      return;
    default:
  }
}

function aboutSumOfExp(scope: Scope, a: Term, b: Term, F: Term, add: Add): void {
  add('max-in-sum', { a, b, F });
  add('sum-below-max', { a, b, F });
  // In logarithms: max F ≤ log Σ exp F ≤ log n + max F.
  const { arena } = scope;
  const total = arena.make('sum', [a, b, arena.make('exp', [F])]);
  const largest = arena.make('exp', [arena.make('max', [a, b, F])]);
  add('log-monotone', { u: largest, v: total });
  const one = arena.num(1);
  const count = arena.make('add', [arena.make('sub', [b, a]), one]);
  add('log-monotone', { u: total, v: arena.make('mul', [count, largest]) });
}

/** Gibbs and Jensen for Σ P log Q. */
function aboutWeightedLog(scope: Scope, sum: Term, add: Add): void {
  const { arena } = scope;
  const [a, b, body] = sum.args as [Term, Term, Term];
  const factors = factorsOf(body);
  const log = factors.find((t) => t.op === 'log');
  if (!log) return;
  const others = factors.filter((t) => t !== log);
  if (others.length === 0) return;
  const P = others.reduce((x, y) => arena.make('mul', [x, y]));
  const Q = arg(log, 0);
  add('gibbs', { a, b, P, Q });
  add('jensen-log', { a, b, P, X: Q });
  const count = arena.make('add', [arena.make('sub', [b, a]), arena.num(1)]);
  add('gibbs', { a, b, P, Q: arena.make('div', [arena.num(1), count]) });
}

function aboutPair(arena: Arena, u: Term, v: Term, add: Add): void {
  if (u.op === 'sum' && v.op === 'sum' && u.args[0] === v.args[0] && u.args[1] === v.args[1]) {
    const [a, b, F] = u.args as [Term, Term, Term];
    add('sum-le', { a, b, F, G: arg(v, 2) });
  }
  if (u.id < v.id && u.op !== 'sum' && v.op !== 'sum') {
    add('square-difference', { u, v });
    add('square-sum', { u, v });
  }
  if (v.op === 'log' && (u.op === 'sym' || u.op === 'at'))
    add('log-monotone', { u: arena.make('exp', [u]), v: arg(v, 0) });
  if (u.op === 'log' && v.op === 'log') add('log-monotone', { u: arg(u, 0), v: arg(v, 0) });
  if (u.op === 'exp' && v.op === 'exp') {
    add('exp-monotone', { u: arg(u, 0), v: arg(v, 0) });
    add('exp-tangent-at', { u: arg(u, 0), v: arg(v, 0) });
  }
}

/** The rule's instance as a fact whose sides are in normal form; undefined if not shown. */
function instance(form: Form, scope: Scope, id: string, values: Values): Fact | undefined {
  const { engine } = form;
  const rule = engine.rules.get(id);
  if (!rule) return undefined;
  engine.spend();
  const proof = engine.prover.named(id, scope, values);
  if (!proof) return undefined;
  const stated = instantiatePattern(scope.arena, rule.conclusion, new Map(Object.entries(values)));
  return normalized(form, scope, { fact: stated, proof });
}

/** The fact with both sides in normal form. */
export function normalized(form: Form, scope: Scope, { fact, proof }: Fact): Fact {
  const d = new Derivation(scope, fact);
  d.inside(0, (inner) => form.normalize(inner));
  d.inside(1, (inner) => form.normalize(inner));
  if (d.moves.length === 0) return { fact, proof };
  const steps = toSteps(scope, d.current, reversed(d.moves));
  return { fact: d.current, proof: { by: 'rewrite', steps, next: proof } };
}
