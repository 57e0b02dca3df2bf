// The exercises on a document: opens one at a time, judges what the reader answers, and keeps
// what is done in the browser's storage, where there is one.

const { root } = document.documentElement.dataset;
const buttons = [...document.querySelectorAll('.tasks button')];
/** What the scripts beside the page have brought, by claim. */
const sets = new Map();
gradus.exercises = (claim, set) => sets.set(claim, set);

/* What is done. Storage may be missing, full or forbidden: then it lasts as long as the page. */

const STORE = 'gradus exercises';
const done = new Set(stored());

function stored() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

const keyOf = (button) => `${button.id} ${button.dataset.key}`;

function keep(button) {
  // Another page may have kept something since.
  for (const key of stored()) done.add(key);
  done.add(keyOf(button));
  try {
    localStorage.setItem(STORE, JSON.stringify([...done]));
  } catch {}
  showProgress();
}

function showProgress() {
  let count = 0;
  for (const button of buttons) {
    const isDone = done.has(keyOf(button));
    button.nextElementSibling.hidden = !isDone;
    if (isDone) count += 1;
  }
  const progress = document.getElementById('progress');
  progress.hidden = false;
  progress.textContent = `${count} of ${buttons.length} done`;
}

/* Making what is shown: text stays text, and only formulas of ours are HTML. */

function made(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function ours(tag, attributes, html) {
  const element = made(tag, attributes);
  element.innerHTML = html;
  return element;
}

const control = (text, action) => {
  const button = made('button', { type: 'button' }, text);
  button.addEventListener('click', action);
  return button;
};

/** A verdict in the open exercise: a word that says how it is, and why. */
function say(open, look, ...lines) {
  open.status.className = `said ${look}`;
  open.status.replaceChildren(
    ...lines.map((line) => (typeof line === 'string' ? made('p', {}, line) : line)),
  );
  reach();
}

function lineItem(set, line, ...more) {
  const reason =
    line.reason === undefined ? [] : [ours('p', { class: 'reason' }, set.pieces[line.reason])];
  return made(
    'li',
    {},
    ...reason,
    ours('div', { class: 'line' }, set.pieces[line.formula]),
    ...more,
  );
}

/* Opening and closing. */

let open;

async function start(button, isByReader) {
  close(false);
  const section = button.closest('section');
  const { claim, script } = section.dataset;
  const box = section.querySelector('.task');
  if (!sets.has(claim)) {
    box.replaceChildren(made('p', { role: 'status' }, 'Loading…'));
    try {
      await load(script);
    } catch (error) {
      box.replaceChildren(made('p', { role: 'alert' }, error.message));
      return;
    }
  }
  const set = sets.get(claim);
  const exercise = set?.exercises.find(({ id }) => id === button.id);
  if (!exercise) return;
  const heading = made('h3', { tabindex: '-1' }, button.textContent);
  const status = made('div', { role: 'status', class: 'said' });
  open = { button, box, set, exercise, status, heading };
  const next = control('Next exercise', () => start(after(button), true));
  box.replaceChildren(
    heading,
    ...KINDS[exercise.kind](open),
    status,
    made(
      'div',
      { class: 'controls' },
      next,
      control('Close', () => close(true)),
    ),
  );
  button.setAttribute('aria-expanded', 'true');
  if (isByReader) history.replaceState(null, '', `#${encodeURIComponent(button.id)}`);
  heading.focus();
  reach();
}

const after = (button) => buttons[(buttons.indexOf(button) + 1) % buttons.length];

function close(isByReader) {
  if (!open) return;
  const { box, button } = open;
  open = undefined;
  box.replaceChildren();
  button.setAttribute('aria-expanded', 'false');
  if (!isByReader) return;
  history.replaceState(null, '', location.pathname);
  button.focus();
}

/** The reader has done it. */
const solve = (at) => keep(at.button);

/* Fill the missing line. */

function fill(at) {
  const { set, exercise } = at;
  const input = made('input', {
    type: 'text',
    id: 'answer',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-describedby': 'how',
  });
  const form = made(
    'form',
    {},
    made('label', { for: 'answer' }, 'The missing line'),
    input,
    made('p', { id: 'how', class: 'shown' }, HOW),
    made('button', { type: 'submit' }, 'Check'),
    ' ',
    control('Hint', () => hint(at)),
    ' ',
    control('Show the line', () => reveal(at)),
  );
  at.input = input;
  at.hints = 0;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void judge(at, input.value);
  });
  at.list = made(
    'ol',
    { class: 'steps' },
    ...exercise.lines.map((line, k) =>
      k === exercise.hidden ? made('li', { class: 'gap' }, form) : lineItem(set, line),
    ),
  );
  return [made('p', {}, 'One line is missing. Each line follows from the one before it.'), at.list];
}

const HOW =
  'In the plain language, as log(u) - sum(k in 1..C, x[k]), or in LaTeX, as \\log u - \\sum_{k=1}^C x_k.';

/** The next hint; the last one again, when there is no other. */
function hint(at, ...before) {
  const { hints } = at.exercise;
  at.hints = Math.min(at.hints + 1, hints.length);
  const shown = hints.slice(0, at.hints).map((k) => ours('p', {}, `Hint: ${at.set.pieces[k]}`));
  say(at, '', ...before, ...shown);
}

function reveal(at) {
  const { set, exercise } = at;
  const line = ours('div', { class: 'line' }, set.pieces[exercise.lines[exercise.hidden].formula]);
  say(at, '', 'The line is this one. It does not count as done.', line);
}

let asked = 0;

async function judge(at, answer) {
  const { exercise, input } = at;
  const number = ++asked;
  input.removeAttribute('aria-invalid');
  say(at, '', 'Checking…');
  let report;
  try {
    await Promise.all([load('engine'), load(document.documentElement.dataset.script)]);
    const { question } = exercise;
    const found = await gradus.ask({
      verb: 'gap',
      document: gradus.page.document,
      question,
      answer,
    });
    if (found.error) throw new Error(found.error.message);
    report = found.value;
  } catch (error) {
    if (open === at && number === asked)
      say(at, 'doubt', `It could not be checked: ${error.message}.`);
    return;
  }
  // The reader may have gone on meanwhile.
  if (open !== at || number !== asked) return;
  const isWrong = report.verdict !== 'proved' && report.verdict !== 'tested';
  input.setAttribute('aria-invalid', String(isWrong));
  VERDICTS[report.verdict](at, report);
}

const VERDICTS = {
  proved(at, { read }) {
    solve(at);
    say(
      at,
      'good',
      'Right: it follows from the line before, and the line after follows from it. Both are proved.',
      `It was read as ${read.text}.`,
    );
  },
  tested(at, { read, models }) {
    solve(at);
    say(
      at,
      'good',
      `Right, as far as numbers can say: it agrees with the lines around it in ${models} models. No proof was found.`,
      `It was read as ${read.text}.`,
    );
  },
  repeated(at, { side, how }) {
    const otherwise = how === 'rewritten' ? ', written otherwise' : ' once more';
    say(
      at,
      'doubt',
      how === 'beyond'
        ? `That is true, and stands already farther ${side === 'before' ? 'up' : 'down'}: write what comes between the lines next to the gap.`
        : `That is the line ${side} the gap${otherwise}. It is true, and it is not yet a step: write what comes between.`,
    );
  },
  refuted(at, { side, read, counterexample, diagnosis }) {
    const lines = [
      side === 'before'
        ? 'Not yet: this does not follow from the line before it.'
        : 'Not yet: it follows from the line before it, and the line after does not follow from it.',
      `It was read as ${read.text}.`,
      `The line ${side} is on the left, yours on the right: ${counterexample}.`,
      ...(diagnosis === undefined ? [] : [`A guess at the mistake: ${diagnosis}.`]),
    ];
    at.hints = 0;
    hint(at, ...lines);
  },
  undecided(at, { read, reason }) {
    say(
      at,
      'doubt',
      `Gradus cannot tell whether this is right: ${reason}.`,
      `It was read as ${read.text}.`,
    );
  },
  unread(at, { fault: { message, column, expected, hint: advice } }) {
    const more = [expected && `expected: ${expected}`, advice].filter(Boolean).join('; ');
    say(
      at,
      'doubt',
      `This cannot be read, at character ${column}: ${message}${more ? ` (${more})` : ''}.`,
    );
  },
};

/* Choosing: which step is wrong, which rule it is. */

/** A group of choices with a button that checks the one chosen. */
function choices(at, question, items, judged) {
  const form = made(
    'form',
    {},
    made('fieldset', {}, made('legend', {}, question), ...items),
    made('button', { type: 'submit' }, 'Check'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = form.querySelector('input:checked');
    if (chosen) judged(Number(chosen.value));
    else say(at, 'doubt', 'Choose one first.');
  });
  return form;
}

const choice = (value, ...content) =>
  made(
    'label',
    { class: 'choice' },
    made('input', { type: 'radio', name: 'choice', value }),
    ' ',
    ...content,
  );

function find(at) {
  const { set, exercise } = at;
  const items = exercise.lines.map((line, k) =>
    k === 0 ? lineItem(set, line) : lineItem(set, line, choice(k, `Step ${k} is wrong`)),
  );
  const list = made('ol', { class: 'steps' }, ...items);
  const judged = (k) => {
    if (k !== exercise.wrong) {
      say(
        at,
        'bad',
        `Step ${k} holds: its line does follow from the line before it, whether that one is right or not. Look at the others.`,
      );
      return;
    }
    solve(at);
    const [counterexample, diagnosis] = exercise.remarks;
    say(
      at,
      'good',
      `Right: step ${k} is wrong, and all others hold.`,
      `${counterexample[0].toUpperCase()}${counterexample.slice(1)}.`,
      ...(diagnosis === undefined ? [] : [`The mistake: ${diagnosis}.`]),
      'The line should be',
      ours('div', { class: 'line' }, set.pieces[exercise.right]),
    );
  };
  return [
    made(
      'p',
      {},
      'One step of this derivation is wrong. What follows goes on from the wrong line, correctly.',
    ),
    choices(at, 'Which step is wrong?', [list], judged),
  ];
}

function name(at) {
  const { set, exercise } = at;
  const items = exercise.options.map(({ title, formula }, k) =>
    choice(k, `${title}: `, ours('span', {}, set.pieces[formula])),
  );
  const judged = (k) => {
    const { title, rule, address } = exercise.options[k];
    const link = made('a', { href: `${root}${address}` }, rule);
    if (k !== exercise.choice) {
      say(
        at,
        'bad',
        made('p', {}, 'No: the rule ', link, ' does not lead from the first line to the second.'),
      );
      return;
    }
    solve(at);
    say(
      at,
      'good',
      made('p', {}, `Right: ${title[0].toLowerCase()}${title.slice(1)}, by `, link, '.'),
    );
  };
  const list = made('ol', { class: 'steps' }, ...exercise.lines.map((line) => lineItem(set, line)));
  return [list, choices(at, 'Which rule leads from the first line to the second?', items, judged)];
}

const KINDS = { fill, find, name };

/* The page. */

for (const list of document.querySelectorAll('.tasks')) list.hidden = false;
for (const button of buttons) {
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => start(button, true));
}
showProgress();
addEventListener('storage', () => {
  for (const key of stored()) done.add(key);
  showProgress();
});

/** The exercise that the address names. */
function follow() {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    return;
  }
  const button = buttons.find((each) => each.id === id);
  if (button) void start(button, false);
}
addEventListener('hashchange', follow);
follow();
