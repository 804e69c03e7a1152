import { z } from 'zod';

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const uuid = z.uuid();
export const tenantId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(40);
/** Names of the platform's own parts; a tenant of that name would be mistaken for them. */
const RESERVED: readonly string[] = ['platform', 'keys', 'reads', 'template', 'share', 'received'];
/** A slug that a new tenant may take. */
export const newTenantId = tenantId.refine((id) => !RESERVED.includes(id), { message: 'tenant.reserved' });
export const isoDate = z.iso.date();
/** An instant says from where its clock is read: `Z`, or an offset (whose `+` a query writes as `%2B`). */
const instantOrDay = z.union([isoDate, z.iso.datetime({ offset: true })], { error: 'instant.notSaid' });
/** The two clocks of a question: in force on a day, as known at an instant or at the end of a day. */
export const clocks = z.strictObject({ asOf: isoDate.optional(), knownAt: instantOrDay.optional() });
/** The day whose roster is asked for. */
export const rosterDay = z.strictObject({ asOf: isoDate.optional() });
/** Two points of a plan. */
export const twoPoints = z.strictObject({
  from: isoDate,
  to: isoDate,
  knownFrom: instantOrDay.optional(),
  knownTo: instantOrDay.optional(),
});
/** Text of people: NFC, trimmed, not empty. */
export const text = (max = 4000): z.ZodType<string> =>
  z.string().trim().normalize('NFC').min(1).max(max) as unknown as z.ZodType<string>;

/** An address of the web that people follow; of another scheme it would be a script, or a file of the reader's own. */
export const webAddress = z.url({ protocol: /^https?$/, error: 'link.notWeb' }).max(500);

/** A date as printed; a missing day or month stays missing. */
export const partialDate = z
  .strictObject({
    year: z.int().min(1945).max(2200),
    month: z.int().min(1).max(12).optional(),
    day: z.int().min(1).max(31).optional(),
  })
  .refine(
    ({ month, day }) => day === undefined || (month !== undefined && day <= (DAYS_IN_MONTH[month - 1] ?? 0)),
    {
      message: 'date.notADay',
    },
  );

/** Cơ quan as a document prints it; the organisation when a person confirmed which one it is. */
export const agencyRef = z.strictObject({ printed: text(300), organisationId: uuid.optional() });
export type AgencyRef = z.infer<typeof agencyRef>;
/** Who receives a report; with `tenant`, an office of another tenant, to which it crosses. */
export const receiverRef = agencyRef.extend({ tenant: tenantId.optional() });

/** A thing of a tenant, as others refer to it: the name as printed stays when the thing is not on the platform. */
export const foreignRef = z.strictObject({
  tenant: tenantId.optional(),
  id: uuid.optional(),
  printed: text(600),
});
export type ForeignRef = z.infer<typeof foreignRef>;

/** Encrypted personal data (AES-256-GCM, key per subject and class, key commitment). `path` is part of the AAD. */
export const envelope = z.strictObject({
  $pii: z.literal(1),
  cls: z.enum(['contact', 'actor', 'free', 'blob', 'official']),
  kid: uuid,
  alg: z.literal('A256GCM+C'),
  event: uuid,
  path: z.string(),
  n: z.base64(),
  ct: z.base64(),
  cm: z.base64(),
});
export type Envelope = z.infer<typeof envelope>;

/** Thể thức ký: TM., KT. (also printed "K.T."), TL., TUQ., Q., or not printed. Decree 30/2020, Art. 13. */
export const signer = z.strictObject({
  name: text(200).optional(),
  title: text(200).optional(),
  capacity: z.enum(['forCollective', 'deputyForHead', 'byOrder', 'byDelegation', 'acting', 'notPrinted']),
});

/** Nơi nhận, with the purpose printed beside it: b/c, đ/b, t/h, t/d, p/h. */
export const recipient = z.strictObject({
  text: text(600),
  purpose: z
    .enum(['forReport', 'forInformation', 'forImplementation', 'forMonitoring', 'forCoordination'])
    .optional(),
});

/** How an in-force date is known. */
export const effectiveBasis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('printed') }),
  z.strictObject({ kind: z.literal('derived'), rule: z.string().max(300) }),
  z.strictObject({ kind: z.literal('estimated'), by: z.string().max(60) }),
]);

/** Số, ký hiệu và ngày của văn bản làm căn cứ cho một hành vi. */
export const documentRef = z.strictObject({
  number: text(40).optional(),
  symbol: text(60).optional(),
  date: partialDate.optional(),
  documentId: uuid.optional(),
  /** As far as it is known. */
  signer: signer.partial().optional(),
});
export type DocumentRef = z.infer<typeof documentRef>;

export const FIELDS = [
  'dau_tu',
  'thuong_mai',
  'du_lich',
  'giao_thong',
  'y_te',
  'giao_duc_dao_tao',
  'dao_tao_can_bo',
  'lao_dong',
  'khcn_cds',
  'khoi_nghiep_dmst',
  'nong_nghiep',
  'cong_nghiep',
  'moi_truong_bdkh',
  'van_hoa_the_thao',
  'an_sinh_xa_hoi',
  'tong_hop',
] as const;
/** Lĩnh vực hợp tác. */
export const cooperationField = z.enum(FIELDS);
/** Văn bản được gửi cho ai ngoài đơn vị: tenants that an event crosses to. */
export const sharedWith = z.array(tenantId).max(64).optional();
/** Who gets what is told from now on, and of them, in `sharedWith`, those that join. */
export const partiesChanged = z.object({ parties: z.array(tenantId).max(64), sharedWith });
