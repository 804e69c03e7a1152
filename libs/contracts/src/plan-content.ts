import { z } from 'zod';
import { provision } from './provision.js';
import {
  agencyRef,
  cooperationField,
  foreignRef,
  isoDate,
  recipient,
  tenantId,
  text,
  uuid,
} from './values.js';

export const section = z.strictObject({
  id: uuid,
  parentId: uuid.optional(),
  printedNumber: text(40).optional(),
  title: text(1000),
  horizonId: uuid.optional(),
  leads: z.array(agencyRef).max(60).default([]),
});

export const contactOffice = z.strictObject({
  title: text(200).optional(),
  division: text(200).optional(),
  organisation: text(300).optional(),
  contactId: uuid.optional(),
});

/** Nội dung công việc: one row of the printed table. Printed numbers are data; the id never changes. */
export const item = z.strictObject({
  id: uuid,
  sectionId: uuid,
  printedNumber: text(40).optional(),
  text: text(4000),
  /** Own leads; without any, those of the section hold. */
  leads: z.array(agencyRef).max(60).default([]),
  leadScope: z.enum(['own', 'group', 'heading', 'sentence', 'notStated']),
  coordinators: z.array(agencyRef).max(60).default([]),
  contactOffices: z.array(contactOffice).max(20).default([]),
  deliverable: text(1000).optional(),
  time: text(300).optional(),
  note: text(1000).optional(),
  scope: z.enum(['regional', 'bilateral', 'general']).optional(),
  partnerTenants: z.array(tenantId).max(64).default([]),
  host: text(300).optional(),
  place: text(300).optional(),
  field: cooperationField.optional(),
  parentItemId: uuid.optional(),
  subTasks: z.array(text(2000)).max(60).default([]),
  sameAsItemId: uuid.optional(),
  provisionId: uuid.optional(),
  awaitsTrigger: z.boolean().default(false),
  /** False for rows that explain or repeat; they make no activity. */
  becomesActivity: z.boolean().default(true),
});

export const horizon = z.strictObject({
  id: uuid,
  label: text(200),
  from: isoDate.optional(),
  to: isoDate.optional(),
});

/** The whole of a plan, in the printed order. */
export const planContent = z.strictObject({
  title: text(1000),
  example: z.boolean().default(false),
  horizons: z.array(horizon).max(10).default([]),
  underAgreements: z.array(foreignRef).max(20).default([]),
  underPlan: foreignRef.optional(),
  focalAgencyId: uuid.optional(),
  leaderInCharge: text(300).optional(),
  documentId: uuid.optional(),
  legalBases: z.array(text(1000)).max(60).default([]),
  sections: z.array(section).max(200).default([]),
  items: z.array(item).max(400).default([]),
  provisions: z.array(provision).max(60).default([]),
  recipients: z.array(recipient).max(100).default([]),
  archiveLine: text(200).optional(),
});
export type PlanContent = z.infer<typeof planContent>;
export type PlanItem = z.infer<typeof item>;
export type PlanSection = z.infer<typeof section>;
export type PlanProvision = z.infer<typeof provision>;
