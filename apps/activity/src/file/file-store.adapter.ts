import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError, type Context } from '@lien-ket/kernel';

export const FILE_LIMIT = 20 * 1024 * 1024;
const NONCE = 12;
const TAG = 16;
const NAME = /^([0-9a-f-]{36})\.([0-9a-f]+)\.(bin|part)$/;

/** A file as it was written. */
export interface Written {
  readonly size: number;
  /** SHA-256 of what lies on the disk. */
  readonly cipherHash: string;
  /** HMAC of the content under the file's key: equal for equal content only, and tells nothing without the key. */
  readonly contentMac: string;
}

/** A file on the disk; without `cipherHash` it was never finished. */
export interface Lying {
  readonly name: string;
  readonly id: string;
  readonly cipherHash?: string;
}

/**
 * Encrypted files of the tenants: nonce, ciphertext, tag; the file's id is authenticated with it. The name holds the
 * hash of the bytes, so that nothing can be written over what an event names.
 */
export class FileStore {
  constructor(private readonly directory: string) {}

  /**
   * Encrypts while it arrives, and is on the disk before anything names it.
   * @throws DomainError tooLarge, invalid file.empty; nothing is left behind then
   */
  async write(ctx: Context, id: string, key: Buffer, content: AsyncIterable<Buffer>): Promise<Written> {
    const folder = join(this.directory, ctx.tenantId);
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made) await syncFolder(dirname(made));
    const part = join(folder, `${id}.${randomBytes(8).toString('hex')}.part`);
    const handle = await open(part, 'wx', 0o600);
    try {
      const written = await encrypt(handle, key, aadOf(ctx, id), content);
      await handle.sync();
      await rename(part, this.pathOf(ctx, id, written.cipherHash));
      await syncFolder(folder);
      return written;
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  }

  /** The whole file, once hash and tag have been checked. @throws Error when the bytes were altered */
  async read(ctx: Context, id: string, cipherHash: string, key: Buffer): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(ctx, id, cipherHash));
    if (createHash('sha256').update(bytes).digest('hex') !== cipherHash)
      throw new Error(`the bytes of the file ${id} are not those that were stored`);
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
    decipher.setAAD(aadOf(ctx, id));
    decipher.setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
  }

  /** Files whose bytes were last written before an instant, unfinished ones included. */
  async writtenBefore(ctx: Context, instant: Date): Promise<Lying[]> {
    const folder = join(this.directory, ctx.tenantId);
    const old: Lying[] = [];
    for (const name of await readdir(folder).catch(() => [])) {
      const [, id, hash, kind] = NAME.exec(name) ?? [];
      if (id === undefined || (await stat(join(folder, name))).mtimeMs >= instant.getTime()) continue;
      old.push({ name, id, ...(kind === 'bin' ? { cipherHash: hash } : {}) });
    }
    return old;
  }

  async remove(ctx: Context, id: string, cipherHash: string): Promise<void> {
    await rm(this.pathOf(ctx, id, cipherHash), { force: true });
  }

  async removeLying(ctx: Context, { name }: Lying): Promise<void> {
    await rm(join(this.directory, ctx.tenantId, name), { force: true });
  }

  private pathOf(ctx: Context, id: string, cipherHash: string): string {
    return join(this.directory, ctx.tenantId, `${id}.${cipherHash}.bin`);
  }
}

function aadOf(ctx: Context, id: string): Buffer {
  return Buffer.from(`lk-file-1 ${ctx.tenantId} ${id}`);
}

async function encrypt(
  handle: FileHandle,
  key: Buffer,
  aad: Buffer,
  content: AsyncIterable<Buffer>,
): Promise<Written> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  const hash = createHash('sha256');
  const mac = createHmac('sha256', key).update('lk-file-content-1 ');
  const put = async (bytes: Buffer): Promise<void> => {
    hash.update(bytes);
    await handle.writeFile(bytes);
  };
  let size = 0;
  await put(nonce);
  for await (const chunk of content) {
    size += chunk.length;
    if (size > FILE_LIMIT)
      throw new DomainError('tooLarge', 'file.tooLarge', { limitMiB: FILE_LIMIT / 1024 / 1024 });
    mac.update(chunk);
    await put(cipher.update(chunk));
  }
  if (size === 0) throw new DomainError('invalid', 'file.empty');
  await put(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
  return { size, cipherHash: hash.digest('hex'), contentMac: mac.digest('hex') };
}

/** A name is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
