import type { EntityManager } from 'typeorm';
import type { Context, Recorded } from '@lien-ket/kernel';
import { recording, traced } from '@lien-ket/telemetry';
import { takeCursors, type foldAll, type Projection } from './folding.js';
import type { TenantDb } from './tenant-db.js';

/** Another process has applied events up to here. */
export class Overtaken extends Error {
  constructor(readonly by: number) {
    super(`another process has applied events up to ${by}`);
    this.name = 'Overtaken';
  }
}

/** What of the events that were read is for one projection. */
export interface Part {
  readonly projection: Projection;
  readonly events: readonly Recorded[];
}

export type Fold = typeof foldAll;

/** Events of projections of one service, and how far their cursors stand after them. */
export interface Parts {
  readonly parts: readonly Part[];
  readonly upTo: number;
  readonly how: Fold;
}

/**
 * Rows and cursors in one transaction, one projection after the other. The cursors are taken on the way: the rows do not
 * wait for their answer, and are rolled back when it says that another process has applied some of the events.
 * @returns where each cursor stood, and the projections whose rows no later event can change any more. @throws Overtaken
 */
export function foldParts(
  db: TenantDb,
  ctx: Context,
  { parts, upTo, how }: Parts,
): Promise<{ readonly stood: readonly number[]; readonly finals: readonly Projection[] }> {
  const names = parts.map(({ projection }) => projection.name);
  return db.transaction(ctx, async (rows) => {
    const taking = takeCursors(rows, names, upTo);
    const folding = foldInTurn(rows, db.service, parts, how);
    const stood = await taking.finally(() => folding.catch(() => undefined));
    for (const [at, { events }] of parts.entries()) {
      const by = stood[at] ?? 0;
      if (events.some(({ seq }) => seq <= by)) throw new Overtaken(by);
    }
    return { stood, finals: await folding };
  });
}

async function foldInTurn(
  rows: EntityManager,
  service: string,
  parts: readonly Part[],
  how: Fold,
): Promise<Projection[]> {
  const finals: Projection[] = [];
  for (const { projection, events } of parts)
    await how(rows, projection, events, async (event) => {
      if ((await step(rows, service, projection, event)) === 'final') finals.push(projection);
    });
  return finals;
}

/** One event, as a step of the trace that it belongs to; a rebuild is no step of what once happened. */
function step(
  rows: EntityManager,
  service: string,
  projection: Projection,
  event: Recorded,
): Promise<unknown> {
  if (!recording()) return projection.apply(rows, event);
  const attributes = {
    'lk.service': service,
    'lk.projection': projection.name,
    'lk.event.types': event.type,
    'lk.tenant': event.tenant,
  };
  const name = `project ${projection.name}`;
  return traced(event.header, { name, kind: 'consumer', attributes }, async () =>
    projection.apply(rows, event),
  );
}
