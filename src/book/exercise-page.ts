/**
 * The page of the exercises on a document: what there is to do on each of its claims. What an
 * exercise asks is in a script beside the page, one a claim.
 */
import type { CheckedDocument } from '../document/check.js';
import { count } from '../document/verdict-text.js';
import { exercisesOn } from '../exercise/exercises-on.js';
import type { Known } from '../language/speak-formula.js';
import { htmlInline, htmlText } from '../transcript/prose-html.js';
import { statementOf } from './claim-section.js';
import { claimIds } from './document-page.js';
import { type ClaimTasks, claimTasks } from './exercise-tasks.js';
import { bookMath, proseMath, spokenStatement, wide } from './formula.js';
import { htmlPageWith, type Link, SCRIPT_HEAD } from './page.js';

/** The exercises on one claim. */
interface ClaimSet {
  readonly id: string;
  readonly name: string;
  readonly latex: string;
  /** What is claimed, in words. */
  readonly label: string | undefined;
  readonly tasks: ClaimTasks;
}

export interface ExerciseSet {
  /** What the letters of the document mean. */
  readonly known: Known;
  readonly claims: readonly ClaimSet[];
  readonly total: number;
}

/** Up to `most` exercises of each kind on each proved claim. */
export function exerciseSet({ claims, document }: CheckedDocument, most: number): ExerciseSet {
  const ids = claimIds(claims);
  const sets = claims.flatMap((checked, k): ClaimSet[] => {
    const exercises = most > 0 ? exercisesOn(checked, most) : [];
    const { name, latex } = checked.report;
    const whole = statementOf(checked.claim);
    const label = whole ? spokenStatement(checked.claim.context, whole) : undefined;
    const id = ids[k] ?? '';
    return exercises.length > 0
      ? [{ id, name, latex, label, tasks: claimTasks(id, exercises) }]
      : [];
  });
  const total = sets.reduce((sum, { tasks }) => sum + tasks.tasks.length, 0);
  return { known: document.background, claims: sets, total };
}

/** Where the page and its scripts are. */
export interface ExercisePlace {
  /** The path of the page, relative to the folder of the book, and what leads to that folder. */
  readonly page: string;
  readonly root: string;
  /** The title of the document, and the address of its page seen from this one. */
  readonly title: string;
  readonly chapter: string;
  /** The address of the script with the document, without its ending. */
  readonly document: string;
  readonly links: readonly Link[];
}

/** The page, and the scripts beside it, by their paths. */
export function exerciseFiles(set: ExerciseSet, place: ExercisePlace): Map<string, string> {
  const pieces = set.claims.flatMap(({ tasks }) => tasks.pieces);
  const { html, later } = htmlPageWith(
    {
      title: `Exercises: ${place.title}`,
      body: bodyOf(set, place),
      links: place.links,
      scripts: ['wide', 'load', 'exercise'],
      root: place.root,
      document: place.document,
    },
    pieces,
  );
  const files = new Map([[place.page, html]]);
  let next = 0;
  for (const [k, { id, tasks }] of set.claims.entries()) {
    const styled = later.slice(next, next + tasks.pieces.length);
    next += tasks.pieces.length;
    const content = JSON.stringify({ exercises: tasks.exercises, pieces: styled });
    files.set(
      `${scriptOf(place.page, k)}.js`,
      `${SCRIPT_HEAD}\ngradus.exercises(${JSON.stringify(id)}, ${content});\n`,
    );
  }
  return files;
}

/** The path of a claim's script, without its ending; a name may be too long for a file. */
const scriptOf = (page: string, k: number): string => `${page.replace(/\.html$/, '')}/${k + 1}`;

/** What leads to the exercises, at the end of the page of a document. */
export const exerciseLink = (address: string, total: number): string =>
  [
    '<section aria-labelledby="exercises"><h2 id="exercises">Exercises</h2>',
    `<p><a href="${address}">${count(total, 'exercise')} on the derivations of this page</a>: fill in a line, find a wrong step, name a rule.</p></section>`,
  ].join('\n');

function bodyOf(set: ExerciseSet, place: ExercisePlace): string {
  const sections = set.claims.map((claim, k) => claimSection(claim, k, place));
  return [
    `<h1>Exercises: ${htmlInline(place.title, proseMath(set.known))}</h1>`,
    `<p>${count(set.total, 'exercise')} on the derivations of <a href="${place.chapter}">this chapter</a>. Answers are judged in this page, by the checker that proved the derivations; nothing is sent anywhere.</p>`,
    '<noscript><p>The exercises need a browser that runs scripts.</p></noscript>',
    `<p id="progress" hidden></p>`,
    ...sections,
  ].join('\n');
}

function claimSection(
  { id, name, latex, label, tasks }: ClaimSet,
  k: number,
  { page, chapter }: ExercisePlace,
): string {
  const script = scriptOf(page, k).split('/').map(encodeURIComponent).join('/');
  const items = tasks.tasks.map(
    (task) =>
      `<li><button type="button" id="${task.id}" data-key="${task.key}">${task.title}</button> <span class="done" hidden>✓ done</span></li>`,
  );
  return [
    `<section class="claim proved exercises" aria-labelledby="${id}-name" data-claim="${id}" data-script="${script}">`,
    `<h2 id="${id}-name" class="claim-name"><a href="${chapter}#${encodeURIComponent(id)}">${htmlText(name)}</a></h2>`,
    wide(bookMath(latex, { isDisplay: true, label, isOurs: true })),
    `<ul class="tasks" hidden>${items.join('')}</ul>`,
    '<div class="task"></div>',
    '</section>',
  ].join('\n');
}
