import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import type { Arrived, Outgoing } from './broker.js';

/** What a message across tenants is signed with; the key id tells which of the tenant's keys. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
}

/** The published key of a tenant, by its id; undefined when the register has none. */
export type PublisherKeys = (tenant: string, keyId: string) => Promise<KeyObject | undefined>;

const KEY = 'lk_keyid';
const SIGNATURE = 'lk_signature';

/** Ed25519 over topic, stream, revision, id, stored header and data: moved to another topic or place it is refused. */
export function signed(message: Outgoing, key: SigningKey): Outgoing {
  const text = (name: string): string => String(message.headers[name] ?? '');
  const content = contentOf(
    message.topic,
    message.key ?? '',
    text,
    message.headers['lk_header'],
    message.value,
  );
  const signature = sign(null, content, key.privateKey).toString('base64');
  return { ...message, headers: { ...message.headers, [KEY]: key.id, [SIGNATURE]: signature } };
}

/** Why the message was not made by the tenant; undefined when it was. */
export async function forgery(
  message: Arrived,
  tenant: string,
  keys: PublisherKeys,
): Promise<string | undefined> {
  const text = (name: string): string => message.headers[name]?.toString('utf8') ?? '';
  const [keyId, signature] = [text(KEY), text(SIGNATURE)];
  if (keyId === '' || signature === '') return `not signed by ${tenant}`;
  const key = await keys(tenant, keyId);
  if (!key) return `key ${keyId} is none of ${tenant}`;
  const value = message.value ?? Buffer.alloc(0);
  const content = contentOf(message.topic, message.key ?? '', text, message.headers['lk_header'], value);
  return verify(null, content, key, Buffer.from(signature, 'base64')) ? undefined : `not signed by ${tenant}`;
}

function contentOf(
  topic: string,
  key: string,
  text: (name: string) => string,
  header: string | Buffer | undefined,
  value: Buffer,
): Buffer {
  const hash = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const fields = [topic, key, text('ce_streamrevision'), text('ce_sequence'), text('ce_recordedat')];
  return Buffer.from(
    ['lien-ket share v1', ...fields, text('ce_type'), hash(header ?? ''), hash(value)].join('\n'),
  );
}
