import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './files.mjs';

/** As the platform itself finds one; the workspace must be built. */
export async function freePort() {
  const file = join(ROOT, 'libs/read-model/dist/free-port.adapter.js');
  return (await import(pathToFileURL(file).href)).freePort();
}
