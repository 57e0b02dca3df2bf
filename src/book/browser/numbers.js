// The numbers of a claim: its inputs, each line evaluated, the derivatives beside their
// differences, and the plots. Everything is computed by the engine; text stays text.

import { element, inputsOf, shortNumber } from './inputs.js';
import { differencePlot, digitsPlot, scientific } from './plot.js';

const SIGNS = { eq: '=', le: '≤', lt: '<', ge: '≥', gt: '>' };
/** Milliseconds of rest before the plots are drawn anew. */
const REST = 250;

/** Fills a panel with the numbers of a claim: { document, claim, lines, point }. */
globalThis.gradus.numbers = (panel, about) => {
  const status = element('p', { role: 'status', class: 'state' }, 'Computing …');
  const tables = element('div');
  const plots = element('div', { class: 'plots' });
  let { point } = about;
  let waiting;
  let isBusy = false;
  let timer;
  /** Counts the moves, so that plots of an older point are not shown. */
  let moves = 0;

  const inputs = inputsOf(about.claim, (key, to) => {
    waiting = { key, to };
    moves++;
    compute();
  });
  panel.replaceChildren(status, inputs.root, tables, plots);

  async function ask(request) {
    const { value, error } = await globalThis.gradus.ask({ ...about, point, ...request }, 30);
    if (error) throw new Error(error.message);
    return value;
  }

  /** One question at a time; of the moves meanwhile, the last. */
  async function compute() {
    if (isBusy) return;
    isBusy = true;
    clearTimeout(timer);
    const move = waiting;
    waiting = undefined;
    try {
      const found = await ask({ verb: 'numbers', ...(move ? { move } : {}) });
      point = found.point;
      if (!waiting) show(found);
    } catch (problem) {
      status.textContent = `It cannot be computed: ${problem.message}`;
    }
    isBusy = false;
    if (waiting) compute();
    else timer = setTimeout(draw, REST);
  }

  function show({ symbols, lines, slopes, problem }) {
    inputs.update(symbols);
    status.textContent = problem ?? summary(lines);
    tables.replaceChildren(linesTable(lines), ...slopes.map(slopeTable));
    dispatchEvent(new Event('resize'));
  }

  async function draw() {
    const drawn = moves;
    try {
      const { differences, digits } = await ask({ verb: 'plots' });
      if (drawn !== moves) return;
      plots.replaceChildren(
        ...(differences?.points.length > 1 ? [differencePlot(differences)] : []),
        ...(digits?.points.length > 1 ? [digitsPlot(digits)] : []),
      );
    } catch (problem) {
      plots.replaceChildren(element('p', {}, `The plots cannot be drawn: ${problem.message}`));
    }
    panel.dataset.drawn = String(drawn);
  }

  addStyle();
  compute();
};

/** What is to be seen, in a sentence. */
function summary(lines) {
  const related = lines.filter(({ sign }) => sign);
  const failing = lines.findIndex(({ relation }) => relation === 'fails');
  if (failing > 0) return `Line ${failing + 1} fails at this point.`;
  const isSure = related.length > 0 && related.every(({ relation }) => relation === 'holds');
  return isSure ? 'Every line holds at this point.' : 'Computed.';
}

const WORDS = { holds: '✓ holds', fails: '✗ fails' };

function linesTable(lines) {
  const rows = lines.map((line, k) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, String(k + 1)),
      figureCell(line),
      element('td', { class: line.relation ?? '' }, WORDS[line.relation] ?? ''),
      element('td', { class: 'formula' }, `${line.sign ? `${SIGNS[line.sign]} ` : ''}${line.text}`),
    ),
  );
  const isObjective = lines.some((line) => line.isObjective);
  const caption = isObjective ? 'What is optimised, line by line' : 'Line by line';
  return table(caption, ['line', 'value', '', 'formula'], rows);
}

function figureCell({ value, reason }) {
  if (value === null) return element('td', { class: 'shown' }, reason ?? 'no value');
  return element('td', { class: 'value', 'data-value': value }, shortNumber(value));
}

function slopeTable({ text, step, entries }) {
  const isClaimed = entries.some(({ claimed }) => claimed);
  const rows = entries.map(({ at, derivative, difference, inDoubles, claimed, isHere }) =>
    element(
      'tr',
      isHere ? { 'aria-current': 'true' } : {},
      element('th', { scope: 'row' }, at),
      figureCell(derivative),
      ...(isClaimed ? [figureCell(claimed)] : []),
      figureCell(difference),
      figureCell(inDoubles),
    ),
  );
  const heads = [
    'entry',
    'derivative',
    ...(isClaimed ? ['other side'] : []),
    'finite difference',
    'in doubles',
  ];
  return table(`${text} and its central difference with the step ${scientific(step)}`, heads, rows);
}

function table(caption, heads, rows) {
  const head = element(
    'tr',
    {},
    ...heads.map((text) => element(text ? 'th' : 'td', text ? { scope: 'col' } : {}, text)),
  );
  const made = element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, head),
    element('tbody', {}, ...rows),
  );
  return element('div', { class: 'wide' }, made);
}

let isStyled = false;

function addStyle() {
  if (isStyled) return;
  isStyled = true;
  document.head.append(
    element(
      'style',
      {},
      `.numbers{border:1px solid var(--line);border-radius:4px;padding:.5rem .8rem;margin:.5rem 0}
.inputs{display:flex;flex-wrap:wrap;gap:.6rem}
.inputs fieldset{border:1px solid var(--line);border-radius:4px;padding:.2rem .6rem .5rem;margin:0;min-width:0;max-width:100%}
.inputs p{margin:.1rem 0 .3rem;max-width:20rem;font-size:.85rem}
.number,.choice{display:grid;grid-template-columns:minmax(3.4rem,auto) minmax(5rem,1fr) 6rem;gap:.4rem;align-items:center;margin:.15rem 0}
.choice{grid-template-columns:minmax(3.4rem,auto) minmax(5rem,1fr)}
.numbers input[type=range]{padding:0;min-width:0;accent-color:var(--focus)}
.numbers input[type=text]{padding:.1rem .3rem;min-width:0}
.numbers select{font:inherit;color:inherit;background:light-dark(#f2f2f2,#2a2d33);border:1px solid light-dark(#767676,#8c8c8c);border-radius:4px;min-height:2rem}
.numbers table{border-collapse:collapse;margin:.6rem 0;font-size:.92rem}.numbers caption{text-align:left;padding:.2rem 0}
.numbers th,.numbers td{padding:.15rem .6rem;text-align:left;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:normal}
.numbers .value{font-variant-numeric:tabular-nums;white-space:nowrap;text-align:right}
.numbers .formula{min-width:12rem}.numbers .holds{color:var(--good);white-space:nowrap}.numbers .fails{color:var(--bad);white-space:nowrap}
.numbers tr[aria-current]{box-shadow:inset 3px 0 var(--focus)}
.plots{display:flex;flex-wrap:wrap;gap:1rem}.plot{margin:.5rem 0;flex:1 1 20rem;max-width:34rem;min-width:0}
.plot>svg{width:100%;height:auto;color:inherit}.plot text{fill:currentColor;font-size:13px}
@media(max-width:32rem){.plot text{font-size:19px}}
.plot figcaption{font-size:.88rem}.plot ul{list-style:none;padding:0;margin:.3rem 0}
.plot .axis{stroke:currentColor;fill:none;stroke-width:1.2}.plot .tick{stroke:currentColor;opacity:.15;fill:none}
.curve{fill:none;stroke:currentColor;stroke-width:1.5}.mark{fill:none;stroke:currentColor;stroke-width:1.2}
.sample{width:36px;height:12px;vertical-align:middle}
.curve.look-1{stroke-dasharray:7 4}.curve.look-2{stroke-dasharray:2 3}
.look-0{color:var(--focus)}.mark.look-0{fill:currentColor}.look-1{color:var(--good)}.look-2{color:var(--bad)}`,
    ),
  );
}
