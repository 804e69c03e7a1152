import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { PLAN_FILES, readDemo, readDemoText } from './demo-data.js';
import type { AgencyRef, DemoDocument, Organisation, Plan, Source } from './demo-data.js';

const names = readdirSync(new URL('./data/', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));
const organisations = readDemo<Record<string, Organisation[]>>('organisations');
const documents = readDemo<Record<string, DemoDocument[]>>('documents');
const plans = PLAN_FILES.map((name) => readDemo<Plan>(name));
const { plans: examples, acts } = readDemo<{ plans: Plan[]; acts: Record<string, unknown>[] }>('examples');
const agreements =
  readDemo<{ key: string; parent?: string; parties: Record<string, string>[] }[]>('agreements');
const accounts =
  readDemo<{ account: string; tenant?: string; organisation?: string; role: string; name: string }[]>(
    'accounts',
  );
const contacts = readDemo<Record<string, string>[]>('contacts');
const tenants = readDemo<{ id: string; successor?: { slug: string } }[]>('tenants').map((t) => t.id);

const orgKeys = (tenant: string) => (organisations[tenant] ?? []).map((o) => o.key);
const docKeys = (tenant: string) => (documents[tenant] ?? []).map((d) => d.key);
const isText = (value: string) => value.includes(' ');
const missing = (wanted: readonly (string | undefined)[], known: readonly string[]) =>
  wanted.filter((key) => key !== undefined && !known.includes(key));

function agencyRefs(plan: Plan): AgencyRef[] {
  const ofItems = plan.items.flatMap((i) => [...i.leads, ...(i.coordinators ?? []), ...(i.partners ?? [])]);
  const ofSections = plan.sections.flatMap((s) => s.leads ?? []);
  return [...ofItems, ...ofSections, ...(plan.assignments ?? []).map((a) => a.unit)];
}

function inPlan(plan: Plan): string[] {
  const items = plan.items.map((i) => i.key);
  const sections = plan.sections.map((s) => s.key);
  const provisions = plan.reportProvisions.map((p) => p.key);
  const horizons = plan.horizons.map((h) => h.key);
  return [
    ...missing(
      plan.items.flatMap((i) => [i.parentItem, i.sameAs, i.withinItem]),
      items,
    ),
    ...missing([...plan.items.map((i) => i.section), ...plan.sections.map((s) => s.parent)], sections),
    ...missing(
      plan.items.map((i) => i.reportProvision),
      provisions,
    ),
    ...missing(
      plan.sections.map((s) => s.horizon),
      horizons,
    ),
  ].map((key) => `${plan.key}: ${String(key)}`);
}

function outOfPlan(plan: Plan): string[] {
  const debtors = plan.reportProvisions.flatMap((p) => [p.debtor.group, ...(p.debtor.orgs ?? [])]);
  const receivers = plan.reportProvisions.flatMap((p) => [p.receiver, ...(p.alsoTo ?? [])]);
  const keys = agreements.map((a) => a.key);
  const fields = readDemo<{ code: string }[]>('fields').map((f) => f.code);
  return [
    ...missing([...agencyRefs(plan).map((r) => r.org), ...debtors, ...receivers], orgKeys(plan.tenant)),
    ...missing([plan.document, plan.underPlan], docKeys(plan.tenant)),
    ...missing([...(plan.underAgreements ?? []), ...plan.items.map((i) => i.agreement)], keys),
    ...missing(
      plan.items.flatMap((i) => [...(i.partnerTenants ?? []), i.hostTenant]),
      tenants,
    ),
    ...missing(
      plan.items.map((i) => i.field),
      fields,
    ),
    ...missing(
      plan.items.flatMap((i) => (i.contactOffice ?? []).map((c) => c.contact)),
      contacts.map((c) => c['key'] ?? ''),
    ),
  ].map((key) => `${plan.key}: ${String(key)}`);
}

function sources(value: unknown): Source[] {
  if (Array.isArray(value)) return value.flatMap(sources);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'source' ? [child as Source] : sources(child),
  );
}

describe('references', () => {
  test.each([...plans, ...examples])('of plan $key resolve', (plan) => {
    expect([...inPlan(plan), ...outOfPlan(plan)]).toEqual([]);
    expect(new Set(plan.items.map((i) => i.key)).size).toBe(plan.items.length);
  });
});

describe('references within a tenant', () => {
  test.each(tenants)('of the organisations and documents of %s resolve', (tenant) => {
    const orgs = organisations[tenant] ?? [];
    const docs = documents[tenant] ?? [];
    expect(new Set(orgKeys(tenant)).size).toBe(orgs.length);
    expect(new Set(docKeys(tenant)).size).toBe(docs.length);
    expect(
      missing(
        orgs.map((o) => o.successorKey),
        orgKeys(tenant),
      ),
    ).toEqual([]);
    expect(
      missing(
        docs.map((d) => d.issuer).filter((i) => !isText(i)),
        orgKeys(tenant),
      ),
    ).toEqual([]);
    expect(
      missing(
        docs.flatMap((d) => d.addresseeOrgs ?? []),
        orgKeys(tenant),
      ),
    ).toEqual([]);
  });
});

describe('papers cited within a tenant', () => {
  test.each(tenants)('are all there: %s', (tenant) => {
    const orgs = organisations[tenant] ?? [];
    const docs = documents[tenant] ?? [];
    const cited = docs.flatMap((d) => [d.attachedTo, ...(d.enclosures ?? []), ...(d.legalBases ?? [])]);
    expect(
      missing(
        cited.filter((key) => key === undefined || !isText(key)),
        docKeys(tenant),
      ),
    ).toEqual([]);
    expect(
      missing(
        docs.map((d) => d.agreement),
        agreements.map((a) => a.key),
      ),
    ).toEqual([]);
    for (const { elsewhere } of orgs)
      if (elsewhere) expect(orgKeys(elsewhere.tenant)).toContain(elsewhere.organisation);
    expect(orgKeys(tenant)).toEqual(expect.arrayContaining(['ubnd', 'skhdt', 'stc', 'thanhtra']));
  });
});

describe('references across the data', () => {
  test('of agreements, contacts, accounts and acts resolve', () => {
    for (const { parent, parties } of agreements) {
      expect(
        missing(
          [parent],
          agreements.map((a) => a.key),
        ),
      ).toEqual([]);
      expect(
        missing(
          parties.map((p) => p['tenant']),
          tenants,
        ),
      ).toEqual([]);
      for (const p of parties) if (p['org']) expect(orgKeys(p['tenant'] ?? '')).toContain(p['org']);
    }
    expect(agreements.map((a) => a.parties.length)).toEqual([10, 14, 6, 2, 2, 2]);
    for (const c of contacts) expect(orgKeys(c['tenant'] ?? '')).toContain(c['organisation']);
    for (const a of accounts.filter((each) => each.tenant)) {
      expect(orgKeys(a.tenant ?? '')).toContain(a.organisation);
      expect(a.account).toBe(`${a.tenant}.${a.organisation}.${a.role}`);
    }
    expect(
      missing(
        acts.map((a) => a['actor'] as string),
        accounts.map((a) => a.account),
      ),
    ).toEqual([]);
    expect(new Set(accounts.map((a) => a.account)).size).toBe(accounts.length);
  });
});

test.each(tenants)(
  'who succeeds an organisation with a head has a head, who signs its reports: %s',
  (tenant) => {
    const signing = accounts
      .filter((a) => a.tenant === tenant && a.role === 'head')
      .map((a) => a.organisation);
    const succeeding = (organisations[tenant] ?? [])
      .filter(({ key }) => signing.includes(key))
      .flatMap(({ successorKey }) => successorKey ?? []);
    expect(missing(succeeding, signing)).toEqual([]);
  },
);

describe('what the data may hold', () => {
  test.each(names)('%s is NFC and holds no phone number, except invented ones in contacts', (name) => {
    const text = readDemoText(name);
    expect(text.normalize('NFC')).toBe(text);
    const phones = text.match(/(?<![\d-])(?:\+84|0)(?:[\s.-]?\d){8,10}(?!\d)/g) ?? [];
    if (name !== 'contacts') expect(phones).toEqual([]);
    expect(phones.every((phone) => phone.replace(/\D/g, '').startsWith('0900000'))).toBe(true);
    const mails = text.match(/[\w.]+@[\w.]+/g) ?? [];
    expect(mails.every((mail) => name === 'contacts' && mail.endsWith('@example.vn'))).toBe(true);
  });
  test.each(names)('every source of %s names lines of a document, or says why it has none', (name) => {
    for (const { file, lines, note } of sources(JSON.parse(readDemoText(name)))) {
      expect(Boolean(note) || Boolean(file && lines?.length)).toBe(true);
      for (const [from, to] of lines ?? []) expect(from >= 1 && to >= from).toBe(true);
    }
  });
  test('examples are marked everywhere and their numbers end in -VD', () => {
    for (const plan of examples) {
      expect(plan.number).toMatch(/-VD$/);
      for (const item of plan.items) expect(item.text).toMatch(/^VÍ DỤ/);
    }
    const texts = acts.flatMap((a) => [a['text'], a['reason'], a['note']]).filter((t) => t !== undefined);
    for (const text of texts) expect(text).toMatch(/^VÍ DỤ/);
  });
});

describe('reference data', () => {
  const reference = new URL('../../../libs/contracts/reference/', import.meta.url);
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, reference), 'utf8'));
  type Province = { slug: string; validFrom?: string; validTo?: string; successor?: string; code: string };
  test('63 provinces before 2025-07-01, 34 after; 8 of the 13 provinces shown end', () => {
    expect(existsSync(reference)).toBe(true);
    const { provinces } = read('provinces.json') as { provinces: Province[] };
    expect(provinces.filter((p) => !p.validFrom)).toHaveLength(63);
    const now = provinces.filter((p) => !p.validTo);
    expect([now.length, new Set(now.map((p) => p.code)).size]).toEqual([34, 34]);
    expect(
      missing(
        provinces.map((p) => p.successor),
        now.map((p) => p.slug),
      ),
    ).toEqual([]);
    expect(provinces.filter((p) => tenants.includes(p.slug))).toHaveLength(14);
    expect(provinces.filter((p) => tenants.includes(p.slug) && p.validTo === '2025-06-30')).toHaveLength(8);
  });
  test('departments name their successors', () => {
    const { before, after } = read('departments.json') as Record<
      string,
      { key: string; successors?: { key?: string }[] }[]
    >;
    const successors = (before ?? []).flatMap((d) => (d.successors ?? []).map((s) => s.key));
    expect(
      missing(
        successors,
        (after ?? []).map((d) => d.key),
      ),
    ).toEqual([]);
  });
});
