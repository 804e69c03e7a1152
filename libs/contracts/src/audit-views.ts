import { z } from 'zod';
import { clocks } from './values.js';

/** The day whose rights are asked for, as known when, and by pages. */
export const rightsQuery = clocks.extend({ limit: z.unknown(), cursor: z.unknown() }).partial();

/** A right that an account held on a day (GET /audit/rights). */
export interface RightView {
  /** The entry of the log that gave it. */
  readonly seq: number;
  readonly account: string;
  readonly organisationId: string;
  readonly organisation: string | null;
  readonly role: string;
  readonly from: string;
  readonly to: string | null;
  readonly basis: string;
  readonly givenOn: string;
}

/** That somebody read a person's data (GET /audit/reads): pseudonyms and ids, no person's data. */
export interface PersonReadView {
  readonly seq: number;
  readonly at: string;
  readonly businessDate: string;
  readonly account: string;
  readonly role: string;
  readonly organisationId: string | null;
  /** The person read of. */
  readonly subject: string;
  readonly cls: string;
  /** Operation that showed the person. */
  readonly purpose: string;
  readonly correlationId: string;
}

export interface AuditEventView {
  readonly seq: number;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly businessDate: string;
  readonly effectiveOn: string | null;
  readonly actor: { account: string; role: string; organisationId?: string; kind: string };
  readonly command: string;
  readonly data: unknown;
}

/** That an event is in the tenant's Merkle log (GET /audit/proof): docs/audit-format.md §2 and §5. */
export interface AuditProofView {
  readonly seq: number;
  /** A signed note. */
  readonly checkpoint: string;
  /** Hashes in base64. */
  readonly proof: readonly string[];
}

/** A checkpoint that was handed to the log of logs. */
export interface LoggedCheckpointView {
  /** The log that signed it. */
  readonly origin: string;
  /** Of events. */
  readonly size: number;
  /** A signed note. */
  readonly checkpoint: string;
}

/**
 * What the log of logs knows of the tenant's log, at the hub of all logs (GET /audit/logs): docs/audit-format.md §11.
 */
export interface AuditLogsView {
  /** Its own signed note; null while nothing stands in it. */
  readonly checkpoint: string | null;
  /** The last of each log that it took. */
  readonly taken: readonly LoggedCheckpointView[];
  /** Those that contradict what it took before: proof of a second history. */
  readonly refused: readonly LoggedCheckpointView[];
}
