/** The names of the forms in which a check is reported. */

export const FORMAT_NAMES = ['pretty', 'json', 'github', 'sarif', 'junit', 'tap'] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];
