import type { IsoDate } from '@lien-ket/kernel';
import { DomainError, addDays, daysBetween } from '@lien-ket/kernel';
import { milliseconds } from '../clock.adapter.js';
import type { Platform } from '../platform.js';
import { demoSchedule, demoTenants } from './demo-schedule.js';
import { inParallel } from '../parallel.js';
import { firstDayOf, type Get, type Step } from './demo-step.js';
import { MOST_TOLD, Refused, refusal, type Answer, type PassedOver } from './demo-refusal.js';
import { seedTenant } from './demo-seed.js';

/** The platform's own API, as its accounts use it. */
export interface Door {
  send(step: Step): Promise<Answer>;
  /** Reads as an account. */
  get(account: string, path: string): Promise<Answer>;
}
export type Progress = (line: string) => void;

export interface DemoState {
  readonly day: IsoDate;
  readonly running: boolean;
  /** Part of the days done of the move under way, 0 to 1. */
  readonly progress: number | null;
  /** The day to which the move goes. */
  readonly jumping: IsoDate | null;
  readonly fault: string | null;
  /** Since this start, the last of them first. */
  readonly passedOver: readonly PassedOver[];
}

/** The demonstration: loads what the documents say on their days, and moves its own day forward. */
export class Demonstration {
  private progress: { done: number; readonly of: number; readonly to: IsoDate } | null = null;
  private fault: string | null = null;
  private passedOver: readonly PassedOver[] = [];
  private schedule: Step[] = [];
  private moving: Promise<void> = Promise.resolve();
  /** The last day that was lived to its end: after a fault the next move begins behind it. */
  private lived: IsoDate | undefined;

  /** Commands sent and not yet answered. */
  private readonly sent = new Set<Promise<void>>();

  /** @param ending aborted when the platform stops: no further command is sent */
  constructor(
    private readonly platform: Platform,
    private readonly ending: AbortSignal,
  ) {}

  state(): DemoState {
    return {
      day: this.platform.clock.businessDate(),
      running: this.progress !== null,
      progress: this.progress ? this.progress.done / this.progress.of : null,
      jumping: this.progress?.to ?? null,
      fault: this.fault,
      passedOver: this.passedOver,
    };
  }

  /** First start: everything dated up to the first day is entered; later starts go on where the platform was. */
  async begin(door: Door, say: Progress): Promise<void> {
    this.door = door;
    const { store, config } = this.platform;
    this.schedule = demoSchedule();
    const kept = await store.setting<IsoDate>('demoDay');
    const loadedTo = await store.setting<IsoDate>('demoLoaded');
    if (kept && loadedTo && loadedTo >= kept) {
      await this.platform.setDay(kept);
      await this.platform.live(kept);
      this.lived = kept;
      return;
    }
    await this.load(config.demoDay, say);
    await this.platform.setDay(config.demoDay);
    const { days } = this.platform;
    for (const { id } of store.begun) await days.liveFrom(this.platform.system(id), config.demoDay);
    // Only now: a start that finds this day set lives every day since the last one, also those of the load.
    await store.set('demoDay', config.demoDay);
    this.lived = config.demoDay;
    await this.platform.followers.settled();
  }

  /** @throws DomainError when the day cannot be moved there now */
  refuse(to: IsoDate): void {
    const from = this.platform.clock.businessDate();
    if (!this.platform.config.demo) throw new DomainError('notFound', 'notFound');
    if (this.progress) throw new DomainError('conflict', 'demo.moving');
    if (to <= from)
      throw new DomainError('invalid', 'demo.notForward', { day: from }, [
        { pointer: '/to', code: 'demo.notForward', params: { day: from } },
      ]);
    if (daysBetween(from, to) > 800)
      throw new DomainError('invalid', 'demo.tooFar', {}, [{ pointer: '/to', code: 'demo.tooFar' }]);
  }

  /** Starts moving the day; what happens on the way is seen in `state()`. @throws DomainError */
  jumpTo(to: IsoDate): void {
    this.refuse(to);
    const from = this.lived ?? this.platform.clock.businessDate();
    this.progress = { done: 0, of: daysBetween(from, to), to };
    this.fault = null;
    this.moving = this.move(from, to)
      .catch((error: unknown) => {
        this.fault = error instanceof Error ? error.message : String(error);
      })
      .finally(() => {
        this.progress = null;
      });
  }

  /** Resolves when every command that was sent is answered: before that the database must not go. */
  async answered(): Promise<void> {
    await Promise.allSettled(this.sent);
  }

  /** Resolves when no move is under way. */
  settled(): Promise<void> {
    return this.moving;
  }

  private door: Door | undefined;

  private async move(from: IsoDate, to: IsoDate): Promise<void> {
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
      await this.platform.setDay(day);
      await this.runSteps(
        this.schedule.filter(({ on }) => on === day),
        (step) => this.tried(step),
      );
      await this.platform.live(day);
      await this.platform.store.set('demoDay', day);
      await this.platform.store.set('demoLoaded', day);
      this.lived = day;
      if (this.progress) this.progress.done += 1;
    }
  }

  private async load(upTo: IsoDate, say: Progress): Promise<void> {
    const started = milliseconds();
    const steps = this.schedule.filter(({ on }) => on <= upTo);
    const loading = [...new Set(steps.map(({ on }) => on))];
    for (const [index, day] of loading.entries()) {
      await this.platform.setDay(day);
      await this.runSteps(
        steps.filter(({ on }) => on === day),
        (step) => this.run(step),
      );
      // One line a month: the examples live on many days.
      if (loading[index + 1]?.slice(0, 7) === day.slice(0, 7)) continue;
      const done = steps.filter(({ on }) => on <= day).length;
      say(`  ${day.split('-').reverse().join('/')}: ${done}/${steps.length}`);
    }
    await this.platform.store.set('demoLoaded', upTo);
    say(`  ${steps.length} lệnh trong ${((milliseconds() - started) / 1000).toFixed(1)} s`);
  }

  private async runSteps(steps: readonly Step[], run: (step: Step) => Promise<void>): Promise<void> {
    const tenants = [...new Set(steps.map(({ tenant }) => tenant))];
    for (const tenant of tenants)
      if (firstDayOf(tenant) === this.platform.clock.businessDate()) await this.beginTenant(tenant);
    await inParallel(tenants, async (tenant) => {
      const { days } = this.platform;
      await days.skipTo(this.platform.system(tenant), this.platform.clock.businessDate());
      for (const kind of groups(steps.filter((one) => one.tenant === tenant))) {
        // Rights and organisations that one kind of command brings are needed by the next.
        await this.platform.followers.settledFor(tenant);
        await inParallel(kind, run);
      }
    });
    await this.platform.followers.settled();
  }

  private async beginTenant(id: string): Promise<void> {
    const fact = demoTenants().find((one) => one.id === id);
    if (!fact || this.platform.store.present.find((one) => one.id === id)?.begun) return;
    await seedTenant(this.platform, fact);
    await this.platform.beginTenant(id, true);
    await this.platform.followers.settled();
  }

  /** As people have made it since the load, a command may be refused: that is told, and the day goes on. */
  private async tried(step: Step): Promise<void> {
    try {
      await this.run(step);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { on: day, account, path } = step;
      this.passedOver = [{ day, account, path, why: error.why }, ...this.passedOver].slice(0, MOST_TOLD);
    }
  }

  private async run(step: Step): Promise<void> {
    this.ending.throwIfAborted();
    const answer = this.carryOut(step);
    this.sent.add(answer);
    await answer.finally(() => this.sent.delete(answer));
  }

  private async carryOut(step: Step): Promise<void> {
    const { door } = this;
    if (!door) throw new Error('the demonstration has not begun');
    const get: Get = async (path) => {
      const { status, body } = await door.get(step.account, path);
      if (status !== 200) throw refusal(`${step.account} GET ${path}`, { status, body });
      return JSON.parse(body) as unknown;
    };
    const { status, body } = await door.send({ ...step, ...(await step.resolve?.(get)) });
    // 409: a load that was interrupted after this command had been carried out under another revision.
    if (status >= 300) throw refusal(`${step.account} POST ${step.path}`, { status, body });
  }
}

/** Steps in order, cut where the resource or the command changes; those of one group do not depend on each other. */
function groups(steps: readonly Step[]): Step[][] {
  const kindOf = (step: Step | undefined): string =>
    [1, 3].map((part) => step?.path.split('/')[part] ?? '').join();
  return steps.reduce<Step[][]>((all, step) => {
    const last = all.at(-1);
    if (last && !step.alone && kindOf(last.at(-1)) === kindOf(step)) last.push(step);
    else all.push([step]);
    return all;
  }, []);
}
