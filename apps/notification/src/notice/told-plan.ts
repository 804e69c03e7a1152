import { planEvents, type AgencyRef, type IssuedData, type PlanContent } from '@lien-ket/contracts';
import { idOf, type Context, type Recorded } from '@lien-ket/kernel';
import { evolvingOf } from '@lien-ket/event-store';
import { NOTHING_YET, actsAt, applyAct, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import type { Runtime } from '@lien-ket/runtime';

/** With every amendment decided so far, or recorded up to a position. */
export async function contentOf(
  runtime: Runtime,
  ctx: Context,
  stream: string,
  upTo = Infinity,
): Promise<PlanContent | null> {
  const acts = await runtime.store.read(ctx, stream);
  const events = acts.filter(({ seq }) => seq <= upTo).map((event) => evolvingOf(event) as RecordedPlanEvent);
  return actsAt(events).reduce(applyAct, NOTHING_YET).content;
}

export async function issuedOf(
  runtime: Runtime,
  ctx: Context,
  stream: string,
): Promise<IssuedData | undefined> {
  const acts = await runtime.store.read(ctx, stream);
  return acts.find(({ type }) => type === planEvents.issued.type)?.data as IssuedData | undefined;
}

export function idsOf(agencies: readonly AgencyRef[]): string[] {
  return agencies.flatMap(({ organisationId }) => organisationId ?? []);
}

export function planLink({ stream }: Recorded): string {
  return `/plans/${idOf(stream)}`;
}

export function planTitle({ number, symbol, content }: IssuedData): string {
  const named = [number, symbol].filter(Boolean).join('/');
  return named === '' ? content.title : `${named} ${content.title}`;
}
