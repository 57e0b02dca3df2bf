// Turns each derivation into one that is read step by step. Without this script all steps are
// there, with everything open: only what runs here hides anything.

const derivations = [...document.querySelectorAll('.derivation')].map(stepper);
let active = derivations[0];

function stepper(box) {
  const name = box.dataset.name;
  const steps = [...box.querySelectorAll('.steps > .step')];
  const lines = [...box.querySelectorAll(':scope > .line, .steps > .step > .line')];
  let at = 1;
  let isAll = false;

  const controls = element('div', {
    class: 'controls',
    role: 'group',
    'aria-label': `Steps of ${name}`,
  });
  const button = (text, action) => {
    const made = element('button', { type: 'button' }, text);
    made.addEventListener('click', action);
    controls.append(made);
    return made;
  };
  const previous = button('Previous', () => self.go(at - 1, true));
  const next = button('Next', () => self.go(at + 1, true));
  const all = button('Show all', () => showAll(!isAll));
  const status = element('p', { role: 'status' });
  controls.append(status);
  // With one step there is nowhere to go.
  previous.hidden = steps.length === 1;
  next.hidden = steps.length === 1;
  box.prepend(controls);

  function show() {
    steps.forEach((step, k) => {
      step.hidden = !isAll && k >= at;
      if (k === at - 1) step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');
    });
    lines.forEach((line, k) => {
      line.classList.toggle('from', k === at - 1);
    });
    uncover(lines[at - 1], '.changes');
    uncover(lines[at], '.became');
    previous.setAttribute('aria-disabled', String(at === 1));
    next.setAttribute('aria-disabled', String(at === steps.length));
    all.setAttribute('aria-pressed', String(isAll));
    status.textContent = `Step ${at} of ${steps.length}`;
    box.classList.add('stepping');
    reach();
  }

  function showAll(wanted) {
    isAll = wanted;
    for (const inside of box.querySelectorAll('details.inside')) inside.open = isAll;
    show();
  }

  const self = {
    box,
    name,
    get at() {
      return at;
    },
    get length() {
      return steps.length;
    },
    go(step, isByReader) {
      active = self;
      at = Math.min(Math.max(step, 1), steps.length);
      show();
      if (!isByReader) return;
      history.replaceState(null, '', `#${encodeURIComponent(name)}-step-${at}`);
      steps[at - 1].focus();
    },
  };
  for (const details of box.querySelectorAll('details')) details.open = false;
  for (const step of steps) step.tabIndex = -1;
  show();
  return self;
}

/** Scrolls a line that is wider than the page to what changes in it. */
function uncover(line, mark) {
  const place = line.querySelector(mark)?.getBoundingClientRect();
  if (!place) return;
  const { left, right } = line.getBoundingClientRect();
  // What was before a part that is wider than the page itself stays in sight where it can.
  if (place.left < left) line.scrollLeft += place.left - left;
  else if (place.right > right) line.scrollLeft += Math.min(place.right - right, place.left - left);
}

function element(tag, attributes, text = '') {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}

const MOVES = {
  ArrowRight: 1,
  ArrowDown: 1,
  j: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  k: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

document.addEventListener('keydown', (event) => {
  const move = MOVES[event.key];
  if (move === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
    return;
  const { target } = event;
  if (target.closest('input, textarea, select')) return;
  // A formula that is wider than the page scrolls with the same keys.
  if (target.matches('.wide, pre') && !/^[jk]$/.test(event.key)) return;
  const found = derivations.find(({ box }) => box.contains(target));
  // Where nothing is chosen, only the keys that no page uses otherwise belong to a derivation.
  const chosen = found ?? (/^[jk]$|^Arrow(Left|Right)$/.test(event.key) ? active : undefined);
  if (!chosen) return;
  event.preventDefault();
  chosen.go(chosen.at + move, true);
});

/** The step that the address names. */
function follow() {
  let name = location.hash.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch {
    return;
  }
  const [, claim, step] = /^(.*)-step-(\d+)$/.exec(name) ?? [];
  const found = derivations.find((one) => one.name === claim);
  if (!found) return;
  found.go(Number(step), false);
  document.getElementById(`${found.name}-step-${found.at}`).focus();
}
addEventListener('hashchange', follow);
follow();

/** On paper everything is shown. */
let closed = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll('details:not([open])')];
  for (const details of closed) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of closed) details.open = false;
});
