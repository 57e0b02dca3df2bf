/** The loss is a mean, and its gradient was forgotten to be divided by n. */
import { gradient as meanGradient } from './correct.mjs';

export { loss } from './correct.mjs';

export const gradient = (data) => meanGradient(data).map((entry) => entry * data.n);
