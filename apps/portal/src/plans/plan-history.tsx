import type { HistoryStep, PlanView } from '@lien-ket/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useOrganisations, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { Facts } from '../layout/records.js';
import { Loaded, Nothing } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { day, instant } from '../words/dates.js';
import { documentName, eventName, nameById, roleName } from '../words/names.js';
import { FieldChanges } from './field-changes.js';

function Step({ step }: { step: HistoryStep }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const { actor } = step;
  const organisation = actor.organisationId ? nameById(organisations, actor.organisationId, t) : undefined;
  return (
    <>
      <h2>{eventName(step.type, t)}</h2>
      <Facts
        facts={[
          [t('history.who'), [roleName(actor.role, t), organisation].filter(Boolean).join(', ')],
          [t('history.recorded'), instant(step.recordedAt)],
          [t('history.business'), day(step.businessDate)],
          [t('history.effective'), day(step.effectiveOn)],
          [t('history.grounds'), documentName(step.document, t)],
          [t('input.reason'), step.reason ?? '–'],
        ]}
      />
      <div className="gap">
        {step.changes.length === 0 ? (
          <p className="quiet">{t('history.noChanges')}</p>
        ) : (
          <FieldChanges changes={step.changes} />
        )}
      </div>
    </>
  );
}

function Player({ steps }: { steps: readonly HistoryStep[] }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<number>();
  const at = Math.min(chosen ?? steps.length - 1, steps.length - 1);
  const step = steps[at];
  if (!step) return <Nothing>{t('history.none')}</Nothing>;
  return (
    <>
      <div className="player-bar" role="group" aria-label={t('history.player')}>
        <Button disabled={at === 0} onClick={() => setChosen(at - 1)}>
          ‹ {t('history.previous')}
        </Button>
        <span aria-live="polite">{t('history.step', { n: at + 1, total: steps.length })}</span>
        <Button disabled={at === steps.length - 1} onClick={() => setChosen(at + 1)}>
          {t('history.next')} ›
        </Button>
      </div>
      <div className="player">
        <ol className="steps" aria-label={t('history.all')}>
          {steps.map(({ eventId, type, businessDate }, index) => (
            <li key={eventId}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                onClick={() => setChosen(index)}
              >
                {eventName(type, t)}
                <br />
                <span className="quiet">{day(businessDate)}</span>
              </button>
            </li>
          ))}
        </ol>
        <div>
          <Step step={step} />
        </div>
      </div>
    </>
  );
}

/** How the plan came to be what it is: every change, one by one. */
export function PlanHistory({ plan }: { plan: PlanView }) {
  const query = useRead(reads.planHistory(plan.id));
  return <Loaded query={query}>{({ items }) => <Player steps={items} />}</Loaded>;
}
