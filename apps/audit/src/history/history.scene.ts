import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import type { PlanContent } from '@lien-ket/contracts';
import { streamOf, uuidFrom, type NewEvent, type Recorded, type Role } from '@lien-ket/kernel';
import {
  PersonKeys,
  PersonReads,
  READS_DATABASE,
  SystemDatabase,
  type ClusterAddress,
} from '@lien-ket/read-model';
import type { Runtime } from '@lien-ket/runtime';
import { serviceLogger } from '@lien-ket/telemetry';
import { AuditModule } from '../audit.module.js';
import { Proofs } from '../proof/checkpoints.adapter.js';

/** A province with a plan of two items, amended, corrected and carried out, as specs of the history see it. */
export const idFor = (...names: string[]): string => uuidFrom('history', ...names);
export const PLAN = idFor('plan');
export const KEPT = idFor('item', 'kept');
export const DROPPED = idFor('item', 'dropped');
export const ACTIVITY = idFor('activity');
const SECTION = idFor('section');

export function auditModule(runtime: Runtime, cluster: ClusterAddress): DynamicModule {
  const reads = new PersonReads(SystemDatabase.join(cluster, READS_DATABASE));
  const persons = new PersonKeys(SystemDatabase.join(cluster, 'lk_keys'));
  const keys = mkdtempSync(join(tmpdir(), 'lk-history-'));
  return AuditModule.with(runtime, reads, persons, new Proofs(runtime, keys, serviceLogger('audit')));
}

const lead = (key: string) => ({ printed: `Sở ${key}`, organisationId: idFor('organisation', key) });
const item = (id: string, printedNumber: string, text: string): PlanContent['items'][number] => ({
  id,
  sectionId: SECTION,
  printedNumber,
  text,
  leads: [lead('Công Thương')],
  leadScope: 'own',
  coordinators: [],
  contactOffices: [],
  partnerTenants: [],
  subTasks: [],
  awaitsTrigger: false,
  becomesActivity: true,
});

export const CONTENT: PlanContent = {
  title: 'Kế hoạch hợp tác năm 2024',
  horizons: [],
  legalBases: [],
  underAgreements: [],
  sections: [{ id: SECTION, title: 'I', leads: [] }],
  items: [item(KEPT, '1', 'Hội nghị xúc tiến'), item(DROPPED, '2', 'Đào tạo cán bộ')],
  provisions: [],
  recipients: [],
  example: false,
};

export const issued = (number = '419'): NewEvent => ({
  type: 'lk.agreement.plan.issued.v1',
  data: {
    number,
    symbol: 'KH-UBND',
    date: { year: 2023, month: 12, day: 4 },
    content: CONTENT,
    entry: 'paper',
    sharedWith: ['hcmc'],
  },
  effectiveOn: '2023-12-04',
  basis: { kind: 'printed' },
});

/** By a paper of a number: the first item gets another time, the second goes. */
const amendedData = (time: string) => ({
  amendmentId: idFor('amendment'),
  document: { number: '12', symbol: 'QĐ-UBND', date: { year: 2024, month: 3, day: 1 } },
  reason: 'Theo đề nghị của Sở Công Thương',
  changes: [
    { op: 'setItem', itemId: KEPT, fields: { time } },
    { op: 'removeItem', itemId: DROPPED, reason: 'Không còn phù hợp' },
  ],
  supersedes: [],
});
export const amended = (time: string, effectiveOn = '2024-03-01'): NewEvent => ({
  type: 'lk.agreement.plan.amended.v1',
  data: amendedData(time),
  effectiveOn,
});

/** Our typing of that act was wrong: the paper says another time. */
export const corrected = (corrects: string, time: string): NewEvent => ({
  type: 'lk.agreement.plan.entryCorrected.v1',
  data: { corrects, reason: 'Gõ nhầm quý', replacement: { amended: amendedData(time) } },
});

const definition = {
  title: 'Hội nghị xúc tiến',
  leads: [lead('Công Thương')],
  coordinators: [],
  contactOffices: [],
  partnerTenants: [],
  awaitsTrigger: false,
};
export const planned: NewEvent = {
  type: 'lk.activity.activity.planned.v1',
  data: {
    planId: PLAN,
    itemId: KEPT,
    example: false,
    order: 0,
    definition,
    beganBeforeInForce: false,
    historic: false,
  },
};
export const progressed: NewEvent = {
  type: 'lk.activity.activity.progressRecorded.v1',
  data: { text: 'Đã mời 40 doanh nghiệp', happenedOn: '2024-03-04', figures: [], links: [], evidence: [] },
  effectiveOn: '2024-03-04',
};

export const account = (role: Role): string => idFor('account', role);
export const OFFICE = idFor('organisation', 'Công Thương');

export function people(...roles: Role[]): [string, NewEvent][] {
  const office = { name: 'Sở Công Thương', kind: 'department', aliases: [], outside: false };
  const assigned = (role: Role): [string, NewEvent] => [
    streamOf('staff', account(role)),
    {
      type: 'lk.agreement.staff.assigned.v1',
      data: {
        assignmentId: idFor('assignment', role),
        organisationId: OFFICE,
        role,
        from: '2020-01-01',
        basis: 'Quyết định 1',
      },
    },
  ];
  return [
    [streamOf('organisation', OFFICE), { type: 'lk.agreement.organisation.registered.v1', data: office }],
    ...roles.map(assigned),
  ];
}

/** In which capacity the acts of the scene are recorded. */
export const clerk = { actor: { role: 'clerk' as Role, organisationId: OFFICE } };

/** What a bench does for the scene. */
interface Recording {
  day: string;
  record(
    tenant: string,
    stream: string,
    events: readonly NewEvent[],
    fields?: typeof clerk,
  ): Promise<Recorded[]>;
}

/** The people of all tenants; the plan lived in the first: issued, amended, the amendment corrected, and carried out. */
export async function live(bench: Recording, tenant: string, ...others: string[]): Promise<void> {
  for (const one of [tenant, ...others])
    for (const [stream, event] of people('auditor', 'officer')) await bench.record(one, stream, [event]);
  const plan = streamOf('plan', PLAN);
  bench.day = '2023-12-05';
  await bench.record(tenant, plan, [issued()], clerk);
  await bench.record(tenant, streamOf('activity', ACTIVITY), [planned]);
  bench.day = '2024-03-02';
  const [act] = await bench.record(tenant, plan, [amended('Quý I')], clerk);
  bench.day = '2024-03-05';
  await bench.record(tenant, plan, [corrected(act?.header.id ?? '', 'Quý II')], clerk);
  await bench.record(tenant, streamOf('activity', ACTIVITY), [progressed], clerk);
}
