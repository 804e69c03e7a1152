import type { Role } from '@lien-ket/kernel';
import { z } from 'zod';
import { command, nothing } from './command-contract.js';
import { id } from './command-parts.js';
import { defineEvent, type EventOf } from './event-contract.js';
import { documentRef, envelope, isoDate, text, uuid } from './values.js';

/** Why a person's data should go (Law 91/2025/QH15 Art. 14). */
const ground = z.enum(['person', 'purposeEnded', 'retentionOver', 'authority']);
/** How the person was answered. */
const channel = z.enum(['letter', 'email', 'inPerson']);

const requested = z.strictObject({
  /** The contact whose person it is; nothing of the person stands here. */
  contactId: uuid,
  receivedOn: isoDate,
  ground,
  document: documentRef.optional(),
  /** Files (evidence, enclosures) that are about this person only. Who must keep one refuses the request. */
  files: z.array(uuid).min(1).max(100).optional(),
});
const assessed = z.strictObject({
  outcome: z.enum(['full', 'partial', 'refused']),
  /** Where the name stays because a law keeps it (archives): telephone and e-mail go. */
  holds: z.array(z.strictObject({ basis: text(600), until: isoDate.optional() })).max(20),
  reason: text(2000).optional(),
});
const answered = z.strictObject({ answeredOn: isoDate, channel, document: documentRef.optional() });

/**
 * Xóa dữ liệu cá nhân: requested → assessed against what must be kept → approved by two persons → key destroyed → read
 * models purged → the person answered; or refused with reasons and answered.
 */
export const erasureEvents = {
  requested: defineEvent('lk.agreement.erasure.requested.v1', requested, { public: true }),
  assessed: defineEvent('lk.agreement.erasure.assessed.v1', assessed.extend({ account: uuid }), {
    public: true,
  }),
  approved: defineEvent('lk.agreement.erasure.approved.v1', z.object({ account: uuid, role: text(40) })),
  keyDestroyed: defineEvent(
    'lk.agreement.erasure.keyDestroyed.v1',
    z.object({
      contactId: uuid,
      kids: z.array(uuid).min(1),
      /** Whose keys among them are those of files. */
      files: z.array(z.object({ id: uuid, kid: uuid })).optional(),
      /** What the law keeps, sealed again under a key of the class `official` before the old one went. */
      kept: z.object({ name: envelope }).optional(),
    }),
    { public: true },
  ),
  answered: defineEvent('lk.agreement.erasure.answered.v1', answered),
};
export type ErasureEvent = EventOf<(typeof erasureEvents)[keyof typeof erasureEvents]>;
/** What a key's destruction leaves behind: which keys, and what was kept. */
export type KeyDestroyed = Extract<ErasureEvent, { type: 'lk.agreement.erasure.keyDestroyed.v1' }>['data'];

/** The keys that went, each with the contact or the file that it belonged to. */
export function keysDestroyed({
  kids,
  files = [],
  contactId,
}: KeyDestroyed): { kid: string; subject: string }[] {
  return kids.map((kid) => ({ kid, subject: files.find((file) => file.kid === kid)?.id ?? contactId }));
}

/** Who sees that somebody asked to be forgotten, and what was done: those who act in it, and who audits. */
export const ERASURE_READERS: readonly Role[] = ['focal', 'clerk', 'leader', 'admin', 'auditor'];

export const erasureCommands = {
  create: command(
    'Ghi nhận yêu cầu xóa dữ liệu cá nhân',
    'Record a request for erasure',
    ['focal', 'clerk', 'admin'],
    requested.extend(id),
  ),
  assess: command('Xem xét yêu cầu xóa', 'Assess a request for erasure', ['focal'], assessed),
  approve: command('Duyệt xóa dữ liệu cá nhân', 'Approve an erasure', ['focal', 'leader', 'admin'], nothing),
  answer: command('Trả lời người yêu cầu', 'Answer the person', ['focal', 'clerk'], answered),
};

export const ERASURE_STATES = ['requested', 'assessed', 'approved', 'erased', 'refused', 'answered'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];

type Said<S extends string, D> = { readonly step: S; readonly on: string; readonly said: D };
type DataOf<K extends keyof typeof erasureEvents> = EventOf<(typeof erasureEvents)[K]>['data'];
/** What was done, on which business day; keys and envelopes are left out. */
export type ErasureStep =
  | Said<'requested', DataOf<'requested'>>
  | Said<'assessed', DataOf<'assessed'>>
  | Said<'approved', DataOf<'approved'>>
  | Said<'keyDestroyed', { readonly keys: number; readonly nameKept: boolean }>
  | Said<'answered', DataOf<'answered'>>;

/** A request for erasure; it names the contact by its id only. */
export interface ErasureView {
  readonly id: string;
  readonly revision: number;
  readonly contactId: string;
  readonly state: ErasureState;
  readonly receivedOn: string;
  /** The last days by law: of an answer, and of carrying it out. */
  readonly answerBy: string;
  readonly carryOutBy: string;
  readonly late: boolean;
  readonly steps: readonly ErasureStep[];
}
