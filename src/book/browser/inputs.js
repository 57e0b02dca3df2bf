// The inputs of a point: a slider and a box for each number, a list for each choice.

/** Largest size that the slider of a size reaches. */
const LARGEST_SIZE = 6;
/** Where the slider of a number without bounds ends, at least. */
const REACH = 4;

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** 0.58257, 1.2e−9: what a reader sees of a number. */
export function shortNumber(x) {
  if (Number.isInteger(x) && Math.abs(x) < 1e9) return String(x).replace('-', '−');
  const size = Math.abs(x);
  const text = size >= 1e6 || size < 1e-4 ? x.toExponential(4) : String(Number(x.toPrecision(8)));
  return text.replaceAll('-', '−');
}

/** The ends of a slider: the bounds, or what lies around the value. */
function sliderOf(input, kind) {
  const { value, lower, upper, isWhole, isLowerOpen, isUpperOpen } = input;
  if (isWhole) {
    const least = lower ?? -REACH;
    return {
      min: least,
      max: upper ?? Math.max(least + LARGEST_SIZE - (kind === 'size' ? least : 0), value),
      step: 1,
    };
  }
  const step = 0.01;
  const reach = Math.max(REACH, 2 ** Math.ceil(Math.log2(Math.max(1, Math.abs(value)))));
  const min = lower === undefined ? (upper === undefined ? -reach : upper - 2 * reach) : lower;
  const max = upper === undefined ? min + 2 * reach : upper;
  return { min: isLowerOpen ? min + step : min, max: isUpperOpen ? max - step : max, step };
}

/** The text of a number for a box: short, with a point and a plain minus. */
const boxText = (x) => String(Number(x.toPrecision(6)));

/**
 * The inputs of all symbols. `move(key, text)` is called when a reader moves one; `update` takes
 * the symbols of the next answer, and keeps the focus where it is.
 */
export function inputsOf(name, move) {
  const root = element('div', { class: 'inputs' });
  let shape = '';
  let updates = new Map();

  function update(symbols) {
    const now = JSON.stringify(
      symbols.map(({ name: of, inputs }) => [of, inputs.map(({ key, options }) => [key, options])]),
    );
    if (now !== shape) rebuild(symbols);
    shape = now;
    for (const { kind, inputs } of symbols)
      for (const input of inputs) updates.get(input.key)?.(input, kind);
  }

  function rebuild(symbols) {
    const { activeElement } = document;
    const focus = root.contains(activeElement) ? activeElement.dataset : undefined;
    updates = new Map();
    root.replaceChildren(...symbols.map(group));
    if (!focus) return;
    const found = [...root.querySelectorAll('[data-key]')].find(
      ({ dataset }) => dataset.key === focus.key && dataset.part === focus.part,
    );
    (found ?? root.querySelector('input,select')).focus();
  }

  function group({ name: symbol, kind, note, inputs }) {
    const legend = element('legend', {}, symbol, element('span', { class: 'shown' }, ` ${kind}`));
    const items = inputs.map((input) => (input.options ? choice(input) : number(input, kind)));
    const says = note ? [element('p', { class: 'shown' }, note)] : [];
    return element('fieldset', {}, legend, ...says, ...items);
  }

  function choice({ key, label, options }) {
    const list = element('select', { 'data-key': key, 'data-part': 'list' });
    list.append(...options.map((one) => element('option', { value: one.value }, one.label)));
    list.addEventListener('change', () => move(key, list.value));
    updates.set(key, ({ value }) => {
      list.value = String(value);
    });
    return element('label', { class: 'choice' }, element('span', {}, label), list);
  }

  function number({ key, label }, kind) {
    const about = `${label}, of ${name}`;
    const slider = element('input', {
      type: 'range',
      'data-key': key,
      'data-part': 'slider',
      'aria-label': about,
    });
    const box = element('input', {
      ...{ type: 'text', inputmode: 'decimal', autocomplete: 'off', 'data-key': key },
      ...{ 'data-part': 'box', 'aria-label': `${about}, as a number` },
    });
    slider.addEventListener('input', () => {
      box.value = slider.value;
      move(key, slider.value);
    });
    box.addEventListener('change', () => move(key, box.value.trim().replace('−', '-')));
    updates.set(key, (input) => {
      const { min, max, step } = sliderOf(input, kind);
      // A slider that is held keeps its ends.
      if (document.activeElement !== slider)
        Object.assign(slider, { min: String(min), max: String(max), step: String(step) });
      if (document.activeElement !== slider) slider.value = String(input.value);
      box.value = boxText(input.value);
    });
    return element(
      'div',
      { class: 'number' },
      element('span', { 'aria-hidden': 'true' }, label),
      slider,
      box,
    );
  }

  return { root, update };
}
