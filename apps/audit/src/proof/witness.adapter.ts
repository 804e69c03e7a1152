import { createHash, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  COSIGNATURE,
  considerCheckpoint,
  cosignText,
  formatSignature,
  formatVerifierKey,
  verifierOf,
  type VerifierKey,
} from '@lien-ket/audit-log';
import { keepFile, keptFile, keyIn } from './kept-file.adapter.js';

export interface WitnessAnswer {
  readonly status: number;
  readonly body: string;
}

/** The logs whose checkpoints a witness takes, by their origin. */
export type Witnessed = (origin: string) => VerifierKey | undefined;

/**
 * A witness (C2SP tlog-witness): its key and, of each log, the text that it cosigned or is about to cosign, in one
 * folder. The text is on the disk before it is signed, so neither a crash nor a second request gets two histories signed.
 */
export class Witness {
  private readonly key: KeyObject;

  constructor(
    readonly name: string,
    private readonly directory: string,
    private readonly logs: Witnessed,
  ) {
    this.key = keyIn(join(directory, 'witness.pem'), () => !existsSync(join(directory, 'seen')));
  }

  get verifierKey(): VerifierKey {
    return verifierOf(this.name, COSIGNATURE, this.key);
  }

  /** As policies name it. */
  get written(): string {
    return formatVerifierKey(this.verifierKey);
  }

  /** Nothing in it waits, so two requests can't come between each other. @throws Error when it can't be kept or read */
  add(body: string): WitnessAnswer {
    const considered = considerCheckpoint(body, {
      keyOf: this.logs,
      lastOf: (origin) => keptFile(this.fileOf(origin)),
    });
    if (considered.status === 409) return { status: 409, body: `${considered.size}\n` };
    if (considered.status !== 200) return { status: considered.status, body: '' };
    const { origin, sign } = considered;
    if (keptFile(this.fileOf(origin)) !== sign) this.keep(this.fileOf(origin), sign);
    const now = Math.floor(Date.now() / 1_000);
    return { status: 200, body: formatSignature(cosignText(sign, this.name, this.key, now)) };
  }

  protected keep(file: string, text: string): void {
    keepFile(file, text);
  }

  private fileOf(origin: string): string {
    return join(this.directory, 'seen', createHash('sha256').update(origin).digest('hex'));
  }
}
