import type { Client } from './client.adapter.js';
import type { TestPlatform } from './harness.adapter.js';
import type { OrganisationView, Page } from './views.js';

const ACCOUNTS = {
  focal: 'tien-giang.skhdt.focal',
  officer: 'tien-giang.sct.officer',
  head: 'tien-giang.sct.head',
  otherHead: 'tien-giang.syt.head',
  leader: 'tien-giang.ubnd.leader',
  clerk: 'tien-giang.ubnd.clerk',
  auditor: 'tien-giang.thanhtra.auditor',
  coordinator: 'hcmc.itpc.region-coordinator',
  stranger: 'tra-vinh.skhdt.focal',
} as const;
export type People = Record<keyof typeof ACCOUNTS, Client>;

/** Everybody of the journeys, signed in. */
export async function peopleOf(platform: TestPlatform): Promise<People> {
  const signedIn = await Promise.all(
    Object.entries(ACCOUNTS).map(async ([name, account]) => [name, await platform.as(account)] as const),
  );
  return Object.fromEntries(signedIn) as People;
}

/** An organisation as a plan names it. */
export interface Lead {
  readonly printed: string;
  readonly organisationId: string;
}

/** @throws Error when the client's tenant has none of this name */
export async function leadNamed(client: Client, name: string): Promise<Lead> {
  const { items } = await client.read<Page<OrganisationView>>('/organisations?limit=200');
  const found = items.find((one) => one.name === name);
  if (!found) throw new Error(`no organisation ${name}`);
  return { printed: found.name, organisationId: found.id };
}

/** What a journey drafts. */
export interface Draft {
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly text: string; readonly leads: readonly Lead[] }[];
  readonly [field: string]: unknown;
}
