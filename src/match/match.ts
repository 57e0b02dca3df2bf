/**
 * Matching one pattern against one term. Untrusted: what it finds is a substitution that the
 * checker instantiates and compares.
 *
 * Under a binder both bodies are opened with one fresh name; a metavariable that lists indices
 * takes the term with those names made loose, and fails when another opened name would escape.
 * A metavariable applied to anything but distinct opened names is left for the other arguments to
 * settle, and compared at the end.
 */
import { instantiatePattern, type Substitution } from '../kernel/rule.js';
import { close, instantiate, mentionsName } from '../term/substitution.js';
import { type Arena, arg, type Term } from '../term/term.js';

interface State {
  readonly arena: Arena;
  readonly found: Map<string, Term>;
  readonly deferred: [pattern: Term, term: Term][];
  readonly opened: Term[];
  readonly letters: Map<string, string> | undefined;
}

/**
 * The substitution that makes `pattern` equal to `term`, extending `given`; undefined when there
 * is none. The pattern may live in another arena. `letters` collects, for each bound letter of the
 * pattern, the letter that the term writes.
 */
export function match(
  arena: Arena,
  pattern: Term,
  term: Term,
  given: Substitution = new Map(),
  letters?: Map<string, string>,
): Map<string, Term> | undefined {
  if (!isAlike(pattern, term)) return undefined;
  const state: State = { arena, found: new Map(given), deferred: [], opened: [], letters };
  if (!visit(state, pattern, term)) return undefined;
  for (const [late, subject] of state.deferred) {
    const names = metavariables(late);
    if (!names.every((name) => state.found.has(name))) return undefined;
    if (instantiatePattern(arena, late, state.found) !== subject) return undefined;
  }
  return state.found;
}

/** False where the two differ beside the metavariables: most pairs do, and nothing is built. */
function isAlike(pattern: Term, term: Term): boolean {
  if (pattern.op === 'meta') return true;
  if (pattern.op !== term.op || pattern.index !== term.index) return false;
  if (pattern.op === 'argmin' || pattern.op === 'argmax') return true;
  if (pattern.args.length !== term.args.length || pattern.name !== term.name) return false;
  if (pattern.value) return term.value?.n === pattern.value.n && term.value.d === pattern.value.d;
  for (let i = 0; i < pattern.args.length; i++)
    if (!isAlike(arg(pattern, i), arg(term, i))) return false;
  return true;
}

function visit(state: State, pattern: Term, term: Term): boolean {
  if (pattern.op === 'meta') return bind(state, pattern, term);
  const isOptimum = pattern.op === 'argmin' || pattern.op === 'argmax';
  if (isOptimum && pattern.op === term.op && term.args.length > pattern.args.length) {
    const variables = state.arena.make('variables', term.args.slice(1));
    return visit(state, arg(pattern, 0), arg(term, 0)) && visit(state, arg(pattern, 1), variables);
  }
  if (pattern.op !== term.op || pattern.args.length !== term.args.length) return false;
  if (pattern.value) return term.value?.n === pattern.value.n && term.value.d === pattern.value.d;
  if (pattern.name !== term.name) return false;
  const { under } = pattern;
  if (under >= 0) state.letters?.set(pattern.letter, term.letter);
  for (let i = 0; i < pattern.args.length; i++) {
    const p = arg(pattern, i);
    const t = arg(term, i);
    if (!(i === under ? visitBody(state, p, t) : visit(state, p, t))) return false;
  }
  return true;
}

function visitBody(state: State, pattern: Term, term: Term): boolean {
  const { arena, opened } = state;
  const name = arena.sym(`%m${opened.length}`);
  opened.push(name);
  const ok = visit(state, openPattern(pattern, name), instantiate(arena, term, [name]));
  opened.pop();
  return ok;
}

const isOpened = (name: string): boolean => name.startsWith('%m');

function bind(state: State, meta: Term, term: Term): boolean {
  const { found, opened } = state;
  const value = meta.args.length === 0 ? term : closed(state, meta, term);
  if (!value) {
    state.deferred.push([meta, term]);
    return true;
  }
  if (opened.some((o) => mentionsName(value, o.name))) return false;
  const known = found.get(meta.name);
  if (known) return known === value;
  found.set(meta.name, value);
  return true;
}

/** The term with the opened names that the metavariable lists made loose; undefined if it lists others. */
function closed({ arena }: State, meta: Term, term: Term): Term | undefined {
  const names = meta.args.map((a) => (a.op === 'sym' ? a.name : ''));
  if (new Set(names).size < names.length || !names.every(isOpened)) return undefined;
  return close(
    arena,
    term,
    names.map((name) => arena.sym(name)),
  );
}

function openPattern(body: Term, name: Term, depth = 0): Term {
  if (body.op === 'bound' && body.index === depth) return name;
  if (body.loose <= depth) return body;
  const { under } = body;
  return {
    ...body,
    args: body.args.map((a, i) => openPattern(a, name, i === under ? depth + 1 : depth)),
  };
}

/** Names of the metavariables that occur in a pattern, in order of occurrence. */
export function metavariables(pattern: Term): string[] {
  const names = pattern.op === 'meta' ? [pattern.name] : [];
  for (const child of pattern.args) names.push(...metavariables(child));
  return [...new Set(names)];
}
