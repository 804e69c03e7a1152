import { contractOf } from '@lien-ket/contracts';
import { addDays, type Clock, type Context } from '@lien-ket/kernel';
import { contextOfTenant } from '@lien-ket/messaging';
import { Runtime, type ProcessParts } from '@lien-ket/runtime';
import { SimBroker } from './broker.js';
import { Chance } from './chance.js';
import { Checker, type Acknowledged } from './checker.js';
import { SERVICES, type Ground } from './process.adapter.js';
import { Processes, type Sabotage } from './processes.js';
import { FIRST_DAY, LAST_DAY, issuePlan, nextActs, people, record, type Act } from './workload.js';
import { HUB, TENANTS, type World } from './world.adapter.js';

const STEPS = 130;
const ROUNDS = 60;

export interface Outcome {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly killed: number;
  readonly lost: number;
  readonly sent: number;
}

/**
 * One history: people act, days begin, processes follow, and at each step something may go wrong; then all is well for
 * a while, and what must hold is checked. One step at a time, all chosen by the seed.
 */
export class History {
  private readonly chance: Chance;
  private readonly broker: SimBroker;
  private readonly ground: Ground;
  private readonly people: ReadonlyMap<string, Runtime>;
  private readonly days = new Map<string, string>();
  private readonly acknowledged: Acknowledged[] = [];
  private readonly processes: Processes;

  private constructor(
    private readonly world: World,
    seed: number,
    sabotage: Sabotage | undefined,
  ) {
    this.chance = new Chance(seed);
    this.broker = new SimBroker(this.chance);
    const clock: Clock = {
      now: () => `${this.today()}T02:00:00.000Z`,
      businessDate: () => this.today(),
    };
    const { connections } = world.cluster;
    this.ground = { connections, broker: this.broker, clock, tenants: TENANTS, files: world.files };
    this.people = writersOf({ connections, clock, onAppend: () => undefined });
    this.processes = new Processes(this.ground, this.chance, sabotage);
  }

  static async run(world: World, seed: number, sabotage?: Sabotage): Promise<Outcome> {
    await world.empty();
    const history = new History(world, seed, sabotage);
    return history.live();
  }

  private async live(): Promise<Outcome> {
    try {
      await this.begin();
      this.broker.unsure = this.chance.pick([0, 0.05, 0.2]);
      for (let step = 0; step < STEPS; step += 1) await this.step();
      await this.heal();
      const faults = await new Checker(this.world).check(this.acknowledged);
      const { lost, sent } = this.broker;
      return { seed: this.chance.seed, faults, killed: this.processes.killed, lost, sent };
    } finally {
      await this.processes.stop();
    }
  }

  private today(): string {
    return [...this.days.values()].sort().at(-1) ?? FIRST_DAY;
  }

  private async begin(): Promise<void> {
    await this.processes.start();
    for (const tenant of TENANTS) {
      for (const act of people(tenant)) await this.act(tenant, act);
      if (tenant !== HUB) await this.act(tenant, issuePlan(tenant));
      await this.processes.ofRelay((relay) => relay.beginDay(tenant, FIRST_DAY));
      this.days.set(tenant, FIRST_DAY);
    }
  }

  private async step(): Promise<void> {
    const tenant = this.chance.pick(TENANTS);
    const name = this.chance.pick(SERVICES);
    const { processes } = this;
    const work = this.chance.weighted<() => unknown>([
      [8, () => processes.deliverSome()],
      [3, () => processes.ofService(name, (one) => one.project(tenant))],
      [2.5, () => processes.ofRelay((relay) => relay.publish(tenant))],
      [2, () => this.somebodyActs(tenant)],
      [1.4, () => this.nextDay(tenant)],
      [1, () => processes.arm()],
      [0.6, () => processes.ofRelay((relay) => relay.tick(tenant))],
      [0.3, () => this.broker.rewind(this.chance.pick([...SERVICES, 'relay']))],
      [0.3, () => this.broker.lose()],
      [0.2, () => processes.ofRelay((relay) => relay.tellLast(tenant))],
      [0.3, () => processes.readAgain(name, tenant)],
    ]);
    await work();
  }

  private async somebodyActs(tenant: string): Promise<boolean> {
    const acts = await this.possible(tenant);
    if (acts.length === 0) return false;
    await this.act(tenant, this.chance.pick(acts));
    return true;
  }

  private async possible(tenant: string): Promise<readonly Act[]> {
    if (tenant === HUB) return [];
    const log = [];
    for await (const batch of this.writer('relay').store.log(this.system(tenant), { after: 0 }))
      log.push(...batch);
    return nextActs(tenant, log, this.today());
  }

  private system(tenant: string): Context {
    return contextOfTenant(tenant, this.ground.clock);
  }

  private writer(service: string): Runtime {
    const writer = this.people.get(service);
    if (!writer) throw new Error(`nobody writes for ${service}`);
    return writer;
  }

  private async act(tenant: string, act: Act): Promise<void> {
    const service = contractOf(act.events[0]?.type ?? '')?.service ?? '';
    await record(this.writer(service), this.system(tenant), act);
    this.acknowledged.push({ tenant, stream: act.stream, revision: act.revision + 1 });
  }

  private async nextDay(tenant: string): Promise<boolean> {
    const day = addDays(this.days.get(tenant) ?? FIRST_DAY, 1);
    if (day > LAST_DAY) return false;
    const begun = await this.processes.ofRelay((relay) => relay.beginDay(tenant, day));
    if (begun) this.days.set(tenant, day);
    return true;
  }

  /** No more faults; everybody works until nothing is left to do. @throws Error when that never comes */
  private async heal(): Promise<void> {
    this.processes.disarm();
    this.broker.unsure = 0;
    for (let round = 0, before = ''; round < ROUNDS; round += 1) {
      await this.round();
      let now = await this.heads();
      if (now === before && !this.processes.waiting) {
        await this.askForTheLost();
        now = await this.heads();
        if (now === before && !this.processes.waiting) return;
      }
      before = now;
    }
    throw new Error(`seed ${this.chance.seed}: does not come to rest`);
  }

  private async round(): Promise<void> {
    for (const tenant of TENANTS) {
      while (await this.somebodyActs(tenant));
      await this.nextDay(tenant);
      await this.processes.work(tenant);
    }
    await this.processes.deliverAll();
  }

  /** When all is quiet: each side tells its last number, and the log is read once more. */
  private async askForTheLost(): Promise<void> {
    for (const tenant of TENANTS)
      await this.processes.ofRelay(async (relay) => {
        await relay.tellLast(tenant);
        await relay.tick(tenant);
      });
    await this.processes.deliverAll();
    for (const tenant of TENANTS) await this.processes.readAllAgain(tenant);
  }

  private async heads(): Promise<string> {
    const heads = [];
    for (const tenant of TENANTS) heads.push(await this.writer('relay').store.head(this.system(tenant)));
    return heads.join();
  }
}

/** What people use: the services' own rights, and processes that never fail. */
function writersOf(parts: ProcessParts): Map<string, Runtime> {
  const bare = (service: string): Runtime =>
    new Runtime({ service, entities: [], projections: [], migrations: [] }, parts);
  return new Map(['agreement', 'activity', 'reporting', 'relay'].map((service) => [service, bare(service)]));
}
