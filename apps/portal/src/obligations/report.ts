import type { ObligationView } from '@lien-ket/contracts';
import { documentOf, type DocumentValues } from '../forms/document-fields.js';
import { evidenceOf, type StoredFile } from '../forms/evidence-field.js';
import { figuresOf, type FigureValues } from '../forms/figures.js';

export interface ReportValues {
  readonly nil?: boolean;
  readonly parts?: readonly { readonly heading?: string; readonly text?: string }[];
  readonly figures?: readonly FigureValues[];
  readonly document?: DocumentValues;
  readonly evidence?: readonly StoredFile[];
}

/** Words that the editor needs before anybody typed. */
export interface ReportWords {
  /** The heading of a report that nobody gave headings to. */
  readonly heading: string;
  /** A stored file's name where only its id is known. */
  file(n: number): string;
}

type Report = NonNullable<ObligationView['draft']>;
type Parts = NonNullable<ReportValues['parts']>;

/** Every heading asked for, in its order and with what stands under it, then the headings that were added. */
function partsOf(asked: readonly string[], written: Report['parts']): Parts {
  const left = [...written];
  const own = asked.map((heading) => {
    const at = left.findIndex((part) => part.heading === heading);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return { heading, text: found?.text ?? '' };
  });
  return [...own, ...left];
}

/** What the editor begins with: the draft, else what was sent back or retracted, else the headings asked for. */
export function reportValues(
  { draft, versions, headings }: Pick<ObligationView, 'draft' | 'versions' | 'headings'>,
  words: ReportWords,
): ReportValues {
  const before = draft ?? versions.at(-1)?.report;
  const { nil = false, parts = [], figures = [], evidence = [], document } = before ?? {};
  const asked = headings.length > 0 || parts.length > 0 ? headings : [words.heading];
  const files = evidence.map((id, at) => ({ id, name: words.file(at + 1) }));
  return { nil, parts: partsOf(asked, parts), figures, evidence: files, ...(document ? { document } : {}) };
}

/** Parts left empty are not sent: the contract knows no empty text. A text without a heading has the usual one. */
export function reportOf(values: ReportValues, { heading: usual }: Pick<ReportWords, 'heading'>): Report {
  const nil = values.nil ?? false;
  const document = documentOf(values.document);
  const parts = (values.parts ?? []).flatMap(({ heading, text }) =>
    text?.trim() ? [{ heading: heading?.trim() || usual, text: text.trim() }] : [],
  );
  return {
    nil,
    parts: nil ? [] : parts,
    figures: nil ? [] : figuresOf(values.figures),
    evidence: nil ? [] : evidenceOf(values.evidence),
    ...(Object.keys(document).length > 0 ? { document } : {}),
  };
}
