import { PRINTABLE, base64, hashOf, listOf, numberOf, textOf, type Members } from './members.js';

/** That a log's checkpoint stands in the log of logs: docs/audit-format.md §11. */
export interface LoggedCheckpoint {
  /** The log of logs' own, with its witnesses' lines. */
  readonly checkpoint: string;
  readonly index: number;
  readonly proof: readonly Buffer[];
  /** What stands there: the checkpoint of the bundle, or a later one, under the log's signature alone. */
  readonly note: string;
  /** From the bundle's checkpoint to that one; empty where they are the same. */
  readonly consistency: readonly Buffer[];
}

export function formatLogged({ checkpoint, index, proof, note, consistency }: LoggedCheckpoint): Members {
  return { checkpoint, index, proof: proof.map(base64), note, consistency: consistency.map(base64) };
}

export function readLogged(given: Members): LoggedCheckpoint {
  return {
    checkpoint: textOf(given['checkpoint'], PRINTABLE),
    index: numberOf(given['index']),
    proof: listOf(given['proof']).map(hashOf),
    note: textOf(given['note'], PRINTABLE),
    consistency: listOf(given['consistency']).map(hashOf),
  };
}
