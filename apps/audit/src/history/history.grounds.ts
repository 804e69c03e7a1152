import type { DocumentRef, GroundKind, HistoryRecord } from '@lien-ket/contracts';
import { documentOf, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import type { Happened } from './happened.js';
import { isThing } from './history.scopes.js';

/** Acts that answer a request, that follow from a report, and that are decisions in themselves. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  request: ['extensionDecided', 'commentDecided', 'requested', 'assessed', 'approved', 'keyDestroyed'],
  report: [
    'doneConfirmed',
    'doneRefused',
    'participationTakenOver',
    'reportReceived',
    'reportSentBack',
    'reportAccepted',
  ],
  decision: ['signed', 'sentBack', 'decided', 'made', 'answerTaken', 'waived', 'transferred', 'issued'],
};

export interface Grounds {
  readonly kind: GroundKind;
  readonly document: DocumentRef | null;
  readonly reason: string | null;
  readonly record: HistoryRecord | null;
  /** The event whose entry is corrected. */
  readonly corrects: string | null;
}

/** On what grounds: the paper before anything else, else what it answers, else that the platform reacted. */
export function groundsOf(one: Happened): Grounds {
  const data = isThing(one.event.data) ? one.event.data : {};
  const document = paperOf(one);
  const corrects = textOf(data, 'corrects');
  return {
    kind: kindOf(one, document, corrects),
    document,
    reason:
      ['reason', 'reasons', 'basis', 'note', 'text'].map((key) => textOf(data, key)).find(Boolean) ?? null,
    record: recordOf(data, document),
    corrects,
  };
}

function kindOf(one: Happened, document: DocumentRef | null, corrects: string | null): GroundKind {
  if (corrects) return 'correction';
  if (document) return 'document';
  const name = one.event.type.split('.').at(-2) ?? '';
  const kind = (['request', 'report', 'decision'] as const).find((each) => KINDS[each]?.includes(name));
  if (kind) return kind;
  // Rights are given and ended by a decision that is named in words.
  if (one.record.kind === 'staff') return 'decision';
  return one.actor.kind === 'system' ? 'reaction' : 'entry';
}

function paperOf({ record, event }: Happened): DocumentRef | null {
  const document = record.kind === 'plan' ? documentOf(event as RecordedPlanEvent) : inData(event.data);
  return document && Object.values(document).some((part) => part !== undefined) ? document : null;
}

function inData(data: unknown): DocumentRef | null {
  return isThing(data) && isThing(data['document']) ? (data['document'] as DocumentRef) : null;
}

function recordOf(
  data: Readonly<Record<string, unknown>>,
  document: DocumentRef | null,
): HistoryRecord | null {
  const amendment = textOf(data, 'amendmentId');
  if (amendment) return { kind: 'amendment', id: amendment };
  return document?.documentId ? { kind: 'document', id: document.documentId } : null;
}

function textOf(data: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = data[key];
  return typeof value === 'string' ? value : null;
}
