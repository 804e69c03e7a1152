import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseCheckpoint, type Checkpoint } from '@lien-ket/audit-log';

/**
 * The key that signs a tenant's log, and beside it the text that it signs or is about to sign: not in the database, so
 * that whoever brings an older database back, or edits one, gets no second history signed.
 */
export class LogKeyFiles {
  constructor(private readonly directory: string) {}

  /** Made when there is none; never when something was signed already: a lost key is not replaced in silence. */
  keyOf(tenant: string): KeyObject {
    const file = this.fileOf(tenant, 'pem');
    if (!existsSync(file)) {
      if (existsSync(this.fileOf(tenant, 'signed'))) throw new Error(`the log key of ${tenant} is lost`);
      const { privateKey } = generateKeyPairSync('ed25519');
      this.write(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    }
    return createPrivateKey(readFileSync(file, 'utf8'));
  }

  /** @throws Error for a file that can't be read: then nothing is signed */
  signed(tenant: string): Checkpoint | undefined {
    const file = this.fileOf(tenant, 'signed');
    if (!existsSync(file)) return undefined;
    const checkpoint = parseCheckpoint(readFileSync(file, 'utf8'));
    if (!checkpoint) throw new Error(`${file} holds no checkpoint`);
    return checkpoint;
  }

  /** On the disk when it returns: before anything is signed. */
  keep(tenant: string, text: string): void {
    this.write(this.fileOf(tenant, 'signed'), text);
  }

  private fileOf(tenant: string, kind: 'pem' | 'signed'): string {
    return join(this.directory, `log-${tenant}.${kind}`);
  }

  private write(file: string, content: string): void {
    mkdirSync(this.directory, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, content, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
    const directory = openSync(this.directory, 'r');
    fsyncSync(directory);
    closeSync(directory);
  }
}
