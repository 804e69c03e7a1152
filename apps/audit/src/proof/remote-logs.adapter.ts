import { parseCheckpoint, parseNote } from '@lien-ket/audit-log';
import type { AuditLogsView } from '@lien-ket/contracts';
import type { LogsPort, ShownLog } from './logs-port.js';
import type { Signed } from './sealing.js';
import type { WitnessAnswer } from './witness.adapter.js';

const PATIENCE_MS = 5_000;

/** The log of logs where another group of processes keeps it: only checkpoints and hashes go there and come back. */
export class RemoteLogs implements LogsPort {
  private readonly url: string;

  /** @param url address of the audit process that serves the hub */
  constructor(url: string) {
    this.url = `${url.replace(/\/$/, '')}/log-of-logs`;
  }

  add(body: string): Promise<WitnessAnswer> {
    return this.ask<WitnessAnswer>('add-checkpoint', { body });
  }

  async signed(): Promise<Signed | undefined> {
    const { note } = await this.ask<{ readonly note: string | null }>('checkpoint', {});
    const checkpoint = note === null ? undefined : parseCheckpoint(parseNote(note)?.text ?? '');
    return note === null || !checkpoint ? undefined : { checkpoint, note };
  }

  async proofOf(index: number, size: number): Promise<Buffer[]> {
    const { proof } = await this.ask<{ readonly proof: readonly string[] }>('proof', { index, size });
    return proof.map((hash) => Buffer.from(hash, 'base64'));
  }

  standing(shown?: ShownLog): Promise<AuditLogsView> {
    return this.ask<AuditLogsView>('standing', { note: shown?.note ?? '' });
  }

  private async ask<T>(path: string, given: object): Promise<T> {
    const answer = await fetch(`${this.url}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) throw new Error(`the log of logs answered ${answer.status}`);
    return (await answer.json()) as T;
  }
}
