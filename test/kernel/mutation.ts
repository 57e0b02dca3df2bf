/** Certificates that were tampered with: every part of the format is changed, in every way. */
import type { Certificate } from '../../src/certificate/certificate.js';
import { ruleBook } from '../../src/rules/book.js';
import { isOperator, OPERATORS, type Operator } from '../../src/term/operator.js';

/** Plain JSON that a mutation may write to. */
// biome-ignore lint/suspicious/noExplicitAny: a mutation may put anything anywhere
type Loose = any;

/** A small generator of pseudo-random numbers, so that a failure names its seed. */
export function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export interface Mutation {
  readonly name: string;
  /** Changes the certificate in place; false when it has nothing of the kind. */
  readonly apply: (certificate: Loose, random: (below: number) => number) => boolean;
}

type Random = (below: number) => number;

const pick = <T>(list: readonly T[], random: Random): T | undefined =>
  list.length > 0 ? list[random(list.length)] : undefined;

const RULES = [...ruleBook().keys()];
const OPERATOR_NAMES = Object.keys(OPERATORS) as Operator[];
const REAL_KINDS = ['real', 'positive', 'nonneg', 'probability', 'unit'];
/** Kinds that leave no room for bounds. */
const ROW_KINDS = ['onehot', 'simplex', 'binary'];

/** Every object of the certificate that justifies something: table entries and steps. */
function reasons(certificate: Loose): Loose[] {
  const steps = (entry: Loose): Loose[] => entry.steps ?? [];
  return [...certificate.proofs, ...certificate.proofs.flatMap(steps), ...steps(certificate)];
}

const allSteps = (certificate: Loose): Loose[] => [
  ...(certificate.steps ?? []),
  ...certificate.proofs.flatMap((entry: Loose) => entry.steps ?? []),
];

const withField = (certificate: Loose, field: string): Loose[] =>
  reasons(certificate).filter((entry) => field in entry);

/** Another place of a table of this length. */
const other = (place: number, length: number, random: Random): number =>
  random(3) === 0 ? place + 1 : random(Math.max(1, length));

/** A mutation of one randomly chosen object. */
const on = (
  name: string,
  choose: (certificate: Loose) => readonly Loose[],
  change: (entry: Loose, random: Random, certificate: Loose) => void,
): Mutation => ({
  name,
  apply: (certificate, random) => {
    const entry = pick(choose(certificate), random);
    if (entry === undefined) return false;
    change(entry, random, certificate);
    return true;
  },
});

const termsOf = (test: (entry: Loose) => boolean) => (certificate: Loose) =>
  certificate.terms.filter(test);
const isNode = (entry: Loose): boolean => entry.length > 1 && typeof entry[1] === 'number';

export const MUTATIONS: readonly Mutation[] = [
  on(
    'another rule',
    (c) => withField(c, 'substitution'),
    (entry, random) => {
      entry.rule = pick(RULES, random);
    },
  ),
  on(
    'a rule of no book',
    (c) => withField(c, 'substitution'),
    (entry) => {
      entry.rule = `${entry.rule}-x`;
    },
  ),
  on('another kind of proof', reasons, (entry, random) => {
    entry.rule = pick(['algebra', 'syntax', 'unfold', 'declared', 'fact', 'chain'], random);
  }),
  on(
    'no reason',
    (c) => withField(c, 'rule'),
    (entry) => {
      for (const field of Object.keys(entry))
        if (!['direction', 'path', 'result', 'relation'].includes(field)) delete entry[field];
      entry.rule = 'syntax';
    },
  ),
  on(
    'a dropped condition',
    (c) => withField(c, 'conditions'),
    (entry) => {
      entry.conditions.pop();
    },
  ),
  on(
    'a forged condition',
    (c) => withField(c, 'conditions').filter((e) => e.conditions.length > 0),
    (entry, random, c) => {
      const i = random(entry.conditions.length);
      entry.conditions[i] = other(entry.conditions[i], c.proofs.length, random);
    },
  ),
  on(
    'an added condition',
    (c) => withField(c, 'conditions'),
    (entry, random, c) => {
      entry.conditions.push(random(Math.max(1, c.proofs.length)));
    },
  ),
  on(
    'a changed substitution',
    (c) => withField(c, 'substitution'),
    (entry, random, c) => {
      const name = pick(Object.keys(entry.substitution), random);
      if (name) entry.substitution[name] = other(entry.substitution[name], c.terms.length, random);
    },
  ),
  on(
    'an incomplete substitution',
    (c) => withField(c, 'substitution'),
    (entry, random) => {
      const name = pick(Object.keys(entry.substitution), random);
      if (name) delete entry.substitution[name];
    },
  ),
  on(
    'swapped substitutions',
    (c) => withField(c, 'substitution'),
    (entry, random) => {
      const [a, b] = [
        pick(Object.keys(entry.substitution), random),
        pick(Object.keys(entry.substitution), random),
      ];
      if (a && b)
        [entry.substitution[a], entry.substitution[b]] = [
          entry.substitution[b],
          entry.substitution[a],
        ];
    },
  ),
  on(
    'another hypothesis',
    (c) => withField(c, 'at'),
    (entry, random) => {
      entry.name = pick(['x.positive', 'y.sum', 'z.integer', 'theorem:forged', 'assume-1'], random);
    },
  ),
  on(
    'a hypothesis elsewhere',
    (c) => withField(c, 'at').filter((e) => e.at.length > 0),
    (entry, random, c) => {
      const i = random(entry.at.length);
      entry.at[i] = other(entry.at[i], c.terms.length, random);
    },
  ),
  on(
    'another fact',
    (c) => withField(c, 'index'),
    (entry, random) => {
      entry.index = random(6);
    },
  ),
  on(
    'an assumed nonzero',
    (c) => withField(c, 'nonzero'),
    (entry, random, c) => {
      if (entry.nonzero.length > 0 && random(2) === 0) entry.nonzero.pop();
      else entry.nonzero.push([random(c.terms.length), random(Math.max(1, c.proofs.length))]);
    },
  ),
  on(
    'another factor',
    (c) => withField(c, 'terms').filter((e) => e.rule === 'linear' && e.terms.length > 0),
    (entry, random) => {
      const term = entry.terms[random(entry.terms.length)];
      term[2] = pick(['-1', '2', '0', '1/2'], random);
    },
  ),
  on('the other direction', allSteps, (step) => {
    step.direction = step.direction === 'forward' ? 'backward' : 'forward';
  }),
  on(
    'a shorter path',
    (c) => allSteps(c).filter((s) => s.path.length > 0),
    (step) => {
      step.path.pop();
    },
  ),
  on('a longer path', allSteps, (step, random) => {
    step.path.push(random(3));
  }),
  on(
    'another path',
    (c) => allSteps(c).filter((s) => s.path.length > 0),
    (step, random) => {
      step.path[random(step.path.length)] = random(3);
    },
  ),
  on('another result', allSteps, (step, random, c) => {
    step.result = other(step.result, c.terms.length, random);
  }),
  on('an inequality for an equality', allSteps, (step, random) => {
    step.relation = pick(['le', 'lt'], random);
  }),
  {
    name: 'a dropped step',
    apply: (c, random) => {
      if (!c.steps?.length) return false;
      c.steps.splice(random(c.steps.length), 1);
      return true;
    },
  },
  {
    name: 'swapped steps',
    apply: (c, random) => {
      if (!(c.steps?.length > 1)) return false;
      const i = random(c.steps.length - 1);
      [c.steps[i], c.steps[i + 1]] = [c.steps[i + 1], c.steps[i]];
      return true;
    },
  },
  on(
    'a changed number',
    termsOf((e) => e[0] === 'num'),
    (entry, random) => {
      entry[1] = pick(['0', '1', '2', '-1', '1/2', '7'], random);
    },
  ),
  on(
    'another name',
    termsOf((e) => e[0] === 'sym'),
    (entry, random, c) => {
      const names = c.terms.filter((e: Loose) => e[0] === 'sym').map((e: Loose) => e[1]);
      entry[1] = pick([...names, '$0', '$1', '$5', '%0', 'unknown'], random);
    },
  ),
  on(
    'another bound index',
    termsOf((e) => e[0] === 'bound'),
    (entry, random) => {
      entry[1] = random(3);
    },
  ),
  on('another operator', termsOf(isNode), (entry, random) => {
    const arity = isOperator(entry[0]) ? OPERATORS[entry[0]].arity : 0;
    const like = OPERATOR_NAMES.filter((op) => OPERATORS[op].arity === arity);
    entry[0] = pick(like, random);
  }),
  on(
    'swapped arguments',
    termsOf((e) => isNode(e) && e.length > 2),
    (entry) => {
      [entry[1], entry[2]] = [entry[2], entry[1]];
    },
  ),
  on('another argument', termsOf(isNode), (entry, random, c) => {
    const i = 1 + random(entry.length - 1);
    entry[i] = Math.min(c.terms.indexOf(entry) - 1, other(entry[i], c.terms.length, random));
  }),
  on(
    'swapped sides',
    (c) => [c.claim],
    (claim) => {
      [claim.left, claim.right] = [claim.right, claim.left];
    },
  ),
  on(
    'another side',
    (c) => [c.claim],
    (claim, random, c) => {
      claim[random(2) === 0 ? 'left' : 'right'] = random(c.terms.length);
    },
  ),
  on(
    'another relation',
    (c) => [c.claim],
    (claim, random) => {
      claim.relation = pick(['eq', 'le', 'lt'], random);
    },
  ),
  on(
    'other proofs of having a value',
    (c) => [c.defined],
    (defined, random, c) => {
      defined[random(2)] = random(c.proofs.length);
    },
  ),
  on(
    'another kind',
    (c) => c.context.declarations,
    (declaration, random) => {
      declaration.kind = pick(
        'lower' in declaration ? REAL_KINDS : [...REAL_KINDS, ...ROW_KINDS],
        random,
      );
    },
  ),
  on(
    'another range',
    (c) => c.context.declarations,
    (declaration, random, c) => {
      const place = random(c.terms.length);
      const axis = pick<number[]>(declaration.axes, random);
      if (axis) axis[random(2)] = place;
      else if ('lower' in declaration) declaration[random(2) === 0 ? 'lower' : 'upper'] = place;
      else declaration.axes.push([0, place]);
    },
  ),
  {
    name: 'a dropped declaration',
    apply: (c, random) => {
      c.context.declarations.splice(random(c.context.declarations.length), 1);
      return true;
    },
  },
  {
    name: 'a dropped assumption',
    apply: (c) => c.context.assumptions.pop() !== undefined,
  },
  on(
    'another definition',
    (c) => c.context.definitions,
    (definition, random, c) => {
      definition.body = random(c.terms.length);
    },
  ),
  on(
    'a parameter more or less',
    (c) => c.context.definitions,
    (definition, random) => {
      if (random(2) === 0) definition.parameters.pop();
      else definition.parameters.push({ name: 'q', kind: 'real' });
    },
  ),
];

/** A copy with one mutation; undefined when it does not apply or changes nothing. */
export function mutate(
  certificate: Certificate,
  mutation: Mutation,
  seed: number,
): Loose | undefined {
  const copy = structuredClone(certificate);
  if (!mutation.apply(copy, generator(seed))) return undefined;
  return JSON.stringify(copy) === JSON.stringify(certificate) ? undefined : copy;
}
