import { erasureEvents, type ErasureEvent } from '@lien-ket/contracts';
import { idOf } from '@lien-ket/kernel';
import { documentProjection } from '@lien-ket/read-model';
import { APPROVALS, type ErasureState } from './erasure.decider.js';
import { ErasureRow } from './erasure.rows.js';

/** What was done, on which business day; keys and envelopes are left out. */
export interface ErasureStep {
  readonly step: 'requested' | 'assessed' | 'approved' | 'keyDestroyed' | 'answered';
  readonly on: string;
  readonly said: Readonly<Record<string, unknown>>;
}

export const erasureProjection = documentProjection<ErasureRow>({
  name: 'erasures',
  types: Object.values(erasureEvents).map(({ type }) => type),
  tables: ['erasure'],
  entity: ErasureRow,
  idOf: ({ stream }) => idOf(stream),
  fold: (before, { revision, seq, stream, type, data, header }) => {
    const event = { type, data } as ErasureEvent;
    const steps = [...(before?.data.steps ?? []), { ...stepOf(event), on: header.businessDate }];
    const first = event.type === 'lk.agreement.erasure.requested.v1' ? event.data : before;
    if (!first) return undefined;
    const { contactId, receivedOn } = first;
    return { id: idOf(stream), revision, seq, contactId, receivedOn, state: stateOf(steps), data: { steps } };
  },
});

function stepOf(event: ErasureEvent): Omit<ErasureStep, 'on'> {
  if (event.type === 'lk.agreement.erasure.requested.v1') return { step: 'requested', said: event.data };
  if (event.type === 'lk.agreement.erasure.assessed.v1') return { step: 'assessed', said: event.data };
  if (event.type === 'lk.agreement.erasure.approved.v1') return { step: 'approved', said: event.data };
  if (event.type === 'lk.agreement.erasure.answered.v1') return { step: 'answered', said: event.data };
  const { kids, kept } = event.data;
  return { step: 'keyDestroyed', said: { keys: kids.length, nameKept: kept !== undefined } };
}

function stateOf(steps: readonly ErasureStep[]): ErasureState {
  const last = steps.at(-1);
  if (last?.step === 'assessed') return last.said['outcome'] === 'refused' ? 'refused' : 'assessed';
  if (last?.step === 'approved')
    return steps.filter(({ step }) => step === 'approved').length < APPROVALS ? 'assessed' : 'approved';
  if (last?.step === 'keyDestroyed') return 'erased';
  return last?.step === 'answered' ? 'answered' : 'requested';
}
