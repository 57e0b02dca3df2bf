/** The different exercises on a claim, for a page that offers several. */
import type { CheckedClaim } from '../document/check-claim.js';
import { type Exercise, KINDS } from './exercise.js';
import { makeExercise } from './make-exercise.js';

/** Up to so many of each kind, by the seeds from 1 on, none twice. */
export function exercisesOn(checked: CheckedClaim, most: number): Exercise[] {
  return KINDS.flatMap((kind) => {
    const found = new Map<string, Exercise>();
    for (let seed = 1; seed <= 2 * most && found.size < most; seed++) {
      const exercise = makeExercise(checked, kind, seed);
      // Where one seed plants no mistake that can be carried on, another may.
      if (!exercise && kind === 'find') continue;
      if (!exercise) break;
      const key = askedBy(exercise);
      if (!found.has(key)) found.set(key, exercise);
    }
    return [...found.values()];
  });
}

/** What two exercises of a claim have in common that ask the same. */
function askedBy(exercise: Exercise): string {
  switch (exercise.kind) {
    case 'fill':
      return String(exercise.hidden);
    case 'find':
      return exercise.lines.map(({ term }) => term.id).join(' ');
    case 'name':
      return `${exercise.options[exercise.right]?.rule} ${exercise.lines[0]?.term.id}`;
  }
}
