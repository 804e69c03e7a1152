import type { RebuildView } from '@lien-ket/contracts';
import { DomainError, type Context, type TenantId } from '@lien-ket/kernel';
import type { ProjectionRunner, RebuildStep } from '@lien-ket/read-model';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';

interface Rebuilt {
  readonly service: string;
  readonly runner: Pick<ProjectionRunner, 'projections' | 'rebuild' | 'left'>;
}

type Runtimes = ReadonlyMap<string, { readonly runner: Rebuilt['runner'] }>;

/** Rebuilds of read models, one at a time in a tenant, and how far each is: numbers only, nothing of what is folded. */
export class Rebuilds {
  /** The newest of each read model, since the process began. */
  private readonly known = new Map<string, RebuildView>();
  private readonly running = new Map<TenantId, Promise<void>>();
  private readonly stopping = new AbortController();
  private noticing: Promise<void> = Promise.resolve();

  constructor(
    private readonly runtimes: Runtimes,
    private readonly logger: Pick<ServiceLogger, 'info' | 'warn' | 'error'>,
  ) {}

  /** Begins, and does not wait. @throws DomainError conflict rebuild.underWay */
  start(ctx: Context, chosen: { readonly service?: string; readonly projection?: string }): RebuildView[] {
    if (this.running.has(ctx.tenantId)) throw new DomainError('conflict', 'rebuild.underWay');
    const all = [...this.runtimes]
      .filter(([service]) => chosen.service === undefined || service === chosen.service)
      .flatMap(([service, { runner }]) =>
        runner.projections.map(({ name }) => ({ service, runner, projection: name })),
      )
      .filter(({ projection }) => chosen.projection === undefined || projection === chosen.projection);
    const views = all.map(({ service, projection }) => this.note(waiting(ctx.tenantId, service, projection)));
    const work = async (): Promise<void> => {
      for (const { projection, ...one } of all) {
        if (this.stopping.signal.aborted) return;
        await this.rebuild(ctx, one, projection);
      }
    };
    this.running.set(
      ctx.tenantId,
      work().finally(() => this.running.delete(ctx.tenantId)),
    );
    return views;
  }

  /** Of one tenant, or of all. */
  list(tenant?: TenantId): RebuildView[] {
    return [...this.known.values()].filter((one) => tenant === undefined || one.tenant === tenant);
  }

  /** What processes that ended had not finished: it is said, and goes on when it is asked for again. */
  notice(contexts: readonly Context[]): Promise<void> {
    this.noticing = this.look(contexts).catch((error: unknown) => {
      if (!this.stopping.signal.aborted)
        this.logger.error('follower.stopped', { follower: 'rebuilds', ...describeError(error) });
    });
    return this.noticing;
  }

  /** Those under way end between two groups of events; what they have stays. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.noticing, ...this.running.values()]);
  }

  private async look(contexts: readonly Context[]): Promise<void> {
    for (const ctx of contexts)
      for (const [service, { runner }] of this.runtimes) {
        if (this.stopping.signal.aborted) return;
        for (const { projection, seq } of await runner.left(ctx)) {
          const place = { tenant: ctx.tenantId, service, projection };
          if (this.known.has(keyOf(place))) continue;
          this.note({ ...waiting(ctx.tenantId, service, projection), state: 'left', seq });
          this.logger.warn('rebuild.left', { ...place, seq });
        }
      }
  }

  private async rebuild(ctx: Context, { service, runner }: Rebuilt, projection: string): Promise<void> {
    const place = { tenant: ctx.tenantId, service, projection };
    const began = performance.now();
    const watch = (step: RebuildStep): void => {
      this.note({ ...place, ...pace(step, performance.now() - began), state: 'running' });
    };
    const state = async (): Promise<RebuildView['state']> => {
      try {
        await runner.rebuild(ctx, projection, { watch, signal: this.stopping.signal });
        return 'done';
      } catch (error) {
        if (this.stopping.signal.aborted) return 'left';
        this.logger.error('rebuild.failed', { ...place, ...describeError(error) });
        return 'failed';
      }
    };
    const ended = await state();
    const last = this.known.get(keyOf(place)) ?? waiting(ctx.tenantId, service, projection);
    this.note({ ...last, state: ended, secondsLeft: null });
    if (last.began === 'anew') this.logger.warn('rebuild.anew', place);
  }

  private note(view: RebuildView): RebuildView {
    this.known.set(keyOf(view), view);
    return view;
  }
}

function keyOf({
  tenant,
  service,
  projection,
}: Pick<RebuildView, 'tenant' | 'service' | 'projection'>): string {
  return `${tenant}/${service}/${projection}`;
}

function waiting(tenant: TenantId, service: string, projection: string): RebuildView {
  const nothing = { seq: 0, until: 0, events: 0, from: 0, began: null, perSecond: null, secondsLeft: null };
  return { tenant, service, projection, state: 'waiting', ...nothing };
}

/** How fast it goes now that it goes: what an earlier one had folded took no time of this one's. */
function pace(step: RebuildStep, milliseconds: number): Omit<RebuildView, 'tenant' | 'service' | 'state'> {
  const passed = step.seq - step.from;
  const rate = passed > 0 && milliseconds > 0 ? (passed * 1_000) / milliseconds : undefined;
  return {
    ...step,
    perSecond: rate === undefined ? null : Math.round(rate),
    secondsLeft: rate === undefined ? null : Math.ceil((step.until - step.seq) / rate),
  };
}
