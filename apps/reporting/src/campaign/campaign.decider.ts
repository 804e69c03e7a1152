import { DomainError, refuseDayToCome, unreachable, type Decider } from '@lien-ket/kernel';
import { requireTouch } from '@lien-ket/access';
import type { CampaignData, CampaignEvent, CommandOf, campaignCommands } from '@lien-ket/contracts';
import type { Sent } from '@lien-ket/runtime';
import { correctEntry } from './campaign.corrections.js';
import { askedNow } from './campaign.debtors.js';

/** Đợt yêu cầu báo cáo, đề xuất: one document asks many for one thing. */
export interface Campaign {
  readonly launched: { readonly on: string; readonly by: string; readonly data: CampaignData } | null;
  /** Confirmed beside the named ones, by the place of the request. */
  readonly confirmed: readonly { readonly request: number; readonly debtors: readonly string[] }[];
}

type Command = CommandOf<typeof campaignCommands>;
type Launch = Extract<Command, { type: 'create' }>;
type Correction = Extract<Command, { type: 'correctEntry' }>;
interface LookedUp {
  /** Whether what it is about is there. */
  readonly aboutKnown?: boolean;
  /** Who acts for those that have ended; null where nobody does. */
  readonly successors?: Readonly<Record<string, string | null>>;
}
/** What the controller looked up; of a correction also whose answers are in. */
export type CampaignCommand =
  | (Launch & LookedUp)
  | (Correction & LookedUp & { readonly answered?: readonly string[] })
  | Exclude<Command, Launch | Correction>;
export type Of<T extends CampaignCommand['type']> = Extract<Sent<CampaignCommand>, { type: T }>;

export const campaignDecider: Decider<Campaign, Sent<CampaignCommand>, CampaignEvent> = {
  aggregate: 'campaign',
  initialState: () => ({ launched: null, confirmed: [] }),
  decide(command, state) {
    switch (command.type) {
      case 'create':
        return launch(command, state);
      case 'correctEntry':
        return correctEntry(command, state);
      case 'confirmDebtors':
        return confirm(command, state);
    }
    return unreachable(command);
  },
  evolve(state, event) {
    switch (event.type) {
      case 'lk.reporting.campaign.launched.v1':
        return { ...state, launched: { on: event.businessDate, by: event.id, data: event.data } };
      case 'lk.reporting.campaign.entryCorrected.v1':
        return { ...state, launched: state.launched && { ...state.launched, data: event.data.content } };
      case 'lk.reporting.campaign.debtorsConfirmed.v1':
        return { ...state, confirmed: [...state.confirmed, event.data] };
    }
    return unreachable(event);
  },
};

/** Organisations that a request asks, whether it names them or they were confirmed. */
export function askedBy({ launched, confirmed }: Campaign, request: number): readonly string[] {
  const named = launched?.data.requests[request]?.debtors ?? [];
  const later = confirmed.filter((one) => one.request === request);
  return [
    ...named.flatMap(({ organisationId }) => organisationId ?? []),
    ...later.flatMap((one) => one.debtors),
  ];
}

function launch(command: Of<'create'>, state: Campaign): readonly CampaignEvent[] {
  if (state.launched) throw new DomainError('conflict', 'campaign.alreadyLaunched');
  const { type: _type, by, on, id: _id, aboutKnown = true, successors = {}, ...sent } = command;
  requireTouch(by, [sent.receiver.organisationId]);
  mustStand(sent, { aboutKnown, on, at: '' });
  const data = askedNow(sent, successors, { owing: [], at: '' });
  // A request may name its addressees only in words ("Thủ trưởng các đơn vị"): then nobody owes until they are confirmed.
  return [{ type: 'lk.reporting.campaign.launched.v1', data }];
}

export function mustStand(
  { document }: CampaignData,
  { aboutKnown, on, at }: { readonly aboutKnown: boolean; readonly on: string; readonly at: string },
): void {
  const code = 'campaign.aboutUnknown';
  if (!aboutKnown) throw new DomainError('invalid', code, {}, [{ pointer: `${at}/about/id`, code }]);
  refuseDayToCome(document?.date, on, { code: 'campaign.dayToCome', pointer: `${at}/document/date` });
}

/** May be said again for those who had been left out; nobody is asked twice and nobody is let off by it. */
function confirm({ request, debtors, by }: Of<'confirmDebtors'>, state: Campaign): readonly CampaignEvent[] {
  const campaign = state.launched?.data;
  if (!campaign?.requests[request])
    throw new DomainError('invalid', 'body.invalid', {}, [
      { pointer: '/request', code: 'campaign.unknownRequest' },
    ]);
  requireTouch(by, [campaign.receiver.organisationId]);
  const { organisationId: receiver } = campaign.receiver;
  if (receiver !== undefined && debtors.includes(receiver))
    throw new DomainError('conflict', 'debtorlist.receiverOwesNothing');
  const asked = askedBy(state, request);
  const added = [...new Set(debtors)].filter((one) => !asked.includes(one));
  if (added.length === 0) throw new DomainError('conflict', 'campaign.nobodyAdded');
  return [{ type: 'lk.reporting.campaign.debtorsConfirmed.v1', data: { request, debtors: added } }];
}
