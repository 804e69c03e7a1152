import type { ObligationView } from '@lien-ket/contracts';
import { figureFacts } from '../forms/figures.js';
import { EvidenceFiles } from '../layout/evidence-files.js';
import { Facts } from '../layout/records.js';
import { useWords } from '../messages/words.js';
import { documentName } from '../words/names.js';

type Whole = NonNullable<ObligationView['draft']>;
/** Its files stay with the side that keeps them: what another tenant shared comes without. */
export type Report = Omit<Whole, 'evidence'> & Partial<Pick<Whole, 'evidence'>>;

/** A report as it reads. */
export function ReportText({ report }: { report: Report }) {
  const { t, language } = useWords();
  const { document, evidence = [], figures } = report;
  return (
    <>
      {document && <p>{t('obligations.signedAs', { document: documentName(document, t) })}</p>}
      {report.nil && <p>{t('obligations.nil')}</p>}
      {report.parts.map(({ heading, text }) => (
        <div key={heading}>
          <h3 className="gap">{heading}</h3>
          <p className="pre">{text}</p>
        </div>
      ))}
      {figures.length > 0 && <Facts facts={figureFacts(figures, language)} />}
      <EvidenceFiles ids={evidence} />
    </>
  );
}
