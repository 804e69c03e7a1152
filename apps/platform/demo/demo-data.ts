import { readFileSync } from 'node:fs';

/** Where a fact was read (file and 1-based lines), or why a record without a document exists. */
export interface Source {
  readonly file?: string;
  readonly lines?: readonly (readonly [number, number])[];
  readonly note?: string;
}

export interface Organisation {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly isGroup?: true;
  readonly outside?: true;
  readonly elsewhere?: { readonly tenant: string; readonly organisation: string };
  readonly endsOn?: string;
  readonly successor?: string;
  readonly successorKey?: string;
  readonly source: Source;
}

export interface AgencyRef {
  readonly printed: string;
  readonly org?: string;
}

export interface PlanItem {
  readonly key: string;
  readonly section: string;
  readonly printedNumber?: string;
  readonly text: string;
  readonly leads: readonly AgencyRef[];
  readonly leadScope: 'own' | 'group' | 'heading' | 'sentence' | 'notStated';
  readonly coordinators?: readonly AgencyRef[];
  readonly partners?: readonly AgencyRef[];
  readonly contactOffice?: readonly { readonly contact: string; readonly title?: string }[];
  readonly deliverable?: string;
  readonly time?: string;
  readonly scope?: string;
  readonly partnerTenants?: readonly string[];
  readonly host?: string;
  readonly hostTenant?: string;
  readonly place?: string;
  readonly field?: string;
  readonly parentItem?: string;
  readonly subTasks?: readonly string[];
  readonly sameAs?: string;
  readonly sameFamily?: string;
  readonly withinItem?: string;
  readonly reportProvision?: string;
  readonly awaitsTrigger?: true;
  readonly agreement?: string;
  readonly becomesActivity: boolean;
  readonly source: Source;
}

export interface PlanSection {
  readonly key: string;
  readonly parent?: string;
  readonly title: string;
  readonly horizon?: string;
  readonly leads?: readonly AgencyRef[];
}

export interface ReportProvision {
  readonly key: string;
  readonly debtor: { readonly group?: string; readonly orgs?: readonly string[]; readonly printed: string };
  readonly receiver?: string;
  readonly alsoTo?: readonly string[];
  readonly peers?: true;
  readonly rule: { readonly kind: string };
  readonly source: Source;
}

export interface Plan {
  readonly key: string;
  readonly tenant: string;
  readonly document?: string;
  readonly number?: string;
  readonly date?: { readonly year: number; readonly month?: number; readonly day?: number };
  readonly signer?: { readonly name?: string; readonly capacity: string };
  readonly recipients?: readonly { readonly text: string; readonly purpose?: string }[];
  readonly draft?: true;
  readonly effective: { readonly effectiveOn?: string; readonly basis: string; readonly rule?: string };
  readonly horizons: readonly { readonly key: string }[];
  readonly underAgreements?: readonly string[];
  readonly underPlan?: string;
  readonly sections: readonly PlanSection[];
  readonly items: readonly PlanItem[];
  readonly reportProvisions: readonly ReportProvision[];
  readonly assignments?: readonly { readonly unit: AgencyRef; readonly section: string }[];
}

export interface DemoDocument {
  readonly key: string;
  readonly kind: string;
  readonly number?: string;
  readonly date?: { readonly year: number; readonly month?: number; readonly day?: number };
  readonly issuer: string;
  readonly standing: 'own' | 'incoming' | 'citedOnly' | 'draft';
  readonly incoming?: { readonly number: string; readonly on: string };
  readonly addressees?: readonly string[];
  readonly addresseeOrgs?: readonly string[];
  readonly enclosures?: readonly string[];
  readonly legalBases?: readonly string[];
  readonly attachedTo?: string;
  readonly agreement?: string;
  readonly conflicts?: readonly string[];
  readonly source: Source;
}

/** The four plans of the official documents, by tenant. */
export const PLAN_FILES = ['plan-419', 'plan-4778', 'plan-kien-giang-draft', 'plan-kon-tum-2024'] as const;

/** The text of one data file, as it lies on the disk. */
export function readDemoText(name: string): string {
  return readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8');
}

/** One data file. Its form is described in data/SCHEMA.md and held by demo-data.spec.ts. */
export function readDemo<T>(name: string): T {
  return JSON.parse(readDemoText(name)) as T;
}
