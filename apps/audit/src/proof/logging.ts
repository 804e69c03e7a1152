import { originOf, ownNote, parseNote, type LoggedCheckpoint } from '@lien-ket/audit-log';
import type { AuditLogsView } from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';
import { handed, sizeKnown } from './handing.js';
import { LogRows } from './log-rows.js';
import type { LogsPort } from './logs-port.js';
import type { Signed } from './sealing.js';
import { HUB } from './witnesses.adapter.js';

/** Somebody brought a longer log of the same tenant meanwhile. */
export const OVERTAKEN = 'overtaken';

/** Brings a tenant's checkpoints to the log of logs. As with witnesses, one that is away holds nothing up. */
export class Logging {
  constructor(
    private readonly runtime: Pick<Runtime, 'db'>,
    /** Undefined where no hub's log is signed. */
    private readonly logOfLogs: () => LogsPort | undefined,
    private readonly logger: Pick<ServiceLogger, 'warn'>,
  ) {}

  /** Only that it stands there: for a round, which has all logs signed together at its end. */
  async enter(ctx: Context, sealed: Signed): Promise<boolean> {
    return typeof (await this.guarded(ctx, (logOfLogs) => this.entered(ctx, sealed, logOfLogs))) === 'number';
  }

  /** That it stands there, proved; undefined where it can't be. */
  logged(ctx: Context, sealed: Signed): Promise<LoggedCheckpoint | typeof OVERTAKEN | undefined> {
    return this.guarded(ctx, async (logOfLogs) => {
      const index = await this.entered(ctx, sealed, logOfLogs);
      if (index === OVERTAKEN) return OVERTAKEN;
      const signed = await logOfLogs.signed();
      const own = parseNote(sealed.note);
      const note = own && ownNote(own, sealed.checkpoint.origin);
      if (!signed || note === undefined) return undefined;
      const proof = await logOfLogs.proofOf(index, signed.checkpoint.size);
      return { checkpoint: signed.note, index, proof, note, consistency: [] };
    });
  }

  /** What was entered since, signed and cosigned. */
  async sign(ctx: Context): Promise<void> {
    await this.guarded(ctx, (logOfLogs) => logOfLogs.signed());
  }

  /** At the hub of all logs, elsewhere of the tenant's own. @throws DomainError notFound where no log of logs is kept */
  async standing(ctx: Context): Promise<AuditLogsView> {
    const logOfLogs = this.logOfLogs();
    if (!logOfLogs) throw new DomainError('notFound', 'notFound');
    if (ctx.tenantId === HUB) return logOfLogs.standing();
    const note = await this.runtime.db.use(ctx, async (sql) => {
      const rows = new LogRows(sql);
      return rows.signedAt(await rows.size());
    });
    return logOfLogs.standing({ origin: originOf(ctx.tenantId), ...(note === undefined ? {} : { note }) });
  }

  private async entered(ctx: Context, sealed: Signed, to: LogsPort): Promise<number | typeof OVERTAKEN> {
    const run = <T>(work: (rows: LogRows) => Promise<T>): Promise<T> =>
      this.runtime.db.use(ctx, (sql) => work(new LogRows(sql)));
    const answer = await handed({ sealed, to, run }, 0);
    if (answer.status === 200) return Number(answer.body);
    if (sizeKnown(answer) > sealed.checkpoint.size) return OVERTAKEN;
    throw new Error(`the log of logs answered ${answer.status}`);
  }

  private async guarded<T>(ctx: Context, work: (logOfLogs: LogsPort) => Promise<T>): Promise<T | undefined> {
    try {
      const logOfLogs = this.logOfLogs();
      return logOfLogs && (await work(logOfLogs));
    } catch (error) {
      this.logger.warn('checkpoint.notLogged', { tenant: ctx.tenantId, ...describeError(error) });
      return undefined;
    }
  }
}
