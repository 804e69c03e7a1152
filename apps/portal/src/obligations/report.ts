import type { ObligationView } from '@lien-ket/contracts';
import { figuresOf, type FigureValues } from '../forms/figures.js';

export interface ReportValues {
  readonly nil?: boolean;
  readonly parts?: readonly { readonly heading?: string; readonly text?: string }[];
  readonly figures?: readonly FigureValues[];
}

type Report = NonNullable<ObligationView['draft']>;

/** What the editor begins with: the draft, else what was sent back or retracted, else the headings asked for. */
export function reportValues(
  { draft, versions, headings }: Pick<ObligationView, 'draft' | 'versions' | 'headings'>,
  usualHeading: string,
): ReportValues {
  const before = draft ?? versions.at(-1)?.report;
  if (before) return { nil: before.nil, parts: before.parts, figures: before.figures };
  const asked = headings.length > 0 ? headings : [usualHeading];
  return { nil: false, parts: asked.map((heading) => ({ heading, text: '' })), figures: [] };
}

/** Parts left empty are not sent: the contract knows no empty text. */
export function reportOf(values: ReportValues, before?: Report | null): Report {
  const nil = values.nil ?? false;
  return {
    nil,
    parts: nil
      ? []
      : (values.parts ?? []).flatMap(({ heading, text }) =>
          heading?.trim() && text?.trim() ? [{ heading: heading.trim(), text: text.trim() }] : [],
        ),
    figures: nil ? [] : figuresOf(values.figures),
    evidence: before?.evidence ?? [],
    ...(before?.document ? { document: before.document } : {}),
  };
}
