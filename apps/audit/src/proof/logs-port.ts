import type { AuditLogsView } from '@lien-ket/contracts';
import type { Taker } from './handing.js';
import type { Signed } from './sealing.js';

/** Of which log somebody asks, and a note of it that its key signed: by that it is seen that he may. */
export interface ShownLog {
  readonly origin: string;
  readonly note?: string;
}

/** The log of logs, in this process or in another one's. */
export interface LogsPort extends Taker {
  /** All that it holds, signed and, as far as its witnesses answer, cosigned; undefined while it holds nothing. */
  signed(): Promise<Signed | undefined>;
  proofOf(index: number, size: number): Promise<Buffer[]>;
  /** What it took last and what it refused, of one log or of all. */
  standing(shown?: ShownLog): Promise<AuditLogsView>;
}
