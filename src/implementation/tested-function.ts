/** A function of the process that runs the test, which gives a value, or a loss and its gradient. */
import { type ArrayForm, nested } from './array-form.js';
import type { Returned } from './call.js';
import { type Answer, invoke } from './invoke.js';
import type { Call } from './measure.js';
import { readReturned } from './returned.js';
import { type Arguments, type TrialOptions, Trials } from './trial.js';
import type { Yardstick } from './yardstick.js';

export class TestedFunction {
  readonly #function: unknown;
  readonly #form: ArrayForm;
  #last: { readonly given: Arguments; readonly answer: Promise<Answer> } | undefined;

  constructor(fn: unknown, form: ArrayForm = 'flat') {
    this.#function = fn;
    this.#form = form;
  }

  /** What it returns by name, as it is on the first model of a yardstick. */
  async partsOn(yardstick: Yardstick, options: TrialOptions): Promise<readonly string[]> {
    const [first] = new Trials(yardstick, options).all();
    const answer = first && (await this.#answer(first.given));
    return answer?.kind === 'value' ? Object.keys(partsOf(answer.value) ?? {}) : [];
  }

  readonly call: Call = async (name, given): Promise<Returned> => {
    const answer = await this.#answer(given);
    if (answer.kind !== 'value') return answer;
    const { value } = answer;
    return readReturned(partsOf(value)?.[name] ?? value);
  };

  /** A model is given once, and loss and gradient are taken from what came of it. */
  #answer(given: Arguments): Promise<Answer> {
    if (this.#last?.given !== given) {
      const { data, shapes } = given;
      const inForm = Object.entries(data).map(([name, value]) => [
        name,
        typeof value === 'number' || this.#form === 'flat'
          ? value
          : nested(value, shapes[name] ?? []),
      ]);
      const answer = invoke(this.#function, Object.fromEntries(inForm), shapes);
      this.#last = { given, answer };
    }
    return this.#last.answer;
  }
}

/** `{ loss, gradient }`; undefined of numbers and arrays. */
function partsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isObject = typeof value === 'object' && value !== null;
  if (!isObject || Array.isArray(value) || ArrayBuffer.isView(value)) return undefined;
  return value as Record<string, unknown>;
}
