/**
 * Arrays as PostgreSQL reads them in binary: node-postgres sends a Buffer as it is, and the server parses and escapes
 * nothing. Format: one dimension, flag for nulls, element type, length, lower bound, then length and bytes of each.
 */
const OID = { bytea: 17, int4: 23, text: 25, date: 1082, uuid: 2950 } as const;
const HEADER_BYTES = 20;
const DAY_MS = 86_400_000;
/** Dates are days since 2000-01-01. */
const EPOCH_DAY = Date.UTC(2000, 0, 1) / DAY_MS;

function arrayOf(oid: number, length: number, bytes: number, nulls = false): Buffer {
  const array = Buffer.allocUnsafe(HEADER_BYTES + bytes);
  array.writeInt32BE(1, 0);
  array.writeInt32BE(nulls ? 1 : 0, 4);
  array.writeInt32BE(oid, 8);
  array.writeInt32BE(length, 12);
  array.writeInt32BE(1, 16);
  return array;
}

/** `text[]` */
export function textArray(values: readonly string[]): Buffer {
  const sizes = values.map((value) => Buffer.byteLength(value));
  const array = arrayOf(
    OID.text,
    values.length,
    sizes.reduce((sum, size) => sum + 4 + size, 0),
  );
  let at = HEADER_BYTES;
  values.forEach((value, index) => {
    at = array.writeInt32BE(sizes[index] ?? 0, at);
    at += array.write(value, at);
  });
  return array;
}

/** `bytea[]` */
export function byteaArray(values: readonly Buffer[]): Buffer {
  const array = arrayOf(
    OID.bytea,
    values.length,
    values.reduce((sum, value) => sum + 4 + value.length, 0),
  );
  let at = HEADER_BYTES;
  for (const value of values) {
    at = array.writeInt32BE(value.length, at);
    at += value.copy(array, at);
  }
  return array;
}

/** `int4[]` */
export function intArray(values: readonly number[]): Buffer {
  const array = arrayOf(OID.int4, values.length, values.length * 8);
  let at = HEADER_BYTES;
  for (const value of values) {
    at = array.writeInt32BE(4, at);
    at = array.writeInt32BE(value, at);
  }
  return array;
}

/** `uuid[]`. @throws Error for what is not a UUID */
export function uuidArray(values: readonly string[]): Buffer {
  const array = arrayOf(OID.uuid, values.length, values.length * 20);
  let at = HEADER_BYTES;
  for (const value of values) {
    at = array.writeInt32BE(16, at);
    const written = array.write(value.replaceAll('-', ''), at, 16, 'hex');
    if (written !== 16 || value.length !== 36) throw new Error(`not a UUID: ${value}`);
    at += written;
  }
  return array;
}

/** `date[]`; undefined is null. @throws Error for what is not a date */
export function dateArray(values: readonly (string | undefined)[]): Buffer {
  const filled = values.filter((value) => value !== undefined).length;
  const array = arrayOf(OID.date, values.length, values.length * 4 + filled * 4, filled < values.length);
  let at = HEADER_BYTES;
  for (const value of values) {
    at = array.writeInt32BE(value === undefined ? -1 : 4, at);
    if (value !== undefined) at = array.writeInt32BE(dayOf(value), at);
  }
  return array;
}

function dayOf(date: string): number {
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) / DAY_MS : Number.NaN;
  if (Number.isNaN(day)) throw new Error(`not a date: ${date}`);
  return day - EPOCH_DAY;
}
