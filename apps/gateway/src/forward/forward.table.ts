/** The services behind the gateway in the distributed form. */
export const SERVICES = [
  'agreement',
  'activity',
  'reporting',
  'notification',
  'audit',
  'relay',
  'platform',
] as const;
export type ServiceName = (typeof SERVICES)[number];

/** First part of the path after `/api/v1/` → the service that owns it. The only place where this is said. */
export const OWNER_OF: Readonly<Record<string, ServiceName>> = {
  me: 'platform',
  organisations: 'agreement',
  staff: 'agreement',
  contacts: 'agreement',
  erasures: 'agreement',
  documents: 'agreement',
  directives: 'agreement',
  'working-groups': 'agreement',
  agreements: 'agreement',
  plans: 'agreement',
  amendments: 'agreement',
  activities: 'activity',
  participations: 'activity',
  files: 'activity',
  difficulties: 'activity',
  campaigns: 'reporting',
  'debtor-lists': 'reporting',
  needs: 'reporting',
  obligations: 'reporting',
  reports: 'reporting',
  overview: 'reporting',
  notifications: 'notification',
  stream: 'platform',
  audit: 'audit',
  history: 'audit',
  tenants: 'platform',
  accounts: 'platform',
  demonstration: 'platform',
  operations: 'platform',
};

/** What is done with one parked message is done where its handlers are. */
const PARKED = /^\/api\/v1\/operations\/parked\/([a-z]+)\/./;

export function ownerOf(path: string): ServiceName | undefined {
  const parked = PARKED.exec(path)?.[1];
  if (parked !== undefined) return SERVICES.find((service) => service === parked);
  const [resource = ''] = path.replace(/^\/api\/v1\//, '').split(/[/?]/);
  return Object.hasOwn(OWNER_OF, resource) ? OWNER_OF[resource] : undefined;
}
