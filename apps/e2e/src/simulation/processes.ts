import { DomainError, isOutage } from '@lien-ket/kernel';
import { ProjectionStopped } from '@lien-ket/read-model';
import type { Chance } from './chance.js';
import { RelayProcess, SERVICES, ServiceProcess, type Ground, type ServiceName } from './process.adapter.js';

/** A defect put in on purpose, to see that it is found. */
export interface Sabotage {
  /** Probability that a service takes a message for done without having done it; nobody reads the log again then. */
  readonly swallows: number;
}

type Name = ServiceName | 'relay';
const ALL: readonly Name[] = [...SERVICES, 'relay'];

/** The processes of a history: who dies is replaced, and what its place at the broker was is read again. */
export class Processes {
  private readonly services = new Map<ServiceName, ServiceProcess>();
  private relay: RelayProcess;
  killed = 0;

  constructor(
    private readonly ground: Ground,
    private readonly chance: Chance,
    private readonly sabotage: Sabotage | undefined,
  ) {
    this.relay = new RelayProcess(ground);
  }

  async start(): Promise<void> {
    for (const name of SERVICES) this.services.set(name, await ServiceProcess.start(name, this.ground));
  }

  async stop(): Promise<void> {
    for (const process of this.services.values()) await process.stop();
  }

  ofService(name: ServiceName, work: (process: ServiceProcess) => Promise<void>): Promise<boolean> {
    return this.attempt(name, () => work(this.service(name)));
  }

  ofRelay(work: (relay: RelayProcess) => Promise<void>): Promise<boolean> {
    return this.attempt('relay', () => work(this.relay));
  }

  /** Some operation of some process, soon, is its last one, or is not answered. */
  arm(): void {
    this.processOf(this.chance.pick(ALL)).point.arm({
      kind: this.chance.happens(0.6) ? 'crash' : 'outage',
      when: this.chance.happens(0.5) ? 'before' : 'after',
      countdown: 1 + this.chance.below(12),
    });
  }

  disarm(): void {
    for (const name of ALL) this.processOf(name).point.disarm();
  }

  async deliverSome(): Promise<void> {
    const name = this.chance.pick(ALL);
    for (let count = this.chance.below(6); count >= 0; count -= 1) if (!(await this.deliver(name))) return;
  }

  async deliverAll(): Promise<void> {
    for (const name of ALL) while (await this.deliver(name));
  }

  /** True while the broker holds something that somebody has not read. */
  get waiting(): boolean {
    const { broker } = this.ground;
    return ALL.some((name) => broker.waiting(name, this.processOf(name).topics()).length > 0);
  }

  /** What the relay and the projections do by themselves. */
  async work(tenant: string): Promise<void> {
    await this.relay.share(tenant);
    await this.relay.publish(tenant);
    for (const process of this.services.values()) await process.project(tenant);
  }

  async readAllAgain(tenant: string): Promise<void> {
    for (const name of SERVICES) {
      await this.readAgain(name, tenant);
      await this.service(name).project(tenant);
    }
  }

  async readAgain(name: ServiceName, tenant: string): Promise<void> {
    if (!this.sabotage) await this.ofService(name, (process) => process.readAgain(tenant));
  }

  private service(name: ServiceName): ServiceProcess {
    const process = this.services.get(name);
    if (!process) throw new Error(`${name} does not run`);
    return process;
  }

  private processOf(name: Name): ServiceProcess | RelayProcess {
    return name === 'relay' ? this.relay : this.service(name);
  }

  /** @throws what no fault of the moment explains */
  private async attempt(name: Name, work: () => Promise<void>): Promise<boolean> {
    const { point } = this.processOf(name);
    let done = false;
    try {
      await work();
      done = true;
    } catch (error) {
      if (!point.isDead && !passes(error)) throw error;
    }
    if (!point.isDead) return done;
    await this.replace(name);
    return false;
  }

  private async replace(name: Name): Promise<void> {
    this.killed += 1;
    this.ground.broker.rewind(name);
    if (name === 'relay') {
      this.relay = new RelayProcess(this.ground);
      return;
    }
    await this.service(name).stop();
    this.services.set(name, await ServiceProcess.start(name, this.ground));
  }

  /** One message of one place; false when there is none, or it waits. */
  private async deliver(name: Name): Promise<boolean> {
    const { broker } = this.ground;
    const process = this.processOf(name);
    const places = broker.waiting(name, process.topics());
    if (places.length === 0) return false;
    const place = this.chance.pick(places);
    const message = this.swallowed(name) ? undefined : broker.next(name, place);
    const taken = message === undefined || (await this.attempt(name, () => process.take(message)));
    if (taken) broker.done(name, place, this.chance.happens(0.7));
    return taken;
  }

  private swallowed(name: Name): boolean {
    return name !== 'relay' && this.sabotage !== undefined && this.chance.happens(this.sabotage.swallows);
  }
}

/** Waiting makes it better. */
function passes(error: unknown): boolean {
  if (error instanceof ProjectionStopped) return passes(error.cause);
  return isOutage(error) || (error instanceof DomainError && error.kind === 'unavailable');
}
