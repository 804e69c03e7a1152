import { z } from 'zod';
import { contactOffice, horizon, item, section } from './plan-content.js';
import { provision, reportRule } from './provision.js';
import {
  agencyRef,
  cooperationField,
  foreignRef,
  receiverRef,
  recipient,
  tenantId,
  text,
  uuid,
} from './values.js';

/**
 * Fields that a change sets. Written out without defaults: `partial()` of a field with a default would set that default
 * where the change says nothing.
 */
const itemFields = z.strictObject({
  sectionId: uuid.optional(),
  printedNumber: text(40).optional(),
  text: text(4000).optional(),
  leads: z.array(agencyRef).max(60).optional(),
  leadScope: item.shape.leadScope.optional(),
  coordinators: z.array(agencyRef).max(60).optional(),
  contactOffices: z.array(contactOffice).max(20).optional(),
  deliverable: text(1000).optional(),
  time: text(300).optional(),
  note: text(1000).optional(),
  scope: item.shape.scope,
  partnerTenants: z.array(tenantId).max(64).optional(),
  host: text(300).optional(),
  place: text(300).optional(),
  field: cooperationField.optional(),
  parentItemId: uuid.optional(),
  subTasks: z.array(text(2000)).max(60).optional(),
  sameAsItemId: uuid.optional(),
  provisionId: uuid.optional(),
  awaitsTrigger: z.boolean().optional(),
  becomesActivity: z.boolean().optional(),
});
const sectionFields = z.strictObject({
  parentId: uuid.optional(),
  printedNumber: text(40).optional(),
  title: text(1000).optional(),
  horizonId: uuid.optional(),
  leads: z.array(agencyRef).max(60).optional(),
});
const provisionFields = z.strictObject({
  subject: provision.shape.subject,
  text: text(2000).optional(),
  what: text(600).optional(),
  asPrinted: text(600).optional(),
  debtors: z.array(agencyRef).max(100).optional(),
  openClass: z.boolean().optional(),
  receiver: receiverRef.optional(),
  peers: z.boolean().optional(),
  rule: reportRule.optional(),
});
const planFields = z.strictObject({
  title: text(1000).optional(),
  recipients: z.array(recipient).max(100).optional(),
  leaderInCharge: text(300).optional(),
  focalAgencyId: uuid.optional(),
  horizons: z.array(horizon).max(10).optional(),
  legalBases: z.array(text(1000)).max(60).optional(),
  archiveLine: text(200).optional(),
  underAgreements: z.array(foreignRef).max(20).optional(),
  underPlan: foreignRef.optional(),
  documentId: uuid.optional(),
  example: z.boolean().optional(),
});

/** Names of fields that come to be without a value. */
const cleared = <T extends string>(...names: readonly [T, ...T[]]) =>
  z.array(z.enum(names)).min(1).max(names.length).optional();
const why = { reason: text(1000) };

/** What an amendment changes, in full: each change stands alone, so that the fold needs no drafting event. */
export const planChange = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('setItem'),
    itemId: uuid,
    fields: itemFields,
    clear: cleared(
      'printedNumber',
      'deliverable',
      'time',
      'note',
      'scope',
      'host',
      'place',
      'field',
      'parentItemId',
      'sameAsItemId',
      'provisionId',
    ),
  }),
  z.strictObject({ op: z.literal('addItem'), item, afterItemId: uuid.optional() }),
  z.strictObject({ op: z.literal('removeItem'), itemId: uuid, ...why }),
  z.strictObject({
    op: z.literal('setSection'),
    sectionId: uuid,
    fields: sectionFields,
    clear: cleared('parentId', 'printedNumber', 'horizonId'),
  }),
  z.strictObject({ op: z.literal('addSection'), section, afterSectionId: uuid.optional() }),
  /** Of a section in which nothing stands any more. */
  z.strictObject({ op: z.literal('removeSection'), sectionId: uuid, ...why }),
  z.strictObject({
    op: z.literal('setProvision'),
    provisionId: uuid,
    fields: provisionFields,
    clear: cleared('subject', 'asPrinted', 'receiver'),
  }),
  z.strictObject({ op: z.literal('addProvision'), provision, afterProvisionId: uuid.optional() }),
  z.strictObject({ op: z.literal('removeProvision'), provisionId: uuid, ...why }),
  /** In the printed order behind another of its kind; without one, to the beginning. */
  z.strictObject({
    op: z.literal('move'),
    of: z.enum(['item', 'section', 'provision']),
    id: uuid,
    afterId: uuid.optional(),
  }),
  z.strictObject({
    op: z.literal('setPlan'),
    fields: planFields,
    clear: cleared('leaderInCharge', 'focalAgencyId', 'archiveLine', 'underPlan', 'documentId'),
  }),
]);
export type PlanChange = z.infer<typeof planChange>;
