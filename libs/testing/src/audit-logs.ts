import { generateKeyPairSync } from 'node:crypto';
import {
  HashTree,
  HeadsTree,
  LOGS_ORIGIN,
  LOG_SIGNATURE,
  checkpointLeaf,
  formatCheckpoint,
  formatGone,
  formatLogEvent,
  formatLogHead,
  formatNote,
  formatVerifierKey,
  inclusionProof,
  leafHash,
  originOf,
  signText,
  streamHash,
  verifierOf,
  type Bundle,
  type Head,
  type LoggedCheckpoint,
} from '@lien-ket/audit-log';
import type { AuditWorld, WorldKeys } from './audit-world.js';

/** What a world's log hands to the log of logs: its checkpoint under its own signature. */
export function ownNoteOf({ text, keys }: AuditWorld): string {
  return formatNote({ text, signatures: [keys.own(text)] });
}

/** A log of logs in memory, over checkpoints in the order in which they came. */
export class LogOfLogsWorld {
  private readonly log = generateKeyPairSync('ed25519').privateKey;

  constructor(readonly witnesses: WorldKeys) {}

  /** The witnesses' policy, and that each checkpoint has to stand here. */
  get policy(): string {
    const key = formatVerifierKey(verifierOf(LOGS_ORIGIN, LOG_SIGNATURE, this.log));
    return `${this.witnesses.policy}log-of-logs ${key}\n`;
  }

  /** @param sign names of the witnesses that cosign, by their count; default: all */
  async logged(
    notes: readonly string[],
    index: number,
    { consistency = [], cosigned }: { consistency?: readonly Buffer[]; cosigned?: number } = {},
  ): Promise<LoggedCheckpoint> {
    const tree = new HashTree(notes.map((note) => leafHash(checkpointLeaf(note))));
    const heads = new HeadsTree(notes.map((note) => headOf(note)));
    const { size, root } = tree;
    const of = { origin: LOGS_ORIGIN, size, root, streams: heads.count, headsRoot: heads.root };
    const text = formatCheckpoint(of);
    const own = signText(text, LOGS_ORIGIN, this.log);
    const checkpoint = formatNote({ text, signatures: [own, ...this.witnesses.cosign(text, cosigned)] });
    const proof = await inclusionProof(tree.nodes, index, size);
    return { checkpoint, index, proof, note: notes[index] ?? '', consistency };
  }
}

function headOf(note: string): Head {
  const origin = note.split('\n')[0] ?? originOf('nobody');
  return { stream: streamHash(origin), revision: 0, leaf: leafHash(checkpointLeaf(note)) };
}

/** A whole log as a file in lines; those that are gone stand before the event of that number. */
export function fileInLines(bundle: Bundle, gone: readonly (readonly [number, string])[] = []): Buffer {
  const lines = bundle.events.flatMap((event) => [
    ...gone.filter(([seq]) => seq === event.seq).map(([, kid]) => formatGone(kid)),
    formatLogEvent(event),
  ]);
  return Buffer.from([formatLogHead(bundle), ...lines].join(''));
}
