import type { KurrentLogs } from '@lien-ket/event-store';
import type { TenantId } from '@lien-ket/kernel';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';

/**
 * Listens to the log of a tenant that is on KurrentDB, where other processes append too; the others are left to their
 * pump. A server that is away is tried again by whoever reads next.
 */
export async function listenTo(
  logs: KurrentLogs,
  tenant: TenantId,
  logger: ServiceLogger,
  onNews: (seq: number) => void,
): Promise<void> {
  if (!logs.has(tenant)) return;
  const unreachable = (error: unknown): void =>
    logger.warn('log.unreachable', { tenant, ...describeError(error) });
  const events = {
    onNews,
    onRenewed: (reason: string, inARow: number) => logger.warn('log.renewed', { tenant, reason, inARow }),
    onError: unreachable,
  };
  await logs.listen(tenant, events).catch(unreachable);
}
