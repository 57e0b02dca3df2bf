/**
 * Explains an undeclared name that the document defines elsewhere: below its use, or in a circle.
 */
import { isDeclarationWord } from './declaration.js';
import { LanguageError, UndeclaredName } from './language-error.js';
import type { Statement } from './statement.js';

interface Origin {
  readonly line: number;
  /** The names that its definition mentions. */
  readonly mentions: ReadonlySet<string>;
}

export class LaterNames {
  readonly #origins = new Map<string, Origin>();

  constructor(statements: readonly Statement[]) {
    for (const statement of statements) {
      const mentions = mentionedNames(statement);
      for (const name of introducedNames(statement))
        if (!this.#origins.has(name))
          this.#origins.set(name, { line: statement.first.line, mentions });
    }
  }

  /** The same error, better explained where the text shows what was meant. */
  explain(error: LanguageError, statement: Statement): LanguageError {
    if (!(error instanceof UndeclaredName)) return error;
    const origin = this.#origins.get(error.subject);
    if (!origin || origin.line < statement.first.line) return error;
    const own = statement.first.text === 'let' ? introducedNames(statement)[0] : undefined;
    if (own === error.subject)
      return new LanguageError(`the definition of ${own} refers to itself`, error);
    if (own !== undefined && this.#reaches(error.subject, own))
      return new LanguageError(
        `the definitions of ${own} and ${error.subject} refer to each other`,
        error,
      );
    return new LanguageError(error.message, error, {
      hint: `${error.subject} stands on line ${origin.line}, below its use`,
    });
  }

  #reaches(from: string, to: string): boolean {
    const seen = new Set<string>();
    const stack = [from];
    for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
      const mentions = this.#origins.get(name)?.mentions ?? new Set();
      if (mentions.has(to)) return true;
      for (const next of mentions) if (!seen.has(next)) stack.push(next);
      seen.add(name);
    }
    return false;
  }
}

/** The names that a statement declares or defines, as far as its text shows. */
export function introducedNames(statement: Statement): string[] {
  const { tokens, first } = statement;
  if (first.text === 'let') return tokens[1]?.kind === 'name' ? [tokens[1].text] : [];
  if (!isDeclarationWord(first.text)) return [];
  const names: string[] = [];
  let depth = 0;
  tokens.forEach((token, k) => {
    if (token.text === '[' || token.text === '(') depth++;
    if (token.text === ']' || token.text === ')') depth--;
    const after = tokens[k + 1];
    const isItem = (k === 0 || token.text === ',') && depth === 0;
    if (isItem && after?.kind === 'name') names.push(after.text);
    const isSecondWord = k === 1 && token.kind === 'name' && after?.kind === 'name';
    if (isSecondWord) names.push(after.text);
  });
  return names;
}

function mentionedNames(statement: Statement): Set<string> {
  const names = statement.tokens.filter((token) => token.kind === 'name');
  return new Set(names.slice(statement.first.text === 'let' ? 2 : 1).map((token) => token.text));
}
