import type { Body } from '../client/commands.js';

export type DocumentKind = Body<'documents', 'create'>['kind'];
export type Standing = Body<'documents', 'create'>['standing'];

/** As records, so that a kind which the interface adds is missed by the compiler. */
const KINDS: Readonly<Record<DocumentKind, true>> = {
  plan: true,
  officialLetter: true,
  report: true,
  submissionPaper: true,
  agreement: true,
  memorandum: true,
  resolution: true,
  decision: true,
  appendix: true,
  routingSlip: true,
  programme: true,
  list: true,
  form: true,
  other: true,
};
const STANDING: Readonly<Record<Standing, true>> = {
  incoming: true,
  own: true,
  citedOnly: true,
  draft: true,
};

export const DOCUMENT_KINDS = Object.keys(KINDS) as DocumentKind[];
export const STANDINGS = Object.keys(STANDING) as Standing[];
