/** Operations on whole arrays, written out entry by entry. */
import type { Axis } from '../kernel/context.js';
import type { Operator } from '../term/operator.js';
import { remake } from '../term/substitution.js';
import type { Term } from '../term/term.js';
import type { Shapes } from './shapes.js';

/**
 * The core form of an operation whose arguments are in core form. `node` is the surface node, of
 * which an operation that is none on arrays keeps all but the arguments.
 */
export function lowerArrayOperation(
  shapes: Shapes,
  op: Operator,
  args: readonly Term[],
  node?: Term,
): Term {
  const [a, b] = args as [Term, Term];
  switch (op) {
    case 'matmul':
      return matmul(shapes, a, b);
    case 'transpose':
      return transpose(shapes, a);
    case 'softmax':
      return softmax(shapes, a);
    case 'logsumexp':
      return shapes.arena.make('log', [sumOf(shapes, a, (u) => shapes.arena.make('exp', [u]))]);
    case 'norm1':
      return sumOf(shapes, a, (u) => shapes.arena.make('abs', [u]));
    case 'norm2':
      return norm2(shapes, a);
    case 'dot':
      return dot(shapes, a, b);
    case 'trace':
      return trace(shapes, a);
    case 'diag':
      return shapes.rank(a) === 1 ? diagonalMatrix(shapes, a) : diagonal(shapes, a);
    case 'outer':
      return outer(shapes, a, b);
    case 'eye':
      return eye(shapes, { lo: a, hi: b });
    case 'ones':
      return shapes.bind('array', { lo: a, hi: b }, 'i', () => shapes.arena.num(1));
    case 'inv':
    case 'det':
      return shapes.arena.make(op, [entryByEntry(shapes, a)]);
    default:
      return node ? remake(shapes.arena, node, args) : shapes.arena.make(op, args);
  }
}

const times = (shapes: Shapes, u: Term, v: Term): Term => shapes.arena.make('mul', [u, v]);

/** All entries one by one, so that rules see the ends of both axes. */
const entryByEntry = (shapes: Shapes, array: Term): Term =>
  shapes.map([array], ([entry]) => entry as Term);

/** The sum of f over all entries. */
function sumOf(shapes: Shapes, array: Term, f: (entry: Term) => Term): Term {
  if (shapes.rank(array) === 0) return f(array);
  const axis = shapes.axis(array);
  return shapes.bind('sum', axis, shapes.letter(array, axis), (index) =>
    sumOf(shapes, shapes.entry(array, index), f),
  );
}

function norm2(shapes: Shapes, array: Term): Term {
  const two = shapes.arena.num(2);
  const squares = sumOf(shapes, array, (u) => shapes.arena.make('pow', [u, two]));
  return shapes.arena.make('sqrt', [squares]);
}

function dot(shapes: Shapes, u: Term, v: Term): Term {
  const axis = shapes.axis(u);
  const other = shapes.matching(axis, v);
  return shapes.bind('sum', axis, shapes.letter(u, axis), (k) =>
    times(shapes, shapes.entry(u, k), shapes.entry(v, shapes.shifted(k, axis, other))),
  );
}

/** Row by column; a vector on either side is taken as the row or the column. */
function matmul(shapes: Shapes, a: Term, b: Term): Term {
  if (shapes.rank(a) > 1) {
    const axis = shapes.axis(a);
    return shapes.bind('array', axis, shapes.letter(a, axis), (i) =>
      matmul(shapes, shapes.entry(a, i), b),
    );
  }
  if (shapes.rank(b) === 1) return dot(shapes, a, b);
  const columns = shapes.secondAxis(b);
  const sample = shapes.entry(b, shapes.axis(b).lo);
  return shapes.bind('array', columns, shapes.letter(sample, columns), (j) =>
    dot(shapes, a, column(shapes, b, j)),
  );
}

const column = (shapes: Shapes, matrix: Term, j: Term): Term => {
  const axis = shapes.axis(matrix);
  return shapes.bind('array', axis, shapes.letter(matrix, axis), (k) =>
    shapes.entry(shapes.entry(matrix, k), j),
  );
};

function transpose(shapes: Shapes, a: Term): Term {
  if (shapes.rank(a) < 2) return a;
  const columns = shapes.secondAxis(a);
  const sample = shapes.entry(a, shapes.axis(a).lo);
  return shapes.bind('array', columns, shapes.letter(sample, columns), (j) => column(shapes, a, j));
}

/** Along the last axis. */
function softmax(shapes: Shapes, array: Term): Term {
  const axis = shapes.axis(array);
  const letter = shapes.letter(array, axis);
  if (shapes.rank(array) > 1)
    return shapes.bind('array', axis, letter, (i) => softmax(shapes, shapes.entry(array, i)));
  const exp = (u: Term): Term => shapes.arena.make('exp', [u]);
  return shapes.bind('array', axis, letter, (k) =>
    shapes.arena.make('div', [exp(shapes.entry(array, k)), sumOf(shapes, array, exp)]),
  );
}

function trace(shapes: Shapes, a: Term): Term {
  const [rows, columns] = squareAxes(shapes, a);
  return shapes.bind('sum', rows, shapes.letter(a, rows), (k) =>
    shapes.entry(shapes.entry(a, k), shapes.shifted(k, rows, columns)),
  );
}

function diagonal(shapes: Shapes, a: Term): Term {
  const [rows, columns] = squareAxes(shapes, a);
  return shapes.bind('array', rows, shapes.letter(a, rows), (k) =>
    shapes.entry(shapes.entry(a, k), shapes.shifted(k, rows, columns)),
  );
}

function squareAxes(shapes: Shapes, a: Term): [Axis, Axis] {
  const rows = shapes.axis(a);
  return [rows, shapes.matching(rows, shapes.entry(a, rows.lo))];
}

function diagonalMatrix(shapes: Shapes, v: Term): Term {
  const axis = shapes.axis(v);
  return shapes.bind('array', axis, shapes.letter(v, axis), (i) =>
    shapes.bind('array', axis, shapes.letter(v, axis), (j) =>
      times(shapes, shapes.arena.make('delta', [i, j]), shapes.entry(v, i)),
    ),
  );
}

function outer(shapes: Shapes, u: Term, v: Term): Term {
  return shapes.map([u], ([first]) =>
    shapes.map([v], ([second]) => times(shapes, first as Term, second as Term)),
  );
}

const eye = (shapes: Shapes, axis: Axis): Term =>
  shapes.bind('array', axis, 'i', (i) =>
    shapes.bind('array', axis, 'j', (j) => shapes.arena.make('delta', [i, j])),
  );
