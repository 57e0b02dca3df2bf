/** What a gradient check says. Never a bare boolean: a check of differences may not know. */

/** One partial derivative, or one derivative along a direction, as claimed and as measured. */
export interface Comparison {
  /** Which entry of x (from 0), or which of the directions. */
  readonly at: { readonly entry: number } | { readonly direction: number };
  readonly claimed: number;
  readonly measured: number;
  /** |claimed - measured| */
  readonly error: number;
  /** How far `measured` may be from the derivative of f, by the estimates of the check. */
  readonly bound: number;
}

interface Effort {
  /** Calls of f. */
  readonly evaluations: number;
  /** The estimated error of one value of f. */
  readonly noise: number;
}

export type GradcheckReport =
  | (Effort & {
      readonly verdict: 'agree';
      /** Decimal digits, counted from the largest derivative that was compared. */
      readonly digits: number;
      /** The comparison that has the fewest digits; none when x is empty. */
      readonly worst?: Comparison;
    })
  | (Effort & { readonly verdict: 'different' } & Comparison)
  | (Effort & {
      readonly verdict: 'undecided';
      readonly reason: string;
      readonly at?: Comparison['at'];
    });

/** The arguments do not fit together, or f does what no function may do: change its argument. */
export class GradcheckError extends Error {
  override readonly name = 'GradcheckError';
}
