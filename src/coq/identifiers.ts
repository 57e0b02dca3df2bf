/**
 * Names in Coq. A name of a document never reaches Coq as it is, unless it is a single small
 * letter: all others get a prefix that no library uses, so that none can stand for something else.
 */

/**
 * Letters, digits and underscores stay; other characters become their code points, those usual in
 * names of claims an underscore. Two names may be spelled alike: see `freshName`.
 */
const spell = (name: string): string =>
  [...name]
    .map((c) => {
      if (/[A-Za-z0-9_]/.test(c)) return c;
      if (/[-. /]/.test(c)) return '_';
      return c === "'" ? '_prime' : `_u${(c.codePointAt(0) as number).toString(16)}`;
    })
    .join('');

/** The Coq name of a symbol, definition or index of a document. */
export const identifier = (name: string): string =>
  /^[a-z]$/.test(name) ? name : `v_${spell(name)}`;

/** Letters for the indices of what a declaration says, which has none of its own. */
const UNNAMED: Readonly<Record<string, string>> = { '%0': 'i', '%1': 'j', '%2': 'l', '%s': 'k' };

/** A Coq name for a bound index that was written with this letter. */
export const indexIdentifier = (letter: string): string =>
  UNNAMED[letter] ?? identifier(letter === '' ? 'k' : letter);

/** The Coq name of a hypothesis. */
export const hypothesisIdentifier = (name: string): string => `H_${spell(name)}`;

/** The Coq name of a theorem. */
export const theoremIdentifier = (document: string, claim: string): string =>
  `t_${spell(document)}__${spell(claim)}`;

/** The Coq name of a rule's lemma. */
export const lemmaIdentifier = (rule: string): string => `r_${rule.replaceAll('-', '_')}`;

/**
 * A name that is not taken, with none of these endings either: the name itself, or with a number
 * after it.
 */
export function freshName(
  name: string,
  taken: ReadonlySet<string>,
  endings: readonly string[] = [''],
): string {
  const isFree = (wish: string): boolean => endings.every((ending) => !taken.has(wish + ending));
  if (isFree(name)) return name;
  for (let k = 1; ; k++) if (isFree(`${name}_${k}`)) return `${name}_${k}`;
}
