// 4. The audit log: leaves, what they cost a command, bundles and proofs of a long log, and its verification from zero.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bundles } from '../../apps/audit/dist/proof/bundles.js';
import { Cosigning } from '../../apps/audit/dist/proof/cosigning.js';
import { LogKeyFiles } from '../../apps/audit/dist/proof/log-keys.adapter.js';
import { Sequencer } from '../../apps/audit/dist/proof/sequencer.js';
import { formatBundle, parseBundle, verifyBundle } from '../../libs/audit-log/dist/index.js';
import { ROOT } from '../files.mjs';
import { count, figure, interleaved, median, percentile, secondsSince } from './figures.mjs';
import { contextOf, encoded } from './store.mjs';

/** A million stands in the aims; fewer only to try the bench out. */
const LEAVES = Number(process.env.BENCH_LEAVES ?? 1_000_000);
const PER_STREAM = 50;
const APPENDS = 300;
const PROOFS = 200;
const BUNDLES = 20;
const TURNS = 5;
const AIMS = {
  leaves: 50_000,
  overheadMs: 1,
  bundleKb: 200,
  bundleMs: 1_000,
  proofMs: 20,
  verifyS: 30,
  verifyMb: 500,
};

export async function proofFigures(bench, tenant) {
  const ctx = contextOf(tenant);
  const folder = mkdtempSync(join(tmpdir(), 'lk-bench-keys-'));
  const { db, store } = bench.reader('audit');
  const sequencer = new Sequencer({ db, store }, new LogKeyFiles(folder));
  const cosigning = new Cosigning({ db }, () => [], { warn: () => undefined });
  const logging = { logged: async () => undefined };
  const bundles = new Bundles(
    { db, store },
    { sequencer, cosigning, logging },
    { find: async () => Buffer.alloc(1) },
  );
  try {
    const plans = await load(bench.store(), ctx, LEAVES);
    const rate = await sequencing(sequencer, ctx);
    const parts = { bench, ctx, sequencer, bundles, plans };
    return [
      figure('leaves made and stored by the sequencer', `${count(rate)}/s`, {
        beside: `${count(LEAVES)} leaves, one writer`,
        aim: `≥ ${count(AIMS.leaves)}/s`,
        well: rate >= AIMS.leaves,
      }),
      await overheadFigure(parts),
      await bundleFigure(parts),
      await proofFigure(parts),
      verifyFigure(folder),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Streams of plans, so that bundles of them can be made. */
async function load(store, ctx, events) {
  const plans = Array.from({ length: events / PER_STREAM }, () => randomUUID());
  for (let at = 0; at < plans.length; at += 200)
    await Promise.all(
      plans.slice(at, at + 200).map((id) => {
        const stream = `plan-${id}`;
        return store.append(ctx, stream, encoded(ctx, stream, PER_STREAM), -1);
      }),
    );
  return plans;
}

async function sequencing(sequencer, ctx) {
  const began = performance.now();
  await sequencer.integrate(ctx);
  const rate = LEAVES / secondsSince(began);
  const { checkpoint } = await sequencer.seal(ctx);
  if (checkpoint.size !== LEAVES) throw new Error(`${checkpoint.size} of ${LEAVES} leaves were made`);
  return rate;
}

/** Appends one after the other, alone and while leaves are made of them without a pause: worse than ever every 10 s. */
async function overheadFigure({ bench, ctx, sequencer }) {
  const store = bench.store();
  const appends = async () => {
    const stream = `plan-${randomUUID()}`;
    const taken = [];
    for (const [at, event] of encoded(ctx, stream, APPENDS).entries()) {
      const began = performance.now();
      await store.append(ctx, stream, [event], at - 1);
      taken.push(performance.now() - began);
    }
    return { p50: percentile(taken, 0.5), p99: percentile(taken, 0.99) };
  };
  const beside = async () => {
    let isDone = false;
    const busy = (async () => {
      while (!isDone) await sequencer.integrate(ctx);
    })();
    const found = await appends();
    isDone = true;
    await busy;
    return found;
  };
  const { alone, sequenced } = await interleaved(TURNS, { alone: appends, sequenced: beside });
  const more = (what) => median(sequenced.map((one, turn) => one[what] - alone[turn][what]));
  return figure('the same, what it adds to an append beside it', `p50 ${more('p50').toFixed(2)} ms`, {
    beside: `p99 ${more('p99').toFixed(2)} ms more; an append alone p50 ${median(alone.map((one) => one.p50)).toFixed(2)} ms`,
    aim: `≤ ${AIMS.overheadMs} ms`,
    well: more('p50') <= AIMS.overheadMs,
  });
}

async function bundleFigure({ ctx, bundles, plans }) {
  const taken = [];
  let bytes = 0;
  for (let at = 0; at < BUNDLES; at += 1) {
    const began = performance.now();
    const bundle = await bundles.of(ctx, { kind: 'plan', id: plans[(at * 7919) % plans.length] });
    taken.push(performance.now() - began);
    bytes = Math.max(bytes, Buffer.byteLength(bundle));
    check(bundle);
  }
  const [kb, ms] = [bytes / 1_000, percentile(taken, 0.95)];
  return figure(
    `bundle of a plan of ${PER_STREAM} events in that log`,
    `${kb.toFixed(0)} KB, p95 ${ms.toFixed(0)} ms`,
    {
      beside: `p50 ${percentile(taken, 0.5).toFixed(0)} ms, checkpoint included`,
      aim: `≤ ${AIMS.bundleKb} KB, ≤ ${AIMS.bundleMs} ms`,
      well: kb <= AIMS.bundleKb && ms <= AIMS.bundleMs,
    },
  );
}

/** A fast bundle that can't be verified is worth nothing. */
function check(bundle) {
  const policy = `log ${parseBundle(Buffer.from(bundle)).key}\nquorum none\n`;
  const { verdict, first } = verifyBundle(Buffer.from(bundle), policy);
  if (verdict !== 'OK') throw new Error(`a bundle of the bench is ${verdict} ${first?.code}`);
  if (formatBundle(parseBundle(Buffer.from(bundle))) !== bundle) throw new Error('a bundle reads as another');
}

async function proofFigure({ ctx, bundles }) {
  const taken = [];
  for (let at = 0; at < PROOFS; at += 1) {
    const began = performance.now();
    await bundles.proofOf(ctx, 1 + ((at * 104_729) % LEAVES));
    taken.push(performance.now() - began);
  }
  const p95 = percentile(taken, 0.95);
  return figure(`inclusion proof at ${count(LEAVES)} leaves`, `p95 ${p95.toFixed(1)} ms`, {
    beside: `p50 ${percentile(taken, 0.5).toFixed(1)} ms, checkpoint included`,
    aim: `≤ ${AIMS.proofMs} ms`,
    well: p95 <= AIMS.proofMs,
  });
}

/** In a process of its own, over leaves in a file as the entry bundles have them. */
function verifyFigure(folder) {
  const file = join(folder, 'leaves');
  const ran = (task) => {
    const args = [`${ROOT}tools/bench/verify-process.mjs`, task, file, String(LEAVES)];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the verifying process failed: ${stderr}`);
    return JSON.parse(stdout);
  };
  const { root, heads } = ran('write');
  const found = ran('verify');
  if (found.root !== root || found.heads !== heads) throw new Error('the leaves gave another root');
  const { seconds, mb } = found;
  return figure(`${count(LEAVES)} leaves verified offline`, `${seconds.toFixed(1)} s, ${mb.toFixed(0)} MB`, {
    beside: `root, chains and heads again from ${(statSync(file).size / 1e6).toFixed(0)} MB of leaves`,
    aim: `≤ ${AIMS.verifyS} s, ≤ ${AIMS.verifyMb} MB`,
    well: seconds <= AIMS.verifyS && mb <= AIMS.verifyMb,
  });
}
