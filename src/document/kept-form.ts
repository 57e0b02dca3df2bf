/** The form of what a check leaves for the next: whatever is read is held to it first. */
import * as v from 'valibot';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** JSON has no infinity: null stands for it. */
const Size = v.nullable(v.pipe(v.number(), v.minValue(0)));
/** A sentence that a terminal shows as it stands. */
const Sentence = v.pipe(v.string(), v.maxLength(1000), v.regex(/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u));

const Numeric = v.union([
  v.strictObject({ inconclusive: Sentence }),
  v.strictObject({
    models: Count,
    undecided: v.optional(Count),
    maxError: Size,
    bound: Size,
    finiteDifference: v.optional(
      v.strictObject({ maxError: Size, bound: Size, directions: v.optional(Count) }),
    ),
  }),
]);

const Relation = v.strictObject({
  claim: v.string(),
  from: Count,
  to: Count,
  verdict: v.picklist(['proved', 'refuted']),
  proof: v.optional(v.looseObject({})),
  lemmas: v.optional(v.array(v.string())),
  lines: v.optional(v.array(v.strictTuple([Count, Sentence]))),
  numeric: v.optional(Numeric),
});

/** What is kept of a document. */
export const Entry = v.strictObject({
  gradus: v.literal(1),
  table: v.looseObject({}),
  relations: v.array(Relation),
});

export type KeptEntry = v.InferOutput<typeof Entry>;
