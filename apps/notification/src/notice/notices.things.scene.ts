import { streamOf, uuidFrom, type NewEvent, type Role } from '@lien-ket/kernel';
import { organisation } from '../duty/duty.scene.js';

/** Name, stream, event, who is told, and of what kind the notice is. */
export type Step = [string, string, NewEvent, [string, Role], string];
export const PLAN_ID = uuidFrom('scene', 'plan');
export const PLAN = streamOf('plan', PLAN_ID);
export const AMENDMENT = streamOf('amendment', uuidFrom('scene', 'amendment'));
export const DIFFICULTY = streamOf('difficulty', uuidFrom('scene', 'difficulty'));
export const lead = (key: string) => ({ printed: key, organisationId: organisation(key) });
export const row = uuidFrom('scene', 'item');
export const signer = { capacity: 'forCollective' };
export const content = {
  title: 'Kế hoạch',
  example: false,
  sections: [{ id: row, title: 'I', leads: [lead('sct')] }],
  items: [{ id: row, sectionId: row, text: 'x', leads: [], coordinators: [] }],
  provisions: [{ id: row, what: 'Báo cáo năm' }],
};
export const set = { op: 'setItem', itemId: row, fields: { leads: [lead('syt')] } };

export function report(name: string, data: object): NewEvent {
  return { type: `lk.reporting.obligation.${name}.v1`, data };
}
export function received(type: string, fields: object): NewEvent {
  const origin = { tenant: 'hcmc', stream: PLAN, type };
  return { type: 'lk.relay.received.received.v1', data: { origin, content: fields, number: 0 } };
}

const PARTS: readonly (readonly [name: string, kind: string])[] = [
  ['joined', 'participationJoined'],
  ['progressRecorded', 'participationProgress'],
  ['reportedDone', 'participationReportedDone'],
  ['proposed', 'participationProposed'],
  ['withdrawn', 'participationWithdrawn'],
];
/** Only the first says what the activity is called, and whose part it is. */
function partReceived(name: string): NewEvent {
  const type = `lk.activity.participation.${name}.v1`;
  const joined = {
    activity: { tenant: 'tien-giang', activityId: row },
    title: 'Hội chợ',
    organisation: { printed: 'Sở Du lịch' },
    role: 'coordinate',
    example: false,
  };
  const content = name === 'joined' ? joined : { text: 'x' };
  const origin = { tenant: 'hcmc', stream: streamOf('participation', row), type };
  return { type: 'lk.relay.received.received.v1', data: { origin, content, number: 0 } };
}

export const receivedSteps: Step[] = [
  [
    'an agreement received',
    'received-hcmc',
    received('lk.agreement.agreement.recorded.v1', { content: { name: 'TT' } }),
    ['ubnd', 'leader'],
    'agreementToConfirm',
  ],
  [
    'an extension received',
    'received-hcmc',
    received('lk.agreement.agreement.extended.v1', { termTo: '2028-12-31' }),
    ['ubnd', 'leader'],
    'extensionToConfirm',
  ],
  [
    'a plan received',
    'received-hcmc',
    received('lk.agreement.plan.issued.v1', { content }),
    ['skhdt', 'focal'],
    'planReceived',
  ],
  [
    'a recall received',
    'received-hcmc',
    received('lk.agreement.plan.recalled.v1', { document: { number: '904' }, reason: 'x' }),
    ['ubnd', 'clerk'],
    'planRecalled',
  ],
  [
    'a difficulty received',
    'received-hcmc',
    received('lk.activity.difficulty.passedToPartner.v1', { text: 'x', example: false }),
    ['skhdt', 'focal'],
    'difficultyReceivedFromPartner',
  ],
  ...PARTS.map(([name, kind]): Step => [
    `another tenant’s part in our activity: ${name}`,
    'received-hcmc',
    partReceived(name),
    ['skhdt', 'focal'],
    kind,
  ]),
];
