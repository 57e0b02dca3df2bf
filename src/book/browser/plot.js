// Plots as SVG: labelled axes, series told apart by dashes and marks as well as by colour, and a
// sentence that says what is to be seen.

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 520;
const HEIGHT = 320;
const LEFT = 62;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 50;

function svg(tag, attributes, text = '') {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}

const RAISED = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
};

/** 10⁻⁸ */
const powerOfTen = (exponent) =>
  `10${[...String(exponent)].map((digit) => RAISED[digit]).join('')}`;

/** An axis: from a number to its place, and the numbers that are written at it. */
function axis({ isLogarithmic, from, to }, start, end) {
  const put = isLogarithmic ? Math.log10 : (x) => x;
  const [least, most] = [put(from), put(to)];
  const place = (x) => start + ((put(x) - least) / (most - least || 1)) * (end - start);
  const ticks = [];
  if (isLogarithmic) {
    const every = Math.max(1, Math.ceil((most - least) / 8));
    for (let e = Math.ceil(least); e <= Math.floor(most); e++)
      if (e % every === 0) ticks.push({ at: place(10 ** e), text: powerOfTen(e) });
  } else for (let x = from; x <= to; x += 4) ticks.push({ at: place(x), text: String(x) });
  return { place, ticks };
}

/**
 * A figure with a plot. `series` are { name, points: [x, y][], look }, where the look is a number;
 * points without a y are left out.
 */
function plot({ title, label, x, y, series }) {
  const across = axis(x, LEFT, WIDTH - RIGHT);
  const up = axis(y, HEIGHT - BOTTOM, TOP);
  const drawing = svg('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: 'img',
    'aria-label': label,
  });
  const bottom = HEIGHT - BOTTOM;
  drawing.append(
    svg('path', { class: 'axis', d: `M${LEFT} ${TOP}V${bottom}H${WIDTH - RIGHT}` }),
    ...across.ticks.flatMap(({ at, text }) => [
      svg('path', { class: 'tick', d: `M${at} ${bottom}V${TOP}` }),
      svg('text', { x: at, y: bottom + 17, 'text-anchor': 'middle' }, text),
    ]),
    ...up.ticks.flatMap(({ at, text }) => [
      svg('path', { class: 'tick', d: `M${LEFT} ${at}H${WIDTH - RIGHT}` }),
      svg('text', { x: LEFT - 6, y: at + 4, 'text-anchor': 'end' }, text),
    ]),
    svg(
      'text',
      { x: (LEFT + WIDTH - RIGHT) / 2, y: HEIGHT - 10, 'text-anchor': 'middle' },
      x.label,
    ),
    svg(
      'text',
      { transform: `translate(14 ${(TOP + bottom) / 2}) rotate(-90)`, 'text-anchor': 'middle' },
      y.label,
    ),
  );
  for (const { points, look } of series) drawing.append(...curve(points, look, across, up, y));
  const figure = document.createElement('figure');
  figure.className = 'plot';
  const caption = document.createElement('figcaption');
  caption.append(title, legend(series));
  figure.append(drawing, caption);
  return figure;
}

/** One line for each stretch of points, and a mark at each point. */
function curve(points, look, across, up, { from, to }) {
  const within = Math.min.bind(undefined, to);
  let d = '';
  let isDown = false;
  const marks = [];
  for (const [x, y] of points) {
    if (y === null || y < from) {
      isDown = false;
      continue;
    }
    const [px, py] = [across.place(x).toFixed(1), up.place(within(y)).toFixed(1)];
    d += `${isDown ? 'L' : 'M'}${px} ${py}`;
    isDown = true;
    marks.push(mark(look, px, py));
  }
  return [svg('path', { class: `curve look-${look}`, d }), ...marks];
}

function mark(look, x, y) {
  const [a, b] = [Number(x), Number(y)];
  if (look === 0) return svg('circle', { class: 'mark look-0', cx: x, cy: y, r: 2.6 });
  const d = look === 1 ? `M${a - 3} ${b}h6M${a} ${b - 3}v6` : `M${a - 3} ${b - 3}h6v6h-6z`;
  return svg('path', { class: `mark look-${look}`, d });
}

function legend(series) {
  const list = document.createElement('ul');
  for (const { name, look } of series) {
    const sample = svg('svg', { viewBox: '0 0 36 12', class: 'sample', 'aria-hidden': 'true' });
    sample.append(svg('path', { class: `curve look-${look}`, d: 'M2 6H34' }), mark(look, 18, 6));
    const item = document.createElement('li');
    item.append(sample, ` ${name}`);
    list.append(item);
  }
  return list;
}

/** 1.5e−5 as it is read: 1.5·10⁻⁵. */
export function scientific(x) {
  const [digits, exponent] = x.toExponential(1).split('e');
  return `${digits.replace('-', '−')}·${powerOfTen(Number(exponent))}`;
}

/** The error of the difference against its step. */
export function differencePlot({ text, points }) {
  const some = points.flatMap(({ error, rounding }) => [error, rounding].filter(Boolean));
  const lowest = 10 ** Math.floor(Math.log10(Math.min(...some, 1)) - 1);
  const highest = 10 ** Math.ceil(Math.log10(Math.max(...some, lowest * 10)));
  const known = points.filter(({ error }) => error !== null);
  const best = known.reduce((a, b) => (b.error < a.error ? b : a), known[0]);
  const says = best
    ? `The least error, ${scientific(best.error)}, is at the step ${scientific(best.step)}: with larger steps truncation takes over, with smaller ones rounding.`
    : 'The difference has no error.';
  const series = (name, key, look) => ({
    name,
    look,
    points: points.map((point) => [point.step, point[key]]),
  });
  return plot({
    title: `The error of the finite difference for ${text}. ${says}`,
    label: `Plot of the error of the finite difference for ${text} against the step, both axes logarithmic. ${says}`,
    x: { isLogarithmic: true, from: points.at(-1).step, to: points[0].step, label: 'step h' },
    y: { isLogarithmic: true, from: lowest, to: highest, label: 'error' },
    series: [
      series('truncation: the error in exact arithmetic', 'truncation', 1),
      series('rounding: what doubles add', 'rounding', 2),
      series('the error in doubles', 'error', 0),
    ],
  });
}

/** The digits that the two forms of the loss lose. */
export function digitsPlot({ naive, stable, by, points }) {
  const gone = points.find((point) => point.naive >= 15);
  const most = Math.max(...points.map((point) => point.stable));
  const names = by.join(', ');
  const says = `As it is written it ${
    gone
      ? `loses all digits from the factor ${Number(gone.factor.toPrecision(3))} on`
      : 'keeps its digits here'
  }; its stable form loses at most ${most.toFixed(1)}.`;
  return plot({
    title: `Digits that ${naive} loses in doubles when ${names} is multiplied by a factor. ${says} The stable form is ${stable}.`,
    label: `Plot of the decimal digits lost, of 16, against the factor by which ${names} is multiplied, on a logarithmic axis. ${says}`,
    x: {
      isLogarithmic: true,
      from: points[0].factor,
      to: points.at(-1).factor,
      label: `factor of ${names}`,
    },
    y: { from: 0, to: 16, label: 'digits lost' },
    series: [
      { name: 'as it is written', look: 2, points: points.map((p) => [p.factor, p.naive]) },
      { name: 'in the stable form', look: 0, points: points.map((p) => [p.factor, p.stable]) },
    ],
  });
}
