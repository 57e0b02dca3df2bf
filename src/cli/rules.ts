/** `gradus rules [NAME]` and `gradus explain RULE` */
import type { Command } from 'commander';
import type { RulePage } from '../transcript/rule-page.js';
import type { Start } from './command.js';
import { UsageError } from './failure.js';
import { oneOf, reading } from './options.js';
import type { Streams } from './streams.js';
import type { Style } from './style.js';

const FORMATS = ['pretty', 'json'] as const;
type Format = (typeof FORMATS)[number];

export function rulesCommand(program: Command, start: Start): void {
  program
    .command('rules')
    .description('list the rule book')
    .argument('[words...]', 'words of a name, a title or a chapter')
    .option('--format <name>', FORMATS.join(' or '), reading(oneOf(FORMATS), '--format'), 'pretty')
    .action((words: string[], { format }: { format: Format }) =>
      start((streams) => rules(words.join(' '), format, streams)),
    );
  program
    .command('explain')
    .description('explain a rule: its conditions, why it needs them, an example')
    .argument('<rule>', 'the name of a rule, such as log-prod')
    .option('--format <name>', FORMATS.join(' or '), reading(oneOf(FORMATS), '--format'), 'pretty')
    .action((id: string, { format }: { format: Format }) =>
      start((streams) => explain(id, format, streams)),
    );
}

async function rules(words: string, format: Format, streams: Streams): Promise<number> {
  const { rulePages, UnknownRule } = await import('../transcript/rule-page.js');
  const pages = rulePages(words);
  if (pages.length === 0) {
    const { hint } = new UnknownRule(words);
    throw new UsageError(`no rule mentions ${words}`, hint);
  }
  if (format === 'json') streams.out(`${JSON.stringify(pages, undefined, 2)}\n`);
  else streams.out(`${listing(pages, streams.style).join('\n')}\n`);
  return 0;
}

function listing(pages: readonly RulePage[], style: Style): string[] {
  const width = Math.max(...pages.map(({ id }) => id.length));
  const lines: string[] = [];
  let chapter = '';
  for (const page of pages) {
    if (page.chapter !== chapter) lines.push(...(chapter ? [''] : []), style.bold(page.chapter));
    chapter = page.chapter;
    lines.push(`  ${page.id.padEnd(width)}  ${page.statement}`);
  }
  return lines;
}

async function explain(id: string, format: Format, streams: Streams): Promise<number> {
  const { rulePage } = await import('../transcript/rule-page.js');
  const page = rulePage(id);
  if (format === 'json') streams.out(`${JSON.stringify(page, undefined, 2)}\n`);
  else streams.out(`${explanation(page, streams.style).join('\n')}\n`);
  return 0;
}

function explanation(page: RulePage, style: Style): string[] {
  const lines = [
    `${style.bold(page.id)}  ${style.dim(`${page.chapter}, ${page.level}`)}`,
    page.title,
    '',
  ];
  lines.push(`    ${page.statement}`);
  page.conditions.forEach(({ text, withoutIt }, k) => {
    lines.push(`    ${k === 0 ? 'given' : '  and'} ${text}`);
    if (withoutIt !== undefined) lines.push(style.dim(`          false without it: ${withoutIt}`));
  });
  lines.push('', 'example', `    ${page.example}`);
  const origins = originsOf(page);
  return origins.length > 0 ? [...lines, '', ...origins] : lines;
}

/** Where the rule comes from, as far as a reader can look it up: notes of our own are no source. */
function originsOf({ source, mathlib }: RulePage): string[] {
  const lines: string[] = [];
  if (source !== undefined && !source.startsWith('seed ')) lines.push(`source   ${source}`);
  if (mathlib !== undefined) lines.push(`mathlib  ${mathlib}`);
  return lines;
}
