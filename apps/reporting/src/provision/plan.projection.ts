import type { EntityManager } from 'typeorm';
import { idOf, unreachable, type Recorded } from '@lien-ket/kernel';
import { planEvents, type IssuedData, type PlanEvent } from '@lien-ket/contracts';
import type { Projection } from '@lien-ket/read-model';
import { PlanRow, type LeadsOfPlan } from './plan.rows.js';

type ActType =
  `lk.agreement.plan.${'issued' | 'amended' | 'recalled' | 'ended' | 'partiesChanged' | 'entryCorrected'}.v1`;
type Act = Extract<PlanEvent, { type: ActType }>;

/** Issued plans with their report provisions and who leads under them. */
export const planProjection: Projection = {
  name: 'plans',
  types: [
    planEvents.issued,
    planEvents.amended,
    planEvents.recalled,
    planEvents.ended,
    planEvents.partiesChanged,
    planEvents.entryCorrected,
  ].map(({ type }) => type),
  tables: ['plan'],
  async apply(rows, recorded) {
    const event = { type: recorded.type, data: recorded.data } as Act;
    if (event.type === 'lk.agreement.plan.issued.v1') {
      await rows.save(PlanRow, issuedRow(recorded, event.data));
      return;
    }
    await amendRow(rows, recorded, event);
  },
};

async function amendRow(
  rows: EntityManager,
  recorded: Recorded,
  event: Exclude<Act, { type: 'lk.agreement.plan.issued.v1' }>,
): Promise<void> {
  const before = await rows.findOneBy(PlanRow, { id: idOf(recorded.stream) });
  if (!before) return;
  switch (event.type) {
    case 'lk.agreement.plan.amended.v1': {
      const { changes } = event.data;
      const act = { eventId: recorded.header.id, effectiveOn: actDay(recorded), changes };
      await rows.save(PlanRow, { ...before, amendments: [...before.amendments, act] });
      return;
    }
    case 'lk.agreement.plan.recalled.v1':
    case 'lk.agreement.plan.ended.v1': {
      const day = actDay(recorded);
      const endedOn = before.endedOn !== null && before.endedOn < day ? before.endedOn : day;
      await rows.save(PlanRow, { ...before, endedOn });
      return;
    }
    case 'lk.agreement.plan.partiesChanged.v1':
      await rows.save(PlanRow, { ...before, sharedWith: event.data.parties });
      return;
    case 'lk.agreement.plan.entryCorrected.v1':
      await rows.save(PlanRow, corrected(before, event.data));
      return;
  }
  unreachable(event);
}

function issuedRow(recorded: Recorded, data: IssuedData): PlanRow {
  return {
    id: idOf(recorded.stream),
    issuedEvent: recorded.header.id,
    effectiveOn: actDay(recorded),
    enteredOn: recorded.header.businessDate,
    endedOn: null,
    amendments: [],
    ...contentOf(data),
  };
}

function contentOf(
  data: IssuedData,
): Pick<PlanRow, 'number' | 'lastDay' | 'example' | 'sharedWith' | 'provisions' | 'leads'> {
  const { content, number, symbol, sharedWith } = data;
  const ends = content.horizons.flatMap(({ to }) => to ?? []).sort();
  return {
    number: number === undefined ? null : [number, symbol].filter(Boolean).join('/'),
    lastDay: ends.at(-1) ?? null,
    example: content.example,
    sharedWith: sharedWith ?? [],
    provisions: content.provisions,
    leads: leadsOf(content),
  };
}

function leadsOf({ sections, items }: IssuedData['content']): LeadsOfPlan {
  const ids = (leads: readonly { organisationId?: string }[]): string[] =>
    leads.flatMap(({ organisationId }) => organisationId ?? []);
  return {
    sections: sections.map(({ id, parentId, leads }) => ({
      id,
      leads: ids(leads),
      ...(parentId ? { parentId } : {}),
    })),
    items: items
      .filter(({ becomesActivity }) => becomesActivity)
      .map(({ id, sectionId, leads }) => ({ id, sectionId, leads: ids(leads) })),
  };
}

/** A typing error of ours: what was meant stands in the place of the entry it names. */
function corrected(
  before: PlanRow,
  { corrects, replacement }: Extract<Act, { type: 'lk.agreement.plan.entryCorrected.v1' }>['data'],
): PlanRow {
  const { effectiveOn, issued, amended } = replacement;
  if (corrects === before.issuedEvent)
    return {
      ...before,
      ...(issued ? { ...contentOf(issued), sharedWith: before.sharedWith } : {}),
      ...(effectiveOn ? { effectiveOn } : {}),
    };
  const amendments = before.amendments.map((act) =>
    act.eventId === corrects
      ? {
          ...act,
          ...(effectiveOn ? { effectiveOn } : {}),
          ...(amended ? { changes: amended.changes } : {}),
        }
      : act,
  );
  return { ...before, amendments };
}

function actDay({ header }: Recorded): string {
  return header.effectiveOn ?? header.businessDate;
}
