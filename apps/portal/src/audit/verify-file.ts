import './browser-buffer.js';
import { verifyBundle, type Verification } from '@lien-ket/audit-log';
import { planPage } from '@lien-ket/plan-acts';
import { checkNoted } from './browser-crypto.adapter.js';

/** Verifies a bundle here, with nothing but what is loaded already. @returns undefined where the browser can't check signatures */
export async function verifyFile(
  bundle: Uint8Array,
  policy: string | undefined,
): Promise<Verification | undefined> {
  try {
    let found = verifyBundle(bundle, policy, planPage);
    while ((await checkNoted()) > 0) found = verifyBundle(bundle, policy, planPage);
    return found;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
