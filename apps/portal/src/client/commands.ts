import {
  activityCommands,
  agreementCommands,
  amendmentCommands,
  campaignCommands,
  confirmationCommands,
  contactCommands,
  difficultyCommands,
  directiveCommands,
  documentCommands,
  noticeCommands,
  obligationCommands,
  organisationCommands,
  planCommands,
  staffCommands,
  workingGroupCommands,
  type BodyOf,
  type CommandContract,
} from '@lien-ket/contracts';

/** The contracts' COMMANDS with the type of each body kept, which the record of the contracts has lost. */
const TABLE = {
  organisations: organisationCommands,
  staff: staffCommands,
  contacts: contactCommands,
  documents: documentCommands,
  directives: directiveCommands,
  'working-groups': workingGroupCommands,
  agreements: { ...agreementCommands, ...confirmationCommands },
  plans: planCommands,
  amendments: amendmentCommands,
  activities: activityCommands,
  difficulties: difficultyCommands,
  obligations: obligationCommands,
  campaigns: campaignCommands,
  notifications: noticeCommands,
};
type Table = typeof TABLE;

export type Resource = keyof Table;
export type CommandName<R extends Resource> = keyof Table[R] & string;
export type Body<R extends Resource, C extends CommandName<R>> = BodyOf<Table[R][C]>;

/** Who may send it and what it is called: the portal offers nothing that the contract does not allow. */
export function contractOfCommand<R extends Resource, C extends CommandName<R>>(
  resource: R,
  command: C,
): Omit<CommandContract, 'body'> {
  const commands: Readonly<Record<string, CommandContract>> = TABLE[resource];
  const contract = commands[command];
  if (!contract) throw new Error(`no command ${resource}/${command}`);
  return contract;
}
