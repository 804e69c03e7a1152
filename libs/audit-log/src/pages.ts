import type { Bundle } from './bundle.js';
import { fault, type AuditFault } from './verdict.js';

/** An event as folds take it. */
export interface FoldedEvent {
  readonly header: string;
  readonly data: string;
  readonly revision: number;
  readonly recordedAt: number;
}

/** The product's own fold of one plan: what it was on a day, and its page. Given to the verifier from outside. */
export type Fold = (
  events: readonly FoldedEvent[],
  asOf: string,
) => { readonly state: string; readonly text: string };

/** Step 10: the events of the plan folded again say what the page in the bundle says. */
export function faultsOfPage({ scope, page, events }: Bundle, fold: Fold): AuditFault[] {
  if (!page || scope.kind !== 'plan') return [];
  const own = `plan-${scope.id}`;
  try {
    const folded = fold(foldedEvents(events, own), page.asOf);
    return [
      ...(page.state.equals(Buffer.from(folded.state)) ? [] : [fault('page.state', own)]),
      ...(page.text.equals(Buffer.from(folded.text)) ? [] : [fault('page.text', own)]),
    ];
  } catch {
    return [fault('page.state', own)];
  }
}

export function foldedEvents(events: Bundle['events'], own: string): FoldedEvent[] {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return events
    .filter(({ stream }) => stream === own)
    .map(({ header, data, revision, recordedAt }) => ({
      header: utf8.decode(header),
      data: utf8.decode(data),
      revision,
      recordedAt,
    }));
}
