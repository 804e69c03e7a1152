import { unreachable, type Evolving } from '@lien-ket/kernel';
import type { EventOf, ObligationEvent, obligationEvents } from '@lien-ket/contracts';
import type { Obligation, ReportVersion } from './obligation.decider.js';

/** One event into the state; also what the read model keeps, so that decider and rows cannot tell different stories. */
export function evolveObligation(state: Obligation, event: Evolving & ObligationEvent): Obligation {
  switch (event.type) {
    case 'lk.reporting.obligation.opened.v1':
      return opened(state, event.data);
    case 'lk.reporting.obligation.reportDrafted.v1':
      return { ...state, draft: event.data.report };
    case 'lk.reporting.obligation.reportSent.v1':
      return sent(state, event.data);
    case 'lk.reporting.obligation.reportRetracted.v1':
      return retracted(state, event.data);
    case 'lk.reporting.obligation.reportReceived.v1':
      return answered(state, event.data.version, 'received');
    case 'lk.reporting.obligation.reportSentBack.v1': {
      const { version, note, newDueOn } = event.data;
      const versions = marked(state, version, { state: 'sentBack', note });
      return { ...state, state: 'sentBack', dueOn: newDueOn, versions };
    }
    case 'lk.reporting.obligation.reportAccepted.v1':
      return { ...answered(state, event.data.version, 'accepted'), draft: null };
    case 'lk.reporting.obligation.extensionRequested.v1':
    case 'lk.reporting.obligation.extensionDecided.v1':
      return extension(state, event);
    case 'lk.reporting.obligation.urged.v1':
      return { ...state, urgings: [...state.urgings, urging(event.data, event.businessDate)] };
    case 'lk.reporting.obligation.adjusted.v1':
      return adjusted(state, event.data);
    case 'lk.reporting.obligation.waived.v1':
      return { ...state, state: 'waived', before: standing(state), waived: waived(event.data) };
    case 'lk.reporting.obligation.reinstated.v1':
      return reinstated(state, event.data.historic);
    case 'lk.reporting.obligation.awaitsSuccessor.v1':
      return { ...state, state: 'awaitsSuccessor', before: settled(state) };
    case 'lk.reporting.obligation.transferred.v1':
      return { ...state, state: state.before, debtorId: event.data.toId };
    case 'lk.reporting.obligation.successionCorrected.v1':
      return { ...state, state: standing(state), debtorId: event.data.debtorId };
  }
  return unreachable(event);
}

type DataOf<K extends keyof typeof obligationEvents> = EventOf<(typeof obligationEvents)[K]>['data'];

function opened(state: Obligation, data: DataOf<'opened'>): Obligation {
  return {
    ...state,
    opened: data,
    state: data.historic ? 'unknownOutcome' : 'open',
    debtorId: data.debtorId,
    dueOn: data.dueOn ?? null,
    provisionDueOn: data.dueOn ?? null,
  };
}

/** The first due date stays readable in what was opened. */
function adjusted(state: Obligation, data: DataOf<'adjusted'>): Obligation {
  const { title, titled, receiver, period, asPrinted, cutOff, dueBasis, headings } = data;
  const { dueOn, provisionDueOn, historic } = data;
  const says = { title, receiver, period, asPrinted, cutOff, dueBasis };
  const more = { ...(titled ? { titled } : {}), ...(headings ? { headings } : {}) };
  return {
    ...state,
    opened: state.opened && {
      ...state.opened,
      ...says,
      ...more,
      historic: state.opened.historic || historic,
    },
    state: historic && state.state !== 'awaitsSuccessor' ? 'unknownOutcome' : state.state,
    before: historic ? 'unknownOutcome' : state.before,
    dueOn: dueOn ?? null,
    provisionDueOn: provisionDueOn ?? null,
  };
}

function sent(state: Obligation, data: DataOf<'reportSent'>): Obligation {
  const { version, sentOn, daysLate, report } = data;
  const made: ReportVersion = { version, sentOn, daysLate, report, state: 'sent', note: null };
  return { ...state, state: 'sent', draft: null, versions: [...state.versions, made] };
}

function retracted(state: Obligation, { version, note }: DataOf<'reportRetracted'>): Obligation {
  const draft = state.versions.find((one) => one.version === version)?.report ?? null;
  const versions = marked(state, version, { state: 'retracted', note: note ?? null });
  return { ...state, state: 'retracted', draft, versions };
}

type ExtensionEvent = Extract<
  ObligationEvent,
  { type: `lk.reporting.obligation.extension${'Requested' | 'Decided'}.v1` }
>;

function extension(state: Obligation, event: ExtensionEvent): Obligation {
  if (event.type === 'lk.reporting.obligation.extensionRequested.v1')
    return {
      ...state,
      state: 'extensionRequested',
      before: state.state,
      extension: { ...event.data, granted: null, dueOn: null },
    };
  const { granted, dueOn } = event.data;
  return {
    ...state,
    state: state.before,
    dueOn: dueOn ?? state.dueOn,
    extension: state.extension && { ...state.extension, granted, dueOn: dueOn ?? null },
  };
}

function waived({ reason, because }: DataOf<'waived'>): Obligation['waived'] {
  return because ? { reason, because } : { reason };
}

function urging({ organisationId, text }: DataOf<'urged'>, on: string): Obligation['urgings'][number] {
  return { on, organisationId, text: text ?? null };
}

function answered(state: Obligation, version: number, answer: 'received' | 'accepted'): Obligation {
  return { ...state, state: answer, versions: marked(state, version, { state: answer }) };
}

/** As it was before it fell away. A debtor that has ended waits for a successor again by the day's own look. */
export function reinstated(state: Obligation, historic: boolean): Obligation {
  const { opened } = state;
  return {
    ...state,
    state: historic ? 'unknownOutcome' : state.before,
    opened: opened && { ...opened, historic: opened.historic || historic },
    waived: null,
  };
}

function standing(state: Obligation): Obligation['before'] {
  return state.state === 'awaitsSuccessor' ? state.before : settled(state);
}

/** A request for more time ends with the debtor that made it. */
function settled(state: Obligation): Obligation['before'] {
  return state.state === 'extensionRequested' ? state.before : state.state;
}

function marked(
  { versions }: Obligation,
  version: number,
  fields: Partial<Pick<ReportVersion, 'state' | 'note'>>,
): readonly ReportVersion[] {
  return versions.map((one) => (one.version === version ? { ...one, ...fields } : one));
}
