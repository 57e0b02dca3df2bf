/** A folder of documents as a book: checks each and makes the pages, in reading order. */
import { basename, posix, relative, resolve, sep } from 'node:path';
import { examineDocument } from '../document/check.js';
import { readDocument } from '../document/check-file.js';
import { findDocuments, InputError } from '../document/find.js';
import type { CheckOptions } from '../document/options.js';
import { type Recheck, withRechecked } from '../document/recheck.js';
import type { FileReport } from '../document/report.js';
import { relativeAddress } from './address.js';
import { type Addresses, claimIds, documentBody, titleOfDocument } from './document-page.js';
import { documentScript } from './document-script.js';
import {
  type ExercisePlace,
  type ExerciseSet,
  exerciseFiles,
  exerciseLink,
  exerciseSet,
} from './exercise-page.js';
import { withFonts } from './fonts.js';
import { type Chapter, indexBody } from './index-page.js';
import { katexScript } from './katex-script.js';
import { htmlPage, type Link, SCRIPT_HEAD, scriptBeside } from './page.js';
import { playgroundBody } from './playground-page.js';
import {
  RULES,
  type RuleChapter,
  ruleChapterBody,
  ruleChapters,
  ruleChapterTitle,
  rulesBody,
} from './rules-page.js';
import { PROOFS, THEOREMS, theoremsBody } from './theorems-page.js';

const INDEX = 'index.html';
const PLAYGROUND = 'playground.html';
/** Exercises of each kind on a derivation, unless it is said how many. */
const EXERCISES = 2;

export interface Book {
  /** The text of each page, by its path relative to the folder of the book. */
  readonly pages: ReadonlyMap<string, string>;
  /** The scripts beside the pages, in the same way: what a page loads when its reader asks for it. */
  readonly scripts: ReadonlyMap<string, string>;
  /** The files that another checker accepted, where one was asked. */
  readonly proofs: ReadonlyMap<string, string>;
  readonly reports: readonly FileReport[];
}

export interface BookOptions extends CheckOptions {
  /** Most exercises of each kind on each derivation; none where it is 0. */
  readonly exercises?: number;
  /** Has another checker look at all proofs; the pages then say what it accepts. */
  readonly recheck?: Recheck;
  /** Called when the check of a document is done. */
  readonly onFile?: (report: FileReport) => void;
}

/**
 * The book of the documents in a folder. Throws InputError when there is no such folder or no
 * document in it, and the error of node:fs for a file that cannot be read.
 */
export async function makeBook(folder: string, options: BookOptions = {}): Promise<Book> {
  const { onFile, recheck, exercises = EXERCISES, ...settings } = options;
  const documents = await findDocuments([folder]);
  if (documents[0] === folder)
    throw new InputError(folder, 'this is a file', 'a book is made of a folder of documents');
  const paths = documents.map((path) => relative(folder, path).split(sep).join('/'));
  const addresses = addressesOf(paths);
  const read: Chapter[] = [];
  const sets: ExerciseSet[] = [];
  for (const [k, document] of documents.entries()) {
    const path = paths[k] as string;
    const text = await readDocument(document);
    const checked = await examineDocument(text, document, settings);
    if ((await readDocument(document)) !== text)
      throw new InputError(document, 'this document changed while it was checked', 'try again');
    onFile?.(checked.report);
    read.push({ path, page: addresses.pages.get(path) as string, checked });
    sets.push(exerciseSet(checked, exercises));
  }
  const rechecked = await recheck?.(read);
  const chapters = rechecked
    ? read.map((each) => ({ ...each, checked: withRechecked(each.checked, rechecked) }))
    : read;
  const title = basename(resolve(folder));
  const places = exercisePlaces(chapters, sets);
  const files = sets.flatMap((set, k) => [...(places[k] ? exerciseFiles(set, places[k]) : [])]);
  const isPage = ([path]: readonly [string, string]): boolean => path.endsWith('.html');
  const bare: [string, string][] = [
    [INDEX, indexPage(title, chapters)],
    [RULES, rulesPage()],
    ...ruleChapters().map(({ page }, k): [string, string] => [page, ruleChapterPage(k)]),
    [PLAYGROUND, playgroundPage()],
    ...(rechecked ? [[THEOREMS, theoremsPage(chapters)] as [string, string]] : []),
    ...chapters.map(({ page }, k): [string, string] => [
      page,
      chapterPage(chapters, k, addresses, sets[k]?.total ?? 0, places[k]?.page),
    ]),
    ...files.filter(isPage),
  ];
  const pages = new Map<string, string>();
  for (const [page, html] of bare) pages.set(page, await withFonts(html, laterOn(page, files)));
  const scripts = new Map([
    ['engine.js', scriptBeside('engine')],
    ['numbers.js', scriptBeside('numbers')],
    ['playground.js', scriptBeside('playground')],
    ['katex.js', `${SCRIPT_HEAD}\n/* KaTeX, https://katex.org, MIT License */\n${katexScript()}`],
    ...chapters.map(
      ({ page, checked }) =>
        [`${scriptOf(page)}.js`, documentScript(checked, claimIds(checked.claims))] as [
          string,
          string,
        ],
    ),
    ...files.filter((file) => !isPage(file)),
  ]);
  const proofs = new Map(
    [...(rechecked?.files ?? [])].map(([name, text]) => [`${PROOFS}/${name}`, text]),
  );
  return { pages, scripts, proofs, reports: chapters.map(({ checked }) => checked.report) };
}

/** What the scripts of a page of exercises put into it later. */
const laterOn = (page: string, files: readonly (readonly [string, string])[]): string =>
  files
    .filter(([path]) => path.startsWith(`${page.replace(/html$/, '').replace(/\.$/, '')}/`))
    .map(([, text]) => text)
    .join('');

/** The script with the document of a page, without its ending. */
const scriptOf = (page: string): string => page.replace(/html$/, 'document');

/** The pages of every book. */
const ownPages = (): string[] => [
  ...[INDEX, RULES, PLAYGROUND, THEOREMS],
  ...ruleChapters().map(({ page }) => page),
];

/** A page for each document, beside none of another name. */
function addressesOf(paths: readonly string[]): Addresses {
  const taken = new Set(ownPages());
  const pages = new Map<string, string>();
  for (const path of paths) {
    const plain = path.replace(/\.md$/i, '');
    let page = `${plain}.html`;
    for (let k = 2; taken.has(page.toLowerCase()); k++) page = `${plain}-${k}.html`;
    taken.add(page.toLowerCase());
    pages.set(path, page);
  }
  return { pages, theorems: THEOREMS };
}

/** Beside the page of each document that has exercises, the page of these. */
function exercisePlaces(
  chapters: readonly Chapter[],
  sets: readonly ExerciseSet[],
): (ExercisePlace | undefined)[] {
  const taken = new Set([...ownPages(), ...chapters.map(({ page }) => page.toLowerCase())]);
  return chapters.map((chapter, k) => {
    if (!sets[k]?.total) return undefined;
    const plain = chapter.page.replace(/\.html$/, '.exercises');
    let page = `${plain}.html`;
    for (let n = 2; taken.has(page.toLowerCase()); n++) page = `${plain}-${n}.html`;
    taken.add(page.toLowerCase());
    const to = linksFrom(page);
    const title = titleOf(chapter);
    return {
      page,
      title,
      root: rootOf(page),
      chapter: relativeAddress(page, chapter.page),
      document: relativeAddress('', scriptOf(chapter.page)),
      links: [to(INDEX, 'Contents'), to(RULES, 'Rules'), to(chapter.page, title)],
    };
  });
}

const linksFrom =
  (page: string) =>
  (target: string, text: string): Link => ({ href: relativeAddress(page, target), text });

const rootOf = (page: string): string => relativeAddress(page, INDEX).slice(0, -INDEX.length);

const titleOf = ({ checked: { text }, path }: Chapter): string =>
  titleOfDocument(text, posix.basename(path));

const indexPage = (title: string, chapters: readonly Chapter[]): string =>
  htmlPage({
    title,
    body: indexBody(title, chapters),
    links: [
      { href: INDEX, text: 'Contents' },
      { href: RULES, text: 'Rules' },
      { href: PLAYGROUND, text: 'Playground' },
    ],
    scripts: ['wide', 'search'],
    root: '',
  });

const rulesPage = (): string =>
  htmlPage({
    title: 'The rule book',
    body: rulesBody(),
    links: [{ href: INDEX, text: 'Contents' }],
    scripts: ['wide'],
    root: '',
  });

function ruleChapterPage(k: number): string {
  const chapters = ruleChapters();
  const chapter = chapters[k] as RuleChapter;
  const [before, after] = [chapters[k - 1], chapters[k + 1]];
  const to = linksFrom(chapter.page);
  return htmlPage({
    title: ruleChapterTitle(chapter.name),
    body: ruleChapterBody(chapter),
    links: [to(INDEX, 'Contents'), to(RULES, 'Rules')],
    around: [
      ...(before ? [to(before.page, `← ${before.name}`)] : []),
      ...(after ? [to(after.page, `${after.name} →`)] : []),
    ],
    scripts: ['wide'],
    root: rootOf(chapter.page),
  });
}

const theoremsPage = (chapters: readonly Chapter[]): string =>
  htmlPage({
    title: 'Accepted by Coq',
    body: theoremsBody(chapters),
    links: [{ href: INDEX, text: 'Contents' }],
    scripts: ['wide'],
    root: '',
  });

const playgroundPage = (): string =>
  htmlPage({
    title: 'Playground',
    body: playgroundBody(),
    links: [
      { href: INDEX, text: 'Contents' },
      { href: RULES, text: 'Rules' },
    ],
    scripts: ['wide', 'load', 'start-playground'],
    root: '',
  });

function chapterPage(
  chapters: readonly Chapter[],
  k: number,
  addresses: Addresses,
  exercises: number,
  practice: string | undefined,
): string {
  const { path, page, checked } = chapters[k] as Chapter;
  const to = linksFrom(page);
  const [before, after] = [chapters[k - 1], chapters[k + 1]];
  const body = documentBody(checked, path, addresses);
  return htmlPage({
    title: titleOfDocument(checked.text, path),
    body: practice ? `${body}\n${exerciseLink(relativeAddress(page, practice), exercises)}` : body,
    links: [
      to(INDEX, 'Contents'),
      to(RULES, 'Rules'),
      to(PLAYGROUND, 'Playground'),
      ...(practice ? [to(practice, 'Exercises')] : []),
    ],
    around: [
      ...(before ? [to(before.page, `← ${titleOf(before)}`)] : []),
      ...(after ? [to(after.page, `${titleOf(after)} →`)] : []),
    ],
    scripts: ['wide', 'stepper', 'load', 'numbers-button'],
    document: relativeAddress('', scriptOf(page)),
    root: rootOf(page),
  });
}
