/**
 * What KaTeX draws because no font has it: large brackets, roots, braces. A page has each drawing
 * once, and formulas refer to it; a long derivation draws the same parenthesis a hundred times.
 */

const DRAWING =
  /<svg xmlns="[^"]*" width="[^"]*" height="[^"]*"( style="[^"]*")? (viewBox="[^"]*"(?: preserveAspectRatio="[^"]*")?)><path d="([^"]*)"><\/path><\/svg>/g;

export interface SharedDrawings {
  readonly html: string;
  /** The drawings themselves, for the page; '' where there are none. */
  readonly drawings: string;
}

/** The same formulas, with their drawings apart. */
export function sharedDrawings(html: string): SharedDrawings {
  const symbols = new Map<string, string>();
  const shared = html.replace(
    DRAWING,
    (_, style: string | undefined, box: string, path: string) => {
      const key = `${box}|${path}`;
      // No claim and no rule has such a name.
      const id = `~${[...symbols.keys()].indexOf(key) + 1 || symbols.size + 1}`;
      symbols.set(
        key,
        `<symbol id="${id}" ${box} overflow="visible"><path stroke="none" d="${path.replace(/\s+/g, ' ')}"/></symbol>`,
      );
      return `<svg${style ?? ''}><use href="#${id}"/></svg>`;
    },
  );
  const drawings = symbols.size > 0 ? `<svg hidden>${[...symbols.values()].join('')}</svg>\n` : '';
  return { html: shared, drawings };
}
