import {
  cooperationField,
  type SharedReport,
  type ActivityState,
  type ActivityEvent,
  type ActivityRef,
  type AgreementEvent,
  type AnswerEvent,
  type ConfirmationEvent,
  type DifficultyEvent,
  type IssuedData,
  type ObligationEvent,
  type PlanEvent,
} from '@lien-ket/contracts';
import { lastDayOf } from '@lien-ket/plan-acts';

export interface Party {
  readonly name: string;
  readonly tenant?: string;
}

/** An act that ends a plan, and the day from which it does. */
export interface Ending {
  readonly event: string;
  readonly on: string;
}

/** Where and when an event was told. */
export interface Telling {
  readonly event: string;
  readonly effectiveOn: string;
}

/** What is particular to a kind of thing. */
export interface ThingData {
  readonly name?: string;
  readonly parties?: readonly Party[];
  /** Of an agreement: the record that stands and its extensions, any of which a party may have confirmed. */
  readonly hashes?: readonly string[];
  /** Of a confirmation: what was said of each content, by its hash. */
  readonly said?: Readonly<Record<string, 'confirmed' | 'refused'>>;
  /** Last day of an activity's time, where its words say one; of a plan's last horizon, null where one says no end. */
  readonly lastDay?: string | null;
  /** The plan that an activity stands in, or that a difficulty is about. */
  readonly planId?: string;
  /** The activity that a difficulty is about. */
  readonly activityId?: string;
  /** Acts by which a plan ends, each from its own day on. */
  readonly endings?: readonly Ending[];
  /** The fields that an agreement names by the words of the platform. */
  readonly fields?: readonly string[];
  readonly report?: Pick<SharedReport, 'version' | 'title' | 'planId' | 'period' | 'report'>;
  readonly receivedOn?: string;
  /** Activities that a person linked as the same work. */
  readonly sameAs?: readonly ActivityRef[];
}

/** What the overview keeps of a thing; `undefined` fields stay as they are. */
export interface ThingChange {
  readonly kind: 'agreement' | 'confirmation' | 'plan' | 'activity' | 'difficulty' | 'report';
  readonly state?: string;
  readonly field?: string | null;
  readonly example?: boolean;
  readonly historic?: boolean;
  readonly data?: ThingData;
  /** The thing meant, where the event lies in another thing's stream: tenant and id. */
  readonly of?: { readonly tenant: string; readonly id: string };
  /** An activity's link with another plan's row, made or taken back. */
  readonly link?: { readonly with: ActivityRef; readonly linked: boolean };
  readonly ending?: Ending;
  /** Hash of a content that a party may confirm instead of the record. */
  readonly extension?: string;
  readonly said?: ThingData['said'];
  /** The day of an act was corrected: only what is known as an ending moves. */
  readonly moved?: Ending;
  /** The event of an act that was entered by mistake. */
  readonly mistaken?: string;
  /** The state of an activity that nobody has begun. */
  readonly unbegun?: 'awaitingTrigger' | 'planned';
  /** States in which the event says something; in others it comes too late. */
  readonly while?: readonly string[];
  /** True where the event can make the thing; a change to what was never told is passed over. */
  readonly makes?: boolean;
}

type Told =
  | ActivityEvent
  | AgreementEvent
  | AnswerEvent
  | ConfirmationEvent
  | DifficultyEvent
  | PlanEvent
  | ObligationEvent;

const ENDING: readonly string[] = ['recalled', 'ended', 'closed'].map(
  (name) => `lk.agreement.plan.${name}.v1`,
);
/** What became of a difficulty that was passed to us, where it was raised. */
const DIFFICULTY_STATES: Readonly<Record<string, string>> = {
  'lk.activity.difficulty.resolved.v1': 'settled',
  'lk.activity.difficulty.resolutionConfirmed.v1': 'settled',
  'lk.activity.difficulty.declined.v1': 'settled',
  'lk.activity.difficulty.reopened.v1': 'open',
};
const ACTIVITY_STATES: Readonly<Record<string, ActivityState>> = {
  'lk.activity.activity.cancelled.v1': 'cancelled',
  'lk.activity.activity.enteredInError.v1': 'enteredInError',
  'lk.activity.activity.progressRecorded.v1': 'inProgress',
  'lk.activity.activity.suspended.v1': 'suspended',
  'lk.activity.activity.postponed.v1': 'postponed',
  'lk.activity.activity.carriedOver.v1': 'carriedOver',
  'lk.activity.activity.resumed.v1': 'inProgress',
  'lk.activity.activity.reportedDone.v1': 'reportedDone',
  'lk.activity.activity.doneConfirmed.v1': 'done',
  'lk.activity.activity.doneUnconfirmed.v1': 'reportedDone',
  'lk.activity.activity.doneRefused.v1': 'inProgress',
};

/** What an event says for the overview, received or our own; undefined when it says nothing for it. */
export function changeOf(type: string, data: unknown, at: Telling): ThingChange | undefined {
  if (ENDING.includes(type)) return { kind: 'plan', ending: { event: at.event, on: at.effectiveOn } };
  if (DIFFICULTY_STATES[type]) return { kind: 'difficulty', state: DIFFICULTY_STATES[type] };
  if (ACTIVITY_STATES[type]) return { kind: 'activity', state: ACTIVITY_STATES[type] };
  const told = { type, data } as Told;
  return agreementChange(told, at) ?? planChange(told) ?? workChange(told);
}

function agreementChange(told: Told, at: Telling): ThingChange | undefined {
  switch (told.type) {
    case 'lk.agreement.agreement.recorded.v1':
    case 'lk.agreement.agreement.revised.v1': {
      const { content, hash } = told.data;
      const parties = content.parties.map(({ name, tenant }) => ({ name, ...(tenant ? { tenant } : {}) }));
      const fields = content.fields.filter((field) => cooperationField.safeParse(field).success);
      const data = { name: content.name, parties, hashes: [hash], fields };
      return { kind: 'agreement', state: 'recorded', makes: true, data };
    }
    case 'lk.agreement.agreement.withdrawn.v1':
      return { kind: 'agreement', state: 'withdrawn' };
    case 'lk.agreement.agreement.extended.v1':
    case 'lk.agreement.agreement.extensionCorrected.v1':
      return { kind: 'agreement', extension: told.data.hash };
    case 'lk.agreement.agreement.closed.v1': {
      const { closedOn } = told.data;
      return {
        kind: 'agreement',
        ending: { event: at.event, on: at.effectiveOn > closedOn ? at.effectiveOn : closedOn },
      };
    }
    case 'lk.agreement.confirmation.confirmed.v1':
      return { kind: 'confirmation', makes: true, said: { [told.data.hash]: 'confirmed' } };
    case 'lk.agreement.confirmation.refused.v1':
      return { kind: 'confirmation', makes: true, said: { [told.data.hash]: 'refused' } };
  }
  return undefined;
}

function planChange(told: Told): ThingChange | undefined {
  switch (told.type) {
    case 'lk.agreement.plan.issued.v1':
      return { kind: 'plan', state: 'issued', makes: true, ...issued(told.data) };
    case 'lk.agreement.plan.amended.v1': {
      const horizons = told.data.changes.flatMap((one) =>
        one.op === 'setPlan' ? (one.fields.horizons ?? []) : [],
      );
      return horizons.length > 0
        ? { kind: 'plan', data: { lastDay: lastDayOf({ content: { horizons } }) } }
        : undefined;
    }
    case 'lk.agreement.plan.entryCorrected.v1': {
      const { corrects, replacement } = told.data;
      const { effectiveOn, enteredInError, issued: said } = replacement;
      if (enteredInError) return { kind: 'plan', mistaken: corrects };
      return {
        kind: 'plan',
        ...(said ? issued(said) : {}),
        ...(effectiveOn ? { moved: { event: corrects, on: effectiveOn } } : {}),
      };
    }
  }
  return undefined;
}

function issued({ content }: Pick<IssuedData, 'content'>): Pick<ThingChange, 'example' | 'data'> {
  return { example: content.example, data: { lastDay: lastDayOf({ content }) } };
}

function workChange(told: Told): ThingChange | undefined {
  switch (told.type) {
    case 'lk.activity.activity.planned.v1': {
      const { definition, example, historic, planId } = told.data;
      const { field, data } = defined(definition);
      const state = waiting(definition);
      return { kind: 'activity', makes: true, state, example, historic, field, data: { ...data, planId } };
    }
    case 'lk.activity.activity.redefined.v1': {
      const { definition } = told.data;
      return { kind: 'activity', unbegun: waiting(definition), ...defined(definition) };
    }
    case 'lk.activity.activity.reinstated.v1': {
      const { definition } = told.data;
      return { kind: 'activity', state: waiting(definition), ...defined(definition) };
    }
    case 'lk.activity.activity.participationTakenOver.v1':
      return { kind: 'activity', state: told.data.done ? 'reportedDone' : 'inProgress' };
    case 'lk.activity.activity.sameAsLinked.v1':
      return { kind: 'activity', link: { with: told.data.with, linked: true } };
    case 'lk.activity.activity.sameAsUnlinked.v1':
      return { kind: 'activity', link: { with: told.data.with, linked: false } };
    case 'lk.activity.difficulty.passedToPartner.v1': {
      const { example, field = null, activityId, planId } = told.data;
      const data = { ...(activityId ? { activityId } : {}), ...(planId ? { planId } : {}) };
      return { kind: 'difficulty', state: 'open', makes: true, example, field, data };
    }
    case 'lk.activity.answer.given.v1':
      return { kind: 'difficulty', state: 'answered', of: told.data.difficulty, while: ['open'] };
    case 'lk.reporting.obligation.reportAccepted.v1': {
      const { version, title, planId = null, period, report, example } = told.data;
      const data = { report: { version, title, planId, period, report } };
      return { kind: 'report', state: 'accepted', makes: true, example, data };
    }
  }
  return undefined;
}

type Definition = Extract<ActivityEvent, { type: 'lk.activity.activity.planned.v1' }>['data']['definition'];

/** Of an activity that nobody has begun. */
function waiting({ awaitsTrigger }: Definition): 'awaitingTrigger' | 'planned' {
  return awaitsTrigger ? 'awaitingTrigger' : 'planned';
}

function defined({ field, window }: Definition): Pick<ThingChange, 'field' | 'data'> {
  return { field: field ?? null, data: window ? { lastDay: window.to } : {} };
}
