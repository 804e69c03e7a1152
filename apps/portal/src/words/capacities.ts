/** Thể thức ký, in the order of the decree. */
export const CAPACITIES = [
  'forCollective',
  'deputyForHead',
  'byOrder',
  'byDelegation',
  'acting',
  'notPrinted',
] as const;
export type Capacity = (typeof CAPACITIES)[number];
