/** Turns an entry of the corpus of claims into a document of the language. */

interface Symbol {
  readonly name: string;
  readonly kind: string;
  readonly shape?: readonly string[];
  readonly base?: number;
  readonly range?: readonly [string, string];
  readonly min?: number;
  readonly max?: number;
  readonly assumptions?: readonly string[];
}

export interface Entry {
  readonly id: string;
  readonly setup: readonly Symbol[];
  readonly assumptions?: readonly string[];
  readonly conventions?: readonly string[];
  readonly definitions: readonly { lhs: string; rhs: string; over?: Record<string, string> }[];
  readonly claim: {
    readonly kind: 'equal' | 'gradient' | 'leq' | 'argmin-same';
    readonly lhs: string;
    readonly rhs: string;
    readonly wrt?: string | readonly string[];
    readonly lhsSense?: string;
    readonly rhsSense?: string;
  };
  readonly truth: boolean;
}

const KINDS: Readonly<Record<string, string>> = {
  simplexClosed: 'closed simplex',
  onehotOrZero: 'onehot or zero',
};

function declarationOf(symbol: Symbol): string {
  const { name, kind, shape = [], base = 0, range, min, max } = symbol;
  const axes = shape.map((size) => (base === 1 ? size : `0..(${size})-1`));
  const head = `${KINDS[kind] ?? kind} ${name}${axes.length > 0 ? `[${axes.join(', ')}]` : ''}`;
  if (range && kind === 'integer') return `${head} in [${range.join(', ')}]`;
  if (range) return `${head} in ${range.join('..')}`;
  if (kind === 'size') return min === undefined ? head : `${head} >= ${min}`;
  if (min !== undefined && max !== undefined) return `${head} in [${min}, ${max}]`;
  return head;
}

function definitionOf({ lhs, rhs, over = {} }: Entry['definitions'][number]): string {
  const head = lhs.replace(/\[(.*)\]$/, (_, list: string) => {
    const names = list.split(',').map((name) => name.trim());
    return `[${names.map((name) => `${name} in ${over[name]}`).join(', ')}]`;
  });
  return `let ${head} = ${rhs}`;
}

function claimOf({ claim }: Entry): string {
  const { lhs, rhs, wrt, lhsSense = 'min', rhsSense = 'min' } = claim;
  const variables = Array.isArray(wrt) ? wrt : [wrt];
  const target = variables.length === 1 ? variables[0] : `(${variables.join(', ')})`;
  switch (claim.kind) {
    case 'equal':
      return `${lhs} == ${rhs}`;
    case 'leq':
      return `${lhs} <= ${rhs}`;
    case 'gradient':
      return `diff(${lhs}, ${wrt}) == ${rhs}`;
    case 'argmin-same':
      return `arg${lhsSense}(${target}, ${lhs}) == arg${rhsSense}(${target}, ${rhs})`;
  }
}

export function documentOf(entry: Entry): string {
  const assumptions = [...(entry.assumptions ?? []), ...entry.setup.flatMap((s) => s.assumptions ?? [])];
  const lines = [
    ...entry.setup.map(declarationOf),
    ...(entry.conventions ?? []).map(() => 'convention 0*log(0) = 0'),
    ...entry.definitions.map(definitionOf),
    ...assumptions.map((text) => `assume ${text}`),
    `claim it: ${claimOf(entry)}`,
  ];
  return `\`\`\`gradus\n${lines.join('\n')}\n\`\`\`\n`;
}
