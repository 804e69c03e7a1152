import type { Context } from '@lien-ket/kernel';
import type { ReadinessPart } from '@lien-ket/service';
import type { Runtime } from './runtime.js';

/** How far a service lags in one tenant, and what stands still there; one that can't be asked hides no other. */
export async function readinessPart({ service, runner }: Runtime, ctx: Context): Promise<ReadinessPart> {
  const name = `${ctx.tenantId}/${service}`;
  try {
    const status = await runner.status(ctx);
    const stopped = status.find(({ error }) => error !== undefined);
    const lag = Math.max(0, ...status.map((one) => one.lag));
    const detail = stopped ? { detail: `${stopped.name}: ${stopped.error ?? ''}` } : {};
    return { name, ready: !stopped, lag, ...detail };
  } catch {
    return { name, ready: false, detail: 'a part could not be asked' };
  }
}
