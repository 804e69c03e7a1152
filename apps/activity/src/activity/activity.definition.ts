import { parseTimeExpression, windowBeforeInForce } from '@lien-ket/calendar';
import type { ActivityDefinition, PlanContent, PlanItem } from '@lien-ket/contracts';
import { leadsOfItem, sectionsAbove } from '@lien-ket/plan-acts';

/** What an item of a plan says as an activity: leads inherited from its section, time as dates only where said. */
export function definitionOf(content: PlanContent, item: PlanItem): ActivityDefinition {
  const section = content.sections.find(({ id }) => id === item.sectionId);
  const window = windowOf(content, item);
  return {
    title: item.text,
    ...(item.printedNumber ? { printedNumber: item.printedNumber } : {}),
    ...(section ? { sectionTitle: section.title } : {}),
    leads: leadsOfItem(content, item),
    coordinators: item.coordinators,
    contactOffices: item.contactOffices,
    ...pick(item, ['deliverable', 'time', 'note', 'scope', 'host', 'place', 'field', 'provisionId']),
    ...(window ? { window } : {}),
    partnerTenants: item.partnerTenants,
    awaitsTrigger: item.awaitsTrigger || isOnDemand(item),
  };
}

/** "Theo nhu cầu thực tế": nobody is to begin before it is asked for, whether the row is marked so or only says it. */
function isOnDemand({ time }: PlanItem): boolean {
  return time !== undefined && parseTimeExpression(time, {}).kind === 'onDemand';
}

type Optional = 'deliverable' | 'time' | 'note' | 'scope' | 'host' | 'place' | 'field' | 'provisionId';

function pick(item: PlanItem, keys: readonly Optional[]): Partial<Pick<PlanItem, Optional>> {
  return Object.fromEntries(keys.flatMap((key) => (item[key] === undefined ? [] : [[key, item[key]]])));
}

/** Days the item's time says, else those of its section's horizon. */
function windowOf(content: PlanContent, item: PlanItem): { from: string; to: string } | undefined {
  const horizon =
    horizonAbove(content, item.sectionId) ??
    (content.horizons.length === 1 ? content.horizons[0] : undefined);
  const whole = horizon?.from && horizon.to ? { from: horizon.from, to: horizon.to } : undefined;
  if (!item.time) return whole;
  const year =
    whole && whole.from.slice(0, 4) === whole.to.slice(0, 4) ? Number(whole.from.slice(0, 4)) : undefined;
  const { window } = parseTimeExpression(item.time, {
    ...(year ? { year } : {}),
    ...(whole ? { horizon: whole } : {}),
  });
  return window ? { from: window.from, to: window.to } : undefined;
}

function horizonAbove(content: PlanContent, sectionId: string): PlanContent['horizons'][number] | undefined {
  return sectionsAbove(content, sectionId).flatMap(
    ({ horizonId }) => content.horizons.find(({ id }) => id === horizonId) ?? [],
  )[0];
}

/** The item's own words about time began before the plan was in force (4778: "Tháng 4", in a plan of 26/9). */
export function beganBefore(definition: ActivityDefinition, inForceFrom: string): boolean {
  if (!definition.window || !definition.time) return false;
  return windowBeforeInForce(definition.window, inForceFrom).beganBeforeInForce;
}
