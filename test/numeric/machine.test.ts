import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declare, emptyContext } from '../../src/kernel/context.js';
import { compile } from '../../src/numeric/compile.js';
import { Machine } from '../../src/numeric/machine.js';
import type { Model } from '../../src/numeric/model.js';
import { exact, type Value } from '../../src/numeric/value.js';
import { builder } from '../../src/term/build.js';
import type { Operator } from '../../src/term/operator.js';
import { rational } from '../../src/term/rational.js';
import { Arena, type Term } from '../../src/term/term.js';

const modelOf = (values: Record<string, Value>): Model => ({
  values: new Map(Object.entries(values)),
  functions: new Map(),
  coordinates: new Map(),
});

const options = (bits: number) => ({ bits, zeroTimesLogZero: false, deadline: undefined });

/** A term over x and y as nested operators: `['add', ['x'], ['exp', ['y']]]`. */
type Shape = readonly [string, ...Shape[]];

const { shape } = fc.letrec<{ shape: Shape; leaf: Shape }>((tie) => ({
  leaf: fc.constantFrom<Shape>(['x'], ['y'], ['2'], ['-1'], ['1/3'], ['0']),
  shape: fc.oneof(
    { maxDepth: 6 },
    tie('leaf'),
    fc
      .tuple(
        fc.constantFrom('add', 'sub', 'mul', 'div', 'maximum', 'pow'),
        tie('shape'),
        tie('shape'),
      )
      .map((s): Shape => s),
    fc
      .tuple(
        fc.constantFrom('neg', 'exp', 'log', 'sqrt', 'abs', 'tanh', 'sigmoid', 'softplus', 'relu'),
        tie('shape'),
      )
      .map((s): Shape => s),
  ),
}));

function termOf(arena: Arena, [head, ...rest]: Shape): Term {
  if (rest.length > 0)
    return arena.make(
      head as Operator,
      rest.map((part) => termOf(arena, part)),
    );
  if (head === 'x' || head === 'y') return arena.sym(head);
  const [n, d = '1'] = head.split('/') as [string, string?];
  return arena.num(rational(BigInt(n), BigInt(d)));
}

const number = fc.constantFrom(
  ...[
    [0, 1],
    [1, 1],
    [-1, 1],
    [1, 2],
    [3, 1],
    [-30, 1],
    [300, 1],
    [-800, 1],
    [1, 1_000_000],
  ].map(([n, d]) => exact(rational(n as number, d as number))),
);

describe('the machine', () => {
  it('gives bounds at every precision that hold the value at a higher one', () => {
    fc.assert(
      fc.property(shape, number, number, fc.integer({ min: 24, max: 120 }), (s, x, y, bits) => {
        const arena = new Arena();
        const program = compile(emptyContext(arena), [termOf(arena, s)]);
        const model = modelOf({ x, y });
        const [coarse] = new Machine(program, options(bits)).run(model) as [Value];
        const fineMachine = new Machine(program, options(700));
        const [fine] = fineMachine.run(model) as [Value];
        if (coarse.kind === 'unsure' || fine.kind === 'unsure') return;
        if (coarse.kind === 'undefined' || fine.kind === 'undefined') {
          expect(coarse.kind).toBe(fine.kind);
          return;
        }
        if (coarse.kind === 'array' || coarse.kind === 'truth') return;
        const { arithmetic } = fineMachine.calculus;
        const order = arithmetic.order(coarse as never, fine as never);
        expect(order === undefined || order === 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('computes a sum inside a sum once for each index that it depends on', () => {
    const arena = new Arena();
    const t = builder(arena);
    const inner = t.sum('k', t.num(1), t.sym('n'), t.exp(t.sym('k')));
    const outer = t.sum('i', t.num(1), t.sym('n'), t.mul(t.sym('i'), inner));
    const program = compile(declare(emptyContext(arena), { name: 'n', kind: 'size', axes: [] }), [
      outer,
    ]);
    expect(program.root.instructions.filter(({ kind }) => kind === 'loop')).toHaveLength(2);
  });

  it('evaluates a spine of a hundred thousand nodes', () => {
    const arena = new Arena();
    const t = builder(arena);
    let term = t.sym('x');
    for (let k = 0; k < 100_000; k++) term = t.add(term, t.num(1));
    const program = compile(emptyContext(arena), [term]);
    const [value] = new Machine(program, options(60)).run(modelOf({ x: exact(rational(1, 2)) }));
    expect(value).toEqual(exact(rational(200_001, 2)));
  });

  it('differentiates a deep chain in one pass', () => {
    const arena = new Arena();
    const t = builder(arena);
    let term = t.sym('x');
    for (let k = 0; k < 5000; k++) term = t.add(term, t.sym('x'));
    const program = compile(emptyContext(arena), [t.diff(term, t.sym('x'))]);
    const [value] = new Machine(program, options(60)).run(modelOf({ x: exact(rational(3)) }));
    expect(value).toEqual(exact(rational(5001)));
  });

  it('evaluates a product of shared factors in time linear in the distinct ones', () => {
    const arena = new Arena();
    const t = builder(arena);
    let term: Term = t.exp(t.sym('x'));
    for (let k = 0; k < 60; k++) term = t.div(t.mul(term, term), term);
    const program = compile(emptyContext(arena), [term]);
    expect(program.root.instructions.length).toBeLessThan(200);
  });

  it('refuses work without end', () => {
    const arena = new Arena();
    const t = builder(arena);
    const big = t.num(100_000);
    const inner = t.sum('k', t.num(1), big, t.mul(t.sym('k'), t.sym('i')));
    const program = compile(emptyContext(arena), [t.sum('i', t.num(1), big, inner)]);
    expect(() => new Machine(program, options(60)).run(modelOf({}))).toThrow('too large');
  });

  it('stops at a deadline', () => {
    const arena = new Arena();
    const t = builder(arena);
    const program = compile(emptyContext(arena), [
      t.sum('k', t.num(1), t.num(1000), t.exp(t.sym('k'))),
    ]);
    const machine = new Machine(program, { ...options(60), deadline: Date.now() - 1 });
    expect(() => machine.run(modelOf({}))).toThrow('time limit');
  });
});
