import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  LOGS_ORIGIN,
  LOG_SIGNATURE,
  formatVerifierKey,
  originOf,
  parseCheckpoint,
  verifierOf,
  type Checkpoint,
} from '@lien-ket/audit-log';
import { keepFile, keptFile, keyIn } from './kept-file.adapter.js';

/** How a log is called where it signs, and its files. */
interface Naming {
  origin(tenant: string): string;
  file(tenant: string): string;
}

const OF_TENANTS: Naming = { origin: originOf, file: (tenant) => `log-${tenant}` };
/** The hub's; no name that a tenant's file could have. */
export const OF_LOGS: Naming = { origin: () => LOGS_ORIGIN, file: () => 'logs' };

/**
 * The key that signs a tenant's log, and beside it the text that it signs or is about to sign: not in the database, so
 * that whoever brings an older database back, or edits one, gets no second history signed.
 */
export class LogKeyFiles {
  constructor(
    private readonly directory: string,
    private readonly naming: Naming = OF_TENANTS,
  ) {}

  originOf(tenant: string): string {
    return this.naming.origin(tenant);
  }

  /** Whether there is a key already: whoever only shows makes none. */
  has(tenant: string): boolean {
    return existsSync(this.fileOf(tenant, 'pem'));
  }

  /** Made when there is none; never when something was signed already. */
  keyOf(tenant: string): KeyObject {
    return keyIn(this.fileOf(tenant, 'pem'), () => !existsSync(this.fileOf(tenant, 'signed')));
  }

  /** The verifier key of the tenant's log, as policies name it. */
  verifierKey(tenant: string): string {
    return formatVerifierKey(verifierOf(this.originOf(tenant), LOG_SIGNATURE, this.keyOf(tenant)));
  }

  /** @throws Error for a file that can't be read: then nothing is signed */
  signed(tenant: string): Checkpoint | undefined {
    const file = this.fileOf(tenant, 'signed');
    const kept = keptFile(file);
    const checkpoint = kept === undefined ? undefined : parseCheckpoint(kept);
    if (kept !== undefined && !checkpoint) throw new Error(`${file} holds no checkpoint`);
    return checkpoint;
  }

  /** On the disk when it returns: before anything is signed. */
  keep(tenant: string, text: string): void {
    keepFile(this.fileOf(tenant, 'signed'), text);
  }

  private fileOf(tenant: string, kind: 'pem' | 'signed'): string {
    return join(this.directory, `${this.naming.file(tenant)}.${kind}`);
  }
}
