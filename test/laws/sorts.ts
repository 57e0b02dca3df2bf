/** The sorts of a pattern's nodes: numbers where numbers belong, propositions likewise. */
import { isProposition, type Operator } from '../../src/term/operator.js';
import { arg, type Term } from '../../src/term/term.js';

const CONNECTIVES: ReadonlySet<Operator> = new Set<Operator>(['and', 'or', 'not', 'implies']);
const ARRAYS: ReadonlySet<Operator> = new Set<Operator>(['sym', 'meta', 'at', 'array', 'inv']);

/** True when the argument has to be a proposition. */
function takesProposition(op: Operator, i: number): boolean {
  if (CONNECTIVES.has(op)) return true;
  if (op === 'iverson' || op === 'if' || op === 'guard') return i === 0;
  if (op === 'forall') return i === 2;
  return (op === 'near' || op === 'any') && i === 1;
}

/** The first node of the wrong sort, as a sentence. */
export function sortFault(term: Term): string | undefined {
  for (const [i, child] of term.args.entries()) {
    if (isProposition(child.op) !== takesProposition(term.op, i))
      return `argument ${i} of ${term.op} is ${child.op}`;
    if (term.op === 'at' && i === 0 && !ARRAYS.has(child.op)) return `an index on ${child.op}`;
    const fault = sortFault(child);
    if (fault) return fault;
  }
  return undefined;
}

/** Metavariables of a pattern, in order of their first occurrence. */
export function variablesOf(term: Term): string[] {
  const found = term.op === 'meta' ? [term.name] : [];
  for (const child of term.args) found.push(...variablesOf(child));
  return [...new Set(found)];
}

/** The pattern as text with its metavariables numbered by occurrence. */
export function canonical(conclusion: Term, premises: readonly Term[], swapped: boolean): string {
  const numbers = new Map<string, number>();
  const write = (term: Term): string => {
    if (term.op === 'meta' && !numbers.has(term.name)) numbers.set(term.name, numbers.size);
    const name = term.op === 'meta' ? `?${numbers.get(term.name)}` : term.name;
    const value = term.value ? `${term.value.n}/${term.value.d}` : '';
    return `${term.op}${name}${value}${term.index}(${term.args.map(write).join()})`;
  };
  const sides = swapped ? [arg(conclusion, 1), arg(conclusion, 0)] : conclusion.args;
  const main = `${conclusion.op}(${sides.map(write).join()})`;
  return `${main} if ${premises.map(write).sort().join(' and ')}`;
}
