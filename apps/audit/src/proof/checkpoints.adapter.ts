import { join } from 'node:path';
import type { Context, TenantId } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';
import { Cosigning } from './cosigning.js';
import { LogKeyFiles } from './log-keys.adapter.js';
import { Sequencer } from './sequencer.js';
import { Witnesses } from './witnesses.adapter.js';

const EVERY_MS = 10_000;

/** What proves the logs of a process: who signs them, who witnesses that, and how it is brought there. */
export class Proofs {
  readonly sequencer: Sequencer;
  readonly witnesses: Witnesses;
  readonly cosigning: Cosigning;

  constructor(runtime: Runtime, dataDir: string, logger: ServiceLogger) {
    const keys = join(dataDir, 'keys');
    const files = new LogKeyFiles(keys);
    this.sequencer = new Sequencer(runtime, files);
    this.witnesses = new Witnesses(keys, files);
    this.cosigning = new Cosigning(runtime, (tenant) => this.witnesses.of(tenant), logger);
  }
}

/**
 * Makes leaves and checkpoints of the logs that have grown, one tenant after the other and beside everything else: no
 * command and no projection waits for it.
 */
export class Checkpoints {
  readonly name = 'audit checkpoints';
  readonly proofs: Proofs;
  private readonly grown = new Map<TenantId, Context>();
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> | undefined;

  constructor(
    runtime: Runtime,
    dataDir: string,
    private readonly logger: ServiceLogger,
  ) {
    this.proofs = new Proofs(runtime, dataDir, logger);
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
        const { sequencer, cosigning } = this.proofs;
        await sequencer.integrate(ctx);
        const sealed = await sequencer.seal(ctx);
        if (sealed) await cosigning.cosigned(ctx, sealed);
      } catch (error) {
        this.logger.error('follower.stopped', { tenant, follower: this.name, ...describeError(error) });
        this.grown.set(tenant, ctx);
      }
    }
  }
}
