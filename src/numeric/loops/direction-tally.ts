/** What comparisons along directions have shown in a run, see directions.ts. */

/** Directions for each derivative. */
export const DIRECTIONS = 2;

export interface DirectionTally {
  /** Comparisons that were made: those of a body without a kink, or a border, nearby. */
  compared: number;
  /** True when the bounds show that the two sides differ. */
  differs: boolean;
}

export const newTally = (): DirectionTally => ({
  compared: 0,
  differs: false,
});
