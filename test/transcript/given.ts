/** A small derivation for tests of its renderings. */
import type { TranscriptRecord } from '../../src/transcript/record.js';

export const RECORD: TranscriptRecord = {
  start: { text: 'log(u · v)', latex: '\\log(u v)' },
  steps: [
    {
      text: '= log(u) + log(v)',
      latex: '= \\log u + \\log v',
      rule: 'log-mul',
      title: 'The logarithm of a product is the sum of the logarithms',
    },
    {
      text: '≤ 1',
      latex: '\\le 1',
      rule: 'hypothesis small',
      title: 'Since log(u) + log(v) ≤ 1',
    },
  ],
};

/** The same with elementary steps in its first line. */
export const UNFOLDED: TranscriptRecord = {
  start: RECORD.start,
  steps: RECORD.steps.map((step, k) =>
    k > 0
      ? step
      : {
          ...step,
          substeps: [
            {
              text: '= log(v · u)',
              latex: '= \\log(v u)',
              rule: 'algebra',
              title: 'By algebra',
              path: [0],
            },
            { ...step, path: [] },
          ],
        },
  ),
};
