import { DomainError, type Role } from '@lien-ket/kernel';
import type { ObligationEvent, ObligationOpened } from '@lien-ket/contracts';
import type { Sender } from '@lien-ket/access';
import { obligationDecider, type Obligation, type ObligationCommand } from './obligation.decider.js';

export const SCT = '00000000-0000-4000-8000-0000000000c1';
export const SKHDT = '00000000-0000-4000-8000-0000000000d1';
export const STC = '00000000-0000-4000-8000-0000000000e1';
export const UBND = '00000000-0000-4000-8000-0000000000f1';

export function sender(role: Role, organisationId: string): Sender {
  return { account: 'a', roles: [{ role, organisationId }], system: false };
}
export const sctOfficer = sender('officer', SCT);
export const sctHead = sender('head', SCT);
export const focal = sender('focal', SKHDT);
export const leader = sender('leader', UBND);
export const system: Sender = { account: 's', roles: [], system: true };

export const DUE = '2023-12-14';
export const duty: ObligationOpened = {
  title: 'Báo cáo tình hình thực hiện Kế hoạch',
  planId: '00000000-0000-4000-8000-000000000419',
  planNumber: '419/KH-UBND',
  provisionId: '00000000-0000-4000-8000-000000000a01',
  debtorId: SCT,
  receiver: { printed: 'Sở Kế hoạch và Đầu tư', organisationId: SKHDT },
  period: { key: '2023', label: 'Năm 2023' },
  dueOn: DUE,
  dueBasis: 'printed',
  headings: [],
  example: false,
  historic: false,
};
export const report = {
  nil: false,
  parts: [{ heading: 'Kết quả', text: 'Đã tổ chức hội nghị' }],
  figures: [],
  evidence: [],
};
export const nil = { nil: true, parts: [], figures: [], evidence: [] };

export const opened = (fields: Partial<ObligationOpened> = {}): ObligationEvent => ({
  type: 'lk.reporting.obligation.opened.v1',
  data: { ...duty, ...fields },
});
export const sent = (version = 1, sentOn = '2023-12-10', daysLate = 0): ObligationEvent => ({
  type: 'lk.reporting.obligation.reportSent.v1',
  data: { version, report, sentOn, daysLate },
});
export const received: ObligationEvent = {
  type: 'lk.reporting.obligation.reportReceived.v1',
  data: { version: 1 },
};
export const sentBack = (newDueOn = '2023-12-20'): ObligationEvent => ({
  type: 'lk.reporting.obligation.reportSentBack.v1',
  data: { version: 1, note: 'bổ sung số liệu', newDueOn },
});
export const accepted: ObligationEvent = {
  type: 'lk.reporting.obligation.reportAccepted.v1',
  data: { version: 1, title: duty.title, period: duty.period, report, example: false },
};
export const asked = (proposedOn = '2023-12-20'): ObligationEvent => ({
  type: 'lk.reporting.obligation.extensionRequested.v1',
  data: { reason: 'chờ số liệu', proposedOn },
});
export const ended: ObligationEvent = {
  type: 'lk.reporting.obligation.awaitsSuccessor.v1',
  data: { endedOn: '2023-12-01' },
};

export function given(...events: ObligationEvent[]): Obligation {
  return events.reduce(
    (state, event, revision) =>
      obligationDecider.evolve(state, {
        ...event,
        id: String(revision),
        revision,
        businessDate: '2023-12-01',
        recordedAt: '2023-12-01T00:00:00.000Z',
      }),
    obligationDecider.initialState(),
  );
}
export function when(state: Obligation, command: ObligationCommand, by: Sender, on = '2023-12-10') {
  return obligationDecider.decide({ ...command, by, on }, state);
}
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return `${error.kind} ${error.code}`;
    throw error;
  }
  return 'allowed';
}

export const owed = given(opened());
export const waiting = given(opened(), sent());
export const SEND: ObligationCommand = { type: 'sendReport', report };
export const ACCEPT: ObligationCommand = { type: 'acceptReport' };
export const BACK: ObligationCommand = { type: 'sendBackReport', note: 'bổ sung', newDueOn: '2023-12-20' };
export const ASK: ObligationCommand = {
  type: 'requestExtension',
  reason: 'chờ số liệu',
  proposedOn: '2023-12-20',
};
export const DECIDE: ObligationCommand = { type: 'decideExtension', granted: true };
