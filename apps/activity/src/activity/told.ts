import { receivedEvents, type Crossing } from '@lien-ket/contracts';
import { idOf, type Evolving, type Recorded } from '@lien-ket/kernel';
import { evolvingOf } from '@lien-ket/event-store';
import type { Writer, Written } from './activity.rows.js';

/** One event of a thing of our own, or of another tenant's as it shared it. */
export interface Told<E> {
  readonly id: string;
  readonly originTenant: string | null;
  /** Whose it is. */
  readonly tenant: string;
  readonly receivedAt: Date | null;
  readonly revision: number;
  readonly event: E & Evolving;
  /** Who wrote it here; of what another tenant shared only the office crosses, and not with progress. */
  readonly actor: Writer;
}

/** @param types those that are of the thing; undefined for any other event */
export function toldOf<E>(recorded: Recorded, types: readonly string[]): Told<E> | undefined {
  const crossing = recorded.type === receivedEvents.received.type ? (recorded.data as Crossing) : undefined;
  const { eventId, revision, effectiveOn } = crossing?.origin ?? {};
  const type = crossing?.origin.type ?? recorded.type;
  if (!types.includes(type)) return undefined;
  const data = crossing?.content ?? recorded.data;
  return {
    id: idOf(crossing?.origin.stream ?? recorded.stream),
    originTenant: crossing?.origin.tenant ?? null,
    tenant: crossing?.origin.tenant ?? recorded.tenant,
    receivedAt: crossing ? new Date(recorded.recordedAt) : null,
    revision: revision ?? recorded.revision,
    // What another tenant corrects it names as its own log knows it, and its days are the origin's; what was known when is
    // our own receipt (DESIGN §4.7).
    event: {
      ...evolvingOf(recorded),
      ...(crossing ? { id: eventId, revision, effectiveOn } : {}),
      type,
      data,
    } as unknown as E & Evolving,
    actor: crossing ? NOBODY_HERE : writerOf(recorded),
  };
}

const NOBODY_HERE: Writer = { role: '' };

function writerOf({ header: { actor } }: Recorded): Writer {
  const { role, organisationId } = actor;
  return { role, ...(organisationId ? { organisationId } : {}) };
}

/** Who corrected an entry, and why: the reason crosses as the entry does, without who it was. */
export function correctedBy(
  before: Written,
  { corrects, reason }: { readonly corrects: string; readonly reason: string },
  on: string,
  by: Writer,
): Written {
  const { corrections = [], ...writer } = before[corrects] ?? { role: '' };
  return { ...before, [corrects]: { ...writer, corrections: [...corrections, { reason, on, by }] } };
}
