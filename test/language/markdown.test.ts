import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/language/document.js';
import { diagnosticText } from '../../src/language/language-error.js';
import { scanMarkdown } from '../../src/language/markdown.js';
import { Arena } from '../../src/term/term.js';

const contents = (text: string): string[] => {
  const scanned = scanMarkdown(text);
  return scanned.blocks
    .filter(({ kind }) => kind !== 'prose' && kind !== 'hidden')
    .map(({ kind, start, end }) => `${kind}: ${scanned.text.slice(start, end).trim()}`);
};

describe('the scanner finds', () => {
  test.each([
    ['a fence', '```gradus\nreal a\n```', ['fence: real a']],
    ['a fence of tildes', '~~~gradus\nreal a\n~~~', ['fence: real a']],
    ['an indented fence', '- item\n\n  ```gradus\n  real a\n  ```', ['fence: real a']],
    ['a fence that is never closed', '```gradus\nreal a', ['fence: real a']],
    ['a comment', '<!-- gradus\nreal a\n-->', ['comment: real a']],
    ['a comment on one line', '<!-- gradus real a -->', ['comment: real a']],
    ['a label', '<!-- gradus: skip -->', ['label: skip']],
    ['code in other languages', '```python\nx = 1\n```', ['code: x = 1']],
    [
      'no fence inside another one',
      '````md\n```gradus\nreal a\n```\n````',
      ['code: ```gradus\nreal a\n```'],
    ],
    ['no fence inside a comment', '<!--\n```gradus\nreal a\n```\n-->', []],
    ['a quoted fence, without its marks', '> ```gradus\n> real a\n> ```', ['fence: real a']],
    [
      'relations at the start of a line',
      '```gradus\ncalc\n  a\n> b\n```',
      ['fence: calc\n  a\n> b'],
    ],
    ['nothing in a text without blocks', 'plain', []],
  ])('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});

describe('places are those of the whole document', () => {
  const diagnostics = (text: string): string[] =>
    parseDocument(new Arena(), text).diagnostics.map(diagnosticText);

  test.each([
    [
      '# Title\n\n```gradus\nreal a\nclaim b == a\n```',
      '5:7: b is not declared; expected a declared name',
    ],
    [
      'text\n<!-- gradus real a\nclaim q == 1 -->',
      '3:7: q is not declared; expected a declared name',
    ],
    ['<!-- gradus claim q == 1 -->', '1:19: q is not declared; expected a declared name'],
    ['> ```gradus\n> claim q == 1\n> ```', '2:9: q is not declared; expected a declared name'],
    [
      '- a\n\n  ```gradus\n  claim q == 1\n  ```',
      '4:9: q is not declared; expected a declared name',
    ],
    ['<!-- gradus real a', '1:12: this comment is not closed; expected -->'],
  ])('%s', (text, expected) => {
    expect(diagnostics(text)).toEqual([expected]);
  });
});
