import type { DocumentRef, FallenAway } from '@lien-ket/contracts';
import type { ObligationReaction } from './obligation.decider.js';

const REASON_LENGTH = 2000;
const WORDS: Readonly<Record<FallenAway['code'], string>> = {
  planEnded: 'Kế hoạch không còn hiệu lực',
  provisionDropped: 'Kế hoạch không còn quy định báo cáo này',
  entryCorrected: 'Đã sửa lỗi nhập liệu, không phải báo cáo',
};

/** Why a duty is owed no more: in Vietnamese, and as a code for who reads another language. */
export function fallAway(
  code: FallenAway['code'],
  document: DocumentRef | undefined,
  reason: string,
): ObligationReaction {
  const named = [document?.number, document?.symbol].filter(Boolean).join('/');
  const text = `${WORDS[code]}${named ? ` theo văn bản ${named}` : ''}: ${reason}`;
  const because = { code, reason, ...(named ? { document: named } : {}) };
  return { type: 'fallAway', reason: text.slice(0, REASON_LENGTH), because };
}
