// Searches the claims and rules that the page carries with it.

const entries = JSON.parse(document.getElementById('entries').textContent).map((entry) => ({
  ...entry,
  plain: plain(`${entry.name} ${entry.text} ${entry.where}`),
}));
const words = document.getElementById('words');
const found = document.getElementById('found');
const results = document.getElementById('results');
const MOST = 50;

/** Without case and accents. */
function plain(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function search() {
  const wanted = plain(words.value).split(/\s+/).filter(Boolean);
  const hits =
    wanted.length === 0
      ? []
      : entries.filter((entry) => wanted.every((word) => entry.plain.includes(word)));
  found.textContent = wanted.length === 0 ? '' : `${hits.length} found`;
  results.replaceChildren(...hits.slice(0, MOST).map(item));
}

/** Text stays text: nothing here is read as HTML. */
function item({ name, text, href, where }) {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = name;
  const line = document.createElement('li');
  line.append(link, ` ${text} (${where})`);
  return line;
}

document.getElementById('search').hidden = false;
words.addEventListener('input', search);
search();
