import type { PlanView } from '@lien-ket/contracts';
import { Facts, Records } from '../layout/records.js';
import { Nothing } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { day, instant } from '../words/dates.js';
import { documentName, eventName, printedNames } from '../words/names.js';
import { ruleWords } from '../words/rules.js';

export function PlanProvisions({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  const { provisions } = plan.content;
  if (provisions.length === 0) return <Nothing>{t('provisions.none')}</Nothing>;
  return (
    <Records
      caption={t('plans.tab.provisions')}
      records={provisions}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'what',
          title: t('provisions.what'),
          cell: ({ what, text }) => (
            <>
              <strong>{what}</strong>
              <p className="pre quiet">{text}</p>
            </>
          ),
        },
        {
          key: 'debtors',
          title: t('provisions.debtors'),
          cell: ({ debtors, openClass, peers }) => (
            <>
              {printedNames(debtors) || '–'}
              {openClass && <div className="quiet">{t('provisions.openClass')}</div>}
              {peers && <div className="quiet">{t('provisions.peers')}</div>}
            </>
          ),
        },
        {
          key: 'receiver',
          title: t('provisions.receiver'),
          cell: ({ receiver }) => receiver?.printed ?? '–',
        },
        {
          key: 'when',
          title: t('provisions.when'),
          cell: ({ rule, asPrinted }) => (
            <>
              {ruleWords(rule, t)}
              {asPrinted && <div className="quiet">“{asPrinted}”</div>}
            </>
          ),
        },
      ]}
    />
  );
}

function Acts({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  return (
    <ul className="entries">
      {plan.acts.map((act) => (
        <li key={act.eventId}>
          {act.enteredInError ? (
            <del>{eventName(act.type, t)}</del>
          ) : (
            <strong>{eventName(act.type, t)}</strong>
          )}{' '}
          {act.effectiveOn && t('plans.effectiveOn', { day: day(act.effectiveOn) })}
          <div>{documentName(act.document, t)}</div>
          {act.reason && <p className="pre">{act.reason}</p>}
          <div className="quiet">
            {t('history.recorded')} {instant(act.recordedAt)}
            {act.correctedBy &&
              ` · ${t(act.enteredInError ? 'recipients.enteredInError' : 'recipients.corrected')}`}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Nơi nhận in its printed order, who signed in which capacity, and the acts that made the plan what it is. */
export function PlanPapers({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  const { recipients, archiveLine, legalBases, leaderInCharge } = plan.content;
  const { signer } = plan;
  const capacity = signer ? (signer.capacity as 'notPrinted') : undefined;
  return (
    <>
      <Facts
        facts={[
          [t('input.signerName'), signer?.name ?? '–'],
          [t('input.signerTitle'), signer?.title ?? '–'],
          [t('input.capacity'), capacity ? t(`capacity.${capacity}`) : '–'],
          [t('part.leaderInCharge'), leaderInCharge ?? '–'],
          [t('recipients.archive'), archiveLine ?? '–'],
        ]}
      />
      <h2 className="gap">{t('recipients.title')}</h2>
      {recipients.length === 0 ? (
        <p className="quiet">{t('recipients.none')}</p>
      ) : (
        <ul>
          {recipients.map(({ text, purpose }) => (
            <li key={text}>
              {text} {purpose && !/\([btđp]\/[bchdđ]\)/.test(text) && `(${t(`purpose.${purpose}`)})`}
            </li>
          ))}
        </ul>
      )}
      {legalBases.length > 0 && (
        <>
          <h2 className="gap">{t('agreements.bases')}</h2>
          <ul>
            {legalBases.map((basis) => (
              <li key={basis}>{basis}</li>
            ))}
          </ul>
        </>
      )}
      <h2 className="gap">{t('recipients.acts')}</h2>
      {plan.acts.length === 0 ? <p className="quiet">{t('page.none')}</p> : <Acts plan={plan} />}
    </>
  );
}
