import {
  contactEvents,
  erasureEvents,
  directiveEvents,
  documentEvents,
  receivedEvents,
  staffEvents,
  workingGroupEvents,
  type Crossing,
  type KeyDestroyed,
  type WorkingGroupEvent,
} from '@lien-ket/contracts';
import { IsNull, type EntityManager } from 'typeorm';
import { categoryOf, idOf, type Recorded } from '@lien-ket/kernel';
import type { Projection } from '@lien-ket/read-model';
import { keysOf, registerOf } from './document-numbers.js';
import {
  CORRECTED,
  CORRECTED_ORGANISATION,
  corrected,
  searchOf,
  withCorrection,
  withDeadline,
} from './register.corrections.js';
import { RegisterRow } from './register.rows.js';

const OWN: readonly string[] = [
  documentEvents.recorded,
  directiveEvents.issued,
  workingGroupEvents.established,
  contactEvents.registered,
].map(({ type }) => type);

/** Kept by the organisation that entered it, which corrects it. */
const IN_A_REGISTER: readonly string[] = [documentEvents.recorded.type, contactEvents.registered.type];

type RosterChanged = Extract<
  WorkingGroupEvent,
  { type: 'lk.agreement.workinggroup.rosterChanged.v1' }
>['data'];
type Placed = Extract<WorkingGroupEvent, { type: 'lk.agreement.workinggroup.placed.v1' }>['data'];
const STAFF: readonly string[] = Object.values(staffEvents).map(({ type }) => type);
const DEADLINE = directiveEvents.deadlineSet.type;
const MOVED: string = directiveEvents.deadlineCorrected.type;
const ROSTER: string = workingGroupEvents.rosterChanged.type;
const PLACED: string = workingGroupEvents.placed.type;
const PARTIES = workingGroupEvents.partiesChanged.type;

/** What we typed wrong stands corrected. */
async function correct(rows: EntityManager, event: Recorded): Promise<void> {
  const row = await rows.findOneBy(RegisterRow, { id: idOf(event.stream), originTenant: IsNull() });
  if (!row) return;
  const data = event.type === MOVED ? withDeadline(row.data, event) : corrected(row.data, event);
  const borne = event.type === documentEvents.entryCorrected.type ? borneIn(data) : row.borne;
  await rows.save(RegisterRow, { ...row, revision: event.revision, search: searchOf(data), borne, data });
}

/** A deadline set later stands with the directive's own data, with the day on which it was set. */
async function setDeadline(rows: EntityManager, event: Recorded): Promise<void> {
  const row = await rows.findOneBy(RegisterRow, { id: idOf(event.stream), originTenant: IsNull() });
  if (!row) return;
  const before = (row.data['deadlines'] ?? []) as readonly unknown[];
  const { id: eventId, businessDate: setOn } = event.header;
  const deadline = { ...(event.data as object), eventId, setOn };
  await rows.save(RegisterRow, {
    ...row,
    revision: event.revision,
    data: { ...row.data, deadlines: [...before, deadline] },
  });
}

/** Who gave it in which capacity, and on which day; of another tenant's only what it shares is known. */
function givenBy(event: Recorded): Record<string, unknown> {
  const { actor, businessDate } = event.header;
  return {
    givenBy: {
      role: actor.role,
      ...(actor.organisationId ? { organisationId: actor.organisationId } : {}),
      on: businessDate,
    },
  };
}

/** Of a document, with the register in which it was entered. */
const borneIn = (data: Record<string, unknown>): string[] =>
  keysOf(data as Parameters<typeof keysOf>[0], String(data['register']));

/** What stands with an entry of our own besides what was sent. */
function besides(event: Recorded): Record<string, unknown> {
  if (event.type === directiveEvents.issued.type) return givenBy(event);
  return IN_A_REGISTER.includes(event.type) ? { register: registerOf(event) } : {};
}

/** What no key opens any more does not lie about here either; which fields there were is kept, and what the law keeps. */
async function purge(rows: EntityManager, event: Recorded): Promise<void> {
  const { contactId, kept } = event.data as KeyDestroyed;
  const row = await rows.findOneBy(RegisterRow, { id: contactId, originTenant: IsNull() });
  if (!row) return;
  const before = (row.data['erased'] ?? []) as readonly string[];
  const there = [...before, ...Object.keys(row.data['person'] ?? {})];
  const erased = [...new Set(there)].filter((field) => !(kept && field === 'name'));
  await rows.save(RegisterRow, { ...row, data: { ...row.data, person: kept ?? {}, erased } });
}

/** Changes of a roster stand beside it as it was established: who is on it on a day is told from both. */
async function changeRoster(
  rows: EntityManager,
  event: Recorded,
  crossing: Crossing | undefined,
): Promise<void> {
  const originTenant = crossing?.origin.tenant ?? null;
  const id = idOf(crossing?.origin.stream ?? event.stream);
  const row = await rows.findOneBy(RegisterRow, { id });
  if (!row || row.originTenant !== originTenant) return;
  const { document, changes } = (crossing?.content ?? event.data) as RosterChanged;
  const effectiveOn = crossing ? crossing.origin.effectiveOn : event.header.effectiveOn;
  const change = { effectiveOn: effectiveOn ?? event.header.businessDate, document, changes };
  const before = (row.data['rosterChanges'] ?? []) as readonly unknown[];
  await rows.save(RegisterRow, {
    ...row,
    revision: event.revision,
    data: { ...row.data, rosterChanges: [...before, change] },
  });
}

/** What a group belongs to, named later, stands as if it had been named at first. */
async function place(rows: EntityManager, event: Recorded, crossing: Crossing | undefined): Promise<void> {
  const originTenant = crossing?.origin.tenant ?? null;
  const row = await rows.findOneBy(RegisterRow, { id: idOf(crossing?.origin.stream ?? event.stream) });
  if (!row || row.originTenant !== originTenant) return;
  const { underPlan, underAgreement } = (crossing?.content ?? event.data) as Placed;
  const under = { ...(underPlan ? { underPlan } : {}), ...(underAgreement ? { underAgreement } : {}) };
  await rows.save(RegisterRow, { ...row, revision: event.revision, data: { ...row.data, ...under } });
}

/** Whom it concerns now; the receivers are told in their own logs. */
async function shareWith(rows: EntityManager, event: Recorded): Promise<void> {
  const row = await rows.findOneBy(RegisterRow, { id: idOf(event.stream), originTenant: IsNull() });
  if (!row) return;
  const { parties: sharedWith } = event.data as { parties: readonly string[] };
  await rows.save(RegisterRow, { ...row, revision: event.revision, data: { ...row.data, sharedWith } });
}

/** Of an account only its revision: what it was assigned stands in the directory. */
async function noteStaff(rows: EntityManager, { stream, revision, seq }: Recorded): Promise<void> {
  const blank = { kind: categoryOf(stream), originTenant: null, search: '', borne: [], data: {} };
  await rows.save(RegisterRow, { ...blank, id: idOf(stream), revision, seq });
}

async function noteOrganisation(rows: EntityManager, event: Recorded): Promise<void> {
  const { stream, revision, seq } = event;
  const id = idOf(stream);
  const before = await rows.findOneBy(RegisterRow, { id });
  const data = withCorrection(before?.data ?? {}, event);
  const blank = { kind: categoryOf(stream), originTenant: null, search: '', borne: [] };
  await rows.save(RegisterRow, { ...blank, id, revision, seq, data });
}

/** Registers; persons stay in their envelopes here too. */
export const registerProjection: Projection = {
  name: 'registers',
  types: [
    ...OWN,
    ...CORRECTED,
    MOVED,
    DEADLINE,
    ROSTER,
    PLACED,
    PARTIES,
    ...STAFF,
    ...CORRECTED_ORGANISATION,
    erasureEvents.keyDestroyed.type,
    receivedEvents.received.type,
  ],
  tables: ['register'],
  async apply(rows, event) {
    if (STAFF.includes(event.type)) return noteStaff(rows, event);
    if (CORRECTED_ORGANISATION.includes(event.type)) return noteOrganisation(rows, event);
    if (event.type === MOVED || CORRECTED.includes(event.type)) return correct(rows, event);
    if (event.type === DEADLINE) return setDeadline(rows, event);
    if (event.type === PARTIES) return shareWith(rows, event);
    if (event.type === erasureEvents.keyDestroyed.type) return purge(rows, event);
    const crossing = event.type === receivedEvents.received.type ? (event.data as Crossing) : undefined;
    const type = crossing?.origin.type ?? event.type;
    if (type === ROSTER) return changeRoster(rows, event, crossing);
    if (type === PLACED) return place(rows, event, crossing);
    if (!OWN.includes(type)) return;
    const stream = crossing?.origin.stream ?? event.stream;
    const sent = (crossing?.content ?? event.data) as Record<string, unknown>;
    const data = { ...sent, ...(crossing ? {} : besides(event)) };
    const id = idOf(stream);
    const originTenant = crossing?.origin.tenant ?? null;
    const before = await rows.findOneBy(RegisterRow, { id });
    if (before && before.originTenant !== originTenant) return;
    await rows.save(RegisterRow, {
      id,
      kind: categoryOf(stream),
      originTenant,
      revision: event.revision,
      seq: event.seq,
      search: searchOf(data),
      borne: event.type === documentEvents.recorded.type ? borneIn(data) : [],
      data,
    });
  },
};
