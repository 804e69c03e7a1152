import type { Context, TenantId } from '@lien-ket/kernel';
import { Courier, ParkedCrossings, ShareInbox, Sharer } from '@lien-ket/relay/module';
import {
  Consumer,
  EmbeddedLogStrategy,
  Pump,
  pause,
  type Follower,
  type PumpEvents,
} from '@lien-ket/messaging';
import { ParkedMessages, type ParkedOwner, type Runtime } from '@lien-ket/runtime';
import type { PlatformClock } from './clock.adapter.js';
import type { PlatformStore } from './store/platform-store.js';

/** Services whose handlers may append again. */
export const HANDLING = ['agreement', 'activity', 'reporting', 'notification'];

/** Who follows the tenants' logs: this process itself, or the services' own processes. */
export interface Followers {
  /** After the handlers are known. */
  start(): void;
  /** @param head sequence number of what was appended; without it the log is asked */
  wake(tenantId: TenantId, head?: number): void;
  /** Resolves when nothing is left to do: all that follows from what was appended has been done. */
  settled(): Promise<void>;
  settledFor(tenantId: TenantId): Promise<void>;
  stop(): Promise<void>;
}

/** What followers need of the platform. */
export interface FollowersParts {
  readonly runtimes: ReadonlyMap<string, Runtime>;
  readonly clock: PlatformClock;
  readonly store: PlatformStore;
  readonly events: PumpEvents;
  readonly system: (tenantId: TenantId) => Context;
  /** Followed beside the services' own. */
  readonly also: readonly Follower[];
}

/** All services follow in this process: projections first, then what looks things up in them, at last what only tells. */
export class EmbeddedFollowers implements Followers {
  readonly strategy = new EmbeddedLogStrategy();
  /** Filled in by `start`. */
  readonly parked = new Map<string, ParkedOwner>();
  private readonly projecting: Follower[] = [];
  private readonly consuming: Follower[] = [];
  private readonly telling: Follower[] = [];
  private readonly pump: Pump;

  constructor(private readonly parts: FollowersParts) {
    const { clock, events } = parts;
    const head = (ctx: Context): Promise<number> => relayOf(parts.runtimes).store.head(ctx);
    this.pump = new Pump([this.projecting, this.consuming], head, clock, events, this.telling);
  }

  start(): void {
    const { runtimes, clock, store } = this.parts;
    for (const [service, runtime] of runtimes) {
      const handlers = this.strategy.handlersOf(service);
      const { recent: log, consumerRows } = runtime;
      const parts = { service, handlers, log, store: consumerRows, clock, pause };
      const consumer = new Consumer({ ...parts, alone: true });
      this.parked.set(service, { runtime, messages: new ParkedMessages(runtime, consumer) });
      const { runner } = runtime;
      const phase = HANDLING.includes(service) ? this.projecting : this.telling;
      phase.push({
        name: `${service} projections`,
        catchUp: (ctx, until) => runner.catchUp(ctx, until),
      });
      this.consuming.push({
        name: `${service} consumer`,
        catchUp: (ctx, until) => consumer.catchUp(ctx, until),
      });
    }
    const relay = relayOf(runtimes);
    const begun = (): string[] => store.begun.map(({ id }) => id);
    const all = (): string[] => store.present.map(({ id }) => id);
    const inbox = new ShareInbox(relay);
    this.consuming.push(new Sharer(relay, all), new Courier(relay, inbox, begun, clock), ...this.parts.also);
    const onFree = (): void => begun().forEach((id) => this.pump.wake(id));
    this.parked.set('relay', { runtime: relay, messages: new ParkedCrossings(relay, inbox, onFree) });
    all().forEach((id) => this.pump.wake(id));
  }

  wake(tenantId: TenantId, head?: number): void {
    this.pump.wake(tenantId, head);
  }

  settled(): Promise<void> {
    return this.pump.settled();
  }

  settledFor(tenantId: TenantId): Promise<void> {
    return this.pump.settledFor(tenantId);
  }

  stop(): Promise<void> {
    return this.pump.stop();
  }
}

function relayOf(runtimes: ReadonlyMap<string, Runtime>): Runtime {
  const relay = runtimes.get('relay');
  if (!relay) throw new Error('no service relay');
  return relay;
}
