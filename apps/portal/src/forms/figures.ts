import type { Language } from '../messages/translate.js';
import { numberText } from '../words/numbers.js';

/** One row of label, value and unit, as typed. */
export interface FigureValues {
  readonly label?: string;
  readonly value?: number | null;
  readonly unit?: string;
}

export function figuresOf(values: readonly FigureValues[] | undefined) {
  return (values ?? []).flatMap(({ label, value, unit }) =>
    label && typeof value === 'number' && unit ? [{ label, value, unit }] : [],
  );
}

/** Figures as they are shown: what was counted, and how much. */
export function figureFacts(
  figures: readonly { readonly label: string; readonly value: number; readonly unit: string }[],
  language: Language,
): (readonly [string, string])[] {
  return figures.map(({ label, value, unit }) => [label, `${numberText(value, language)} ${unit}`]);
}
