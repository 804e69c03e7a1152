import { Alert, Button } from 'antd';
import type { Problem } from '../client/problem.js';
import { problemWords } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { instant } from '../words/dates.js';
import { eventName, roleName } from '../words/names.js';

/** Why a command was not carried out; what was typed stays. */
export function Refusal({ problem, again }: { problem: Problem; again(): void }) {
  const { t } = useWords();
  const stale = problem.status === 412;
  // A fault that is the whole sentence is not said twice.
  const faults = problem.faults.filter(({ detail }) => detail !== problem.detail);
  return (
    <Alert
      className="refusal"
      type={stale ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={stale ? t('error.stale') : t('error.notSent')}
      description={
        <>
          <p className="pre">{stale ? t('error.staleHint') : problemWords(problem, t)}</p>
          {problem.since.length > 0 && (
            <ul>
              {problem.since.map(({ revision, type, recordedAt, role }) => (
                <li key={revision}>
                  {eventName(type, t)} · {roleName(role, t)} · {instant(recordedAt)}
                </li>
              ))}
            </ul>
          )}
          {faults.length > 0 && (
            <ul>
              {faults.map(({ pointer, detail }) => (
                <li key={pointer}>{detail || pointer}</li>
              ))}
            </ul>
          )}
          {stale ? (
            <Button size="small" onClick={again}>
              {t('page.reload')}
            </Button>
          ) : (
            <p className="quiet">{t('error.kept')}</p>
          )}
        </>
      }
    />
  );
}
