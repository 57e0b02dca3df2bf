/** The public names of Gradus. */
export { checkDocument } from './document/check.js';
export { checkFiles } from './document/check-files.js';
export { exitCode } from './document/report.js';
export { renderFiles } from './document/render-files.js';
