/** How the text of a report is coloured: a function for each colour, or none at all. */

export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const as = (text: string): string => text;

export const PLAIN: Style = { bold: as, dim: as, red: as, green: as, yellow: as, cyan: as };
