import { EmbeddedCluster, type ClusterAddress } from '@lien-ket/read-model';
import { rolePassword } from '@lien-ket/runtime';
import { InstanceLock } from './instance.adapter.js';
import { clusterDirectory } from './server.js';

/** What a command that works alone on a cluster takes of it. */
export const CONNECTIONS = 4;

/**
 * Works on the platform's own PostgreSQL while the platform does not run, and nobody can start it meanwhile.
 * @param secret from which the passwords of the roles are derived
 * @throws InstanceRunning
 */
export async function onOwnCluster<T>(
  dataDir: string,
  secret: Buffer,
  work: (address: ClusterAddress) => Promise<T>,
): Promise<T> {
  const lock = InstanceLock.take(dataDir, 0);
  try {
    const passwordOf = (role: string): string => rolePassword(secret, role);
    const directory = clusterDirectory({ dataDir });
    const cluster = await EmbeddedCluster.start({
      directory,
      password: passwordOf('postgres'),
      durable: true,
    });
    try {
      return await work({ ...cluster.address, passwordOf, maxConnections: CONNECTIONS });
    } finally {
      await cluster.stop();
    }
  } finally {
    lock.release();
  }
}
