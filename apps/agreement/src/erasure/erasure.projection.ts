import { erasureEvents, type ErasureEvent, type ErasureState, type ErasureStep } from '@lien-ket/contracts';
import { idOf } from '@lien-ket/kernel';
import { documentProjection } from '@lien-ket/read-model';
import { APPROVALS } from './erasure.decider.js';
import { ErasureRow } from './erasure.rows.js';

export const erasureProjection = documentProjection<ErasureRow>({
  name: 'erasures',
  types: Object.values(erasureEvents).map(({ type }) => type),
  tables: ['erasure'],
  entity: ErasureRow,
  idOf: ({ stream }) => idOf(stream),
  fold: (before, { revision, seq, stream, type, data, header }) => {
    const event = { type, data } as ErasureEvent;
    const steps = [...(before?.data.steps ?? []), stepOf(event, header.businessDate)];
    const first = event.type === 'lk.agreement.erasure.requested.v1' ? event.data : before;
    if (!first) return undefined;
    const { contactId, receivedOn } = first;
    return { id: idOf(stream), revision, seq, contactId, receivedOn, state: stateOf(steps), data: { steps } };
  },
});

function stepOf(event: ErasureEvent, on: string): ErasureStep {
  if (event.type === 'lk.agreement.erasure.requested.v1') return { step: 'requested', on, said: event.data };
  if (event.type === 'lk.agreement.erasure.assessed.v1') return { step: 'assessed', on, said: event.data };
  if (event.type === 'lk.agreement.erasure.approved.v1') return { step: 'approved', on, said: event.data };
  if (event.type === 'lk.agreement.erasure.answered.v1') return { step: 'answered', on, said: event.data };
  const { kids, kept } = event.data;
  return { step: 'keyDestroyed', on, said: { keys: kids.length, nameKept: kept !== undefined } };
}

function stateOf(steps: readonly ErasureStep[]): ErasureState {
  const last = steps.at(-1);
  if (last?.step === 'assessed') return last.said.outcome === 'refused' ? 'refused' : 'assessed';
  if (last?.step === 'approved')
    return steps.filter(({ step }) => step === 'approved').length < APPROVALS ? 'assessed' : 'approved';
  if (last?.step === 'keyDestroyed') return 'erased';
  return last?.step === 'answered' ? 'answered' : 'requested';
}
