import type { ObligationView } from '@lien-ket/contracts';
import { Facts } from '../layout/records.js';
import { useWords } from '../messages/words.js';

export type Report = NonNullable<ObligationView['draft']>;

export function ReportText({ report }: { report: Report }) {
  const { t } = useWords();
  return (
    <>
      {report.nil && <p>{t('obligations.nil')}</p>}
      {report.parts.map(({ heading, text }) => (
        <div key={heading}>
          <h3 className="gap">{heading}</h3>
          <p className="pre">{text}</p>
        </div>
      ))}
      {report.figures.length > 0 && (
        <Facts facts={report.figures.map(({ label, value, unit }) => [label, `${value} ${unit}`] as const)} />
      )}
    </>
  );
}
