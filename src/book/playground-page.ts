/** The page on which readers try what they like: a document and an expression in, a transcript out. */

/** What stands in the fields at first. */
const EXAMPLE = `\`\`\`gradus
size n, C
real z[n, C]
onehot y[n, C]
index i in 1..n, c in 1..C, a in 1..n, b in 1..C

let yhat[i,c] = exp(z[i,c]) / sum(k in 1..C, exp(z[i,k]))
let J = -sum(i, sum(c, y[i,c]*log(yhat[i,c])))

claim gradient: diff(J, z[a,b]) == yhat[a,b] - y[a,b]
\`\`\`
`;

export const playgroundBody = (): string =>
  [
    '<h1>Playground</h1>',
    '<p>Declare symbols, define and claim something, and have it checked; or have an expression derived. It runs in this page and sends nothing.</p>',
    '<noscript><p>This page works with scripts only.</p></noscript>',
    '<form id="check" hidden>',
    '<p><label for="document">Document, with statements between <code>```gradus</code> and <code>```</code></label>',
    `<textarea id="document" rows="14" spellcheck="false" autocapitalize="off">${EXAMPLE}</textarea></p>`,
    '<p><button>Check the claims</button></p>',
    '</form>',
    '<form id="derive" hidden>',
    '<p><label for="expression">Expression to derive</label>',
    '<input id="expression" value="diff(J, z[a,b])" spellcheck="false" autocapitalize="off" autocomplete="off"></p>',
    '<p><label for="goal">Result to arrive at, if there is one</label>',
    '<input id="goal" spellcheck="false" autocapitalize="off" autocomplete="off"></p>',
    '<p><button>Derive the expression</button></p>',
    '</form>',
    '<p><button type="button" id="link">Link to this</button> <a id="address" href="#" hidden>The link</a></p>',
    '<p role="status" id="state"></p>',
    '<section id="result" aria-label="Result" hidden></section>',
  ].join('\n');
