/** How times grow: with shared use, with the number of nodes, and with the size written out. */
import { ms, once, table } from './table.mjs';

const DEPTHS = [4, 8, 16, 64, 250, 1000];
const SIZES = [2, 4, 8, 16, 32, 64];
const SPINE = 33_333;

/** What the measurements use of a build. */
async function engine(dist) {
  const from = (path) => import(new URL(path, dist).href);
  return {
    ...(await from('term/term.js')),
    ...(await from('term/build.js')),
    ...(await from('term/substitution.js')),
    ...(await from('kernel/context.js')),
    ...(await from('kernel/check.js')),
    ...(await from('kernel/scope.js')),
    ...(await from('rules/book.js')),
    ...(await from('search/derive.js')),
    ...(await from('search/prove-claim.js')),
    ...(await from('language/print-unicode.js')),
    ...(await from('language/document.js')),
    ...(await from('language/lower.js')),
    ...(await from('numeric/judge.js')),
    ...(await from('numeric/sample.js')),
  };
}

/** Bounds of one search: only its time. */
const patience = () => ({ moves: 1e9, deadline: Date.now() + 20_000 });

/** Derives the derivative of what `build` makes of x, and has it checked, evaluated and printed. */
function differentiated(g, build) {
  const arena = new g.Arena();
  const t = g.builder(arena);
  const context = g.declare(g.emptyContext(arena), { name: 'x', kind: 'real', axes: [] });
  const derivative = t.diff(build(t, arena), t.sym('x'));
  const nodes = g.subterms(derivative).length;
  const prover = new g.ClaimProver(g.ruleBook(), patience());
  const derived = once(() => withinTime(() => g.derive(prover, context, derivative)));
  if (!derived.result) return [nodes, `not found after ${ms(derived.ms)}`, '', '', ''];
  const { result, proof } = derived.result;
  const checked = once(() => {
    const checker = new g.Checker(g.ruleBook());
    const scope = g.Scope.root(context);
    checker.check(scope, proof.leftDefined, t.defined(derivative));
    checker.check(scope, proof.rightDefined, t.defined(result));
    checker.check(scope, proof.proof, t.eq(derivative, result));
  });
  const sampling = { seed: 1, runs: 1, maxSize: 2 };
  const evaluated = attempted(() => {
    const judge = new g.Judge(context, [result]);
    for (const model of new g.Sampler(context, [result], sampling).models()) judge.read(model, 0);
  });
  const printed = attempted(() => g.printUnicode(result, { context }));
  return [nodes, ms(derived.ms), ms(checked.ms), evaluated, printed];
}

function withinTime(run) {
  try {
    return run();
  } catch (error) {
    if (error.name === 'SearchExhausted') return undefined;
    throw error;
  }
}

function attempted(run) {
  try {
    return ms(once(run).ms);
  } catch (error) {
    return `fails: ${error.message.slice(0, 60)}`;
  }
}

/** J with C logits written out and the last target 1 minus the others, as SymPy and giac get it. */
function writtenOut(g, size) {
  const names = (letter) => Array.from({ length: size }, (_, k) => `${letter}${k}`);
  const targets = names('y').slice(0, -1);
  const all = [...targets, `(1 - (${targets.join(' + ')}))`];
  const total = `(${names('z')
    .map((z) => `exp(${z})`)
    .join(' + ')})`;
  const terms = all.map((y, k) => `${y}*log(exp(z${k})/${total})`);
  const claim = `diff(-(${terms.join(' + ')}), z0) == exp(z0)/${total} - y0`;
  const block = `real ${names('z').join(', ')}, ${targets.join(', ')}\nclaim it: ${claim}`;
  const read = once(() => g.parseDocument(new g.Arena(), `\`\`\`gradus\n${block}\n\`\`\`\n`));
  const [{ context: given, lines }] = read.result.claims;
  const { context, left, right } = g.lowerRelation(given, lines[0].term, lines[1].term);
  const prover = new g.ClaimProver(g.ruleBook(), patience());
  const proved = once(() => prover.prove(context, 'eq', left, right));
  if (!proved.result.found) return [size, ms(read.ms), `not found after ${ms(proved.ms)}`, ''];
  const checked = once(() => {
    const goal = context.arena.make('eq', [left, right]);
    new g.Checker(g.ruleBook()).check(g.Scope.root(context), proved.result.proof, goal);
  });
  return [size, ms(read.ms), ms(proved.ms), ms(checked.ms)];
}

export async function scale(dist) {
  const g = await engine(dist);
  const silu = (depth) => (t, arena) => {
    let h = t.sym('x');
    for (let k = 0; k < depth; k++) h = t.mul(h, arena.make('sigmoid', [h]));
    return h;
  };
  const heads = ['nodes', 'derive', 'check', 'evaluate', 'print'];
  table(
    'Shared composition, h ← h·sigmoid(h), depth d',
    ['d', ...heads],
    [...DEPTHS.map((depth) => [depth, ...differentiated(g, silu(depth))])],
  );
  const spine = (t, arena) => {
    let sum = t.sym('x');
    for (let k = 0; k < SPINE; k++)
      sum = t.add(sum, arena.make('sigmoid', [t.mul(t.num(k + 2), t.sym('x'))]));
    return sum;
  };
  table('A sum of 33,333 sigmoids', heads, [differentiated(g, spine)]);
  table(
    'C logits written out: ∂J/∂z0 = ŷ0 − y0',
    ['C', 'read', 'prove', 'check'],
    [...SIZES.map((size) => writtenOut(g, size))],
  );
}
