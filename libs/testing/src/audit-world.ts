import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  COSIGNATURE,
  HashTree,
  HeadsTree,
  LOG_SIGNATURE,
  NO_HASH,
  cosignText,
  encodeLeaf,
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  headOf,
  inclusionProof,
  leafHash,
  originOf,
  signText,
  streamHash,
  verifierOf,
  type Bundle,
  type BundleEvent,
  type Head,
  type Scope,
  type SignatureLine,
} from '@lien-ket/audit-log';
import { uuidFrom } from '@lien-ket/kernel';

/** An event of a made-up log; its place follows from those before it. */
export interface WorldEvent {
  readonly stream: string;
  readonly text: string;
}

/** Who signs in a made-up world: a log, two outside witnesses and one of the operator. */
export class WorldKeys {
  readonly log = newKey();

  constructor(
    readonly tenant = 'tien-giang',
    readonly witnesses: readonly (readonly [string, KeyObject])[] = ['w.one', 'w.two', 'w.operator'].map(
      (name) => [name, newKey()],
    ),
  ) {}

  get verifierKey(): string {
    return formatVerifierKey(verifierOf(originOf(this.tenant), LOG_SIGNATURE, this.log));
  }

  /** Both outside witnesses are asked for. */
  get policy(): string {
    const lines = this.witnesses.map(
      ([name, key]) => `witness ${name} ${formatVerifierKey(verifierOf(name, COSIGNATURE, key))}`,
    );
    const rest = ['operator w.operator', 'group both all w.one w.two', 'quorum both'];
    return [`log ${this.verifierKey}`, ...lines, ...rest, ''].join('\n');
  }

  own(text: string): SignatureLine {
    return signText(text, originOf(this.tenant), this.log);
  }

  cosign(text: string, count = this.witnesses.length): SignatureLine[] {
    return this.witnesses.slice(0, count).map(([name, key]) => cosignText(text, name, key, 1_750_000_000));
  }
}

function newKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

/** A log in memory with its tree, for bundles: honest ones, and those of a server that lies. */
export class AuditWorld {
  private readonly events: BundleEvent[] = [];
  private readonly hashes: Buffer[] = [];
  private readonly heads = new Map<string, Head>();
  private readonly tree: HashTree;
  private readonly headsTree: HeadsTree;
  /** Of the checkpoint. */
  readonly text: string;

  constructor(
    given: readonly WorldEvent[],
    readonly keys: WorldKeys,
  ) {
    given.forEach((one, at) => this.add(one, at + 1));
    this.tree = new HashTree(this.hashes);
    this.headsTree = new HeadsTree(this.heads.values());
    const heads = { streams: this.headsTree.count, headsRoot: this.headsTree.root };
    const { size, root } = this.tree;
    this.text = formatCheckpoint({ origin: originOf(keys.tenant), size, root, ...heads });
  }

  private add({ stream, text }: WorldEvent, seq: number): void {
    const last = this.heads.get(stream);
    const header = Buffer.from(JSON.stringify({ id: uuidFrom(stream, String(seq)), type: 'lk.a.b.c.v1' }));
    const head = headOf(header);
    if (!head) throw new Error('no header');
    const revision = (last?.revision ?? -1) + 1;
    const place = { seq, stream, revision, recordedAt: 1_700_000_000_000 + seq };
    const previous = last?.leaf ?? NO_HASH;
    const data = Buffer.from(text);
    const leaf = leafHash(encodeLeaf({ ...place, ...head, previous, bytes: { header, data } }));
    this.events.push({ ...place, previous, header, data, proof: [] });
    this.hashes.push(leaf);
    this.heads.set(stream, { stream: streamHash(stream), revision, leaf });
  }

  /** Their hashes. */
  get leaves(): readonly Buffer[] {
    return this.hashes;
  }

  /** Those of the streams that have an event. */
  has(streams: readonly string[]): string[] {
    return streams.filter((stream) => this.heads.has(stream));
  }

  /** @param signatures default: the log and all witnesses */
  async bundle(
    scope: Scope,
    names: readonly string[],
    signatures = [this.keys.own(this.text), ...this.keys.cosign(this.text)],
  ): Promise<Bundle> {
    const checkpoint = formatNote({ text: this.text, signatures });
    const base = { scope, key: this.keys.verifierKey, checkpoint };
    if (scope.kind === 'log') return { ...base, streams: [], events: this.events, keys: [] };
    const streams = await Promise.all(
      [...names].sort().map(async (stream) => {
        const { revision = 0, leaf = NO_HASH } = this.heads.get(stream) ?? {};
        return { stream, revision, leaf, ...(await this.headsTree.proofOf(streamHash(stream))) };
      }),
    );
    const chosen = this.events.filter(({ stream }) => names.includes(stream));
    const events = await Promise.all(
      chosen.map(async (event) => {
        return { ...event, proof: await inclusionProof(this.tree.nodes, event.seq - 1, this.tree.size) };
      }),
    );
    return { ...base, streams, events, keys: [] };
  }
}
