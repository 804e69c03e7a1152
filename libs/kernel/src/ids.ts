import { createHash } from 'node:crypto';

/** Slug of one authority on the platform, valid from its start to its end; never the administrative code. */
export type TenantId = string & { readonly __tenantId?: never };
/** `<aggregate>-<uuid>`, or `share-<tenant>` / `received-<tenant>` for the share channel. */
export type StreamName = string & { readonly __streamName?: never };
export type Uuid = string & { readonly __uuid?: never };

const TENANT = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Lower-case words joined by single hyphens, at most 40 characters. */
export function isTenantId(text: string): boolean {
  return text.length <= 40 && TENANT.test(text);
}

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The namespace of every name-based id of this platform: UUIDv5 of the DNS namespace and `lien-ket`. */
const NAMESPACE = '94137829-b2e4-57e0-9908-e8e489f74b9a';

/**
 * UUIDv5 (RFC 9562 §5.5) over the parts. Parts are length-prefixed, so that ("a","bc") and ("ab","c") differ.
 */
export function uuidFrom(...parts: readonly string[]): Uuid {
  const name = parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join('');
  const hash = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  return formatUuid(hash.subarray(0, 16), 5);
}

/** UUIDv7 (RFC 9562 §5.7) of a time in milliseconds and ten random bytes; both come from the caller's adapters. */
export function uuid7(epochMs: number, random: Uint8Array): Uuid {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(epochMs, 0, 6);
  Buffer.from(random).copy(bytes, 6, 0, 10);
  return formatUuid(bytes, 7);
}

function formatUuid(source: Buffer, version: number): Uuid {
  const bytes = Buffer.from(source);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Event id = UUIDv5(tenant, stream, command id, index within the command): a retry makes the same ids. */
export function eventIdOf(tenant: TenantId, stream: StreamName, commandId: Uuid, index: number): Uuid {
  return uuidFrom('event', tenant, stream, commandId, String(index));
}

/** Id of a thing made by reaction to another's event: a second message makes the same one. */
export function reactionId(originTenant: TenantId, originId: string, kind: string): Uuid {
  return uuidFrom('reaction', originTenant, originId, kind);
}

export function streamOf(aggregate: string, id: Uuid): StreamName {
  return `${aggregate}-${id}`;
}

/** The aggregate of a stream: the name before its uuid, or `share` / `received` for the share channel. */
export function categoryOf(stream: StreamName): string {
  if (stream.startsWith('share-')) return 'share';
  if (stream.startsWith('received-')) return 'received';
  return stream.slice(0, -37);
}

/** The uuid part of a stream name. */
export function idOf(stream: StreamName): Uuid {
  return stream.slice(-36);
}
