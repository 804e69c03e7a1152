/** FIPS 180-4. Trees are hashed without waiting, and the browser's own SHA-256 can only be waited for. */
const ROUNDS = 64;
const BLOCK = 64;
const LENGTH_AT = 56;

const primes = ((): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < ROUNDS; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
})();
const fraction = (value: number): number => (value - Math.floor(value)) * 2 ** 32;
const CONSTANTS = Uint32Array.from(primes.map((prime) => fraction(Math.cbrt(prime))));
const START = Uint32Array.from(primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))));

const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

export function sha256Of(bytes: Uint8Array): Uint8Array {
  const state = START.slice();
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - BLOCK + LENGTH_AT, Math.floor((bytes.length * 8) / 2 ** 32));
  view.setUint32(padded.length - BLOCK + LENGTH_AT + 4, bytes.length * 8);
  for (let at = 0; at < padded.length; at += BLOCK) compress(state, scheduled(view, at));
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, at) => digest.setUint32(at * 4, word));
  return new Uint8Array(digest.buffer);
}

function scheduled(view: DataView, at: number): Uint32Array {
  const words = new Uint32Array(ROUNDS);
  for (let i = 0; i < 16; i += 1) words[i] = view.getUint32(at + i * 4);
  for (let i = 16; i < ROUNDS; i += 1) {
    const [x = 0, y = 0] = [words[i - 15], words[i - 2]];
    const small = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const large = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    words[i] = (words[i - 16] ?? 0) + small + (words[i - 7] ?? 0) + large;
  }
  return words;
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < ROUNDS; i += 1) {
    const big = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + big + ((e & f) ^ (~e & g)) + (CONSTANTS[i] ?? 0) + (words[i] ?? 0)) | 0;
    const other = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (other + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => {
    state[at] = (state[at] ?? 0) + word;
  });
}
