import { join } from 'node:path';
import type { Context, TenantId } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';
import { Cosigning } from './cosigning.js';
import { LogKeyFiles, OF_LOGS } from './log-keys.adapter.js';
import { LogOfLogs } from './log-of-logs.js';
import { Logging } from './logging.js';
import { RemoteLogs } from './remote-logs.adapter.js';
import { Sequencer } from './sequencer.js';
import { Witnesses, type WitnessPort } from './witnesses.adapter.js';

const EVERY_MS = 10_000;

type Needed = Pick<Runtime, 'db' | 'store' | 'clock'>;

/** What proves the logs of a process: who signs them, who witnesses that, and how it is brought there. */
export class Proofs {
  readonly sequencer: Sequencer;
  readonly witnesses: Witnesses;
  readonly cosigning: Cosigning;
  readonly logging: Logging;
  private readonly own: LogOfLogs | undefined;

  /** @param logsUrl where the log of logs is kept, when not here: the audit process that serves the hub */
  constructor(runtime: Needed, dataDir: string, logger: ServiceLogger, logsUrl?: string) {
    const keys = join(dataDir, 'keys');
    const files = new LogKeyFiles(keys);
    this.sequencer = new Sequencer(runtime, files);
    this.witnesses = new Witnesses(keys, files);
    const witnessesOf = (tenant: string): WitnessPort[] => this.witnesses.of(tenant);
    this.cosigning = new Cosigning(runtime, witnessesOf, logger);
    const logOfLogs = new LogOfLogs({
      runtime,
      keys: new LogKeyFiles(keys, OF_LOGS),
      keyOf: (origin) => this.witnesses.keyOf(origin),
      cosigning: new Cosigning(runtime, witnessesOf, logger, 'logs_'),
      logger,
    });
    this.own = logsUrl === undefined ? logOfLogs : undefined;
    const logs = logsUrl === undefined ? logOfLogs : new RemoteLogs(logsUrl);
    this.logging = new Logging(runtime, () => (this.witnesses.hasHub ? logs : undefined), logger);
  }

  /** The log of logs, where it is kept by this process. */
  get kept(): LogOfLogs | undefined {
    return this.witnesses.hasHub ? this.own : undefined;
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
    runtime: Needed,
    dataDir: string,
    private readonly logger: ServiceLogger,
    logsUrl?: string,
  ) {
    this.proofs = new Proofs(runtime, dataDir, logger, logsUrl);
    this.timer = setInterval(() => this.look(), EVERY_MS);
    this.timer.unref();
  }

  /** As a follower of the log it only notes that there is something to do. */
  async catchUp(ctx: Context): Promise<{ errors: readonly unknown[] }> {
    const isNoted = this.grown.has(ctx.tenantId);
    this.grown.set(ctx.tenantId, ctx);
    try {
      // Who witnesses whom follows from the keys: not from whose log the first round comes to first.
      if (!isNoted) this.proofs.sequencer.verifierKey(ctx.tenantId);
      return { errors: [] };
    } catch (error) {
      return { errors: [error] };
    }
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
    const { sequencer, cosigning, logging } = this.proofs;
    let entered: Context | undefined;
    for (const [tenant, ctx] of [...this.grown]) {
      if (!this.grown.delete(tenant)) continue;
      try {
        await sequencer.integrate(ctx);
        const sealed = await sequencer.seal(ctx);
        if (!sealed) continue;
        await cosigning.cosigned(ctx, sealed);
        if (await logging.enter(ctx, sealed)) entered = ctx;
      } catch (error) {
        this.logger.error('follower.stopped', { tenant, follower: this.name, ...describeError(error) });
        this.grown.set(tenant, ctx);
      }
    }
    // Once for all that came in: each province witnesses it, and writes that to the disk.
    if (entered) await logging.sign(entered);
  }
}
