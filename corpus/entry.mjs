/**
 * An entry of a corpus as a document: its setup as declarations, its claim as `claim c`, its
 * steps, when it has some, as `calc steps`. README.md tells what an entry holds.
 */

/** Kinds whose name in the language differs from theirs in a corpus. */
const KINDS = {
  simplexClosed: 'closed simplex',
  multihot: 'binary',
  onehotOrZero: 'onehot or zero',
};

/**
 * @param {Entry} entry
 * @returns {string} a document in Markdown
 */
export function documentOf(entry) {
  const { setup, definitions = [], conventions = [] } = entry;
  const lines = [
    ...setup.map(declaration),
    ...conventions.map(() => 'convention 0*log(0) = 0'),
    ...setup.flatMap(limits),
    ...definitions.map(definition),
    ...setup.flatMap((item) => item.assumptions ?? []).map(assumption),
    ...(entry.assumptions ?? []).map(assumption),
    `claim c: ${statement(entry.claim)}`,
    ...calculation(entry.steps),
  ];
  return `# ${heading(entry.title)}\n\n\`\`\`gradus\n${lines.join('\n')}\n\`\`\`\n`;
}

const heading = (title) => title.replace(/\s+/g, ' ').trim();

function declaration(item) {
  const { kind, min, max } = item;
  const name = item.name + shapeOf(item);
  const bounded = min !== undefined && max !== undefined;
  if (kind === 'size') return `size ${name}${min === undefined ? '' : ` >= ${min}`}`;
  if (item.range) return `${kind} ${name} in ${item.range[0]}..${item.range[1]}`;
  if (kind === 'integer' && bounded) return `integer ${name} in ${min}..${max}`;
  if (kind === 'integer') return `integer ${name}${min === undefined ? '' : ` >= ${min}`}`;
  return `${KINDS[kind] ?? kind} ${name}${bounded ? ` in [${min}, ${max}]` : ''}`;
}

/** Bounds that a declaration cannot hold. */
function limits({ kind, name, shape = [], min, max, range }) {
  if (range) return [];
  if (kind === 'size') return max === undefined ? [] : [`assume ${name} <= ${max}`];
  const declared =
    (kind === 'integer' && max === undefined) || (min !== undefined && max !== undefined);
  if (declared) return [];
  if (shape.length > 0 && (min !== undefined || max !== undefined))
    throw new Error(`${name}: an array with one bound has no form in the language`);
  return [
    ...(min === undefined ? [] : [`assume ${name} >= ${min}`]),
    ...(max === undefined ? [] : [`assume ${name} <= ${max}`]),
  ];
}

/** The axes; those of a corpus begin at 0 unless `base` is 1. */
function shapeOf({ shape = [], base = 0 }) {
  if (shape.length === 0) return '';
  return `[${shape.map((size) => (base === 1 ? size : `0..${lessOne(String(size))}`)).join(', ')}]`;
}

function lessOne(size) {
  if (/^\d+$/.test(size)) return String(Number(size) - 1);
  const [, plusOne] = /^(\w+)\s*\+\s*1$/.exec(size) ?? [];
  return plusOne ?? (/^\w+$/.test(size) ? `${size}-1` : `(${size})-1`);
}

/** `over` gives the ranges of a definition's letters; the language has them on its left side. */
function definition({ lhs, rhs, over = {} }) {
  const left = Object.entries(over).reduce(
    (text, [letter, range]) =>
      text.replace(new RegExp(`([\\[,])\\s*${letter}\\s*(?=[,\\]])`), `$1${letter} in ${range}`),
    lhs,
  );
  return `let ${left} = ${expression(rhs)}`;
}

const assumption = (condition) => `assume ${expression(condition)}`;

function statement({ kind, lhs, rhs, wrt = [], lhsSense = 'min', rhsSense = 'min' }) {
  const [left, right] = [expression(lhs), expression(rhs)];
  const variables = [wrt].flat();
  switch (kind) {
    case 'equal':
      return `${left} == ${right}`;
    case 'leq':
      return `${left} <= ${right}`;
    case 'gradient':
      return `diff(${left}, ${variables.join(', ')}) == ${right}`;
    case 'argmin-same': {
      const over = variables.length === 1 ? variables[0] : `(${variables.join(', ')})`;
      return `arg${lhsSense}(${over}, ${left}) == arg${rhsSense}(${over}, ${right})`;
    }
    default:
      throw new Error(`there is no kind of claim “${kind}”`);
  }
}

/** The lines of a derivation; the reasons of a corpus are not ours and are left out. */
function calculation(steps = []) {
  if (steps.length < 2) return [];
  const optimum = (step, text) =>
    step.wrt ? `arg${step.sense ?? 'min'}(${[step.wrt].flat().join(', ')}, ${text})` : text;
  const [first, ...rest] = steps.map((step) => ({
    ...step,
    text: optimum(step, expression(step.expr)),
  }));
  return [
    'calc steps:',
    `  ${first.text}`,
    ...rest.map(({ relation = '=', text }) => `  ${relation === '=' ? '==' : relation} ${text}`),
  ];
}

/** A corpus writes D for the partial derivative. */
const expression = (text) => text.replace(/\bD\(/g, 'diff(');

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} title
 * @property {object[]} setup
 * @property {object[]} [definitions]
 * @property {string[]} [assumptions]
 * @property {string[]} [conventions]
 * @property {object} claim
 * @property {object[]} [steps]
 * @property {number} [wrongStep]
 * @property {number} [wrongLine]
 * @property {boolean} truth
 * @property {string[]} [tags]
 */
