import './browser-buffer.js';
import { verifyPieces, type Verification } from '@lien-ket/audit-log';
import { planPage } from '@lien-ket/plan-acts';
import { checkNoted } from './browser-crypto.adapter.js';

/** Verifies a bundle here, with nothing but what is loaded already. @returns undefined where the browser can't check signatures */
export async function verifyFile(
  bundle: Blob,
  policy: string | undefined,
): Promise<Verification | undefined> {
  try {
    let found = await verifyPieces(piecesOf(bundle), policy, planPage);
    while ((await checkNoted()) > 0) found = await verifyPieces(piecesOf(bundle), policy, planPage);
    return found;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** As it is read from the disk: a bundle of a whole log may be larger than memory. */
async function* piecesOf(bundle: Blob): AsyncGenerator<Uint8Array> {
  const reader = bundle.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}
