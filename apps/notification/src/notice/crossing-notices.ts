import type {
  AgreementData,
  Crossing,
  IssuedData,
  ObligationOpened,
  ParticipationEvent,
} from '@lien-ket/contracts';
import { idOf, type Role } from '@lien-ket/kernel';
import type { Draft } from './notifier.js';
import { planTitle } from './told-plan.js';

type Told = Omit<Draft, 'to'>;
type Joined = Extract<ParticipationEvent, { type: 'lk.activity.participation.joined.v1' }>['data'];
/** What another tenant does in an activity of ours after it has joined it, by how it is told. */
const TAKING_PART = {
  'lk.activity.participation.progressRecorded.v1': 'participationProgress',
  'lk.activity.participation.progressCorrected.v1': 'participationProgress',
  'lk.activity.participation.reportedDone.v1': 'participationReportedDone',
  'lk.activity.participation.proposed.v1': 'participationProposed',
  'lk.activity.participation.withdrawn.v1': 'participationWithdrawn',
} as const satisfies Record<Exclude<ParticipationEvent['type'], `${string}.joined.v1`>, Draft['kind']>;
const COMPILING: readonly Role[] = ['focal', 'region-coordinator'];
const DECIDING: readonly Role[] = ['focal', 'region-coordinator', 'leader'];
/** By what a thing first crosses: what comes later says neither what it is called nor that it is an example. */
export const FIRSTS: readonly string[] = [
  'lk.agreement.agreement.recorded.v1',
  'lk.agreement.agreement.revised.v1',
  'lk.agreement.plan.issued.v1',
  'lk.reporting.obligation.opened.v1',
  'lk.activity.participation.joined.v1',
];

/** Of which only what crossed first says what the thing is called. */
export const LATER: readonly string[] = [
  'lk.agreement.agreement.extended.v1',
  'lk.agreement.agreement.extensionCorrected.v1',
  'lk.agreement.plan.recalled.v1',
  'lk.reporting.obligation.reportSent.v1',
  ...Object.keys(TAKING_PART),
];

/**
 * What is said of something another tenant shared.
 * @param first what of the same thing crossed first, for those that come later
 */
export function toldBy(crossing: Crossing, first: Crossing | undefined): Told | undefined {
  const { origin, content } = crossing;
  const id = idOf(origin.stream);
  const from = origin.tenant;
  switch (origin.type) {
    case 'lk.agreement.agreement.recorded.v1':
    case 'lk.agreement.agreement.revised.v1':
      return agreementSaid(crossing, from, id);
    case 'lk.agreement.agreement.extended.v1':
    case 'lk.agreement.agreement.extensionCorrected.v1': {
      const told = agreementSaid(first, from, id);
      const { termTo } = content as { termTo: string };
      return { ...told, kind: 'extensionToConfirm', params: { ...told.params, termTo } };
    }
    case 'lk.agreement.plan.issued.v1':
      return { kind: 'planReceived', roles: DECIDING, link: `/plans/${id}`, ...planSaid(crossing, from) };
    case 'lk.agreement.plan.recalled.v1': {
      const roles: readonly Role[] = [...DECIDING, 'clerk'];
      return { kind: 'planRecalled', roles, link: `/plans/${id}`, ...planSaid(first, from) };
    }
    case 'lk.reporting.obligation.reportSent.v1':
      return reportSaid(crossing, first);
    case 'lk.activity.difficulty.passedToPartner.v1': {
      const { text, example } = content as { text: string; example: boolean };
      const params = { title: text, from };
      const link = `/difficulties/${id}`;
      return { kind: 'difficultyReceivedFromPartner', roles: DECIDING, params, link, example };
    }
    case 'lk.activity.participation.joined.v1':
      return partSaid('participationJoined', crossing, from);
    case 'lk.activity.participation.progressRecorded.v1':
    case 'lk.activity.participation.progressCorrected.v1':
    case 'lk.activity.participation.reportedDone.v1':
    case 'lk.activity.participation.proposed.v1':
    case 'lk.activity.participation.withdrawn.v1':
      return first && partSaid(TAKING_PART[origin.type], first, from);
  }
  return undefined;
}

function planSaid(issued: Crossing | undefined, from: string): Pick<Told, 'params' | 'example'> {
  const plan = issued?.content as unknown as IssuedData | undefined;
  if (!plan) return { params: { title: '', from } };
  return { params: { title: planTitle(plan), from }, example: plan.content.example };
}

function reportSaid({ origin, content }: Crossing, first: Crossing | undefined): Told {
  const opened = first?.content as unknown as ObligationOpened | undefined;
  const what = (content as { title?: string }).title ?? opened?.title ?? '';
  const title = opened?.planNumber ? `${what} (${opened.planNumber})` : what;
  return {
    kind: 'reportSent',
    roles: DECIDING,
    params: { title, from: origin.tenant },
    link: `/obligations/${idOf(origin.stream)}`,
    example: opened?.example ?? false,
  };
}

/** To those who gather: a part is told of, taken over or answered by the owner of the activity. */
function partSaid(kind: Draft['kind'], joined: Crossing, from: string): Told {
  const { activity, title, organisation, example } = joined.content as unknown as Joined;
  const params = { title, from, organisation: organisation.printed };
  return { kind, roles: COMPILING, params, link: `/activities/${activity.activityId}`, example };
}

function agreementSaid(named: Crossing | undefined, from: string, id: string): Told {
  const { name = '' } = (named?.content['content'] ?? {}) as Partial<AgreementData>;
  const roles: readonly Role[] = ['focal', 'leader'];
  return { kind: 'agreementToConfirm', roles, params: { title: name, from }, link: `/agreements/${id}` };
}
