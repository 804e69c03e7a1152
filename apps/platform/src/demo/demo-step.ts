import { demoId } from './demo-bodies.js';

/** Reads from the API as the step's account; resolves with the parsed body. */
export type Get = (path: string) => Promise<unknown>;
/** What of a step is known only when its turn comes. */
export type Resolved = Partial<Pick<Step, 'path' | 'body' | 'revision'>>;
export type Resolve = (get: Get) => Promise<Resolved>;

/** One command of the load, sent as the account that would send it. */
export interface Step {
  readonly on: string;
  readonly tenant: string;
  readonly account: string;
  readonly method: 'POST';
  readonly path: string;
  readonly body: unknown;
  /** Fixed for ever: loading again sends the same command, which is carried out once. */
  readonly key: string;
  readonly revision?: number;
  /** Sent alone, after everything before it has settled; others of one kind go side by side. */
  readonly alone?: true;
  readonly resolve?: Resolve;
}

/** The day each tenant's log begins: that of its own first document (the eight without one: of plan 4778). */
const FIRST_DAY: Readonly<Record<string, string>> = {
  'tra-vinh': '2020-08-26',
  'nghe-an': '2023-09-26',
  'tien-giang': '2023-10-02',
  'kon-tum': '2024-06-28',
  'kien-giang': '2025-03-10',
};
const DEFAULT_FIRST_DAY = '2023-09-26';

export const firstDayOf = (tenant: string): string => FIRST_DAY[tenant] ?? DEFAULT_FIRST_DAY;

/** Names of a tenant's organisations by their keys. */
export type Names = ReadonlyMap<string, string>;

export function post(
  tenant: string,
  account: string,
  path: string,
  key: string,
  body: unknown,
  rest: Partial<Step> = {},
): Step {
  return {
    on: firstDayOf(tenant),
    tenant,
    account: `${tenant}.${account}`,
    method: 'POST',
    path,
    body,
    key: demoId(tenant, 'command', key),
    ...rest,
  };
}
