// `npm run secrets [-- <folder>]`: the secrets that docker-compose.yml and infra/kubernetes name, one file each. What is
// there stays: running it twice changes nothing.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './files.mjs';

const word = () => randomBytes(24).toString('base64url');

/** Name of the file → what is in it when it is made. */
export const SECRETS = {
  'postgres-superuser': word,
  // From it the passwords of all login roles are derived: 32 bytes.
  'postgres-roles': () => randomBytes(32).toString('base64'),
  'kafka-admin': word,
  'kafka-controller': word,
  'kafka-relay': word,
  'kafka-service': word,
  'gateway-client': word,
  'operator-client': word,
  'keycloak-admin': word,
  'keycloak-db': word,
  'platform-admin': word,
  'grafana-admin': word,
};

/**
 * Answers the names that were made. The folder is closed to others; a file in it is not, since a container that is not root
 * reads it under a number of its own.
 */
export function makeSecrets(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const missing = Object.entries(SECRETS).filter(([name]) => !existsSync(join(folder, name)));
  for (const [name, make] of missing) writeFileSync(join(folder, name), make(), { mode: 0o644 });
  return missing.map(([name]) => name);
}

if (process.argv[1] === import.meta.filename) {
  const folder = resolve(process.argv[2] ?? join(ROOT, 'infra/compose/secrets'));
  const made = makeSecrets(folder);
  console.log(
    made.length > 0
      ? `Đã tạo (made) ${made.join(', ')} ở ${folder}`
      : `Đã có đủ ở ${folder} (all are there already)`,
  );
}
