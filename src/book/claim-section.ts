/** A claim of a document with its verdict and its derivation, all of it open for readers without scripts. */
import type { CheckedClaim } from '../document/check-claim.js';
import { remarks, summary } from '../document/render-claim.js';
import { type ClaimReport, isAsExpected, type StepReport } from '../document/report.js';
import { count } from '../document/verdict-text.js';
import type { Claim } from '../language/claim.js';
import { printUnicode } from '../language/print-unicode.js';
import type { Known } from '../language/speak-formula.js';
import type { Term } from '../term/term.js';
import { htmlInline, htmlText } from '../transcript/prose-html.js';
import { displayEquation, displayFormula, proseMath, type Statement } from './formula.js';
import { type BookLine, type Derivation, derivationOf, type ElementaryStep } from './lines.js';
import { type Reason, reasonOfStep, reasonsOf, replacementOf } from './why.js';

export interface ClaimPlace {
  /** The claim's name in addresses. */
  readonly id: string;
  /** Level of its heading. */
  readonly level: number;
  /** The address of a rule. */
  readonly rule: (id: string) => string;
  /** The address of the page of what another checker accepted. */
  readonly theorems: string;
}

const MARKS = { proved: '✓', tested: '≈', refuted: '✗', error: '!' } as const;

/** What a claim's frame looks like: as good as proved when it is what its author says. */
export const lookOf = ({ report }: CheckedClaim): keyof typeof MARKS =>
  isAsExpected(report) ? 'proved' : report.verdict;

export const markOf = (look: keyof typeof MARKS): string =>
  `<span aria-hidden="true">${MARKS[look]}</span>`;

export function claimSection(checked: CheckedClaim, place: ClaimPlace): string {
  const { report } = checked;
  const { id, level } = place;
  const derivation = derivationOf(checked);
  const look = lookOf(checked);
  const isWritten = derivation?.lines[0]?.report.line !== undefined;
  const using = report.using?.map((one) => `<li>${htmlText(one)}</li>`) ?? [];
  const given = report.given?.map((one) => `<li>${htmlText(one)}</li>`) ?? [];
  return [
    `<section class="claim ${look}" id="${id}" aria-labelledby="${id}-name">`,
    `<h${level} id="${id}-name" class="claim-name">${htmlText(report.name)}</h${level}>`,
    `<p class="verdict">${markOf(look)} ${htmlText(summary(report))}</p>`,
    ...acceptance(report, place),
    ...(given.length > 0 ? [`<p>Supposed:</p><ul>${given.join('')}</ul>`] : []),
    ...(isWritten ? [] : [statement(checked)]),
    ...(derivation ? [derivationList(derivation, place)] : []),
    ...remarks(report).map((remark) => `<p class="remark">${htmlText(remark)}</p>`),
    ...(using.length > 0 ? [`<p>It uses:</p><ul>${using.join('')}</ul>`] : []),
    '</section>',
  ].join('\n');
}

/** That another checker accepts it, with what that has proved behind a link. */
function acceptance({ rechecked = [] }: ClaimReport, { theorems }: ClaimPlace): string[] {
  const [first] = rechecked;
  if (!first) return [];
  const many = rechecked.length > 1 ? `, in ${count(rechecked.length, 'theorem')}` : '';
  return [
    `<p class="verdict">${markOf('proved')} <a href="${theorems}#${first.theorem}">Accepted by ${first.by}</a>${many}</p>`,
  ];
}

/** What is claimed, where the lines of the derivation do not begin and end with it. */
function statement({ claim }: CheckedClaim): string {
  const whole = statementOf(claim);
  return whole ? displayEquation(claim.context, whole) : '';
}

/** What a claim says as a whole: of a calculation, what follows from all its lines. */
export function statementOf({ lines }: Claim): Statement | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return undefined;
  const signs = lines.map(({ relation }) => relation);
  const sign = (['gt', 'ge', 'lt', 'le'] as const).find((one) => signs.includes(one)) ?? 'eq';
  return [first.term, sign, last.term];
}

function derivationList({ start, lines }: Derivation, place: ClaimPlace): string {
  const items = lines.map((line, k) => stepItem(line, `${place.id}-step-${k + 1}`, place));
  return [
    `<div class="derivation" data-name="${place.id}">`,
    displayFormula(start),
    `<ol class="steps">\n${items.join('\n')}\n</ol>`,
    '</div>',
  ].join('\n');
}

function stepItem({ formula, report, inside }: BookLine, id: string, place: ClaimPlace): string {
  const reasons = reasonsOf(inside);
  return [
    `<li id="${id}" class="step${report.verdict === 'proved' ? '' : ` ${report.verdict}`}">`,
    `<p class="reason">${titleOfStep(report, formula)}</p>`,
    displayFormula(formula),
    ...(reasons.length > 0 ? [why(reasons, report.title ?? '', place)] : []),
    ...(inside.length > 1 ? [unfolded(inside)] : []),
    '</li>',
  ].join('\n');
}

const UNPROVED = {
  proved: '',
  tested: 'Tested, not proved',
  refuted: 'Refuted',
  error: 'Not decided',
};

function titleOfStep({ title, titleLatex, rule, verdict }: StepReport, known: Known): string {
  if (titleLatex !== undefined) return htmlInline(titleLatex, proseMath(known));
  return htmlText(title ?? (verdict === 'proved' ? (rule ?? '') : UNPROVED[verdict]));
}

/** Open where there is no script to open it. */
const why = (reasons: readonly Reason[], title: string, place: ClaimPlace): string =>
  [
    '<details class="why" open><summary>Why?</summary>',
    ...reasons.map((reason) => reasonText(reason, title, place)),
    '</details>',
  ].join('\n');

/** A reason that the step has for its title is not said again. */
function reasonText(
  { rule, title, conditions }: Reason,
  said: string,
  { rule: address }: ClaimPlace,
): string {
  const link = rule ? ` <a href="${address(rule)}">${rule}</a>` : '';
  const words = rule && title === said ? 'By' : htmlText(title);
  const items = shownTogether(conditions).map(
    ([shown, texts]) => `<li>${texts.map(htmlText).join('; ')} <small>— ${htmlText(shown)}</small>`,
  );
  const list = items.length > 0 ? `<ul>${items.join('')}</ul>` : '';
  return `<p>${words}${link}</p>${list}`;
}

/** Conditions that were shown in the same way are told of together. */
function shownTogether(conditions: Reason['conditions']): [string, string[]][] {
  const found = new Map<string, string[]>();
  for (const { text, shown } of conditions) found.set(shown, [...(found.get(shown) ?? []), text]);
  return [...found].map(([shown, texts]) => [shown, unmentioned(texts)]);
}

const UNMENTIONED = /^(.*) does not mention (.*)$/;

/** `i does not mention z` and `c does not mention z` as one sentence. */
function unmentioned(texts: readonly string[]): string[] {
  const subjects = new Map<string, string[]>();
  const others = texts.filter((text) => {
    const [, subject, object] = UNMENTIONED.exec(text) ?? [];
    if (subject === undefined || object === undefined) return true;
    subjects.set(object, [...(subjects.get(object) ?? []), subject]);
    return false;
  });
  const sentences = [...subjects].map(
    ([object, [first, ...more]]) =>
      `${[first, ...more].join(', ')} ${more.length > 0 ? 'do' : 'does'} not mention ${object}`,
  );
  return [...others, ...sentences];
}

const SIGNS = { eq: '=', le: '≤', lt: '&lt;' };

/**
 * The small steps are many: each is one line of text that says what it puts in place of what. The
 * rules that it names are those of the reasons above, which lead to them.
 */
function unfolded(inside: readonly ElementaryStep[]): string {
  let last = '';
  const items = inside.map((elementary) => {
    const { context, step } = elementary;
    const { before, after } = replacementOf(elementary);
    const { rule, title } = reasonOfStep(elementary);
    const show = (term: Term): string => htmlText(printUnicode(term, { context }));
    const [from, to] = [show(before), show(after)];
    // What begins with what the step before ended with goes on from there.
    const made = `${from === last ? '' : `${from} `}${SIGNS[step.relation]} ${to}`;
    last = to;
    return `<li>${rule ?? htmlText(title)} <samp>${made}</samp>`;
  });
  return [
    `<details class="inside" open><summary>${count(inside.length, 'elementary step')}</summary>`,
    `<ol>${items.join('\n')}</ol>`,
    '</details>',
  ].join('\n');
}
