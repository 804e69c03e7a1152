import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import type { DynamicModule, INestMicroservice, Provider } from '@nestjs/common';
import { ActivityModule, ACTIVITY } from '@lien-ket/activity/module';
import { DomainError, type Clock, type Context } from '@lien-ket/kernel';
import {
  Consumer,
  EmbeddedLogStrategy,
  Outbox,
  Receiver,
  contextOfTenant,
  serviceTopics,
  signed,
  topicOf,
  type Arrived,
  type Outgoing,
  type Sender,
} from '@lien-ket/messaging';
import { NOTIFICATION, NotificationModule, type Postman } from '@lien-ket/notification/module';
import type { Connections } from '@lien-ket/read-model';
import {
  DayKeeper,
  LAST,
  RELAY,
  ShareInbox,
  ShareReceiver,
  Sharer,
  controlMessage,
  publishCursor,
} from '@lien-ket/relay/module';
import { REPORTING, ReportingModule } from '@lien-ket/reporting/module';
import { Runtime, readAgain, type ServiceSpec } from '@lien-ket/runtime';
import type { Vault } from '@lien-ket/vault';
import type { SimBroker } from './broker.js';
import { FaultPoint } from './faults.js';

export const SERVICES = ['activity', 'reporting', 'notification'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** What all processes of a history stand on. */
export interface Ground {
  readonly connections: Connections;
  readonly broker: SimBroker;
  readonly clock: Clock;
  readonly tenants: readonly string[];
  /** A directory for files; empty. */
  readonly files: string;
}

const SPECS: Readonly<Record<ServiceName, ServiceSpec>> = {
  activity: ACTIVITY,
  reporting: REPORTING,
  notification: NOTIFICATION,
};
const keys = generateKeyPairSync('ed25519');
const publicKey: KeyObject = keys.publicKey;

/** Time passes by the scheduler only. */
const noPause = (): Promise<void> => Promise.resolve();

/** What is common to the processes: a death that ends everything, and one way in from the broker. */
abstract class SimProcess {
  readonly point = new FaultPoint();
  readonly runtime: Runtime;

  constructor(
    readonly name: string,
    spec: ServiceSpec,
    protected readonly ground: Ground,
  ) {
    const connections = throughPoint(ground.connections, this.point);
    this.runtime = new Runtime(spec, { connections, clock: ground.clock, onAppend: () => undefined });
  }

  abstract topics(): readonly string[];
  abstract take(message: Arrived): Promise<void>;

  protected system(tenant: string): Context {
    return contextOfTenant(tenant, this.ground.clock);
  }
}

/** One service: its projections follow the log, its handlers the broker. */
export class ServiceProcess extends SimProcess {
  private receiver: Receiver | undefined;
  private consumer: Consumer | undefined;
  private app: INestMicroservice | undefined;

  static async start(name: ServiceName, ground: Ground): Promise<ServiceProcess> {
    const made = new ServiceProcess(name, SPECS[name], ground);
    await made.open(name);
    return made;
  }

  topics(): readonly string[] {
    return this.ground.tenants.flatMap(serviceTopics);
  }

  async take(message: Arrived): Promise<void> {
    await this.receiver?.take(message);
  }

  /** @throws Error where a projection stands still for another reason than the fault of the moment */
  async project(tenant: string): Promise<void> {
    const { errors } = await this.runtime.runner.catchUp(this.system(tenant));
    const [first] = errors;
    if (first) throw first;
  }

  /** What the broker lost is in the log. */
  async readAgain(tenant: string): Promise<void> {
    if (this.consumer) await readAgain(this.runtime, this.consumer, this.system(tenant));
  }

  async stop(): Promise<void> {
    await this.app?.close();
  }

  private async open(name: ServiceName): Promise<void> {
    const strategy = new EmbeddedLogStrategy();
    this.app = await NestFactory.createMicroservice(handlersOnly(moduleOf(name, this.runtime, this.ground)), {
      strategy,
      logger: false,
    });
    await this.app.listen();
    const { store, consumerRows, runner, clock } = this.runtime;
    const handlers = strategy.handlersOf(name);
    const consumer = (this.consumer = new Consumer({
      service: name,
      handlers,
      log: store,
      store: consumerRows,
      clock,
      pause: noPause,
    }));
    const current = async (ctx: Context, seq: number): Promise<void> => {
      if (runner.position(ctx) < seq) await runner.catchUp(ctx);
      if (runner.position(ctx) < seq) throw new DomainError('unavailable', 'projection.behind');
    };
    const onMessage = (): void => undefined;
    this.receiver = new Receiver({ consumer, handlers, store: consumerRows, clock, current, onMessage });
  }
}

/** The relay: shares, publishes, receives what others share, begins the days. */
export class RelayProcess extends SimProcess {
  private readonly days: DayKeeper;
  private readonly sharer: Sharer;
  private readonly outbox: Outbox;
  private readonly receiver: ShareReceiver;
  private readonly sender: Sender;

  constructor(ground: Ground) {
    super('relay', RELAY, ground);
    const { runtime } = this;
    const plain = ground.broker.sender(this.point);
    const sign = (_tenant: string, message: Outgoing): Outgoing =>
      signed(message, { id: 'one', privateKey: keys.privateKey });
    this.sender = { ...plain, send: (messages) => plain.send(messages.map((one) => sign('', one))) };
    this.days = new DayKeeper(runtime);
    this.sharer = new Sharer(runtime, () => ground.tenants);
    this.outbox = new Outbox(runtime.store, publishCursor(runtime), plain, sign);
    this.receiver = new ShareReceiver({
      runtime,
      inbox: new ShareInbox(runtime),
      sender: this.sender,
      keys: () => Promise.resolve(publicKey),
      clock: ground.clock,
      serves: () => true,
      resend: async (ctx, to, after) =>
        this.outbox.resend(ctx, await runtime.store.read(ctx, `share-${to}`, { from: after + 1 })),
    });
  }

  topics(): readonly string[] {
    const { tenants } = this.ground;
    return tenants.flatMap((to) =>
      tenants.filter((one) => one !== to).map((tenant) => topicOf({ kind: 'share', tenant, to })),
    );
  }

  take(message: Arrived): Promise<void> {
    return this.receiver.take(message);
  }

  async share(tenant: string): Promise<void> {
    const ctx = this.system(tenant);
    await this.sharer.catchUp(ctx, await this.runtime.store.head(ctx));
  }

  async publish(tenant: string): Promise<void> {
    const ctx = this.system(tenant);
    await this.outbox.catchUp(ctx, await this.runtime.store.head(ctx));
  }

  /** Tells the head also when nothing is new: the last telling may have been lost. */
  async tick(tenant: string): Promise<void> {
    await this.outbox.tick(this.system(tenant), true);
  }

  /** Each side tells its last number, so that the other finds out what was lost. */
  async tellLast(tenant: string): Promise<void> {
    const ctx = this.system(tenant);
    for (const to of this.ground.tenants.filter((one) => one !== tenant)) {
      const last = (await this.runtime.store.read(ctx, `share-${to}`)).at(-1)?.revision;
      if (last !== undefined) await this.sender.send([controlMessage(tenant, to, LAST, { last })]);
    }
  }

  async beginDay(tenant: string, day: string): Promise<void> {
    const ctx = { ...this.system(tenant), businessDate: day };
    await this.days.advance(ctx, day, { load: false, settle: () => Promise.resolve() });
  }
}

/** The process's own way to the databases: each use is an operation at which it can die. */
function throughPoint(connections: Connections, point: FaultPoint): Connections {
  const through = {
    use: (...asked: Parameters<Connections['use']>) => point.around(() => connections.use(...asked)),
    openCopy: () => undefined,
  };
  return through as unknown as Connections;
}

function moduleOf(name: ServiceName, runtime: Runtime, ground: Ground): DynamicModule {
  switch (name) {
    case 'activity':
      return ActivityModule.with(runtime, {} as Vault, ground.files);
    case 'reporting':
      return ReportingModule.with(runtime);
    case 'notification':
      return NotificationModule.with(runtime, { send: () => Promise.resolve(), close: () => undefined });
  }
}

class HandlersModule {}

const QUIET_POSTMAN: Pick<Postman, 'wake' | 'wakeDaily'> = {
  wake: () => undefined,
  wakeDaily: () => undefined,
};

/** Message handlers without HTTP; the postman's own timers would run beside the scheduler, so mails stay in the outbox. */
function handlersOnly({ providers = [], controllers = [] }: DynamicModule): DynamicModule {
  const quiet = providers.map((provider: Provider): Provider =>
    'provide' in Object(provider) && nameOf(provider) === 'Postman'
      ? ({ ...(provider as object), useValue: QUIET_POSTMAN } as Provider)
      : provider,
  );
  return {
    module: HandlersModule,
    providers: quiet,
    controllers: controllers.filter(({ name }) => name.endsWith('Consumer')),
  };
}

function nameOf(provider: Provider): string {
  const { provide } = provider as { provide: { name?: string } };
  return provide.name ?? '';
}
