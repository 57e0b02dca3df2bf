// The playground: what is typed is checked or derived by the engine. Nothing that is typed is ever
// read as HTML or run; KaTeX sets the formulas that the engine has printed.

import { element } from './inputs.js';

/** Characters of a link. */
const LONGEST_LINK = 8000;
/** Seconds for one claim or derivation. */
const TIME_LIMIT = 10;
/** Seconds for a document as a whole. */
const PATIENCE = 120;

const field = (id) => document.getElementById(id);
const state = field('state');
const result = field('result');
const { load } = globalThis.gradus;

const FIELDS = ['document', 'expression', 'goal'];

/** The fragment that holds the fields; undefined when it would be too long. */
function fragmentOf(verb) {
  const given = new URLSearchParams({ verb });
  for (const name of FIELDS) if (field(name).value !== '') given.set(name, field(name).value);
  const text = `#${given}`;
  return text.length <= LONGEST_LINK ? text : undefined;
}

/** Fills the fields from the address; what to do then, if it says so. */
function readAddress() {
  const text = location.hash.slice(1);
  if (text === '') return undefined;
  if (text.length > LONGEST_LINK) {
    say(`The link is too long (bound: link, ${LONGEST_LINK} characters).`);
    return undefined;
  }
  const given = new URLSearchParams(text);
  if (!given.has('document') && !given.has('expression')) return undefined;
  for (const name of FIELDS) field(name).value = given.get(name) ?? '';
  return given.get('verb') === 'derive' ? 'derive' : 'check';
}

function say(text) {
  state.textContent = text;
}

/** Statements alone become a block of a document, in sight, so that its lines are those of errors. */
function withBlock() {
  const box = field('document');
  if (/^\s*(```|~~~|<!--)/m.test(box.value) || box.value.trim() === '') return;
  box.value = `\`\`\`gradus\n${box.value.trimEnd()}\n\`\`\`\n`;
}

/** As the command line prints it: place, message, what was expected, a hint. */
function errorText({ line, column, message, expected, hint, inDocument }) {
  const where = inDocument ? 'document' : 'expression';
  const lines = [`error ${where}:${line}:${column} ${message}`];
  if (expected !== undefined) lines.push(`    expected ${expected}`);
  if (hint !== undefined) lines.push(`    ${hint}`);
  return lines.join('\n');
}

const transcript = (text) =>
  element(
    'pre',
    { class: 'transcript', tabindex: '0', role: 'group', 'aria-label': 'Transcript' },
    text,
  );

/** A formula with its text for a label, or as that text where KaTeX cannot read it. */
function formula({ latex, text }) {
  const made = element('div', { class: 'wide' });
  try {
    globalThis.katex.render(latex, made, {
      ...{ displayMode: true, throwOnError: true, strict: false },
      ...{ trust: false, maxExpand: 1000, maxSize: 20 },
    });
    made.querySelector('math').setAttribute('aria-label', text);
  } catch {
    made.replaceChildren(text);
  }
  return made;
}

/** A derivation line by line, each with its reason. */
function derivation({ start, steps }) {
  const items = steps.map((step) =>
    element(
      'li',
      {},
      element('p', { class: 'reason' }, step.title ?? step.rule ?? ''),
      formula(step),
    ),
  );
  return [formula(start), element('ol', { class: 'steps' }, ...items)];
}

/** What a derivation shows, and says. */
async function derive() {
  const [expression, text, to] = ['expression', 'document', 'goal'].map((id) => field(id).value);
  const goal = to.trim() === '' ? {} : { to };
  const request = { verb: 'derive', expression, document: text, ...goal, timeLimit: TIME_LIMIT };
  const { value, error } = await globalThis.gradus.ask(request);
  if (error) return { says: 'It cannot be read.', parts: [transcript(errorText(error))] };
  if (value === null) {
    const target = to.trim() === '' ? '' : ` to ${to}`;
    return { says: `No derivation of ${expression}${target} was found.`, parts: [] };
  }
  return {
    says: `Derived; the checker replayed ${value.report.replayed} steps.`,
    parts: [
      ...[element('h2', {}, 'Transcript'), transcript(value.text)],
      ...[element('h2', {}, 'Formulas'), ...derivation(value.report)],
    ],
  };
}

/** What a check shows, and says. */
async function check() {
  const text = field('document').value;
  const request = { verb: 'check', document: text, path: 'document', timeLimit: TIME_LIMIT };
  const { value } = await globalThis.gradus.ask(request, PATIENCE);
  const { claims, errors = [] } = value.report;
  const verdicts = claims.map(({ name, verdict }) => `${name} ${verdict}`).join(', ');
  return {
    says: errors.length > 0 ? 'It cannot be read.' : verdicts || 'Nothing is claimed.',
    parts: [
      ...[element('h2', {}, 'Report'), transcript(value.text)],
      ...claims.flatMap((claim) => claimParts(claim, text)),
    ],
  };
}

/** A claim with its derivation and a button for its numbers. */
function claimParts({ name, text, latex, start, steps = [] }, source) {
  const parts =
    start && steps.length > 0 ? derivation({ start, steps }) : [formula({ latex, text })];
  const button = element('button', { type: 'button', 'aria-expanded': 'false' }, 'Numbers');
  const panel = element('div', {
    class: 'numbers',
    role: 'group',
    'aria-label': `Numbers of ${name}`,
  });
  panel.hidden = true;
  button.addEventListener('click', async () => {
    panel.hidden = !panel.hidden;
    button.setAttribute('aria-expanded', String(!panel.hidden));
    if (panel.childNodes.length > 0) return;
    panel.textContent = 'Loading …';
    try {
      await load('numbers');
      globalThis.gradus.numbers(panel, { document: source, claim: name });
    } catch (problem) {
      panel.textContent = problem.message;
    }
  });
  return [element('h2', {}, name), ...parts, element('p', { class: 'controls' }, button), panel];
}

let turn = 0;
let last = 'check';

/** Does what was asked last; what was asked before it is given up. */
async function run(verb) {
  const own = ++turn;
  last = verb;
  globalThis.gradus.stop?.('something else was asked');
  withBlock();
  history.replaceState(null, '', fragmentOf(verb) ?? '#');
  say('Working …');
  result.hidden = true;
  let found;
  try {
    await Promise.all([load('engine'), load('katex')]);
    found = await (verb === 'derive' ? derive() : check());
  } catch (problem) {
    found = { says: `It was given up: ${problem.message}.`, parts: [] };
  }
  if (own !== turn) return;
  result.hidden = found.parts.length === 0;
  result.replaceChildren(...found.parts);
  // How wide a formula is, is known when its fonts are there; laying it out asks for them.
  result.getBoundingClientRect();
  await document.fonts.ready;
  if (own !== turn) return;
  say(found.says);
  dispatchEvent(new Event('resize'));
}

function runAddress() {
  const verb = readAddress();
  if (verb) run(verb);
}

for (const verb of ['check', 'derive']) {
  field(verb).addEventListener('submit', (event) => {
    event.preventDefault();
    run(verb);
  });
  field(verb).hidden = false;
}

field('link').addEventListener('click', () => {
  const fragment = fragmentOf(last);
  const address = field('address');
  address.hidden = fragment === undefined;
  if (fragment === undefined) {
    say(`This is too long for a link (bound: link, ${LONGEST_LINK} characters).`);
    return;
  }
  address.href = fragment;
  history.replaceState(null, '', fragment);
  address.focus();
  say('The address of this page now holds the document and the expression.');
});

document.head.append(
  element(
    'style',
    {},
    '#result .katex-display,#result .katex-display>.katex{margin:0;text-align:left}#result .wide{margin:.1rem 0;padding:.3rem 0}',
  ),
);
addEventListener('hashchange', runAddress);
runAddress();
