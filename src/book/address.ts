/** Addresses inside a book, from page to page. */
import { posix } from 'node:path';

/** The address of a page of the book, seen from another. */
export const relativeAddress = (from: string, to: string): string =>
  posix
    .relative(posix.dirname(from), to)
    .split('/')
    .map((part) => (part === '..' ? part : encodeURIComponent(part)))
    .join('/');
