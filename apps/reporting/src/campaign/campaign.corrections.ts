import type { CampaignEvent } from '@lien-ket/contracts';
import { DomainError } from '@lien-ket/kernel';
import { requireTouch } from '@lien-ket/access';
import { askedBy, mustStand, type Campaign, type Of } from './campaign.decider.js';
import { askedNow } from './campaign.debtors.js';
import { dutiesOf, type DutyAsked } from './campaign.duties.js';

/**
 * What the paper asks, as a whole. What an answer rests on stays as it was when it was given: to whom it went, until when,
 * and under which headings (whoever asked for something else, asks by a campaign of its own).
 */
export function correctEntry(command: Of<'correctEntry'>, state: Campaign): readonly CampaignEvent[] {
  const { reason, by, on, aboutKnown = true, answered = [], successors = {} } = command;
  const { launched } = state;
  if (!launched) throw new DomainError('notFound', 'notFound');
  requireTouch(by, [launched.data.receiver.organisationId]);
  requireTouch(by, [command.content.receiver.organisationId]);
  mustStand(command.content, { aboutKnown, on, at: '/content' });
  const owing = launched.data.requests.flatMap((_, request) => askedBy(state, request));
  const content = askedNow(command.content, successors, { owing, at: '/content' });
  const after: Campaign = { ...state, launched: { ...launched, data: content } };
  mustKeepRequests(after);
  const grounds = (campaign: Campaign): string =>
    JSON.stringify([
      campaign.launched?.data.receiver.organisationId,
      campaign.launched?.data.dueOn,
      groundsOf(campaign, answered),
    ]);
  if (answered.length > 0 && grounds(state) !== grounds(after))
    throw new DomainError('conflict', 'campaign.answered', { n: answered.length });
  const data = { corrects: launched.by, reason, content };
  return [{ type: 'lk.reporting.campaign.entryCorrected.v1', data }];
}

/** @throws DomainError conflict campaign.requestConfirmed, where debtors were confirmed of a request that it has no more */
function mustKeepRequests({ launched, confirmed }: Campaign): void {
  const count = launched?.data.requests.length ?? 0;
  if (confirmed.some(({ request }) => request >= count))
    throw new DomainError('conflict', 'campaign.requestConfirmed');
}

/** What is asked of those whose answers are in; the duties are named the same before and after. */
function groundsOf(campaign: Campaign, answered: readonly string[]): readonly DutyAsked[] {
  return dutiesOf(campaign).filter(({ debtorId }) => answered.includes(debtorId));
}
