/** Derivatives: `\frac{\partial J}{\partial z_{ic}}`, `\frac{d}{dx}`, `\partial J/\partial z`, `\nabla_W J`. */
import type { Term } from '../../term/term.js';
import { derivative, requireTarget } from '../form.js';
import { requireSameRank } from '../sort-check.js';
import { type Atom, isCommand, isSign } from './atom.js';
import type { FormulaReader } from './formula-reader.js';

const isPartial = (atom: Atom | undefined): boolean => isCommand(atom, 'partial');

/** The d of `dx`, upright or not. */
const isD = (atom: Atom | undefined): boolean =>
  atom !== undefined &&
  (atom.kind === 'letter' || atom.kind === 'word') &&
  atom.text === 'd' &&
  atom.accent === '' &&
  !atom.sub;

/** True of a fraction that is a derivative: both parts begin with the sign of one. */
export function isDerivative(above: readonly Atom[], below: readonly Atom[]): boolean {
  if (isPartial(above[0])) return isPartial(below[0]);
  return isD(above[0]) && isD(below[0]) && below.length >= 2;
}

/** The derivative that a fraction is; with nothing above but the sign, of the product that follows. */
export function readDerivative(
  reader: FormulaReader,
  above: readonly Atom[],
  below: readonly Atom[],
  place: Atom,
): Term {
  const targets = readTargets(reader, below, isPartial(below[0]) ? isPartial : isD, place);
  const order = orderOf(reader, above[0] as Atom);
  if (order !== targets.length)
    throw reader.error(`a derivative of order ${order} by ${targets.length} variables`, place, {
      expected: `${order} ${order === 1 ? 'variable' : 'variables'} below`,
    });
  const rest = above.slice(1);
  const body = rest.length > 0 ? reader.read(rest, rest[0] ?? place, 'product') : reader.product();
  requireSameRank(reader, body, body, rest[0] ?? place);
  return targets.reduceRight((term, target) => derivative(reader, term, target), body);
}

function orderOf(reader: FormulaReader, { sup }: Atom): number {
  if (!sup) return 1;
  const [only] = sup;
  if (sup.length === 1 && only?.kind === 'number' && /^[1-9]$/.test(only.text))
    return Number(only.text);
  throw reader.error('the order of a derivative is a number', only as Atom);
}

/** The variables, the outermost first; `\partial x^2` stands for two. */
function readTargets(
  reader: FormulaReader,
  below: readonly Atom[],
  isSignOf: (atom: Atom | undefined) => boolean,
  place: Atom,
): Term[] {
  const parts: Atom[][] = [];
  for (const atom of below) {
    if (isSignOf(atom) && (parts.length === 0 || (parts.at(-1)?.length ?? 0) > 0)) parts.push([]);
    else parts.at(-1)?.push(atom);
  }
  return parts.flatMap((part) => {
    const last = part.at(-1);
    const [power] = last?.sup ?? [];
    const times =
      last?.sup?.length === 1 && power?.kind === 'number' && !power.sub ? Number(power.text) : 1;
    const plain = times > 1 && last ? [...part.slice(0, -1), withoutPower(last)] : part;
    const start = part[0] ?? place;
    const target = reader.read(plain, start, 'factor');
    requireTarget(reader, target, start);
    return Array.from({ length: Math.min(times, 9) }, () => target);
  });
}

function withoutPower({ sup: _, ...atom }: Atom): Atom {
  return atom;
}

/** `\partial J/\partial z` in a line; the sign is next. */
export function readInlineDerivative(reader: FormulaReader): Term {
  const rest = reader.rest();
  const slash = rest.findIndex((atom) => isSign(atom, '/'));
  const [place] = rest as [Atom];
  if (slash < 1 || !isPartial(rest[slash + 1]))
    throw reader.error('\\partial stands in no derivative here', place, {
      expected: '\\frac{\\partial J}{\\partial x}',
    });
  let end = slash + 1;
  while (isPartial(rest[end]) && end + 1 < rest.length) end += 2;
  reader.skip(end);
  return readDerivative(reader, rest.slice(0, slash), rest.slice(slash + 1, end), place);
}

/** `\nabla_W J`: by all entries of W; the sign is next. */
export function readGradient(reader: FormulaReader): Term {
  const atom = reader.next();
  if (!atom.sub)
    throw reader.error('a gradient needs its variable', atom, { expected: '\\nabla_{w} J' });
  const target = reader.read(atom.sub, atom.sub[0] ?? atom, 'factor');
  requireTarget(reader, target, atom.sub[0] ?? atom);
  const order = orderOf(reader, atom);
  const place = reader.atom;
  const numbers: Term[] = [];
  while (isNumeric(reader.atom)) numbers.push(reader.factor());
  const function_ = reader.factor();
  const body = numbers.reduceRight(
    (rest, number) => reader.arena.make('mul', [number, rest]),
    function_,
  );
  requireSameRank(reader, body, body, place);
  const next = reader.atom;
  if (['letter', 'group', 'fenced'].includes(next.kind))
    throw reader.error(
      `${reader.quote(atom, next)} can be read in two ways: does the gradient reach over ${reader.quote(next)}?`,
      next,
      {
        hint: 'write parentheses around what it reaches over',
      },
    );
  let term = body;
  for (let k = 0; k < order; k++) term = derivative(reader, term, target);
  return term;
}

const isNumeric = (atom: Atom): boolean =>
  atom.kind === 'number' ||
  (isCommand(atom, 'frac', 'tfrac', 'dfrac') &&
    atom.args.every((part) =>
      part.every((each) => each.kind === 'number' || each.kind === 'letter'),
    ) &&
    !isDerivative(atom.args[0] ?? [], atom.args[1] ?? []));
