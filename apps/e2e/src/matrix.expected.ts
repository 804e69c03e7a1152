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
