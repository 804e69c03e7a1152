import {
  HeadsTree,
  NO_HASH,
  foldedEvents,
  formatBundle,
  formatGone,
  formatLogEvent,
  formatLogHead,
  inclusionProof,
  nodesOf,
  rememberingTiles,
  sealedFieldsOf,
  streamHash,
  type BundleEvent,
  type BundleKey,
  type BundlePage,
  type BundleStream,
  type LogHead,
  type LoggedCheckpoint,
  type NodeReader,
  type Scope,
} from '@lien-ket/audit-log';
import type { StoredEvent } from '@lien-ket/event-store';
import { DomainError, type Context } from '@lien-ket/kernel';
import { planPage } from '@lien-ket/plan-acts';
import type { PersonKeys } from '@lien-ket/read-model';
import type { Runtime } from '@lien-ket/runtime';
import type { Proofs } from './checkpoints.adapter.js';
import { leafRow } from './leaves.js';
import { LogRows } from './log-rows.js';
import { OVERTAKEN } from './logging.js';
import { beginAgain } from './overtaken.js';
import type { Sealed, Signed } from './sealing.js';

const MENTIONED = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Streams that belong to a plan, when an event of the plan names their ids. */
const BELONGING = ['activity', 'amendment'];

/** Of a plan or an activity. */
export type PartScope = Exclude<Scope, { kind: 'log' }>;
type Proving = (seq: number) => Promise<readonly Buffer[]>;

/** What auditors take away: docs/audit-format.md §7. */
export class Bundles {
  constructor(
    private readonly runtime: Pick<Runtime, 'db' | 'store'>,
    private readonly proofs: Pick<Proofs, 'sequencer' | 'cosigning' | 'logging'>,
    private readonly persons: Pick<PersonKeys, 'find'>,
  ) {}

  /** @throws DomainError notFound for a plan or activity that this tenant's log has not */
  async of(ctx: Context, scope: PartScope): Promise<string> {
    const { sealed, logged } = await this.taken(ctx);
    const parts = await this.some(ctx, scope, sealed);
    const gone: BundleKey[] = [];
    const isGone = this.goneOf(ctx);
    for (const kid of parts.events.flatMap(sealedFieldsOf).map((field) => field.kid))
      if (await isGone(kid)) gone.push({ kid, key: null });
    return formatBundle({
      scope,
      ...this.headOf(ctx, sealed, logged),
      ...parts,
      ...(scope.kind === 'plan' && { page: pageOf(parts.events, scope.id, ctx.businessDate) }),
      keys: gone.sort((a, b) => (a.kid < b.kid ? -1 : 1)),
    });
  }

  /** The whole log, in pieces of whole lines: the next is made when the one before was taken. @throws DomainError notFound while it holds nothing */
  async whole(ctx: Context): Promise<AsyncGenerator<string>> {
    const { sealed, logged } = await this.taken(ctx);
    return this.lines(ctx, sealed.checkpoint.size, this.headOf(ctx, sealed, logged));
  }

  private async *lines(ctx: Context, until: number, head: LogHead): AsyncGenerator<string> {
    yield formatLogHead(head);
    const last = new Map<string, string>();
    const isGone = this.goneOf(ctx);
    for await (const batch of this.runtime.store.log(ctx, { after: 0, until })) {
      const lines: string[] = [];
      for (const event of batch) {
        const before = last.get(event.stream);
        const previous = before === undefined ? NO_HASH : Buffer.from(before, 'latin1');
        for (const kid of kidsIn(event)) if (await isGone(kid)) lines.push(formatGone(kid));
        lines.push(formatLogEvent(bundled(event, previous, [])));
        // As text of one byte a character: a Buffer kept for each stream would keep its whole slab.
        last.set(event.stream, leafRow(event, previous).hash.toString('latin1'));
      }
      yield lines.join('');
    }
  }

  private headOf(ctx: Context, { note }: Signed, logOfLogs: LoggedCheckpoint | undefined): LogHead {
    const key = this.proofs.sequencer.verifierKey(ctx.tenantId);
    return { key, checkpoint: note, ...(logOfLogs && { logOfLogs }) };
  }

  /** Whose fields can't be read any more, each said once. No key is released: that takes a decision of its own. */
  private goneOf(ctx: Context): (kid: string) => Promise<boolean> {
    const asked = new Set<string>();
    return async (kid) => {
      if (asked.has(kid)) return false;
      asked.add(kid);
      return !(await this.persons.find(ctx, kid));
    };
  }

  /** Signed, cosigned and standing in the log of logs, as far as each of them answers. */
  private taken(ctx: Context): Promise<Taken> {
    return beginAgain(async () => {
      const sealed = await this.present(ctx, () => this.proofs.sequencer.seal(ctx));
      const logged = await this.proofs.logging.logged(ctx, sealed);
      const overtaken = logged === OVERTAKEN;
      return { sealed, logged: overtaken ? undefined : logged, overtaken };
    });
  }

  /** Everything that the log holds now, signed and, as far as its witnesses answer, cosigned. @throws DomainError notFound while it holds nothing */
  signed(ctx: Context): Promise<Signed> {
    return this.present(ctx, () => this.proofs.sequencer.signed(ctx));
  }

  private async present<S extends Signed>(ctx: Context, sign: () => Promise<S | undefined>): Promise<S> {
    const { signed } = await beginAgain(async () => {
      await this.proofs.sequencer.integrate(ctx);
      const ours = await sign();
      if (!ours) throw new DomainError('notFound', 'notFound');
      return this.proofs.cosigning.cosigned(ctx, ours);
    });
    return signed;
  }

  /** The leaf's proof in the tree of the present checkpoint. @throws DomainError notFound for an event that is not there */
  async proofOf(
    ctx: Context,
    seq: number,
  ): Promise<{ readonly note: string; readonly proof: readonly Buffer[] }> {
    const { checkpoint, note } = await this.signed(ctx);
    if (seq > checkpoint.size) throw new DomainError('notFound', 'notFound');
    const proof = await inclusionProof(this.nodes(ctx), seq - 1, checkpoint.size);
    return { note, proof };
  }

  /** Tiles only become wider, so they may be read after the checkpoint. */
  private nodes(ctx: Context): NodeReader {
    const { db } = this.runtime;
    return nodesOf(
      rememberingTiles((level, index) => db.use(ctx, (sql) => new LogRows(sql).tiles(level, index))),
    );
  }

  private async some(ctx: Context, scope: PartScope, { checkpoint, heads }: Sealed): Promise<Contents> {
    const has = (stream: string): boolean => heads.has(streamHash(stream).toString('hex'));
    const own = `${scope.kind}-${scope.id}`;
    if (!has(own)) throw new DomainError('notFound', 'notFound');
    const stored = await this.runtime.store.read(ctx, own);
    const names = [own, ...(scope.kind === 'plan' ? mentionedIn(stored).filter(has) : [])].sort();
    const nodes = this.nodes(ctx);
    const prove: Proving = (seq) => inclusionProof(nodes, seq - 1, checkpoint.size);
    const tree = new HeadsTree(heads.values());
    const streams: BundleStream[] = [];
    const events: BundleEvent[] = [];
    for (const stream of names) {
      const hash = streamHash(stream);
      const head = heads.get(hash.toString('hex'));
      if (!head) continue;
      const { revision, leaf } = head;
      streams.push({ stream, revision, leaf, ...(await tree.proofOf(hash)) });
      const chain = await this.runtime.store.read(ctx, stream, { to: revision });
      events.push(...(await chained(chain, prove)));
    }
    return { streams, events: events.sort((a, b) => a.seq - b.seq) };
  }
}

/** What the product says of the plan today; whoever verifies makes it again from the events. */
function pageOf(events: readonly BundleEvent[], id: string, asOf: string): BundlePage {
  const { state, text } = planPage(foldedEvents(events, `plan-${id}`), asOf);
  return { asOf, state: Buffer.from(state), text: Buffer.from(text) };
}

interface Taken {
  readonly sealed: Sealed;
  readonly logged: LoggedCheckpoint | undefined;
}

interface Contents {
  readonly streams: readonly BundleStream[];
  readonly events: readonly BundleEvent[];
}

/** Looked for in the bytes first: most events have no field of a person. */
function kidsIn({ bytes }: StoredEvent): string[] {
  return bytes.data.includes('"$pii"') ? sealedFieldsOf(bytes).map(({ kid }) => kid) : [];
}

function mentionedIn(events: readonly StoredEvent[]): string[] {
  const ids = new Set(events.flatMap(({ bytes }) => bytes.data.toString('utf8').match(MENTIONED) ?? []));
  return [...ids].flatMap((id) => BELONGING.map((category) => `${category}-${id}`));
}

async function chained(events: readonly StoredEvent[], prove: Proving): Promise<BundleEvent[]> {
  const found: BundleEvent[] = [];
  let previous: Buffer = NO_HASH;
  for (const event of events) {
    found.push(bundled(event, previous, await prove(event.seq)));
    previous = leafRow(event, previous).hash;
  }
  return found;
}

function bundled(event: StoredEvent, previous: Buffer, proof: readonly Buffer[]): BundleEvent {
  const { seq, stream, revision, recordedAt, bytes } = event;
  return { seq, stream, revision, recordedAt: Date.parse(recordedAt), previous, ...bytes, proof };
}
