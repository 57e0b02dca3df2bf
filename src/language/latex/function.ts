/** Functions: `\log x`, `\exp\{…\}`, `\operatorname{softmax}(z)`, f(x), H(p, q), f'(x). */
import type { Declaration, Definition } from '../../kernel/context.js';
import type { Term } from '../../term/term.js';
import { BUILTINS, type Builtin } from '../builtin.js';
import { callBuiltin, callDefinition, callUnknown, type Given } from '../call.js';
import { derivative, requireTarget } from '../form.js';
import { requireNumber } from '../sort-check.js';
import { readArguments } from './argument-list.js';
import { type Atom, bareAtom, isSign } from './atom.js';
import { isBracket } from './fence.js';
import type { FormulaReader } from './formula-reader.js';
import { applyScripts } from './scripts.js';

/** A factor, and whether it is a function without parentheses, so that more might belong to it. */
export interface Factor {
  readonly term: Term;
  readonly isBare: boolean;
}

export const closed = (term: Term): Factor => ({ term, isBare: false });

/** The built-in function of this name, the atom of its name being next. */
export function readFunction(
  reader: FormulaReader,
  name: string,
  readArgument: (reader: FormulaReader) => Factor,
): Factor {
  const atom = reader.next();
  const builtin = BUILTINS.get(name) as Builtin;
  const follows = reader.atom;
  const apply = (given: readonly Given[]): Term => call(reader, atom, name, builtin, given);
  const finish = (given: readonly Given[]): Term =>
    withPower(reader, atom.primes > 0 ? primed(reader, atom, apply, given) : apply(given), atom);
  if (isBracket(follows)) {
    if (name === 'log' && follows.sup)
      throw reader.error(
        `${reader.quote(atom, follows)} can be read in two ways: the power of the logarithm, or the logarithm of the power`,
        follows,
        {
          hint: 'write \\log^2(x), or put the power inside the parentheses',
        },
      );
    reader.next();
    const term = finish(readArguments(reader, name, follows, builtin.arguments.length));
    return closed(applyScripts(reader, term, follows));
  }
  if (builtin.arguments.length > 1)
    throw reader.error(`${name} takes ${builtin.arguments.length} arguments`, atom, {
      expected: `${name}(…)`,
    });
  const argument = readArgument(reader);
  return { term: finish([{ term: argument.term, token: follows }]), isBare: true };
}

function call(
  reader: FormulaReader,
  atom: Atom,
  name: string,
  builtin: Builtin,
  given: readonly Given[],
): Term {
  if (name !== 'log' || !atom.sub) return callBuiltin(reader, atom, name, builtin, given);
  const base = atom.sub.map(({ text }) => text).join('');
  const based = BUILTINS.get(`log${base}`);
  if (atom.sub.length === 1 && based && /^(2|10)$/.test(base))
    return callBuiltin(reader, atom, name, based, given);
  if (base === 'e') return callBuiltin(reader, atom, name, builtin, given);
  throw reader.error(`the logarithm to the base ${base} is not known`, atom, {
    expected: '\\log, \\log_2 or \\log_{10}',
  });
}

/** `\log^2 x` is the square of the logarithm. */
function withPower(reader: FormulaReader, term: Term, atom: Atom): Term {
  if (!atom.sup) return term;
  if (isSign(atom.sup[0], '-'))
    throw reader.error(
      'a function with a negative power may be its inverse or its reciprocal',
      atom,
    );
  return applyScripts(reader, term, { ...bareAtom(atom), sup: atom.sup });
}

/** An unknown function or a definition with arguments, after its name; `atom` is the name's. */
export function readNamedCall(
  reader: FormulaReader,
  name: string,
  atom: Atom,
  target: { declaration: Declaration } | { definition: Definition },
): Term {
  const fence = reader.atom;
  const count =
    'declaration' in target ? (target.declaration.arity ?? 1) : target.definition.parameters.length;
  if (!isBracket(fence))
    throw reader.error(`${name} is a function`, atom, { expected: `${name}(…)` });
  if (atom.sub)
    throw reader.error(`the function ${name} has no index`, atom.sub[0] ?? atom, {
      hint: `declare it: notation ${reader.quote(atom)}(…) = …`,
    });
  reader.next();
  const given = readArguments(reader, name, fence, count);
  const apply = (args: readonly Given[]): Term =>
    'declaration' in target
      ? callUnknown(reader, target.declaration, args)
      : callDefinition(reader, target.definition, args);
  const value = atom.primes > 0 ? primed(reader, atom, apply, given) : apply(given);
  return applyScripts(reader, withPower(reader, value, atom), fence);
}

/** `f'(x)`, `f''(x)`: derivatives by the argument, which is a variable. */
function primed(
  reader: FormulaReader,
  atom: Atom,
  apply: (given: readonly Given[]) => Term,
  given: readonly Given[],
): Term {
  const [argument, ...others] = given;
  if (!argument || others.length > 0)
    throw reader.error('a prime is a derivative of a function of one variable', atom);
  try {
    requireTarget(reader, argument.term, argument.token);
  } catch {
    throw reader.error(
      'a derivative with a prime is read at a declared variable only',
      argument.token,
      {
        hint: 'write \\frac{\\partial}{\\partial x} of the function at x',
      },
    );
  }
  let term = apply(given);
  for (let k = 0; k < atom.primes; k++) term = derivative(reader, term, argument.term);
  return term;
}

/** `\max(a, b)`, `\min\{a, b, c\}` of numbers; the fence is next. */
export function readExtremumOf(reader: FormulaReader, atom: Atom): Term {
  const fence = reader.next();
  const op = atom.text === 'max' ? 'maximum' : 'minimum';
  const content = fence.args[0] ?? [];
  const count = content.filter((each) => isSign(each, ',')).length + 1;
  if (count < 2)
    throw reader.error(`${atom.text} is of at least 2 numbers, or over an index`, atom, {
      expected: `\\${atom.text}(a, b) or \\${atom.text}_k`,
    });
  const given = readArguments(reader, atom.text, fence, count);
  for (const { term, token } of given)
    requireNumber(reader, term, token, `the argument of ${atom.text}`);
  const term = given.map((each) => each.term).reduce((a, b) => reader.arena.make(op, [a, b]));
  return applyScripts(reader, term, fence);
}
