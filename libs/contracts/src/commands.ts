import type { CommandContract } from './command-contract.js';
import {
  organisationCommands,
  staffCommands,
  contactCommands,
  documentCommands,
  directiveCommands,
  workingGroupCommands,
  agreementCommands,
  confirmationCommands,
} from './registers-commands.js';
import { erasureCommands } from './erasure.js';
import { acknowledgementCommands, amendmentCommands, planCommands } from './plan-commands.js';
import {
  activityCommands,
  participationCommands,
  difficultyCommands,
  obligationCommands,
  campaignCommands,
  debtorListCommands,
  noticeCommands,
} from './work-commands.js';

/** Every command of the HTTP interface by resource: the OpenAPI document and the access matrix are made from it. */
export const COMMANDS: Readonly<Record<string, Readonly<Record<string, CommandContract>>>> = {
  organisations: organisationCommands,
  staff: staffCommands,
  contacts: contactCommands,
  erasures: erasureCommands,
  documents: documentCommands,
  directives: directiveCommands,
  'working-groups': workingGroupCommands,
  agreements: { ...agreementCommands, ...confirmationCommands },
  plans: { ...planCommands, ...acknowledgementCommands },
  amendments: amendmentCommands,
  activities: activityCommands,
  participations: participationCommands,
  difficulties: difficultyCommands,
  obligations: obligationCommands,
  campaigns: campaignCommands,
  'debtor-lists': debtorListCommands,
  notifications: noticeCommands,
};
