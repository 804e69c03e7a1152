import type { PlanChange, PlanContent, PlanItem, PlanSection } from '@lien-ket/contracts';
import { unreachable, upwards } from '@lien-ket/kernel';

interface Part {
  readonly id: string;
}

/** Content after a change, and the items that it took away. */
export interface Changed {
  readonly content: PlanContent;
  readonly removed: readonly { readonly item: PlanItem; readonly reason: string }[];
}

/** One change of an act. A change of something that is not there (yet) does nothing: the fold is total. */
export function changed(content: PlanContent, change: PlanChange): Changed {
  switch (change.op) {
    case 'setItem':
    case 'addItem':
    case 'removeItem':
      return changedItems(content, change);
    case 'setSection':
    case 'addSection':
    case 'removeSection':
      return only({ ...content, sections: changedSections(content, change) });
    case 'setProvision':
    case 'addProvision':
    case 'removeProvision':
      return only({ ...content, provisions: changedProvisions(content.provisions, change) });
    case 'move':
      return only(moved(content, change));
    case 'setPlan':
      return only(set(content, change.fields, change.clear));
  }
  return unreachable(change);
}

const only = (content: PlanContent): Changed => ({ content, removed: [] });

type Of<Op extends PlanChange['op']> = Extract<PlanChange, { op: Op }>;

function changedItems(content: PlanContent, change: Of<'setItem' | 'addItem' | 'removeItem'>): Changed {
  const { items } = content;
  switch (change.op) {
    case 'setItem':
      return only({ ...content, items: setIn(items, change.itemId, change.fields, change.clear) });
    case 'addItem':
      return only({ ...content, items: addedTo(items, change.item, change.afterItemId) });
    case 'removeItem': {
      const item = items.find(({ id }) => id === change.itemId);
      if (!item) return only(content);
      const left = items.filter(({ id }) => id !== change.itemId);
      return { content: { ...content, items: left }, removed: [{ item, reason: change.reason }] };
    }
  }
  return unreachable(change);
}

function changedSections(
  content: PlanContent,
  change: Of<'setSection' | 'addSection' | 'removeSection'>,
): PlanContent['sections'] {
  const { sections } = content;
  switch (change.op) {
    case 'setSection':
      return setIn(
        sections,
        change.sectionId,
        withoutCircle(content, change.sectionId, change.fields),
        change.clear,
      );
    case 'addSection': {
      const section = withoutCircle(content, change.section.id, change.section);
      return addedTo(sections, section, change.afterSectionId);
    }
    case 'removeSection':
      return holdsSomething(content, change.sectionId)
        ? sections
        : sections.filter(({ id }) => id !== change.sectionId);
  }
  return unreachable(change);
}

/** Acts in the order of their days may say what none of them said alone: no section comes to stand below itself. */
function withoutCircle<T extends { parentId?: string | undefined }>(
  content: PlanContent,
  id: string,
  said: T,
): T {
  if (said.parentId === undefined || !standsUnder(content, said.parentId, id)) return said;
  const { parentId: _circular, ...rest } = said;
  return rest as T;
}

function changedProvisions(
  provisions: PlanContent['provisions'],
  change: Of<'setProvision' | 'addProvision' | 'removeProvision'>,
): PlanContent['provisions'] {
  switch (change.op) {
    case 'setProvision':
      return setIn(provisions, change.provisionId, change.fields, change.clear);
    case 'addProvision':
      return addedTo(provisions, change.provision, change.afterProvisionId);
    case 'removeProvision':
      return provisions.filter(({ id }) => id !== change.provisionId);
  }
  return unreachable(change);
}

function moved(content: PlanContent, { of, id, afterId }: Of<'move'>): PlanContent {
  switch (of) {
    case 'item':
      return { ...content, items: movedIn(content.items, id, afterId) };
    case 'section':
      return { ...content, sections: movedIn(content.sections, id, afterId) };
    case 'provision':
      return { ...content, provisions: movedIn(content.provisions, id, afterId) };
  }
  return unreachable(of);
}

function setIn<T extends Part>(
  parts: T[],
  id: string,
  fields: Partial<T>,
  clear: readonly string[] | undefined,
): T[] {
  return parts.map((part) => (part.id === id ? set(part, fields, clear) : part));
}

function set<T extends object>(thing: T, fields: Partial<T>, clear: readonly string[] = []): T {
  const kept = Object.entries(thing).filter(([name]) => !clear.includes(name));
  return { ...(Object.fromEntries(kept) as T), ...fields };
}

function addedTo<T extends Part>(parts: T[], part: T, afterId: string | undefined): T[] {
  if (parts.some(({ id }) => id === part.id)) return parts;
  const after = parts.findIndex(({ id }) => id === afterId);
  return parts.toSpliced(after < 0 ? parts.length : after + 1, 0, part);
}

function movedIn<T extends Part>(parts: T[], id: string, afterId: string | undefined): T[] {
  const part = parts.find((one) => one.id === id);
  const others = parts.filter((one) => one.id !== id);
  const after = others.findIndex((one) => one.id === afterId);
  if (!part || (afterId !== undefined && after < 0)) return parts;
  return others.toSpliced(after + 1, 0, part);
}

/** True when the first section is the second, or stands somewhere below it. */
export function standsUnder({ sections }: PlanContent, id: string, above: string): boolean {
  return upwards(id, aboveIn(sections)).includes(above);
}

/** A section and those above it, the nearest first. */
export function sectionsAbove({ sections }: PlanContent, id: string | undefined): PlanSection[] {
  return upwards(id, aboveIn(sections)).flatMap(
    (one) => sections.find((section) => section.id === one) ?? [],
  );
}

function aboveIn(sections: readonly PlanSection[]): (id: string) => string | undefined {
  const byId = new Map(sections.map(({ id, parentId }) => [id, parentId]));
  return (id) => byId.get(id);
}

export function holdsSomething({ sections, items }: PlanContent, sectionId: string): boolean {
  return (
    items.some((item) => item.sectionId === sectionId) ||
    sections.some(({ parentId }) => parentId === sectionId)
  );
}

/**
 * What a change touches, so that two acts on the same field can be told: `<part or plan>/<field>`. `*` stands for the
 * whole part; `+` says that something comes to stand in it, which only its end contradicts.
 */
export function touched(change: PlanChange): string[] {
  switch (change.op) {
    case 'setItem':
      return [...fieldsOf(change.itemId, change), ...into(change.fields.sectionId)];
    case 'addItem':
      return [`${change.item.id}/*`, ...into(change.item.sectionId)];
    case 'removeItem':
      return [`${change.itemId}/*`];
    case 'setSection':
      return [...fieldsOf(change.sectionId, change), ...into(change.fields.parentId)];
    case 'addSection':
      return [`${change.section.id}/*`, ...into(change.section.parentId)];
    case 'removeSection':
      return [`${change.sectionId}/*`];
    case 'setProvision':
      return fieldsOf(change.provisionId, change);
    case 'addProvision':
      return [`${change.provision.id}/*`];
    case 'removeProvision':
      return [`${change.provisionId}/*`];
    case 'move':
      return [`${change.id}/order`];
    case 'setPlan':
      return fieldsOf('plan', change);
  }
  return unreachable(change);
}

function fieldsOf(
  id: string,
  { fields, clear = [] }: { fields: object; clear?: readonly string[] },
): string[] {
  return [...Object.keys(fields), ...clear].map((field) => `${id}/${field}`);
}

function into(sectionId: string | undefined): string[] {
  return sectionId === undefined ? [] : [`${sectionId}/+`];
}

/** True when two lists of touched fields meet. */
export function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) =>
    b.some((two) =>
      one === two
        ? !one.endsWith('/+')
        : (one.endsWith('/*') || two.endsWith('/*')) && one.split('/')[0] === two.split('/')[0],
    ),
  );
}
