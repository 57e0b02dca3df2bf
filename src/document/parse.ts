/** Reading a document without checking it. */
import { type Document, parseDocument } from '../language/document.js';
import { Arena } from '../term/term.js';

/**
 * Reads a Markdown document: what it declares, assumes, defines and claims. Statements that
 * cannot be read are in `diagnostics`, each with its line and column; nothing is thrown.
 */
export const readDocument = (text: string): Document => parseDocument(new Arena(), text);
