import { acknowledgementEvents } from './acknowledgement.js';
import { activityEvents, fileEvents } from './activity.js';
import { agreementEvents, confirmationEvents } from './agreement.js';
import { campaignEvents } from './campaign.js';
import { directiveEvents } from './directive.js';
import { difficultyEvents } from './difficulty.js';
import { erasureEvents } from './erasure.js';
import type { EventContract } from './event-contract.js';
import { digestEvents, noticeEvents } from './notification.js';
import { participationEvents } from './participation.js';
import { numberEvents } from './number.js';
import { amendmentEvents, planEvents } from './plan.js';
import { contactEvents, documentEvents, organisationEvents, staffEvents } from './registers.js';
import { workingGroupEvents } from './working-group.js';
import { tenantEvents } from './tenant.js';
import { tenantKeyEvents } from './tenant-key.js';
import { dayEvents, receivedEvents, shareEvents } from './relay.js';
import { decisionEvents } from './decision.js';
import { debtorListEvents, obligationEvents } from './reporting.js';

/** Every event type of the platform, registered once. A type that is not here is refused by the log. */
export const EVENTS: readonly EventContract[] = [
  organisationEvents,
  staffEvents,
  contactEvents,
  erasureEvents,
  tenantKeyEvents,
  tenantEvents,
  documentEvents,
  directiveEvents,
  workingGroupEvents,
  agreementEvents,
  confirmationEvents,
  planEvents,
  amendmentEvents,
  numberEvents,
  acknowledgementEvents,
  activityEvents,
  participationEvents,
  difficultyEvents,
  fileEvents,
  obligationEvents,
  decisionEvents,
  campaignEvents,
  debtorListEvents,
  noticeEvents,
  digestEvents,
  dayEvents,
  shareEvents,
  receivedEvents,
].flatMap((group) => Object.values<EventContract>(group));

const BY_TYPE = new Map(EVENTS.map((contract) => [contract.type, contract]));

/** The contract of a wire name; undefined for an unregistered one (which is parked, never guessed). */
export function contractOf(type: string): EventContract | undefined {
  return BY_TYPE.get(type);
}

/** Categories of streams and the service that owns each. */
export function categories(): { category: string; service: string }[] {
  const owners = new Map(EVENTS.map(({ aggregate, service }) => [aggregate, service]));
  return [...owners].map(([category, service]) => ({ category, service }));
}
