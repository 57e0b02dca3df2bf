/** The loops of the float kernel over the entries, for WebAssembly with 128-bit vectors. */
export { exponentialsOfDoubles, scaleDoubles } from './double';
export { exponentialsOfSingles, scaleSingles } from './single';
