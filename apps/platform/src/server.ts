import { join } from 'node:path';
import { EmbeddedCluster, type ClusterAddress } from '@lien-ket/read-model';
import { KeyFiles } from '@lien-ket/vault';
import type { PlatformConfig } from './platform.config.js';

/** Where PostgreSQL is, and how it ends: our own server, or one that was there before. */
export interface Server {
  readonly address: ClusterAddress;
  readonly stop: () => Promise<void>;
}

/** Connections that the system's own databases and the provisioner take beside the pools. */
const RESERVED = 8;

export async function serverOf(
  config: PlatformConfig,
  passwordOf: (role: string) => string,
  signal?: AbortSignal,
): Promise<Server> {
  const maxConnections = config.maxConnections - RESERVED;
  if (config.postgres) {
    const { host, port } = config.postgres;
    return { address: { host, port, passwordOf, maxConnections }, stop: async () => undefined };
  }
  const cluster = await EmbeddedCluster.start({
    directory: clusterDirectory(config),
    password: passwordOf('postgres'),
    durable: true,
    signal,
  });
  return { address: { ...cluster.address, passwordOf, maxConnections }, stop: () => cluster.stop() };
}

export function clusterDirectory({ dataDir }: Pick<PlatformConfig, 'dataDir'>): string {
  return join(dataDir, 'pg');
}

export function keysDirectory(config: PlatformConfig): string {
  const directory = join(config.dataDir, 'keys');
  void new KeyFiles(directory);
  return directory;
}

export function superuserOf({ postgres }: PlatformConfig, { passwordOf }: ClusterAddress) {
  return { user: 'postgres', password: postgres?.password ?? passwordOf('postgres') };
}
