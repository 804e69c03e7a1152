import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import { streamOf, uuidFrom, type NewEvent, type Role } from '@lien-ket/kernel';
import type { PlanContent } from '@lien-ket/contracts';
import type { Runtime } from '@lien-ket/runtime';
import { ErasureLedger, KeyFiles, Vault, systemRandomness } from '@lien-ket/vault';
import { AgreementModule } from '../agreement.module.js';

/** A province's agreement service and a few of its organisations, as specs see them. */
export const organisation = (key: string): string => uuidFrom('scene', 'organisation', key);
export const account = (key: string, role: Role): string => uuidFrom('scene', 'account', key, role);
export const ITEM = uuidFrom('scene', 'item');
export const PLAN = uuidFrom('scene', 'plan');
const named = (key: string) => ({ printed: `Cơ quan ${key}`, organisationId: organisation(key) });

const PEOPLE: readonly (readonly [string, Role])[] = [
  ['sct', 'head'],
  ['sct', 'officer'],
  ['syt', 'head'],
  ['stc', 'head'],
  ['skhdt', 'focal'],
  ['skhdt', 'officer'],
  ['ubnd', 'leader'],
  ['ubnd', 'clerk'],
];

export const content: PlanContent = {
  title: 'Kế hoạch hợp tác',
  horizons: [{ id: uuidFrom('scene', 'horizon'), label: '2024', from: '2024-01-01', to: '2024-12-31' }],
  legalBases: [],
  underAgreements: [],
  sections: [{ id: uuidFrom('scene', 'section'), title: 'I', leads: [named('syt')] }],
  items: [
    {
      id: ITEM,
      sectionId: uuidFrom('scene', 'section'),
      printedNumber: '1',
      text: 'Hội nghị',
      leads: [named('sct')],
      leadScope: 'own',
      coordinators: [],
      contactOffices: [],
      partnerTenants: [],
      subTasks: [],
      awaitsTrigger: false,
      becomesActivity: true,
    },
  ],
  provisions: [],
  recipients: [],
  example: false,
};

/** The module with a vault that holds nobody. */
export function agreementModule(runtime: Runtime): DynamicModule {
  const folder = mkdtempSync(join(tmpdir(), 'lk-agreement-'));
  const none = () => Promise.reject(new Error('no person is kept in this scene'));
  const rows = { find: none, ensure: none, destroy: none };
  const vault = new Vault({
    rows,
    tenantKeys: new KeyFiles(join(folder, 'keys')),
    random: systemRandomness,
    reads: { record: none },
    ledger: ErasureLedger.openOrBegin(join(folder, 'erased')),
  });
  return AgreementModule.with(runtime, vault);
}

/** Organisations and their people. */
export function people(): [string, NewEvent][] {
  return [
    ...['sct', 'syt', 'stc', 'skhdt', 'ubnd'].map((key): [string, NewEvent] => [
      streamOf('organisation', organisation(key)),
      registered(key),
    ]),
    ...PEOPLE.map(([key, role]): [string, NewEvent] => [
      streamOf('staff', account(key, role)),
      assigned(key, role),
    ]),
  ];
}

export function registered(key: string): NewEvent {
  return {
    type: 'lk.agreement.organisation.registered.v1',
    data: { name: `Cơ quan ${key}`, kind: 'department', aliases: [], outside: false },
  };
}

export function assigned(key: string, role: Role): NewEvent {
  return {
    type: 'lk.agreement.staff.assigned.v1',
    data: {
      assignmentId: uuidFrom('scene', key, role),
      organisationId: organisation(key),
      role,
      from: '2020-01-01',
      basis: 'specs',
    },
  };
}
