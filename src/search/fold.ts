/** Folding: an instance of a definition's body is written by its name again. */
import type { Definition } from '../kernel/context.js';
import { match } from '../match/match.js';
import type { Derivation } from '../strategy/derivation.js';
import { instantiate } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { Engine } from './engine.js';
import { asProduct, divide, multiply, type Product, productTerm } from './light.js';
import { isRing } from './ring-view.js';

/** Replaces the line, or factors of it, by the name of a definition; true on change. */
export function foldDefinition(engine: Engine, d: Derivation, names: ReadonlySet<string>): boolean {
  for (const name of names) {
    const definition = d.scope.context.definitions.get(name);
    if (!definition || definition.parameters.some((p) => p.kind !== 'index')) continue;
    if (d.current.op === 'app' && d.current.name === name) continue;
    const pattern = patternOf(d, definition);
    if (foldWhole(engine, d, definition, pattern)) return true;
    if (isRing(d.current) && foldFactors(engine, d, definition, pattern)) return true;
  }
  return false;
}

/** The body with a metavariable for each parameter. */
function patternOf(d: Derivation, definition: Definition): Term {
  const { arena } = d.scope;
  const letters = definition.parameters.map((_, k) => arena.make('meta', [], `p${k}`));
  return instantiate(arena, definition.body, letters);
}

function application(d: Derivation, definition: Definition, found: Map<string, Term>) {
  const args = definition.parameters.map((_, k) => found.get(`p${k}`));
  if (args.some((a) => a === undefined)) return undefined;
  const values = args as Term[];
  const folded = d.scope.arena.make('app', values, definition.name);
  return { folded, body: instantiate(d.scope.arena, definition.body, values) };
}

/** A definition that only renames something is never recognised: it would be everywhere. */
const isSymbolLike = (pattern: Term): boolean => pattern.op === 'at' || pattern.op === 'app';

function foldWhole(engine: Engine, d: Derivation, definition: Definition, pattern: Term): boolean {
  if (
    isSymbolLike(pattern) ||
    pattern.op === 'meta' ||
    pattern.op === 'num' ||
    pattern.op === 'sym'
  )
    return false;
  const found = match(d.scope.arena, pattern, d.current);
  const instance = found && application(d, definition, found);
  if (!instance || instance.body !== d.current) return false;
  engine.spend();
  d.replace(instance.folded, { by: 'unfold' }, true);
  return true;
}

/** Factors of a product that make up the body, such as exp(z)/Σexp among others. */
function foldFactors(
  engine: Engine,
  d: Derivation,
  definition: Definition,
  pattern: Term,
): boolean {
  const wanted = [...asProduct(pattern).powers];
  const isSigned = pattern.op === 'neg' && wanted.length === 1 && wanted[0]?.[0].op !== 'meta';
  if (wanted.length < 2 && !isSigned) return false;
  if (d.current.op === 'add' || d.current.op === 'sub') return false;
  const line = asProduct(d.current);
  const found = matchFactors(d, wanted, line, new Map());
  const instance = found && application(d, definition, found);
  if (!instance) return false;
  const rest = divide(line, asProduct(instance.body));
  const restTerm = productTerm(d.scope.arena, rest);
  const alone = rest.powers.size === 0 && restTerm.value?.n === 1n && restTerm.value.d === 1n;
  const mark = d.mark();
  const target = alone ? instance.body : d.scope.arena.make('mul', [restTerm, instance.body]);
  if (!engine.algebra(d, target)) return false;
  if (alone) d.replace(instance.folded, { by: 'unfold' }, true);
  else d.inside(1, (inner) => inner.replace(instance.folded, { by: 'unfold' }, true));
  const folded: Product = {
    coefficient: { n: 1n, d: 1n },
    powers: new Map([[instance.folded, 1]]),
  };
  if (!engine.algebra(d, productTerm(d.scope.arena, multiply(rest, folded)))) {
    d.rewind(mark);
    return false;
  }
  return true;
}

function matchFactors(
  d: Derivation,
  wanted: readonly (readonly [Term, number])[],
  line: Product,
  found: Map<string, Term>,
): Map<string, Term> | undefined {
  const [first, ...others] = wanted;
  if (!first) return found;
  const [pattern, power] = first;
  for (const [factor, e] of line.powers) {
    if (Math.sign(e) !== Math.sign(power) || Math.abs(e) < Math.abs(power)) continue;
    const next = match(d.scope.arena, pattern, factor, found);
    const result = next && matchFactors(d, others, line, next);
    if (result) return result;
  }
  return undefined;
}
