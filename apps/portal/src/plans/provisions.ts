import type { AgencyRef, PlanContent, PlanProvision } from '@lien-ket/contracts';
import { filled, linesOf } from '../forms/lines.js';

type Rule = PlanProvision['rule'];
type Recipient = PlanContent['recipients'][number];

/** As a record, so that a kind which the contracts add is missed by the compiler. */
const KINDS: Readonly<Record<Rule['kind'], true>> = {
  yearlyBefore: true,
  yearlyWithin: true,
  onceBefore: true,
  onceWithin: true,
  cycles: true,
  quarterly: true,
  onRequest: true,
  undated: true,
};
export const RULE_KINDS = Object.keys(KINDS) as Rule['kind'][];

export interface ProvisionValues extends RuleValues {
  readonly id?: string;
  readonly what: string;
  readonly text: string;
  readonly asPrinted?: string;
  readonly debtorIds?: readonly string[];
  readonly openClass?: boolean;
  readonly receiverId?: string;
}
export interface RuleValues {
  readonly kind: Rule['kind'];
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  readonly date?: string;
  readonly cycles?: readonly Cycle[];
}
export const CYCLES = ['quarter', 'halfYear', 'year'] as const;
export type Cycle = (typeof CYCLES)[number];

/** What a field that the kind needs was left empty becomes: out of range, so that the answer points at it. */
const MISSING = 0;

export function ruleOf({
  kind,
  day = MISSING,
  month = MISSING,
  year = MISSING,
  date = '',
  cycles = [],
}: RuleValues): Rule {
  switch (kind) {
    case 'yearlyBefore':
      return { kind, month, day };
    case 'yearlyWithin':
      return { kind, month };
    case 'onceBefore':
      return { kind, date };
    case 'onceWithin':
      return { kind, year, month };
    case 'cycles':
      return {
        kind,
        quarter: cycles.includes('quarter'),
        halfYear: cycles.includes('halfYear'),
        year: cycles.includes('year'),
      };
    case 'quarterly':
    case 'onRequest':
    case 'undated':
      return { kind };
  }
}

export function rulePart(rule: Rule): Partial<RuleValues> {
  if (rule.kind === 'cycles') return { kind: rule.kind, cycles: CYCLES.filter((cycle) => rule[cycle]) };
  return rule;
}

export function provisionValues(provision: PlanProvision): ProvisionValues {
  const { id, what, text, asPrinted, debtors, openClass, receiver, rule } = provision;
  return {
    id,
    what,
    text,
    openClass,
    kind: rule.kind,
    debtorIds: debtors.flatMap(({ organisationId }) => organisationId ?? []),
    ...filled({ asPrinted, receiverId: receiver?.organisationId }),
    ...rulePart(rule),
  };
}

interface Means {
  agencies(ids: readonly string[] | undefined): AgencyRef[];
  newId(): string;
}

/** Agencies that were printed without being one of ours stay as printed. */
export function provisionOf(
  values: ProvisionValues,
  before: readonly PlanProvision[],
  means: Means,
): PlanProvision {
  const old = before.find(({ id }) => id === values.id);
  const printedOnly = (old?.debtors ?? []).filter(({ organisationId }) => !organisationId);
  const receiver = values.receiverId
    ? means.agencies([values.receiverId])[0]
    : old?.receiver?.organisationId
      ? undefined
      : old?.receiver;
  return {
    id: old?.id ?? means.newId(),
    what: values.what,
    text: values.text,
    debtors: [...printedOnly, ...means.agencies(values.debtorIds)],
    openClass: values.openClass ?? false,
    peers: old?.peers ?? false,
    rule: ruleOf(values),
    ...filled({ asPrinted: values.asPrinted, receiver }),
  };
}

/** Nơi nhận line by line in the typed order; a purpose that was known of a line stays with it. */
export function recipientsOf(text: string | undefined, before: readonly Recipient[]): Recipient[] {
  return linesOf(text).map((line) => before.find((known) => known.text === line) ?? { text: line });
}
