/** The documents that the tests of the book are made of. */
import { SOFTMAX } from '../document/given.js';

/** The gradient of the softmax cross-entropy, and a mistake in its sign. */
export const GRADIENT = `# The gradient of softmax cross-entropy

It is prediction minus target, as $\\hat y - y$; see [the other](more/second.md) and
[another site](https://example.org).

\`\`\`gradus
${SOFTMAX.trim()}
claim gradient: diff(J, z[a,b]) == yhat[a,b] - y[a,b]
refute wrong-sign: diff(J, z[a,b]) == y[a,b] - yhat[a,b]
\`\`\`
`;

const PLANT = '<img src=x onerror="document.title=1">';

/** Text that would run if it were taken for HTML, in each place that a document has. */
export const HOSTILE = `# Title ${PLANT}

Prose ${PLANT} and $x < ${PLANT}$ and \`${PLANT}\` and **${PLANT}**.

- item ${PLANT}

> quotation ${PLANT}

\`\`\`html
${PLANT}</script>
\`\`\`

[words ${PLANT}](second.md) [run](javascript:alert(1))

$$
\\htmlClass{became}{x} ${PLANT}
$$

\`\`\`gradus
real x, script  # ${PLANT}</script><script>document.title = 2</script>
claim two: x + x == 2*x
\`\`\`

$$
x + script = script + x \\tag{${PLANT.replaceAll('"', '')}}
$$
`;
