/** What the parts of a proof are printed by: the printer of proofs, handed down. */
import type { Proof } from '../kernel/proof.js';
import type { Term } from '../term/term.js';
import type { Lines } from './near-proof.js';
import type { Standpoint } from './standpoint.js';

/** Lines that prove the goal. Throws NotExportable. */
export type Prove = (here: Standpoint, proof: Proof, goal: Term) => Lines;

export type Shown<K extends Proof['by']> = Extract<Proof, { by: K }>;

export type Relation = 'eq' | 'le' | 'lt';
