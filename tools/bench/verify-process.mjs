// node verify-process.mjs write|verify <file> <leaves>: a log's leaves as tlog-tiles joins them, made, or read and folded
// to root and heads with each chain looked at. A process of its own, so that its memory is that of verifying.
import { createReadStream, createWriteStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { finished } from 'node:stream/promises';
import {
  HeadsTree,
  NO_HASH,
  RunningRoot,
  decodeLeaf,
  encodeLeaf,
  entryBundle,
  leafHash,
  streamHash,
} from '../../libs/audit-log/dist/index.js';

const PER_STREAM = 50;
const BATCH = 1_000;

class Fold {
  running = new RunningRoot();
  heads = new Map();

  add(bytes, { stream, revision, previous }) {
    const key = stream.toString('hex');
    const before = this.heads.get(key);
    if (revision !== (before?.revision ?? -1) + 1 || !previous.equals(before?.leaf ?? NO_HASH))
      throw new Error('a chain is broken');
    const leaf = leafHash(bytes);
    this.running.add(leaf);
    this.heads.set(key, { stream, revision, leaf });
  }

  result() {
    const heads = new HeadsTree(this.heads.values()).root.toString('hex');
    return { root: this.running.root().toString('hex'), heads };
  }
}

function leafAt(at, fold) {
  const stream = `plan-${Math.floor(at / (PER_STREAM * 20))}-${at % 20}`;
  const head = fold.heads.get(streamHash(stream).toString('hex'));
  return encodeLeaf({
    seq: at + 1,
    stream,
    revision: (head?.revision ?? -1) + 1,
    recordedAt: 1_700_000_000_000 + at,
    eventId: randomUUID(),
    type: 'lk.agreement.plan.amended.v1',
    bytes: { header: Buffer.from(String(at)), data: Buffer.from(String(at)) },
    previous: head?.leaf ?? NO_HASH,
  });
}

async function write(file, count) {
  const fold = new Fold();
  const out = createWriteStream(file);
  for (let at = 0; at < count; at += BATCH) {
    const leaves = Array.from({ length: Math.min(BATCH, count - at) }, (_, next) => {
      const leaf = leafAt(at + next, fold);
      fold.add(leaf, decodeLeaf(leaf));
      return leaf;
    });
    if (!out.write(entryBundle(leaves))) await new Promise((resolve) => out.once('drain', resolve));
  }
  await finished(out.end());
  return fold.result();
}

async function verify(file, count) {
  const began = performance.now();
  const fold = new Fold();
  let rest = Buffer.alloc(0);
  let seen = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([rest, chunk]);
    let at = 0;
    while (at + 2 <= bytes.length && at + 2 + bytes.readUInt16BE(at) <= bytes.length) {
      // A copy: a leaf that is kept must not keep the whole chunk.
      const leaf = Buffer.from(bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at)));
      const decoded = decodeLeaf(leaf);
      seen += 1;
      if (decoded?.seq !== seen) throw new Error(`leaf ${seen} is another`);
      fold.add(leaf, decoded);
      at += 2 + leaf.length;
    }
    rest = bytes.subarray(at);
  }
  if (seen !== count || rest.length > 0) throw new Error(`${seen} of ${count} leaves`);
  const result = fold.result();
  return {
    ...result,
    seconds: (performance.now() - began) / 1_000,
    mb: process.resourceUsage().maxRSS / 1_024,
  };
}

const [task, file, leaves] = process.argv.slice(2);
const result = await { write, verify }[task](file, Number(leaves));
process.stdout.write(JSON.stringify(result));
