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
