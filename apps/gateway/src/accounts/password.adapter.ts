import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const FORM = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;

/** Each hash takes 32 MiB for its time: no more than two at once, the rest wait their turn. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** `scrypt$N$r$p$salt$key`: the cost stands with the hash, so that it can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST, KEY_BYTES);
  const parts = [COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')];
  return ['scrypt', ...parts].join('$');
}

/** True when the password made the hash. Takes as long for a hash that is none, so that time tells nothing. */
export async function matchesPassword(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = FORM.exec(hash) ?? [];
  const expected = Buffer.from(key, 'base64url');
  const cost = {
    N: Number(N ?? COST.N),
    r: Number(r ?? COST.r),
    p: Number(p ?? COST.p),
    maxmem: COST.maxmem,
  };
  const actual = await derive(password, Buffer.from(salt, 'base64url'), cost, expected.length || KEY_BYTES);
  return expected.length > 0 && timingSafeEqual(actual, expected);
}

async function derive(password: string, salt: Buffer, cost: typeof COST, bytes: number): Promise<Buffer> {
  // Whoever ends hands the place on, so that nobody slips in between.
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await new Promise<Buffer>((resolve, reject) =>
      scrypt(password.normalize('NFC'), salt, bytes, cost, (error, key) =>
        error ? reject(error) : resolve(key),
      ),
    );
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
