/**
 * Where an operation may answer otherwise than the rule of the access matrix says. Each with its reason; the matrix
 * fails on a row that is no longer needed.
 */
export interface Deviation {
  /** `<method> <path>` as in the OpenAPI document. */
  readonly operation: string;
  readonly why: string;
}

/** Operations that every signed-in account may use, whatever its role: they say nothing of a tenant's data. */
export const OPEN_TO_ALL: readonly Deviation[] = [
  { operation: 'get /api/v1/me', why: 'the account itself' },
  { operation: 'get /api/v1/tenants', why: 'names of the authorities are public knowledge' },
  { operation: 'get /api/v1/demonstration', why: 'the day shown in the banner' },
];

/** Resources whose things belong to no one organisation of the tenant, with the reason. */
export const FIXED_OWNER: Readonly<Record<string, string>> = {
  agreements: 'signed by the tenant; the focal agency writes',
  campaigns: 'who answers is named by organisations that exist; campaign.int.spec asks as both organisations',
  notifications: 'each reader marks what was sent to it; a foreign notice is not found',
  participations: 'Tiền Giang takes part in nothing yet; participation.decider.spec has both organisations',
};

/** Operations on one organisation's thing that are not the owner's to use, but of whom it asked or told. */
export const FOR_THE_ASKED: readonly Deviation[] = [
  {
    operation: 'post /api/v1/plans/{id}/comment',
    why: 'who was asked answers, in consultation only; plan.int.spec asks as both organisations',
  },
  {
    operation: 'post /api/v1/plans/{id}/acknowledgeRecall',
    why: 'who carries the plan out confirms, when it is recalled; acknowledgement.int.spec asks as both organisations',
  },
];
