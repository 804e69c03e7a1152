import type { ReactNode } from 'react';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  readonly align?: 'right';
  cell(record: T): ReactNode;
}

interface RecordsProps<T> {
  caption: string;
  columns: readonly Column<T>[];
  records: readonly T[];
  keyOf(record: T): string;
  rowClass?(record: T): string | undefined;
}

/** A table on a wide screen, a card per record on a narrow one; one markup for both. The first column names the row. */
export function Records<T>({ caption, columns, records, keyOf, rowClass }: RecordsProps<T>) {
  return (
    <div className="records-box" role="region" aria-label={caption} tabIndex={0}>
      <table className="records">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, align }) => (
              <th key={key} scope="col" className={align}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={keyOf(record)} className={rowClass?.(record)}>
              {columns.map(({ key, title, align, cell }) => (
                <td key={key} data-label={title} className={align}>
                  {cell(record)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Label and value pairs. */
export function Facts({
  facts,
  inline,
}: {
  facts: readonly (readonly [string, ReactNode])[];
  inline?: boolean;
}) {
  return (
    <dl className={inline ? 'facts inline' : 'facts'}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
