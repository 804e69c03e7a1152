import { uuidFrom } from '@lien-ket/kernel';
import { formatDate } from '@lien-ket/calendar';
import { askedBy, type Campaign } from './campaign.decider.js';
import type { CampaignData, DocumentRef, ObligationOpened } from '@lien-ket/contracts';

/** What one organisation owes under a campaign: the headings of every request that names it, each once. */
export interface AskedOf {
  readonly debtorId: string;
  readonly headings: readonly string[];
}

export function askedOf({ requests, receiver }: CampaignData): readonly AskedOf[] {
  const asked = new Map<string, Set<string>>();
  for (const { debtors, headings } of requests) {
    for (const { organisationId } of debtors) {
      if (organisationId === undefined || organisationId === receiver.organisationId) continue;
      const before = asked.get(organisationId) ?? new Set();
      asked.set(organisationId, new Set([...before, ...headings]));
    }
  }
  return [...asked].map(([debtorId, headings]) => ({ debtorId, headings: [...headings] }));
}

/** A duty of a campaign; with its request, a second one of who is asked already under another. */
export interface DutyAsked extends AskedOf {
  readonly again?: number;
}

/** All that is asked by now, in the order in which it was. */
export function dutiesOf({ launched, confirmed }: Campaign): readonly DutyAsked[] {
  if (!launched) return [];
  const { requests } = launched.data;
  return confirmed.reduce<readonly DutyAsked[]>((duties, { request, debtors }, index) => {
    const before = { launched, confirmed: confirmed.slice(0, index) };
    const others = requests.flatMap((_, other) => (other === request ? [] : askedBy(before, other)));
    const headings = requests[request]?.headings ?? [];
    const more = debtors.map((debtorId) => ({
      ...{ debtorId, headings },
      ...(others.includes(debtorId) ? { again: request } : {}),
    }));
    const known = duties.map(({ debtorId, again }) => `${debtorId} ${again}`);
    return [...duties, ...more.filter(({ debtorId, again }) => !known.includes(`${debtorId} ${again}`))];
  }, askedOf(launched.data));
}

/** @param request of the second duty of one who is asked already under another request of the campaign */
export function campaignObligationIdOf(
  tenant: string,
  campaignId: string,
  debtorId: string,
  request?: number,
): string {
  const more = request === undefined ? [] : [String(request)];
  return uuidFrom('obligation', tenant, 'campaign', campaignId, debtorId, ...more);
}

/** What stands for the period of a duty that comes once: the paper by which it was asked, else the day. */
export function askedByPaper(document: DocumentRef | undefined, on: string): string {
  const named = [document?.number, document?.symbol].filter(Boolean).join('/');
  return named === '' ? `Yêu cầu ngày ${formatDate(on)}` : `Theo văn bản ${named}`;
}

/** @param askedOn business day on which this debtor is asked: what was due before is history */
export function askedObligation(
  campaignId: string,
  campaign: CampaignData,
  { debtorId, headings }: AskedOf,
  { launchedOn, askedOn }: { readonly launchedOn: string; readonly askedOn: string },
): ObligationOpened {
  const { title, receiver, asPrinted, dueOn, document, example } = campaign;
  return {
    title,
    campaignId,
    debtorId,
    receiver,
    period: { key: dueOn ?? launchedOn, label: askedByPaper(document, launchedOn) },
    ...(asPrinted ? { asPrinted } : {}),
    ...(dueOn ? { dueOn } : {}),
    dueBasis: dueOn ? 'printed' : 'none',
    headings: [...headings],
    example,
    historic: dueOn !== undefined && dueOn < askedOn,
  };
}
