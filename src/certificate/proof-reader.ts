/**
 * The table of proofs read back. Premises stand before what uses them, so that no proof rests on
 * itself; how deep they nest is bounded, since the checker follows them by recursion.
 */

import type { Proof, Step } from '../kernel/proof.js';
import type { Term } from '../term/term.js';
import {
  BOUNDS,
  demand,
  type Fields,
  met,
  readChoice,
  readCount,
  readFields,
  readList,
  readObject,
  readText,
  readTuple,
} from './fields.js';
import { INLINE } from './proofs.js';
import { readNumber, type TermReader } from './terms.js';

const STEP = ['direction', 'path', 'result'];
const OPTIONAL = ['relation'];
const RULE_ID = /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/;

/** The table read back. */
export class ProofReader {
  readonly #proofs: Proof[] = [];
  readonly #depths: number[] = [];
  readonly #terms: TermReader;
  #depth = 0;

  constructor(terms: TermReader, table: unknown) {
    this.#terms = terms;
    readList(table, 'proofs', 'proofs').forEach((entry, i) => {
      this.#depth = 0;
      const proof = this.#read(entry, `proofs[${i}]`);
      if (this.#depth > BOUNDS.depth) throw met('depth', `proofs[${i}]`);
      this.#proofs.push(proof);
      this.#depths.push(this.#depth);
    });
  }

  /** The proof at a place of the table. */
  proof(place: unknown, where: string): Proof {
    const at = readCount(place, where, this.#proofs.length);
    this.#depth = Math.max(this.#depth, (this.#depths[at] as number) + 1);
    return this.#proofs[at] as Proof;
  }

  /** What follows an intermediate proposition: the checker goes on to it in a loop. */
  #next(place: unknown, where: string): Proof {
    const depth = this.#depth;
    const next = this.proof(place, where);
    this.#depth = Math.max(depth, this.#depth - 1);
    return next;
  }

  /** The proof of a claim: the steps of a chain, or the place of any other proof. */
  whole(fields: Fields, where: string): Proof {
    const hasSteps = Object.hasOwn(fields, 'steps');
    demand(hasSteps !== Object.hasOwn(fields, 'proof'), where, 'either steps or a proof is needed');
    if (!hasSteps) return this.proof(fields.proof, `${where}.proof`);
    return { by: 'chain', steps: this.steps(fields.steps, `${where}.steps`, 'value') };
  }

  /** The steps between lines that are values, or between propositions. */
  steps(value: unknown, where: string, lines: 'value' | 'proposition'): Step[] {
    return readList(value, where).map((entry, i) => this.#step(entry, `${where}[${i}]`, lines));
  }

  #step(value: unknown, where: string, lines: 'value' | 'proposition'): Step {
    const { rule, direction, path, result, relation = 'eq', ...reason } = readObject(value, where);
    readFields(value, where, ['rule', ...STEP], [...OPTIONAL, ...Object.keys(reason)]);
    const fields = { rule, ...reason };
    const relations = lines === 'value' ? (['eq', 'le', 'lt'] as const) : (['eq'] as const);
    return {
      path: readList(path, `${where}.path`).map((i) => readCount(i, `${where}.path`, BOUNDS.list)),
      proof:
        rule === 'proof'
          ? this.proof(readFields(fields, where, ['rule', 'proof']).proof, where)
          : this.#inline(fields, where),
      reverse: readChoice(direction, `${where}.direction`, ['forward', 'backward']) === 'backward',
      result: this.#terms[lines](result, `${where}.result`),
      relation: readChoice(relation, `${where}.relation`, relations),
    };
  }

  #inline(fields: Fields, where: string): Proof {
    const proof = this.#read(fields, where);
    demand(INLINE.has(proof.by), where, 'this proof must stand in the table');
    return proof;
  }

  #proofList(value: unknown, where: string): Proof[] {
    return readList(value, where).map((place, i) => this.proof(place, `${where}[${i}]`));
  }

  #read(value: unknown, where: string): Proof {
    const word = readText(readObject(value, where).rule, `${where}.rule`);
    const fields = (...names: string[]): Fields => readFields(value, where, ['rule', ...names]);
    const condition = (place: unknown, name: string): Term =>
      this.#terms.proposition(place, `${where}.${name}`);
    switch (word) {
      case 'hypothesis':
        return this.#hypothesis(fields('name', 'at', 'conditions'), where);
      case 'fact': {
        const index = readCount(fields('index').index, `${where}.index`, BOUNDS.list);
        return { by: 'fact', index };
      }
      case 'declared': {
        const { conditions } = fields('conditions');
        return { by: 'declared', premises: this.#proofList(conditions, `${where}.conditions`) };
      }
      case 'symmetry':
        return { by: 'symmetry', of: this.proof(fields('of').of, `${where}.of`) };
      case 'unfold':
      case 'syntax':
        fields();
        return { by: word };
      case 'algebra':
        return this.#algebra(fields('nonzero').nonzero, where);
      case 'linear':
        return this.#linear(fields('terms').terms, where);
      case 'chain':
        return { by: 'chain', steps: this.steps(fields('steps').steps, where, 'value') };
      case 'rewrite': {
        const { steps, next } = fields('steps', 'next');
        return {
          by: 'rewrite',
          steps: this.steps(steps, where, 'proposition'),
          next: this.proof(next, `${where}.next`),
        };
      }
      case 'cases': {
        const { on, yes, no } = fields('on', 'yes', 'no');
        return {
          by: 'cases',
          on: condition(on, 'on'),
          yes: this.proof(yes, `${where}.yes`),
          no: this.proof(no, `${where}.no`),
        };
      }
      case 'absurd': {
        const { proposition, yes, no } = fields('proposition', 'yes', 'no');
        return {
          by: 'absurd',
          proposition: condition(proposition, 'proposition'),
          yes: this.proof(yes, `${where}.yes`),
          no: this.proof(no, `${where}.no`),
        };
      }
      case 'have': {
        const { proposition, proof, next } = fields('proposition', 'proof', 'next');
        return {
          by: 'have',
          proposition: condition(proposition, 'proposition'),
          proof: this.proof(proof, `${where}.proof`),
          next: this.#next(next, `${where}.next`),
        };
      }
      default:
        return this.#rule(word, fields('substitution', 'conditions'), where);
    }
  }

  #rule(rule: string, { substitution, conditions }: Fields, where: string): Proof {
    if (rule.length > BOUNDS.name) throw met('name', `${where}.rule`);
    demand(RULE_ID.test(rule), `${where}.rule`, 'not the id of a rule');
    const pairs = Object.entries(readObject(substitution, `${where}.substitution`));
    if (pairs.length > BOUNDS.locals) throw met('locals', `${where}.substitution`);
    const values = pairs.map(([name, place]): [string, Term] => [
      name,
      this.#terms.value(place, `${where}.substitution`, BOUNDS.locals),
    ]);
    const premises = this.#proofList(conditions, `${where}.conditions`);
    return { by: 'rule', rule, substitution: new Map(values), premises };
  }

  #hypothesis({ name, at, conditions }: Fields, where: string): Proof {
    const text = readText(name, `${where}.name`);
    if (text.length > 3 * BOUNDS.name) throw met('name', `${where}.name`);
    return {
      by: 'hypothesis',
      name: text,
      at: readList(at, `${where}.at`).map((place) => this.#terms.value(place, `${where}.at`)),
      premises: this.#proofList(conditions, `${where}.conditions`),
    };
  }

  #algebra(value: unknown, where: string): Proof {
    const nonzero = readList(value, `${where}.nonzero`).map((entry) => {
      const [term, proof] = readTuple(entry, `${where}.nonzero`, 2);
      return {
        term: this.#terms.value(term, `${where}.nonzero`),
        proof: this.proof(proof, `${where}.nonzero`),
      };
    });
    return { by: 'algebra', nonzero };
  }

  #linear(value: unknown, where: string): Proof {
    const terms = readList(value, `${where}.terms`).map((entry) => {
      const [fact, proof, factor] = readTuple(entry, `${where}.terms`, 3);
      return {
        fact: this.#terms.proposition(fact, `${where}.terms`),
        proof: this.proof(proof, `${where}.terms`),
        factor: readNumber(factor, `${where}.terms`),
      };
    });
    return { by: 'linear', terms };
  }
}
