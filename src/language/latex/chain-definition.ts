/** Definitions in a formula: `J := …`, `\hat{y}_{ic} := …`, `f(x) := …`. */
import type { Definition, Parameter } from '../../kernel/context.js';
import { close } from '../../term/substitution.js';
import { requireSameRank } from '../sort-check.js';
import { INTEGER, REAL } from '../sorts.js';
import { type Atom, contentOf, isSign } from './atom.js';
import type { FormulaReader } from './formula-reader.js';
import { splitAt } from './indices.js';
import { resolve } from './name.js';
import { labelOf, letterName, spellings, stemOf } from './symbol.js';

/** The definition of a name that is new; undefined when the left side means something already. */
export function readChainDefinition(
  reader: FormulaReader,
  body: readonly Atom[],
): Definition | undefined {
  const [name, fence, ...others] = reader.rest();
  const stem = name && stemOf(name);
  if (
    !name ||
    stem === undefined ||
    others.length > 0 ||
    reader.setting.notations.match(reader.rest())
  )
    return undefined;
  if (resolve(reader, name)) return undefined;
  if (fence) return fence.kind === 'fenced' ? functionOf(reader, name, fence, body) : undefined;
  const indices = indicesOf(reader, name);
  const label = indices.length > 0 ? '' : (labelOf(name.sub) ?? '');
  const locals = indices.map((letter) => {
    const axis = reader.scope.defaultAxis(letter);
    if (!axis)
      throw reader.error(`the index ${letter} has no range`, name, {
        expected: `index ${letter} in 1..n among the declarations`,
      });
    return { letter, axis, local: reader.scope.bind(letter, INTEGER, axis) };
  });
  const start = body[0] ?? name;
  const term = reader.read(body, start, 'sum');
  requireSameRank(reader, term, term, start);
  const [plain = stem] = spellings({ stem, accent: name.accent, label, primes: name.primes });
  const parameters = locals.map(
    ({ letter, axis }): Parameter => ({ name: letter, kind: 'index', axis }),
  );
  return {
    name: plain,
    style: locals.length > 0 ? 'indexed' : 'value',
    parameters,
    body: close(
      reader.arena,
      term,
      locals.map(({ local }) => local.symbol),
    ),
  };
}

/** Declared letters below, and in parentheses above. */
function indicesOf(reader: FormulaReader, { sub, sup }: Atom): string[] {
  const [only] = sup ?? [];
  const above = sup?.length === 1 && only?.kind === 'fenced' ? contentOf(only) : [];
  const letters = [...above, ...(sub ?? [])].filter((atom) => !isSign(atom, ','));
  const names = letters.map((atom) => letterName(atom) ?? '');
  return names.every((name) => reader.scope.defaultAxis(name)) ? names : [];
}

function functionOf(
  reader: FormulaReader,
  name: Atom,
  fence: Atom,
  body: readonly Atom[],
): Definition {
  const letters = splitAt(contentOf(fence), ',', ';').map(([letter]) =>
    letter ? letterName(letter) : undefined,
  );
  const locals = letters.map((letter) => {
    if (letter === undefined) throw reader.error('a parameter is a letter', fence);
    return reader.scope.bind(letter, REAL);
  });
  const term = reader.read(body, body[0] ?? name, 'sum');
  requireSameRank(reader, term, term, body[0] ?? name);
  return {
    name: letterName(name) ?? name.text,
    style: 'function',
    parameters: locals.map(({ letter }): Parameter => ({ name: letter, kind: 'real' })),
    body: close(
      reader.arena,
      term,
      locals.map(({ symbol }) => symbol),
    ),
  };
}
