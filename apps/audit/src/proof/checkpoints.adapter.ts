import { join } from 'node:path';
import type { Context, TenantId } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';
import { LogKeyFiles } from './log-keys.adapter.js';
import { Sequencer } from './sequencer.js';

const EVERY_MS = 10_000;

export function sequencerOf(runtime: Runtime, dataDir: string): Sequencer {
  return new Sequencer(runtime, new LogKeyFiles(join(dataDir, 'keys')));
}

/**
 * Makes leaves and checkpoints of the logs that have grown, one tenant after the other and beside everything else: no
 * command and no projection waits for it.
 */
export class Checkpoints {
  readonly name = 'audit checkpoints';
  readonly sequencer: Sequencer;
  private readonly grown = new Map<TenantId, Context>();
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> | undefined;

  constructor(
    runtime: Runtime,
    dataDir: string,
    private readonly logger: ServiceLogger,
  ) {
    this.sequencer = sequencerOf(runtime, dataDir);
    this.timer = setInterval(() => this.look(), EVERY_MS);
    this.timer.unref();
  }

  /** As a follower of the log it only notes that there is something to do. */
  async catchUp(ctx: Context): Promise<{ errors: readonly unknown[] }> {
    this.grown.set(ctx.tenantId, ctx);
    return { errors: [] };
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.grown.clear();
    await this.running;
  }

  private look(): void {
    this.running ??= this.round().finally(() => {
      this.running = undefined;
    });
  }

  private async round(): Promise<void> {
    for (const [tenant, ctx] of [...this.grown]) {
      if (!this.grown.delete(tenant)) continue;
      try {
        await this.sequencer.integrate(ctx);
        await this.sequencer.seal(ctx);
      } catch (error) {
        this.logger.error('follower.stopped', { tenant, follower: this.name, ...describeError(error) });
        this.grown.set(tenant, ctx);
      }
    }
  }
}
