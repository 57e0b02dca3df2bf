/** Documents as nobody writes them: random bytes, soups of tokens, and real ones with damage. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

const ROOT = new URL('../../', import.meta.url);

/** The project's own documents, in a fixed order. */
function ownDocuments(): string[] {
  const folders = ['proofs/', 'proofs/refuted/', 'test/numeric/'];
  const paths = folders.flatMap((folder) =>
    readdirSync(new URL(folder, ROOT))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => folder + name),
  );
  return paths.map((path) => readFileSync(new URL(path, ROOT), 'utf8'));
}

/** Pieces of documents short enough to be read thousands of times. */
function passages(): string[] {
  return ownDocuments()
    .flatMap((text) => text.split(/^(?=#)/m))
    .map((text) => text.slice(0, 4_000))
    .filter((text) => text.includes('```'));
}

const WORDS = [
  ...'size real positive nonneg unit simplex closed onehot binary label integer index in let'.split(
    ' ',
  ),
  ...'assume forall convention claim calc refute by function smooth spd symmetric where and or'.split(
    ' ',
  ),
  ...'sum prod max min exp log sqrt abs diff int argmin array delta if sigmoid softmax pi inf'.split(
    ' ',
  ),
  ...['n', 'C', 'x', 'y', 'z', 'k', 'i', 'c', "c'", 'ŷ', 'constructor', '__proto__', 'toString'],
  ...['(', ')', '[', ']', '{', '}', ',', ';', ':', '..', '.', '+', '-', '*', '/', '^', "'", '|'],
  ...[
    '=',
    '==',
    '<=',
    '>=',
    '<',
    '>',
    '!=',
    '=>',
    '0',
    '1',
    '2',
    '1/2',
    '1e-9',
    '9^9^9',
    '0*log(0)',
  ],
  ...[
    '\n',
    '\n',
    '\n  ',
    '\n== ',
    '```',
    '```gradus',
    '$$',
    '\\[',
    '\\]',
    '\\frac',
    '\\sum_',
    '&',
    '\\\\',
  ],
  ...[
    '<!--',
    '-->',
    '<!-- gradus',
    '# ',
    '\u0000',
    '\u202e',
    '\ud83d',
    '𝔼',
    '−',
    '≤',
    'Σ',
    '\t',
    '\r\n',
  ],
];

const words = fc.constantFrom(...WORDS);
const fenced = (body: string): string => `\`\`\`gradus\n${body}\n\`\`\`\n`;

const bytes = fc.uint8Array({ maxLength: 300 }).map((data) => Buffer.from(data).toString('latin1'));
const unicode = fc.string({ unit: 'binary', maxLength: 200 });
const soup = fc
  .tuple(fc.array(words, { maxLength: 60 }), fc.constantFrom('', ' '))
  .map(([tokens, space]) => tokens.join(space));

/** Brackets, minus signs and binders opened many times over. */
const nested = fc
  .tuple(
    fc.constantFrom('(', '-', 'exp(', '[', 'sum(k in 1..n, ', 'x^', 'not ', '{', '"', 'if(', 'x['),
    fc.integer({ min: 1, max: 2_000 }),
    fc.constantFrom('', 'x', ')'),
  )
  .map(([piece, times, end]) => `real x\nsize n\nclaim a: ${piece.repeat(times)}${end} == 0`);

/** One change of a text, at places given as shares of its length. */
const damage = fc.record({
  kind: fc.constantFrom('delete', 'repeat', 'insert', 'swap', 'word', 'flip', 'line'),
  from: fc.nat(999),
  length: fc.nat(40),
  to: fc.nat(999),
  token: words,
});

type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(text: string, { kind, from, length, to, token }: Damage): string {
  const a = Math.floor((text.length * from) / 1000);
  const b = Math.floor((text.length * to) / 1000);
  const piece = text.slice(a, a + length);
  const insert = (at: number, what: string): string => text.slice(0, at) + what + text.slice(at);
  switch (kind) {
    case 'delete':
      return text.slice(0, a) + text.slice(a + length);
    case 'repeat':
      return insert(a, piece.repeat(3));
    case 'swap':
      return insert(b, piece);
    case 'insert':
      return insert(a, token);
    case 'flip':
      return text.slice(0, a) + String.fromCharCode((length * 7919) % 65_536) + text.slice(a + 1);
    case 'word': {
      const parts = text.split(/(\w+)/);
      const at = Math.floor((parts.length * from) / 1000);
      return parts.with(at, token).join('');
    }
    default: {
      const lines = text.split('\n');
      return lines.toSpliced(Math.floor((lines.length * from) / 1000), 1 + (length % 3)).join('\n');
    }
  }
}

/** Any text at all that someone might hand in as a document. */
export function hostileText(): fc.Arbitrary<string> {
  const wrecks = fc
    .tuple(fc.constantFrom(...passages()), fc.array(damage, { minLength: 1, maxLength: 4 }))
    .map(([text, changes]) => changes.reduce(damaged, text));
  return fc.oneof(
    { weight: 1, arbitrary: bytes },
    { weight: 1, arbitrary: unicode },
    { weight: 1, arbitrary: soup },
    { weight: 4, arbitrary: soup.map(fenced) },
    { weight: 1, arbitrary: nested.map(fenced) },
    { weight: 8, arbitrary: wrecks },
  );
}
