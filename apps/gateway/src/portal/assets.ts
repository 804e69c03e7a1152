import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = ['.js', '.css', '.json', '.webmanifest', '.svg', '.txt'];

export interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzipped?: Buffer;
}

/** The files of a built portal, by their address. Only what was there at the start: an address is never a file's path. */
export class Assets {
  private readonly files: ReadonlySet<string>;
  private readonly loaded = new Map<string, Promise<Asset>>();

  constructor(private readonly folder: string) {
    this.files = new Set([...listed(folder, ''), ...listed(folder, 'assets/')]);
  }

  /** Addresses such as `favicon.svg` and `assets/index-4f2a.js`. */
  has(address: string): boolean {
    return this.files.has(address);
  }

  /** Read and compressed once. */
  load(address: string): Promise<Asset> {
    const asset = this.loaded.get(address) ?? this.read(address);
    this.loaded.set(address, asset);
    return asset;
  }

  private async read(address: string): Promise<Asset> {
    const plain = await readFile(join(this.folder, address));
    const extension = extname(address);
    const type = TYPES[extension] ?? 'application/octet-stream';
    return COMPRESSIBLE.includes(extension)
      ? { type, plain, gzipped: await compress(plain) }
      : { type, plain };
  }
}

function listed(folder: string, prefix: string): readonly string[] {
  const within = join(folder, prefix);
  if (!existsSync(within)) return [];
  const files = readdirSync(within, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name }) => prefix + name).filter((address) => address !== 'index.html');
}
