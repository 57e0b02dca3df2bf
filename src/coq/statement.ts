/**
 * The statement of a theorem, from the claim and its context alone: for all values of the declared
 * symbols, under the context's hypotheses, the sides have values and are related. What a proof
 * says is never looked at here.
 */
import type { Statement } from '../kernel/theorem.js';
import { arg, type Term } from '../term/term.js';
import { ClaimDialect } from './claim-dialect.js';
import type { Definitions } from './definitions.js';
import { bare, type TermPrinter } from './dialect.js';
import { freshName, hypothesisIdentifier } from './identifiers.js';

export interface TheoremStatement {
  readonly dialect: ClaimDialect;
  readonly printer: TermPrinter;
  /** The names of symbols and hypotheses, as a proof introduces them. */
  readonly introduced: readonly string[];
  /** By name, the hypothesis's name in Coq. */
  readonly hypotheses: ReadonlyMap<string, string>;
  /** `forall … , hypothesis -> … ->`, the same for each of the following. */
  readonly given: string;
  readonly leftOk: string;
  readonly rightOk: string;
  /** left = right, or ≤ or <. */
  readonly related: string;
  /** The same with `is_derive`, where the left side is a derivative. */
  readonly derivative?: string;
}

const SIGNS = { eq: '=', le: '<=', lt: '<' } as const;

/** The statement of a claim. Throws NotExportable. */
export function theoremStatement(statement: Statement, definitions: Definitions): TheoremStatement {
  const { context, relation, left, right } = statement;
  const dialect = new ClaimDialect(context, definitions);
  const root = dialect.printer();
  const taken = new Set(root.names.taken);
  const hypotheses = new Map<string, string>();
  const assumed: string[] = [];
  for (const { name, proposition } of context.hypotheses.values()) {
    const own = freshName(hypothesisIdentifier(name), taken);
    taken.add(own);
    hypotheses.set(name, own);
    if (!name.startsWith('theorem:')) assumed.push(`  ${root.prop(proposition)} ->\n`);
  }
  const printer = root.with({ taken });
  const symbols = [...context.declarations.keys()].map((name) => dialect.symbol(name));
  const binders = [...context.declarations.keys()].map(
    (name) => `(${dialect.symbol(name)} : ${dialect.type(name)})`,
  );
  const quantified = binders.length > 0 ? `forall ${binders.join(' ')},\n` : '';
  const introduced = [
    ...symbols,
    ...[...hypotheses].flatMap(([name, own]) => (name.startsWith('theorem:') ? [] : [own])),
  ];
  return {
    dialect,
    printer,
    introduced,
    hypotheses,
    given: `${quantified}${assumed.join('')}`,
    leftOk: bare(printer.ok(left)),
    rightOk: bare(printer.ok(right)),
    related: `${printer.value(left)} ${SIGNS[relation]} ${printer.value(right)}`,
    ...(relation === 'eq' && left.op === 'diff'
      ? { derivative: derivativeText(dialect, printer, left, right) }
      : {}),
  };
}

/** `is_derive (fun t => …) point value`, with the symbol written out as it is varied. */
function derivativeText(dialect: ClaimDialect, p: TermPrinter, left: Term, right: Term): string {
  const target = arg(left, 1);
  const indices: string[] = [];
  let base = target;
  for (; base.op === 'at'; base = arg(base, 0)) indices.unshift(p.value(arg(base, 1)));
  const { name, inside } = p.fresh('t');
  const point = dialect.symbol(base.name);
  const varied =
    indices.length === 0 ? name : `(upd${indices.length} ${point} ${indices.join(' ')} ${name})`;
  const symbols = new Map([...inside.names.symbols, [base.name, varied]]);
  const body = bare(inside.with({ symbols }).value(arg(left, 0)));
  return `is_derive (fun ${name} => ${body}) ${p.value(target)} ${p.value(right)}`;
}
