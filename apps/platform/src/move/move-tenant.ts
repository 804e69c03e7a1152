import {
  MoveRefused,
  endOf,
  moveLog,
  proofOf,
  proveSame,
  type EventStore,
  type LogTarget,
  type Moved,
} from '@lien-ket/event-store';
import type { KurrentLogs } from '@lien-ket/event-store';
import type { Context } from '@lien-ket/kernel';
import type { TenantDatabase } from './tenant-database.js';

export type Driver = 'kurrentdb' | 'postgres';

/** Both homes of a tenant's log. The stores are a reader's, who sees all of it. */
export interface Homes {
  readonly database: TenantDatabase;
  readonly postgres: EventStore;
  readonly kurrent: EventStore;
  readonly logs: KurrentLogs;
}

export type Progress = (seq: number, of: number) => void;

/**
 * Moves the log of a tenant to the other driver and proves that it is the same there. While it moves, and afterwards at
 * the home it has left, nobody can append. Read models stay: their cursors are sequence numbers.
 * @throws MoveRefused while services of the tenant are connected
 */
export async function moveTenant(
  homes: Homes,
  ctx: Context,
  to: Driver,
  onProgress: Progress,
): Promise<Moved> {
  await refuseServices(homes.database);
  const moved = to === 'kurrentdb' ? toKurrent(homes, ctx, onProgress) : toPostgres(homes, ctx, onProgress);
  return moved;
}

async function toKurrent(homes: Homes, ctx: Context, onProgress: Progress): Promise<Moved> {
  const { database, postgres, kurrent, logs } = homes;
  const wasFenced = await database.fenced();
  await database.fence(true);
  try {
    const log = await logs.of(ctx.tenantId);
    const target: LogTarget = {
      ...endOf('KurrentDB', kurrent, ctx),
      write: (events) => log.restore(events),
    };
    const moved = await moveLog(endOf('PostgreSQL', postgres, ctx), target, onProgress);
    if (await log.link.fenced()) await log.link.fence(false);
    return moved;
  } catch (error) {
    // Where the log was at home before it still is: what has been copied is a beginning of it, and is found next time.
    if (!wasFenced) await database.fence(false);
    throw error;
  }
}

async function toPostgres(homes: Homes, ctx: Context, onProgress: Progress): Promise<Moved> {
  const { database, logs } = homes;
  const { link } = await logs.of(ctx.tenantId);
  const wasFenced = await link.fenced();
  if (!wasFenced) await link.fence(true);
  await database.fence(true);
  try {
    const moved = await broughtBack(homes, ctx, onProgress);
    await database.fence(false);
    return moved;
  } catch (error) {
    if (!wasFenced) await link.fence(false);
    throw error;
  }
}

/** A move the other way that stopped on its way has left the whole log here: then nothing is copied. */
async function broughtBack(homes: Homes, ctx: Context, onProgress: Progress): Promise<Moved> {
  const here = endOf('PostgreSQL', homes.postgres, ctx);
  const there = endOf('KurrentDB', homes.kurrent, ctx);
  const [head, begun] = [await here.head(), await there.head()];
  if (head <= begun) return moveLog(there, homes.database.target(here), onProgress);
  await proveSame(there, here, begun);
  return { ...(await proofOf(here, head)), copied: 0 };
}

async function refuseServices(database: TenantDatabase): Promise<void> {
  const services = await database.services();
  if (services.length > 0)
    throw new MoveRefused(`services of the tenant are running (${services.join(', ')}): stop them first`);
}
