import { describe, expect, it } from 'vitest';
import { crosscheck } from '../../src/crosscheck/crosscheck.js';
import { expressionText } from '../../src/crosscheck/expression.js';
import { instanceOf, Unsupported } from '../../src/crosscheck/instance.js';
import { parseDocument } from '../../src/language/document.js';
import { lowerRelation } from '../../src/language/lower.js';
import { sampleModels } from '../../src/numeric/sample.js';
import { Arena } from '../../src/term/term.js';

function coreOf(text: string) {
  const { claims, diagnostics } = parseDocument(new Arena(), `\`\`\`gradus\n${text}\n\`\`\``);
  const [left, right] = claims[0]?.lines ?? [];
  if (!claims[0] || !left || !right) throw new Error(JSON.stringify(diagnostics));
  return lowerRelation(claims[0].context, left.term, right.term);
}

/** The derivative on the left side, in the largest model of the first few. */
function writtenOut(text: string) {
  const { context, left } = coreOf(text);
  const models = sampleModels(context, { seed: 1, runs: 30, maxSize: 2 });
  const largest = models.filter(({ values }) => {
    const size = values.get('K');
    return size === undefined || (size.kind === 'exact' && size.q.n === 2n);
  })[0];
  if (!largest) throw new Error('no model');
  return instanceOf(context, largest, left);
}

const bodyOf = (text: string): string => expressionText(writtenOut(text).body);

describe('an instance of a derivative', () => {
  it('has its sums and products written out over numbered variables', () => {
    expect(bodyOf('size K\nreal z[K]\nclaim c: diff(sum(k in 1..K, exp(z[k])), z[1]) == 0')).toBe(
      '(exp(x1)+exp(x2))',
    );
    expect(bodyOf('size K\nreal z[K]\nclaim c: diff(prod(k in 1..K, z[k]), z[1]) == 0')).toBe(
      '(x1*x2)',
    );
  });

  it('has its definitions inserted and its deltas and conditions decided', () => {
    const text =
      'real x, y\nlet f(u) = u^2\nclaim c: diff(f(x) + [1 <= 2]*x + delta(1, 2)*y, x) == 0';
    expect(bodyOf(text)).toBe('(((x1^(2))+((1)*x1))+(0))');
  });

  it('gives no name of the document to another system', () => {
    const text = bodyOf('real import, evaluate\nclaim c: diff(import*evaluate, import) == 0');
    expect(text).toBe('(x1*x2)');
  });

  it('lists the variables of a second derivative from the inside out', () => {
    const { by } = writtenOut('real x, y\nclaim c: diff(x^2*y, x, y) == 0');
    expect(by).toEqual([0, 1]);
  });

  it.each(['relu(x)', 'max(x, y)', 'int(s in 0..1, s*x)', 'Phi(x)'])(
    'does not exist of %s',
    (body) => {
      expect(() => writtenOut(`real x, y\nclaim c: diff(${body}, x) == 0`)).toThrow(Unsupported);
    },
  );
});

describe('the crosscheck', () => {
  const ask = (text: string) => {
    const { context, left, right } = coreOf(text);
    return crosscheck(context, [left, right], 42);
  };

  it('says nothing of a claim without a derivative', async () => {
    expect(await ask('real x\nclaim c: x == x')).toBeUndefined();
  });

  it('finds both systems in agreement on a simple derivative', async () => {
    expect(await ask('real x\nclaim c: diff(x^3 + exp(2*x), x) == 0')).toMatchObject({
      mathjs: 'agree',
      nerdamer: 'agree',
    });
  });

  it('compares whatever the claim says of the derivative', async () => {
    const said = await ask(
      'size K\nreal z[K]\nclaim c: diff(sum(k, z[k]^2), z[1]) == 17'.replace(
        'sum(k,',
        'sum(k in 1..K,',
      ),
    );
    expect(said).toMatchObject({ mathjs: 'agree', nerdamer: 'agree' });
    expect(said?.instances).toBeGreaterThan(2);
  });

  it('has mathjs agree on softmax cross-entropy, and nerdamer wrong', async () => {
    const said = await ask(`size n, C
index i in 1..n, c in 1..C, a in 1..n, b in 1..C
real z[n, C]
onehot y[n, C]
let yhat[i,c] = exp(z[i,c]) / sum(k in 1..C, exp(z[i,k]))
let J = -sum(i, sum(c, y[i,c]*log(yhat[i,c])))
claim g: diff(J, z[a,b]) == yhat[a,b] - y[a,b]`);
    expect(said).toMatchObject({ mathjs: 'agree', nerdamer: 'disagree' });
  });

  it('calls unsupported what cannot be written out', async () => {
    expect(await ask('real x, y\nclaim c: diff(max(x, y), x) == 1')).toEqual({
      instances: 0,
      mathjs: 'unsupported',
      nerdamer: 'unsupported',
    });
  });
});
