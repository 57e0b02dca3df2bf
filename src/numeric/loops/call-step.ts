/** Calls of unknown functions: the body that a model gives them is compiled when it is first met. */
import type { Call, Program } from '../program.js';
import type { Frame } from './frame.js';
import type { Num, Step } from './slot.js';

interface Body {
  readonly frame: Frame;
  readonly steps: readonly Step[];
  readonly parameters: readonly Num[];
  readonly result: Num;
}

export function callStep(frame: Frame, { name, args, slot }: Call): Step {
  const { memory, surroundings } = frame;
  const { series } = memory;
  const given = args.map((arg) => frame.numberAt(arg));
  const level = Math.max(0, ...given.map((x) => x.level));
  const out = frame.number(slot, level);
  const bodies = new Map<Program, Body>();
  const bodyOf = (program: Program): Body => {
    const found = bodies.get(program);
    if (found) return found;
    const inside = frame.forBody(program);
    const parameters = program.parameters.map((parameter) => inside.number(parameter, level));
    const steps = inside.steps(program.root);
    const result = inside.numberAt(program.results[0] as number);
    const body = { frame: inside, steps, parameters, result };
    bodies.set(program, body);
    return body;
  };
  return () => {
    const found = surroundings.model?.functions.get(name);
    const isKnown = given.every(({ at }) => memory.bank.error[at]! < Number.POSITIVE_INFINITY);
    if (!found || !isKnown) return series.forget(out.at, level);
    const { frame: inside, steps, parameters, result } = bodyOf(found.program);
    parameters.forEach(({ at }, k) => {
      const argument = given[k];
      if (argument) series.copy(at, argument.at, argument.level, level);
    });
    inside.run(steps);
    series.copy(out.at, result.at, result.level, level);
  };
}
