/**
 * The hash table behind an arena: terms by their operator, arguments and name. A table of our own,
 * since a key of the language's `Map` would be a string to write for every term that is asked for.
 */
import type { Operator } from './operator.js';

/** What tells the terms of the table apart. */
interface Node {
  readonly id: number;
  readonly op: Operator;
  readonly args: readonly Node[];
  readonly name: string;
}

/** A mixed number of 32 bits. Arguments count by their ids, which tell them apart in an arena. */
export function hashOf(op: Operator, args: readonly Node[], name: string): number {
  let hash = textHash(op, args.length);
  for (let i = 0; i < args.length; i++)
    hash = Math.imul(hash ^ (args[i] as Node).id, 0x01000193) ^ (hash >>> 15);
  if (name !== '') hash = textHash(name, hash);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

function textHash(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i);
  return hash | 0;
}

/** Open addressing in a table that is at most half full. */
export class TermTable<T extends Node> {
  #terms: (T | undefined)[] = new Array<T | undefined>(1024).fill(undefined);
  #hashes = new Int32Array(1024);
  #count = 0;

  find(hash: number, op: Operator, args: readonly Node[], name: string): T | undefined {
    const last = this.#terms.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const term = this.#terms[slot];
      if (!term) return undefined;
      if (this.#hashes[slot] === hash && isMadeOf(term, op, args, name)) return term;
    }
  }

  /** Adds a term that is not there. */
  add(hash: number, term: T): void {
    if (2 * ++this.#count > this.#terms.length) this.#grow();
    this.#put(hash, term);
  }

  #put(hash: number, term: T): void {
    const last = this.#terms.length - 1;
    let slot = hash & last;
    while (this.#terms[slot]) slot = (slot + 1) & last;
    this.#terms[slot] = term;
    this.#hashes[slot] = hash;
  }

  #grow(): void {
    const [terms, hashes] = [this.#terms, this.#hashes];
    this.#terms = new Array<T | undefined>(2 * terms.length).fill(undefined);
    this.#hashes = new Int32Array(2 * terms.length);
    terms.forEach((term, slot) => {
      if (term) this.#put(hashes[slot] as number, term);
    });
  }
}

function isMadeOf(term: Node, op: Operator, args: readonly Node[], name: string): boolean {
  if (term.op !== op || term.name !== name || term.args.length !== args.length) return false;
  for (let i = 0; i < args.length; i++) if (term.args[i] !== args[i]) return false;
  return true;
}
