import { readFileSync } from 'node:fs';

/** One data file of the demonstration: facts of the real documents, each with its source line. */
export function demoFile<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../demo/data/${name}.json`, import.meta.url), 'utf8')) as T;
}

export interface AgencyFact {
  readonly printed: string;
  readonly org?: string;
}
export interface DateFact {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}
export interface OrganisationFact {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly aliases?: readonly string[];
  readonly parent?: string;
  readonly outside?: true;
  readonly endsOn?: string;
  readonly successor?: string;
  readonly successorKey?: string;
  readonly endBasis?: string;
}
export interface AccountFact {
  readonly account: string;
  readonly tenant?: string;
  readonly organisation?: string;
  readonly role: string;
  readonly name: string;
}
export interface TenantFact {
  readonly id: string;
  readonly name: string;
  readonly periods: readonly { readonly code: string; readonly to?: string }[];
  readonly successor?: { readonly slug: string; readonly name: string };
}
export interface SignerFact {
  readonly name?: string;
  readonly title?: string;
  readonly capacity: string;
  readonly account?: string;
}
export interface RecipientFact {
  readonly text: string;
  readonly purpose?: string;
}
export interface DocumentFact {
  readonly key: string;
  readonly kind: string;
  readonly number?: string;
  readonly symbol?: string;
  readonly numberAsPrinted?: string;
  readonly date?: DateFact;
  readonly dateAsPrinted?: string;
  readonly place?: string;
  readonly issuer?: string;
  readonly abstract: string;
  readonly signer?: SignerFact;
  readonly addressees?: readonly string[];
  readonly recipients?: readonly RecipientFact[];
  readonly archiveLine?: string;
  readonly standing: string;
  readonly incoming?: { readonly number: string; readonly on: string };
  readonly enclosures?: readonly string[];
  readonly legalBases?: readonly string[];
  readonly conflicts?: readonly string[];
  readonly publication?: string;
}
export interface AgreementFact {
  readonly key: string;
  readonly recordedBy: string;
  readonly name: string;
  readonly kind?: string;
  readonly parties: readonly { readonly tenant?: string; readonly name: string; readonly basis?: string }[];
  readonly signedOn?: string;
  readonly place?: string;
  readonly termTo?: string;
  readonly termBasis?: string;
  readonly region?: string;
  readonly fields: readonly string[];
  readonly parent?: string;
}
export interface ItemFact {
  readonly key: string;
  readonly section: string;
  readonly printedNumber?: string;
  readonly text: string;
  readonly leads: readonly AgencyFact[];
  readonly leadScope: string;
  readonly coordinators?: readonly AgencyFact[];
  readonly contactOffice?: readonly {
    readonly title?: string;
    readonly division?: string;
    readonly organisation?: string;
    readonly contact?: string;
  }[];
  readonly deliverable?: string;
  readonly time?: string;
  readonly note?: string;
  readonly scope?: string;
  readonly partnerTenants?: readonly string[];
  readonly host?: string;
  readonly place?: string;
  readonly field?: string;
  readonly parentItem?: string;
  readonly subTasks?: readonly string[];
  readonly sameAs?: string;
  readonly reportProvision?: string;
  readonly awaitsTrigger?: true;
  readonly becomesActivity: boolean;
}
export interface ProvisionFact {
  readonly key: string;
  readonly text: string;
  readonly what: string;
  readonly asPrinted?: string;
  readonly debtor: { readonly group?: string; readonly orgs?: readonly string[]; readonly printed: string };
  readonly receiver?: string;
  readonly peers?: true;
  readonly subject?: string;
  readonly rule: { readonly kind: string };
}
export interface ConferenceFact {
  readonly key: string;
  readonly title: string;
  readonly asPrinted: string;
  readonly within: { readonly year: number; readonly month: number };
  readonly prepares: readonly AgencyFact[];
}
export interface PlanFact {
  readonly key: string;
  readonly tenant: string;
  /** Key of its printed document in the register. */
  readonly document?: string;
  readonly title: string;
  readonly number?: string;
  readonly symbol?: string;
  readonly date?: DateFact;
  readonly place?: string;
  readonly signer?: SignerFact;
  readonly draft?: true;
  readonly example?: boolean;
  readonly horizons: readonly {
    readonly key: string;
    readonly label: string;
    readonly from?: string;
    readonly to?: string;
  }[];
  readonly underAgreements?: readonly string[];
  readonly underPlan?: string;
  readonly effective: { readonly effectiveOn?: string; readonly basis: string; readonly rule?: string };
  readonly focalAgency?: string;
  readonly leaderInCharge?: { readonly name?: string; readonly title?: string };
  readonly sections: readonly {
    readonly key: string;
    readonly parent?: string;
    readonly printedNumber?: string;
    readonly title: string;
    readonly horizon?: string;
    readonly leads?: readonly AgencyFact[];
  }[];
  readonly items: readonly ItemFact[];
  readonly reportProvisions: readonly ProvisionFact[];
  readonly conferences?: readonly ConferenceFact[];
  readonly recipients?: readonly RecipientFact[];
  readonly archiveLine?: string;
}
export interface WorkingGroupFact {
  readonly key: string;
  readonly tenant: string;
  readonly document?: string;
  readonly name: string;
  readonly asOf: string;
  readonly teams: readonly {
    readonly key: string;
    readonly name: string;
    readonly members: readonly {
      readonly honorific?: string;
      readonly name: string;
      readonly title: string;
      readonly role: string;
      readonly tenant?: string;
    }[];
  }[];
}
export interface DirectiveFact {
  readonly key: string;
  readonly tenant: string;
  readonly document: string;
  readonly opinionOf: { readonly name: string; readonly title: string };
  readonly tasks: readonly {
    readonly text: string;
    readonly lead?: AgencyFact;
    readonly coordinators?: readonly AgencyFact[];
    readonly openClass?: AgencyFact;
  }[];
}
export interface CampaignFact {
  readonly key: string;
  readonly tenant: string;
  readonly document: string;
  readonly askedBy: string;
  readonly subject: string;
  readonly dueAsPrinted: string;
  readonly rule: { readonly kind: string; readonly date?: string };
  readonly headings?: readonly { readonly text: string }[];
  readonly recipientKinds: readonly {
    readonly key: string;
    readonly printed: string;
    readonly reportKind: string;
  }[];
  readonly reportKinds: readonly { readonly key: string; readonly headings: readonly string[] }[];
  readonly recipients?: readonly (AgencyFact & { readonly kind: string })[];
}
export interface ContactFact {
  readonly key: string;
  readonly tenant: string;
  readonly organisation: string;
  readonly title?: string;
  readonly division?: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}
