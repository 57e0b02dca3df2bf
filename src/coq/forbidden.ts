/**
 * What no file of theorems may hold. A file that Coq compiles need not prove anything: it may assume
 * what it should prove, switch off what checks it, or load something else. So a file of theorems
 * begins with the one header, goes on with definitions and proofs alone, and none of the words
 * below is in it.
 */

/** Commands with which a file could be accepted that proves nothing. */
const WORDS = [
  ...['Admitted', 'admit', 'give_up', 'Abort', 'Fail', 'Axioms?', 'Parameters?', 'Conjectures?'],
  ...[
    'Hypothes[ie]s',
    'Variables?',
    'Context',
    'Universes?',
    'Constraint',
    'Primitive',
    'Register',
  ],
  ...['Set', 'Unset', 'bypass_check', 'Declare', 'Load', 'Require', 'Import', 'Export', 'Add'],
  ...['Module', 'Section', 'Include', 'Notation', 'Infix', 'Reserved', 'Ltac2?', 'Tactic'],
  ...['Redirect', 'Extraction', 'Cd', 'Drop', 'Quit', 'Reset', 'Back', 'Undo', 'BackTo'],
];
const FORBIDDEN = new RegExp(`\\b(${WORDS.join('|')})\\b`);

/** How a line begins that is not indented. */
const COMMAND = /^(Theorem [A-Za-z_]\w* : |Definition [A-Za-z_]\w*[ :]|Proof\.$|Qed\.$|$)/;

/** What a file of theorems holds that it may not, or lacks; undefined where there is nothing. */
export function faultOfText(text: string, header: string): string | undefined {
  if (text.trim() === '') return 'the file of theorems is empty';
  if (!text.startsWith(`${header}\n`)) return 'the file of theorems does not begin as it should';
  const rest = text.slice(header.length);
  const word = FORBIDDEN.exec(rest);
  if (word) return `the word ${word[0]} is in it`;
  const line = rest.split('\n').find((each) => !/^\s/.test(each) && !COMMAND.test(each));
  return line === undefined ? undefined : `“${line.slice(0, 60)}” is no definition and no theorem`;
}
