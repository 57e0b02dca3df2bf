/** Checks one relation of a claim: a line against an earlier one. */
import type { Claim, Line } from '../language/claim.js';
import { LanguageError } from '../language/language-error.js';
import { ArenaFull, type Term } from '../term/term.js';
import { certificateName } from './certificate-name.js';
import { type CoreClaim, coreClaim } from './core-claim.js';
import { judgeRecalled } from './judge-recalled.js';
import type { Lemmas } from './lemmas.js';
import type { Settings } from './options.js';
import { checkReasons } from './reasons.js';
import type { Place } from './recall.js';
import {
  type Judged,
  judgeByNumbers,
  judgeRefuted,
  judgeRelation,
  judgeStored,
} from './relation.js';
import type { RelationReport } from './report.js';

/** A relation of a claim after its check, with what was proved. */
export interface CheckedRelation {
  /** The number of the line that it begins with, from 0. */
  readonly from: number;
  readonly before: Line;
  readonly line: Line;
  readonly report: RelationReport;
  /** Absent when the two sides do not fit together. */
  readonly judged?: Judged;
}

/** Checks the line `to` of a claim against the line `from`, both counted from 0. */
export async function checkRelation(
  claim: Claim,
  from: number,
  to: number,
  settings: Settings,
  lemmas: Lemmas,
  milliseconds: number,
): Promise<CheckedRelation> {
  const [before, line] = [claim.lines[from] as Line, claim.lines[to] as Line];
  let core: CoreClaim;
  try {
    core = coreClaim(claim.context, before, line);
  } catch (error) {
    if (!(error instanceof LanguageError) && !(error instanceof ArenaFull)) throw error;
    return { from, before, line, report: { verdict: 'error', error: error.message } };
  }
  const { witness } = settings;
  const about = [...(endsOf(claim) ?? [core.left, core.right]), ...stepsOf(claim, core)];
  // A formula may be one line that is a whole derivation.
  const form = claim.isFormula ? 'claim' : claim.form;
  const task = { form, by: line.by, lemmas, about, ...(witness ? { witness } : {}) };
  const place = { claim: claim.name, from, to };
  const judged = await judge(
    core,
    task,
    settings,
    milliseconds,
    certificateName(claim, line),
    place,
  );
  return {
    from,
    before,
    line,
    report: checkReasons(claim, line, judged, lemmas, settings.strict),
    judged,
  };
}

/** By what is stored or kept where this is asked for, else by search and numbers. */
async function judge(
  core: CoreClaim,
  task: Parameters<typeof judgeRelation>[1],
  settings: Settings,
  milliseconds: number,
  name: string,
  place: Place,
): Promise<Judged> {
  const kept = settings.recall?.at(place);
  if (kept === 'refuted') return judgeRefuted(core, task, settings, milliseconds);
  if (kept) return judgeRecalled(core, kept, task, settings);
  if (!settings.store) return judgeRelation(core, task, settings, milliseconds);
  if (task.form === 'refute') return judgeByNumbers(core, settings, milliseconds);
  return judgeStored(core, settings.store, name, task.about, settings);
}

/** The steps by which defined quantities are varied: each is 0, and so restricts no model. */
const stepsOf = ({ context }: Claim, core: CoreClaim): Term[] =>
  [...core.context.declarations.values()]
    .filter(({ name, kind }) => kind === 'real' && !context.declarations.has(name))
    .map(({ name }) => context.arena.sym(name));

/** The two ends of a calculation in core form; undefined of other claims, and where they clash. */
function endsOf({ form, context, lines }: Claim): Term[] | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  if (form !== 'calc' || !first || !last) return undefined;
  try {
    const { left, right } = coreClaim(context, first, last);
    return [left, right];
  } catch (error) {
    if (error instanceof LanguageError) return undefined;
    throw error;
  }
}
