import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError, type Context } from '@lien-ket/kernel';

export const FILE_LIMIT = 20 * 1024 * 1024;
const NONCE = 12;
const TAG = 16;

/** Encrypted files of the tenants: nonce, ciphertext, tag; the file's id is authenticated with it. */
export class FileStore {
  constructor(private readonly directory: string) {}

  /**
   * Encrypts while it arrives, and is on the disk before anything names it.
   * @throws DomainError tooLarge; nothing is left behind then
   */
  async write(
    ctx: Context,
    id: string,
    key: Buffer,
    content: AsyncIterable<Buffer>,
  ): Promise<{ size: number; cipherHash: string }> {
    const file = this.pathOf(ctx, id);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const part = `${file}.part`;
    const handle = await open(part, 'w', 0o600);
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.from(`lk-file-1 ${ctx.tenantId} ${id}`));
    const hash = createHash('sha256');
    const put = async (bytes: Buffer): Promise<void> => {
      hash.update(bytes);
      await handle.write(bytes);
    };
    let size = 0;
    try {
      await put(nonce);
      for await (const chunk of content) {
        size += chunk.length;
        if (size > FILE_LIMIT)
          throw new DomainError('tooLarge', 'file.tooLarge', { limitMiB: FILE_LIMIT / 1024 / 1024 });
        await put(cipher.update(chunk));
      }
      await put(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
      await handle.sync();
    } catch (error) {
      await handle.close();
      await rm(part, { force: true });
      throw error;
    }
    await handle.close();
    await rename(part, file);
    return { size, cipherHash: hash.digest('hex') };
  }

  /** The whole file, once its tag has been checked. @throws Error when the bytes were altered */
  async read(ctx: Context, id: string, key: Buffer): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(ctx, id));
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(`lk-file-1 ${ctx.tenantId} ${id}`));
    decipher.setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
  }

  /** Ids of files whose bytes were last written before an instant, unfinished ones included. */
  async writtenBefore(ctx: Context, instant: Date): Promise<string[]> {
    const directory = join(this.directory, ctx.tenantId);
    const names = await readdir(directory).catch(() => []);
    const old: string[] = [];
    for (const name of names) {
      const { mtimeMs } = await stat(join(directory, name));
      if (mtimeMs < instant.getTime()) old.push(name.replace(/\.bin(\.part)?$/, ''));
    }
    return [...new Set(old)];
  }

  async remove(ctx: Context, id: string): Promise<void> {
    const file = this.pathOf(ctx, id);
    await rm(file, { force: true });
    await rm(`${file}.part`, { force: true });
  }

  private pathOf(ctx: Context, id: string): string {
    return join(this.directory, ctx.tenantId, `${id}.bin`);
  }
}
